// Runs one compiled pattern at one place.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/rules/program.hpp"
#include "extract/rules/scene.hpp"

namespace entente::extract::rules {

struct Capture {
  std::uint16_t name = 0;   // index into Pattern::captures
  Unit unit;                // the tokens captured; kind Mention etc. if exactly one such unit was captured
};

struct PatternMatch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<Capture> captures;  // in the order in which they were closed
};

enum class Outcome : std::uint8_t { Found, None, Limit };

// A backtracking machine: alternatives are tried in the order in which the pattern gives them, so the first way to
// match is the match. Works in the space of its own vectors, which grow once and are used again; one per thread.
class Matcher {
 public:
  explicit Matcher(const Scene& scene) : scene_(scene) {}

  // Tries `program` at token `start` of the sentence; at most `steps` instructions, counted down.
  Outcome match(const Program& program, std::uint32_t start, Range sentence, std::uint32_t& steps, PatternMatch& out);

 private:
  struct State {
    std::uint32_t pc = 0;
    std::uint32_t at = 0;          // next token; kPending at the start of a path's part
    std::uint32_t head = 0;        // of what was matched last; the path's word while pending
    std::uint32_t trail = 0;       // last entry of trail_
    Unit unit;                     // matched last
    std::uint32_t origin = 0;      // where the part's first unit began
  };
  struct Entry {                   // captures as a linked list, so that backtracking is a plain assignment
    std::uint32_t before = 0;
    std::uint16_t name = 0;
    bool open = false;
    std::uint32_t at = 0;
    Unit unit;
  };
  Outcome run(const Program& program, State start, Range sentence, std::uint32_t& steps, State& end, int depth);
  bool leaf(const Node& node, State& state, Range sentence);
  Outcome look(const Node& node, const Program& part, const State& state, Range sentence, std::uint32_t& steps, int depth);
  Outcome path(const Node& node, const Program& part, State& state, Range sentence, std::uint32_t& steps, int depth);
  void close(std::uint16_t name, State& state);
  void captures(std::uint32_t trail, std::vector<Capture>& out) const;

  const Scene& scene_;
  std::vector<State> stack_;
  std::vector<Entry> trail_;
  std::vector<Unit> units_;
};

}  // namespace entente::extract::rules
