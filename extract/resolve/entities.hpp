// The entities of one document while they are being found.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/gazetteer/gazetteer.hpp"
#include "extract/text_map.hpp"

namespace entente::extract {

// Entities by register entry or by normalised name; ids are positions in Analysis::result.entities.
class EntityTable {
 public:
  EntityTable(const Gazetteer& gazetteer, Analysis& analysis) : gazetteer_(gazetteer), analysis_(analysis) {}

  Id of_entry(EntryIndex entry);
  // The unknown entity of a root type and a name (folded for comparison), added if new.
  Id of_name(EntityType type, std::string_view name);
  // A new entity that no name identifies.
  Id add_unnamed(EntityType type, std::string_view name);

  EntryIndex entry_of(Id id) const { return id < entries_.size() ? entries_[id] : kNoEntry; }
  Gender gender_of(Id id) const { return id < genders_.size() ? genders_[id] : Gender::Unknown; }
  void set_gender(Id id, Gender gender) { genders_[id] = gender; }
  Entity& at(Id id) { return analysis_.result.entities[id]; }
  const Entity& at(Id id) const { return analysis_.result.entities[id]; }
  std::size_t size() const { return analysis_.result.entities.size(); }

  void add_type(Id id, EntityType type);

 private:
  Id add(EntityType type, std::string_view name, EntryIndex entry);

  const Gazetteer& gazetteer_;
  Analysis& analysis_;
  std::map<EntryIndex, Id> by_entry_;
  TextMap<Id> by_name_;                 // root type and folded name
  std::string key_;
  std::vector<EntryIndex> entries_;
  std::vector<Gender> genders_;
};

// The root of a type: Person for Politician.
EntityType root_of(EntityType type);

}  // namespace entente::extract
