// Bytes as a nested path over a small graph: walking it ends, and gives distinct, ascending nodes.
#include <cstdlib>

#include "shapes/engine/path_walker.hpp"

using namespace entente;

namespace {

shapes::Path path_from(const std::uint8_t*& p, const std::uint8_t* end, unsigned depth) {
  if (p == end || depth == 0) return shapes::predicate_path(rdf::iri("u:p0"));
  const std::uint8_t byte = *p++;
  shapes::Path path;
  path.kind = static_cast<shapes::PathKind>(byte % 7);
  if (path.kind == shapes::PathKind::Predicate) return shapes::predicate_path(rdf::iri(byte & 8 ? "u:p0" : "u:p1"));
  const bool many = path.kind == shapes::PathKind::Sequence || path.kind == shapes::PathKind::Alternative;
  for (int i = many ? 2 : 1; i > 0; --i) path.parts.push_back(path_from(p, end, depth - 1));
  return path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  rdf::GraphBuilder builder;
  const char* nodes[] = {"u:a", "u:b", "u:c", "u:d", "u:e"};
  for (int i = 0; i < 5; ++i) {
    builder.add(rdf::iri(nodes[i]), rdf::iri("u:p0"), rdf::iri(nodes[(i + 1) % 5]));
    builder.add(rdf::iri(nodes[i]), rdf::iri("u:p1"), rdf::iri(nodes[i / 2]));
  }
  const rdf::Graph graph = builder.build();
  const std::uint8_t* p = data;
  const auto bound = shapes::bind_path(path_from(p, data + size, 6), graph);
  shapes::PathWalker walker(graph);
  std::vector<rdf::TermId> all;
  for (rdf::TermId id = 1; id <= graph.term_count(); ++id) all.push_back(id);
  std::vector<std::uint32_t> start;
  std::vector<rdf::TermId> values;
  if (walker.walk(bound, all, SIZE_MAX, start, values) != all.size()) std::abort();
  for (std::size_t i = 0; i + 1 < start.size(); ++i) {
    for (std::size_t v = start[i] + 1; v < start[i + 1]; ++v) {
      if (values[v - 1] >= values[v]) std::abort();
    }
  }
  return 0;
}
