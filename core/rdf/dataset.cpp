#include "core/rdf/dataset.hpp"

#include <algorithm>

#include "core/rdf/term_order.hpp"

namespace entente::rdf {
namespace {

std::uint64_t pair(std::uint32_t high, std::uint32_t low) { return static_cast<std::uint64_t>(high) << 32U | low; }

// Ranks instead of ids. Graphs are few and mostly one: the quads of each are put in order of subjects by counting, which
// leaves a few quads of each subject to compare.
void sort_by_subject(std::vector<QuadIds>& quads, std::size_t terms) {
  std::vector<std::uint32_t> start(terms + 2, 0);
  for (const QuadIds& q : quads) ++start[q.subject + 1];
  for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
  std::vector<QuadIds> sorted(quads.size());
  auto next = start;
  for (const QuadIds& q : quads) sorted[next[q.subject]++] = q;
  for (std::size_t subject = 0; subject <= terms; ++subject) {
    std::sort(sorted.begin() + start[subject], sorted.begin() + start[subject + 1],
              [](const QuadIds& a, const QuadIds& b) { return pair(a.predicate, a.object) < pair(b.predicate, b.object); });
  }
  quads.swap(sorted);
}

void sort_ranks(std::vector<QuadIds>& quads, std::size_t terms) {
  const auto same_graph = [&](const QuadIds& q) { return q.graph == quads.front().graph; };
  if (quads.size() < UINT32_MAX && std::all_of(quads.begin(), quads.end(), same_graph)) return sort_by_subject(quads, terms);
  std::sort(quads.begin(), quads.end(), [](const QuadIds& a, const QuadIds& b) {
    const auto x = pair(a.graph, a.subject);
    const auto y = pair(b.graph, b.subject);
    return x != y ? x < y : pair(a.predicate, a.object) < pair(b.predicate, b.object);
  });
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

// By the ranks of their terms, which go back to ids in the end.
void Dataset::sort() {
  std::vector<TermId> order = used_terms();
  sort_terms(*terms_, order);
  std::vector<std::uint32_t> rank(term_count() + std::size_t{1}, 0);
  for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = static_cast<std::uint32_t>(i + 1);
  for (QuadIds& q : quads_) q = {rank[q.graph], rank[q.subject], rank[q.predicate], rank[q.object]};
  sort_ranks(quads_, order.size());
  quads_.erase(std::unique(quads_.begin(), quads_.end()), quads_.end());
  const auto id = [&order](std::uint32_t at) { return at == 0 ? kNoTerm : order[at - 1]; };
  for (QuadIds& q : quads_) q = {id(q.graph), id(q.subject), id(q.predicate), id(q.object)};
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
