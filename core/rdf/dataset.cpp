#include "core/rdf/dataset.hpp"

#include <algorithm>

#include "core/rdf/term_order.hpp"

namespace entente::rdf {
namespace {

std::uint64_t pair(std::uint32_t high, std::uint32_t low) { return static_cast<std::uint64_t>(high) << 32U | low; }

// Places of terms in their order, from 1 on; 0 for all others. Terms may be added set by set, each in an order of its own.
class Ranks {
 public:
  explicit Ranks(const Dictionary& terms) : terms_(terms), of_(terms.count() + std::size_t{1}, 0) {}

  void want(TermId id) {
    if (id == kNoTerm || of_[id] != 0) return;
    of_[id] = 1;
    wanted_.push_back(id);
  }
  // Ranks what was wanted; gives how many terms that are.
  std::size_t settle() {
    sort_terms(terms_, wanted_);
    std::uint32_t next = 0;
    for (const TermId id : wanted_) of_[id] = ++next;
    wanted_.clear();
    return next;
  }
  std::uint32_t operator[](TermId id) const { return of_[id]; }

 private:
  const Dictionary& terms_;
  std::vector<std::uint32_t> of_;
  std::vector<TermId> wanted_;
};

// Graphs are few and mostly one: the quads of each are put in order of subjects by counting.
void by_graph_and_subject(std::vector<QuadIds>& quads, const Dictionary& terms) {
  Ranks graphs(terms);
  for (const QuadIds& q : quads) graphs.want(q.graph);
  const std::size_t count = graphs.settle();
  Ranks subjects(terms);
  for (const QuadIds& q : quads) subjects.want(q.subject);
  const std::size_t last = subjects.settle();
  const bool one_graph = count == 0 || (count == 1 && std::all_of(quads.begin(), quads.end(), [](const QuadIds& q) { return q.graph != kNoTerm; }));
  if (!one_graph || quads.size() >= UINT32_MAX) {
    return std::sort(quads.begin(), quads.end(), [&](const QuadIds& a, const QuadIds& b) {
      return pair(graphs[a.graph], subjects[a.subject]) < pair(graphs[b.graph], subjects[b.subject]);
    });
  }
  std::vector<std::uint32_t> next(last + 2, 0);
  for (const QuadIds& q : quads) ++next[subjects[q.subject] + 1];
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<QuadIds> sorted(quads.size());
  for (const QuadIds& q : quads) sorted[next[subjects[q.subject]]++] = q;
  quads.swap(sorted);
}

// Calls work(first, last) for each run of quads that `same` holds together.
template <typename Same, typename Work>
void over_runs(std::vector<QuadIds>& quads, Same same, Work work) {
  for (auto begin = quads.begin(); begin != quads.end();) {
    auto end = begin + 1;
    while (end != quads.end() && same(*begin, *end)) ++end;
    if (end - begin > 1) work(begin, end);
    begin = end;
  }
}

QuadSink adder(Dataset& dataset) {
  return [&dataset](const QuadView& quad, std::uint64_t) { dataset.add(quad); };
}

}  // namespace

void Dataset::add(const QuadView& q) {
  quads_.push_back({intern(q.graph), intern(q.subject), intern(q.predicate), intern(q.object)});
}

void Dataset::add_all(const Dataset& other) {
  std::vector<TermId> ids(other.term_count() + std::size_t{1}, kNoTerm);
  for (const TermId id : other.used_terms()) ids[id] = intern(other.term(id));
  for (const QuadIds& q : other.quads_) {
    quads_.push_back({ids[q.graph], ids[q.subject], ids[q.predicate], ids[q.object]});
  }
}

QuadView Dataset::view(const QuadIds& q) const {
  return {term(q.subject), term(q.predicate), term(q.object), term(q.graph)};
}

std::vector<TermId> Dataset::used_terms() const {
  std::vector<bool> used(term_count() + std::size_t{1}, false);
  for (const QuadIds& q : quads_) used[q.graph] = used[q.subject] = used[q.predicate] = used[q.object] = true;
  std::vector<TermId> out;
  for (TermId id = 1; id < used.size(); ++id) {
    if (used[id]) out.push_back(id);
  }
  return out;
}

// Only the terms whose order decides are put in order: graphs, subjects, predicates, and objects that share all three.
void Dataset::sort() {
  by_graph_and_subject(quads_, *terms_);
  Ranks predicates(*terms_);
  for (const QuadIds& q : quads_) predicates.want(q.predicate);
  predicates.settle();
  const auto same_subject = [](const QuadIds& a, const QuadIds& b) { return a.subject == b.subject && a.graph == b.graph; };
  over_runs(quads_, same_subject, [&](auto begin, auto end) {
    std::sort(begin, end, [&](const QuadIds& a, const QuadIds& b) { return predicates[a.predicate] < predicates[b.predicate]; });
  });
  const auto same_row = [&](const QuadIds& a, const QuadIds& b) { return a.predicate == b.predicate && same_subject(a, b); };
  Ranks objects(*terms_);
  over_runs(quads_, same_row, [&](auto begin, auto end) {
    for (auto q = begin; q != end; ++q) objects.want(q->object);
  });
  objects.settle();
  over_runs(quads_, same_row, [&](auto begin, auto end) {
    std::sort(begin, end, [&](const QuadIds& a, const QuadIds& b) { return objects[a.object] < objects[b.object]; });
  });
  quads_.erase(std::unique(quads_.begin(), quads_.end()), quads_.end());
}

Dataset load(const std::filesystem::path& path, Diagnostics& diagnostics, const ReadOptions& options) {
  Dataset dataset;
  read_file(path, options, adder(dataset), diagnostics);
  dataset.sort();
  return dataset;
}

Dataset parse(std::string_view text, Syntax syntax, Diagnostics& diagnostics, const ReadOptions& options) {
  Dataset dataset;
  read(text, syntax, options, adder(dataset), diagnostics);
  dataset.sort();
  return dataset;
}

}  // namespace entente::rdf
