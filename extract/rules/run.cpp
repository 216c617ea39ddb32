// One pass over the text for all patterns that do not feed each other: collect where they may match (by their anchors
// and gates), try them there, hand on the matches priority by priority.
#include "extract/rules/run.hpp"

#include <algorithm>

#include "extract/rules/index.hpp"

namespace entente::extract::rules {
namespace {

class Pass {
 public:
  // Adds a list for each priority to `matches`.
  Pass(const RuleIndex& index, const Scene& scene, const RunOptions& options, Diagnostics& diagnostics, Matches& matches)
      : index_(index), scene_(scene), analysis_(scene.analysis()), matcher_(scene), options_(options), diagnostics_(diagnostics), matches_(matches),
        first_(matches.lists.size()) {
    matches.lists.resize(first_ + index.levels);
    for (const auto& hooks : index.by_pos) any_pos_ = any_pos_ || !hooks.empty();
    for (const auto& hooks : index.by_chunk) any_chunk_ = any_chunk_ || !hooks.empty();
  }

  void run() {
    for (std::uint32_t s = 0; s < analysis_.segmentation.sentences.size(); ++s) sentence(s);
  }

 private:
  void sentence(std::uint32_t index) {
    const auto& sentence = analysis_.segmentation.sentences[index];
    range_ = {sentence.first, sentence.last};
    candidates_.clear();
    take_stock();
    for (const auto& [hooks, token] : hooked_) hook(hooks, token);
    if (!index_.everywhere.empty())
      for (std::uint32_t t = range_.first; t < range_.last; ++t)
        for (const Hook& h : index_.everywhere)
          if (wanted(h.entry)) offer(h.entry, t);
    if (candidates_.empty()) return;
    std::sort(candidates_.begin(), candidates_.end());
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
    attempt(index);
  }

  // What the sentence holds of what patterns need, and the places where some may be tried.
  void take_stock() {
    supply_ = {};
    hooked_.clear();
    for (std::uint32_t t = range_.first; t < range_.last; ++t) {
      const Word& word = analysis_.words[t];
      if (index_.form_matters.has(word.form)) {
        for (const auto need : index_.needs_by_form.at(word.form)) supply_.add(need);
        collect(index_.by_form.at(word.form), t);
      }
      if (index_.lemma_matters.has(word.lemma)) {
        for (const auto need : index_.needs_by_lemma.at(word.lemma)) supply_.add(need);
        collect(index_.by_lemma.at(word.lemma), t);
      }
      const std::uint64_t types = scene_.types_beginning(t);
      supply_.types |= types;
      if ((types & index_.types) != 0) {
        const Range mentions = scene_.mentions_at(t);
        for (std::uint32_t m = mentions.first; m < mentions.last; ++m)
          collect(index_.by_type[static_cast<unsigned>(analysis_.mentions[m].type)], t);
      }
      if (any_chunk_ && word.chunk != UINT32_MAX && analysis_.chunks[word.chunk].first == t)
        collect(index_.by_chunk[static_cast<unsigned>(analysis_.chunks[word.chunk].kind)], t);
      if (any_pos_) collect(index_.by_pos[static_cast<unsigned>(word.upos)], t);
      for (const auto mark : scene_.marks_at(t)) collect(index_.by_label.at(analysis_.marks[mark].label), t);
    }
  }

  void collect(std::span<const Hook> hooks, std::uint32_t token) {
    if (!hooks.empty()) hooked_.emplace_back(hooks, token);
  }

  bool wanted(std::uint32_t entry) const { return options_.observer != nullptr || index_.entries[entry].served(supply_); }

  // A candidate is an entry and a start in one number, so that sorting is by entry first.
  void offer(std::uint32_t entry, std::uint32_t start) {
    if (options_.observer == nullptr && !scene_.open(index_.entries[entry].gate, start)) return;
    candidates_.push_back(std::uint64_t{entry} << 32 | start);
  }

  void hook(std::span<const Hook> hooks, std::uint32_t token) {
    for (const Hook& h : hooks) {
      if (!wanted(h.entry)) continue;
      std::uint32_t base = token;
      if (h.of_chunk) {
        const auto chunk = analysis_.words[token].chunk;
        if (chunk == UINT32_MAX || analysis_.chunks[chunk].head != token) continue;
        base = analysis_.chunks[chunk].first;
      }
      const std::uint32_t room = base - range_.first;
      if (h.least > room) continue;
      const std::uint32_t far = std::min(h.most, room);
      for (std::uint32_t back = h.least; back <= far; ++back) offer(h.entry, base - back);
    }
  }

  void attempt(std::uint32_t sentence) {
    std::uint32_t entry = UINT32_MAX;
    std::uint32_t free = 0;  // first token after the entry's last match
    std::uint32_t level = 0;
    std::size_t before = list(0).size();
    bool stopped = false;
    for (const auto candidate : candidates_) {
      const auto now = static_cast<std::uint32_t>(candidate >> 32);
      const auto start = static_cast<std::uint32_t>(candidate);
      if (now != entry) {
        entry = now;
        free = 0;
        stopped = false;
      }
      const Rule* rule = index_.entries[entry].rule;
      const std::uint32_t pattern = index_.entries[entry].pattern;
      if (index_.entries[entry].level != level) {
        in_text_order(list(level), before);
        level = index_.entries[entry].level;
        before = list(level).size();
      }
      if (stopped || (start < free && !rule->overlap)) continue;
      std::uint32_t steps = options_.steps;
      const Outcome outcome = matcher_.match(rule->programs[pattern], start, range_, steps, found_);
      if (outcome == Outcome::Limit) {
        stopped = true;
        limit(*rule, sentence);
      }
      if (outcome != Outcome::Found) {
        if (options_.observer != nullptr) options_.observer->failed(*rule, pattern, start);
        continue;
      }
      free = found_.last;
      list(level).push_back({rule, pattern, sentence, found_.first, found_.last, matches_.keep(found_.captures)});
    }
    in_text_order(list(level), before);
  }

