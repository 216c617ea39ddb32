// The arc-hybrid transition system (Kuhlmann et al. 2011) with the root behind the last word.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/language/features.hpp"

namespace entente::language {

enum class Move : std::uint8_t { Shift, Left, Right };

// An action is 0 (shift) or 1 + 2*label (left) or 2 + 2*label (right).
constexpr Move move_of(std::size_t action) {
  return action == 0 ? Move::Shift : action % 2 == 1 ? Move::Left : Move::Right;
}
constexpr std::size_t label_of(std::size_t action) { return (action - 1) / 2; }
constexpr std::size_t action_of(Move move, std::size_t label) {
  return move == Move::Shift ? 0 : (move == Move::Left ? 1 : 2) + 2 * label;
}

// One parse under way of `size` words; word `size` is the root.
struct ParseState {
  explicit ParseState(std::int32_t words);

  std::int32_t size;
  std::int32_t next = 0;              // first word of the buffer
  std::vector<std::int32_t> stack;
  std::vector<std::int32_t> heads;    // -1: none yet; size: root
  std::vector<std::uint8_t> labels;
  struct Children {
    std::int32_t left[2] = {-1, -1};  // outermost, next to it
    std::int32_t right[2] = {-1, -1};
    std::uint8_t lefts = 0;
    std::uint8_t rights = 0;
  };
  std::vector<Children> children;

  bool done() const { return next == size && stack.empty(); }
  bool can(Move move) const;
  void apply(std::size_t action);

 private:
  void attach(std::int32_t child, std::int32_t head, std::size_t label);
};

inline constexpr std::size_t kParseFeatures = 48;
// Features of a state; tags are any numbers that stand for the words' tags.
void parse_features(const ParseState& state, std::span<const WordFeatures> words, std::span<const std::uint8_t> tags,
                    std::array<std::uint64_t, kParseFeatures>& out);

}  // namespace entente::language
