#include "extract/names/evidence.hpp"

#include <algorithm>
#include <initializer_list>

#include "extract/spelled.hpp"

namespace entente::extract {
namespace {

using Words = std::initializer_list<std::string_view>;

constexpr Evidence person(int points) { return {points, 0, 0}; }
constexpr Evidence place(int points) { return {0, points, 0}; }
constexpr Evidence body(int points) { return {0, 0, points}; }

class Surroundings {
 public:
  Surroundings(const NameTokens& tokens, const KnownMentions& known, TokenRange sentence, TokenRange name)
      : tokens_(tokens), known_(known), sentence_(sentence), name_(name) {}

  Evidence all() const {
    Evidence e = before();
    e += after();
    if (name_.size() > 1 && one_of(form(name_.last - 1), {"North", "South", "East", "West", "Central", "Centre"})) e += place(3);  // a constituency
    return e;
  }

 private:
  bool inside(std::uint32_t t) const { return t >= sentence_.first && t < sentence_.last; }
  std::string_view form(std::uint32_t t) const { return inside(t) ? tokens_.form(t) : std::string_view{}; }
  bool is(std::uint32_t t, std::uint64_t classes) const { return inside(t) && tokens_.is(t, classes); }
  bool lower(std::uint32_t t) const { return inside(t) && tokens_.has(t, kBitLower); }

  // By a common noun that says what the name names: "village", "members", "analyst".
  Evidence of_noun(std::uint32_t t, int points) const {
    if (!lower(t) && !(inside(t) && tokens_.has(t, kBitSentenceStart))) return {};
    if (is(t, kPersonNoun | kTitle) && !is(t, kGroupNoun)) return person(points);
    if (is(t, kPlaceCue)) return place(points);
    return is(t, kBodyCue | kBodyNoun) ? body(points) : Evidence{};
  }

  Evidence before() const {
    if (name_.first <= sentence_.first) return {};
    const auto p = name_.first - 1;
    const auto word = form(p);
    if (is(p, kPlacePreposition)) return one_of(form(p - 1), {"swore", "sworn", "ushered", "voted", "brought"}) ? Evidence{} : place(4);
    if (word == "at" && is(p - 1, kPersonNoun | kTitle)) return body(4);  // "an analyst at X"
    if (one_of(word, {"at", "into", "via", "towards", "toward", "through", "At", "between"})) return place(word == "between" ? 1 : 2);
    if (word == "of" || word == "Of") return behind_of(p);
    if (word == "from" || word == "From") return place(form(name_.last) == "to" ? 4 : 2);
    if (word == "to") return behind_to(p);
    if (word == "for") return is(p - 1, kTitle) || one_of(form(p - 1), {"MP", "MPs", "seat", "TD", "MEP", "MLA", "member", ")", "left", "departed", "bound", "sailed"}) || is_known_place(p - 1) ? place(3) : Evidence{};
    if (one_of(word, {"by", "with", "against", "By", "With"})) return person(1);
    if (one_of(word, {"called", "named"}) || word == "as") return called(p);
    if (word == "," && p > sentence_.first && one_of(form(name_.last), {",", ".", "and", ")"})) return described(p - 1);
    if (is(p, kPlaceVerb)) return place(3);
    if (word == "the") return behind_the(p);
    if (tokens_.has(p, kBitPossessive)) return is_known_place(p - 1) ? person(1) : body(2);  // "Armenia's X", "Duarte's X"
    if (inside(p - 1) && is(p - 1, kMotion) && tokens_.tag(p) == Upos::Adp) return place(3);
    if (one_of(word, {"took", "hold", "holds", "held", "controls", "controlled"}) && (tokens_.has(name_.last, kBitComma) || one_of(form(name_.last), {".", "without", "after", "from", "in", "last", "and"}))) return place(2);
    if (is(p, kPersonVerb)) return person(2);
    if (one_of(word, {"joined", "rejoined", "founded", "acquired", "bought", "quit"})) return body(3);
    return of_noun(p, 3);
  }

  // "his younger son, X,", "the nearest town, X."
  Evidence described(std::uint32_t noun) const {
    for (auto t = noun; t-- > sentence_.first && noun - t < 4;) {
      if (one_of(form(t), {"the", "his", "her", "its", "their", "a", "an", "our"})) return of_noun(noun, 4);
      if (tokens_.tag(t) != Upos::Adj && tokens_.tag(t) != Upos::Noun) break;
    }
    return {};
  }

  // "crossed the X", "along the X": a river, a road
  Evidence behind_the(std::uint32_t the) const {
    return one_of(form(the - 1), {"crossed", "crossing", "along", "across", "down", "up", "beyond"}) ? place(4) : Evidence{};
  }

  bool is_known_place(std::uint32_t t) const {
    const auto* known = inside(t) ? known_.at(t) : nullptr;
    return known != nullptr && (known->type == EntityType::State || known->type == EntityType::Place);
  }

