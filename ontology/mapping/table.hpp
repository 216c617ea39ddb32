// The mapping as data: ontology/mapping/mapping.json, loaded and checked.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "extract/extraction.hpp"

namespace entente::ontology {

class MappingTable {
 public:
  // MP001 with the JSON pointer if a key is unknown, a prefix undeclared, or a name of extraction is missing.
  static Result<MappingTable> load(const std::filesystem::path& path);

  const std::string& class_of(extract::EntityType type) const { return classes_[static_cast<std::size_t>(type)]; }
  const std::string& segment_of(extract::EntityType type) const { return segments_[static_cast<std::size_t>(type)]; }
  // IRI for a value of a closed list: term("modality", "future"). Empty if the list has no such value.
  const std::string& term(std::string_view list, std::string_view value) const;
  // Predicates of the statement; the first is its rdf:predicate, all are asserted directly.
  std::vector<std::string> predicates(std::string_view relation) const;
  bool makes_membership(std::string_view relation) const { return memberships_.count(std::string(relation)) > 0; }
  bool names_post(std::string_view relation) const { return posts_.count(std::string(relation)) > 0; }

 private:
  std::vector<std::string> classes_, segments_;
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> terms_;
  std::string relation_namespace_;
  std::map<std::string, std::string, std::less<>> also_;
  std::set<std::string> memberships_, posts_;
};

}  // namespace entente::ontology
