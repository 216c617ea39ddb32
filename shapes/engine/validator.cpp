#include "shapes/engine/validator.hpp"

#include <iterator>

#include "core/base/parallel.hpp"
#include "shapes/engine/run.hpp"

namespace entente::shapes {
namespace {

constexpr std::size_t kSlice = 4096;  // focus nodes of one task

struct Task {
  ShapeIndex shape = 0;
  std::span<const TermId> nodes;
};

std::vector<Task> slices(const std::vector<std::vector<TermId>>& focus) {
  std::vector<Task> out;
  for (ShapeIndex shape = 0; shape < focus.size(); ++shape) {
    for (std::size_t at = 0; at < focus[shape].size(); at += kSlice) {
      out.push_back({shape, std::span(focus[shape]).subspan(at, std::min(kSlice, focus[shape].size() - at))});
    }
  }
  return out;
}

std::vector<RawResult> run_all(const BoundPlan& plan, const std::vector<std::vector<TermId>>& focus, const ValidateOptions& options) {
  const auto tasks = slices(focus);
  std::vector<RawResult> results;
  std::size_t next = 0;
  const auto give = [&]() -> std::optional<Task> {
    if (next == tasks.size()) return std::nullopt;
    return tasks[next++];
  };
  const auto work = [&](const Task& task) {
    Evaluator evaluator(plan);
    CollectingSink sink(evaluator, options.details);
    evaluator.run(plan.shapes[task.shape], task.nodes, sink);
    return sink.take();
  };
  const unsigned threads = tasks.size() < 2 ? 1 : thread_count(options.threads);
  ordered_parallel(threads, give, work, [&](std::vector<RawResult> some) {
    results.insert(results.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  });
  return results;
}

}  // namespace

// What nested shapes say of the value, or of the members of a list that are at fault; without nested shapes the
// members themselves.
void CollectingSink::add_details(RawResult& result, const Constraint& constraint) {
  std::vector<TermId> nodes{result.failure.value};
  if (result.failure.more && !result.failure.more->members.empty()) nodes = result.failure.more->members;
  for (const ShapeIndex nested : constraint.shapes) {
    CollectingSink inside(evaluator_, true);
    evaluator_.run(evaluator_.shape(nested), nodes, inside);
    auto found = inside.take();
    std::move(found.begin(), found.end(), std::back_inserter(result.details));
  }
  if (!constraint.shapes.empty() || !result.failure.more) return;
  for (const TermId member : result.failure.more->members) {
    result.details.push_back({result.shape, result.constraint, result.focus, {member, rdf::kNoTerm, nullptr}, {}});
  }
}

void CollectingSink::fail(const Batch& batch, std::size_t i, const BoundShape& shape, std::size_t constraint, Failure failure) {
  RawResult result;
  result.shape = shape.index;
  result.constraint = static_cast<std::uint32_t>(constraint);
  result.focus = batch.focus[i];
  result.failure = std::move(failure);
  if (details_ && result.failure.value != rdf::kNoTerm) add_details(result, *shape.constraints[constraint].constraint);
  results_.push_back(std::move(result));
}

PreparedData::PreparedData(const Plan& plan, const rdf::Graph& graph, const ValidateOptions& options)
    : Data(graph, options.classes == ClassSource::Both ? std::optional(plan.shapes_graph) : std::nullopt) {
  now = options.now;
  intern_targets(plan, *this);
  if (plan.wants_shapes_graph) add_shapes_graph(plan.shapes_graph, plan.shapes_graph_name);
}

Result<Report> validate_bound(const BoundPlan& bound, const ValidateOptions& options) {
  std::vector<std::vector<TermId>> focus;
  for (const BoundShape& shape : bound.shapes) {
    const bool used = !shape.shape->deactivated && !shape.shape->targets.empty();
    focus.push_back(used ? focus_nodes(bound, *shape.shape) : std::vector<TermId>{});
  }
  auto raw = run_all(bound, focus, options);
  if (bound.data->failure.failed()) return bound.data->failure.get();
  Report report;
  for (const auto& nodes : focus) report.focus_nodes += nodes.size();
  report.results = materialise(std::move(raw), bound);
  report.conforms = report.results.empty();
  return report;
}

Result<Report> validate(const Plan& plan, const rdf::Graph& graph, const ValidateOptions& options) {
  const PreparedData data(plan, graph, options);
  return validate_bound(bind(plan, data, false), options);
}

}  // namespace entente::shapes
