#include "ontology/mapping/stock.hpp"

#include "core/rdf/vocabulary.hpp"
#include "ontology/iri.hpp"
#include "ontology/mapping/table.hpp"

namespace entente::ontology {
namespace {

using rdf::Dictionary;
using rdf::TermId;

TermId intern_iri(Dictionary& terms, std::string_view iri) {
  return iri.empty() ? rdf::kNoTerm : terms.intern({rdf::TermKind::Iri, iri, {}, {}});
}

// In the order of words.def, so that each word gets its number.
void add_words(Dictionary& terms) {
#define ENTENTE_WORD(prefix, local) intern_iri(terms, std::string(vocab::prefix::kNamespace) + #local);
#include "ontology/mapping/words.def"
#undef ENTENTE_WORD
}

// One digit after the point at least, no zero behind the others: canonical decimals.
std::string decimal_of(unsigned hundredths) {
  std::string lexical = std::to_string(hundredths / 100) + "." + std::to_string(hundredths % 100 / 10);
  if (hundredths % 10 != 0) lexical += static_cast<char>('0' + hundredths % 10);
  return lexical;
}

}  // namespace

template <typename Value>
void Stock::add_list(Dictionary& terms, const MappingTable& table, Value last) {
  auto& list = lists_[place_of(last)];
  for (unsigned i = 0; i <= static_cast<unsigned>(last); ++i) {
    const auto value = static_cast<Value>(i);
    list.push_back(intern_iri(terms, table.term(list_of(value), extract::name_of(value))));
  }
}

Stock::Stock(const MappingTable& table, const IriMinter& minter, const extract::RuleCatalogue& rules, std::string_view run,
             std::string_view graph_of_knowledge, std::string_view graph_of_mentions) {
  auto terms = std::make_shared<Dictionary>(Dictionary::Iris::Whole);
  add_words(*terms);
  add_list(*terms, table, extract::MentionForm::Pronoun);
  add_list(*terms, table, extract::Polarity::Negative);
  add_list(*terms, table, extract::Factuality::Attempted);
  add_list(*terms, table, extract::Modality::Intention);
  add_list(*terms, table, extract::ClaimKind::Indirect);
  add_list(*terms, table, extract::Attitude::Aim);
  add_list(*terms, table, extract::Stance::Negative);
  add_list(*terms, table, extract::RelationStatus::Claimed);
  add_list(*terms, table, extract::DateBasis::None);
  for (unsigned i = 0; i <= static_cast<unsigned>(extract::EntityType::Other); ++i) {
    classes_.push_back(intern_iri(*terms, table.class_of(static_cast<extract::EntityType>(i))));
  }
  for (std::size_t i = 0; i < rules.size(); ++i) {
    rules_.push_back(intern_iri(*terms, minter.make("rule", slug(rules[static_cast<extract::RuleRef>(i)].id, 100))));
  }
  for (unsigned i = 0; i < confidence_.size(); ++i) {
    confidence_[i] = terms->intern({rdf::TermKind::Literal, decimal_of(i), vocab::xsd::decimal, {}});
  }
  run_ = intern_iri(*terms, run);
  knowledge_ = intern_iri(*terms, graph_of_knowledge);
  mentions_ = intern_iri(*terms, graph_of_mentions);
  terms_ = std::move(terms);
}

}  // namespace entente::ontology
