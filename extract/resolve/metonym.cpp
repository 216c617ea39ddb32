// The judgement looks outwards: to the left over determiners, adjectives and coordinated names to a preposition
// or verb; to the right for a possessive, a verb, or a noun that only places have. Lists below are closed classes
// and small sets of nouns and verbs that decide; everything else stays unclear.
#include "extract/resolve/metonym.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/spelled.hpp"

namespace entente::extract {
namespace {

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

class Judge {
 public:
  Judge(const Analysis& a, std::uint32_t first, std::uint32_t last) : a_(a), first_(first), last_(last) {
    sentence_first_ = sentence_last_ = first;
    const auto& sentences = a.segmentation.sentences;
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), first,
                                        [](std::uint32_t t, const corpus::Sentence& s) { return t < s.first; });
    if (after == sentences.begin()) return;
    sentence_first_ = (after - 1)->first;
    sentence_last_ = (after - 1)->last;
  }

  NameUse run() const {
    if (const auto use = by_right(); use != NameUse::Unclear) return use;
    if (const auto use = by_left(); use != NameUse::Unclear) return use;
    return is_subject() ? NameUse::Actor : NameUse::Unclear;
  }

 private:
  std::string word(std::uint32_t t) const { return t >= sentence_first_ && t < sentence_last_ ? lower(a_.form(t)) : std::string(); }
  Upos tag(std::uint32_t t) const { return t < a_.words.size() ? a_.words[t].upos : Upos::None; }
  bool capital(std::uint32_t t) const {
    return t < sentence_last_ && !a_.form(t).empty() && a_.form(t)[0] >= 'A' && a_.form(t)[0] <= 'Z';
  }

  static bool is_place_noun(std::string_view w) {
    return one_of(w, {"airport", "airports", "street", "streets", "suburb", "suburbs", "metro", "subway", "mayor", "residents",
                      "district", "region", "embassy", "hotel", "museum", "zoo", "university", "olympics", "marathon", "square",
                      "time", "neighborhood", "neighbourhood", "area", "bureau", "office", "correspondent", "court", "stock",
                      "summit", "conference", "meeting", "talks", "protests", "bombing", "attacks", "declaration", "treaty"});
  }

  // The token after this name and all names coordinated with it.
  std::uint32_t after_coordination() const {
    std::uint32_t t = last_;
    for (int steps = 0; steps < 4; ++steps) {
      const auto w = word(t);
      if ((w == "and" || w == "or" || w == ",") && capital(t + 1)) {
        t += 2;
      } else if (w == "," && word(t + 1) == "and" && capital(t + 2)) {
        t += 3;
      } else {
        break;
      }
    }
    return t;
  }

  // The token before this name and all names coordinated with it; sentence_first_ - 1 wraps to UINT32_MAX.
  std::uint32_t before_coordination() const {
    std::uint32_t t = first_ - 1;
    for (int steps = 0; steps < 4 && first_ > sentence_first_; ++steps) {
      const auto w = t + 1 > sentence_first_ ? word(t) : std::string();
      if ((w == "and" || w == "or" || w == ",") && t > sentence_first_ && capital(t - 1) && tag(t - 1) != Upos::Adp) {
        t -= 2;
        if (t + 1 <= sentence_first_) break;
      } else {
        break;
      }
    }
    return t;
  }

  NameUse by_right() const {
    const auto next = word(last_);
    if (next == "-" || next == "–") {
      const auto part = word(last_ + 1);
      return part == "based" || part == "born" || part == "area" ? NameUse::Place
             : one_of(part, {"backed", "led", "controlled", "installed", "friendly", "sponsored", "funded"}) ? NameUse::Actor
                                                                                                           : NameUse::Unclear;
    }
    if (is_possessive_mark(next)) {
      for (std::uint32_t t = last_ + 1; t < std::min(last_ + 4, sentence_last_); ++t) {
        if (is_place_noun(word(t))) return NameUse::Place;
      }
      return NameUse::Actor;
    }
    if (is_place_noun(next)) return NameUse::Place;
    if (one_of(next, {"regime", "government", "leadership", "authorities"})) return NameUse::Actor;
    if (first_ == sentence_first_ && (next == "(" || next == "—" || next == "--" || next == "–")) return NameUse::Place;  // dateline
    return NameUse::Unclear;
  }

