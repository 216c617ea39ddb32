// Nodes of a batch ascend, and so do the keys of the graph's arrays: a forward step reads the subject table in
// order, an inverse step merges the nodes with the predicate's (object, subject) pairs, galloping over gaps.
// Longer paths go node by node over the same tables. Closures are breadth-first, so cycles end.
#include "shapes/engine/path_walker.hpp"

#include <algorithm>

namespace entente::shapes {
namespace {

using rdf::ObjectSubject;

BoundPath bind_step(const Path& path, const rdf::Graph& graph, bool inverse) {
  BoundPath out;
  switch (path.kind) {
    case PathKind::Predicate:
      out.kind = inverse ? PathKind::Inverse : PathKind::Predicate;
      out.predicate = graph.find(path.predicate);
      return out;
    case PathKind::Inverse: return bind_step(path.parts[0], graph, !inverse);
    default: break;
  }
  out.kind = path.kind;
  for (const Path& part : path.parts) out.parts.push_back(bind_step(part, graph, inverse));
  if (inverse && path.kind == PathKind::Sequence) std::reverse(out.parts.begin(), out.parts.end());
  return out;
}

// Growing set of ids for closures.
class Reached {
 public:
  bool insert(TermId id) {
    if ((count_ + 1) * 2 > slots_.size()) grow();
    std::size_t at = place(id);
    while (slots_[at] != rdf::kNoTerm) {
      if (slots_[at] == id) return false;
      at = (at + 1) & (slots_.size() - 1);
    }
    slots_[at] = id;
    ++count_;
    return true;
  }

 private:
  std::size_t place(TermId id) const { return (id * 0x9E3779B97F4A7C15ULL >> 32U) & (slots_.size() - 1); }
  void grow() {
    std::vector<TermId> old(std::max<std::size_t>(16, slots_.size() * 2));
    old.swap(slots_);
    count_ = 0;
    for (const TermId id : old) {
      if (id != rdf::kNoTerm) insert(id);
    }
  }
  std::vector<TermId> slots_;
  std::size_t count_ = 0;
};

void sort_unique(std::vector<TermId>& values, std::size_t from) {
  const auto begin = values.begin() + static_cast<std::ptrdiff_t>(from);
  std::sort(begin, values.end());
  values.erase(std::unique(begin, values.end()), values.end());
}

}  // namespace

BoundPath bind_path(const Path& path, const rdf::Graph& graph) { return bind_step(path, graph, false); }

void TouchedTriples::touch(TermId s, TermId p, TermId o) {
  const auto range = graph_.with_subject(s);
  const auto found = std::lower_bound(range.begin(), range.end(), rdf::PredicateObject{p, o});
  if (found == range.end() || *found != rdf::PredicateObject{p, o}) return;
  const std::size_t position = graph_.position(s) + static_cast<std::size_t>(found - range.begin());
  words_[position >> 6U].fetch_or(UINT64_C(1) << (position & 63U), std::memory_order_relaxed);
}

std::size_t PathWalker::walk(const BoundPath& path, std::span<const TermId> nodes, std::size_t limit,
                             std::vector<std::uint32_t>& start, std::vector<TermId>& values) {
  start.reserve(nodes.size() + 1);
  start.assign(1, 0);
  values.clear();
  values.reserve(nodes.size());
  if (path.kind == PathKind::Inverse && touched_ == nullptr) return walk_inverse(path.predicate, nodes, limit, start, values);
  const bool plain = path.kind == PathKind::Predicate && touched_ == nullptr;
  std::size_t done = 0;
  while (done < nodes.size() && values.size() <= limit) {
    const std::size_t from = values.size();
    if (plain) {
      for (const auto& t : graph_.with_subject_predicate(nodes[done], path.predicate)) values.push_back(t.object);
    } else {
      append(path, nodes[done], values);
      sort_unique(values, from);
    }
    start.push_back(static_cast<std::uint32_t>(values.size()));
    ++done;
  }
  return done;
}

std::size_t PathWalker::walk_inverse(TermId predicate, std::span<const TermId> nodes, std::size_t limit,
                                     std::vector<std::uint32_t>& start, std::vector<TermId>& values) const {
  const auto pairs = graph_.with_predicate(predicate);
  std::size_t at = 0;
  std::size_t done = 0;
  TermId previous = 0;
  while (done < nodes.size() && values.size() <= limit) {
    const TermId node = nodes[done];
    if (node < previous) at = 0;  // the nodes do not ascend here: start again
    previous = node;
    std::size_t step = 1;
    std::size_t low = at;
    while (at + step < pairs.size() && pairs[at + step].object < node) {
      low = at + step;
      step *= 2;
    }
    const auto end = pairs.begin() + static_cast<std::ptrdiff_t>(std::min(pairs.size(), at + step));
    const auto found = std::lower_bound(pairs.begin() + static_cast<std::ptrdiff_t>(std::min(low, pairs.size())), end, node,
                                        [](const ObjectSubject& t, TermId id) { return t.object < id; });
    at = static_cast<std::size_t>(found - pairs.begin());
    for (std::size_t i = at; i < pairs.size() && pairs[i].object == node; ++i) values.push_back(pairs[i].subject);
    start.push_back(static_cast<std::uint32_t>(values.size()));
    ++done;
  }
  return done;
}

void PathWalker::append(const BoundPath& path, TermId node, std::vector<TermId>& out) const {
  switch (path.kind) {
    case PathKind::Predicate:
      for (const auto& t : graph_.with_subject_predicate(node, path.predicate)) {
        if (touched_ != nullptr) touched_->touch(node, path.predicate, t.object);
        out.push_back(t.object);
      }
      return;
    case PathKind::Inverse:
      for (const auto& t : graph_.with_predicate_object(path.predicate, node)) {
        if (touched_ != nullptr) touched_->touch(t.subject, path.predicate, node);
        out.push_back(t.subject);
      }
      return;
    case PathKind::Alternative:
      for (const BoundPath& part : path.parts) append(part, node, out);
      return;
    case PathKind::Sequence: return append_sequence(path, node, out);
    case PathKind::ZeroOrOne:
      out.push_back(node);
      return append(path.parts[0], node, out);
    case PathKind::ZeroOrMore: return append_closure(path.parts[0], node, true, out);
    case PathKind::OneOrMore: return append_closure(path.parts[0], node, false, out);
  }
}

void PathWalker::append_sequence(const BoundPath& path, TermId node, std::vector<TermId>& out) const {
  std::vector<TermId> here{node};
  std::vector<TermId> next;
  for (const BoundPath& part : path.parts) {
    next.clear();
    for (const TermId id : here) append(part, id, next);
    sort_unique(next, 0);
    here.swap(next);
  }
  out.insert(out.end(), here.begin(), here.end());
}

void PathWalker::append_closure(const BoundPath& step, TermId node, bool with_node, std::vector<TermId>& out) const {
  Reached reached;
  std::vector<TermId> open{node};
  if (with_node) {
    reached.insert(node);
    out.push_back(node);
  }
  std::vector<TermId> next;
  while (!open.empty()) {
    const TermId id = open.back();
    open.pop_back();
    next.clear();
    append(step, id, next);
    for (const TermId value : next) {
      if (!reached.insert(value)) continue;
      out.push_back(value);
      open.push_back(value);
    }
  }
}

}  // namespace entente::shapes
