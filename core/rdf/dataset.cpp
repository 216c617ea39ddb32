#include "core/rdf/dataset.hpp"

#include <algorithm>

#include "core/rdf/term_order.hpp"

namespace entente::rdf {
namespace {

// Places of some terms in their order, from 1 on; 0 for all others.
class Ranks {
 public:
  explicit Ranks(const Dictionary& terms) : terms_(terms), of_(terms.count() + std::size_t{1}, 0) {}

  void want(TermId id) {
    if (id == kNoTerm || of_[id] != 0) return;
    of_[id] = 1;
    wanted_.push_back(id);
  }
  // Call once, when all that is wanted is known.
  void settle() {
    sort_terms(terms_, wanted_);
    std::uint32_t next = 0;
    for (const TermId id : wanted_) of_[id] = ++next;
  }
  std::size_t last() const { return wanted_.size(); }
  std::uint32_t operator[](TermId id) const { return of_[id]; }

 private:
  const Dictionary& terms_;
  std::vector<std::uint32_t> of_;
  std::vector<TermId> wanted_;
};

// Stable.
void sort_by_counting(std::vector<QuadIds>& quads, const Ranks& rank, TermId QuadIds::* part) {
  std::vector<std::uint32_t> next(rank.last() + 2, 0);
  for (const QuadIds& q : quads) ++next[rank[q.*part] + 1];
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<QuadIds> sorted(quads.size());
  for (const QuadIds& q : quads) sorted[next[rank[q.*part]]++] = q;
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

using Run = std::vector<QuadIds>::iterator;

void sort_run(Run begin, Run end, const Ranks& rank, TermId QuadIds::* part) {
  std::sort(begin, end, [&](const QuadIds& a, const QuadIds& b) { return rank[a.*part] < rank[b.*part]; });
}

bool all_ranked(Run begin, Run end, const Ranks& rank) {
  return std::all_of(begin, end, [&](const QuadIds& q) { return rank[q.object] != 0; });
}

bool same_subject(const QuadIds& a, const QuadIds& b) { return a.subject == b.subject && a.graph == b.graph; }
bool same_row(const QuadIds& a, const QuadIds& b) { return same_subject(a, b) && a.predicate == b.predicate; }

// By graph, subject and predicate. Subjects are many, each with few quads; `rank` gets those of graphs and subjects. Predicates are
// ranked apart: they are few, and what all others share (the start of our own IRIs) is then skipped in one step.
void sort_rows(std::vector<QuadIds>& quads, const Dictionary& terms, Ranks& rank) {
  Ranks predicates(terms);
  bool one_graph = true;
  for (const QuadIds& q : quads) {
    rank.want(q.graph);
    rank.want(q.subject);
    predicates.want(q.predicate);
    one_graph = one_graph && q.graph == quads.front().graph;
  }
  rank.settle();
  predicates.settle();
  sort_by_counting(quads, rank, &QuadIds::subject);
  if (!one_graph) sort_by_counting(quads, rank, &QuadIds::graph);
  over_runs(quads, same_subject, [&](Run begin, Run end) { sort_run(begin, end, predicates, &QuadIds::predicate); });
}

// Rows of several objects: many hold nothing but subjects, which have their ranks.
void sort_objects(std::vector<QuadIds>& quads, const Ranks& rank, const Dictionary& terms) {
  Ranks others(terms);
  over_runs(quads, same_row, [&](Run begin, Run end) {
    if (all_ranked(begin, end, rank)) return;
    for (auto q = begin; q != end; ++q) others.want(q->object);
  });
  others.settle();
  over_runs(quads, same_row, [&](Run begin, Run end) { sort_run(begin, end, all_ranked(begin, end, rank) ? rank : others, &QuadIds::object); });
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
  Ranks rank(*terms_);
  sort_rows(quads_, *terms_, rank);
  sort_objects(quads_, rank, *terms_);
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
