#include "extract/gazetteer/entry.hpp"

#include <array>
#include <charconv>

namespace entente::extract {
namespace {

constexpr std::array<std::string_view, 7> kNameKinds{"name",    "acronym", "adjective", "demonym",
                                                     "metonym", "surname", "title"};
constexpr std::array<std::string_view, 7> kLinkKinds{"governmentOf", "capitalOf", "postOf", "holds",
                                                     "memberOf",     "partOf",    "country"};

template <typename E, std::size_t N>
bool find(const std::array<std::string_view, N>& names, std::string_view text, E& out) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] != text) continue;
    out = static_cast<E>(i);
    return true;
  }
  return false;
}

// The number that all of `digits` spell; -1 if they do not.
int number(std::string_view digits) {
  int value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? value : -1;
}

DayNumber first_day(DayNumber day) { return day % 10000 == 0 ? day + 101 : day % 100 == 0 ? day + 1 : day; }
DayNumber last_day(DayNumber day) { return day % 10000 == 0 ? day + 1231 : day % 100 == 0 ? day + 31 : day; }

}  // namespace

std::string_view name_of(NameKind kind) { return kNameKinds[static_cast<std::size_t>(kind)]; }
bool parse_name_kind(std::string_view text, NameKind& out) { return find(kNameKinds, text, out); }
std::string_view name_of(LinkKind kind) { return kLinkKinds[static_cast<std::size_t>(kind)]; }
bool parse_link_kind(std::string_view text, LinkKind& out) { return find(kLinkKinds, text, out); }

DayNumber parse_day(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return 0;
  const int year = number(text.substr(0, 4));
  int month = 0;
  int day = 0;
  if (text.size() >= 7) month = text[4] == '-' ? number(text.substr(5, 2)) : -1;
  if (text.size() == 10) day = text[7] == '-' ? number(text.substr(8, 2)) : -1;
  if (year <= 0 || month < 0 || month > 12 || day < 0 || day > 31) return 0;
  return year * 10000 + month * 100 + day;
}

bool holds_on(DayNumber from, DayNumber until, DayNumber day) {
  return (from == 0 || first_day(from) <= last_day(day)) && (until == 0 || last_day(until) >= first_day(day));
}

}  // namespace entente::extract
