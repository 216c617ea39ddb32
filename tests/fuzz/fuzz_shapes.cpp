// Any Turtle as a shapes graph (with every component, SPARQL and drafts), validating itself; and any pattern.
#include "core/rdf/reader.hpp"
#include "shapes/engine/validator.hpp"
#include "shapes/engine/xpath_regex.hpp"

using namespace entente;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)shapes::to_re2(text, "");
  rdf::GraphBuilder builder;
  Diagnostics diagnostics;
  rdf::ReadOptions options;
  options.base = "http://example.org/";
  rdf::read(text, rdf::Syntax::Turtle, options,
            [&](const rdf::QuadView& q, std::uint64_t) { builder.add(q.subject, q.predicate, q.object); }, diagnostics);
  const rdf::Graph graph = builder.build();
  shapes::CompileOptions compile;
  compile.draft_1_2 = true;
  const auto plan = shapes::compile(graph, compile, diagnostics);
  if (!plan) return 0;
  shapes::ValidateOptions validate;
  validate.threads = 1;
  validate.details = true;
  if (const auto report = shapes::validate(*plan, graph, validate)) (void)shapes::to_dataset(*report);
  return 0;
}
