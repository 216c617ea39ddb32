// What the network reads of a word: a known word's number, and hashed parts of its spelling.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/features.hpp"

namespace entente::language {

inline constexpr std::uint32_t kUnknownWord = 0;
inline constexpr std::uint32_t kRootWord = 1;     // stands before every sentence, and has no parts
inline constexpr std::size_t kMostParts = 24;     // affixes, shape, form, and up to 15 runs of three characters
inline constexpr std::size_t kFormPart = 0;       // the part that is the whole form

// Hash that the vocabulary is looked up by.
std::uint64_t word_hash(std::string_view form);

// Buckets (below 2^bits) of the form's parts, the whole form first.
void word_parts(std::string_view form, unsigned bits, std::vector<std::uint32_t>& out);

}  // namespace entente::language
