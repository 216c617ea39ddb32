#include "extract/rules/level.hpp"

#include <algorithm>
#include <map>

namespace entente::extract::rules {
namespace {

void put(std::vector<std::vector<Hook>>& table, std::size_t at, Hook hook) {
  if (table.size() <= at) table.resize(at + 1);
  table[at].push_back(hook);
}

}  // namespace

void Level::add(const Rule& rule, std::uint32_t pattern, const Lexicons& lexicons) {
  const Anchor& anchor = rule.anchors[pattern];
  const Hook hook{static_cast<std::uint32_t>(entries.size()), anchor.least, anchor.most};
  entries.push_back({&rule, pattern});
  switch (anchor.kind) {
    case Anchor::Kind::Form:
      for (const auto symbol : anchor.values) put(by_form, symbol, hook);
      return;
    case Anchor::Kind::Lemma:
      for (const auto symbol : anchor.values) put(by_lemma, symbol, hook);
      return;
    case Anchor::Kind::Mark:
      for (const auto label : anchor.values) put(by_label, label, hook);
      return;
    case Anchor::Kind::Lexicon:
      for (std::size_t set = 1; set < lexicons.set_count(); ++set) {
        const auto& [members, starters] = lexicons.set(set);
        const auto in = [&](std::uint32_t id) { return members.test(id) || starters.test(id); };
        if (std::any_of(anchor.values.begin(), anchor.values.end(), in)) put(by_lexicons, set, hook);
      }
      return;
    case Anchor::Kind::Mention:
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

void RuleBook::build(const Lexicons& lexicons) {
  sets_.clear();
  for (const Kind& kind : kinds()) {
    std::map<int, std::shared_ptr<Level>> levels;
    for (const auto& rule : rules_) {
      if (rule->kind != kind.name) continue;
      auto& level = levels[rule->priority];
      if (!level) level = std::make_shared<Level>();
      level->priority = rule->priority;
      for (std::uint32_t p = 0; p < rule->patterns.size(); ++p) level->add(*rule, p, lexicons);
    }
    RuleSet set;
    for (auto& [priority, level] : levels) set.levels.push_back(std::move(level));
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
