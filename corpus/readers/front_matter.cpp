#include "corpus/readers/front_matter.hpp"

#include <string>
#include <vector>

#include "corpus/readers/metadata.hpp"

namespace entente::corpus {
namespace {

constexpr std::size_t kMostLines = 400;

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// A plain or quoted value; in double quotes "\"" and "\\" are escapes, in single quotes "''" stands for one.
std::string unquoted(std::string_view value) {
  value = trim(value);
  const bool quoted = value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  if (!quoted) return std::string(trim(value.substr(0, value.find(" #"))));
  const char mark = value[0];
  value = value.substr(1, value.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool escape = i + 1 < value.size() &&
                        (mark == '"' ? value[i] == '\\' && (value[i + 1] == '"' || value[i + 1] == '\\') : value[i] == '\'' && value[i + 1] == '\'');
    if (escape) ++i;
    out += value[i];
  }
  return out;
}

// "[a, "b, c"]" in items, or the one value.
std::vector<std::string> values_of(std::string_view value) {
  value = trim(value);
  if (value.empty()) return {};
  if (value.front() != '[' || value.back() != ']') return {unquoted(value)};
  value = value.substr(1, value.size() - 2);
  std::vector<std::string> items;
  char quote = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= value.size(); ++i) {
    if (i == value.size() || (value[i] == ',' && quote == 0)) {
      if (std::string item = unquoted(value.substr(begin, i - begin)); !item.empty()) items.push_back(std::move(item));
      begin = i + 1;
    } else if (quote != 0) {
      if (value[i] == quote) quote = 0;
    } else if (value[i] == '"' || (value[i] == '\'' && trim(value.substr(begin, i - begin)).empty())) {
      quote = value[i];
    }
  }
  return items;
}

// One line at `at`, without its end; `at` moves behind it.
std::string_view take_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

// Where the closing line ends and how many lines stand before it; 0 if there is none.
std::size_t find_end(std::string_view text, std::size_t at) {
  for (std::size_t lines = 0; at < text.size() && lines < kMostLines; ++lines) {
    const std::string_view line = trim(take_line(text, at));
    if (line == "---" || line == "...") return at;
  }
  return 0;
}

}  // namespace

std::size_t read_front_matter(std::string_view text, Metadata& metadata, const Place& place, Diagnostics& diagnostics) {
  std::size_t at = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  if (trim(take_line(text, at)) != "---") return 0;
  const std::size_t end = find_end(text, at);
  if (end == 0) return 0;
  std::string key;
  std::vector<std::string> items;
  Place here = place;
  const auto flush = [&] {
    if (!key.empty()) set_field(metadata, key, items, here, diagnostics);
    key.clear();
    items.clear();
  };
  for (std::uint64_t line_number = 2; at < end; ++line_number) {
    const std::string_view line = take_line(text, at);
    const std::string_view content = trim(line);
    if (content.empty() || content[0] == '#' || content == "---" || content == "...") continue;
    if (content[0] == '-' && !key.empty()) {
      items.push_back(unquoted(content.substr(1)));
      continue;
    }
    const std::size_t colon = content.find(':');
    if (line[0] == ' ' || line[0] == '\t') continue;  // nested: no member of ours
    flush();
    here = place;
    here.line = line_number;
    if (colon == std::string_view::npos) {
      diagnostics.warning(Code::TextBadMetadata, here, "Line of the front matter is no \"key: value\"; it is left out");
      continue;
    }
    key = std::string(trim(content.substr(0, colon)));
    items = values_of(content.substr(colon + 1));
  }
  flush();
  return end;
}

}  // namespace entente::corpus
