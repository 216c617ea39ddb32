#include "tests/fuzz/replay/mutate.hpp"

#include <algorithm>

namespace entente::tests {
namespace {

// What formats nest, quote, escape, or count.
constexpr std::string_view kPieces[] = {
    "(", ")", "[", "]", "{", "}", "<", ">", "\"", "'", "\"\"\"", "\\", "\\u0041", "\\uD800", "\\U0010FFFF", "#", "@", "^", "|", "*",
    "!", "/", ".", ",", ";", ":", "=", "&", "&#x41;", "&amp;", "%", "$", "~", "_", "-", "---\n", "\n", "\r\n", "\n\n", "\t", " ", "<b>",
    "<div>", "</div>", "<!--", "-->", "<script>", "<p>", "<table>", "> ", "- ", "1. ", "```\n", "# ", "![](", "](x)", "{\"a\":", "[1,",
    "null", "true", "1e999", "-0", "99999999999999999999", "\xEF\xBB\xBF", "\xC2\xA0", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x99",
    "\xE2\x80\x94", "\xF0\x9F\x98\x80", "\xCC\x81", "\xED\xA0\x80", "\xFF", "a", "A", "0", "Mr. ", "U.S. ", "said ", "Putin ", "of the ",
    "and ", "http://e/", "@prefix ", "_:b ", "a:b ", "(?:", "{2,9}", "SELECT ", "FILTER(", "UNION{", "OPTIONAL{", "sh:and ", "^^", "@en"};

std::string_view piece(Random& random) { return kPieces[random.below(std::size(kPieces))]; }

void change(std::string& text, const std::vector<std::string>& seeds, Random& random) {
  const std::size_t at = random.below(text.size() + 1);
  const std::size_t rest = text.size() - at;
  const std::size_t some = rest == 0 ? 0 : 1 + random.below(std::min<std::size_t>(rest, 64));
  switch (random.below(8)) {
    case 0: if (rest > 0) text[at] = static_cast<char>(text[at] ^ (1 << random.below(8))); break;
    case 1: if (rest > 0) text[at] = static_cast<char>(random.below(256)); break;
    case 2: text.erase(at, some); break;
    case 3: text.insert(at, text.substr(at, some)); break;
    case 4: text.insert(at, piece(random)); break;
    case 5: text.replace(at, some, piece(random)); break;
    case 6: {
      const auto& other = seeds[random.below(seeds.size())];
      const std::size_t from = random.below(other.size() + 1);
      text.insert(at, other, from, 1 + random.below(128));
      break;
    }
    default: {
      const std::string repeated(piece(random));
      for (std::size_t n = 1 + random.below(40); n > 0; --n) text.insert(at, repeated);
    }
  }
}

}  // namespace

std::uint64_t Random::next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

std::string mutate(const std::vector<std::string>& seeds, std::size_t longest, Random& random) {
  std::string text = seeds[random.below(seeds.size())];
  for (std::size_t n = 1 + random.below(8); n > 0; --n) change(text, seeds, random);
  if (text.size() > longest) text.resize(longest);
  return text;
}

std::vector<std::string> towers(const std::vector<std::string>& seeds, std::size_t size) {
  std::vector<std::string> out;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    std::string tower;
    while (tower.size() + part.size() <= size) tower += part;
    out.push_back(std::move(tower));
  };
  for (const auto part : kPieces) add(part);
  for (const auto& seed : seeds) add(seed);
  return out;
}

}  // namespace entente::tests
