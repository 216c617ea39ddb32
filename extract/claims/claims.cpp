// Order: cues by rules, frames sentence by sentence, quotations drawn out to their whole length and over the sentences
// that go on with them, attributes and holders, nesting, the author's own claims, and last the relations and events
// that stand inside claims.
#include "extract/claims/claims.hpp"

#include <algorithm>
#include <map>

#include "extract/claims/attributes.hpp"
#include "extract/claims/frames.hpp"
#include "extract/claims/holders.hpp"
#include "extract/claims/own.hpp"
#include "extract/claims/quotations_over.hpp"
#include "extract/claims/span_index.hpp"
#include "extract/claims/speakers.hpp"
#include "extract/claims/weigh.hpp"

namespace entente::extract {
namespace {

using claims::CueMatch;
using claims::Holders;
using claims::Range;
using claims::SentenceView;
using claims::Token;

Attitude attitude_of(std::string_view name) {
  if (name == "belief") return Attitude::Belief;
  if (name == "perception") return Attitude::Perception;
  if (name == "aim") return Attitude::Aim;
  return Attitude::Speech;
}

Polarity opposite(Polarity p) { return p == Polarity::Negative ? Polarity::Positive : Polarity::Negative; }

class ClaimRun {
 public:
  ClaimRun(const ClaimConfig& config, Analysis& analysis, Diagnostics& diagnostics)
      : config_(config), a_(analysis), diagnostics_(diagnostics), holders_(analysis) {}

  void run() {
    find_cues();
    const auto count = static_cast<std::uint32_t>(a_.segmentation.sentences.size());
    for (std::uint32_t s = 0; s < count; ++s) {
      if (is_furniture(s)) continue;
      sentence(s);
    }
    claims::add_own_claims(config_, a_, holders_);
    nest();
    claims::settle_first_persons(first_persons_, *config_.words, a_, holders_);
    pass_on();
    claims::weigh_claims(*config_.words, a_);
    link_findings();
    link_repeated();
  }

 private:
  bool is_furniture(std::uint32_t sentence) const {
    const auto block = a_.segmentation.sentences[sentence].block;
    return block < a_.document->blocks.size() && a_.document->blocks[block].kind == corpus::BlockKind::Furniture;
  }

  // A heading claims nothing but by its colon or a full sentence of speech.
  bool is_heading(std::uint32_t sentence) const {
    const auto block = a_.segmentation.sentences[sentence].block;
    return block < a_.document->blocks.size() && a_.document->blocks[block].kind == corpus::BlockKind::Heading;
  }

  void find_cues() {
    cues_.resize(a_.segmentation.sentences.size());
    matches_.clear();
    rules::RunOptions options;
    options.observer = config_.observer;
    rules::run(config_.book->of("claim"), *config_.vocabulary, *config_.lexicons, a_,
               [&](const rules::Match& match) { matches_.push_back(match); }, options, diagnostics_);
    for (const auto& match : matches_) cues_[match.sentence].push_back(&match);
  }

  void sentence(std::uint32_t index) {
    const SentenceView view(a_, *config_.words, index);
    const bool heading = is_heading(index);
    const auto frames = cues_[index].empty() || heading ? std::vector<CueMatch>{} : claims::make_frames(view, cues_[index]);
    go_on(view);
    for (const auto& cue : frames) {
      const bool needs_actor = cue.rule->value("holder") == "actor";
      const bool fits = needs_actor ? holders_.can_hold(view, cue.frame.source) : is_nominal(view, cue.frame.source);
      if (fits) add(view, cue);
    }
  }

  // "It is easy to say": no holder, so no claim.
  static bool is_nominal(const SentenceView& view, Range source) {
    if (source.empty() || view.noun_phrase(source.first) != nullptr || view.noun_phrase(source.last - 1) != nullptr) return true;
    const auto tags = {Upos::Noun, Upos::Propn, Upos::Pron, Upos::Det, Upos::Num};
    return std::any_of(tags.begin(), tags.end(), [&](Upos tag) { return view.is_pos(source.last - 1, tag) || view.is_pos(source.first, tag); });
  }

