#include "cli/build/setup.hpp"

#include "cli/build/configuration.hpp"
#include "emit/write.hpp"
#include "ontology/id_prefixes.hpp"
#include "shapes/load.hpp"

namespace entente::cli {
namespace {

// Those that the mapping uses; all are declared, because documents are written as they come.
constexpr const char* kVocabularies[] = {"dcterms", "edtf", "ent", "gaf",    "oa",  "org",
                                         "prov",    "rdf",  "schema", "sem", "skos", "void", "xsd"};

}  // namespace

Result<Done> set_up(const Context& context, const extract::Extractor& extractor, const std::string& base, const emit::Format& format,
                    BuildConfig& config, ontology::RunInfo& run) {
  auto table = ontology::MappingTable::load(find_data(context, "ontology/mapping/mapping.json"));
  if (!table.ok()) return table.error();
  config.extractor = &extractor;
  config.format = &format;
  config.map = {std::move(*table), ontology::IriMinter(base), &extractor.rules(), {}, {}, {}, nullptr};
  run = {version(), configuration_hash(context)};
  config.map.run = ontology::run_iri(config.map.minter, run);
  if (format.graphs) {
    config.map.knowledge_graph = config.map.minter.base() + "graph/knowledge";
    config.map.mentions_graph = config.map.minter.base() + "graph/mentions";
  }
  ontology::prepare(config.map);
  for (const char* prefix : kVocabularies) config.prefixes.add(prefix, *emit::standard_prefixes().find(prefix));
  for (const auto& [prefix, name_space] : ontology::id_prefixes(config.map.minter)) config.prefixes.add(prefix, name_space);
  config.head = emit::head_of(format, config.prefixes);
  return Done{};
}

std::optional<shapes::Plan> load_output_shapes(const Context& context, Diagnostics& diagnostics) {
  shapes::ShapesFiles files;
  const std::vector<std::filesystem::path> paths{find_data(context, "shapes/output.ttl"), find_data(context, "shapes/leak.ttl")};
  if (!shapes::load_shapes(paths, files, diagnostics)) return std::nullopt;
  return shapes::compile(files.graph, {}, diagnostics);
}

}  // namespace entente::cli
