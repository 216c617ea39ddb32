// Extraction -> statements (MODEL.md). Free functions over one document; nothing here reads files or clocks.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "core/rdf/term.hpp"
#include "corpus/document.hpp"
#include "extract/extraction.hpp"
#include "ontology/iri.hpp"
#include "ontology/mapping/table.hpp"

namespace entente::ontology {

// Where a triple belongs. Knowledge and Mentions hold nodes of one document only, so the parts of two
// documents never share a subject; Shared (direct triples) is the same set union for all documents.
enum class Part { Knowledge, Mentions, Shared };

// Views live for the call.
using TripleSink =
    std::function<void(Part, const rdf::TermView& s, const rdf::TermView& p, const rdf::TermView& o)>;

// What one document says about an entity's class and name; merged over documents by the caller, because
// the preferred label is chosen among the spellings of all of them.
struct EntityRecord {
  std::vector<std::string> classes;           // IRIs, sorted, unique
  std::map<std::string, std::uint32_t> names; // spelling -> number of documents
  bool curated = false;                       // known to the register: the name is the register's
  void merge(const EntityRecord& other);
  // Curated name, else the spelling of most documents, else the first in byte order.
  std::string preferred() const;
};
using EntityRecords = std::map<std::string, EntityRecord>;  // by IRI

struct MapConfig {
  MappingTable table;
  IriMinter minter;
  const extract::RuleCatalogue* rules = nullptr;
  std::string run;  // IRI of the run, see run.hpp
};

// IRI of entity `id` of the extraction. Entities without a name of their own (descriptors, pronouns) are
// scoped by the document.
std::string entity_iri(const MapConfig& config, const corpus::Document& document, const extract::Entity& entity);

// Maps everything; every rule that is named is added to `rules_used`.
void map_document(const MapConfig& config, const corpus::Document& document, const extract::Extraction& extraction,
                  const TripleSink& sink, EntityRecords& entities, std::vector<bool>& rules_used,
                  Diagnostics& diagnostics);

}  // namespace entente::ontology
