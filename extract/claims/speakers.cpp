#include "extract/claims/speakers.hpp"

#include <map>

namespace entente::extract::claims {
namespace {

class Speakers {
 public:
  Speakers(const std::vector<FirstPerson>& found, const ClaimWords& words, Analysis& a, Holders& holders)
      : words_(words), a_(a), holders_(holders) {
    for (const auto& person : found) open_.emplace(person.claim, &person);
  }

  void settle(Id claim) {
    const auto at = open_.find(claim);
    if (at == open_.end()) return;
    const FirstPerson& person = *at->second;
    open_.erase(at);  // first, so that claims that contain each other end
    auto holders = speakers_of(person);
    if (holders.empty()) holders = {holders_.add_descriptor({a_, words_, person.sentence}, person.source, a_.result.claims[claim].rule)};
    a_.result.claims[claim].claimants = std::move(holders);
  }

 private:
  std::vector<Id> speakers_of(const FirstPerson& person) {
    const auto place = a_.words[person.token].quote;
    const Id parent = a_.result.claims[person.claim].parent;
    if (parent != kNoId) {
      settle(parent);
      const Claim& around = a_.result.claims[parent];
      const bool transcript = !around.cue.empty() && around.cue.front().of(a_.text()).ends_with(':');
      if (place == kQuoteIn || transcript) return around.claimants;
    }
    return place == kQuoteIn ? last_speaker(person) : holders_.authors();
  }

  // A quotation without a speaker of its own goes on with the one before, three sentences back at most.
  std::vector<Id> last_speaker(const FirstPerson& person) {
    const auto& claims = a_.result.claims;
    constexpr int kMost = 256;  // claims that three sentences may hold
    int steps = 0;
    for (Id id = person.claim; id-- > 0 && steps < kMost; ++steps) {
      const Claim& claim = claims[id];
      if (claim.own || claim.kind == ClaimKind::Indirect || claim.source.empty() || claim.claimants.empty()) continue;
      const std::uint32_t earliest = person.sentence < 3 ? 0 : person.sentence - 3;
      if (claim.evidence.end <= a_.segmentation.sentences[earliest].span.begin) return {};
      return claim.claimants;
    }
    return {};
  }

  const ClaimWords& words_;
  Analysis& a_;
  Holders& holders_;
  std::map<Id, const FirstPerson*> open_;
};

}  // namespace

void settle_first_persons(const std::vector<FirstPerson>& found, const ClaimWords& words, Analysis& analysis, Holders& holders) {
  Speakers speakers(found, words, analysis, holders);
  for (const auto& person : found) speakers.settle(person.claim);
}

}  // namespace entente::extract::claims
