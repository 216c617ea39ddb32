#include "tests/shapes/inline.hpp"

#include <algorithm>

#include "core/rdf/reader.hpp"

namespace entente::tests {
namespace {

std::string short_name(const rdf::Term& term) {
  if (term.kind == rdf::TermKind::None) return "-";
  if (term.kind == rdf::TermKind::Blank) return "_";
  if (term.kind == rdf::TermKind::Literal) return "\"" + term.value + "\"";
  return term.value.substr(term.value.find_last_of("/#:") + 1);
}

}  // namespace

rdf::Graph turtle(const std::string& text) {
  const std::string prefixes =
      "@prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "
      "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
      "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n";
  rdf::GraphBuilder builder;
  Diagnostics diagnostics;
  rdf::ReadOptions options;
  options.base = "http://example.org/base";
  rdf::read(prefixes + text, rdf::Syntax::Turtle, options,
            [&](const rdf::QuadView& q, std::uint64_t) { builder.add(q.subject, q.predicate, q.object); }, diagnostics);
  for (const auto& item : diagnostics.items()) builder.add(rdf::iri("error:" + std::to_string(item.place.line)), rdf::iri("error:is"), rdf::literal(item.message));
  return builder.build();
}

std::vector<std::string> lines_of(const shapes::Report& report) {
  std::vector<std::string> out;
  for (const auto& result : report.results) {
    std::string component = short_name(result.component);
    for (const char* tail : {"ConstraintComponent", "Component"}) {
      const std::size_t at = component.rfind(tail);
      if (at != std::string::npos) component.resize(at);
    }
    const std::string path = result.path ? to_text(*result.path, [](std::string_view iri) { return short_name(rdf::iri(iri)); }) : "-";
    out.push_back(short_name(result.focus) + " " + path + " " + short_name(result.value) + " " + component);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> validated(const std::string& data, const std::string& shapes_text, const shapes::ValidateOptions& options,
                                   const shapes::CompileOptions& compile) {
  Diagnostics diagnostics;
  const auto plan = shapes::compile(turtle(shapes_text), compile, diagnostics);
  std::vector<std::string> out;
  if (!plan) {
    for (const auto& item : diagnostics.items()) out.push_back("! " + std::string(code_text(item.code)) + " " + item.message);
    return out;
  }
  const auto report = shapes::validate(*plan, turtle(data), options);
  if (!report) return {"! " + std::string(code_text(report.error().code))};
  return lines_of(*report);
}

}  // namespace entente::tests
