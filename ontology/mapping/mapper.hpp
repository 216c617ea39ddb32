// Extraction -> statements (MODEL.md). Free functions over one document; nothing here reads files or clocks.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "core/rdf/dataset.hpp"
#include "corpus/document.hpp"
#include "extract/extraction.hpp"
#include "ontology/iri.hpp"
#include "ontology/mapping/entity_records.hpp"
#include "ontology/mapping/stock.hpp"
#include "ontology/mapping/table.hpp"

namespace entente::ontology {

// Where a triple belongs. Knowledge and Mentions hold nodes of one document only, so the parts of two
// documents never share a subject; Shared (direct triples) is the same set union for all documents.
enum class Part : std::uint8_t { Knowledge, Mentions, Shared };
inline constexpr std::size_t kParts = 3;

struct MapConfig {
  MappingTable table;
  IriMinter minter;
  const extract::RuleCatalogue* rules = nullptr;
  std::string run;                             // IRI of the run, see run.hpp
  std::string knowledge_graph, mentions_graph;  // IRIs of graphs; empty: the default graph
  std::shared_ptr<const Stock> stock;          // made of all the above by prepare()
};

// Call once, when all else is set and before map_document.
void prepare(MapConfig& config);

// What one document says: each part a set of quads, all over one dictionary.
struct MappedDocument {
  explicit MappedDocument(const std::shared_ptr<const rdf::Dictionary>& stock)
      : terms(std::make_shared<rdf::Dictionary>(stock)), parts{rdf::Dataset(terms), rdf::Dataset(terms), rdf::Dataset(terms)} {}

  rdf::Dataset& part(Part part) { return parts[static_cast<std::size_t>(part)]; }

  std::shared_ptr<rdf::Dictionary> terms;
  std::array<rdf::Dataset, kParts> parts;  // not sorted
  EntityRecords entities;
  std::vector<bool> rules_used;            // by RuleRef; shorter if the last ones are not used
};

// IRI of entity `id` of the extraction. Entities without a name of their own (descriptors, pronouns) are
// scoped by the document.
std::string entity_iri(const MapConfig& config, const corpus::Document& document, const extract::Entity& entity);

// Maps everything.
MappedDocument map_document(const MapConfig& config, const corpus::Document& document, const extract::Extraction& extraction,
                            Diagnostics& diagnostics);

}  // namespace entente::ontology
