// Cutting lines of tables.
#pragma once

#include <string_view>
#include <vector>

namespace entente::extract {

// The pieces between separators, empty ones too; always at least one. Views into `text`.
inline std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> out;
  while (true) {
    const auto end = text.find(at);
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

}  // namespace entente::extract
