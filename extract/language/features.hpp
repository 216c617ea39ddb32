// What the models see of one word by itself: hashes of its form and of its parts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::language {

// Spreads the bits of a value: a feature's hash is built by chaining it.
constexpr std::uint64_t mix(std::uint64_t h) {
  h = (h ^ (h >> 32)) * 0xD6E8FEB86659FD93ULL;
  return h ^ (h >> 32);
}
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) { return mix(a * 0x9E3779B97F4A7C15ULL + b); }

// The form as the models read it: typographic quotation marks and apostrophes as ASCII ones, dashes as one
// kind, at most 64 bytes (cut between code points).
std::string normalize_form(std::string_view form);
// ASCII and Latin-1 letters lowered, everything else kept.
std::string lower_form(std::string_view form);
// "Xxx-00" with runs longer than two cut short: X upper, x lower, 0 digit, others as they are; bytes above
// ASCII are letters.
std::string shape_of(std::string_view form);

struct WordFeatures {
  std::uint64_t form = 0;
  std::uint64_t lower = 0;
  std::uint64_t shape = 0;
  std::uint64_t prefix[3] = {};  // first 1, 2, 3 characters of the lower form
  std::uint64_t suffix[4] = {};  // last 1 to 4
};
WordFeatures word_features(std::string_view form);

// Hash of the form as it is, for memos.
std::uint64_t form_key(std::string_view form);

}  // namespace entente::language
