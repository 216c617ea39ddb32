// How a word of the text is spelled, capitals as they stand (lower_word.hpp looks past them).
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace entente::extract {

inline bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The mark of a possessor: "Kenya's", "the ministers'".
inline bool is_possessive_mark(std::string_view form) { return form == "'s" || form == "’s" || form == "'" || form == "’"; }

}  // namespace entente::extract