  // "the village of X", "members of X"
  Evidence behind_of(std::uint32_t of) const {
    if (of == sentence_.first) return {};
    if (is(of - 1, kPlaceCue)) return place(4);  // "village of X", "governor of X"
    if (one_of(form(of - 1), {"fall", "capture", "seizure", "loss", "recapture"})) return place(3);
    const auto e = of_noun(of - 1, 4);
    if (e.person > 0 || is(of - 1, kTitle)) return {0, 1, 2};  // "director of X"
    if (e.body > 0) return e;
    if (is(of - 1, kGroupNoun)) return {0, 2, 1};  // "residents of X", "fighters of X"
    return form(name_.last) == "," || form(name_.last) == "." ? place(1) : Evidence{};
  }

  Evidence behind_to(std::uint32_t to) const {
    if (to >= sentence_.first + 3 && form(to - 2) == "from") return place(4);
    if (to > sentence_.first && is(to - 1, kMotion)) return place(4);
    if (to >= sentence_.first + 2 && is(to - 2, kMotion)) return place(4);
    return form(name_.last) == "," || form(name_.last) == "." ? place(1) : Evidence{};
  }

  // "a town called X", "known as X"
  Evidence called(std::uint32_t verb) const {
    for (auto t = verb; t-- > sentence_.first && verb - t < 4;) {
      const auto e = of_noun(t, 4);
      if (e.person + e.place + e.body > 0) return e;
    }
    return {};
  }

  Evidence after() const {
    const auto n = name_.last;
    const auto next = form(n);
    if (next.empty()) return {};
    if (next == "v." || next == "v" || next == "vs.") return place(-5);  // "In Fisher v. Texas"
    if (next == "," || next == "(") return apposed(n + 1);
    if (tokens_.has(n, kBitPossessive)) return owned(n + 1);
    if (tokens_.has(n, kBitHyphen) && !tokens_.space_before(n)) {
      const auto part = form(n + 1);
      return part == "based" || part == "born" ? place(4) : one_of(part, {"backed", "led", "aligned", "affiliated"}) ? Evidence{1, 0, 1} : Evidence{};
    }
    const auto tag = tokens_.tag(n);
    if (tag == Upos::Aux && form(n + 1) == "owned" && form(n + 2) == "by") return body(3);
    if (tag == Upos::Verb || tag == Upos::Aux) {
      if (const int points = by_predicate(n); points > 0) return place(points);
    }
    if (is(n, kSaying) || next == "who" || next == "himself" || next == "herself") return person(4);
    if (lower(n) && is(n, kPlaceCue)) return place(4);
    if (lower(n) && is(n, kBodyCue)) return body(3);
    return tag == Upos::Verb || tag == Upos::Aux || tag == Upos::Adv ? by_verb(n) : Evidence{};
  }

  // "X remained quiet", "X lies on the border", "X fell to the rebels"
  int by_predicate(std::uint32_t n) const {
    const auto verb = form(n);
    if (one_of(verb, {"lies", "borders", "overlooks"})) return 3;
    if (verb == "fell" && form(n + 1) == "to") return 3;
    if (verb == "reopened") return 3;
    if (verb == "saw") {
      const auto what = [&](std::uint32_t t) {
        return one_of(form(t), {"protests", "massacres", "clashes", "violence", "fighting", "looting", "riots", "demonstrations", "floods", "strikes", "deaths"});
      };
      return what(n + 1) || what(n + 2) ? 3 : 0;
    }
    if (!one_of(verb, {"is", "was", "are", "were", "remains", "remained", "remain", "be"})) return 0;
    for (auto t = n + 1; inside(t) && t < n + 4; ++t) {
      if (one_of(form(t), {"quiet", "tense", "deserted", "besieged", "shelled", "bombed", "overrun", "flooded", "encircled", "blockaded", "located", "inaccessible",
                           "under", "closed", "calm", "situated", "reachable", "evacuated", "looted"})) return 3;
      if (tokens_.tag(t) != Upos::Adv) break;
    }
    return 0;
  }

  // "X resigned", "X was elected", "X burned"
  Evidence by_verb(std::uint32_t n) const {
    auto t = n;
    while (inside(t) && t < n + 4 && (tokens_.tag(t) == Upos::Aux || tokens_.tag(t) == Upos::Adv)) ++t;
    if (is(t, kPersonAct)) return person(3);
    return tokens_.tag(n) == Upos::Verb ? person(1) : Evidence{};
  }

  // "X, a town on the coast", "X, who", "X, where", "X, Syria"
  Evidence apposed(std::uint32_t t) const {
    const auto word = form(t);
    if (word == "who" || word == "whose") return person(4);
    if (word == "where") return place(4);
    if (one_of(word, {"on", "near", "north", "south", "east", "west", "close", "about"}) && form(name_.last) == ",") return place(3);
    const auto* known = inside(t) ? known_.at(t) : nullptr;
    if (known != nullptr && known->first == t && (known->type == EntityType::State || known->type == EntityType::Place) && known->form == MentionForm::Name) {
      const auto behind = form(known->last);
      return one_of(behind, {",", ".", ";", ")"}) || behind.empty() ? place(2) : Evidence{};
    }
    if (!one_of(word, {"a", "an", "the"})) return inside(t) && tokens_.has(t, kBitNumber) && form(t + 1) == "," ? person(3) : Evidence{};
    for (auto i = t + 1; inside(i) && i < t + 7; ++i) {
      if (tokens_.has(i, kBitPossessive) || tokens_.tag(i + 1) == Upos::Noun) continue;
      if (tokens_.tag(i) == Upos::Noun) return of_noun(i, 4);
      if (tokens_.has(i, kBitComma) || tokens_.tag(i) == Upos::Verb || tokens_.tag(i) == Upos::Adp) break;
    }
    return {};
  }

