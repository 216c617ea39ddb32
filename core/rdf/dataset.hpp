// A mutable set of quads over a dictionary: what the mapping fills and the writers read.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/rdf/graph.hpp"
#include "core/rdf/reader.hpp"

namespace entente::rdf {

struct QuadIds {
  TermId graph = kNoTerm;  // kNoTerm: the default graph
  TermId subject = 0, predicate = 0, object = 0;
  friend auto operator<=>(const QuadIds&, const QuadIds&) = default;
};

// Move-only. Add in any order, with duplicates; `sort` brings quads into the order of their terms (graph,
// subject, predicate, object; the default graph first, IRIs before blank nodes before literals, then by
// bytes), so that the result does not depend on the order in which they came.
class Dataset {
 public:
  Dataset() : Dataset(std::make_shared<Dictionary>(Dictionary::Iris::Whole)) {}
  // Over terms that others may share; the dictionary must keep IRIs whole.
  explicit Dataset(std::shared_ptr<Dictionary> terms) : terms_(std::move(terms)) {}
  Dataset(Dataset&&) noexcept = default;
  Dataset& operator=(Dataset&&) noexcept = default;

  TermId intern(const TermView& term) { return term.kind == TermKind::None ? kNoTerm : terms_->intern(term); }
  TermId find(const TermView& term) const { return term.kind == TermKind::None ? kNoTerm : terms_->find(term); }
  TermView term(TermId id) const { return id == kNoTerm ? TermView{} : terms_->view(id); }
  const Dictionary& terms() const { return *terms_; }
  TermId term_count() const { return terms_->count(); }

  void add(const QuadIds& quad) { quads_.push_back(quad); }
  void add(const QuadView& quad);
  void add(const TermView& s, const TermView& p, const TermView& o) { add(QuadView{s, p, o, {}}); }
  void add_all(const Dataset& other);

  void sort();
  const std::vector<QuadIds>& quads() const { return quads_; }
  std::size_t size() const { return quads_.size(); }
  bool empty() const { return quads_.empty(); }
  QuadView view(const QuadIds& quad) const;

  // The terms that quads use, each once, ascending by id.
  std::vector<TermId> used_terms() const;

 private:
  std::shared_ptr<Dictionary> terms_;
  std::vector<QuadIds> quads_;
};

// All quads of a file or text; what is wrong goes to `diagnostics`, the rest is kept. Sorted.
Dataset load(const std::filesystem::path& path, Diagnostics& diagnostics, const ReadOptions& options = {});
Dataset parse(std::string_view text, Syntax syntax, Diagnostics& diagnostics, const ReadOptions& options = {});

// An immutable graph with the triples of every graph of the data set, or of one only.
Graph merged_graph(const Dataset& dataset);
Graph graph_of(const Dataset& dataset, TermId graph);

}  // namespace entente::rdf
