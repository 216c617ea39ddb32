// Words made comparable: case, diacritics, apostrophes, hyphens and full stops folded away.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// Raised when fold_units gives different results, so that cached gazetteers are rebuilt.
inline constexpr std::uint32_t kFoldVersion = 1;

enum UnitShape : std::uint8_t {
  kUnitCapital = 1,  // starts with an upper-case letter (or with a digit: nothing to ask for)
  kUnitAllCaps = 2,  // two letters or more, all upper case
  kUnitLetters = 4,  // holds a letter
};

// One comparable part of a token. `begin` is a byte of the token where the part starts.
struct Unit {
  std::uint32_t text_begin = 0;  // into the buffer that fold_units appends to
  std::uint32_t text_size = 0;
  std::uint8_t shape = 0;
};

// Cuts `token` at hyphens and dashes inside it and appends each part's folded letters to `buffer`: lower case,
// no diacritics ("Erdoğan" as "erdogan"), no apostrophes and full stops ("U.S." as "us", "'s" as "s"), British
// "-isation" as "-ization". A token of hyphens and apostrophes alone gives no unit; other punctuation stands
// for itself. `token` is valid UTF-8. At most 16 units a token; more are dropped.
void fold_units(std::string_view token, std::string& buffer, std::vector<Unit>& units);

// The units of running text (a name): fold_units over its words, possessive "'s" as a word of its own.
std::vector<std::string> fold_name(std::string_view name, std::vector<std::uint8_t>* shapes = nullptr);

// The units joined with a space: a key under which spellings of one name meet.
std::string fold_key(std::string_view name);
void append_fold_key(std::string_view name, std::string& out);

// True if the first code point is an upper-case or title-case letter.
bool starts_upper(std::string_view token);
// True if there are at least two letters and none of them is lower case.
bool is_all_caps(std::string_view token);

}  // namespace entente::extract
