#include "extract/language/parser.hpp"

#include "extract/language/transitions.hpp"

namespace entente::language {

Result<GreedyParser> GreedyParser::read(const Container& container) {
  GreedyParser parser;
  auto labels = read_strings(container, "parser.labels");
  if (!labels) return labels.error();
  parser.labels_ = *std::move(labels);
  auto model = LinearModel::read(container, "parser");
  if (!model) return model.error();
  parser.model_ = *model;
  if (parser.labels_.empty() || model->classes() != 1 + 2 * parser.labels_.size()) {
    return container.broken("parser.labels", "their number is not the model's");
  }
  return parser;
}

void GreedyParser::parse(std::span<const WordFeatures> words, std::span<const std::uint8_t> tags, std::vector<Arc>& arcs) const {
  ParseState state(static_cast<std::int32_t>(words.size()));
  std::array<std::uint64_t, kParseFeatures> features;
  std::array<std::int32_t, 256> scores;
  while (!state.done()) {
    parse_features(state, words, tags, features);
    for (const auto f : features) model_.prefetch(f);
    std::fill_n(scores.begin(), model_.classes(), 0);
    for (const auto f : features) model_.add(f, scores.data());
    std::size_t best = SIZE_MAX;
    for (std::size_t a = 0; a < model_.classes(); ++a) {
      if ((best == SIZE_MAX || scores[a] > scores[best]) && state.can(move_of(a))) best = a;
    }
    state.apply(best);
  }
  arcs.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    arcs[i] = {state.heads[i] == state.size ? -1 : state.heads[i], state.labels[i]};
  }
}

}  // namespace entente::language
