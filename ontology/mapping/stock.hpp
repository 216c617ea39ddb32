// Terms that every document's triples share, numbered once: the mapping then needs no strings for them.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/rdf/dictionary.hpp"
#include "extract/extraction.hpp"

namespace entente::ontology {

class MappingTable;
class IriMinter;

// word::ent_evidence is the number of ent:evidence in every dictionary that stands on a stock's.
namespace word {
enum Word : rdf::TermId {
  none = rdf::kNoTerm,
#define ENTENTE_WORD(prefix, local) prefix##_##local,
#include "ontology/mapping/words.def"
#undef ENTENTE_WORD
};
}  // namespace word

// The closed lists of extraction, by their names in mapping.json.
constexpr std::string_view list_of(extract::MentionForm) { return "form"; }
constexpr std::string_view list_of(extract::Polarity) { return "polarity"; }
constexpr std::string_view list_of(extract::Factuality) { return "factuality"; }
constexpr std::string_view list_of(extract::Modality) { return "modality"; }
constexpr std::string_view list_of(extract::ClaimKind) { return "kind"; }
constexpr std::string_view list_of(extract::Attitude) { return "attitude"; }
constexpr std::string_view list_of(extract::Stance) { return "stance"; }
constexpr std::string_view list_of(extract::RelationStatus) { return "status"; }
constexpr std::string_view list_of(extract::DateBasis) { return "basis"; }

// Immutable, shared by all threads.
class Stock {
 public:
  Stock(const MappingTable& table, const IriMinter& minter, const extract::RuleCatalogue& rules, std::string_view run,
        std::string_view graph_of_knowledge, std::string_view graph_of_mentions);

  const std::shared_ptr<const rdf::Dictionary>& terms() const { return terms_; }
  rdf::TermId run() const { return run_; }
  rdf::TermId knowledge() const { return knowledge_; }  // names of graphs; kNoTerm: the default graph
  rdf::TermId mentions() const { return mentions_; }
  rdf::TermId rule(extract::RuleRef rule) const { return rule < rules_.size() ? rules_[rule] : rdf::kNoTerm; }
  // The class of entities of a type.
  rdf::TermId class_of(extract::EntityType type) const { return classes_[static_cast<std::size_t>(type)]; }
  // The literal for a confidence in hundredths, 0 to 100.
  rdf::TermId confidence(unsigned hundredths) const { return confidence_[hundredths]; }
  // kNoTerm if the table has no such value.
  template <typename Value>
  rdf::TermId value(Value value) const {
    const auto& list = lists_[place_of(value)];
    const auto at = static_cast<std::size_t>(value);
    return at < list.size() ? list[at] : rdf::kNoTerm;
  }

 private:
  static constexpr std::size_t place_of(extract::MentionForm) { return 0; }
  static constexpr std::size_t place_of(extract::Polarity) { return 1; }
  static constexpr std::size_t place_of(extract::Factuality) { return 2; }
  static constexpr std::size_t place_of(extract::Modality) { return 3; }
  static constexpr std::size_t place_of(extract::ClaimKind) { return 4; }
  static constexpr std::size_t place_of(extract::Attitude) { return 5; }
  static constexpr std::size_t place_of(extract::Stance) { return 6; }
  static constexpr std::size_t place_of(extract::RelationStatus) { return 7; }
  static constexpr std::size_t place_of(extract::DateBasis) { return 8; }
  template <typename Value>
  void add_list(rdf::Dictionary& terms, const MappingTable& table, Value last);

  std::shared_ptr<const rdf::Dictionary> terms_;
  rdf::TermId run_ = rdf::kNoTerm, knowledge_ = rdf::kNoTerm, mentions_ = rdf::kNoTerm;
  std::vector<rdf::TermId> rules_, classes_;
  std::array<rdf::TermId, 101> confidence_{};
  std::array<std::vector<rdf::TermId>, 9> lists_;
};

}  // namespace entente::ontology
