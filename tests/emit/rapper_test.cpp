// Our Turtle and N-Triples read by Raptor, where Debian's raptor2-utils are installed.
#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "core/base/file.hpp"
#include "core/rdf/canonical.hpp"
#include "core/rdf/vocabulary.hpp"
#include "emit/write.hpp"

using namespace entente;
using namespace entente::rdf;

namespace {

std::string output_of(const std::string& command) {
  std::string out;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, got);
  CHECK(::pclose(pipe) == 0);
  return out;
}

Dataset sample() {
  Dataset data;
  const Term s = iri("https://w3id.org/entente/ns#x");
  for (const auto* text : {"", "\"", "\\", "a\nb\tc", "\xC3\xA9\xF0\x9F\x98\x80", "''' \"\"\"", "#", "true"}) {
    data.add(s, iri(vocab::rdfs::label), literal(text));
    data.add(s, iri(vocab::rdfs::comment), lang_literal(text, "en-gb"));
  }
  for (const auto* text : {"1", "-5", "007", "1.5"}) data.add(s, iri(vocab::rdf::value), literal(text, vocab::xsd::integer));
  for (const auto* text : {"1.5", "-0.1", "1", ".5"}) data.add(s, iri(vocab::rdf::value), literal(text, vocab::xsd::decimal));
  for (const auto* text : {"1.5E0", "1e5", "-1.0E-10"}) data.add(s, iri(vocab::rdf::value), literal(text, vocab::xsd::double_));
  for (const auto* text : {"true", "1"}) data.add(s, iri(vocab::rdf::value), literal(text, vocab::xsd::boolean_));
  data.add(s, iri(vocab::rdf::type), iri("http://e/%20(x)?y=1&z#-a"));
  data.add(s, iri(vocab::rdfs::seeAlso), blank("b"));
  data.add(blank("b"), iri(vocab::rdf::value), iri(vocab::rdf::nil));
  data.sort();
  return data;
}

}  // namespace

TEST_CASE("Raptor reads what we write") {
  if (std::system("command -v rapper >/dev/null 2>&1") != 0) {
    std::printf("skipped: rapper is not installed\n");
    return;
  }
  const auto data = sample();
  for (const auto* name : {"turtle", "ntriples"}) {
    const auto* format = emit::find_format(name);
    const auto path = std::filesystem::temp_directory_path() / ("entente-" + std::to_string(::getpid()) + std::string(format->ending));
    REQUIRE(emit::write_file(path, data, *format, emit::standard_prefixes()).ok());
    const auto text = output_of("rapper -q -i " + std::string(name) + " -o ntriples '" + path.string() + "'");
    std::filesystem::remove(path);
    Diagnostics diagnostics;
    const auto again = parse(text, Syntax::NTriples, diagnostics);
    CHECK(diagnostics.empty());
    const auto same = isomorphic(again, data);
    REQUIRE(same.ok());
    CHECK_MESSAGE(*same, text);
  }
}
