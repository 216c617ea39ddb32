// A shape is run over a slice of focus nodes at a time: first the path gives all their values, then each
// constraint sees the whole slice. Nested shapes get the values of the slice as their nodes, so a check is
// called a few times a slice, however many nodes there are. Nodes found to conform, or not, to a shape that is
// costly or used in several places are remembered, which keeps shapes that share shapes from multiplying.
#include "shapes/engine/evaluator.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace entente::shapes {
namespace {

constexpr std::size_t kValueLimit = 1U << 16U;  // values held of one slice, unless one node has more

class ConformanceSink : public Sink {
 public:
  explicit ConformanceSink(std::vector<char>& good) : good_(good) {}
  bool collects() const override { return false; }
  void fail(const Batch& batch, std::size_t i, const BoundShape&, std::size_t, Failure) override { good_[batch.first + i] = 0; }

 private:
  std::vector<char>& good_;
};

BoundConstraint bind_constraint(const Constraint& constraint, const Data& data) {
  BoundConstraint out{&constraint, {}};
  if (const auto* value = std::get_if<ValueRule>(&constraint.rule)) out.check = value->bind(data.terms());
  if (const auto* with_data = std::get_if<DataRule>(&constraint.rule)) out.check = with_data->bind(data);
  if (const auto* set = std::get_if<SetRule>(&constraint.rule)) out.check = set->bind(data);
  if (const auto* count = std::get_if<CountRule>(&constraint.rule)) out.check = *count;
  if (const auto* shapes = std::get_if<ShapeRule>(&constraint.rule)) out.check = &shapes->check;
  return out;
}

}  // namespace

BoundPlan bind(const Plan& plan, const Data& data, bool count_usage) {
  BoundPlan out;
  out.plan = &plan;
  out.data = &data;
  out.shapes.reserve(plan.shapes.size());
  for (const Shape& shape : plan.shapes) {
    BoundShape bound;
    bound.shape = &shape;
    bound.index = static_cast<ShapeIndex>(out.shapes.size());
    if (shape.path) bound.path = bind_path(*shape.path, data.graph());
    if (!shape.deactivated) {
      bound.constraints.reserve(shape.constraints.size());
      for (const Constraint& constraint : shape.constraints) bound.constraints.push_back(bind_constraint(constraint, data));
    }
    if (shape.remember) bound.memory = std::make_unique<Memory>(data.terms().count());
    if (count_usage) bound.usage = std::make_unique<Usage>();
    out.shapes.push_back(std::move(bound));
  }
  return out;
}

void Evaluator::run(const BoundShape& shape, std::span<const TermId> nodes, Sink& sink) {
  if (shape.constraints.empty()) return;
  std::vector<std::uint32_t> start;
  std::vector<TermId> values;
  for (std::size_t done = 0; done < nodes.size();) {
    Batch batch;
    batch.first = done;
    batch.focus = nodes.subspan(done, std::min(nodes.size() - done, kValueLimit));
    if (shape.shape->path) {
      batch.focus = batch.focus.first(walker_.walk(shape.path, batch.focus, kValueLimit, start, values));
      batch.values = values;
    } else {
      start.resize(batch.focus.size() + 1);
      std::iota(start.begin(), start.end(), 0U);
      batch.values = batch.focus;
    }
    batch.start = start;
    if (shape.usage) {
      shape.usage->focus += batch.focus.size();
      shape.usage->values += batch.values.size();
    }
    for (std::size_t c = 0; c < shape.constraints.size(); ++c) check(shape, c, batch, sink);
    done += batch.focus.size();
  }
}

// Values that come again and again (classes, rules, members of closed lists) are looked at once.
void Evaluator::check_values(const BoundShape& shape, std::size_t constraint, const Batch& batch, Sink& sink) {
  const auto& fine = std::get<ValueCheck>(shape.constraints[constraint].check);
  std::array<TermId, 64> recent{};  // that were fine, by the last bits of their ids
  for (std::size_t i = 0; i < batch.focus.size(); ++i) {
    for (const TermId value : batch.of(i)) {
      TermId& known = recent[value % recent.size()];
      if (known == value) continue;
      if (fine(value)) {
        known = value;
      } else {
        sink.fail(batch, i, shape, constraint, {value, rdf::kNoTerm, nullptr});
      }
    }
  }
}

void Evaluator::check_counts(const BoundShape& shape, std::size_t constraint, const Batch& batch, Sink& sink) {
  const auto rule = std::get<CountRule>(shape.constraints[constraint].check);
  for (std::size_t i = 0; i < batch.focus.size(); ++i) {
    if (!rule.holds(batch.start[i + 1] - batch.start[i])) sink.fail(batch, i, shape, constraint, {});
  }
}

void Evaluator::check_sets(const BoundShape& shape, std::size_t constraint, const Batch& batch, Sink& sink) {
  const auto& look_at = std::get<SetCheck>(shape.constraints[constraint].check);
  Failures failures;
  for (std::size_t i = 0; i < batch.focus.size(); ++i) {
    look_at(batch.focus[i], batch.of(i), failures);
    for (Failure& failure : failures.items()) sink.fail(batch, i, shape, constraint, std::move(failure));
    failures.items().clear();
  }
}

void Evaluator::check(const BoundShape& shape, std::size_t constraint, const Batch& batch, Sink& sink) {
  const auto& bound = shape.constraints[constraint].check;
  if (std::holds_alternative<ValueCheck>(bound)) return check_values(shape, constraint, batch, sink);
  if (std::holds_alternative<CountRule>(bound)) return check_counts(shape, constraint, batch, sink);
  if (std::holds_alternative<SetCheck>(bound)) return check_sets(shape, constraint, batch, sink);
  const BoundShape* outer_shape = std::exchange(current_shape_, &shape);
  const std::size_t outer_constraint = std::exchange(current_constraint_, constraint);
  (*std::get<const ShapeCheck*>(bound))(*this, batch, sink);
  current_shape_ = outer_shape;
  current_constraint_ = outer_constraint;
}

void Evaluator::conforms_afresh(const BoundShape& bound, std::span<const TermId> nodes, std::vector<char>& good) {
  good.assign(nodes.size(), 1);
  ConformanceSink sink(good);
  run(bound, nodes, sink);
}

void Evaluator::conforms(ShapeIndex index, std::span<const TermId> nodes, std::vector<char>& good) {
  const BoundShape& bound = shape(index);
  if (!bound.memory) return conforms_afresh(bound, nodes, good);
  std::vector<TermId> fresh;
  for (const TermId node : nodes) {
    if (!bound.memory->known(node)) fresh.push_back(node);
  }
  if (!fresh.empty()) {
    std::sort(fresh.begin(), fresh.end());
    fresh.erase(std::unique(fresh.begin(), fresh.end()), fresh.end());
    conforms_afresh(bound, fresh, good);
    for (std::size_t i = 0; i < fresh.size(); ++i) bound.memory->learn(fresh[i], good[i] != 0);
  }
  good.resize(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) good[i] = bound.memory->good(nodes[i]) ? 1 : 0;
}

}  // namespace entente::shapes
