#include "cli/kb/named_graphs.hpp"

#include <map>

#include "cli/kb/kb.hpp"
#include "core/rdf/reader.hpp"

namespace entente::cli {

std::vector<query::NamedGraph> load_named_graphs(const std::vector<std::string>& paths, const rdf::Graph& all) {
  std::map<rdf::Term, rdf::GraphBuilder> builders;
  Diagnostics ignored;  // load_kb has told what is wrong
  const auto files = kb_files(paths);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto syntax = rdf::syntax_of(files[i]);
    if (syntax != rdf::Syntax::TriG && syntax != rdf::Syntax::NQuads) continue;
    rdf::ReadOptions options;
    options.blank_prefix = "f" + std::to_string(i) + "_";
    rdf::read_file(files[i], options, [&](const rdf::QuadView& q, std::uint64_t) {
      if (q.graph.kind == rdf::TermKind::None) return;
      builders.try_emplace(rdf::Term(q.graph), all).first->second.add(q.subject, q.predicate, q.object);
    }, ignored);
  }
  std::vector<query::NamedGraph> named;
  for (auto& [name, builder] : builders) named.push_back({name, builder.build()});
  return named;
}

}  // namespace entente::cli
