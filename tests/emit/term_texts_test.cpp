#include "emit/term_texts.hpp"

#include <doctest/doctest.h>

#include "emit/formats.hpp"

using namespace entente;

namespace {

// The text of one term, made the short way where there is one, and what the layout writes by itself.
void check_same(const char* format, const rdf::PrefixMap& prefixes, const rdf::Term& term) {
  rdf::Dictionary terms(rdf::Dictionary::Iris::Whole);
  const auto id = terms.intern(term);
  emit::TermTexts texts(terms, emit::find_format(format)->make(prefixes));
  texts.make_room();
  std::string expected;
  emit::find_format(format)->make(prefixes)->append_term(expected, term);
  INFO(expected);
  REQUIRE(texts.make(id));
  CHECK(texts.kind(id) == term.kind);
  CHECK(texts.term(id).view() == expected);
  std::size_t points = 0;
  for (const char c : expected) points += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  CHECK(texts.term(id).width == points);
}

}  // namespace

TEST_CASE("term texts: the quick ways write what the layout writes") {
  rdf::PrefixMap prefixes;
  prefixes.add("x", "http://x.example/");
  prefixes.add("é", "http://x.example/accent#");
  prefixes.add("relative", "#");
  prefixes.add("xsd", "http://www.w3.org/2001/XMLSchema#");
  for (const char* format : {"turtle", "trig", "ntriples", "nquads"}) {
    for (const char* iri : {"http://x.example/a-1", "http://x.example/-a", "http://x.example/", "http://x.example/a.b", "http://x.example/accent#z",
                            "http://x.example/é", "urn:x"}) {
      check_same(format, prefixes, rdf::iri(iri));
    }
    for (unsigned c = 1; c < 128; ++c) {
      for (const std::size_t before : {0U, 3U, 7U, 8U, 9U}) {
        check_same(format, prefixes, rdf::literal(std::string(before, 'x') + static_cast<char>(c) + "yyyyyyyyy"));
        check_same(format, prefixes, rdf::literal(std::string(before, '!') + static_cast<char>(c)));
      }
    }
    for (const char* text : {"", "a", "12345678", "é", "12345678é", "true", "7", "-0"}) {
      check_same(format, prefixes, rdf::literal(text));
      check_same(format, prefixes, rdf::lang_literal(text, "en"));
      for (const char* type : {"integer", "boolean", "decimal", "nonNegativeInteger"}) {
        check_same(format, prefixes, rdf::literal(text, std::string("http://www.w3.org/2001/XMLSchema#") + type));
      }
      check_same(format, prefixes, rdf::literal(text, "urn:é"));
    }
  }
}

TEST_CASE("term texts: what is wrong is found on the quick ways too") {
  rdf::PrefixMap prefixes;
  prefixes.add("relative", "#");
  prefixes.add("broken", "http://x example/");
  rdf::Dictionary terms(rdf::Dictionary::Iris::Whole);
  const rdf::TermView wrong[] = {{rdf::TermKind::Iri, "#a", {}, {}},
                                 {rdf::TermKind::Iri, "http://x example/a", {}, {}},
                                 {rdf::TermKind::Literal, "a\xFF", rdf::kXsdString, {}},
                                 {rdf::TermKind::Literal, "a", "no datatype", {}},
                                 {rdf::TermKind::Literal, "a", rdf::kRdfLangString, "-"},
                                 {rdf::TermKind::Literal, "a", rdf::kRdfLangString, {}}};
  for (const auto& term : wrong) {
    const auto id = terms.intern(term);
    emit::TermTexts texts(terms, emit::find_format("turtle")->make(prefixes));
    texts.make_room();
    CHECK_FALSE(texts.make(id));
    CHECK(texts.fault());
    CHECK_FALSE(texts.check(id));
  }
}
