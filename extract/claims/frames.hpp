// The cues of one sentence with their sources and contents, bounded by each other.
#pragma once

#include <span>
#include <vector>

#include "extract/claims/operators.hpp"
#include "extract/rules/run.hpp"

namespace entente::extract::claims {

struct CueMatch {
  const rules::Rule* rule = nullptr;
  Frame frame;
  std::vector<const rules::Match*> spares;  // the matches it stands before, surest first
};

// Keeps of overlapping cues the one whose rule has the higher confidence, then finds source and content of each.
// Where that rule finds no content, the next surest may; cues without content are dropped. In text order.
std::vector<CueMatch> make_frames(const SentenceView& s, std::span<const rules::Match* const> matches);

}  // namespace entente::extract::claims
