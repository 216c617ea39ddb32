// One level at a time: collect where its patterns may match (by their anchors), try them there, hand on the matches.
#include "extract/rules/run.hpp"

#include <algorithm>

#include "extract/rules/level.hpp"

namespace entente::extract::rules {
namespace {

struct Candidate {
  std::uint32_t entry;
  std::uint32_t start;
  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

class LevelRun {
 public:
  LevelRun(const Level& level, const Scene& scene, const RunOptions& options, Diagnostics& diagnostics)
      : level_(level), scene_(scene), matcher_(scene), options_(options), diagnostics_(diagnostics) {}

  void sentence(std::uint32_t index, std::vector<Match>& out) {
    const auto& sentence = scene_.analysis().segmentation.sentences[index];
    range_ = {sentence.first, sentence.last};
    candidates_.clear();
    for (std::uint32_t t = range_.first; t < range_.last; ++t) collect(t);
    if (candidates_.empty()) return;
    std::sort(candidates_.begin(), candidates_.end());
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
    const std::size_t before = out.size();
    attempt(index, out);
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                     [](const Match& a, const Match& b) { return a.first < b.first; });
  }

 private:
  void hook(const std::vector<Hook>& hooks, std::uint32_t token) {
    for (const Hook& h : hooks) {
      const std::uint32_t room = token - range_.first;
      if (h.least > room) continue;
      const std::uint32_t far = std::min(h.most, room);
      for (std::uint32_t back = h.least; back <= far; ++back) candidates_.push_back({h.entry, token - back});
    }
  }

  void table(const std::vector<std::vector<Hook>>& hooks, std::size_t at, std::uint32_t token) {
    if (at < hooks.size() && !hooks[at].empty()) hook(hooks[at], token);
  }

  void collect(std::uint32_t token) {
    const Analysis& analysis = scene_.analysis();
    const Word& word = analysis.words[token];
    if (word.form != 0) {
      table(level_.by_form, word.form, token);
      table(level_.by_lexicons, scene_.vocabulary().info(word.form).lexicons, token);
    }
    if (word.lemma != 0) table(level_.by_lemma, word.lemma, token);
    const Range mentions = scene_.mentions_at(token);
    for (std::uint32_t m = mentions.first; m < mentions.last; ++m)
      hook(level_.by_type[static_cast<unsigned>(analysis.mentions[m].type)], token);
    if (word.chunk != UINT32_MAX && analysis.chunks[word.chunk].first == token)
      hook(level_.by_chunk[static_cast<unsigned>(analysis.chunks[word.chunk].kind)], token);
    hook(level_.by_pos[static_cast<unsigned>(word.upos)], token);
    for (const auto mark : scene_.marks_at(token)) table(level_.by_label, analysis.marks[mark].label, token);
    if (token == range_.first && !level_.everywhere.empty())
      for (std::uint32_t t = range_.first; t < range_.last; ++t)
        for (const Hook& h : level_.everywhere) candidates_.push_back({h.entry, t});
  }

  void attempt(std::uint32_t sentence, std::vector<Match>& out) {
    std::uint32_t entry = UINT32_MAX;
    std::uint32_t free = 0;  // first token after the entry's last match
    bool stopped = false;
    PatternMatch found;
    for (const auto& [now, start] : candidates_) {
      if (now != entry) {
        entry = now;
        free = 0;
        stopped = false;
      }
      const auto& [rule, pattern] = level_.entries[entry];
      if (stopped || (start < free && !rule->overlap)) continue;
      std::uint32_t steps = options_.steps;
      const Outcome outcome = matcher_.match(rule->programs[pattern], start, range_, steps, found);
      if (outcome == Outcome::Limit) {
        stopped = true;
        limit(*rule, sentence);
      }
      if (outcome != Outcome::Found) {
        if (options_.observer != nullptr) options_.observer->failed(*rule, pattern, start);
        continue;
      }
      free = found.last;
      out.push_back({rule, pattern, sentence, found.first, found.last, found.captures});
    }
  }

  void limit(const Rule& rule, std::uint32_t sentence) {
    const Analysis& analysis = scene_.analysis();
    diagnostics_.note(Code::RuleLimit, {analysis.document == nullptr ? std::string{} : analysis.document->source, 0, 0, {}},
                      "Rule " + rule.id + " was stopped after " + std::to_string(options_.steps) + " steps in the sentence at byte " +
                          std::to_string(analysis.segmentation.sentences[sentence].span.begin));
  }

  const Level& level_;
  const Scene& scene_;
  Matcher matcher_;
  const RunOptions& options_;
  Diagnostics& diagnostics_;
  Range range_;
  std::vector<Candidate> candidates_;
};

}  // namespace

void run(const RuleSet& rules, const Vocabulary& vocabulary, const Lexicons& lexicons, Analysis& analysis,
         const std::function<void(const Match&)>& act, const RunOptions& options, Diagnostics& diagnostics) {
  if (rules.levels.empty()) return;
  Scene scene(analysis, vocabulary, lexicons);
  std::vector<Match> matches;
  for (const auto& level : rules.levels) {
    matches.clear();
    LevelRun runner(*level, scene, options, diagnostics);
    for (std::uint32_t s = 0; s < analysis.segmentation.sentences.size(); ++s) runner.sentence(s, matches);
    for (const Match& match : matches) {
      if (options.observer != nullptr) options.observer->matched(match);
      act(match);
    }
    if (options.settle) options.settle();
    if (!matches.empty() && level != rules.levels.back()) scene.rebuild();
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
  for (const auto& mention : analysis.mentions) {
    if (mention.first > unit.head) break;
    const std::uint32_t head = mention.head_last > mention.head_first ? mention.head_last - 1 : mention.last - 1;
    if (head == unit.head) return &mention;
  }
  return nullptr;
}

void apply_mark(const RuleBook& book, const Match& match, Analysis& analysis) {
  const auto& labels = book.labels();
  const auto label = std::find(labels.begin(), labels.end(), match.rule->value("label"));
  for (const Unit& unit : match.all("mark"))
    analysis.marks.push_back({unit.first, unit.last, static_cast<std::uint16_t>(label - labels.begin())});
}

}  // namespace entente::extract::rules
