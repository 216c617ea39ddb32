// From raw results (ids) to the report's (terms). The order is by the terms' text, not by ids, so each
// different term among the results is ranked once and the results are sorted by ranks.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/run.hpp"

namespace entente::shapes {
namespace {

class Ranks {
 public:
  Ranks(const std::vector<RawResult>& raw, const rdf::Dictionary& terms) : terms_(terms) {
    for (const RawResult& result : raw) {
      for (const TermId id : {result.focus, result.failure.value, result.failure.predicate}) {
        if (id != rdf::kNoTerm) ids_.push_back(id);
      }
    }
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    std::vector<std::pair<Term, TermId>> ordered;
    for (const TermId id : ids_) ordered.emplace_back(terms_.term(id), id);
    std::sort(ordered.begin(), ordered.end());
    for (std::size_t i = 0; i < ordered.size(); ++i) rank_[ordered[i].second] = i + 1;
  }
  std::size_t operator()(TermId id) const { return id == rdf::kNoTerm ? 0 : rank_.find(id)->second; }

 private:
  const rdf::Dictionary& terms_;
  std::vector<TermId> ids_;
  std::unordered_map<TermId, std::size_t> rank_;
};

class Materialiser {
 public:
  explicit Materialiser(const BoundPlan& plan) : plan_(plan), paths_(plan.shapes.size()), shape_rank_(plan.shapes.size()) {
    std::vector<ShapeIndex> order(plan.shapes.size());
    for (ShapeIndex i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](ShapeIndex a, ShapeIndex b) { return plan.shapes[a].shape->id < plan.shapes[b].shape->id; });
    for (std::size_t i = 0; i < order.size(); ++i) shape_rank_[order[i]] = i;
  }

  std::vector<ValidationResult> run(std::vector<RawResult> raw) {
    const Ranks rank(raw, plan_.data->terms());
    const auto key = [&](const RawResult& r) {
      return std::tuple(shape_rank_[r.shape], rank(r.focus), r.constraint, rank(r.failure.predicate), rank(r.failure.value));
    };
    std::stable_sort(raw.begin(), raw.end(), [&](const RawResult& a, const RawResult& b) { return key(a) < key(b); });
    std::vector<ValidationResult> out;
    out.reserve(raw.size());
    for (RawResult& r : raw) out.push_back(one(r));
    return out;
  }

 private:
  ValidationResult one(RawResult& raw) {
    const Shape& shape = *plan_.shapes[raw.shape].shape;
    const Constraint& constraint = shape.constraints[raw.constraint];
    const rdf::Dictionary& terms = plan_.data->terms();
    ValidationResult out;
    out.focus = terms.term(raw.focus);
    if (raw.failure.value != rdf::kNoTerm) out.value = terms.term(raw.failure.value);
    const Failure::More* more = raw.failure.more.get();
    if (more != nullptr && more->value) out.value = *more->value;
    out.path = path_of(raw);
    out.severity = shape.severity;
    out.component = constraint.component_iri;
    out.shape = shape.id;
    if (constraint.source) out.constraint = *constraint.source;
    out.shape_index = raw.shape;
    set_messages(out, shape, constraint, more);
    if (!raw.details.empty()) out.details = run(std::move(raw.details));
    return out;
  }

  std::shared_ptr<const Path> path_of(const RawResult& raw) {
    if (raw.failure.more != nullptr && raw.failure.more->path) return std::make_shared<const Path>(*raw.failure.more->path);
    if (raw.failure.predicate != rdf::kNoTerm) {
      auto& path = predicates_[raw.failure.predicate];
      if (!path) path = std::make_shared<const Path>(predicate_path(plan_.data->terms().term(raw.failure.predicate)));
      return path;
    }
    const Shape& shape = *plan_.shapes[raw.shape].shape;
    if (!shape.path) return nullptr;
    auto& path = paths_[raw.shape];
    if (!path) path = std::make_shared<const Path>(*shape.path);
    return path;
  }

  void set_messages(ValidationResult& out, const Shape& shape, const Constraint& constraint, const Failure::More* more) const {
    const rdf::PrefixMap& prefixes = plan_.plan->prefixes;
    auto values = constraint.parameters;
    values.emplace_back("this", out.focus);
    if (out.value.kind != rdf::TermKind::None) values.emplace_back("value", out.value);
    if (out.path) values.emplace_back("path", rdf::literal(to_text(*out.path, [&](std::string_view iri) {
      return short_text({rdf::TermKind::Iri, iri, {}, {}}, prefixes);
    })));
    const auto& given = more != nullptr && !more->messages.empty() ? more->messages
                        : !constraint.messages.empty()             ? constraint.messages
                                                                   : shape.messages;
    for (const Term& message : given) {
      out.messages.push_back(message);
      out.messages.back().value = fill_message(message.value, values, prefixes);
    }
    if (!out.messages.empty()) return;
    for (auto& [name, value] : values) {
      if (value.kind == rdf::TermKind::Blank && name != "this" && name != "value") value = rdf::literal("the nested shape");
    }
    out.messages.push_back(rdf::literal(fill_message(constraint.message, values, prefixes)));
  }

  const BoundPlan& plan_;
  std::vector<std::shared_ptr<const Path>> paths_;
  std::vector<std::size_t> shape_rank_;
  std::map<TermId, std::shared_ptr<const Path>> predicates_;
};

}  // namespace

std::vector<ValidationResult> materialise(std::vector<RawResult> raw, const BoundPlan& plan) {
  if (raw.empty()) return {};
  return Materialiser(plan).run(std::move(raw));
}

std::size_t Report::count(std::string_view severity) const {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [&](const ValidationResult& r) { return r.severity.value == severity; }));
}

}  // namespace entente::shapes