  // "X's airport", "X's wife", "X's fighters"
  Evidence owned(std::uint32_t t) const {
    for (auto i = t; inside(i) && i < t + 3; ++i) {
      if (one_of(form(i), {"wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "lawyer", "lawyers", "family", "death", "speech",
                           "remarks", "resignation", "arrest", "predecessor", "successor", "widow", "career", "arguments"})) return person(3);
      if (is(i, kPlaceCue)) return place(3);
      if (is(i, kBodyCue)) return body(3);
    }
    return {1, 0, 0};
  }

  const NameTokens& tokens_;
  const KnownMentions& known_;
  TokenRange sentence_;
  TokenRange name_;
};

bool ends(std::string_view word, Words endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.size() > e.size() + 2 && word.ends_with(e); });
}

// Towns whose second part is a word of its own: "Jalal-Abad".
bool is_town_part(std::string_view word) { return one_of(word, {"Abad", "Ville", "Kala", "Shahr", "Grad", "Burg", "Town", "City", "Suu", "Bala", "Kul", "Tau", "Dag"}); }

// Endings of towns and of family names in many languages.
Evidence evidence_of_ending(std::string_view word) {
  if (ends(word, {"abad", "grad", "ville", "burg", "burgh", "shahr", "kent", "nagar", "stan", "town", "polis", "shire", "gorsk", "insk", "ansk", "yansk",
                  "ivka", "ovka", "evka", "hausen", "dorf", "stadt", "borough", "chester", "pur", "pura", "garh", "ganj", "patnam", "istan", "kand", "vsk"})) return place(2);
  if (ends(word, {"enko", "shvili", "adze", "idze", "wicz", "vić", "vic", "escu", "opoulos", "akis", "sson", "ssen", "bekov", "ayev", "oğlu", "oglu", "zadeh", "ullah",
                  "nejad", "ov", "ova", "yev", "eva", "sky", "ski"})) return person(2);
  return {};
}

}  // namespace

Evidence evidence_around(const NameTokens& tokens, const KnownMentions& known, TokenRange sentence, TokenRange name) {
  return Surroundings(tokens, known, sentence, name).all();
}

bool is_ordinary(std::uint64_t kinds, bool inside) {
  using K = language::ListKind;
  const auto names = language::bits_of(K::GivenCommon, K::CityLarge, K::Place, K::OwnLocation) |
                     (inside ? language::bits_of(K::Given, K::SurnameCommon, K::SurnameMid) : 0);
  return (kinds & language::bit(K::OrdinaryWord)) != 0 && (kinds & names) == 0;
}

Evidence evidence_of_lists(const NameTokens& tokens, const ListedNames& lists, TokenRange name, std::span<const std::uint64_t> keys) {
  using K = language::ListKind;
  const auto kinds = lists.kinds(keys);
  const auto has = [&](auto... k) { return (kinds & language::bits_of(k...)) != 0; };
  if (name.size() == 1 && is_ordinary(kinds, false)) return person(has(K::SurnameCommon) ? 1 : 0);
  Evidence e;
  e.person = has(K::GivenCommon, K::SurnameCommon, K::Person) ? 3 : has(K::SurnameMid, K::Given) ? 2 : has(K::Surname) ? 1 : 0;
  e.place = has(K::CityLarge, K::Region, K::Country, K::County) ? 3 : has(K::City, K::CitySmall, K::Place) ? 2 : has(K::Airport) ? 1 : 0;
  e.body = has(K::Organization, K::Team, K::OwnOrganization) ? 2 : has(K::Brand, K::Venue) ? 1 : 0;
  if (name.size() > 1 && e.person == 0) {
    const bool given = (lists.kinds(keys.first(1)) & language::bits_of(K::Given, K::GivenCommon)) != 0;
    const bool family = (lists.kinds(keys.last(1)) & language::bits_of(K::SurnameCommon, K::SurnameMid, K::Surname)) != 0;
    e.person = (given ? 2 : 0) + (family ? 1 : 0);
  }
  if (e.person > 1 && e.place == 2) e.place = 1;  // small towns have the names of people
  // "Los Choneros", "El Callao": people are seldom called so without their given name.
  if (name.size() > 1 && tokens.is(name.first, kParticle)) e.person = 0;
  const auto last = tokens.form(name.last - 1);
  if (name.size() > 2 && tokens.has(name.last - 2, kBitHyphen) && is_town_part(last)) e.place += 3;
  e += evidence_of_ending(last);
  return e;
}

}  // namespace entente::extract
