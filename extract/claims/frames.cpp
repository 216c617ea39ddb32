// Two passes: sources first, because where one claim begins is where the content of the one before it ends.
#include "extract/claims/frames.hpp"

#include <algorithm>

#include "extract/claims/quotations_over.hpp"

namespace entente::extract::claims {
namespace {

// A cue stays inside the quotation it stands in.
Range bounds_of(const SentenceView& s, Token cue) {
  Range out{s.first(), s.end()};
  if (!s.quoted(cue)) return out;
  const auto around = quotations_over(s, cue, cue + 1);
  if (around.empty()) return out;
  const corpus::Quotation& q = *around.back();
  return {std::max(q.first, s.first()), std::min(q.last, s.end())};
}

// Where the part of the sentence that a cue heads begins, or 0 if it is not set off from what stands before:
// "..., and Kim said", "..., adding that", "... and warned that".
Token break_before(const SentenceView& s, const CueMatch& cue, Token earlier_cue_end) {
  const Frame& f = cue.frame;
  const bool own_source = !f.source.empty() && !f.source_after && f.source.first >= earlier_cue_end;
  Token start = own_source ? f.source.first : f.cue.first;
  bool joined = false;
  while (start > earlier_cue_end && s.words().conjunctions.has(s.word(start - 1).form)) {
    --start;
    joined = true;
  }
  if (start <= earlier_cue_end || (own_source && s.words().relatives.has(s.word(f.source.first).form))) return 0;
  if (s.is_comma(start - 1)) return start - 1;
  return joined ? start : 0;
}

// "that even after", "if": the clause at `t` is a subordinate one.
bool begins_subordinate(const SentenceView& s, Token t) {
  if (s.is(t, s.words().that)) ++t;
  while (s.is_pos(t, Upos::Adv) && !s.words().subordinators.has(s.word(t).form)) ++t;
  return s.words().subordinators.has(s.word(t).form);
}

// "While X said A, B": what X said ends where the main clause begins.
Token main_clause_after(const SentenceView& s, const Frame& f, Range bounds) {
  const Token begin = f.source.empty() ? f.cue.first : std::min(f.source.first, f.cue.first);
  Token lead = bounds.first;
  if (s.words().conjunctions.has(s.word(lead).form)) ++lead;
  if (!s.words().subordinators.has(s.word(lead).form) || s.is(lead, s.words().as) || begin > lead + 3) return bounds.last;
  for (Token t = f.cue.last; t < bounds.last; ++t)
    if (s.is_comma(t) && !s.quoted(t) && t > f.cue.last + 1 && starts_main_clause(s, t + 1, s.end())) return t;
  return bounds.last;
}

bool better(const rules::Match* a, const rules::Match* b) {
  if (a->rule->confidence != b->rule->confidence) return a->rule->confidence > b->rule->confidence;
  return a->last - a->first > b->last - b->first;
}

CueMatch frame_of(const SentenceView& s, const rules::Match& match) {
  const rules::Unit* cue = match.role("cue");
  CueMatch found{match.rule, {}, {}};
  found.frame.cue = {cue->first, cue->last};
  if (const rules::Unit* source = match.role("source")) found.frame.source = {source->first, source->last};
  if (const rules::Unit* about = match.role("about")) found.frame.target = {about->first, about->last};
  if (const rules::Unit* content = match.role("content")) found.frame.content = {{content->first, content->last}};
  const Chunk* group = s.verb_group(cue->last - 1);
  if (group == nullptr) group = s.verb_group(cue->first);
  found.frame.passive = group != nullptr && (group->flags & kPassive) != 0;
  return found;
}

std::vector<CueMatch> pick_cues(const SentenceView& s, std::vector<const rules::Match*> matches) {
  std::stable_sort(matches.begin(), matches.end(), better);
  std::vector<CueMatch> out;
  for (const auto* match : matches) {
    const rules::Unit* cue = match->role("cue");
    if (cue == nullptr || cue->first >= cue->last) continue;
    const auto taken = std::find_if(out.begin(), out.end(), [&](const CueMatch& other) {
      return other.frame.cue.first < cue->last && cue->first < other.frame.cue.last;
    });
    if (taken != out.end()) {
      taken->spares.push_back(match);
      continue;
    }
    out.push_back(frame_of(s, *match));
  }
  std::sort(out.begin(), out.end(), [](const CueMatch& a, const CueMatch& b) { return a.frame.cue.first < b.frame.cue.first; });
  return out;
}

// "X backs A, but Y refused, saying B": the cue before holds no clause that could reach as far as the subject of this one.
bool apart(const SentenceView& s, const CueMatch& before, const Frame& f) {
  if (f.source.empty() || f.source.first < before.frame.cue.last || f.source.first >= f.cue.first) return false;
  const bool phrase = before.rule->value("content") == "phrase";
  for (Token t = before.frame.cue.last; t < f.source.first; ++t) {
    if (s.is(t, s.words().semicolon)) return true;
    if (phrase && s.is_comma(t) && s.words().conjunctions.has(s.word(t + 1).form)) return true;
  }
  return false;
}

// "calling it a disgrace and asking why": two participles of one subject.
bool share_with_gerund(const SentenceView& s, std::vector<CueMatch>& cues, std::size_t i) {
  const Frame& before = cues[i - 1].frame;
  const Chunk* other = s.verb_group(before.cue.first);
  if (other == nullptr || (other->flags & kGerund) == 0 || before.source.empty() || s.quoted(before.cue.first) != s.quoted(cues[i].frame.cue.first)) return false;
  if (s.finite_verb(before.cue.last, cues[i].frame.cue.first) != nullptr && cues[i - 1].rule->value("content") == "phrase") return false;
  cues[i].frame.source = before.source;
  cues[i].frame.source_after = false;
  return true;
}

// "X said A and warned B", "X said A, adding B": the joined cue has the source of the one before it.
void share_sources(const SentenceView& s, std::vector<CueMatch>& cues) {
  for (std::size_t i = 1; i < cues.size(); ++i) {
    Frame& f = cues[i].frame;
    Token t = f.cue.first;
    while (t > s.first() && s.is_pos(t - 1, Upos::Adv)) --t;
    if (t == s.first() || f.passive || cues[i].rule->value("source") != "subject") continue;
    const Chunk* group = s.verb_group(f.cue.first);
    const bool gerund = group != nullptr && (group->flags & kGerund) != 0;
    const bool participle = gerund && s.is_comma(t - 1);
    const bool conjunction = s.words().conjunctions.has(s.word(t - 1).form);
    const bool joined = group != nullptr && s.is_finite(*group) && conjunction;
    if (gerund && conjunction && !participle && share_with_gerund(s, cues, i)) continue;
    if (!participle && !joined) continue;
    for (std::size_t j = i; j-- > 0;) {
      const Frame& before = cues[j].frame;
      const Chunk* other = s.verb_group(before.cue.first);
      const bool same_level = s.quoted(before.cue.first) == s.quoted(f.cue.first);
      if (!same_level || before.source.empty() || other == nullptr || !s.is_finite(*other)) continue;
      if (apart(s, cues[j], f)) break;
      f.source = before.source;
      f.source_after = false;
      if (j == 0 || cues[j - 1].frame.source.last <= before.source.first) break;
    }
  }
}

// "praised X for her courage in saying that": what X said, as told by who praises.
void control_by_verdicts(const SentenceView& s, std::vector<CueMatch>& cues) {
  for (std::size_t i = 1; i < cues.size(); ++i) {
    Frame& f = cues[i].frame;
    const Chunk* group = s.verb_group(f.cue.first);
    if (group == nullptr || (group->flags & kGerund) == 0 || f.cue.first == s.first() || !(s.is_pos(f.cue.first - 1, Upos::Adp) || s.is_pos(f.cue.first - 1, Upos::Sconj)))
      continue;
    for (std::size_t j = i; j-- > 0;) {
      const Frame& verdict = cues[j].frame;
      if (verdict.target.empty() || s.finite_verb(verdict.cue.last, f.cue.first) != nullptr) continue;
      f.source = verdict.target;
      f.source_after = false;
      f.reporter = static_cast<std::uint32_t>(verdict.cue.first);
      break;
    }
  }
}

// "said in a statement that": the noun has no holder of its own, and what it introduces is held by the verb's already.
void drop_echoes(std::vector<CueMatch>& cues) {
  const auto same = [](const Frame& a, const Frame& b) {
    return a.content.size() == b.content.size() && a.content.back().last == b.content.back().last && a.content.front().first == b.content.front().first;
  };
  std::vector<Frame> held;
  for (const CueMatch& cue : cues)
    if (!cue.frame.source.empty()) held.push_back(cue.frame);
  std::erase_if(cues, [&](const CueMatch& cue) {
    return cue.frame.source.empty() && std::any_of(held.begin(), held.end(), [&](const Frame& other) { return same(other, cue.frame); });
  });
}

// By the first of the rules that found this cue under which there is something to say: "pledged aid", "pledged to help".
void fill_content(const SentenceView& s, CueMatch& cue, Range bounds) {
  if (cue.frame.content.empty()) cue.frame.content = find_content(s, cue.frame, cue.rule->value("content"), bounds.first, bounds.last);
  if (!cue.frame.content.empty()) return;
  for (const rules::Match* match : cue.spares) {
    CueMatch other = frame_of(s, *match);
    const bool same_verb = other.frame.cue.first <= cue.frame.cue.last && other.rule->value("source") == cue.rule->value("source");
    if (other.frame.source.empty()) other.frame.source = same_verb ? cue.frame.source : find_source(s, other.frame, other.rule->value("source"), bounds.first);
    other.frame.source_after = !other.frame.source.empty() && other.frame.source.first >= other.frame.cue.last;
    if (other.frame.content.empty()) other.frame.content = find_content(s, other.frame, other.rule->value("content"), bounds.first, bounds.last);
    if (other.frame.content.empty()) continue;
    cue = std::move(other);
    return;
  }
}

}  // namespace

std::vector<CueMatch> make_frames(const SentenceView& s, std::span<const rules::Match* const> matches) {
  auto cues = pick_cues(s, {matches.begin(), matches.end()});
  for (auto& cue : cues) {
    const Range bounds = bounds_of(s, cue.frame.cue.first);
    if (cue.frame.source.empty()) cue.frame.source = find_source(s, cue.frame, cue.rule->value("source"), bounds.first);
    cue.frame.source_after = !cue.frame.source.empty() && cue.frame.source.first >= cue.frame.cue.last;
  }
  share_sources(s, cues);
  control_by_verdicts(s, cues);
  std::vector<CueMatch> out;
  Token low = s.first();
  for (std::size_t i = 0; i < cues.size(); ++i) {
    Range bounds = bounds_of(s, cues[i].frame.cue.first);
    bounds.first = std::max(bounds.first, low);
    for (std::size_t j = i + 1; j < cues.size(); ++j) {
      const Token at = break_before(s, cues[j], cues[i].frame.cue.last);
      // "According to X, Y said Z": the comma closes X; what Y said stands in what X says.
      const bool inside = cues[i].frame.source_after && at == cues[i].frame.source.last;
      // "said that even after he left, he would speak": the comma closes no more than the subordinate clause.
      const bool subordinate = at != 0 && s.is_comma(at) && begins_subordinate(s, cues[i].frame.cue.last) && s.finite_verb(cues[i].frame.cue.last, at) != nullptr &&
                               !s.words().conjunctions.has(s.word(at + 1).form);
      if (at == 0 || inside || subordinate || s.quoted(cues[j].frame.cue.first) != s.quoted(cues[i].frame.cue.first)) continue;
      bounds.last = std::min(bounds.last, at);
      break;
    }
    if (!s.quoted(cues[i].frame.cue.first)) bounds.last = main_clause_after(s, cues[i].frame, bounds);
    fill_content(s, cues[i], bounds);
    if (cues[i].frame.content.empty()) continue;
    const bool quoted = s.quoted(cues[i].frame.cue.first);
    // A further claim joined by a conjunction does not reach back over this one.
    if (!quoted && bounds.last < s.end() && s.words().conjunctions.has(s.word(bounds.last).form)) low = bounds.last + 1;
    if (!quoted && bounds.last + 1 < s.end() && s.is_comma(bounds.last) && s.words().conjunctions.has(s.word(bounds.last + 1).form)) {
      low = bounds.last + 2;
    }
    out.push_back(std::move(cues[i]));
  }
  drop_echoes(out);
  return out;
}

}  // namespace entente::extract::claims