  std::vector<Match>& list(std::uint32_t level) { return matches_.lists[first_ + level]; }

  static void in_text_order(std::vector<Match>& matches, std::size_t from) {
    if (matches.size() - from < 2) return;
    std::stable_sort(matches.begin() + static_cast<std::ptrdiff_t>(from), matches.end(), [](const Match& a, const Match& b) { return a.first < b.first; });
  }

  void limit(const Rule& rule, std::uint32_t sentence) {
    diagnostics_.note(Code::RuleLimit, {analysis_.document == nullptr ? std::string{} : analysis_.document->source, 0, 0, {}},
                      "Rule " + rule.id + " was stopped after " + std::to_string(options_.steps) + " steps in the sentence at byte " +
                          std::to_string(analysis_.segmentation.sentences[sentence].span.begin));
  }

  const RuleIndex& index_;
  const Scene& scene_;
  const Analysis& analysis_;
  Matcher matcher_;
  const RunOptions& options_;
  Diagnostics& diagnostics_;
  Range range_;
  Supply supply_;
  bool any_pos_ = false;
  bool any_chunk_ = false;
  std::vector<std::pair<std::span<const Hook>, std::uint32_t>> hooked_;  // at each token of the sentence that has some
  std::vector<std::uint64_t> candidates_;
  PatternMatch found_;    // the last one, in space that is used again
  Matches& matches_;
  std::size_t first_;     // list of the pass
};

}  // namespace

std::span<const Capture> Matches::keep(std::span<const Capture> captures) {
  constexpr std::size_t kBlock = 256;
  if (captures.size() > room_) {
    room_ = std::max(kBlock, captures.size());
    blocks_.push_back(std::make_unique<Capture[]>(room_));
    next_ = blocks_.back().get();
  }
  Capture* const begin = next_;
  next_ = std::copy(captures.begin(), captures.end(), begin);
  room_ -= captures.size();
  return {begin, captures.size()};
}

void run(const RuleSet& rules, const Vocabulary& vocabulary, const Lexicons& lexicons, Analysis& analysis,
         const std::function<void(const Match&)>& act, const RunOptions& options, Diagnostics& diagnostics) {
  if (rules.passes.empty()) return;
  Scene scene(analysis, vocabulary, lexicons);
  run(rules, scene, act, options, diagnostics);
}

namespace {

// What the rules found in one pass; a pass that several kinds share is run for the first of them.
std::span<const std::vector<Match>> lists_of(const RuleSet& rules, const RuleIndex& index, Scene& scene, const RunOptions& options, Diagnostics& diagnostics) {
  Matches& matches = scene.matches();
  const bool ready = rules.lists != 0 && matches.shared == &index;
  const std::size_t first = ready ? matches.first_shared : matches.lists.size();
  if (!ready) Pass(index, scene, options, diagnostics, matches).run();
  if (rules.lists == 0) return std::span(matches.lists).subspan(first);
  matches.shared = &index;
  matches.first_shared = first;
  return std::span(matches.lists).subspan(first + rules.first_list, rules.lists);
}

}  // namespace

void run(const RuleSet& rules, Scene& scene, const std::function<void(const Match&)>& act, const RunOptions& options, Diagnostics& diagnostics) {
  for (const auto& index : rules.passes) {
    bool matched = false;
    for (const auto& list : lists_of(rules, *index, scene, options, diagnostics)) {
      matched = matched || !list.empty();
      for (const Match& match : list) {
        if (options.observer != nullptr) options.observer->matched(match);
        act(match);
      }
      if (options.settle) options.settle();
    }
    if (matched && index != rules.passes.back()) scene.rebuild();
  }
}

const Unit* Match::role(std::string_view role) const {
  const auto named = rule->capture_of(role);
  const auto& names = rule->patterns[pattern].captures;
  for (const Capture& capture : captures)
    if (names[capture.name] == (named.empty() ? role : named)) return &capture.unit;
  return nullptr;
}

std::vector<Unit> Match::all(std::string_view role) const {
  std::vector<Unit> out;
  const auto named = rule->capture_of(role);
  const auto& names = rule->patterns[pattern].captures;
  for (const Capture& capture : captures)
    if (names[capture.name] == (named.empty() ? role : named)) out.push_back(capture.unit);
  return out;
}

const MentionCandidate* Match::mention(const Analysis& analysis, const Unit& unit) {
  if (unit.kind == UnitKind::Mention) return &analysis.mentions[unit.index];
  const auto mention = analysis.heads.headed(unit.head);
  return mention == MentionHeads::kNone ? nullptr : &analysis.mentions[mention];
}

void apply_mark(const RuleBook& book, const Match& match, Analysis& analysis) {
  const auto& labels = book.labels();
  const auto label = std::find(labels.begin(), labels.end(), match.rule->value("label"));
  for (const Unit& unit : match.all("mark"))
    analysis.marks.push_back({unit.first, unit.last, static_cast<std::uint16_t>(label - labels.begin())});
}

}  // namespace entente::extract::rules
