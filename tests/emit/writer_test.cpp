#include <doctest/doctest.h>

#include "core/rdf/vocabulary.hpp"
#include "emit/write.hpp"
#include "emit/writer.hpp"

using namespace entente;
using namespace entente::rdf;

namespace {

Dataset sample() {
  Dataset data;
  const Term s = iri("https://w3id.org/entente/ns#x");
  data.add(s, iri(vocab::rdfs::label), lang_literal("Größe \"q\"\n", "DE"));
  data.add(s, iri(vocab::rdf::type), iri(vocab::owl::Class));
  for (const auto* value : {"1", "01", "-0", "+1", "-12"}) data.add(s, iri(vocab::rdf::value), literal(value, vocab::xsd::integer));
  for (const auto* value : {"0.5", "1.", ".5", "1.50", "2.0"}) data.add(s, iri(vocab::dcterms::valid), literal(value, vocab::xsd::decimal));
  data.add(s, iri(vocab::rdfs::seeAlso), iri("https://w3id.org/entente/ns#"));
  data.add(s, iri(vocab::rdfs::seeAlso), iri("https://w3id.org/entente/ns#a.b"));
  data.add(iri("http://a/"), iri("http://p/-x"), literal("TRUE", vocab::xsd::boolean_));
  data.sort();
  return data;
}

}  // namespace

TEST_CASE("Turtle is grouped, prefixed, sorted and aligned") {
  const auto text = emit::to_string(sample(), *emit::find_format("turtle"), emit::standard_prefixes());
  CHECK(text == R"(@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ent:     <https://w3id.org/entente/ns#> .
@prefix owl:     <http://www.w3.org/2002/07/owl#> .
@prefix rdf:     <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs:    <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd:     <http://www.w3.org/2001/XMLSchema#> .

<http://a/>
    <http://p/-x> "TRUE"^^xsd:boolean .

ent:x
    a             owl:Class ;
    dcterms:valid ".5"^^xsd:decimal, 0.5, "1."^^xsd:decimal, "1.50"^^xsd:decimal, 2.0 ;
    rdf:value     "+1"^^xsd:integer, "-0"^^xsd:integer, -12, "01"^^xsd:integer, 1 ;
    rdfs:label    "Größe \"q\"\n"@de ;
    rdfs:seeAlso  <https://w3id.org/entente/ns#>, <https://w3id.org/entente/ns#a.b> .
)");
}

TEST_CASE("TriG keeps graphs apart") {
  Dataset data;
  data.add({iri("x:s"), iri("x:p"), literal("1", vocab::xsd::integer), iri("x:g")});
  data.add({iri("x:s"), iri("x:p"), literal("2", vocab::xsd::integer), {}});
  data.add({iri("x:t"), iri("x:p"), literal("3", vocab::xsd::integer), iri("x:g")});
  data.sort();
  CHECK(emit::to_string(data, *emit::find_format(".trig"), {}) ==
        "\n<x:s>\n    <x:p> 2 .\n\n<x:g> {\n    <x:s>\n        <x:p> 1 .\n\n    <x:t>\n        <x:p> 3 .\n}\n");
}

TEST_CASE("bad data is an error, never bad bytes") {
  const auto write_one = [](const QuadView& quad, const char* format) {
    std::string out;
    emit::Writer writer(*emit::find_format(format), emit::to_string_sink(out), {});
    writer.write(quad);
    return writer.finish();
  };
  const Term good = iri("x:s");
  CHECK(write_one({good, good, good, {}}, "nt").ok());
  CHECK(write_one({good, good, iri("a b"), {}}, "nt").error().code == Code::RdfBadIri);
  CHECK(write_one({good, good, literal("\xFF"), {}}, "turtle").error().code == Code::RdfBadLiteral);
  CHECK(write_one({literal("x"), good, good, {}}, "nq").error().code == Code::RdfBadQuad);
  CHECK(write_one({good, blank("b"), good, {}}, "trig").error().code == Code::RdfBadQuad);
  CHECK(write_one({good, good, good, good}, "turtle").error().code == Code::RdfBadQuad);
  CHECK(write_one({good, good, blank("a b"), good}, "trig").error().code == Code::RdfBadBlank);
}

TEST_CASE("the first failure of the sink is latched") {
  for (const auto& format : emit::formats()) {
    int calls = 0;
    emit::Writer writer(format, [&](std::string_view) { return ++calls < 3; }, {});
    const std::string big(300000, 'x');
    for (int i = 0; i < 40; ++i) writer.write({iri("x:s" + std::to_string(i)), iri("x:p"), literal(big), {}});
    const auto done = writer.finish();
    REQUIRE_FALSE(done.ok());
    CHECK(done.error().code == Code::IoWrite);
    CHECK(calls == 3);
  }
}

TEST_CASE("a full disk leaves no file") {
  CHECK_FALSE(emit::write_file("/dev/full/x.nt", sample(), *emit::find_format("nt"), {}).ok());
}

TEST_CASE("formats are found by name and ending") {
  CHECK(emit::find_format("turtle")->syntax == Syntax::Turtle);
  CHECK(emit::find_format("nq")->graphs);
  CHECK(emit::find_format("xml") == nullptr);
}
