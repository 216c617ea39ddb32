// Classes and names of entities, by numbers of one dictionary; merged over documents, because the preferred label
// is chosen among the spellings of all of them.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/rdf/dataset.hpp"

namespace entente::ontology {

struct EntityRecord {
  explicit EntityRecord(rdf::TermId of) : entity(of) {}
  void add_class(rdf::TermId iri);  // kNoTerm is no class
  // `name`: a literal; `count`: how many documents have it.
  void add_name(rdf::TermId name, std::uint32_t count);
  // The spelling of most documents, else the first in byte order; kNoTerm without names.
  rdf::TermId preferred(const rdf::Dictionary& terms) const;

  rdf::TermId entity;
  std::vector<rdf::TermId> classes;                            // each once
  std::vector<std::pair<rdf::TermId, std::uint32_t>> names;    // each once
};

// In the order in which entities came.
class EntityRecords {
 public:
  EntityRecord& of(rdf::TermId entity);
  const std::vector<EntityRecord>& all() const { return records_; }
  std::size_t size() const { return records_.size(); }

 private:
  std::vector<EntityRecord> records_;
  std::vector<std::uint32_t> place_;  // by entity: one more than its place in records_, 0 if it has none
};

// Class and names of each entity, added to `out`, whose dictionary is the records' and stands on a stock's.
void map_entity_records(const EntityRecords& records, rdf::TermId graph, rdf::Dataset& out);

}  // namespace entente::ontology
