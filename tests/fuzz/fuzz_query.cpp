// Any text as a query over a small graph: refused with a place, or answered within the limits; the same answer twice.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/rdf/dataset.hpp"
#include "query/results.hpp"

using namespace entente;

namespace {

query::Source make_source() {
  Diagnostics diagnostics;
  const auto data = rdf::parse(
      "@prefix : <http://e/> . :a :p :b, \"x\"@en, 5, 1.5, \"2021-06-15\"^^<http://www.w3.org/2001/XMLSchema#date> . :b :p :c ; :q (1 2) . :c :p :a .",
      rdf::Syntax::Turtle, diagnostics);
  query::Source source;
  source.graph = rdf::merged_graph(data);
  return source;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const query::Source source = make_source();
  rdf::PrefixMap prefixes;
  prefixes.add("", "http://e/");
  const auto parsed = query::parse({reinterpret_cast<const char*>(data), size}, prefixes);
  if (!parsed) {
    if (parsed.error().place.line == 0) std::abort();
    return 0;
  }
  query::Limits limits;
  limits.steps = 20000;
  limits.rows = 1000;
  const auto first = query::evaluate(*parsed, source, {}, limits);
  const auto second = query::evaluate(*parsed, source, {}, limits);
  if (first.ok() != second.ok()) std::abort();
  if (first && query::to_json(*first, prefixes) != query::to_json(*second, prefixes)) std::abort();
  (void)query::check_prebinding(*parsed, {"this"});
  return 0;
}
