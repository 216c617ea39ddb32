// The best dependency tree under scores of single arcs.
#pragma once

#include <cstdint>
#include <vector>

namespace entente::language {

// scores[dependent * (words + 1) + head] for dependents and heads 1 .. words and head 0, the root; entries with
// head = dependent and row 0 are not read. Gives heads[1 .. words] (heads[0] is 0) of the tree with the highest
// sum in which exactly one word hangs on the root (Chu and Liu 1965, Edmonds 1967); ties go to the lower head.
// Almost always quadratic, at worst cubic time.
std::vector<std::uint32_t> best_tree(const std::vector<std::int32_t>& scores, std::uint32_t words);

}  // namespace entente::language