  // A sentence that is one quotation continues the speech before it in the same or the next paragraph.
  void go_on(const SentenceView& view) {
    if (speech_ == kNoId || view.last() <= view.first()) return;
    const Token first = view.first();
    if (!view.opens(first) && !view.quoted(first)) return;
    Token end = view.last();
    while (end > first && view.is_mark(end - 1) && !view.closes(end - 1) && !view.quoted(end - 1)) --end;
    for (Token t = first; t < end; ++t) {
      if (!view.quoted(t) && !view.opens(t) && !view.closes(t)) return;
    }
    Claim& last = a_.result.claims[speech_];
    if (last.kind == ClaimKind::Indirect || last_sentence_ + 1 != view.index()) return;
    const Span span = a_.span(first, view.last());
    if (std::any_of(last.content.begin(), last.content.end(), [&](Span s) { return s.overlaps(span); })) {
      last_sentence_ = view.index();
      return;
    }
    last.content.push_back(span);
    last.evidence = cover(last.evidence, span);
    last_sentence_ = view.index();
  }

  // Quotations that run over several sentences: the whole of the quotation is said. Not of a very long one in which the cue
  // itself stands: the claims inside would each hold all of it.
  Range whole_quotation(const SentenceView& view, Range range, Token cue) const {
    const bool starts_inside = a_.words[range.first].quote == kQuoteIn || a_.words[range.first].quote == kQuoteOpen;
    if (!starts_inside) return range;
    for (const auto* quotation : claims::quotations_over(view, range.first + 1, range.first)) {
      const corpus::Quotation& q = *quotation;
      if (q.parent != corpus::no_index || q.first > range.first + 1) continue;
      if (q.last - q.first > corpus::max_sentence_words && q.first <= cue && cue < q.last) continue;
      const bool begins_before = q.first < view.first();
      if (begins_before && q.closed()) range.first = q.open != corpus::no_index ? q.open : q.first;
      if (q.last > view.last() && q.closed()) range.last = q.close != corpus::no_index ? q.close + 1 : q.last;
    }
    return range;
  }

  // Without quotation marks around the whole, white space, and a leading "that".
  Span content_span(Range range) const {
    const auto form = [&](Token t) { return a_.words[t].form; };
    while (range.first + 1 < range.last && form(range.first) == config_.words->that) ++range.first;
    // "his 'open mind'": the quoted words are what was said.
    const Upos lead = a_.words[range.first].upos;
    if (range.size() > 3 && (lead == Upos::Pron || lead == Upos::Det) && a_.words[range.first + 1].quote == kQuoteOpen &&
        a_.words[range.last - 1].quote == kQuoteClose && closes_at(range.first + 1) == range.last - 1)
      ++range.first;
    if (a_.words[range.first].quote == kQuoteOpen && range.size() > 1) {
      const bool whole = a_.words[range.last - 1].quote == kQuoteClose || a_.words[range.last - 1].quote == kQuoteIn;
      if (whole) ++range.first;
    }
    const bool opened_inside = [&] {
      for (Token t = range.first; t < range.last; ++t) {
        if (a_.words[t].quote == kQuoteOpen) return true;
      }
      return false;
    }();
    if (range.size() > 1 && a_.words[range.last - 1].quote == kQuoteClose && !opened_inside) --range.last;
    while (range.size() > 1 && form(range.last - 1) == config_.words->comma) --range.last;
    return a_.span(range.first, range.last);
  }

  // The closing mark of the quotation that opens at a token.
  Token closes_at(Token open) const {
    Token t = open + 1;
    while (t < a_.words.size() && a_.words[t].quote == kQuoteIn) ++t;
    return t;
  }

