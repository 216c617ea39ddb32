#include <algorithm>

#include "extract/coreference/coreference.hpp"
#include "extract/lower_word.hpp"

namespace entente::extract {

// True if a person's name stands beside the post: "French President Emmanuel Macron", "Wang Yi, the foreign minister".
bool Coreference::names_holder(std::size_t index) const {
  const auto& post = a_.mentions[index];
  const auto size = a_.segmentation.tokens.size();
  std::uint32_t next = post.last;
  if (next < size && a_.form(next) == ",") ++next;
  for (std::size_t i = index + 1; i < a_.mentions.size() && a_.mentions[i].first <= next; ++i) {
    const auto& m = a_.mentions[i];
    if (m.first == next && is_a(m.type, EntityType::Person) && m.form != MentionForm::Descriptor) return true;
  }
  std::uint32_t before = post.first;
  while (before > 0 && (a_.form(before - 1) == "the" || a_.form(before - 1) == "," || a_.form(before - 1) == "former" || a_.form(before - 1) == "as" ||
                        a_.form(before - 1) == "a" || a_.form(before - 1) == "then")) --before;
  for (std::size_t i = index; i-- > 0 && index - i < 8;) {
    const auto& m = a_.mentions[i];
    if (m.last == before && before < post.first && is_a(m.type, EntityType::Person) && m.form != MentionForm::Descriptor) return true;
  }
  return false;
}

Id Coreference::holder_of(const MentionCandidate& mention) {
  if (mention.register_entry == kNoEntry || gazetteer_.type(mention.register_entry) != EntityType::Post) return kNoId;
  const EntryIndex person = gazetteer_.holder(mention.register_entry, day_);
  return person == kNoEntry ? kNoId : table_.of_entry(person);
}

void Coreference::link_offices() {
  for (std::size_t i = 0; i < a_.mentions.size(); ++i) {
    auto& mention = a_.mentions[i];
    if (mention.type != EntityType::Post) continue;
    // The words of the title, for later "the president": the last one, and the last two.
    if (names_holder(i)) {
      mention.entity = mention.register_entry != kNoEntry ? table_.of_entry(mention.register_entry) : table_.of_name(EntityType::Post, text(mention));
      continue;
    }
    const bool definite = mention.first > 0 && (a_.form(mention.first - 1) == "the" || a_.form(mention.first - 1) == "The");
    const bool opens = mention.first == a_.segmentation.sentences[sentence(mention.first)].first;
    const bool acts = definite || opens;
    const Id person = acts ? holder_of(mention) : kNoId;
    if (person != kNoId) {
      mention.entity = person;
      mention.type = EntityType::Politician;
      mention.form = MentionForm::Descriptor;
      mention.rule = stages_.holders;
      mention.confidence = 0.75F;
    } else {
      mention.entity = mention.register_entry != kNoEntry ? table_.of_entry(mention.register_entry) : table_.of_name(EntityType::Post, text(mention));
    }
  }
  // Titles before names: words between a name and what stands before it, "President Xi", "Foreign Minister Wang Yi".
  for (const auto& mention : a_.mentions) {
    if (!is_a(mention.type, EntityType::Person) || mention.form == MentionForm::Descriptor || mention.entity == kNoId || mention.first == 0) continue;
    std::uint32_t t = mention.first - 1;
    if (a_.form(t) == "," && t > 0) --t;
    if (sentence(t) != sentence(mention.first)) continue;
    titles_.push_back({mention.entity, t});
  }
  std::sort(titles_.begin(), titles_.end());
}

// True if the title, in lower case, is the word beside some name of the person, or that word and the one before it.
bool Coreference::has_title(Id person, std::string_view title) const {
  for (auto at = std::lower_bound(titles_.begin(), titles_.end(), std::pair{person, 0U}); at != titles_.end() && at->first == person; ++at) {
    const std::uint32_t t = at->second;
    const auto last = a_.form(t);
    if (is_word(last, title)) return true;
    if (t == 0 || sentence(t - 1) != sentence(t)) continue;
    const auto first = a_.form(t - 1);
    if (title.size() == first.size() + 1 + last.size() && title[first.size()] == ' ' && is_word(first, title.substr(0, first.size())) &&
        is_word(last, title.substr(first.size() + 1)))
      return true;
  }
  return false;
}

// Lower-case titles of the posts that a person of the register holds on the document's day.
const std::vector<std::string>& Coreference::held_titles(EntryIndex person) {
  const auto [row, fresh] = held_.try_emplace(person);
  if (!fresh) return row->second;
  for (const auto& link : gazetteer_.links(person)) {
    if (link.kind != LinkKind::Holds || (day_ != 0 && !holds_on(link.from, link.until, day_))) continue;
    for (const auto& name : gazetteer_.names(link.other)) {
      if (name.kind != NameKind::Title) continue;
      row->second.emplace_back(name.text);
      for (char& c : row->second.back()) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return row->second;
}

// The nearest person before mention `before` who bears the title in this document or in the register.
Id Coreference::person_with_title(std::string_view title, std::size_t before) {
  std::vector<Id> seen;  // each person is asked once
  for (std::size_t i = before, steps = 0; i-- > 0 && steps < 60; ++steps) {
    const auto& m = a_.mentions[i];
    if (m.entity == kNoId || m.form == MentionForm::Pronoun || m.type == EntityType::Post || table_.at(m.entity).type != EntityType::Person) continue;
    if (std::find(seen.begin(), seen.end(), m.entity) != seen.end()) continue;
    seen.push_back(m.entity);
    if (has_title(m.entity, title)) return m.entity;
    const EntryIndex entry = table_.entry_of(m.entity);
    if (entry == kNoEntry) continue;
    const auto& held = held_titles(entry);
    if (std::find(held.begin(), held.end(), title) != held.end()) return m.entity;
  }
  return kNoId;
}

// "the Chinese president" where the register's composed name did not match: title plus the state inside the phrase.
Id Coreference::office_holder(const MentionCandidate& mention, std::string_view title) {
  const auto node = gazetteer_.look_up(title);
  if (!node || day_ == 0) return kNoId;
  auto at = std::lower_bound(a_.mentions.begin(), a_.mentions.end(), mention.first,
                             [](const MentionCandidate& m, std::uint32_t t) { return m.first < t; });
  for (; at != a_.mentions.end() && at->first < mention.last; ++at) {
    const auto& inner = *at;
    if (inner.last >= mention.last) continue;
    const EntryIndex state = inner.entity == kNoId ? kNoEntry : state_of(inner.entity);
    if (state == kNoEntry) continue;
    for (std::size_t i = 0; i < gazetteer_.meaning_count(*node); ++i) {
      const Meaning meaning = gazetteer_.meaning(*node, i);
      if (meaning.kind != NameKind::Title) continue;
      const EntryIndex government = gazetteer_.linked(meaning.entry, LinkKind::PostOf);
      if (government == kNoEntry || gazetteer_.linked(government, LinkKind::GovernmentOf) != state) continue;
      const EntryIndex person = gazetteer_.holder(meaning.entry, day_);
      if (person != kNoEntry) return table_.of_entry(person);
    }
  }
  return kNoId;
}

}  // namespace entente::extract
