// Property paths (section 18.4). Closures visit every node once, so no path is exponential.
#include <algorithm>
#include <unordered_set>

#include "query/evaluate/evaluator.hpp"

namespace entente::query {
namespace {

using Kind = Path::Kind;

bool may_be_empty(const Path& path) {
  switch (path.kind) {
    case Kind::ZeroOrMore:
    case Kind::ZeroOrOne: return true;
    case Kind::Sequence: return std::all_of(path.parts.begin(), path.parts.end(), [](const PathPtr& p) { return may_be_empty(*p); });
    case Kind::Alternative: return std::any_of(path.parts.begin(), path.parts.end(), [](const PathPtr& p) { return may_be_empty(*p); });
    case Kind::OneOrMore:
    case Kind::Inverse: return may_be_empty(*path.parts[0]);
    default: return false;
  }
}

}  // namespace

bool Evaluator::match_path(const Item& item, const Graph& graph, Row& row, Emit emit) {
  const TermId s = id_of(item.subject, row);
  const TermId o = id_of(item.object, row);
  const auto from_to = [&](const Slot& slot, TermId known, TermId reached) {
    if (known != kNoTerm) return known != reached || emit();
    return bind(slot.variable, reached, row, emit);
  };
  // Between two variables an empty path joins nodes of the graph only, whatever values the variables have.
  const auto stays_outside = [&](TermId start) {
    return item.subject.is_variable && item.object.is_variable && graph.with_subject(start).empty() && graph.with_object(start).empty();
  };
  if ((s != kNoTerm && stays_outside(s)) || (s == kNoTerm && o != kNoTerm && stays_outside(o))) return true;
  if (s != kNoTerm) {
    return walk(*item.path, graph, s, true, [&](TermId reached) { return from_to(item.object, o, reached); });
  }
  if (o != kNoTerm) {
    return walk(*item.path, graph, o, false, [&](TermId reached) { return from_to(item.subject, s, reached); });
  }
  return each_source(*item.path, graph, true, [&](TermId start) {
    return bind(item.subject.variable, start, row, [&] {
      return walk(*item.path, graph, start, true, [&](TermId reached) { return bind(item.object.variable, reached, row, emit); });
    });
  });
}

// Every node where a walk may begin: all nodes if the path may be empty.
bool Evaluator::each_source(const Path& path, const Graph& graph, bool forward, Visit visit) {
  std::vector<TermId> nodes;
  if (path.kind == Kind::Link && !may_be_empty(path)) {
    for (const auto& t : graph.with_predicate(link_id(path.link))) nodes.push_back(forward ? t.subject : t.object);
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  } else if (!may_be_empty(path) && path.kind == Kind::Inverse) {
    return each_source(*path.parts[0], graph, !forward, visit);
  } else if (!may_be_empty(path) && (path.kind == Kind::OneOrMore || path.kind == Kind::Sequence) && !may_be_empty(*(forward ? path.parts.front() : path.parts.back()))) {
    return each_source(*(forward ? path.parts.front() : path.parts.back()), graph, forward, visit);
  } else {
    for (TermId id = 1; id <= graph.term_count(); ++id) {
      if (!graph.with_subject(id).empty() || !graph.with_object(id).empty()) nodes.push_back(id);
    }
  }
  for (const TermId node : nodes) {
    if (!step() || !visit(node)) return false;
  }
  return true;
}

bool Evaluator::walk(const Path& path, const Graph& graph, TermId from, bool forward, Visit visit) {
  switch (path.kind) {
    case Kind::Link:
      if (forward) {
        for (const auto& t : graph.with_subject_predicate(from, link_id(path.link))) {
          if (!step() || !visit(t.object)) return false;
        }
      } else {
        for (const auto& t : graph.with_predicate_object(link_id(path.link), from)) {
          if (!step() || !visit(t.subject)) return false;
        }
      }
      return true;
    case Kind::Inverse: return walk(*path.parts[0], graph, from, !forward, visit);
    case Kind::Sequence: return walk_sequence(path, 0, graph, from, forward, visit);
    case Kind::Alternative:
      for (const auto& part : path.parts) {
        if (!walk(*part, graph, from, forward, visit)) return false;
      }
      return true;
    case Kind::Negated: return walk_negated(path, graph, from, forward, visit);
    case Kind::ZeroOrMore:
    case Kind::OneOrMore:
    case Kind::ZeroOrOne: break;
  }
  return walk_closure(path, graph, from, forward, visit);
}

bool Evaluator::walk_sequence(const Path& path, std::size_t done, const Graph& graph, TermId from, bool forward, Visit visit) {
  if (done == path.parts.size()) return visit(from);
  const auto& part = path.parts[forward ? done : path.parts.size() - 1 - done];
  return walk(*part, graph, from, forward,
              [&](TermId reached) { return walk_sequence(path, done + 1, graph, reached, forward, visit); });
}

bool Evaluator::walk_closure(const Path& path, const Graph& graph, TermId from, bool forward, Visit visit) {
  std::unordered_set<TermId> seen;
  std::vector<TermId> queue;
  const auto reach = [&](TermId node) {
    if (seen.insert(node).second) queue.push_back(node);
    return true;
  };
  if (path.kind != Kind::OneOrMore) reach(from);
  if (path.kind != Kind::ZeroOrMore && !walk(*path.parts[0], graph, from, forward, reach)) return false;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const TermId node = queue[next];
    if (!step() || !visit(node)) return false;
    if (path.kind != Kind::ZeroOrOne && !walk(*path.parts[0], graph, node, forward, reach)) return false;
  }
  return true;
}

bool Evaluator::walk_negated(const Path& path, const Graph& graph, TermId from, bool forward, Visit visit) {
  const auto excluded = [this](const std::vector<rdf::Term>& links, TermId predicate) {
    return std::any_of(links.begin(), links.end(), [&](const rdf::Term& link) { return link_id(link) == predicate; });
  };
  const auto along = [&](const std::vector<rdf::Term>& links, bool out) {
    if (out) {
      for (const auto& t : graph.with_subject(from)) {
        if (!step()) return false;
        if (!excluded(links, t.predicate) && !visit(t.object)) return false;
      }
    } else {
      for (const auto& t : graph.with_object(from)) {
        if (!step()) return false;
        if (!excluded(links, t.predicate) && !visit(t.subject)) return false;
      }
    }
    return true;
  };
  if (path.forward && !along(path.not_forward, forward)) return false;
  return !path.backward || along(path.not_backward, !forward);
}

}  // namespace entente::query
