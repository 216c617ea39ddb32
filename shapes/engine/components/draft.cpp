#include "shapes/engine/components/draft.hpp"

#include <unordered_set>

#include "core/rdf/vocabulary.hpp"

namespace entente::shapes::components {

ListReader::ListReader(const rdf::Graph& graph)
    : graph_(graph),
      first_(graph.find_iri(vocab::rdf::first)),
      rest_(graph.find_iri(vocab::rdf::rest)),
      nil_(graph.find_iri(vocab::rdf::nil)) {}

std::optional<std::vector<rdf::TermId>> ListReader::operator()(rdf::TermId head) const {
  std::vector<rdf::TermId> out;
  std::unordered_set<rdf::TermId> seen;
  for (rdf::TermId node = head; node != nil_; node = graph_.object(node, rest_)) {
    if (node == rdf::kNoTerm || !seen.insert(node).second) return std::nullopt;
    const rdf::TermId member = graph_.object(node, first_);
    if (member == rdf::kNoTerm) return std::nullopt;
    out.push_back(member);
  }
  if (head == rdf::kNoTerm) return std::nullopt;
  return out;
}

void add_with_members(TermId list, std::vector<TermId> members, Failures& failures) {
  if (members.empty()) return;
  Failure::More more;
  more.members = std::move(members);
  failures.add({list, rdf::kNoTerm, std::make_shared<const Failure::More>(std::move(more))});
}

}  // namespace entente::shapes::components
