#include "extract/language/model.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <thread>

using namespace entente;
using namespace entente::language;

namespace {

std::filesystem::path model_path() { return std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/language/models/english.model"; }

const Model& shipped() {
  static const auto model = Model::load(model_path());
  REQUIRE_MESSAGE(model, to_string(model.error()));
  return *model;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// "form/UPOS/lemma/head/deprel ..." with heads counted from 1.
std::string shown(std::string_view text) {
  const auto words = words_of(text);
  const auto a = shipped().annotate(words, std::vector<WordRange>{{0, static_cast<std::uint32_t>(words.size())}});
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    out += (i > 0 ? " " : "") + std::string(upos_name(a[i].upos)) + '/' + a[i].lemma + '/' + std::to_string(a[i].head + 1) + '/' +
           std::string(a[i].deprel);
  }
  return out;
}

bool same(const WordAnnotation& a, const WordAnnotation& b, std::int32_t moved) {
  return a.upos == b.upos && a.lemma == b.lemma && a.xpos == b.xpos && a.feats == b.feats && a.deprel == b.deprel &&
         (a.head < 0 ? b.head < 0 : a.head + moved == b.head);
}

}  // namespace

TEST_CASE("plain sentences get the analysis that Universal Dependencies gives them") {
  CHECK(shown("The minister visited Prague .") ==
        "DET/the/2/det NOUN/minister/3/nsubj VERB/visit/0/root PROPN/Prague/3/obj PUNCT/./3/punct");
  CHECK(shown("Officials said the talks had failed .") ==
        "NOUN/official/2/nsubj VERB/say/0/root DET/the/4/det NOUN/talk/6/nsubj AUX/have/6/aux VERB/fail/2/ccomp PUNCT/./2/punct");
  CHECK(shown("The treaty was signed by both countries .") ==
        "DET/the/2/det NOUN/treaty/4/nsubj:pass AUX/be/4/aux:pass VERB/sign/0/root ADP/by/7/case DET/both/7/det "
        "NOUN/country/4/obl:agent PUNCT/./4/punct");
}

TEST_CASE("the analysis does not depend on the sentences around, on typographic marks or on threads") {
  const std::string one = "China 's envoy left early because the hosts did n't offer a compromise .";
  const std::string two = "She will not return before the vote , a spokesman said .";
  const auto a = words_of(one);
  const auto b = words_of(two);
  auto both = a;
  for (int i = 0; i < 60; ++i) both.insert(both.end(), b.begin(), b.end());
  std::vector<WordRange> ranges = {{0, static_cast<std::uint32_t>(a.size())}};
  for (std::uint32_t i = 0; i < 60; ++i) {
    const auto first = static_cast<std::uint32_t>(a.size() + i * b.size());
    ranges.push_back({first, static_cast<std::uint32_t>(first + b.size())});
  }
  const auto alone = shipped().annotate(b, std::vector<WordRange>{{0, static_cast<std::uint32_t>(b.size())}});
  std::vector<std::vector<WordAnnotation>> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) threads.emplace_back([&] { result = shipped().annotate(both, ranges); });
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) {
    bool equal = result.size() == both.size();
    for (std::uint32_t k = 1; k < ranges.size() && equal; ++k) {
      for (std::uint32_t i = 0; i < b.size(); ++i) {
        equal = equal && same(alone[i], result[ranges[k].first + i], static_cast<std::int32_t>(ranges[k].first));
      }
    }
    CHECK(equal);
  }
  CHECK(shown("It ’s late .") == shown("It 's late ."));
}

TEST_CASE("every kernel of this machine gives the same analysis") {
  const auto words = words_of(
      "Three ministers , one of whom had resigned in 1998 , told Radio Free Europe/Radio Liberty that the so-called \" Danube plan \" "
      "would n't survive -- not even with US$ 5bn of IMF money . IT WAS LATE . they laughed :-) The House of Lords Votes Again");
  std::vector<WordRange> ranges = {{0, 37}, {37, 41}, {41, 44}, {44, static_cast<std::uint32_t>(words.size())}};
  std::vector<std::string> shown;
  for (int kernel = 0; kernel <= static_cast<int>(best_kernel()); ++kernel) {
    use_kernel(static_cast<Kernel>(kernel));
    const auto fresh = Model::load(model_path());  // with empty memos
    REQUIRE(fresh);
    std::string out;
    for (const auto& a : fresh->annotate(words, ranges)) {
      out += std::string(a.xpos) + ' ' + a.lemma + ' ' + std::string(a.feats) + ' ' + std::to_string(a.head) + ' ' + std::string(a.deprel) + '\n';
    }
    shown.push_back(std::move(out));
  }
  use_kernel(best_kernel());
  for (const auto& s : shown) CHECK(s == shown[0]);
}

TEST_CASE("sentences of any length are one tree in linear time") {
  std::vector<std::string_view> words(20000, "and");
  for (std::size_t i = 0; i < words.size(); i += 3) words[i] = "reports";
  const auto a = shipped().annotate(words, std::vector<WordRange>{{0, 20000}});
  int roots = 0;
  for (const auto& word : a) {
    roots += word.head < 0;
    CHECK_FALSE(word.deprel.empty());
  }
  CHECK(roots == 1);
  const auto odd = shipped().annotate(std::vector<std::string_view>{std::string_view("\xF0\x9F\x98\x80", 4), ""}, std::vector<WordRange>{{0, 2}});
  CHECK(odd.size() == 2);
  CHECK(shipped().annotate(std::vector<std::string_view>{}, std::vector<WordRange>{}).empty());
  CHECK(shipped().annotate(words_of("left out"), std::vector<WordRange>{})[0].deprel.empty());
}

TEST_CASE("the fast tagger alone") {
  std::vector<Upos> tags;
  shipped().tag(words_of("The minister quickly left for Vienna ."), tags);
  CHECK(tags == std::vector<Upos>{Upos::DET, Upos::NOUN, Upos::ADV, Upos::VERB, Upos::ADP, Upos::PROPN, Upos::PUNCT});
}

TEST_CASE("a model whose section is cut is refused") {
  const auto whole = Container::open(model_path());
  REQUIRE(whole);
  const auto names = whole->sections();
  for (const auto& damaged : names) {
    ContainerWriter writer;
    for (const auto& name : names) {
      const auto got = whole->get<char>(name);
      std::string bytes(got->begin(), got->end());
      if (name == damaged) bytes.resize(bytes.size() / 2 + 1);
      writer.add_bytes(name, std::move(bytes));
    }
    auto container = Container::from_bytes(writer.finish(), "damaged");
    REQUIRE(container);
    CHECK_MESSAGE(!Model::read(*std::move(container)), damaged);
  }
}
