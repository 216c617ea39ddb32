#include "extract/claims/own.hpp"

#include <algorithm>

#include "extract/claims/attributes.hpp"
#include "extract/claims/span_index.hpp"

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

// A part of the claims found so far, which are those of others: their cues, or what they say (an interview's answers are whole sentences).
SpanIndex index_of(const Analysis& a, std::vector<Span> Claim::*part) {
  SpanIndex index;
  for (const Claim& claim : a.result.claims)
    for (const Span span : claim.*part) index.add(span, 0);
  index.build();
  return index;
}

bool is_said(const SpanIndex& contents, Span words) {
  bool found = false;
  contents.containing(words, [&](const SpanIndex::Row&) { found = true; });
  return found;
}

bool is_question(const SentenceView& s) { return s.last() > s.first() && s.analysis().form(s.last() - 1) == "?"; }

bool is_cue(const SpanIndex& cues, Span words) {
  bool found = false;
  cues.overlapping(words, [&](const SpanIndex::Row&) { found = true; });
  return found;
}

// Without a leading connective ("Therefore, ...", "Yet ...").
Range without_connective(const SentenceView& s, Range range) {
  Token t = range.first;
  while (t < range.last && (s.words().connectives.has(s.word(t).form) || s.is_comma(t))) ++t;
  return {t, range.last};
}

// A noun phrase right at `t` with a finite verb behind it, before the next comma.
bool starts_clause(const SentenceView& s, Token t, Token end) {
  if (s.noun_phrase(t) == nullptr || s.noun_phrase(t)->first != t) return false;
  for (Token i = t; i < end && !s.is_comma(i); ++i) {
    if (const Chunk* group = s.verb_group(i)) return s.is_finite(*group) && !s.words().relatives.has(s.word(i - 1).form);
  }
  return false;
}

// Without what is set before the main clause and a comma: "While A, B", "Considering A, B", "In A, B". Conditions stay.
Range main_clause(const SentenceView& s, Range range) {
  const Token first = range.first;
  const Word& word = s.word(first);
  if (s.words().modal_hypothetical.has(word.form)) return range;
  const Chunk* group = s.verb_group(first);
  const bool participle = group != nullptr && !s.is_finite(*group);
  const bool clause = s.words().subordinators.has(word.form) || s.is_pos(first, Upos::Sconj);
  if (!participle && !clause && !s.is_pos(first, Upos::Adp)) return range;
  for (Token t = first + 1; t + 3 < range.last; ++t) {
    if (!s.is_comma(t) || s.quoted(t) || !starts_clause(s, t + 1, range.last)) continue;
    const bool own_verb = !clause || s.finite_verb(first, t) != nullptr || s.is_pos(first + 1, Upos::Noun);
    if (own_verb) return {t + 1, range.last};
  }
  return range;
}

// Without a comment behind it: ", which ...", ", as we argue ...".
Range without_comment(const SentenceView& s, Range range) {
  for (Token t = range.first + 5; t + 2 < range.last; ++t) {
    if (!s.is_comma(t) || s.quoted(t)) continue;
    const bool relative = s.words().relatives.has(s.word(t + 1).form) && s.verb_group(t + 2) != nullptr;
    const bool remark = s.words().subordinators.has(s.word(t + 1).form) && s.words().pronouns.has(s.word(t + 2).form) && s.is(t + 1, s.words().as);
    if ((relative || remark) && s.finite_verb(range.first, t) != nullptr) return {range.first, t};
  }
  return range;
}

}  // namespace

void add_own_claims(const ClaimConfig& config, Analysis& a, Holders& holders) {
  std::vector<std::pair<std::uint32_t, Range>> found;
  std::size_t sentences = 0;
  std::size_t argued = 0;
  const SpanIndex cues = index_of(a, &Claim::cue);
  const SpanIndex contents = index_of(a, &Claim::content);
  for (std::uint32_t i = 0; i < a.segmentation.sentences.size(); ++i) {
    if (!is_body(a, i)) continue;
    const SentenceView s(a, *config.words, i);
    if (s.quoted(s.first()) || s.opens(s.first())) continue;
    const Chunk* group = s.finite_verb(s.first(), s.end());
    if (group == nullptr || s.end() - s.first() < 6 || is_question(s) || is_said(contents, a.span(group->first, s.end()))) continue;
    ++sentences;
    if (!argues(*group)) continue;
    ++argued;
    if (!is_cue(cues, a.span(group->first, group->last))) found.emplace_back(i, without_comment(s, main_clause(s, without_connective(s, {s.first(), s.end()}))));
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
    claim.about = holders.about(claim.content, claim.claimants);
    claim.evidence = a.segmentation.sentences[index].span;
    a.result.claims.push_back(std::move(claim));
  }
}

}  // namespace entente::extract::claims
