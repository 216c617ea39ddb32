// Property: what is written and read again is the same set of quads, for terms chosen to be nasty.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/rdf/canonical.hpp"
#include "core/rdf/vocabulary.hpp"
#include "emit/write.hpp"

using namespace entente;
using namespace entente::rdf;

namespace {

const char* const kTexts[] = {"", "a", "\"", "\\", "\"\"\"", "'''", "\n\r\t\b\f", "\x01\x1F\x7F", "\xC3\xA9\xF0\x9F\x98\x80", "\\u0041", "true",
                              "-0", "1e0", "1.0E0", "1.", "9999999999999999999999", "\xEF\xBF\xBF", "\xEF\xBB\xBF", " # x ", "@prefix", "a\\", "^^", "_:b1"};
const char* const kIris[] = {"x:", "http://e/a", "http://e/a.b", "http://e/-a", "http://e/1a", "http://e/a%20b", "http://e/a'b()!$&*+,;=",
                             "urn:a:b:_", "http://e/\xC3\xA9", "http://e/#", "http://e/a/", "http://e//x?y#z", "http://e/a/../b"};
const char* const kTags[] = {"en", "de-at", "x-private", "zh-hant-1a"};

Term random_term(std::mt19937& random, bool literal_too) {
  const auto pick = [&](const auto& list) { return list[random() % std::size(list)]; };
  switch (random() % (literal_too ? 7 : 3)) {
    case 0:
    case 1: return iri(pick(kIris));
    case 2: return blank("b" + std::to_string(random() % 5));
    case 3: return lang_literal(pick(kTexts), pick(kTags));
    case 4: return literal(pick(kTexts), vocab::xsd::integer);
    case 5: return literal(pick(kTexts), random() % 2 == 0 ? vocab::xsd::decimal : vocab::xsd::double_);
    default: return literal(pick(kTexts));
  }
}

}  // namespace

TEST_CASE("write, read again, compare") {
  PrefixMap prefixes = emit::standard_prefixes();
  prefixes.add("e", "http://e/");
  prefixes.add("", "urn:a:b:");
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    for (const auto& format : emit::formats()) {
      Dataset data;
      for (int i = 0; i < 30; ++i) {
        const Term graph = format.graphs && random() % 2 == 0 ? random_term(random, false) : Term();
        data.add({random_term(random, false), iri(kIris[random() % std::size(kIris)]), random_term(random, true), graph});
      }
      data.sort();
      const auto text = emit::to_string(data, format, prefixes);
      REQUIRE_FALSE(text.empty());
      Diagnostics diagnostics;
      const auto again = parse(text, format.syntax, diagnostics);
      REQUIRE_MESSAGE(diagnostics.empty(), to_string(diagnostics.items().front()) << "\n" << text);
      const auto same = isomorphic(again, data);
      REQUIRE(same.ok());
      REQUIRE_MESSAGE(*same, text);
    }
  }
}

TEST_CASE("bytes do not depend on the order in which quads came") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::mt19937 random(seed);
    std::vector<Quad> quads;
    for (int i = 0; i < 40; ++i) quads.emplace_back(QuadView{random_term(random, false), iri(kIris[random() % std::size(kIris)]), random_term(random, true), {}});
    std::string first;
    for (int round = 0; round < 4; ++round) {
      std::shuffle(quads.begin(), quads.end(), random);
      Dataset data;
      for (const auto& quad : quads) data.add(quad.view());
      data.sort();
      const auto text = emit::to_string(data, *emit::find_format("turtle"), emit::standard_prefixes());
      if (round == 0) first = text;
      CHECK(text == first);
    }
  }
}
