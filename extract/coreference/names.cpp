#include <algorithm>

#include "core/base/utf8.hpp"
#include "extract/coreference/coreference.hpp"
#include "extract/gazetteer/fold.hpp"

namespace entente::extract {

Coreference::Coreference(const Gazetteer& gazetteer, const EntityStages& stages, Analysis& analysis, EntityTable& table)
    : gazetteer_(gazetteer), stages_(stages), a_(analysis), table_(table) {
  if (a_.document->metadata.published) day_ = parse_day(*a_.document->metadata.published);
}

std::string Coreference::lower(std::uint32_t token) const {
  std::string out(a_.form(token));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::string_view Coreference::folded(std::string_view words) {
  key_.clear();
  append_fold_key(words, key_);
  return key_;
}

std::size_t Coreference::first_mention_of(std::uint32_t s) const {
  const auto token = a_.segmentation.sentences[s].first;
  return static_cast<std::size_t>(std::lower_bound(a_.mentions.begin(), a_.mentions.end(), token,
                                                   [](const MentionCandidate& m, std::uint32_t t) { return m.first < t; }) -
                                  a_.mentions.begin());
}

void Coreference::remember_person(Id person, const MentionCandidate& mention) {
  std::uint32_t last = mention.last - 1;
  const auto suffix = a_.form(last);
  if (last > mention.first && (suffix == "Jr." || suffix == "Jr" || suffix == "Sr." || suffix == "III" || suffix == "II")) --last;
  persons_[folded(a_.form(last))] = person;
  persons_.try_emplace(folded(a_.form(mention.first)), person);
  if (last > mention.first + 1) {  // "von der Leyen", "al-Assad": all but the given name
    persons_.try_emplace(folded(a_.span(mention.first + 1, last + 1).of(a_.text())), person);
  }
}

void Coreference::link_full_name(MentionCandidate& mention, std::size_t index) {
  if (mention.form == MentionForm::Descriptor || link_short_name(mention, index)) return;
  if (const EntryIndex owner = other_owner(mention, index); owner != kNoEntry) {
    mention.register_entry = kNoEntry;
    mention.entity = table_.of_name(mention.type, std::string(text(mention)) + " of " + std::string(gazetteer_.name(owner)));
    return;
  }
  if (mention.register_entry != kNoEntry) {
    mention.entity = table_.of_entry(mention.register_entry);
  } else if (!is_a(mention.type, EntityType::Person) || mention.size() > 1) {
    if (mention.size() == 1 && mention.form == MentionForm::Acronym) return;
    mention.entity = possessed_body(mention, index);
    if (mention.entity == kNoId) mention.entity = table_.of_name(mention.type, text(mention));
  }
  if (mention.entity != kNoId && is_a(mention.type, EntityType::Person) && mention.size() > 1) remember_person(mention.entity, mention);
}

void Coreference::link_person(MentionCandidate& mention) {
  if (!is_a(mention.type, EntityType::Person) || mention.form == MentionForm::Descriptor) return;
  const bool surname_only = mention.register_entry != kNoEntry && mention.size() == 1;
  if (mention.entity != kNoId && !surname_only) return;
  if (const Id* known = persons_.find(folded(text(mention))); known != nullptr && *known != kNoId) {
    // A register's namesake gives way to the person whose full name the document has.
    mention.entity = *known;
    if (surname_only && table_.entry_of(*known) != mention.register_entry) mention.register_entry = table_.entry_of(*known);
    return;
  }
  if (mention.entity == kNoId) mention.entity = table_.of_name(mention.type, text(mention));
}

// "Organisation of X (OX)" and "OX (Organisation of X)".
void Coreference::define_acronyms() {
  for (std::size_t i = 0; i + 1 < a_.mentions.size(); ++i) {
    const auto& m = a_.mentions[i];
    if (m.form == MentionForm::Descriptor || m.last + 1 >= a_.segmentation.tokens.size() || a_.form(m.last) != "(") continue;
    for (std::size_t j = i + 1; j < a_.mentions.size() && a_.mentions[j].first <= m.last + 1; ++j) {
      auto& other = a_.mentions[j];
      if (other.first != m.last + 1 || other.last >= a_.segmentation.tokens.size() || a_.form(other.last) != ")") continue;
      const bool behind = other.size() == 1 && is_all_caps(a_.form(other.first));
      const bool before = m.size() == 1 && is_all_caps(a_.form(m.first));
      if (behind && m.entity != kNoId && !is_a(m.type, EntityType::Person)) acronyms_[text(other)] = m.entity;
      if (before && !behind && other.entity != kNoId && !is_a(other.type, EntityType::Person)) acronyms_[text(m)] = other.entity;
    }
  }
}

void Coreference::link_acronym(MentionCandidate& mention, std::size_t) {
  if (mention.size() != 1 || mention.form == MentionForm::Descriptor || mention.form == MentionForm::Pronoun) return;
  if (const Id* known = acronyms_.find(text(mention))) {
    mention.entity = *known;
    mention.register_entry = table_.entry_of(*known);
    mention.type = table_.at(*known).types.back();
    mention.form = MentionForm::Acronym;
  } else if (mention.entity == kNoId) {
    mention.entity = table_.of_name(mention.type, text(mention));
  }
}

void Coreference::link_names() {
  for (std::size_t i = 0; i < a_.mentions.size(); ++i) link_full_name(a_.mentions[i], i);
  for (auto& mention : a_.mentions) link_person(mention);
  define_acronyms();
  for (std::size_t i = 0; i < a_.mentions.size(); ++i) link_acronym(a_.mentions[i], i);
  for (const auto& mention : a_.mentions) {
    if (mention.entity == kNoId || mention.gender == 0 || table_.gender_of(mention.entity) != Gender::Unknown) continue;
    table_.set_gender(mention.entity, static_cast<Gender>(mention.gender));
  }
  add_short_names();
}

}  // namespace entente::extract
