#include "extract/rules/index.hpp"

#include <algorithm>

namespace entente::extract::rules {

void HookTable::build() {
  std::stable_sort(rows_.begin(), rows_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  first_.assign(rows_.empty() ? 0 : rows_.back().first + 2U, 0);
  for (const auto& [key, hook] : rows_) {
    ++first_[key + 1];
    hooks_.push_back(hook);
    if (some_.size() <= key >> 6) some_.resize((key >> 6) + 1);
    some_[key >> 6] |= std::uint64_t{1} << (key & 63U);
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  rows_ = {};
}

void RuleIndex::add(const Rule& rule, std::uint32_t pattern, const Vocabulary& vocabulary, const Lexicons& lexicons) {
  const Anchor& anchor = rule.anchors[pattern];
  const Hook hook{static_cast<std::uint32_t>(entries.size()), anchor.least, anchor.most, anchor.of_chunk};
  entries.push_back({&rule, pattern, levels, rule.gates[pattern]});
  switch (anchor.kind) {
    case Anchor::Kind::Form:
      for (const auto symbol : anchor.values) by_form.add(symbol, hook);
      return;
    case Anchor::Kind::Lemma:
      for (const auto symbol : anchor.values) by_lemma.add(symbol, hook);
      return;
    case Anchor::Kind::Mark:
      for (const auto label : anchor.values) by_label.add(label, hook);
      return;
    case Anchor::Kind::Lexicon:
      for (Symbol symbol = 1; symbol < vocabulary.size(); ++symbol) {
        const auto& [members, starters] = lexicons.set(vocabulary.info(symbol).lexicons);
        const auto in = [&, m = &members, s = &starters](std::uint32_t id) { return m->test(id) || s->test(id); };
        if (std::any_of(anchor.values.begin(), anchor.values.end(), in)) by_form.add(symbol, hook);
      }
      return;
    case Anchor::Kind::Mention:
      types |= anchor.mask;
      for (unsigned type = 0; type < 64; ++type)
        if (anchor.mask >> type & 1U) by_type[type].push_back(hook);
      return;
    case Anchor::Kind::Chunk:
      for (unsigned kind = 0; kind < 2; ++kind)
        if (anchor.mask >> kind & 1U) by_chunk[kind].push_back(hook);
      return;
    case Anchor::Kind::Pos:
      for (unsigned pos = 0; pos < 18; ++pos)
        if (anchor.mask >> pos & 1U) by_pos[pos].push_back(hook);
      return;
    case Anchor::Kind::Anything: everywhere.push_back(hook); return;
  }
}

RuleIndex RuleIndex::make(const std::vector<const Rule*>& rules, const Vocabulary& vocabulary, const Lexicons& lexicons) {
  RuleIndex index;
  for (std::size_t r = 0; r < rules.size(); ++r) {
    if (r > 0 && rules[r]->priority != rules[r - 1]->priority) ++index.levels;
    for (std::uint32_t p = 0; p < rules[r]->patterns.size(); ++p) index.add(*rules[r], p, vocabulary, lexicons);
  }
  ++index.levels;
  for (auto* table : {&index.by_form, &index.by_lemma, &index.by_label}) table->build();
  return index;
}

void RuleBook::build(const Vocabulary& vocabulary, const Lexicons& lexicons) {
  sets_.clear();
  for (const Kind& kind : kinds()) {
    std::vector<const Rule*> rules;
    for (const auto& rule : rules_)
      if (rule->kind == kind.name) rules.push_back(rule.get());
    std::stable_sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->priority < b->priority; });
    RuleSet set;
    for (std::size_t first = 0; first < rules.size();) {
      std::size_t last = kind.feeds ? first + 1 : rules.size();
      while (last < rules.size() && rules[last]->priority == rules[first]->priority) ++last;
      set.passes.push_back(std::make_shared<RuleIndex>(RuleIndex::make({rules.begin() + static_cast<std::ptrdiff_t>(first), rules.begin() + static_cast<std::ptrdiff_t>(last)}, vocabulary, lexicons)));
      first = last;
    }
    sets_.emplace_back(kind.name, std::move(set));
  }
}

const RuleSet& RuleBook::of(std::string_view kind) const {
  static const RuleSet kNone;
  for (const auto& [name, set] : sets_)
    if (name == kind) return set;
  return kNone;
}

}  // namespace entente::extract::rules
