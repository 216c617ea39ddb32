// Comparing words of the text with words in lower case, without making lower-case copies.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace entente::extract {

// True if the two are the same but for the case of `form`'s ASCII letters.
inline bool is_word(std::string_view form, std::string_view lower) {
  const auto same = [](char c, char l) { return (c >= 'A' && c <= 'Z' ? c + 32 : c) == l; };
  return form.size() == lower.size() && std::equal(form.begin(), form.end(), lower.begin(), same);
}

inline bool is_one_of(std::string_view form, std::initializer_list<std::string_view> lower) {
  return std::any_of(lower.begin(), lower.end(), [&](std::string_view word) { return is_word(form, word); });
}

}  // namespace entente::extract
