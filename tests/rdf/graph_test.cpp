// The graph against a plain set of triples: every pattern, duplicates, any number of threads.
#include "core/rdf/graph.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

using namespace entente::rdf;

namespace {

TermView iri_view(std::string_view value) { return {TermKind::Iri, value, {}, {}}; }

std::vector<Triple> random_triples(std::size_t count, TermId terms, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<TermId> any(1, terms);
  std::vector<Triple> out(count);
  for (auto& t : out) t = {any(random), 1 + any(random) % 5, any(random)};
  return out;
}

Graph graph_of(const std::vector<Triple>& triples, TermId terms, unsigned threads) {
  GraphBuilder builder;
  for (TermId i = 1; i <= terms; ++i) builder.intern(iri_view("https://example.org/ns/" + std::to_string(i)));
  for (const Triple& t : triples) builder.add(t.subject, t.predicate, t.object);
  return builder.build(threads);
}

std::vector<Triple> matches(const Graph& graph, TermId s, TermId p, TermId o) {
  std::vector<Triple> out;
  graph.for_each(s, p, o, [&](const Triple& t) { out.push_back(t); });
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("every pattern gives what a plain set gives") {
  const TermId terms = 40;
  const auto triples = random_triples(900, terms, 1);
  const std::set<Triple> expected(triples.begin(), triples.end());
  const Graph graph = graph_of(triples, terms, 1);
  CHECK(graph.size() == expected.size());
  for (TermId s = 0; s <= terms + 1; ++s) {
    for (TermId p = 0; p <= 6; ++p) {
      for (TermId o = 0; o <= terms + 1; o += 1 + (s > 3 ? 5 : 0)) {
        std::vector<Triple> want;
        for (const Triple& t : expected) {
          if ((s == 0 || t.subject == s) && (p == 0 || t.predicate == p) && (o == 0 || t.object == o)) want.push_back(t);
        }
        REQUIRE(matches(graph, s, p, o) == want);
        if (s && p && o) REQUIRE(graph.contains(s, p, o) == !want.empty());
      }
    }
  }
}

TEST_CASE("ranges come in the documented order") {
  const Graph graph = graph_of(random_triples(2000, 30, 2), 30, 2);
  for (TermId id = 1; id <= 30; ++id) {
    const auto s = graph.with_subject(id);
    CHECK(std::is_sorted(s.begin(), s.end()));
    const auto o = graph.with_object(id);
    CHECK(std::is_sorted(o.begin(), o.end()));
    const auto p = graph.with_predicate(id);
    CHECK(std::is_sorted(p.begin(), p.end()));
  }
  CHECK(std::is_sorted(graph.predicates().begin(), graph.predicates().end()));
}

TEST_CASE("the number of threads changes nothing") {
  const auto triples = random_triples(120'000, 5'000, 3);
  const Graph one = graph_of(triples, 5'000, 1);
  for (const unsigned threads : {2U, 3U, 7U}) {
    const Graph many = graph_of(triples, 5'000, threads);
    REQUIRE(one.size() == many.size());
    for (TermId id = 1; id <= 5'000; ++id) {
      REQUIRE(std::ranges::equal(one.with_subject(id), many.with_subject(id)));
      REQUIRE(std::ranges::equal(one.with_object(id), many.with_object(id)));
    }
    for (const TermId p : one.predicates()) REQUIRE(std::ranges::equal(one.with_predicate(p), many.with_predicate(p)));
  }
}

TEST_CASE("an empty graph answers") {
  for (const Graph& graph : {Graph(), GraphBuilder().build()}) {
    CHECK(graph.size() == 0);
    CHECK(graph.term_count() == 0);
    CHECK(graph.with_subject(0).empty());
    CHECK(graph.with_subject(7).empty());
    CHECK(graph.with_predicate(1).empty());
    CHECK(graph.with_object(3).empty());
    CHECK(graph.find(iri_view("https://example.org/")) == kNoTerm);
  }
}

TEST_CASE("terms survive compression") {
  Dictionary dictionary;
  const std::string integer = "http://www.w3.org/2001/XMLSchema#integer";
  const std::vector<TermView> terms = {
      iri_view("https://example.org/a/1"), iri_view("https://example.org/a/2"), iri_view("https://example.org/a/3"),
      iri_view("https://example.org/a/3/target"), iri_view("https://example.org/a/"), iri_view("urn:x"), iri_view("a:"),
      iri_view(""), iri_view("https://example.org/a#"), iri_view("https://example.org/a#b"),
      {TermKind::Blank, "urn:x", {}, {}}, {TermKind::Literal, "urn:x", kXsdString, {}},
      {TermKind::Literal, "", kXsdString, {}}, {TermKind::Literal, "1", kXsdString, {}}, {TermKind::Literal, "1", integer, {}},
      {TermKind::Literal, "1", kRdfLangString, "en"}, {TermKind::Literal, "1", kRdfLangString, "en-gb"}};
  std::vector<TermId> ids;
  for (const TermView& term : terms) ids.push_back(dictionary.intern(term));
  std::string buffer;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    CHECK(ids[i] == i + 1);
    CHECK(dictionary.find(terms[i]) == ids[i]);
    CHECK(dictionary.intern(terms[i]) == ids[i]);
    CHECK(dictionary.view(ids[i], buffer) == terms[i]);
    CHECK(dictionary.kind(ids[i]) == terms[i].kind);
  }
  CHECK(dictionary.find({TermKind::Literal, "1", kRdfLangString, "fr"}) == kNoTerm);
}

TEST_CASE("many and long terms survive") {
  Dictionary dictionary;
  const auto text = [](unsigned i) { return "https://example.org/" + std::to_string(i % 100) + "/" + std::to_string(i * 7919U); };
  for (unsigned i = 0; i < 200'000; ++i) REQUIRE(dictionary.intern(iri_view(text(i))) == i + 1);
  const std::string long_one(5'000'000, 'x');
  const TermId id = dictionary.intern({TermKind::Literal, long_one, kXsdString, {}});
  std::string buffer;
  CHECK(dictionary.view(id, buffer).value == long_one);
  CHECK(dictionary.find(iri_view("https://example.org/next")) == kNoTerm);
  for (unsigned i = 0; i < 200'000; i += 17) REQUIRE(dictionary.view(i + 1, buffer).value == text(i));
}

TEST_CASE("a graph over another shares its ids") {
  GraphBuilder first;
  first.add(iri_view("u:s"), iri_view("u:p"), iri_view("u:o"));
  const Graph below = first.build();
  GraphBuilder second(below);
  second.add(iri_view("u:o"), iri_view("u:q"), iri_view("u:new"));
  const Graph above = second.build();
  CHECK(above.size() == 1);
  CHECK(above.find_iri("u:o") == below.find_iri("u:o"));
  CHECK(above.find_iri("u:new") > below.term_count());
  CHECK(above.term(above.find_iri("u:s")).value == "u:s");
  CHECK(below.with_subject(above.find_iri("u:new")).empty());
  CHECK(above.contains(above.find_iri("u:o"), above.find_iri("u:q"), above.find_iri("u:new")));
}
