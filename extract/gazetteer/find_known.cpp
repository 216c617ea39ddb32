#include "extract/gazetteer/find_known.hpp"

#include <algorithm>

#include "extract/gazetteer/fold.hpp"
#include "extract/spelled.hpp"

namespace entente::extract {
namespace {

// The lower, the likelier without further evidence.
int rank(const Gazetteer& gazetteer, const Meaning& meaning) {
  if (meaning.kind == NameKind::Metonym) return 20;
  if (meaning.kind == NameKind::Surname) return 30;
  switch (gazetteer.type(meaning.entry)) {
    case EntityType::State: return 0;
    case EntityType::Government: return 2;
    case EntityType::Place: return 4;
    case EntityType::Group: return 6;
    default: return 3;
  }
}

MentionForm form_of(const Meaning& meaning) {
  switch (meaning.kind) {
    case NameKind::Acronym: return MentionForm::Acronym;
    case NameKind::Adjective:
    case NameKind::Demonym: return MentionForm::Adjective;
    case NameKind::Metonym: return MentionForm::Metonym;
    default: return MentionForm::Name;
  }
}

// A post, and a government in its composed names ("Russian government"), are described rather than named.
bool is_described(const Gazetteer& gazetteer, const Meaning& meaning) {
  const EntityType type = gazetteer.type(meaning.entry);
  return type == EntityType::Post || (type == EntityType::Government && meaning.kind == NameKind::Name);
}

class Finder {
 public:
  Finder(const Gazetteer& gazetteer, std::span<const KnownWord> known, Analysis& a) : gazetteer_(gazetteer), a_(a) {
    gazetteer_.match(a, known, found_);
  }

  void run() {
    collect_supported();
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (!found_[i].nested) outer_ = i;
      add(found_[i], i);
    }
  }

 private:
  // Entries that some unmistakable name in the document stands for.
  void collect_supported() {
    for (const auto& name : found_) {
      for (std::size_t i = 0; i < gazetteer_.meaning_count(name.node); ++i) {
        const Meaning meaning = gazetteer_.meaning(name.node, i);
        const bool conditional = (meaning.flags & kAfterThe) != 0 ? !the_before(name) : (meaning.flags & kAmbiguous) != 0;
        if (conditional || meaning.kind == NameKind::Surname) continue;
        if (gazetteer_.fits(name, i)) supported_.push_back(meaning.entry);
      }
    }
    std::sort(supported_.begin(), supported_.end());
    supported_.erase(std::unique(supported_.begin(), supported_.end()), supported_.end());
  }

  bool is_supported(EntryIndex entry) const { return std::binary_search(supported_.begin(), supported_.end(), entry); }

  // The likeliest reading that case and support allow.
  Meaning choose(const KnownName& name) const {
    Meaning best;
    int best_rank = 1000;
    int persons = 0;
    for (std::size_t i = 0; i < gazetteer_.meaning_count(name.node); ++i) {
      if (!gazetteer_.fits(name, i)) continue;
      const Meaning meaning = gazetteer_.meaning(name.node, i);
      const bool supported = is_supported(meaning.entry);
      if ((meaning.flags & kAfterThe) != 0 ? !supported && !the_before(name) : (meaning.flags & kAmbiguous) != 0 && !supported) continue;
      if (meaning.kind == NameKind::Surname && (is_plain_word(name) || (!supported && (meaning.text.size() <= 3 || is_dateline(name))))) continue;
      if (meaning.kind == NameKind::Surname && !supported) ++persons;
      const int r = rank(gazetteer_, meaning) - (meaning.kind == NameKind::Surname && supported ? 5 : 0);
      if (r < best_rank) {
        best_rank = r;
        best = meaning;
      }
    }
    // A surname of several known people says who only with the document's help.
    if (best.entry != kNoEntry && best.kind == NameKind::Surname && persons > 1 && !is_supported(best.entry)) best.entry = kNoEntry;
    return best;
  }

  // "the", or "the" and one word: "the so-called West".
  bool the_before(const KnownName& name) const {
    for (std::uint32_t t = name.first; t-- > 0 && name.first - t <= 4;) {
      const auto form = a_.form(t);
      if (form == "the" || form == "The") return true;
      if (form[0] >= 'A' && form[0] <= 'Z') return false;
    }
    return false;
  }

  // "Nnamdi Kanu" has nothing to do with KANU: capitalised like a word, behind another such word.
  bool is_family_name(const KnownName& name) const {
    if (name.all_caps != 0 || name.last - name.first != 1 || name.first == 0 || name.first >= a_.words.size()) return false;
    const Word& before = a_.words[name.first - 1];
    return (before.shape & kCapitalised) != 0 && (before.shape & kSentenceStart) == 0 && before.upos == Upos::Propn && before.sentence == a_.words[name.first].sentence;
  }

