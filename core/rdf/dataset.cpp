#include "core/rdf/dataset.hpp"

#include <algorithm>
#include <numeric>

namespace entente::rdf {
namespace {

QuadSink adder(Dataset& dataset) {
  return [&dataset](const QuadView& quad, std::uint64_t) { dataset.add(quad); };
}

}  // namespace

void Dataset::add(const QuadView& q) {
  quads_.push_back({intern(q.graph), intern(q.subject), intern(q.predicate), intern(q.object)});
}

void Dataset::add_all(const Dataset& other) {
  std::vector<TermId> ids(other.term_count() + 1, kNoTerm);
  for (TermId id = 1; id <= other.term_count(); ++id) ids[id] = intern(other.term(id));
  for (const QuadIds& q : other.quads_) {
    quads_.push_back({ids[q.graph], ids[q.subject], ids[q.predicate], ids[q.object]});
  }
}

QuadView Dataset::view(const QuadIds& q) const {
  return {term(q.subject), term(q.predicate), term(q.object), term(q.graph)};
}

std::vector<std::uint32_t> Dataset::ranks() const {
  std::vector<TermId> order(term_count());
  std::iota(order.begin(), order.end(), TermId{1});
  std::sort(order.begin(), order.end(), [this](TermId a, TermId b) { return term(a) < term(b); });
  std::vector<std::uint32_t> rank(term_count() + std::size_t{1}, 0);
  for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = static_cast<std::uint32_t>(i + 1);
  return rank;
}

void Dataset::sort() {
  const auto rank = ranks();
  const auto key = [&rank](const QuadIds& q) {
    return QuadIds{rank[q.graph], rank[q.subject], rank[q.predicate], rank[q.object]};
  };
  std::sort(quads_.begin(), quads_.end(), [&](const QuadIds& a, const QuadIds& b) { return key(a) < key(b); });
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
