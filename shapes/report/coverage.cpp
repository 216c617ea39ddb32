#include <algorithm>
#include <map>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/run.hpp"
#include "shapes/report/explain.hpp"
#include "shapes/report/report_writer.hpp"

namespace entente::shapes {
namespace {

void touch_types(const Shape& shape, const Data& data, TouchedTriples& touched) {
  const TermId type = data.graph().find_iri(vocab::rdf::type);
  for (const Target& target : shape.targets) {
    if (target.kind != TargetKind::Class && target.kind != TargetKind::ImplicitClass) continue;
    for (const TermId id : data.subclasses_of(target.term)) {
      for (const auto& t : data.graph().with_predicate_object(type, id)) touched.touch(t.subject, type, id);
    }
  }
}

void count_triples(const rdf::Graph& graph, const TouchedTriples& touched, Coverage& coverage) {
  std::map<TermId, std::uint64_t> untouched;
  coverage.triples = graph.size();
  std::size_t position = 0;
  for (TermId subject = 1; subject <= graph.term_count(); ++subject) {
    for (const auto& t : graph.with_subject(subject)) {
      if (touched.touched(position++)) ++coverage.touched;
      else ++untouched[t.predicate];
    }
  }
  for (const auto& [predicate, count] : untouched) coverage.untouched_by_predicate.emplace_back(graph.term(predicate), count);
  std::sort(coverage.untouched_by_predicate.begin(), coverage.untouched_by_predicate.end(),
            [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
}

}  // namespace

Result<Report> validate_with_coverage(const Plan& plan, const rdf::Graph& graph, const ValidateOptions& options, Coverage& coverage) {
  PreparedData data(plan, graph, options);
  TouchedTriples touched(graph);
  data.touched = &touched;
  BoundPlan bound = bind(plan, data, true);
  bound.touched = &touched;
  auto report = validate_bound(bound, options);
  for (const BoundShape& shape : bound.shapes) {
    ShapeUse use;
    use.shape = shape.index;
    use.targets = shape.shape->deactivated ? 0 : focus_nodes(bound, *shape.shape).size();
    use.focus = shape.usage->focus;
    use.values = shape.usage->values;
    coverage.shapes.push_back(use);
    touch_types(*shape.shape, data, touched);
  }
  count_triples(graph, touched, coverage);
  return report;
}

std::string to_text(const Coverage& coverage, const Plan& plan, const rdf::PrefixMap& prefixes) {
  std::string out = "Coverage: " + std::to_string(coverage.touched) + " of " + std::to_string(coverage.triples) + " triples looked at\n";
  for (const ShapeUse& use : coverage.shapes) {
    if (use.focus != 0) continue;
    const Shape& shape = plan.shapes[use.shape];
    out += "  never used: " + shape_name(plan, use.shape, prefixes);
    out += shape.deactivated ? " (deactivated)\n" : !shape.targets.empty() ? " (no node is a target)\n" : shape.constraints.empty() ? " (no constraints)\n" : "\n";
  }
  for (const ShapeUse& use : coverage.shapes) {
    if (use.focus == 0 || use.values != 0) continue;
    out += "  never saw a value: " + shape_name(plan, use.shape, prefixes) + " (" + std::to_string(use.focus) + " nodes)\n";
  }
  for (const auto& [predicate, count] : coverage.untouched_by_predicate) {
    out += "  " + std::to_string(count) + " triples never looked at: " + term_text(predicate, prefixes) + "\n";
  }
  return out;
}

}  // namespace entente::shapes
