#include "shapes/report/explain.hpp"

#include <algorithm>

#include "shapes/engine/registry.hpp"
#include "shapes/engine/run.hpp"
#include "shapes/report/report_writer.hpp"

namespace entente::shapes {
namespace {

constexpr std::size_t kShownValues = 8;

class Explainer {
 public:
  Explainer(const BoundPlan& plan, const rdf::PrefixMap& prefixes) : plan_(plan), evaluator_(plan), prefixes_(prefixes) {}

  std::string run(ShapeIndex index, TermId node) {
    shape(index, node, 0);
    return std::move(out_);
  }

 private:
  std::string text(TermId id) const { return term_text(plan_.data->terms().term(id), prefixes_); }
  std::string text(const Term& term) const { return term_text(term, prefixes_); }
  void line(std::size_t indent, const std::string& what) { out_.append(2 * indent, ' ').append(what).append("\n"); }

  bool conforms(ShapeIndex index, TermId node) {
    std::vector<char> good;
    evaluator_.conforms(index, {&node, 1}, good);
    return good[0] != 0;
  }

  void shape(ShapeIndex index, TermId node, std::size_t indent) {
    const BoundShape& bound = evaluator_.shape(index);
    const std::string name = shape_name(*plan_.plan, index, prefixes_);
    line(indent, text(node) + (conforms(index, node) ? " conforms to " : " DOES NOT CONFORM to ") + name);
    if (bound.shape->deactivated) return line(indent + 1, "the shape is deactivated");
    Batch batch;
    std::vector<std::uint32_t> start;
    std::vector<TermId> values;
    batch.focus = {&node, 1};
    if (bound.shape->path) {
      evaluator_.walker().walk(bound.path, batch.focus, 1, start, values);
      batch.values = values;
      line(indent + 1, "path " + to_text(*bound.shape->path, [&](std::string_view iri) { return prefixes_.text(iri); }) + ": " + shown(values));
    } else {
      start = {0, 1};
      batch.values = batch.focus;
    }
    batch.start = start;
    for (std::size_t c = 0; c < bound.constraints.size(); ++c) constraint(bound, c, batch, indent + 1);
    if (bound.constraints.empty()) line(indent + 1, "no constraints");
  }

  std::string shown(const std::vector<TermId>& values) const {
    std::string out = values.size() == 1 ? "1 value" : std::to_string(values.size()) + " values";
    for (std::size_t i = 0; i < values.size() && i < kShownValues; ++i) out += (i == 0 ? ": " : ", ") + text(values[i]);
    return out + (values.size() > kShownValues ? ", ..." : "");
  }

  std::string label(const Constraint& constraint) const {
    if (constraint.component == nullptr) return text(constraint.component_iri);
    const std::string_view names = constraint.component->parameters;
    std::string out = "sh:" + std::string(names.substr(0, names.find(' ')));
    for (const auto& [name, value] : constraint.parameters) {
      if (value.kind == rdf::TermKind::Blank) continue;
      out += (out == "sh:" + name ? " " : " " + name + " ") + (name == "in" ? "(" + value.value + ")" : text(value));
    }
    return out;
  }

  void constraint(const BoundShape& bound, std::size_t c, const Batch& batch, std::size_t indent) {
    const Constraint& constraint = *bound.constraints[c].constraint;
    CollectingSink sink(evaluator_, false);
    evaluator_.check(bound, c, batch, sink);
    auto results = materialise(sink.take(), plan_);
    const std::string name = label(constraint);
    if (results.empty()) line(indent, name + ": passes");
    else if (constraint.results_of_shapes) line(indent, name + ": FAILS");
    for (const ValidationResult& result : results) {
      if (constraint.results_of_shapes) break;  // told below, where they arise
      const bool with_value = result.value.kind != rdf::TermKind::None && result.value != result.focus;
      line(indent, name + ": FAILS" + (with_value ? " for " + text(result.value) : "") + ": " + result.messages.front().value);
    }
    for (const ShapeIndex nested : constraint.shapes) {
      for (std::size_t i = 0; i < batch.values.size() && i < kShownValues; ++i) shape(nested, batch.values[i], indent + 1);
    }
  }

  const BoundPlan& plan_;
  Evaluator evaluator_;
  const rdf::PrefixMap& prefixes_;
  std::string out_;
};

}  // namespace

Result<std::string> explain(const Plan& plan, const rdf::Graph& graph, const Term& node, const Term& shape, const rdf::PrefixMap& prefixes,
                            const ValidateOptions& options) {
  const auto found = std::find_if(plan.shapes.begin(), plan.shapes.end(), [&](const Shape& s) { return s.id == shape; });
  if (found == plan.shapes.end()) {
    return Diagnostic{Severity::Error, Code::ShapesUnknown, {}, "There is no shape " + term_text(shape, prefixes)};
  }
  PreparedData data(plan, graph, options);
  const TermId id = data.intern(node);
  const BoundPlan bound = bind(plan, data, false);
  const auto index = static_cast<ShapeIndex>(found - plan.shapes.begin());
  std::string out = Explainer(bound, prefixes).run(index, id);
  const auto targets = focus_nodes(bound, *found);
  if (!std::binary_search(targets.begin(), targets.end(), id)) out += "(the node is not among the shape's own targets)\n";
  return out;
}

}  // namespace entente::shapes