  NameUse by_left() const {
    std::uint32_t t = before_coordination();
    if (t + 1 <= sentence_first_) return NameUse::Unclear;
    auto w = word(t);
    if (one_of(w, {"the", "downtown", "central", "nearby", "both", "then", "even"})) {
      if (w == "downtown" || w == "nearby") return NameUse::Place;
      if (t == sentence_first_) return NameUse::Unclear;
      w = word(--t);
    }
    if (one_of(w, {"in", "at", "near", "outside", "around", "inside", "across", "throughout", "into", "via", "within"})) return NameUse::Place;
    if (one_of(w, {"between", "with", "by", "against", "over", "for", "both", "on", "toward", "towards", "upon", "neither"})) return NameUse::Actor;
    if (w == "from") return from(t);
    if (w == "to") return to(t);
    if (w == "of") return of(t);
    if (one_of(w, {"visit", "visited", "visiting", "visits", "reach", "reached", "leave", "left", "leaving", "enter", "entered",
                   "bombed", "shelled", "captured", "seized", "toured", "tour", "hit", "hits", "besieged", "evacuated"})) {
      return NameUse::Place;
    }
    return tag(t) == Upos::Verb && !is_subject() ? NameUse::Actor : NameUse::Unclear;  // object of another verb
  }

  // What governs the preposition at `t`: the nearest noun or verb before it.
  std::string governor(std::uint32_t t) const {
    while (t > sentence_first_) {
      const auto w = word(--t);
      if (tag(t) == Upos::Adv || tag(t) == Upos::Punct || w == ",") continue;
      return w;
    }
    return {};
  }

  NameUse from(std::uint32_t t) const {
    const auto g = governor(t);
    if (one_of(g, {"threat", "threats", "pressure", "support", "aid", "message", "messages", "signals", "help", "demands", "reaction",
                   "response", "concessions", "assurances", "approval", "orders", "criticism", "distance", "independent"})) {
      return NameUse::Actor;
    }
    return word(last_) == "to" || g == "away" || tag(t - 1) == Upos::Verb || g == "miles" || g == "kilometers" || g == "km" ? NameUse::Place
                                                                                                                         : NameUse::Unclear;
  }

  NameUse to(std::uint32_t t) const {
    const auto g = governor(t);
    if (one_of(g, {"visit", "visits", "trip", "trips", "travel", "travels", "traveled", "travelled", "traveling", "flew", "fly", "flying",
                   "went", "go", "goes", "going", "returned", "return", "came", "come", "moved", "move", "drove", "road", "way", "tour", "journey",
                   "flight", "back", "sent", "ambassador", "envoy", "mission", "invited", "headed"}) ||
        capital(t - 1)) {
      return NameUse::Place;
    }
    return goal_of_journey(t) ? NameUse::Place : NameUse::Actor;
  }

  // "the visit by the president of X, Kim, to": a journey before the preposition, without a verb in between.
  bool goal_of_journey(std::uint32_t t) const {
    for (std::uint32_t i = t; i-- > sentence_first_ && i + 14 > t;) {
      if (tag(i) == Upos::Verb || tag(i) == Upos::Aux) return false;
      if (one_of(word(i), {"visit", "visits", "trip", "trips", "journey", "flight", "return", "tour", "travels"})) return true;
    }
    return false;
  }

  NameUse of(std::uint32_t t) const {
    const auto g = governor(t);
    if (one_of(g, {"city", "cities", "capital", "town", "streets", "residents", "people", "mayor", "north", "south", "east", "west", "outside",
                   "outskirts", "centre", "center", "heart", "suburb", "suburbs", "university", "province", "district", "region", "siege",
                   "battle", "bishop", "port", "bombing", "capture", "fall", "part", "parts", "districts", "kilometers", "miles", "km"})) {
      return NameUse::Place;
    }
    return NameUse::Actor;
  }

  // A finite verb follows the name and what is coordinated or inserted after it.
  bool is_subject() const {
    std::uint32_t t = after_coordination();
    if (word(t) == ",") {  // "Moscow, for its part, is"
      for (std::uint32_t i = t + 1; i < std::min(t + 9, sentence_last_); ++i) {
        if (word(i) == ",") {
          t = i + 1;
          break;
        }
      }
    }
    while (tag(t) == Upos::Adv || one_of(word(t), {"has", "both", "also", "now"})) {
      if (word(t) == "has") return true;
      ++t;
    }
    const auto w = word(t);
    if (t >= sentence_last_) return false;
    if (one_of(w, {"is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "should", "must", "does",
                   "did", "do", "says", "said", "wants", "sees"})) {
      return true;
    }
    return tag(t) == Upos::Aux || (tag(t) == Upos::Verb && (t >= a_.words.size() || (a_.words[t].verb_form != VerbForm::Gerund)));
  }

  const Analysis& a_;
  std::uint32_t first_;
  std::uint32_t last_;
  std::uint32_t sentence_first_ = 0;
  std::uint32_t sentence_last_ = 0;
};

}  // namespace

NameUse use_of(const Analysis& analysis, std::uint32_t first, std::uint32_t last) { return Judge(analysis, first, last).run(); }

}  // namespace entente::extract
