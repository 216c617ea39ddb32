// Shared by the components of the SHACL 1.2 draft: its names, and lists in the data graph.
#pragma once

#include <optional>
#include <vector>

#include "core/rdf/graph.hpp"
#include "shapes/engine/evaluator.hpp"

namespace entente::shapes::components {

namespace sh12 {
inline constexpr std::string_view memberShape = "http://www.w3.org/ns/shacl#memberShape";
inline constexpr std::string_view minListLength = "http://www.w3.org/ns/shacl#minListLength";
inline constexpr std::string_view maxListLength = "http://www.w3.org/ns/shacl#maxListLength";
inline constexpr std::string_view uniqueMembers = "http://www.w3.org/ns/shacl#uniqueMembers";
inline constexpr std::string_view subsetOf = "http://www.w3.org/ns/shacl#subsetOf";
inline constexpr std::string_view singleLine = "http://www.w3.org/ns/shacl#singleLine";
inline constexpr std::string_view rootClass = "http://www.w3.org/ns/shacl#rootClass";
inline constexpr std::string_view someValue = "http://www.w3.org/ns/shacl#someValue";
inline constexpr std::string_view uniqueValuesFor = "http://www.w3.org/ns/shacl#uniqueValuesFor";
inline constexpr std::string_view ShapeClass = "http://www.w3.org/ns/shacl#ShapeClass";
inline constexpr std::string_view shape = "http://www.w3.org/ns/shacl#shape";
inline constexpr std::string_view targetWhere = "http://www.w3.org/ns/shacl#targetWhere";
inline constexpr std::string_view ByTypes = "http://www.w3.org/ns/shacl#ByTypes";
}  // namespace sh12

// Reads lists of one graph.
class ListReader {
 public:
  explicit ListReader(const rdf::Graph& graph);
  // Members of a well-formed list; nothing for what is none, is broken or goes in a circle.
  std::optional<std::vector<rdf::TermId>> operator()(rdf::TermId head) const;

 private:
  const rdf::Graph& graph_;
  rdf::TermId first_, rest_, nil_;
};

// A failure at a list because of these members; none if there are none.
void add_with_members(TermId list, std::vector<TermId> members, Failures& failures);

}  // namespace entente::shapes::components
