#include "extract/time/items.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }

struct Lead {
  int value = 0;
  std::size_t size = 0;
};

// The number at the beginning, thousands separators left out; at most nine digits.
Lead lead_number(std::string_view form) {
  Lead lead;
  int count = 0;
  for (std::size_t i = 0; i < form.size() && count < 9; ++i) {
    const bool separator = form[i] == ',' && i > 0 && i + 3 < form.size() + 0 && digit(form[i + 1]);
    if (!digit(form[i]) && !separator) break;
    if (digit(form[i])) {
      lead.value = lead.value * 10 + (form[i] - '0');
      ++count;
    }
    lead.size = i + 1;
  }
  return lead;
}

// 1990s, 1990's, '90s, 80s
Item decade_item(int value) {
  if (value % 10 != 0) return {};
  if (value >= 1500 && value < 2100) return {TimeClass::Decade, value / 10};
  if (value >= 20 && value <= 90) return {TimeClass::Decade, (1900 + value) / 10};
  return {};
}

Item word_item(std::string_view form) {
  constexpr std::size_t longest = 14;
  if (form.size() > longest) return {};
  char lower[longest];
  for (std::size_t i = 0; i < form.size(); ++i) lower[i] = upper(form[i]) ? static_cast<char>(form[i] + 32) : form[i];
  const TimeWord word = time_word({lower, form.size()});
  return {word.cls, word.value};
}

}  // namespace

Item numeric_item(std::string_view form) {
  const bool elided = form.front() == '\'';
  const Lead lead = lead_number(elided ? form.substr(1) : form);
  const std::string_view tail = form.substr(lead.size + (elided ? 1 : 0));
  if (tail == "s" || tail == "'s" || tail == "\xE2\x80\x99s") return decade_item(lead.value);
  if (elided) return tail.empty() ? Item{TimeClass::Year, lead.value < 40 ? 2000 + lead.value : 1900 + lead.value} : Item{};
  if (tail.empty()) {
    const bool year = form.size() == 4 && lead.value >= 1000 && lead.value < 2100;
    return {year ? TimeClass::Year : TimeClass::Number, lead.value};
  }
  if (tail == "st" || tail == "nd" || tail == "rd" || tail == "th") return {TimeClass::Ordinal, lead.value};
  const auto count = [&](char c) { return std::count(form.begin(), form.end(), c); };
  if (tail[0] == ':' && lead.value < 25 && tail.size() == 3 && digit(tail[1]) && digit(tail[2])) {
    return {TimeClass::Clock, lead.value * 60 + (tail[1] - '0') * 10 + (tail[2] - '0')};
  }
  if (tail[0] == '-' && lead.size == 4 && count('-') == 2 && form.size() == 10) return {TimeClass::IsoDate, 0};
  if ((tail[0] == '/' && count('/') == 2) || (tail[0] == '.' && count('.') == 2)) return {TimeClass::IsoDate, 1};
  if (tail[0] == '/' && lead.size == 4 && count('/') == 1 && lead.value >= 1000) return {TimeClass::IsoDate, 2};
  if (tail[0] == '.') return {TimeClass::Number, -1};
  return {};
}

bool read_items(std::string_view text, const std::vector<corpus::Token>& tokens, std::uint32_t first, std::uint32_t last,
                const KnownItems& known, std::vector<Item>& items) {
  items.clear();
  bool any = false;
  for (std::uint32_t t = first; t < last; ++t) {
    if (t < known.words.size() && (known.words[t].shape & kPlain) != 0 && known.words[t].form < known.meanings.size()) {
      Item item;
      if (const Symbol form = known.words[t].form; form != 0) item = {static_cast<TimeClass>(known.meanings[form].cls), known.meanings[form].value};
      else item = word_item(tokens[t].span.of(text));
      item.capital = (known.words[t].shape & kCapitalised) != 0;
      item.glued = !tokens[t].space_before;
      const char initial = text[tokens[t].span.begin];
      any = any || is_trigger(item.cls) || (item.cls == TimeClass::Relative && (item.value == -2 || initial == 'c' || initial == 'C')) ||
            (item.cls == TimeClass::Number && item.value == 19);
      items.push_back(item);
      continue;
    }
    std::string_view form = tokens[t].span.of(text);
    const bool mid = form.size() > 5 && (form.substr(0, 4) == "mid-" || form.substr(0, 4) == "Mid-");
    if (mid) form.remove_prefix(4);
    const bool numeric = digit(form[0]) || (form[0] == '\'' && form.size() > 1 && digit(form[1]));
    Item item = numeric ? numeric_item(form) : word_item(form);
    item.digits = numeric;
    item.capital = upper(form[0]);
    item.mid = mid;
    item.glued = !tokens[t].space_before;
    any = any || is_trigger(item.cls) || (item.cls == TimeClass::Relative && (item.value == -2 || form.front() == 'c' || form.front() == 'C')) ||
          (item.cls == TimeClass::Number && !numeric && item.value == 19);
    items.push_back(item);
  }
  return any;
}

}  // namespace entente::extract
