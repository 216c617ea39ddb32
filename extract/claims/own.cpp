#include "extract/claims/own.hpp"

#include <algorithm>

#include "extract/claims/attributes.hpp"

namespace entente::extract::claims {
namespace {

bool is_body(const Analysis& a, std::uint32_t sentence) {
  const auto block = a.segmentation.sentences[sentence].block;
  if (block >= a.document->blocks.size()) return true;
  const auto kind = a.document->blocks[block].kind;
  return kind == corpus::BlockKind::Paragraph || kind == corpus::BlockKind::ListItem;
}

// The share of sentences with a finite main verb that stand in the present or under a modal.
bool argues(const Chunk& group) {
  if ((group.flags & (kModal | kFuture)) != 0) return true;
  return (group.flags & kPastTense) == 0;
}

// True if the words are the cue of one of the first `count` claims, which are those of others.
bool is_cue(const Analysis& a, Span words, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    for (const Span cue : a.result.claims[i].cue) {
      if (cue.overlaps(words)) return true;
    }
  }
  return false;
}

// Without a leading connective ("Therefore, ...", "Yet ...").
Range without_connective(const SentenceView& s, Range range) {
  Token t = range.first;
  while (t < range.last && (s.words().connectives.has(s.word(t).form) || s.is_comma(t))) ++t;
  return {t, range.last};
}

}  // namespace

void add_own_claims(const ClaimConfig& config, Analysis& a, Holders& holders) {
  std::vector<std::pair<std::uint32_t, Range>> found;
  std::size_t sentences = 0;
  std::size_t argued = 0;
  const std::size_t claimed = a.result.claims.size();
  for (std::uint32_t i = 0; i < a.segmentation.sentences.size(); ++i) {
    if (!is_body(a, i)) continue;
    const SentenceView s(a, *config.words, i);
    if (s.quoted(s.first()) || s.opens(s.first())) continue;
    const Chunk* group = s.finite_verb(s.first(), s.end());
    if (group == nullptr || s.end() - s.first() < 6) continue;
    ++sentences;
    if (!argues(*group)) continue;
    ++argued;
    if (!is_cue(a, a.span(group->first, group->last), claimed)) found.emplace_back(i, without_connective(s, {s.first(), s.end()}));
  }
  // A report in the past tense with a few present sentences is not a commentary.
  if (argued * 2 < sentences) return;
  for (const auto& [index, range] : found) {
    const SentenceView s(a, *config.words, index);
    if (range.size() < 5) continue;
    Claim claim;
    claim.own = true;
    claim.rule = config.stages.own;
    claim.confidence = 0.6F;
    claim.attitude = Attitude::Belief;
    claim.content.push_back(a.span(range.first, range.last));
    claim.kind = kind_of(a, {range});
    claim.modality = modality_of(s, range);
    claim.polarity = polarity_of(s, range);
    claim.claimants = holders.authors();
    claim.about = holders.about(claim.content);
    claim.evidence = a.segmentation.sentences[index].span;
    a.result.claims.push_back(std::move(claim));
  }
}

}  // namespace entente::extract::claims
