#include "extract/names/find_names.hpp"

#include <algorithm>
#include <map>

#include "extract/gazetteer/entry.hpp"
#include "extract/mention_order.hpp"
#include "extract/names/finder.hpp"
#include "extract/text_map.hpp"

namespace entente::extract {
namespace {

// Bodies and works of states, inside whose names the state is still spoken of.
bool keeps_inner(EntityType outer, MentionForm inner) {
  if (outer == EntityType::Post || outer == EntityType::Work || outer == EntityType::NamedEvent || outer == EntityType::Group) return true;
  return inner == MentionForm::Adjective && (outer == EntityType::Ministry || outer == EntityType::Military ||
                                             outer == EntityType::Parliament || outer == EntityType::Court);
}

bool governs(std::string_view head) {
  for (const std::string_view word : {"Administration", "Government", "Agency", "Authority", "Service", "Department", "Bureau", "Forces", "Cabinet", "Ministry"}) {
    if (head == word) return true;
  }
  return false;
}

}  // namespace

void NameFinder::add(TokenRange range, EntityType type, MentionForm form, float confidence) {
  MentionCandidate c;
  c.first = c.head_first = range.first;
  c.last = c.head_last = range.last;
  c.type = type;
  c.form = form;
  c.confidence = confidence;
  if (is_a(type, EntityType::Person)) c.gender = gender_of(range);
  found_.push_back(c);
  if (type == EntityType::Post) return;
  for (auto t = range.first; t < range.last; ++t) taken_[t] = true;
}

// By the given name, or by "Mr" and "Mrs" before it.
std::uint8_t NameFinder::gender_of(TokenRange range) const {
  const auto told = [&](std::uint32_t t) -> std::uint8_t {
    return tokens_.is(t, kFemale) ? static_cast<std::uint8_t>(Gender::Female) : tokens_.is(t, kMale) ? static_cast<std::uint8_t>(Gender::Male) : 0;
  };
  if (range.first > 0 && tokens_.is(range.first - 1, kHonorific | kTitle)) {
    if (const auto gender = told(range.first - 1); gender != 0) return gender;
  }
  return tokens_.is(range.first, kGiven) ? told(range.first) : std::uint8_t{0};
}

bool NameFinder::free(TokenRange range) const {
  for (auto t = range.first; t < range.last; ++t) {
    if (taken_[t]) return false;
  }
  return true;
}

void NameFinder::find_runs(const Context& context) {
  for (auto t = context.sentence.first; t < context.sentence.last;) {
    if (taken_[t] || !tokens_.name_like(t)) {
      ++t;
      continue;
    }
    const TokenRange run = grower_.grow(t, context.sentence.last);
    if (free(run)) {
      EntityType before = EntityType::None;
      if (t > context.sentence.first && tokens_.is(t - 1, kTitle | kHonorific)) before = EntityType::Person;
      // "the Secretary-General, Zhang Ming": two words or more behind a title and its comma.
      const bool apposed = t > context.sentence.first + 1 && tokens_.form(t - 1) == "," && tokens_.is(t - 2, kTitle) && run.size() > 1;
      std::uint32_t head = 0;
      if (apposed && type_by_head(tokens_, run, head).type == EntityType::None) before = EntityType::Person;
      read_run(context, run, before);
    }
    t = run.last;
  }
}

// Members of parties, faiths and peoples, and ideologies, each a word of its own.
void NameFinder::find_singles(const Context& context) {
  for (auto t = context.sentence.first; t < context.sentence.last; ++t) {
    if (!tokens_.is(t, kIdeology | kAdherent | kFaith) || taken_[t] || known_.at(t) != nullptr) continue;
    const bool capital = tokens_.has(t, kBitCapital) && !tokens_.has(t, kBitLoose);
    if (tokens_.is(t, kIdeology) && !tokens_.has(t, kBitLoose)) {
      add({t, t + 1}, EntityType::Ideology, MentionForm::Name, 0.7F);
    } else if (capital && tokens_.is(t, kAdherent | kFaith) && !(tokens_.has(t, kBitSentenceStart) && tokens_.tag(t) != Upos::Propn && tokens_.tag(t) != Upos::Noun && tokens_.tag(t) != Upos::Adj && tokens_.tag(t) != Upos::None)) {
      add({t, t + 1}, EntityType::Group, tokens_.form(t).ends_with("s") ? MentionForm::Name : MentionForm::Adjective, 0.7F);
    }
  }
}

// "Organisation of X (OX)": what stands in brackets behind a name is of its type.
void NameFinder::find_acronyms() {
  std::map<std::string_view, EntityType> types;
  for (const auto* list : {&found_, &a_.mentions}) {
    for (const auto& c : *list) {
      const auto open = c.last;
      if (open + 2 >= tokens_.size() || tokens_.form(open) != "(" || tokens_.form(open + 2) != ")" || !tokens_.has(open + 1, kBitCapital)) continue;
      if (c.type != EntityType::Post) types.emplace(tokens_.form(open + 1), c.type);
    }
  }
  for (auto& c : found_) {
    if (c.last - c.first != 1) continue;
    if (const auto it = types.find(tokens_.form(c.first)); it != types.end() && !is_a(it->second, EntityType::Person)) {
      c.type = it->second;
      c.form = tokens_.has(c.first, kBitAllCaps) ? MentionForm::Acronym : MentionForm::Name;
      c.confidence = 0.9F;
    }
  }
}

// One type for one name, and people's surnames are people, wherever the document is surer elsewhere.
void NameFinder::agree() {
  struct Best {
    EntityType type = EntityType::None;
    float confidence = 0.0F;
  };
  TextMap<Best> best;
  const auto offer = [&](std::string_view name, const MentionCandidate& c, float confidence) {
    Best& b = best[name];
    if (confidence > b.confidence) b = {c.type, confidence};
  };
  for (const auto* list : {&found_, &a_.mentions}) {
    for (const auto& c : *list) {
      if (c.form == MentionForm::Descriptor) continue;
      offer(a_.span(c.first, c.last).of(a_.text()), c, c.confidence);
      if (is_a(c.type, EntityType::Person) && c.last - c.first > 1) offer(tokens_.form(c.last - 1), c, c.confidence - 0.05F);
    }
  }
  for (auto& c : found_) {
    if (c.form == MentionForm::Descriptor || c.form == MentionForm::Adjective) continue;
    const Best* const b = best.find(a_.span(c.first, c.last).of(a_.text()));
    if (b != nullptr && b->confidence > c.confidence && b->type != EntityType::Post) c.type = b->type;
  }
}

// Joins both lists; known names inside longer unknown ones go, unless those are of a state.
void NameFinder::finish() {
  std::vector<const MentionCandidate*> cover(tokens_.size(), nullptr);
  for (const auto& c : found_) {
    if (c.form == MentionForm::Descriptor && c.type != EntityType::Post) continue;  // they hold names, and those stay
    for (auto t = c.first; t < c.last; ++t) {
      if (cover[t] == nullptr || cover[t]->last - cover[t]->first < c.last - c.first) cover[t] = &c;
    }
  }
  std::erase_if(a_.mentions, [&](const MentionCandidate& m) {
    const auto* outer = cover[m.first];
    if (outer == nullptr) outer = cover[m.last - 1];
    if (outer == nullptr) return false;
    if (outer->first > m.first || outer->last < m.last) return true;  // crossing
    const bool administers = m.form == MentionForm::Adjective && m.first == outer->first && is_a(outer->type, EntityType::Organization) &&
                             m.type == EntityType::State && governs(tokens_.form(outer->last - 1));
    return outer->last - outer->first > m.last - m.first && !keeps_inner(outer->type, m.form) && !administers;
  });
  insert_mentions(a_.mentions, found_);
}

void NameFinder::run() {
  for (const auto& sentence : a_.segmentation.sentences) {
    Context context{{sentence.first, sentence.last}, 0, 0};
    for (auto t = sentence.first; t < sentence.last; ++t) {
      context.parties += tokens_.is(t, kPartyNoun) ? 1 : 0;
      context.politics += (tokens_.is(t, kPolitics | kPartyNoun | kElectionHead) ? 1 : 0) - (tokens_.is(t, kNotPolitics) ? 1 : 0);
    }
    find_dated(context);
    find_runs(context);
    find_singles(context);
    find_descriptors(context);
  }
  settle_open();
  find_acronyms();
  agree();
  finish();
}

void find_names(const NameConfig& config, Analysis& analysis) { NameFinder(config, analysis).run(); }

}  // namespace entente::extract