  void add(const SentenceView& view, const CueMatch& cue) {
    const auto& frame = cue.frame;
    Claim claim;
    claim.rule = cue.rule->ref;
    claim.confidence = cue.rule->confidence;
    std::vector<Range> content;
    for (const Range& part : frame.content) {
      if (!part.empty()) content.push_back(whole_quotation(view, part, frame.cue.first));
    }
    if (content.empty()) return;
    claim.kind = claims::kind_of(a_, content);
    for (const Range& part : content) claim.content.push_back(content_span(part));
    claim.cue.push_back(a_.span(frame.cue.first, frame.cue.last));
    if (!frame.source.empty()) claim.source.push_back(a_.span(frame.source.first, frame.source.last));
    claim.attitude = attitude_of(cue.rule->value("attitude"));
    claim.modality = claims::modality_of(view, content.front());
    claim.polarity = claims::polarity_of(view, content.front());
    claim.reporter_stance = claims::stance_of(view, frame);
    if (claims::is_denied(view, frame)) claim.polarity = opposite(claim.polarity);
    set_from_rule(*cue.rule, claim);
    if (!frame.source.empty() && config_.words->first_persons.has(view.word(frame.source.first).form)) {
      first_persons_.push_back({static_cast<Id>(a_.result.claims.size()), frame.source.first, frame.source, view.index()});
    } else {
      claim.claimants = claimants(view, cue);
    }
    claim.reported_by = reporters(frame, view.index());
    std::vector<Span> matter = claim.content;
    if (!frame.target.empty()) matter.insert(matter.begin(), a_.span(frame.target.first, frame.target.last));
    claim.about = holders_.about(matter, claim.claimants);
    claim.evidence = a_.segmentation.sentences[view.index()].span;
    for (const Span part : claim.content) claim.evidence = cover(claim.evidence, part);
    if (!view.quoted(frame.cue.first)) {
      last_sentence_ = view.index();
      speech_ = static_cast<Id>(a_.result.claims.size());
    }
    by_cue_[frame.cue.first] = static_cast<Id>(a_.result.claims.size());
    a_.result.claims.push_back(std::move(claim));
  }

  // "according to these views", "the view is that": whoever held the claim before, at most three sentences back.
  std::vector<Id> claimants(const SentenceView& view, const CueMatch& cue) {
    const Range source = cue.frame.source;
    const bool unnamed = source.empty() && cue.rule->value("unnamed") == "previous";
    if ((unnamed || takes_up(view, source)) && last_named_ != kNoId) {
      const Claim& last = a_.result.claims[last_named_];
      if (view.index() - sentence_of(last.cue.front()) <= 3) return last.claimants;
    }
    auto found = takes_up(view, source) ? std::vector<Id>{} : holders_.claimants(view, source, cue.rule->ref);
    const bool inner = cue.frame.reporter != UINT32_MAX || stands_in_claim(a_.span(cue.frame.cue.first, cue.frame.cue.last));
    if (!found.empty() && !inner) last_named_ = static_cast<Id>(a_.result.claims.size());
    return found.empty() ? holders_.authors() : found;
  }

  bool stands_in_claim(Span cue) const {
    const auto& all = a_.result.claims;
    for (auto claim = all.rbegin(); claim != all.rend() && claim->evidence.overlaps(cue); ++claim) {
      if (std::any_of(claim->content.begin(), claim->content.end(), [&](Span s) { return s.contains(cue); })) return true;
    }
    return false;
  }

  // "these views", "that claim": a noun for what was said, behind a demonstrative.
  bool takes_up(const SentenceView& view, Range source) const {
    if (source.empty()) return false;
    const Chunk* np = view.noun_phrase(source.first);
    const Token head = np != nullptr ? std::min<Token>(np->head, source.last - 1) : source.last - 1;
    const auto& w = *config_.words;
    return head > source.first && w.views.has(a_.words[head].form) && w.demonstratives.has(a_.words[source.first].form);
  }

  // Who passes the claim on: the holder of the claim that governs it.
  std::vector<Id> reporters(const claims::Frame& frame, std::uint32_t) const {
    const auto at = frame.reporter == UINT32_MAX ? by_cue_.end() : by_cue_.find(frame.reporter);
    return at == by_cue_.end() ? std::vector<Id>{} : a_.result.claims[at->second].claimants;
  }

  std::uint32_t sentence_of(Span span) const {
    const auto& all = a_.segmentation.sentences;
    const auto after = std::upper_bound(all.begin(), all.end(), span.begin, [](std::uint32_t b, const corpus::Sentence& s) { return b < s.span.begin; });
    return after == all.begin() ? 0 : static_cast<std::uint32_t>(after - all.begin() - 1);
  }

  static void set_from_rule(const rules::Rule& rule, Claim& claim) {
    if (rule.value("polarity") == "negative") claim.polarity = opposite(claim.polarity);
    if (rule.value("stance") == "negative") claim.reporter_stance = Stance::Negative;
    if (rule.value("stance") == "positive") claim.reporter_stance = Stance::Positive;
    if (rule.value("modality") == "intention") claim.modality = Modality::Intention;
    if (rule.value("modality") == "deontic") claim.modality = Modality::Deontic;
  }

