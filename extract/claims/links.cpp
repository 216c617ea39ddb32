#include "extract/claims/links.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

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

void link_repeated(std::string_view text, Extraction& result) {
  auto& all = result.claims;
  std::unordered_map<std::string, Id> seen;  // never iterated
  seen.reserve(all.size());
  std::string key;
  for (Id i = 0; i < all.size(); ++i) {
    key.clear();
    for (const Span part : all[i].content) key.append(part.of(text)) += '|';
    for (const Id holder : all[i].claimants) key.append(std::to_string(holder)) += ',';
    const auto [row, fresh] = seen.try_emplace(key, i);
    if (!fresh) all[i].same_as = row->second;
  }
}

}  // namespace entente::extract::claims
