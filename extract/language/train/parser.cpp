#include "extract/language/train/parser.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include "extract/language/train/data.hpp"
#include "extract/language/train/perceptron.hpp"
#include "extract/language/transitions.hpp"

namespace entente::language::train {
namespace {

struct Tree {
  std::vector<std::int32_t> heads;  // size: root
  std::vector<std::uint8_t> labels;
};

// Gold arcs that the move makes unreachable.
int cost(const ParseState& s, const Tree& gold, Move move) {
  const auto head = [&](std::int32_t i) { return gold.heads[static_cast<std::size_t>(i)]; };
  int lost = 0;
  if (move == Move::Shift) {
    for (std::size_t i = 0; i < s.stack.size(); ++i) {
      lost += (head(s.next) == s.stack[i] && i + 1 < s.stack.size()) + (head(s.stack[i]) == s.next);
    }
    return lost;
  }
  const auto top = s.stack.back();
  for (auto b = s.next; b < s.size; ++b) lost += head(b) == top;
  const bool left = move == Move::Left;
  if (head(top) >= s.next && !(left && head(top) == s.next)) ++lost;
  if (left && s.stack.size() > 1 && head(top) == s.stack[s.stack.size() - 2]) ++lost;
  return lost;
}

struct Learner {
  Perceptron model;
  std::size_t labels;
  std::array<std::uint64_t, kParseFeatures> features{};
  std::vector<float> scores;

  explicit Learner(std::size_t n) : model(1 + 2 * n), labels(n), scores(1 + 2 * n) {}

  std::size_t best(const ParseState& state, const std::vector<bool>* allowed) const {
    std::size_t best = SIZE_MAX;
    for (std::size_t a = 0; a < scores.size(); ++a) {
      if (!state.can(move_of(a)) || (allowed != nullptr && !(*allowed)[a])) continue;
      if (best == SIZE_MAX || scores[a] > scores[best]) best = a;
    }
    return best;
  }

  // Actions of the least cost; an arc that is right must have the right label too.
  std::vector<bool> optimal(const ParseState& state, const Tree& gold) const {
    int costs[3] = {1000000, 1000000, 1000000};
    for (int m = 0; m < 3; ++m) {
      if (state.can(static_cast<Move>(m))) costs[m] = cost(state, gold, static_cast<Move>(m));
    }
    const int least = *std::min_element(costs, costs + 3);
    std::vector<bool> good(scores.size(), false);
    for (std::size_t a = 0; a < good.size(); ++a) {
      const auto move = move_of(a);
      if (costs[static_cast<int>(move)] != least) continue;
      good[a] = true;
      if (move == Move::Shift) continue;
      const auto child = static_cast<std::size_t>(state.stack.back());
      const auto head = move == Move::Left ? state.next : state.stack[state.stack.size() - 2];
      if (gold.heads[child] == head) good[a] = label_of(a) == gold.labels[child];
    }
    return good;
  }

  void learn(const Tree& gold, std::span<const WordFeatures> words, std::span<const std::uint8_t> tags, bool explore, Random& random) {
    ParseState state(static_cast<std::int32_t>(words.size()));
    while (!state.done()) {
      parse_features(state, words, tags, features);
      std::fill(scores.begin(), scores.end(), 0.0F);
      model.score(features, scores.data());
      const auto guess = best(state, nullptr);
      const auto good = optimal(state, gold);
      auto action = guess;
      if (!good[guess]) {
        const auto right = best(state, &good);
        model.update(features, right, guess);
        if (!explore || random.below(10) == 0) action = right;
      }
      model.tick();
      state.apply(action);
    }
  }
};

}  // namespace

void train_parser(const std::vector<ConlluSentence>& sentences, const std::vector<std::vector<std::uint8_t>>& tags,
                  unsigned epochs, std::uint64_t seed, ContainerWriter& out) {
  std::set<std::string> names;
  for (const auto& s : sentences) {
    for (const auto& w : s.words) names.insert(w.deprel);
  }
  const std::vector<std::string> labels(names.begin(), names.end());
  std::vector<Tree> trees;
  std::vector<std::vector<WordFeatures>> words;
  for (const auto& s : sentences) {
    Tree tree;
    auto& features = words.emplace_back();
    for (const auto& w : s.words) {
      tree.heads.push_back(w.head < 0 ? static_cast<std::int32_t>(s.words.size()) : w.head);
      tree.labels.push_back(static_cast<std::uint8_t>(std::lower_bound(labels.begin(), labels.end(), w.deprel) - labels.begin()));
      features.push_back(word_features(w.form));
    }
    tree.heads.push_back(-1);
    trees.push_back(std::move(tree));
  }
  Learner learner(labels.size());
  Random random(seed);
  std::vector<std::size_t> order(trees.size());
  std::iota(order.begin(), order.end(), 0U);
  for (unsigned epoch = 0; epoch < epochs; ++epoch) {
    shuffle(order, random);
    for (const auto i : order) learner.learn(trees[i], words[i], tags[i], epoch > 0, random);
  }
  learner.model.average();
  out.add_bytes("parser.labels", pack_strings(labels));
  learner.model.write(out, "parser", 6);
}

}  // namespace entente::language::train
