#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/registry.hpp"
#include "shapes/report/report_writer.hpp"

namespace entente::shapes {

std::string term_text(const rdf::TermView& term, const rdf::PrefixMap& prefixes) {
  if (term.is_iri()) return prefixes.text(term.value);
  if (!term.is_literal() || term.datatype == rdf::kXsdString || !term.language.empty()) return rdf::to_ntriples(term);
  const std::string bare = rdf::to_ntriples({rdf::TermKind::Literal, term.value, rdf::kXsdString, {}});
  return bare + "^^" + prefixes.text(term.datatype);
}

std::string shape_name(const Plan& plan, ShapeIndex index, const rdf::PrefixMap& prefixes) {
  std::string tail;
  for (int depth = 0; depth < 8; ++depth) {
    const Shape& shape = plan.shapes[index];
    if (shape.id.kind == rdf::TermKind::Iri) return prefixes.text(shape.id.value) + tail;
    const std::string own = shape.path ? to_text(*shape.path, [&](std::string_view iri) { return prefixes.text(iri); }) : "";
    bool found = false;
    for (ShapeIndex above = 0; above < plan.shapes.size() && !found; ++above) {
      for (const Constraint& constraint : plan.shapes[above].constraints) {
        if (std::find(constraint.shapes.begin(), constraint.shapes.end(), index) == constraint.shapes.end()) continue;
        const bool property = constraint.results_of_shapes;
        const std::string_view key = constraint.component == nullptr ? "" : constraint.component->parameters;
        std::string step = property ? own : "sh:" + std::string(key.substr(0, key.find(' ')));
        if (!property && !own.empty()) step += " " + own;
        tail = " / " + step + tail;
        index = above;
        found = true;
        break;
      }
    }
    if (!found) return rdf::to_ntriples(shape.id) + (own.empty() ? "" : " (" + own + ")") + tail;
  }
  return "..." + tail;
}

std::vector<std::size_t> told_results(const Report& report, std::size_t limit) {
  std::vector<std::size_t> out;
  std::size_t of_shape = 0;
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    of_shape = i > 0 && report.results[i].shape_index == report.results[i - 1].shape_index ? of_shape + 1 : 0;
    if (limit == 0 || of_shape < limit) out.push_back(i);
  }
  return out;
}

}  // namespace entente::shapes
