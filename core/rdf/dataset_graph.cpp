#include "core/rdf/canonical.hpp"

namespace entente::rdf {
namespace {

Graph build_graph(const Dataset& dataset, bool all, TermId graph) {
  GraphBuilder builder;
  std::vector<TermId> ids(dataset.term_count() + 1, kNoTerm);
  const auto id = [&](TermId old) {
    if (ids[old] == kNoTerm) ids[old] = builder.intern(dataset.term(old));
    return ids[old];
  };
  for (const QuadIds& q : dataset.quads()) {
    if (all || q.graph == graph) builder.add(id(q.subject), id(q.predicate), id(q.object));
  }
  return builder.build();
}

}  // namespace

Graph merged_graph(const Dataset& dataset) { return build_graph(dataset, true, kNoTerm); }
Graph graph_of(const Dataset& dataset, TermId graph) { return build_graph(dataset, false, graph); }


Dataset dataset_of(const Graph& graph) {
  Dataset dataset;
  std::vector<TermId> ids(graph.term_count() + std::size_t{1}, kNoTerm);
  const auto id = [&](TermId old) {
    std::string buffer;
    if (ids[old] == kNoTerm) ids[old] = dataset.intern(graph.view(old, buffer));
    return ids[old];
  };
  graph.for_each(kNoTerm, kNoTerm, kNoTerm, [&](const Triple& t) {
    dataset.add(QuadIds{kNoTerm, id(t.subject), id(t.predicate), id(t.object)});
  });
  dataset.sort();
  return dataset;
}

}  // namespace entente::rdf
