// The gazetteer with a million names: compiling, loading, matching. Names and text are made up from a seed; every planted
// name must be found where it stands, and nothing else, before anything is timed.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "core/base/file.hpp"
#include "extract/gazetteer/gazetteer.hpp"

using namespace entente;
using namespace entente::extract;

namespace {

// Seconds of processor time, so that other work on the machine does not count.
double seconds(auto work) {
  const auto begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

std::string word(std::uint32_t number) {
  static constexpr const char* kSyllables[] = {"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "za", "dar", "fen", "gol", "hun", "jis", "kam"};
  std::string out;
  for (std::uint32_t n = number + 16; n > 0; n /= 16) out += kSyllables[n % 16];
  out[0] = static_cast<char>(out[0] - 32);
  return out;
}

std::vector<Entry> make_entries(std::size_t count) {
  std::mt19937 random(7);
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < count; ++i) {
    Entry e;
    e.key = "x/" + std::to_string(i);
    e.type = i % 2 == 0 ? EntityType::Person : EntityType::Organization;
    const auto words = 1 + random() % 4;
    for (std::uint32_t w = 0; w < words; ++w) {
      if (w > 0) e.name += w == 2 && random() % 4 == 0 ? " of " : " ";
      e.name += word(w == 0 ? static_cast<std::uint32_t>(i) : random() % 200000);
    }
    entries.push_back(std::move(e));
  }
  return entries;
}

struct Planted {
  std::string text;
  std::vector<Span> names;
};

Planted make_text(const std::vector<Entry>& entries, std::size_t bytes) {
  static constexpr const char* kFill[] = {"the", "quick", "of", "report", "said", "that", "on", "policy", "with", "and", "were", "growing", "which", "talks", "in", "a"};
  std::mt19937 random(11);
  Planted out;
  while (out.text.size() < bytes) {
    for (int i = 0; i < 9; ++i) out.text += std::string(kFill[random() % 16]) + " ";
    const auto& name = entries[random() % entries.size()].name;
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += name;
    out.names.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
    out.text += random() % 6 == 0 ? " today.\n" : " today ";
  }
  return out;
}

[[noreturn]] void fail(const char* why) {
  std::fprintf(stderr, "bench_gazetteer: wrong answer: %s\n", why);
  std::exit(1);
}

// The text cut at blanks: cutting it well is another benchmark's business.
corpus::Segmentation cut(const std::string& text) {
  corpus::Segmentation out;
  out.tokens.reserve(text.size() / 5);
  for (std::uint32_t i = 0; i < text.size();) {
    if (text[i] == ' ' || text[i] == '\n') {
      ++i;
      continue;
    }
    const auto begin = i;
    while (i < text.size() && text[i] != ' ' && text[i] != '\n' && text[i] != '.') ++i;
    if (i == begin) ++i;
    out.tokens.push_back({{begin, i}, true, false});
  }
  corpus::Sentence sentence;
  sentence.last = static_cast<std::uint32_t>(out.tokens.size());
  sentence.span = {0, static_cast<std::uint32_t>(text.size())};
  out.sentences.push_back(sentence);
  return out;
}

void check(const std::vector<KnownName>& found, const corpus::Segmentation& cut_text, const Planted& planted) {
  std::size_t at = 0;
  for (const auto& name : found) {
    if (name.nested) continue;
    const Span span{cut_text.tokens[name.first].span.begin, cut_text.tokens[name.last - 1].span.end};
    if (at >= planted.names.size() || planted.names[at] != span) fail("a name that nobody planted, or one missed");
    ++at;
  }
  if (at != planted.names.size()) fail("names are missing");
}

}  // namespace

int main() {
  const auto entries = make_entries(1000000);
  Diagnostics diagnostics;
  std::string bytes;
  const double compiling = seconds([&] { bytes = compile(entries, "bench", diagnostics); });
  const auto path = std::filesystem::temp_directory_path() / "entente-bench-gazetteer.bin";
  if (!write_file(path, bytes)) fail("cannot write the compiled file");
  auto gazetteer = Gazetteer::open(path);
  if (!gazetteer.ok() || gazetteer->size() != entries.size()) fail("the compiled file does not load");
  const double loading = seconds([&] { gazetteer = Gazetteer::open(path); });

  const auto planted = make_text(entries, 32U << 20U);
  const auto segmentation = cut(planted.text);
  std::vector<KnownName> found;
  gazetteer->match(planted.text, segmentation, found);
  check(found, segmentation, planted);
  double matching = 1e9;
  for (int round = 0; round < 3; ++round) {
    found.clear();
    matching = std::min(matching, seconds([&] { gazetteer->match(planted.text, segmentation, found); }));
  }
  std::filesystem::remove(path);
  const double megabytes = static_cast<double>(planted.text.size()) / 1e6;
  std::printf("%zu names: compiled in %.1f s to %.0f MB, loaded and checked in %.0f ms\n", gazetteer->name_count(), compiling,
              static_cast<double>(bytes.size()) / 1e6, loading * 1e3);
  std::printf("matched %.0f MB, %zu names, in %.2f s: %.1f MB/s, %.1f million words/s\n", megabytes, planted.names.size(), matching,
              megabytes / matching, static_cast<double>(segmentation.tokens.size()) / matching / 1e6);
}
