#include "core/rdf/graph.hpp"

#include <algorithm>

#include "core/rdf/graph_state.hpp"

namespace entente::rdf {
namespace {

// The part of `range` whose `member` equals `key`; the range is sorted by it. Short ranges are scanned.
template <typename T>
std::span<const T> equal_part(std::span<const T> range, TermId T::* member, TermId key) {
  const auto begin = range.begin();
  if (range.size() <= 16) {
    std::size_t from = 0;
    while (from < range.size() && range[from].*member < key) ++from;
    std::size_t to = from;
    while (to < range.size() && range[to].*member == key) ++to;
    return range.subspan(from, to - from);
  }
  const auto low = std::lower_bound(begin, range.end(), key, [=](const T& t, TermId k) { return t.*member < k; });
  const auto high = std::upper_bound(low, range.end(), key, [=](TermId k, const T& t) { return k < t.*member; });
  return {range.data() + (low - begin), static_cast<std::size_t>(high - low)};
}

const std::shared_ptr<const Graph::State>& empty_state() {
  static const std::shared_ptr<const Graph::State> empty = [] {
    auto state = std::make_shared<Graph::State>();
    state->subject_start.assign(2, 0);
    state->object_start.assign(2, 0);
    state->predicate_start.assign(1, 0);
    return state;
  }();
  return empty;
}

}  // namespace

Graph::Graph() : state_(empty_state()) {}

std::size_t Graph::size() const { return state_->spo.size(); }

const Dictionary& Graph::dictionary() const { return *state_->dictionary; }

std::shared_ptr<const Dictionary> Graph::shared_dictionary() const { return state_->dictionary; }

std::span<const PredicateObject> Graph::with_subject(TermId s) const {
  if (s > state_->terms) return {};
  return state_->spo.range(state_->subject_start[s], state_->subject_start[s + 1]);
}

std::span<const PredicateObject> Graph::with_subject_predicate(TermId s, TermId p) const {
  return equal_part(with_subject(s), &PredicateObject::predicate, p);
}

std::span<const ObjectSubject> Graph::with_predicate(TermId p) const {
  const auto found = std::lower_bound(state_->predicates.begin(), state_->predicates.end(), p);
  if (found == state_->predicates.end() || *found != p) return {};
  const auto at = static_cast<std::size_t>(found - state_->predicates.begin());
  return state_->pos.range(state_->predicate_start[at], state_->predicate_start[at + 1]);
}

std::span<const ObjectSubject> Graph::with_predicate_object(TermId p, TermId o) const {
  return equal_part(with_predicate(p), &ObjectSubject::object, o);
}

std::span<const SubjectPredicate> Graph::with_object(TermId o) const {
  if (o > state_->terms) return {};
  return state_->osp.range(state_->object_start[o], state_->object_start[o + 1]);
}

std::span<const SubjectPredicate> Graph::with_subject_object(TermId s, TermId o) const {
  return equal_part(with_object(o), &SubjectPredicate::subject, s);
}

bool Graph::contains(TermId s, TermId p, TermId o) const {
  const auto range = with_subject(s);
  const PredicateObject wanted{p, o};
  if (range.size() <= 8) return std::find(range.begin(), range.end(), wanted) != range.end();
  return std::binary_search(range.begin(), range.end(), wanted);
}

TermId Graph::object(TermId s, TermId p) const {
  const auto range = with_subject_predicate(s, p);
  return range.size() == 1 ? range.front().object : kNoTerm;
}

std::span<const TermId> Graph::predicates() const { return state_->predicates; }

std::size_t Graph::position(TermId subject) const {
  return subject > state_->terms ? size() : state_->subject_start[subject];
}

}  // namespace entente::rdf
