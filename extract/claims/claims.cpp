// Order: cues by rules, frames sentence by sentence, quotations drawn out to their whole length and over the sentences
// that go on with them, attributes and holders, nesting, the author's own claims, and last the relations and events
// that stand inside claims.
#include "extract/claims/claims.hpp"

#include <algorithm>
#include <span>

#include "extract/claims/attributes.hpp"
#include "extract/claims/claimants.hpp"
#include "extract/claims/content_span.hpp"
#include "extract/claims/frames.hpp"
#include "extract/claims/holders.hpp"
#include "extract/claims/links.hpp"
#include "extract/claims/own.hpp"
#include "extract/claims/speakers.hpp"
#include "extract/claims/turns.hpp"
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
  ClaimRun(const ClaimConfig& config, rules::Scene& scene, Analysis& analysis, Diagnostics& diagnostics)
      : config_(config), scene_(scene), a_(analysis), diagnostics_(diagnostics), holders_(analysis), claimants_(analysis, holders_) {}

  void run() {
    find_cues();
    claims::Turns turns(a_, static_cast<std::size_t>(std::count_if(cues_.begin(), cues_.end(), [](const auto* m) { return is_turn(*m->rule); })));
    turns_ = &turns;
    const auto count = static_cast<std::uint32_t>(a_.segmentation.sentences.size());
    for (std::uint32_t s = 0; s < count; ++s) {
      if (is_furniture(s)) continue;
      sentence(s);
    }
    claims::add_own_claims(config_, a_, holders_);
    claims::nest_claims(a_.result);
    claims::settle_first_persons(first_persons_, *config_.words, a_, holders_);
    claims::pass_on(a_.result);
    claims::weigh_claims(*config_.words, a_);
    claims::link_findings(a_.result);
    claims::link_repeated(a_.text(), a_.result);
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
    rules::RunOptions options;
    options.observer = config_.observer;
    rules::run(config_.book->of("claim"), scene_, [&](const rules::Match& match) { cues_.push_back(&match); }, options, diagnostics_);
    std::stable_sort(cues_.begin(), cues_.end(), [](const auto* a, const auto* b) { return a->sentence < b->sentence; });
  }

  // Those of a sentence, in the order of their rules' priorities; sentences are asked for from first to last.
  std::span<const rules::Match* const> cues_of(std::uint32_t sentence) {
    while (next_cue_ < cues_.size() && cues_[next_cue_]->sentence < sentence) ++next_cue_;
    const std::size_t first = next_cue_;
    while (next_cue_ < cues_.size() && cues_[next_cue_]->sentence == sentence) ++next_cue_;
    return {cues_.data() + first, next_cue_ - first};
  }

  void sentence(std::uint32_t index) {
    const SentenceView view(a_, *config_.words, index);
    const bool heading = is_heading(index);
    const auto cues = cues_of(index);
    const auto frames = cues.empty() || heading ? std::vector<CueMatch>{} : claims::make_frames(view, cues);
    turns_->go_on(view);
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

  void add(const SentenceView& view, const CueMatch& cue) {
    const auto& frame = cue.frame;
    Claim claim;
    claim.rule = cue.rule->ref;
    claim.confidence = cue.rule->confidence;
    std::vector<Range> content;
    for (const Range& part : frame.content) {
      if (!part.empty()) content.push_back(claims::whole_quotation(view, part, frame.cue.first));
    }
    if (content.empty()) return;
    claim.kind = claims::kind_of(a_, content);
    for (const Range& part : content) claim.content.push_back(claims::content_span(a_, *config_.words, part));
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
      claim.claimants = claimants_.of(view, cue);
    }
    claim.reported_by = claimants_.reporters(frame);
    std::vector<Span> matter = claim.content;
    if (!frame.target.empty()) matter.insert(matter.begin(), a_.span(frame.target.first, frame.target.last));
    claim.about = holders_.about(matter, claim.claimants);
    claim.evidence = a_.segmentation.sentences[view.index()].span;
    for (const Span part : claim.content) claim.evidence = cover(claim.evidence, part);
    const bool speech_here = last_sentence_ == view.index() && speech_ != kNoId && a_.result.claims[speech_].kind != ClaimKind::Indirect;
    if (!view.quoted(frame.cue.first) && !(speech_here && claim.kind == ClaimKind::Indirect)) {
      last_sentence_ = view.index();
      speech_ = static_cast<Id>(a_.result.claims.size());
    }
    a_.result.claims.push_back(std::move(claim));
    if (is_turn(*cue.rule)) turns_->begin(view.index());
    claimants_.note(frame.cue.first);
  }

  static bool is_turn(const rules::Rule& rule) { return rule.value("content") == "turn"; }

  static void set_from_rule(const rules::Rule& rule, Claim& claim) {
    if (rule.value("polarity") == "negative") claim.polarity = opposite(claim.polarity);
    if (rule.value("stance") == "negative") claim.reporter_stance = Stance::Negative;
    if (rule.value("stance") == "positive") claim.reporter_stance = Stance::Positive;
    if (rule.value("modality") == "intention") claim.modality = Modality::Intention;
    if (rule.value("modality") == "deontic") claim.modality = Modality::Deontic;
  }

  const ClaimConfig& config_;
  rules::Scene& scene_;
  Analysis& a_;
  Diagnostics& diagnostics_;
  Holders holders_;
  claims::Claimants claimants_;
  claims::Turns* turns_ = nullptr;  // while run() runs
  std::vector<claims::FirstPerson> first_persons_;
  std::vector<const rules::Match*> cues_;         // the scene's, by sentence
  std::size_t next_cue_ = 0;
  std::uint32_t last_sentence_ = UINT32_MAX - 1;  // the last one that belongs to `speech_`
  Id speech_ = kNoId;
};

}  // namespace

ClaimStages add_claim_stages(RuleCatalogue& catalogue) {
  return {catalogue.add({"claim-own", "", "stage"})};
}

void find_claims(const ClaimConfig& config, rules::Scene& scene, Analysis& analysis, Diagnostics& diagnostics) {
  ClaimRun(config, scene, analysis, diagnostics).run();
}

}  // namespace entente::extract
