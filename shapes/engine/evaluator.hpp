// Runs a bound plan over batches of focus nodes.
#pragma once

#include <atomic>
#include <memory>
#include <span>
#include <vector>

#include "shapes/engine/data.hpp"
#include "shapes/engine/path_walker.hpp"
#include "shapes/engine/plan.hpp"

namespace entente::shapes {

// Focus nodes and the value nodes of each: values[start[i]] to values[start[i + 1]] belong to focus[i].
struct Batch {
  std::span<const TermId> focus;
  std::span<const std::uint32_t> start;  // focus.size() + 1
  std::span<const TermId> values;
  std::size_t first = 0;                 // index of focus[0] among the nodes that were asked for

  std::span<const TermId> of(std::size_t i) const { return values.subspan(start[i], start[i + 1] - start[i]); }
};

struct BoundConstraint {
  const Constraint* constraint = nullptr;
  std::variant<ValueCheck, SetCheck, CountRule, const ShapeCheck*> check;
};

// Facts collected for --coverage.
struct Usage {
  std::atomic<std::uint64_t> focus{0};
  std::atomic<std::uint64_t> values{0};
};

// Which nodes are known to conform to a shape; shared by threads.
class Memory {
 public:
  explicit Memory(std::size_t ids) : known_((ids + 64) / 64), good_((ids + 64) / 64) {}
  bool known(TermId id) const { return bit(known_, id, std::memory_order_acquire); }
  bool good(TermId id) const { return bit(good_, id, std::memory_order_relaxed); }
  void learn(TermId id, bool good) {
    if (good) good_[id >> 6U].fetch_or(UINT64_C(1) << (id & 63U), std::memory_order_relaxed);
    known_[id >> 6U].fetch_or(UINT64_C(1) << (id & 63U), std::memory_order_release);
  }

 private:
  using Words = std::vector<std::atomic<std::uint64_t>>;
  static bool bit(const Words& words, TermId id, std::memory_order order) {
    return ((words[id >> 6U].load(order) >> (id & 63U)) & 1U) != 0;
  }
  Words known_;
  Words good_;
};

struct BoundShape {
  const Shape* shape = nullptr;
  ShapeIndex index = 0;
  BoundPath path;
  std::vector<BoundConstraint> constraints;
  std::unique_ptr<Memory> memory;
  std::unique_ptr<Usage> usage;
};

// A plan with its constants looked up in one data graph.
struct BoundPlan {
  const Plan* plan = nullptr;
  const Data* data = nullptr;
  std::vector<BoundShape> shapes;
  class TouchedTriples* touched = nullptr;  // --coverage
};

// Looks up everything; call after all terms were interned and before threads start.
BoundPlan bind(const Plan& plan, const Data& data, bool count_usage);

// One failed check of one focus node. What is unusual lies in `more`.
struct Failure {
  struct More {
    std::optional<Term> value;         // instead of `value`: a term that no graph holds
    std::optional<Path> path;          // instead of the shape's path
    std::vector<Term> messages;        // instead of the shape's
    std::vector<TermId> members;       // of the list `value`, that are at fault (SHACL 1.2 draft), for sh:detail
  };
  TermId value = rdf::kNoTerm;           // kNoTerm: the result has no sh:value
  TermId predicate = rdf::kNoTerm;       // result path if it is not the shape's
  std::shared_ptr<const More> more;
};

class Failures {
 public:
  void add(TermId value = rdf::kNoTerm, TermId predicate = rdf::kNoTerm) { items_.push_back({value, predicate, nullptr}); }
  void add(Failure failure) { items_.push_back(std::move(failure)); }
  std::vector<Failure>& items() { return items_; }

 private:
  std::vector<Failure> items_;
};

class Sink {
 public:
  virtual ~Sink() = default;
  // True if results are wanted, false if only which of the nodes asked for fail.
  virtual bool collects() const = 0;
  virtual void fail(const Batch& batch, std::size_t i, const BoundShape& shape, std::size_t constraint, Failure failure) = 0;
};

// One per thread; holds scratch memory.
class Evaluator {
 public:
  explicit Evaluator(const BoundPlan& plan) : plan_(plan), walker_(plan.data->graph(), plan.touched) {}

  const BoundPlan& plan() const { return plan_; }
  const BoundShape& shape(ShapeIndex index) const { return plan_.shapes[index]; }

  // Validates the nodes against the shape; each failure goes to `sink`.
  void run(const BoundShape& shape, std::span<const TermId> nodes, Sink& sink);
  // good[i] = nodes[i] conforms to the shape.
  void conforms(ShapeIndex shape, std::span<const TermId> nodes, std::vector<char>& good);
  // The constraint that a ShapeCheck works for, and the shape it stands in.
  const BoundShape& current_shape() const { return *current_shape_; }
  std::size_t current_constraint() const { return current_constraint_; }
  PathWalker& walker() { return walker_; }
  // One constraint of a shape over a batch whose values its path gave.
  void check(const BoundShape& shape, std::size_t constraint, const Batch& batch, Sink& sink);

 private:
  void check_values(const BoundShape& shape, std::size_t constraint, const Batch& batch, Sink& sink);
  void check_counts(const BoundShape& shape, std::size_t constraint, const Batch& batch, Sink& sink);
  void check_sets(const BoundShape& shape, std::size_t constraint, const Batch& batch, Sink& sink);
  void conforms_afresh(const BoundShape& shape, std::span<const TermId> nodes, std::vector<char>& good);

  const BoundPlan& plan_;
  PathWalker walker_;
  const BoundShape* current_shape_ = nullptr;
  std::size_t current_constraint_ = 0;
};

}  // namespace entente::shapes
