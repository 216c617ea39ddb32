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
inline constexpr std::uint32_t kTextWord = 2;     // the embedding of words that only plain text knows
inline constexpr std::uint32_t kFirstWord = 3;    // of the vocabulary
inline constexpr std::size_t kMostParts = 24;     // affixes, shape, form, and up to 14 runs of three characters
inline constexpr std::size_t kFormPart = 0;       // the part that is the whole form

// Hash that the vocabulary is looked up by.
std::uint64_t word_hash(std::string_view form);

// How a sentence is written, which tells what capitals mean in it.
enum class Style : std::uint8_t {
  Running,      // capitals as in running text
  NoLetters,
  AllCapitals,
  Title,        // nearly every longer word begins with a capital
  NoCapitals,
};
Style style_of(std::span<const std::string_view> sentence);

// Buckets (below 2^bits) of the form's parts, the whole form first.
void word_parts(std::string_view form, Style style, unsigned bits, std::vector<std::uint32_t>& out);

}  // namespace entente::language
