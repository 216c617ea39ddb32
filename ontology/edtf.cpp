#include "ontology/edtf.hpp"

#include "core/base/calendar.hpp"
#include "core/rdf/vocabulary.hpp"

namespace entente::ontology {
namespace {

bool digits(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

int number(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

std::string two(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

// "201X" with each X as `digit`.
std::string fill(std::string_view text, char digit) {
  std::string out(text);
  for (char& c : out) {
    if (c == 'X') c = digit;
  }
  return out;
}

// Months of EDTF seasons 21-24 (spring to winter, northern, by quarter) and of plain months.
struct Months {
  int first, last;
};
Months months_of(std::string_view text) {
  if (!digits(text)) return {1, 12};
  const int value = number(text);
  if (value >= 1 && value <= 12) return {value, value};
  switch (value) {
    case 21: return {3, 5};
    case 22: return {6, 8};
    case 23: return {9, 11};
    case 33: return {1, 3};
    case 34: return {4, 6};
    case 35: return {7, 9};
    case 36: return {10, 12};
    default: return {1, 12};
  }
}

DateBounds bounds_of_date(std::string_view text) {
  while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) text.remove_suffix(1);
  if (text.size() < 4) return {};
  const std::string low = fill(text.substr(0, 4), '0');
  const std::string high = fill(text.substr(0, 4), '9');
  if (!digits(low) || text.substr(0, 4) == "XXXX") return {};
  const Months months = months_of(text.size() >= 7 ? text.substr(5, 2) : std::string_view{});
  if (text.size() >= 10 && digits(text.substr(8, 2))) return {std::string(text.substr(0, 10)), std::string(text.substr(0, 10))};
  return {low + "-" + two(months.first) + "-01",
          high + "-" + two(months.last) + "-" + two(days_in_month(number(high), months.last))};
}

}  // namespace

std::string_view date_datatype(std::string_view text) {
  const bool year = text.size() >= 4 && digits(text.substr(0, 4));
  if (year && text.size() == 4) return vocab::xsd::gYear;
  if (year && text.size() == 7 && text[4] == '-' && digits(text.substr(5)) && number(text.substr(5)) <= 12) {
    return vocab::xsd::gYearMonth;
  }
  if (year && text.size() == 10 && text[4] == '-' && text[7] == '-' && digits(text.substr(5, 2)) && digits(text.substr(8))) {
    return vocab::xsd::date;
  }
  return kEdtfDatatype;
}

DateBounds edtf_bounds(std::string_view edtf) {
  const auto slash = edtf.find('/');
  if (slash == std::string_view::npos) return bounds_of_date(edtf);
  return {bounds_of_date(edtf.substr(0, slash)).first, bounds_of_date(edtf.substr(slash + 1)).last};
}

}  // namespace entente::ontology
