#include "extract/claims/links.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "extract/claims/span_index.hpp"

namespace entente::extract::claims {

void nest_claims(Extraction& result) {
  auto& all = result.claims;
  SpanIndex contents;
  for (Id j = 0; j < all.size(); ++j)
    if (!all[j].own)
      for (const Span content : all[j].content) contents.add(content, j);
  contents.build();
  for (Id i = 0; i < all.size(); ++i) {
    const Span at = all[i].cue.empty() ? all[i].content.front() : all[i].cue.front();
    std::uint32_t best = UINT32_MAX;
    contents.containing(at, [&](const SpanIndex::Row& row) {
      const Id j = row.owner;
      if (i == j || !all[j].evidence.overlaps(at) || row.span.size() > best) return;
      if (row.span.size() == best && j > all[i].parent) return;
      best = row.span.size();
      all[i].parent = j;
    });
  }
}

void pass_on(Extraction& result) {
  auto& all = result.claims;
  for (auto& claim : all) {
    if (claim.own || !claim.reported_by.empty()) continue;
    claim.reported_by = claim.parent != kNoId ? all[claim.parent].claimants : result.authors;
    if (claim.reported_by == claim.claimants) claim.reported_by.clear();
  }
}

void link_findings(Extraction& result) {
  auto& all = result.claims;
  SpanIndex contents;
  SpanIndex cues;
  for (Id c = 0; c < all.size(); ++c) {
    for (const Span span : all[c].content) contents.add(span, c);
    for (const Span span : all[c].cue) cues.add(span, c);
  }
  contents.build();
  cues.build();
  std::vector<Id> inside;
  const auto claims_around = [&](Span trigger) {
    inside.clear();
    contents.containing(trigger, [&](const SpanIndex::Row& row) { inside.push_back(row.owner); });
  };
  const auto each_once = [&] {
    std::sort(inside.begin(), inside.end());
    inside.erase(std::unique(inside.begin(), inside.end()), inside.end());
  };
  for (Id r = 0; r < result.relations.size(); ++r) {
    auto& relation = result.relations[r];
    std::vector<Id> said;  // "sees X as a threat": the relation is what the claim says
    cues.overlapping(relation.trigger, [&](const SpanIndex::Row& row) { said.push_back(row.owner); });
    claims_around(relation.trigger);
    inside.insert(inside.end(), said.begin(), said.end());
    each_once();
    for (const Id c : inside) {
      const bool is_cue = relation.status == RelationStatus::Claimed && std::find(said.begin(), said.end(), c) != said.end();
      const bool holds = std::any_of(all[c].content.begin(), all[c].content.end(), [&](Span s) { return s.contains(relation.trigger); });
      if (!is_cue && holds && !all[c].own) relation.status = RelationStatus::Claimed;
      if (is_cue || (holds && relation.status == RelationStatus::Claimed)) all[c].states.push_back(r);
    }
  }
  for (Id e = 0; e < result.events.size(); ++e) {
    claims_around(result.events[e].trigger);
    each_once();
    for (const Id c : inside)
      if (!all[c].own) all[c].events.push_back(e);
  }
}

namespace {

bool says_the_same(std::string_view text, const Claim& a, const Claim& b) {
  const auto same = [&](Span x, Span y) { return x.of(text) == y.of(text); };
  return a.claimants == b.claimants && std::equal(a.content.begin(), a.content.end(), b.content.begin(), b.content.end(), same);
}

// Of all that says_the_same compares.
std::uint64_t hash_of(std::string_view text, const Claim& claim) {
  std::uint64_t hash = 0;
  const auto add = [&](std::uint64_t part) { hash = (hash ^ part) * 0x9E3779B97F4A7C15ULL; };
  for (const Span part : claim.content) add(std::hash<std::string_view>{}(part.of(text)));
  for (const Id holder : claim.claimants) add(holder);
  return hash;
}

}  // namespace

void link_repeated(std::string_view text, Extraction& result) {
  auto& all = result.claims;
  std::vector<std::pair<std::uint64_t, Id>> order;  // equal claims stand together, in the order of the text
  order.reserve(all.size());
  for (Id i = 0; i < all.size(); ++i) order.emplace_back(hash_of(text, all[i]), i);
  std::sort(order.begin(), order.end());
  for (std::size_t i = 1; i < order.size(); ++i) {
    for (std::size_t j = i; j-- > 0 && order[j].first == order[i].first;) {
      const Claim& earlier = all[order[j].second];
      if (!says_the_same(text, earlier, all[order[i].second])) continue;
      all[order[i].second].same_as = earlier.same_as == kNoId ? order[j].second : earlier.same_as;
      break;
    }
  }
}

}  // namespace entente::extract::claims