  // The innermost other claim in whose content a claim's cue (or, without one, its content) stands.
  void nest() {
    auto& all = a_.result.claims;
    claims::SpanIndex contents;
    for (Id j = 0; j < all.size(); ++j)
      if (!all[j].own)
        for (const Span content : all[j].content) contents.add(content, j);
    contents.build();
    for (Id i = 0; i < all.size(); ++i) {
      const Span at = all[i].cue.empty() ? all[i].content.front() : all[i].cue.front();
      std::uint32_t best = UINT32_MAX;
      contents.containing(at, [&](const claims::SpanIndex::Row& row) {
        const Id j = row.owner;
        if (i == j || !all[j].evidence.overlaps(at) || row.span.size() > best) return;
        if (row.span.size() == best && j > all[i].parent) return;
        best = row.span.size();
        all[i].parent = j;
      });
    }
  }

  // A claim inside another is reported by the other's holder, every further one by the document's named authors.
  void pass_on() {
    auto& all = a_.result.claims;
    for (auto& claim : all) {
      if (claim.own || !claim.reported_by.empty()) continue;
      claim.reported_by = claim.parent != kNoId ? all[claim.parent].claimants : a_.result.authors;
      if (claim.reported_by == claim.claimants) claim.reported_by.clear();
    }
  }

  // Claims of others come before the author's own, so what they make a claim is known when those are looked at.
  void link_findings() {
    auto& all = a_.result.claims;
    claims::SpanIndex contents;
    claims::SpanIndex cues;
    for (Id c = 0; c < all.size(); ++c) {
      for (const Span span : all[c].content) contents.add(span, c);
      for (const Span span : all[c].cue) cues.add(span, c);
    }
    contents.build();
    cues.build();
    std::vector<Id> inside;
    const auto claims_around = [&](Span trigger) {
      inside.clear();
      contents.containing(trigger, [&](const claims::SpanIndex::Row& row) { inside.push_back(row.owner); });
    };
    const auto each_once = [&] {
      std::sort(inside.begin(), inside.end());
      inside.erase(std::unique(inside.begin(), inside.end()), inside.end());
    };
    for (Id r = 0; r < a_.result.relations.size(); ++r) {
      auto& relation = a_.result.relations[r];
      std::vector<Id> said;  // "sees X as a threat": the relation is what the claim says
      cues.overlapping(relation.trigger, [&](const claims::SpanIndex::Row& row) { said.push_back(row.owner); });
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
    for (Id e = 0; e < a_.result.events.size(); ++e) {
      claims_around(a_.result.events[e].trigger);
      each_once();
      for (const Id c : inside)
        if (!all[c].own) all[c].events.push_back(e);
    }
  }

  // The same words by the same holders again, in a summary and in the body.
  void link_repeated() {
    std::map<std::string, Id> seen;
    auto& all = a_.result.claims;
    for (Id i = 0; i < all.size(); ++i) {
      std::string key;
      for (const Span part : all[i].content) key += std::string(part.of(a_.text())) + "|";
      for (const Id holder : all[i].claimants) key += std::to_string(holder) + ",";
      const auto [row, fresh] = seen.emplace(std::move(key), i);
      if (!fresh) all[i].same_as = row->second;
    }
  }

  const ClaimConfig& config_;
  Analysis& a_;
  Diagnostics& diagnostics_;
  Holders holders_;
  std::vector<claims::FirstPerson> first_persons_;
  std::vector<rules::Match> matches_;
  std::vector<std::vector<const rules::Match*>> cues_;
  std::uint32_t last_sentence_ = UINT32_MAX - 1;  // the last one that belongs to `speech_`
  Id speech_ = kNoId;
  Id last_named_ = kNoId;                         // the last claim whose holder the text names and nobody else passes on
  std::map<Token, Id> by_cue_;                    // claims by the first token of their cue
};

}  // namespace

ClaimStages add_claim_stages(RuleCatalogue& catalogue) {
  return {catalogue.add({"claim-own", "", "stage"})};
}

void find_claims(const ClaimConfig& config, Analysis& analysis, Diagnostics& diagnostics) {
  ClaimRun(config, analysis, diagnostics).run();
}

}  // namespace entente::extract
