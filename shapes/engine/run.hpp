// Private to the validator and to what looks over its shoulder (explain, coverage): targets and results.
#pragma once

#include "shapes/engine/validator.hpp"

namespace entente::shapes {

// Nodes that the targets name, ascending, each once; without those of TargetKind::Where.
std::vector<TermId> nodes_of(const std::vector<Target>& targets, const Data& data);
// Focus nodes of a shape, ascending, each once.
std::vector<TermId> focus_nodes(const BoundPlan& plan, const Shape& shape);

// Terms that no data need hold but that may be focus nodes: interned before anything is bound.
void intern_targets(const Plan& plan, Data& data);

// The data with what the options add, and the targets interned.
struct PreparedData : Data {
  PreparedData(const Plan& plan, const rdf::Graph& graph, const ValidateOptions& options);
};

// A result before it becomes text: `failure` of constraint `constraint` of shape `shape` at `focus`.
struct RawResult {
  ShapeIndex shape = 0;
  std::uint32_t constraint = 0;
  TermId focus = rdf::kNoTerm;
  Failure failure;
  std::vector<RawResult> details;
};

class CollectingSink : public Sink {
 public:
  CollectingSink(Evaluator& evaluator, bool details) : evaluator_(evaluator), details_(details) {}
  bool collects() const override { return true; }
  void fail(const Batch& batch, std::size_t i, const BoundShape& shape, std::size_t constraint, Failure failure) override;
  std::vector<RawResult> take() { return std::move(results_); }

 private:
  void add_details(RawResult& result, const Constraint& constraint);

  Evaluator& evaluator_;
  bool details_;
  std::vector<RawResult> results_;
};

// Every target of every shape, on several threads.
Result<Report> validate_bound(const BoundPlan& bound, const ValidateOptions& options);

// Results in the report's order.
std::vector<ValidationResult> materialise(std::vector<RawResult> raw, const BoundPlan& plan);

// A message with "{name}", "{$name}" and "{?name}" replaced; unknown names stay.
std::string fill_message(std::string_view text, const std::vector<std::pair<std::string, Term>>& values, const rdf::PrefixMap& prefixes);

}  // namespace entente::shapes
