#include "extract/language/transitions.hpp"

#include <algorithm>

namespace entente::language {

ParseState::ParseState(std::int32_t words)
    : size(words),
      heads(static_cast<std::size_t>(words) + 1, -1),
      labels(static_cast<std::size_t>(words) + 1, 0),
      children(static_cast<std::size_t>(words) + 1) {}

bool ParseState::can(Move move) const {
  if (move == Move::Shift) return next < size;
  if (move == Move::Right) return stack.size() >= 2;
  return next < size ? !stack.empty() : stack.size() == 1;  // one word alone becomes the root's
}

void ParseState::attach(std::int32_t child, std::int32_t head, std::size_t label) {
  heads[static_cast<std::size_t>(child)] = head;
  labels[static_cast<std::size_t>(child)] = static_cast<std::uint8_t>(label);
  auto& of = children[static_cast<std::size_t>(head)];
  auto& side = child < head ? of.left : of.right;
  auto& count = child < head ? of.lefts : of.rights;
  side[1] = side[0];
  side[0] = child;
  if (count < 255) ++count;
}

void ParseState::apply(std::size_t action) {
  if (move_of(action) == Move::Shift) {
    stack.push_back(next++);
    return;
  }
  const auto child = stack.back();
  stack.pop_back();
  attach(child, move_of(action) == Move::Left ? next : stack.back(), label_of(action));
}

void parse_features(const ParseState& state, std::span<const WordFeatures> words, std::span<const std::uint8_t> tags,
                    std::array<std::uint64_t, kParseFeatures>& out) {
  const auto n = static_cast<std::int32_t>(state.stack.size());
  const auto stacked = [&](std::int32_t i) { return i < n ? state.stack[static_cast<std::size_t>(n - 1 - i)] : -1; };
  const auto buffered = [&](std::int32_t i) { return state.next + i <= state.size ? state.next + i : -1; };
  const auto form = [&](std::int32_t i) -> std::uint64_t {
    return i < 0 ? 1 : i == state.size ? 2 : words[static_cast<std::size_t>(i)].lower;
  };
  const auto tag = [&](std::int32_t i) -> std::uint64_t {
    return i < 0 ? 300 : i == state.size ? 301 : tags[static_cast<std::size_t>(i)];
  };
  const auto label = [&](std::int32_t i) -> std::uint64_t { return i < 0 ? 300 : state.labels[static_cast<std::size_t>(i)]; };
  static const ParseState::Children kNone{};
  const auto kids = [&](std::int32_t i) -> const ParseState::Children& {
    return i < 0 ? kNone : state.children[static_cast<std::size_t>(i)];
  };
  const auto s0 = stacked(0), s1 = stacked(1), s2 = stacked(2), b0 = buffered(0), b1 = buffered(1), b2 = buffered(2);
  const auto& k0 = kids(s0);
  const auto& k1 = kids(s1);
  const auto& kb = kids(b0);
  const std::uint64_t near = s0 < 0 ? 0 : static_cast<std::uint64_t>(std::min(b0 - s0, 8));
  const std::uint64_t apart = s1 < 0 ? 0 : static_cast<std::uint64_t>(std::min(s0 - s1, 8));
  const auto fs0 = form(s0), fs1 = form(s1), fb0 = form(b0), fb1 = form(b1);
  const auto ts0 = tag(s0), ts1 = tag(s1), ts2 = tag(s2), tb0 = tag(b0), tb1 = tag(b1), tb2 = tag(b2);
  std::size_t k = 0;
  const auto add = [&](auto... parts) {
    std::uint64_t h = k + 1;
    ((h = mix(h, parts)), ...);
    out[k++] = h;
  };
  add(0);
  add(fs0), add(ts0), add(fs0, ts0), add(fs1), add(ts1), add(fs1, ts1), add(fb0), add(tb0), add(fb0, tb0);
  add(fb1), add(tb1), add(form(b2)), add(tb2), add(ts2), add(form(s2));
  add(ts0, tb0), add(fs0, tb0), add(ts0, fb0), add(fs0, fb0), add(ts0, ts1), add(fs0, ts1), add(ts0, fs1), add(fs0, fs1);
  add(ts0, tb0, tb1), add(tb0, tb1, tb2), add(ts1, ts0, tb0), add(ts2, ts1, ts0), add(ts1, ts0, tb0, tb1), add(tb0, tb1);
  add(ts0, tag(k0.left[0]), tb0), add(ts0, tag(k0.right[0]), tb0), add(ts0, tag(kb.left[0]), tb0), add(ts1, tag(k1.right[0]), ts0);
  add(ts0, label(k0.left[0]), label(k0.right[0])), add(tb0, label(kb.left[0]), label(kb.left[1]));
  add(ts1, label(k1.left[0]), label(k1.right[0])), add(ts0, label(k0.right[0]), label(k0.right[1]));
  add(fs0, label(k0.right[0])), add(fs1, label(k1.right[0])), add(fb0, label(kb.left[0]));
  add(ts0, tb0, near), add(ts0, ts1, apart), add(fs0, near), add(fb0, near);
  add(ts0, k0.lefts, k0.rights), add(tb0, kb.lefts), add(form(k0.right[0]), tb0, ts0);
}

}  // namespace entente::language
