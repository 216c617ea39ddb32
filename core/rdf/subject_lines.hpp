// What single subjects say, out of a large N-Triples text: only their lines are read.
#pragma once

#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente::rdf {

// Of text as our writer makes it from a sorted data set (canonical N-Triples, lines of a subject together), which must outlive it.
// Other text gives other or no lines, never a fault.
class SubjectLines {
 public:
  // `predicate`: an IRI whose uses are listed.
  SubjectLines(std::string_view text, std::string_view predicate);

  // Empty if the IRI is no subject.
  std::string_view of(std::string_view iri) const;
  // (subject, object) of each line with the predicate, IRIs without their brackets, in the text's order.
  const std::vector<std::pair<std::string_view, std::string_view>>& uses() const { return uses_; }

 private:
  void add(std::string_view line, std::size_t begin);

  std::string_view text_;
  std::string_view predicate_;
  struct Range {
    std::size_t begin = 0, end = 0;
  };
  std::unordered_map<std::string_view, Range> ranges_;
  std::string_view subject_;         // of the line before
  Range* range_ = nullptr;           // its lines
  std::vector<std::pair<std::string_view, std::string_view>> uses_;
};

}  // namespace entente::rdf
