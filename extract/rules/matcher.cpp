#include "extract/rules/matcher.hpp"

#include <algorithm>

namespace entente::extract::rules {
namespace {

constexpr std::uint32_t kPending = UINT32_MAX;

}  // namespace

Outcome Matcher::match(const Program& program, std::uint32_t start, Range sentence, std::uint32_t& steps, PatternMatch& out) {
  stack_.clear();
  trail_.assign(1, {});
  State first;
  first.at = start;
  first.head = start;
  State end;
  const Outcome outcome = run(program, first, sentence, steps, end, 0);
  if (outcome != Outcome::Found) return outcome;
  out.first = start;
  out.last = end.at;
  captures(end.trail, out.captures);
  return outcome;
}

Outcome Matcher::run(const Program& program, State state, Range sentence, std::uint32_t& steps, State& end, int depth) {
  const std::size_t bottom = stack_.size();
  while (true) {
    if (steps == 0) return stack_.resize(bottom), Outcome::Limit;
    --steps;
    const Instruction& now = program.code[state.pc];
    bool alive = true;
    switch (now.op) {
      case Op::Leaf:
        ++state.pc;
        alive = leaf(program.leaves[now.a], state, sentence);
        break;
      case Op::Split: {
        State other = state;
        other.pc = now.b;
        stack_.push_back(other);
        state.pc = now.a;
        break;
      }
      case Op::Jump: state.pc = now.a; break;
      case Op::Open:
        trail_.push_back({state.trail, static_cast<std::uint16_t>(now.a), true, state.at, {}});
        state.trail = static_cast<std::uint32_t>(trail_.size() - 1);
        ++state.pc;
        break;
      case Op::Close:
        close(static_cast<std::uint16_t>(now.a), state);
        ++state.pc;
        break;
      case Op::Start: alive = state.at == sentence.first; ++state.pc; break;
      case Op::End: alive = state.at == sentence.last; ++state.pc; break;
      case Op::Look:
      case Op::Path: {
        const Node& head = program.heads[now.a];
        ++state.pc;
        const Outcome outcome = now.op == Op::Look ? look(head, program.parts[now.a], state, sentence, steps, depth)
                                                   : path(head, program.parts[now.a], state, sentence, steps, depth);
        if (outcome == Outcome::Limit) return stack_.resize(bottom), outcome;
        alive = outcome == Outcome::Found;
        break;
      }
      case Op::Accept:
        end = state;
        stack_.resize(bottom);
        return Outcome::Found;
    }
    if (alive) continue;
    if (stack_.size() == bottom) return Outcome::None;
    state = stack_.back();
    stack_.pop_back();
  }
}

// Takes the first unit that fits and leaves the others on the stack, last one deepest.
bool Matcher::leaf(const Node& node, State& state, Range sentence) {
  const bool pending = state.at == kPending;
  if (!pending && state.at >= sentence.last) return false;
  if (!pending && node.kind == Node::Kind::Token) {
    if (!scene_.fits(node, state.at)) return false;
    state.unit = {state.at, state.at + 1, state.at, UnitKind::Tokens, 0};
    state.head = state.at++;
    return true;
  }
  units_.clear();
  if (pending) scene_.units_headed(node, state.head, sentence, units_);
  else scene_.units_at(node, state.at, sentence, units_);
  if (units_.empty()) return false;
  for (std::size_t i = units_.size(); i-- > 0;) {
    State next = state;
    next.unit = units_[i];
    next.head = units_[i].head;
    next.at = units_[i].last;
    if (pending) next.origin = units_[i].first;
    if (i == 0) state = next;
    else stack_.push_back(next);
  }
  return true;
}

Outcome Matcher::look(const Node& node, const Program& part, const State& state, Range sentence, std::uint32_t& steps, int depth) {
  if (state.at == kPending || depth > 24) return Outcome::None;
  State end;
  Outcome found = Outcome::None;
  if (!node.behind) {
    State begin = state;
    begin.pc = 0;
    found = run(part, begin, sentence, steps, end, depth + 1);
  } else {
    // The part must end where we stand: tried from every start, nearest first, as a range that ends here.
    const std::uint32_t least = state.at > sentence.first + 12 ? state.at - 12 : sentence.first;
    for (std::uint32_t at = state.at + 1; found == Outcome::None && at-- > least;) {
      State begin = state;
      begin.pc = 0;
      begin.at = at;
      found = run(part, begin, {sentence.first, state.at}, steps, end, depth + 1);
      if (found == Outcome::Found && end.at != state.at) found = Outcome::None;
    }
  }
  if (found == Outcome::Limit) return found;
  return (found == Outcome::Found) != node.negated ? Outcome::Found : Outcome::None;
}

Outcome Matcher::path(const Node& node, const Program& part, State& state, Range sentence, std::uint32_t& steps, int depth) {
  if (state.at == kPending || depth > 24) return Outcome::None;
  std::vector<std::uint32_t> words;
  scene_.follow(node.path, state.head, sentence, words);
  for (const auto word : words) {
    State begin = state;
    begin.pc = 0;
    begin.at = kPending;
    begin.head = word;
    State end;
    const Outcome found = run(part, begin, sentence, steps, end, depth + 1);
    if (found == Outcome::Limit) return found;
    if (found == Outcome::None) continue;
    if (node.negated) return Outcome::None;
    state.trail = end.trail;
    return Outcome::Found;
  }
  return node.negated || node.optional ? Outcome::Found : Outcome::None;
}

void Matcher::close(std::uint16_t name, State& state) {
  std::uint32_t depth = 0;
  std::uint32_t at = state.trail;
  for (; at != 0; at = trail_[at].before) {
    if (trail_[at].name != name) continue;
    if (trail_[at].open && depth == 0) break;
    depth = trail_[at].open ? depth - 1 : depth + 1;
  }
  const std::uint32_t first = trail_[at].at == kPending ? state.origin : trail_[at].at;
  Unit unit{first, state.at, state.head, UnitKind::Tokens, 0};
  if (state.unit.first == first && state.unit.last == state.at) unit = state.unit;
  trail_.push_back({state.trail, name, false, 0, unit});
  state.trail = static_cast<std::uint32_t>(trail_.size() - 1);
}

void Matcher::captures(std::uint32_t trail, std::vector<Capture>& out) const {
  out.clear();
  for (; trail != 0; trail = trail_[trail].before)
    if (!trail_[trail].open) out.push_back({trail_[trail].name, trail_[trail].unit});
  std::reverse(out.begin(), out.end());
}

}  // namespace entente::extract::rules
