#include "extract/rules/index.hpp"

#include <utility>

#include "extract/rules/needs.hpp"

namespace entente::extract::rules {

namespace {

// Calls `use` for every word that is, or begins, an item of one of the lexicons.
template <typename Use>
void for_words_of(const std::vector<std::uint32_t>& ids, const Vocabulary& vocabulary, const Lexicons& lexicons, Use use) {
  for (Symbol symbol = 1; symbol < vocabulary.size(); ++symbol) {
    const auto& set = lexicons.set(vocabulary.info(symbol).lexicons);
    if (std::any_of(ids.begin(), ids.end(), [&](std::uint32_t id) { return set.first.test(id) || set.second.test(id); })) use(symbol);
  }
}

}  // namespace

void RuleIndex::add(const Rule& rule, std::uint32_t pattern, const Vocabulary& vocabulary, const Lexicons& lexicons) {
  const Anchor& anchor = rule.anchors[pattern];
  const Hook hook{static_cast<std::uint32_t>(entries.size()), anchor.least, anchor.most, anchor.of_chunk};
  entries.push_back({&rule, pattern, levels, rule.gates[pattern], {}, {}});
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
      for_words_of(anchor.values, vocabulary, lexicons, [&](Symbol symbol) { by_form.add(symbol, hook); });
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

// Patterns that need the same words share one bit.
void RuleIndex::add_needs(Entry& entry, const Vocabulary& vocabulary, const Lexicons& lexicons, std::vector<Need>& known) {
  for (Anchor& need : needs_of(entry.rule->patterns[entry.pattern].root, vocabulary)) {
    if (need.kind == Anchor::Kind::Mention) {
      entry.types.push_back(need.mask);
      continue;
    }
    const auto same = [&](const Need& other) { return other.kind == need.kind && other.values == need.values; };
    const auto at = std::find_if(known.begin(), known.end(), same);
    const auto id = static_cast<std::uint32_t>(at - known.begin());
    if (id == kMaxNeeds) continue;
    entry.words.add(id);
    if (at != known.end()) continue;
    const auto serve = [&](Table<std::uint32_t>& table) {
      for (const auto symbol : need.values) table.add(symbol, id);
    };
    if (need.kind == Anchor::Kind::Form) serve(needs_by_form);
    else if (need.kind == Anchor::Kind::Lemma) serve(needs_by_lemma);
    else for_words_of(need.values, vocabulary, lexicons, [&](Symbol symbol) { needs_by_form.add(symbol, id); });
    known.push_back({need.kind, std::move(need.values)});
  }
}

RuleIndex RuleIndex::make(const std::vector<const Rule*>& rules, const Vocabulary& vocabulary, const Lexicons& lexicons) {
  RuleIndex index;
  for (std::size_t r = 0; r < rules.size(); ++r) {
    if (r > 0 && (rules[r]->priority != rules[r - 1]->priority || rules[r]->kind != rules[r - 1]->kind)) ++index.levels;
    for (std::uint32_t p = 0; p < rules[r]->patterns.size(); ++p) index.add(*rules[r], p, vocabulary, lexicons);
  }
  ++index.levels;
  index.by_form.build(&index.form_matters);
  index.by_lemma.build(&index.lemma_matters);
  index.by_label.build();
  std::vector<Need> known;
  for (Entry& entry : index.entries) index.add_needs(entry, vocabulary, lexicons, known);
  index.needs_by_form.build(&index.form_matters);
  index.needs_by_lemma.build(&index.lemma_matters);
  return index;
}

namespace {

std::size_t priorities(const std::vector<const Rule*>& rules) {
  std::size_t count = rules.empty() ? 0 : 1;
  for (std::size_t r = 1; r < rules.size(); ++r) count += rules[r]->priority != rules[r - 1]->priority;
  return count;
}

}  // namespace

void RuleBook::build(const Vocabulary& vocabulary, const Lexicons& lexicons) {
  sets_.clear();
  std::vector<const Rule*> sharing;
  std::size_t lists = 0;
  for (const Kind& kind : kinds()) {
    std::vector<const Rule*> rules;
    for (const auto& rule : rules_)
      if (rule->kind == kind.name) rules.push_back(rule.get());
    std::stable_sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->priority < b->priority; });
    RuleSet set;
    if (!kind.feeds) {
      set.lists = priorities(rules);
      set.first_list = std::exchange(lists, lists + set.lists);
      sharing.insert(sharing.end(), rules.begin(), rules.end());
      rules.clear();
    }
    for (auto first = rules.begin(); first != rules.end();) {
      const auto last = std::find_if(first, rules.end(), [&](const Rule* rule) { return rule->priority != (*first)->priority; });
      set.passes.push_back(std::make_shared<RuleIndex>(RuleIndex::make({first, last}, vocabulary, lexicons)));
      first = last;
    }
    sets_.emplace_back(kind.name, std::move(set));
  }
  if (sharing.empty()) return;
  const auto shared = std::make_shared<const RuleIndex>(RuleIndex::make(sharing, vocabulary, lexicons));
  for (auto& [name, set] : sets_)
    if (set.lists != 0) set.passes = {shared};
}

const RuleSet& RuleBook::of(std::string_view kind) const {
  static const RuleSet kNone;
  for (const auto& [name, set] : sets_)
    if (name == kind) return set;
  return kNone;
}

}  // namespace entente::extract::rules