  // The state that an entry is or belongs to, over at most three links; kNoEntry: of no state.
  EntryIndex state_of(EntryIndex entry, int steps = 3) const {
    if (gazetteer_.type(entry) == EntityType::State) return entry;
    if (steps == 0) return kNoEntry;
    for (const LinkView& link : gazetteer_.links(entry)) {
      if (link.kind == LinkKind::MemberOf) continue;
      if (const auto state = state_of(link.other, steps - 1); state != kNoEntry) return state;
    }
    return kNoEntry;
  }

  // A name that shows that the document speaks of its state: not one inside of another name, no post of a party.
  bool tells_state(const KnownName& name, const Meaning& meaning) const {
    const EntityType type = gazetteer_.type(meaning.entry);
    if (type == EntityType::State) return (meaning.flags & kAmbiguous) == 0;
    if (type == EntityType::InternationalOrganization || is_a(type, EntityType::Group)) return false;
    return (meaning.flags & (kStrictCase | kAmbiguous)) == 0 && !name.nested && meaning.kind != NameKind::Surname && type != EntityType::Post;
  }

  // "Kenya's Senate": resolve() says whose.
  bool possessive_before(const KnownName& name) const {
    return name.first > 0 && is_possessive_mark(a_.form(name.first - 1));
  }

  // "Ukraine's Security Service" is not Britain's. One word is left to resolve().
  bool belongs_to_another(const KnownName& name, const Meaning& meaning) const {
    if ((meaning.flags & kStrictCase) == 0 || name.last - name.first < 2 || a_.mentions.empty()) return false;
    const auto& owner = a_.mentions.back();
    if (owner.last != name.first - 1 || owner.register_entry == kNoEntry) return false;
    const auto whose = state_of(owner.register_entry);
    const auto state = state_of(meaning.entry);
    return whose != kNoEntry && state != kNoEntry && whose != state;
  }

  void list_states() {
    if (states_listed_) return;
    states_listed_ = true;
    for (const auto& name : found_) {
      for (std::size_t i = 0; i < gazetteer_.meaning_count(name.node); ++i) {
        const Meaning meaning = gazetteer_.meaning(name.node, i);
        if (!tells_state(name, meaning) || !gazetteer_.fits(name, i)) continue;
        if (const auto state = state_of(meaning.entry); state != kNoEntry) states_.push_back(state);
      }
    }
    std::sort(states_.begin(), states_.end());
  }

  // "the Senate", "the Labour Party": a body of one state by a name that other states' have too, in a document that speaks
  // of other states and of nothing else of this one.
  bool is_of_another_state(const Meaning& meaning) {
    if ((meaning.flags & (kStrictCase | kAfterThe)) == 0 || (meaning.kind != NameKind::Name && meaning.kind != NameKind::Acronym)) return false;
    const EntityType type = gazetteer_.type(meaning.entry);
    const bool public_body = is_a(type, EntityType::Organization) && type != EntityType::Media && type != EntityType::University && type != EntityType::Company;
    if (!public_body && type != EntityType::PoliticalParty) return false;
    const auto state = state_of(meaning.entry);
    if (state == kNoEntry) return false;
    list_states();
    return !states_.empty() && !std::binary_search(states_.begin(), states_.end(), state);
  }

  // A word that the tagger takes for no name, first in its sentence or of a closed class: "To", "He", "Long".
  bool is_plain_word(const KnownName& name) const {
    if (name.last - name.first != 1 || name.first >= a_.words.size()) return false;
    const Word& word = a_.words[name.first];
    const bool closed = word.upos == Upos::Pron || word.upos == Upos::Adp || word.upos == Upos::Det || word.upos == Upos::Aux ||
                        word.upos == Upos::Part || word.upos == Upos::Sconj || word.upos == Upos::Cconj || word.upos == Upos::Adv;
    return closed || ((word.shape & kSentenceStart) != 0 && word.upos != Upos::Propn);
  }

  // "WASHINGTON (AP) -": the place a report comes from.
  bool is_dateline(const KnownName& name) const {
    if (name.all_caps == 0 || name.last >= a_.segmentation.tokens.size()) return false;
    const auto next = a_.form(name.last);
    return next == "(" || next == "—" || next == "–" || next == "―" || next == "-" || next == "--";
  }

