#include "extract/claims/holders.hpp"

#include <algorithm>
#include <string>

namespace entente::extract::claims {
namespace {

bool names(MentionForm form) { return form != MentionForm::Pronoun && form != MentionForm::Descriptor; }

bool plural(std::string_view word) { return word.size() > 2 && word.back() == 's' && word[word.size() - 2] != 's'; }

// The phrase before a relative pronoun, a comma between or not: "aides, who"; empty if the word is none.
Range antecedent(const SentenceView& s, Range source) {
  Token before = source.first;
  if (source.size() != 1 || !s.words().relatives.has(s.word(before).form)) return {};
  if (before > s.first() && s.is_comma(before - 1)) --before;
  if (before == s.first()) return {};
  if (const Chunk* np = s.noun_phrase(before - 1)) {
    const bool person = s.word(source.first).form == s.words().who;
    const bool placed = person && np->first > s.first() + 1 && s.words().locatives.has(s.word(np->first - 1).form);
    if (const Chunk* owner = placed ? s.noun_phrase(np->first - 2) : nullptr) return {owner->first, np->last};  // "those in Brussels who"
    return {np->first, np->last};
  }
  const bool alone = s.is_pos(before - 1, Upos::Pron) || s.is_pos(before - 1, Upos::Propn) || s.is_pos(before - 1, Upos::Noun);
  return alone ? Range{before - 1, before} : Range{};
}

// "A, B and C": the phrases behind the comma go on until "and".
bool lists(const SentenceView& s, Token comma, Token end) {
  for (Token t = comma; t < end && s.is_comma(t);) {
    const Chunk* np = s.noun_phrase(t + 1);
    if (np == nullptr || np->first != t + 1) return false;
    t = np->last;
    if (t < end && s.words().joining.has(s.word(t).form)) return true;
  }
  return false;
}

// "the party and its sponsors": people whom nothing has found yet.
bool joins_people(const SentenceView& s, const Chunk& np, const std::vector<Id>& others) {
  const Word& head = s.word(np.head);
  return !others.empty() && head.upos == Upos::Noun && (s.words().animate.has(head.form) || s.words().animate.has(head.lemma));
}

// "Kern, managing director and former judge", ", a banker": more nouns for the same person.
bool describes(const SentenceView& s, const Chunk& np) {
  const Word& head = s.word(np.head);
  if (head.upos != Upos::Noun || head.form == 0 || head.form != head.lemma) return false;
  const Word& lead = s.word(np.first);
  if (lead.upos == Upos::Det) return s.is_comma(np.first - 1) && (lead.form == s.words().a || lead.form == s.words().an);
  return lead.upos != Upos::Pron && lead.upos != Upos::Num && lead.upos != Upos::Part && lead.upos != Upos::Propn;
}

// "nobody", "some", "many": a phrase of one word that names nobody.
bool stands_alone(const SentenceView& s, const Chunk& np) {
  return np.last == np.first + 1 && s.words().indefinite.has(s.word(np.first).form);
}

}  // namespace

Holders::Holders(Analysis& analysis) : analysis_(analysis) {
  const auto& entities = analysis.result.entities;
  for (Id id = 0; id < entities.size(); ++id) {
    for (const auto& mention : entities[id].mentions) at_.push_back({mention.span, id, mention.form});
  }
  std::sort(at_.begin(), at_.end(), [](const At& a, const At& b) { return a.span < b.span; });
}

void Holders::add(Span span, Id entity, MentionForm form) {
  const At row{span, entity, form};
  added_.insert(std::upper_bound(added_.begin(), added_.end(), row, [](const At& a, const At& b) { return a.span < b.span; }), row);
}

template <typename Use>
void Holders::inside(Span span, Use use) const {
  const auto from = [&](const std::vector<At>& rows) {
    return std::lower_bound(rows.begin(), rows.end(), span.begin, [](const At& a, std::uint32_t begin) { return a.span.begin < begin; });
  };
  auto known = from(at_);
  auto added = from(added_);
  while (true) {
    const bool more = known != at_.end() && known->span.begin < span.end;
    const bool more_added = added != added_.end() && added->span.begin < span.end;
    if (!more && !more_added) return;
    const At& row = more && !(more_added && added->span < known->span) ? *known++ : *added++;
    if (row.span.end <= span.end && !use(row)) return;
  }
}

std::vector<Id> Holders::claimants(const SentenceView& s, Range source, RuleRef rule) {
  if (source.empty()) return {};
  if (const Range before = antecedent(s, source); !before.empty()) source = before;
  const Analysis& a = s.analysis();
  // The head noun phrase: the first one of the source; those joined to it by "and" hold the claim too.
  std::vector<Id> out;
  Token t = source.first;
  bool joined = true;
  while (t < source.last) {
    const Chunk* np = s.noun_phrase(t);
    // "Chad's envoy, Jean Moussa": the envoy, not Chad.
    const Chunk* owner = nullptr;
    while (np != nullptr && np->last < source.last && s.is_possessive(np->last)) {
      owner = np;
      np = s.noun_phrase(np->last);
    }
    if (np == nullptr) {
      joined = s.words().joining.has(s.word(t).form) || (s.is_comma(t) && (out.empty() || lists(s, t, source.last)));
      ++t;
      continue;
    }
    const Token last = std::min(np->last, source.last);
    const Span head = a.segmentation.tokens[std::min<Token>(np->head, last - 1)].span;
    const bool same = !out.empty() && describes(s, *np);
    if ((joined && !same) || out.empty()) {
      // "both states", where "both" stands outside of the phrase.
      const bool pair = t == source.first && t > s.first() && s.words().demonstratives.has(s.word(t - 1).form);
      const At* best = nullptr;
      // "the government of Kenya" goes beyond its first phrase.
      inside(a.span(pair ? t - 1 : t, source.last), [&](const At& row) {
        if (row.span.overlaps(head) && (best == nullptr || row.span.size() > best->span.size())) best = &row;
        return true;
      });
      const Id apposed = best == nullptr || best->form == MentionForm::Descriptor ? name_behind(s, behind(s, last, best), source.last) : kNoId;
      if (apposed != kNoId) out.push_back(apposed);
      else if (best != nullptr) out.push_back(best->entity);
      else if (owner != nullptr && !s.words().animate.has(s.word(np->head).form)) add_owner(a.span(owner->first, owner->last), out);
      else if (joins_people(s, *np, out)) out.push_back(add_descriptor(s, {std::max(np->first, t), last}, rule));
    }
    // "nobody in Warsaw", "some of them", "a tribunal in The Hague": the place or the whole does not hold it.
    const bool placed = last + 1 < source.last && s.words().locatives.has(s.word(last).form) && !s.is_pos(np->head, Upos::Propn);
    if (out.empty() && t == source.first && (stands_alone(s, *np) || placed)) return {add_descriptor(s, source, rule)};
    joined = false;
    t = last;
  }
  if (out.empty()) {
    if (const Id person = first_named_person(a.span(source.first, source.last)); person != kNoId) out.push_back(person);
  }
  if (out.empty() && source.size() == 1 && s.is(source.first, s.words().it)) {
    if (const Id body = body_before(s, source.first); body != kNoId) out.push_back(body);
  }
  if (out.empty()) out.push_back(add_descriptor(s, source, rule));
  add_examples(s, source, out);
  std::vector<Id> unique;
  for (const Id id : out) {
    if (std::find(unique.begin(), unique.end(), id) == unique.end()) unique.push_back(id);
  }
  return unique;
}

// "India's refusal": no holder of its own, so India.
void Holders::add_owner(Span span, std::vector<Id>& out) const {
  Id owner = kNoId;
  inside(span, [&](const At& row) {
    owner = row.entity;
    return true;
  });
  if (owner != kNoId) out.push_back(owner);
}

// The token behind the phrase that ends at `last`, or behind the mention where that is longer, and behind "of Chad".
Token Holders::behind(const SentenceView& s, Token last, const At* mention) {
  while (mention != nullptr && last < s.end() && s.analysis().segmentation.tokens[last].span.begin < mention->span.end) ++last;
  while (s.is(last, s.words().of)) {
    const Chunk* np = s.noun_phrase(last + 1);
    if (np == nullptr || np->first != last + 1) break;
    last = np->last;
  }
  return last;
}

Id Holders::first_named_person(Span span) const {
  Id found = kNoId;
  inside(span, [&](const At& row) {
    if (names(row.form) && is_a(analysis_.result.entities[row.entity].type, EntityType::Person)) found = row.entity;
    return found == kNoId;
  });
  return found;
}

// "the minister, Sergei Lavrov": the person named by the phrase behind the comma.
Id Holders::name_behind(const SentenceView& s, Token comma, Token end) const {
  if (comma + 1 >= end || !s.is_comma(comma)) return kNoId;
  const Chunk* np = s.noun_phrase(comma + 1);
  return np == nullptr ? kNoId : first_named_person(s.analysis().span(np->first, std::min(np->last, end)));
}

Id Holders::body_before(const SentenceView& s, Token pronoun) const {
  const auto& segmentation = s.analysis().segmentation;
  const std::uint32_t here = segmentation.tokens[pronoun].span.begin;
  const std::uint32_t earliest = segmentation.sentences[s.index() < 2 ? 0 : s.index() - 2].span.begin;
  auto row = std::lower_bound(at_.begin(), at_.end(), here, [](const At& a, std::uint32_t begin) { return a.span.begin < begin; });
  while (row != at_.begin() && (--row)->span.begin >= earliest) {
    if (!names(row->form) || row->form == MentionForm::Adjective) continue;
    const EntityType type = analysis_.result.entities[row->entity].type;
    for (const auto body : {EntityType::State, EntityType::Government, EntityType::Organization, EntityType::InternationalOrganization,
                            EntityType::PoliticalParty}) {
      if (is_a(type, body)) return row->entity;
    }
  }
  return kNoId;
}

// "European leaders, including A and B": those named as examples hold the claim too.
void Holders::add_examples(const SentenceView& s, Range source, std::vector<Id>& out) const {
  Token t = source.first;
  while (t < source.last && !s.words().including.has(s.word(t).form)) ++t;
  if (t == source.first || t + 1 >= source.last) return;
  inside(s.analysis().span(t + 1, source.last), [&](const At& row) {
    const EntityType type = analysis_.result.entities[row.entity].type;
    const bool actor = is_a(type, EntityType::Person) || is_a(type, EntityType::Organization) || type == EntityType::PoliticalParty ||
                       type == EntityType::Government || type == EntityType::InternationalOrganization;
    if (actor && (row.form == MentionForm::Name || row.form == MentionForm::Acronym)) out.push_back(row.entity);
    return true;
  });
}

bool Holders::acts(const At& row) const {
  const EntityType type = analysis_.result.entities[row.entity].type;
  for (const auto actor : {EntityType::Person, EntityType::State, EntityType::Government, EntityType::Organization,
                           EntityType::InternationalOrganization, EntityType::PoliticalParty, EntityType::Group}) {
    if (is_a(type, actor)) return true;
  }
  return type == EntityType::Place && row.form != MentionForm::Descriptor;
}

bool Holders::can_hold(const SentenceView& s, Range source) const {
  if (source.empty()) return false;
  if (source.size() == 1 && s.words().animate.has(s.word(source.first).form)) return true;
  if (const Range before = antecedent(s, source); !before.empty()) source = before;
  const Chunk* np = s.noun_phrase(source.first);
  Token head = np != nullptr ? std::min<Token>(np->head, source.last - 1) : source.last - 1;
  // "two thirds of the farmers": those the share is taken of.
  if (np != nullptr && s.is(np->last, s.words().of) && np->last + 1 < source.last && s.words().shares.has(s.word(head).form)) {
    np = s.noun_phrase(np->last + 1);
    if (np != nullptr) head = std::min<Token>(np->head, source.last - 1);
  }
  if (s.words().animate.has(s.word(head).form) || s.words().animate.has(s.word(head).lemma)) return true;
  bool found = false;
  inside(s.analysis().span(source.first, source.last), [&](const At& row) {
    found = row.span.overlaps(s.analysis().segmentation.tokens[head].span) && acts(row);
    return !found;
  });
  return found;
}

Id Holders::add_descriptor(const SentenceView& s, Range words, RuleRef rule) {
  const Analysis& a = s.analysis();
  const Chunk* np = s.noun_phrase(words.first);
  const Token end = np != nullptr ? std::min(np->last, words.last) : words.last;
  const Token head = np != nullptr ? std::min<Token>(np->head, end - 1) : end - 1;
  const Token last = np != nullptr && stands_alone(s, *np) ? words.last : end;  // "nobody in Warsaw"
  Entity entity;
  const bool many = plural(a.form(head)) || s.words().many.has(s.word(head).form);
  entity.type = many ? EntityType::Group : EntityType::Person;
  entity.types = {entity.type};
  Mention mention;
  mention.span = a.span(words.first, last);
  mention.head = a.segmentation.tokens[head].span;
  mention.form = s.is_pos(head, Upos::Pron) ? MentionForm::Pronoun : MentionForm::Descriptor;
  mention.sentence = s.index();
  mention.rule = rule;
  mention.confidence = 0.6F;
  entity.name = std::string(mention.span.of(a.text()));
  entity.mentions.push_back(mention);
  const auto id = static_cast<Id>(analysis_.result.entities.size());
  analysis_.result.entities.push_back(std::move(entity));
  add(mention.span, id, mention.form);
  return id;
}

std::vector<Id> Holders::about(const std::vector<Span>& content, const std::vector<Id>& claimants) const {
  std::vector<Id> out;
  for (const Span span : content) {
    inside(span, [&](const At& row) {
      const bool other = row.form == MentionForm::Pronoun && std::find(claimants.begin(), claimants.end(), row.entity) == claimants.end();
      if ((names(row.form) || other) && std::find(out.begin(), out.end(), row.entity) == out.end()) out.push_back(row.entity);
      return true;
    });
  }
  return out;
}

Id Holders::add_unnamed(std::string_view name) {
  const auto id = static_cast<Id>(analysis_.result.entities.size());
  Entity person;
  person.type = EntityType::Person;
  person.types = {EntityType::Person};
  person.name = std::string(name);
  person.unnamed = true;
  analysis_.result.entities.push_back(std::move(person));
  return id;
}

Id Holders::somebody() {
  if (somebody_ == kNoId) somebody_ = add_unnamed("somebody unnamed");
  return somebody_;
}

Id Holders::interviewed() {
  const auto& authors = analysis_.result.authors;
  const auto first = std::find_if(at_.begin(), at_.end(), [&](const At& row) {
    return names(row.form) && is_a(analysis_.result.entities[row.entity].type, EntityType::Person) && std::find(authors.begin(), authors.end(), row.entity) == authors.end();
  });
  return first == at_.end() ? somebody() : first->entity;
}

std::vector<Id> Holders::authors() {
  if (!analysis_.result.authors.empty()) return analysis_.result.authors;
  if (unnamed_author_ == kNoId) unnamed_author_ = add_unnamed("author of the document");
  return {unnamed_author_};
}

}  // namespace entente::extract::claims
