// The head of an English name is its last noun before a preposition: "Council of Europe", "Liberal Party of
// Canada". Foreign names put it first ("Partido Popular"), which the party nouns cover.
#include "extract/names/classify.hpp"

#include <algorithm>

#include "extract/spelled.hpp"

namespace entente::extract {
namespace {

bool any(const NameTokens& tokens, TokenRange range, std::uint64_t classes) {
  for (auto t = range.first; t < range.last; ++t) {
    if (tokens.is(t, classes)) return true;
  }
  return false;
}

// The name up to its first preposition.
TokenRange main_part(const NameTokens& tokens, TokenRange name) {
  auto t = name.first + 1;
  while (t < name.last && !one_of(tokens.form(t), {"of", "for", "on", "against", "in", "to", "with", "at", "de", "del", "des", "der"})) ++t;
  return {name.first, std::min(t, name.last)};
}

EntityType type_of_head(const NameTokens& tokens, TokenRange name, TokenRange main, std::uint32_t head) {
  const auto& token = tokens[head];
  const auto c = token.classes;
  if ((c & kPartyNoun) != 0) return EntityType::PoliticalParty;
  if ((c & kMinistry) != 0) return EntityType::Ministry;
  if ((c & kElectionHead) != 0) return EntityType::Election;
  if ((c & kParliament) != 0 && name.size() == 2 && one_of(tokens.form(name.first), {"National", "Federal", "Constituent", "Legislative", "State", "Provincial", "People's"})) return EntityType::Parliament;
  const bool party_word = any(tokens, {name.first, head}, kPartyWord) || any(tokens, {main.last, name.last}, kPartyWord | kAdherent);
  if ((c & kPartyHead) != 0 && party_word && (c & (kCourt | kUniversity)) == 0) return EntityType::PoliticalParty;
  const bool followers = (c & kPartyHead) != 0 && head > name.first && tokens.form(head).ends_with("s") && !tokens.form(head).ends_with("ss");
  if (followers && main.last == name.last) {  // "Italian Socialists", "Australian Greens", but "House Republicans"
    return one_of(tokens.form(head), {"Republicans", "Democrats", "Conservatives"}) ? EntityType::Group : EntityType::PoliticalParty;
  }
  if ((c & kUniversity) != 0) return EntityType::University;
  if ((c & kCourt) != 0) return EntityType::Court;
  if ((c & kMedia) != 0 && (head > name.first || (c & kHeadFirst) != 0)) return EntityType::Media;
  if ((c & kParliament) != 0) return EntityType::Parliament;
  if ((c & kMilitary) != 0) return EntityType::Military;
  if ((c & kWorkHead) != 0) return EntityType::Work;
  if ((c & kEventHead) != 0) return EntityType::NamedEvent;
  const bool particle = tokens.form(head).size() == 2 && !tokens.has(head, kBitAllCaps) && tokens.form(head) != "Co";  // "Moussa Ag Intalla"
  if ((c & kCompany) != 0 && !particle) return EntityType::Company;
  if ((c & (kOrgHead | kPartyHead)) != 0) return EntityType::Organization;
  if ((c & kPlaceHead) != 0) return EntityType::Place;
  return EntityType::None;
}

}  // namespace

NameType type_by_head(const NameTokens& tokens, TokenRange name, std::uint32_t& head) {
  const TokenRange main = main_part(tokens, name);
  for (auto t = main.last; t-- > main.first;) {
    if (!tokens.has(t, kBitCapital)) continue;
    const bool alone = name.size() == 1;
    const EntityType type = type_of_head(tokens, name, main, t);
    if (type == EntityType::None) continue;
    // A head that stands first with nothing behind it ("Union", "Front") is a word, not yet a name.
    if (alone && !tokens.is(t, kParliament | kPartyHead)) return {};
    if (t == main.first && main.last == name.last && name.size() > 1 && !tokens.is(t, kPartyNoun)) {
      // "Party X", "Operation X", "Agence X", "Decree 12": nouns that stand before their name.
      const bool numbered = tokens.is(t, kWorkHead) && name.size() == 2 && tokens.has(t + 1, kBitNumber);
      if (!numbered && !tokens.is(t, kHeadFirst) &&
          !one_of(tokens.form(t), {"Operation", "Hurricane", "Radio", "Camp", "Club", "Hotel", "Group", "Festival", "Prison"})) continue;
    }
    head = t;
    return {type, 0.9F};
  }
  if (name.size() > 1 && one_of(tokens.form(name.last - 1), {"St.", "Ave.", "Blvd.", "Rd."})) return head = name.last - 1, NameType{EntityType::Place, 0.7F};
  if (tokens.is(name.first, kPlaceFirst) && name.size() > 1) {
    const bool sure = one_of(tokens.form(name.first), {"Lake", "Mount", "Mt.", "Cape", "Fort", "Port", "Gulf", "Strait", "Jebel", "Wadi", "Isla"});
    head = name.last - 1;
    return {EntityType::Place, sure ? 0.85F : 0.6F};
  }
  if (tokens.is(name.first, kShip) && name.size() > 1 && tokens.has(name.first, kBitAllCaps)) {
    head = name.last - 1;
    return {EntityType::Other, 0.9F};
  }
  return {};
}

}  // namespace entente::extract