  bool whole_sentence_in_capitals(const KnownName& name) const {
    const auto sentence = std::upper_bound(a_.segmentation.sentences.begin(), a_.segmentation.sentences.end(), name.first,
                                           [](std::uint32_t t, const corpus::Sentence& s) { return t < s.first; });
    if (sentence == a_.segmentation.sentences.begin()) return false;
    const auto text = (sentence - 1)->span.of(a_.text());
    return text.size() > 12 && is_all_caps(text);
  }

  // Inside "Russian President" and "Government of Russia" the state is a mention too; inside "Bank of China" not.
  bool keeps_nested(const KnownName& name, const Meaning& meaning) const {
    const Meaning outer = choose(found_[outer_]);
    if (outer.entry == kNoEntry || (name.first == found_[outer_].first && name.last == found_[outer_].last)) return false;
    const EntityType outer_type = gazetteer_.type(outer.entry);
    const EntityType type = gazetteer_.type(meaning.entry);
    if (type != EntityType::State && type != EntityType::Group && type != EntityType::InternationalOrganization) return false;
    return outer_type == EntityType::Post || outer_type == EntityType::Government || outer_type == EntityType::Work ||
           (meaning.kind == NameKind::Adjective && (is_a(outer_type, EntityType::Ministry) ||
                                                    is_a(outer_type, EntityType::Military) || is_a(outer_type, EntityType::Parliament)));
  }

  // "Beijing rejected", "Addis Ababa insists": the tagger may take a name that begins a sentence for a verb, and parts of
  // foreign names for anything; what the gazetteer knows is a name.
  void mark_proper(const KnownName& name) {
    const bool single = name.last - name.first == 1;
    for (auto t = name.first; t < std::min<std::uint32_t>(name.last, static_cast<std::uint32_t>(a_.words.size())); ++t) {
      Word& word = a_.words[t];
      const bool wrong = word.upos == Upos::X || (single && (word.upos == Upos::Verb || word.upos == Upos::Intj));
      if ((word.shape & kCapitalised) == 0 || !wrong) continue;
      word.upos = Upos::Propn;
      word.verb_form = VerbForm::None;
      word.lemma = word.form;
    }
  }

  // "government of Kenya", "Kenyan government": the government.
  void set_head(MentionCandidate& c) const {
    auto end = c.first + 1;
    while (end < c.last && a_.form(end) != "of") ++end;
    c.head_first = end - 1;
    c.head_last = end;
  }

  void add(const KnownName& name, std::size_t) {
    const Meaning meaning = choose(name);
    if (meaning.entry == kNoEntry) return;
    if (name.nested && !keeps_nested(name, meaning)) return;
    if (meaning.kind == NameKind::Acronym && is_family_name(name)) return;
    if (possessive_before(name) ? belongs_to_another(name, meaning) : is_of_another_state(meaning)) return;
    if ((meaning.flags & kStrictCase) != 0 && whole_sentence_in_capitals(name)) return;
    if (meaning.kind != NameKind::Adjective) mark_proper(name);
    MentionCandidate c;
    c.first = c.head_first = name.first;
    c.last = c.head_last = name.last;
    c.type = gazetteer_.type(meaning.entry);
    c.form = is_described(gazetteer_, meaning) ? MentionForm::Descriptor : form_of(meaning);
    if (c.form == MentionForm::Descriptor) set_head(c);
    c.register_entry = meaning.entry;
    c.name_node = name.node;
    c.confidence = (meaning.flags & (kAmbiguous | kStrictCase)) != 0 || meaning.kind == NameKind::Surname ? 0.8F : 0.95F;
    a_.mentions.push_back(c);
  }

  const Gazetteer& gazetteer_;
  Analysis& a_;
  std::vector<KnownName> found_;
  std::vector<EntryIndex> supported_;
  std::vector<EntryIndex> states_;  // that the document speaks of, once they are listed
  bool states_listed_ = false;
  std::size_t outer_ = 0;
};

}  // namespace

void find_known(const Gazetteer& gazetteer, std::span<const KnownWord> known, Analysis& analysis) {
  Finder(gazetteer, known, analysis).run();
  std::stable_sort(analysis.mentions.begin(), analysis.mentions.end(), [](const auto& x, const auto& y) {
    return x.first != y.first ? x.first < y.first : x.last > y.last;
  });
}

std::vector<Meaning> meanings_of(const Gazetteer& gazetteer, const MentionCandidate& candidate) {
  std::vector<Meaning> out;
  if (candidate.name_node == 0) return out;
  for (std::size_t i = 0; i < gazetteer.meaning_count(candidate.name_node); ++i) {
    const Meaning meaning = gazetteer.meaning(candidate.name_node, i);
    if (meaning.kind != NameKind::Title) out.push_back(meaning);
  }
  return out;
}

}  // namespace entente::extract
