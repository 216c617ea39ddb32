#include "ontology/register_excerpt.hpp"

#include <vector>

#include "core/rdf/vocabulary.hpp"
#include "ontology/iri.hpp"

namespace entente::ontology {
namespace {

// The register, grouped by subject, with the members of memberships indexed.
class Excerpt {
 public:
  Excerpt(const rdf::Dataset& whole, const std::string& base) : whole_(whole), base_(base) {
    const auto count = whole.term_count() + 1;
    first_.assign(count, 0);
    last_.assign(count, 0);
    wanted_.assign(count, false);
    const auto& quads = whole.quads();
    for (std::size_t i = 0; i < quads.size(); ++i) {
      auto& first = first_[quads[i].subject];
      if (last_[quads[i].subject] == 0) first = i;
      last_[quads[i].subject] = i + 1;
    }
    member_ = whole.find(rdf::iri(vocab::org::member));
    for (const auto& quad : quads) {
      if (quad.predicate == member_) memberships_.emplace_back(quad.object, quad.subject);
    }
  }

  void want(rdf::TermId subject) {
    if (subject == rdf::kNoTerm || wanted_[subject] || last_[subject] == 0) return;
    wanted_[subject] = true;
    queue_.push_back(subject);
  }

  // Follows objects until nothing new is wanted.
  void close() {
    while (!queue_.empty()) {
      const auto subject = queue_.back();
      queue_.pop_back();
      for (std::size_t i = first_[subject]; i < last_[subject]; ++i) want(whole_.quads()[i].object);
    }
  }

  void want_memberships(const std::set<rdf::TermId>& members) {
    for (const auto& [member, membership] : memberships_) {
      if (members.count(member) > 0) want(membership);
    }
  }

  rdf::Dataset take() const {
    rdf::Dataset out;
    for (const auto& quad : whole_.quads()) {
      if (!wanted_[quad.subject]) continue;
      out.add(moved(quad.subject), moved(quad.predicate), moved(quad.object));
    }
    out.sort();
    return out;
  }

 private:
  rdf::Term moved(rdf::TermId id) const {
    rdf::Term term(whole_.term(id));
    if (term.kind == rdf::TermKind::Iri && base_ != kDefaultBase && term.value.compare(0, kDefaultBase.size(), kDefaultBase) == 0) {
      term.value = base_ + term.value.substr(kDefaultBase.size());
    }
    return term;
  }

  const rdf::Dataset& whole_;
  const std::string& base_;
  std::vector<std::size_t> first_, last_;
  std::vector<bool> wanted_;
  std::vector<rdf::TermId> queue_;
  std::vector<std::pair<rdf::TermId, rdf::TermId>> memberships_;
  rdf::TermId member_ = rdf::kNoTerm;
};

}  // namespace

rdf::Dataset register_excerpt(const rdf::Dataset& whole, const std::set<std::string>& used, const std::string& base) {
  Excerpt excerpt(whole, base);
  std::set<rdf::TermId> members;
  for (const auto& iri : used) {
    if (iri.compare(0, base.size(), base) != 0) continue;
    const auto id = whole.find(rdf::iri(std::string(kDefaultBase) + iri.substr(base.size())));
    if (id == rdf::kNoTerm) continue;
    members.insert(id);
    excerpt.want(id);
  }
  excerpt.want_memberships(members);
  excerpt.close();
  return excerpt.take();
}

}  // namespace entente::ontology
