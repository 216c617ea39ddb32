#include "extract/names/runs.hpp"

#include <algorithm>

#include "extract/spelled.hpp"

namespace entente::extract {
namespace {

// What follows a name and a hyphen without being part of the name: "Iran-backed", "Beijing-based".
bool is_hyphen_suffix(std::string_view w) {
  return one_of(w, {"led", "based", "backed", "style", "era", "born", "wide", "level", "speaking", "controlled", "elect", "turned",
                    "owned", "funded", "sponsored", "held", "affiliated", "aligned", "leaning", "friendly", "dominated", "occupied",
                    "made", "produced", "registered", "imposed", "brokered", "mandated", "allied", "supported", "linked", "educated",
                    "trained", "area", "like", "related", "run", "inspired", "majority", "state", "century", "year", "old", "type",
                    "only", "only", "bound", "flagged", "installed", "free", "specific", "oriented", "ruled", "appointed", "in", "up"});
}

constexpr std::uint64_t kAnyHead = kNameHeads | kPlaceHead | kEventHead | kWorkHead | kElectionHead;

}  // namespace

bool RunGrower::continues(std::uint32_t t, std::uint32_t limit) const {
  if (t >= limit || !tokens_.has(t, kBitCapital)) return false;
  if (tokens_.is(t, kFunction) && !tokens_.has(t, kBitAllCaps | kBitInitial)) return false;
  const bool dated = t + 1 >= limit || tokens_.has(t + 1, kBitNumber) || tokens_.form(t).size() > 3;  // "on Mar 5", but "Zin Mar Aung"
  if (tokens_.is(t, kWeekday) || (tokens_.is(t, kMonth) && !tokens_.is(t, kGiven) && dated)) return false;
  return !tokens_.has(t, kBitLoose) || tokens_.capital_elsewhere(t);
}

// The token after "the" or one adjective-like article at `t`, if a capital follows.
std::uint32_t RunGrower::after_the(std::uint32_t t, std::uint32_t limit) const {
  if (t < limit && one_of(tokens_.form(t), {"the", "The", "la", "le", "les", "los", "las"})) ++t;
  return continues(t, limit) ? t : 0;
}

bool RunGrower::has_preposition(std::uint32_t first, std::uint32_t end) const {
  for (auto t = first; t < end; ++t) {
    if (one_of(tokens_.form(t), {"of", "for", "on", "against"})) return true;
  }
  return false;
}

bool RunGrower::takes_of(std::uint32_t first, std::uint32_t end) const {
  const std::uint32_t last = end - 1;
  // The second "of" of a body's name: "Front for the Liberation of Palestine", "Centre of Excellence for Threats".
  if (has_preposition(first, end) && tokens_.is(first, kNameHeads | kWorkHead | kEventHead | kTitleModifier | kPartyWord | kElectionWord | kFaith) == false) {
    bool head = false;
    for (auto t = first; t < last; ++t) head = head || tokens_.is(t, kNameHeads | kWorkHead);
    if (head && !tokens_.is(last, kGiven) && known_.at(last) == nullptr) return true;
  } else if (has_preposition(first, end) && !tokens_.is(last, kGiven) && (known_.at(last) == nullptr || tokens_.is(first, kWorkHead))) {
    return true;
  }
  if (tokens_.is(last, kAnyHead | kNoble) && !tokens_.is(last, kGiven)) {
    return !tokens_.is(last, kTitle) || tokens_.is(last, kNoble);
  }
  if (tokens_.is(last, kTitle | kTitleModifier) || known_.at(last) != nullptr || tokens_.is(last, kGiven)) return false;
  if (tokens_.is(last, kAdherent | kPartyWord)) return end - first == 1 && tokens_.form(last).ends_with("s");
  const auto form = tokens_.form(last);
  const bool plural = form.size() > 4 && form.ends_with("s") && !form.ends_with("ss") && !tokens_.has(last, kBitSentenceStart);
  return end - first == 1 && (plural || one_of(form, {"Call", "Voice", "Rose", "Friends", "Women", "People", "Men", "Children"}));
}

// "Social Democratic and Labour Party", "Ministry of Trade and Industry"; not "Germany and France".
bool RunGrower::joins_and(std::uint32_t first, std::uint32_t end, std::uint32_t limit) const {
  const std::uint32_t next = after_the(end + 1, limit);
  if (next == 0 || next != end + 1) return false;
  std::uint32_t right = next;
  while (right < limit && continues(right, limit) && right - next < 6) ++right;
  const std::uint32_t last = end - 1;
  bool head = false;
  for (auto t = first; t < end; ++t) head = head || tokens_.is(t, kNameHeads | kTitle | kWorkHead);
  if (has_preposition(first, end) && head) {
    // Inside "Ministry of A and B": the right side must not be a body, a person or, alone, a known name.
    const auto* left_known = known_.at(last);
    if (known_.at(next) != nullptr && (left_known == nullptr || left_known->last != end || right - next > 2)) return false;
    if (tokens_.is(next, kGiven | kTitle | kHonorific) || (right < limit && tokens_.has(right, kBitPossessive))) return false;
    for (auto t = next; t < right; ++t) {
      if (tokens_.is(t, kNameHeads) && right - next > 1) return false;
    }
    return !tokens_.is(last, kNameHeads) || tokens_.is(right - 1, kNameHeads);
  }
  // Modifiers on the left, the head on the right only.
  bool left_is_modifier = true;
  for (auto t = first; t < end; ++t) {
    left_is_modifier = left_is_modifier && tokens_.is(t, kPartyWord | kTitleModifier | kElectionWord) && !tokens_.is(t, kPartyNoun | kOrgHead);
  }
  bool right_has_head = false;
  for (auto t = next; t < right; ++t) right_has_head = right_has_head || tokens_.is(t, kPartyNoun | kOrgHead | kMinistry | kUniversity);
  return left_is_modifier && right_has_head && !tokens_.is(last, kAdherent & ~kPartyWord);
}

std::uint32_t RunGrower::over_hyphen(std::uint32_t first, std::uint32_t end, std::uint32_t limit) const {
  if (tokens_.space_before(end) || end + 1 >= limit || tokens_.space_before(end + 1)) return end;
  if (tokens_.has(end + 1, kBitCapital)) return end + 2;
  // "Jamaat-e-Islami", "Tehrik-i-Taliban"
  const bool linked = end + 3 < limit && one_of(tokens_.form(end + 1), {"e", "i", "ul", "al", "el", "o", "ur", "and"}) && tokens_.has(end + 2, kBitHyphen) &&
                      !tokens_.space_before(end + 2) && !tokens_.space_before(end + 3) && tokens_.has(end + 3, kBitCapital);
  if (linked) return end + 4;
  const auto part = tokens_.form(end + 1);  // "e-Islami" is one token
  if (part.size() > 3 && part[1] == '-' && part[2] >= 'A' && part[2] <= 'Z') return end + 2;
  // "Kim Dae-jung", "Ban Ki-moon": a name goes on in lower case.
  const auto form = tokens_.form(end + 1);
  if (!tokens_.has(end + 1, kBitLower) || is_hyphen_suffix(form) || end - first < 2 || form.size() > 6) return end;
  if (known_.at(end - 1) != nullptr || tokens_.has(end - 1, kBitAllCaps) || tokens_.is(end - 1, kAnyHead | kAdherent)) return end;
  const Upos tag = tokens_.tag(end + 1);
  return tag == Upos::None || tag == Upos::Propn || tag == Upos::Noun || tag == Upos::X ? end + 2 : end;
}

std::uint32_t RunGrower::over_particles(std::uint32_t end, std::uint32_t limit) const {
  std::uint32_t t = end;
  while (t < limit && t - end < 3 && tokens_.is(t, kParticle) && tokens_.has(t, kBitLower)) ++t;
  if (t > end && t + 1 < limit && tokens_.has(t, kBitHyphen) && !tokens_.space_before(t + 1)) ++t;
  return t > end && t < limit && tokens_.has(t, kBitCapital) ? t + 1 : end;
}

std::uint32_t RunGrower::over_word(std::uint32_t first, std::uint32_t end, std::uint32_t limit) const {
  const auto word = tokens_.form(end);
  const std::uint32_t last = end - 1;
  if (word == "&") return continues(end + 1, limit) ? end + 2 : end;
  if (word == "and" || word == "und" || word == "et") return joins_and(first, end, limit) ? end + 2 : end;
  const std::uint32_t next = after_the(end + 1, limit);
  if (next == 0) return end;
  if (word == "of") return takes_of(first, end) ? next + 1 : end;
  if (word == "for") return tokens_.is(last, kNameHeads | kEventHead) || (has_preposition(first, end) && takes_of(first, end)) || (tokens_.form(last).ends_with("s") && end - first == 1) ||
                            one_of(tokens_.form(last), {"Women", "People", "Youth"})
                            ? next + 1 : end;
  if (word == "on") {
    return one_of(tokens_.form(last), {"Council", "Committee", "Commission", "Conference", "Convention", "Treaty", "Agreement", "Declaration",
                                       "Protocol", "Institute", "Center", "Centre", "Programme", "Program", "War", "Office", "Caucus", "Panel",
                                       "Group", "Forum", "Summit", "Law", "Act", "Union"})
               ? next + 1 : end;
  }
  if (word == "in") return tokens_.is(last, kEventHead) || one_of(tokens_.form(last), {"Operation", "Mission"}) ? next + 1 : end;
  if (word == "against" || word == "to" || word == "with" || word == "at") {
    return tokens_.is(last, kNameHeads) && word != "to" && word != "at" && !known_.at(last) ? next + 1 : end;
  }
  return end;
}

std::uint32_t RunGrower::step(std::uint32_t first, std::uint32_t end, std::uint32_t limit) const {
  if (tokens_.has(end, kBitCapital)) {
    if (tokens_.has(end, kBitRoman) && tokens_.is(end - 1, kEventHead)) return end + 1;  // "World War I"
    if (tokens_.has(end, kBitInitial) && tokens_.is(end, kFunction)) {  // "George A. Smith", but not "Then I"
      return tokens_.form(end).size() == 2 || (tokens_.form(end) != "I" && tokens_.form(end) != "A") ? end + 1 : end;
    }
    if (!continues(end, limit)) return end;
    const auto* known = known_.at(end);  // a known name is taken whole
    return known != nullptr && known->first == end && known->last <= limit ? known->last : end + 1;
  }
  if (tokens_.has(end, kBitNumber)) {
    const bool counted = tokens_.is(end - 1, kEventHead | kWorkHead | kPartyHead | kAdherent) && (tokens_.form(end).size() <= 2 || tokens_.is(end - 1, kWorkHead));
    return counted ? end + 1 : end;
  }
  if (tokens_.has(end, kBitHyphen)) return over_hyphen(first, end, limit);
  if (tokens_.has(end, kBitPossessive)) {
    const auto owner = tokens_.form(end - 1);
    const bool group = one_of(owner, {"People", "Peoples", "Workers", "Women", "Men", "Children", "Peasants", "Farmers", "Citizens", "Veterans",
                                      "Teachers", "Lord", "Woman", "Mother", "Students", "Writers", "Lawyers", "Employers", "Labourers", "King",
                                      "Queen", "Nurses", "Consumers", "Journalists", "Soldiers", "Thirty", "Hundred", "Pensioners", "Ladies"}) ||
                       tokens_.is(end - 1, kNoble);
    return group && continues(end + 1, limit) ? end + 2 : end;
  }
  if (tokens_.is(end, kParticle)) {
    if (const auto after = over_particles(end, limit); after > end) return after;
  }
  if (tokens_.form(end) == ",") {
    return end + 1 < limit && one_of(tokens_.form(end + 1), {"Inc", "Inc.", "Ltd", "Ltd.", "LLC", "Jr.", "Jr", "Sr.", "Sr"}) ? end + 2 : end;
  }
  return over_word(first, end, limit);
}

TokenRange RunGrower::grow(std::uint32_t first, std::uint32_t limit) const {
  const auto* known = known_.at(first);
  std::uint32_t end = known != nullptr && known->first == first && known->last <= limit ? known->last : first + 1;
  while (end < limit) {
    const std::uint32_t next = step(first, end, limit);
    if (next == end) break;
    end = next;
  }
  return {first, end};
}

}  // namespace entente::extract
