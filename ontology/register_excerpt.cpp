#include "ontology/register_excerpt.hpp"

#include <unordered_set>
#include <utility>

#include "core/rdf/reader.hpp"
#include "core/rdf/subject_lines.hpp"
#include "core/rdf/vocabulary.hpp"
#include "ontology/iri.hpp"

namespace entente::ontology {
namespace {

// Collects lines of subjects and reads them, and what they point to, until nothing new is wanted.
class Excerpt {
 public:
  Excerpt(const rdf::SubjectLines& lines, const std::string& base) : lines_(lines), base_(base) {}

  void want(std::string_view subject) {
    const auto said = lines_.of(subject);
    if (!said.empty() && wanted_.insert(said.data()).second) open_ += said;
  }

  void read(Diagnostics& diagnostics) {
    while (!open_.empty()) {
      const std::string lines = std::exchange(open_, {});
      rdf::read(lines, rdf::Syntax::NTriples, {}, [this](const rdf::QuadView& quad, std::uint64_t) { add(quad); }, diagnostics);
    }
  }

  rdf::Dataset take() {
    out_.sort();
    return std::move(out_);
  }

 private:
  void add(const rdf::QuadView& quad) {
    if (quad.object.is_iri()) want(quad.object.value);
    out_.add(moved(quad.subject), moved(quad.predicate), moved(quad.object));
  }

  rdf::Term moved(const rdf::TermView& from) const {
    rdf::Term term(from);
    if (term.kind == rdf::TermKind::Iri && base_ != kDefaultBase && term.value.compare(0, kDefaultBase.size(), kDefaultBase) == 0) {
      term.value = base_ + term.value.substr(kDefaultBase.size());
    }
    return term;
  }

  const rdf::SubjectLines& lines_;
  const std::string& base_;
  std::unordered_set<const char*> wanted_;  // where their lines begin
  std::string open_;                        // lines to be read
  rdf::Dataset out_;
};

}  // namespace

rdf::Dataset register_excerpt(std::string_view whole, const std::set<std::string>& used, const std::string& base, Diagnostics& diagnostics) {
  const rdf::SubjectLines lines(whole, vocab::org::member);
  Excerpt excerpt(lines, base);
  std::set<std::string, std::less<>> members;
  for (const auto& iri : used) {
    if (iri.compare(0, base.size(), base) != 0) continue;
    const auto& own = *members.insert(std::string(kDefaultBase) + iri.substr(base.size())).first;
    excerpt.want(own);
  }
  for (const auto& [membership, member] : lines.uses()) {
    if (members.find(member) != members.end()) excerpt.want(membership);
  }
  excerpt.read(diagnostics);
  return excerpt.take();
}

}  // namespace entente::ontology
