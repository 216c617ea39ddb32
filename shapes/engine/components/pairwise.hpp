// Shared by the components that compare the values with those of another property (in the 1.2 draft, of another path).
#pragma once

#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

// The values that a focus node has by a path, ascending, each once. Safe to use from many threads.
class OtherValues {
 public:
  OtherValues(const Path& path, const Data& data) : walker_(data.graph(), data.touched), path_(bind_path(path, data.graph())) {}
  std::vector<TermId> of(TermId focus) const;
  template <typename Visit>
  void each(TermId focus, Visit visit) const {
    if (const auto direct = walker_.direct(path_, focus)) {
      for (const auto& t : *direct) visit(t.object);
    } else {
      for (const TermId id : of(focus)) visit(id);
    }
  }

 private:
  PathWalker walker_;
  BoundPath path_;
};

// A path as a parameter of messages: the IRI, or the text of the path.
Term parameter_of(const ShapeScope& scope, const Path& path);

// sh:lessThan and sh:lessThanOrEquals. `accepts` gets the order of a value relative to one of the other path. One
// result for each pair that is not accepted, also where the two cannot be compared.
void add_pairwise(ShapeScope& scope, std::string_view parameter, const std::string& name, const std::string& message,
                  bool (*accepts)(std::partial_ordering));

// sh:disjoint and sh:subsetOf: a value is at fault if it is (`wanted` false) or is not among the others.
void add_membership(ShapeScope& scope, std::string_view parameter, const std::string& name, const std::string& message, bool wanted);

}  // namespace entente::shapes::components
