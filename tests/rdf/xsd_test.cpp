#include "core/rdf/xsd.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace entente::rdf;

namespace {

std::string xsd(std::string_view name) { return "http://www.w3.org/2001/XMLSchema#" + std::string(name); }

bool well_formed(std::string_view lexical, std::string_view type) {
  const std::string datatype = xsd(type);
  return is_well_formed({TermKind::Literal, lexical, datatype, {}});
}

std::partial_ordering order(std::string_view a, std::string_view a_type, std::string_view b, std::string_view b_type) {
  const std::string first = xsd(a_type);
  const std::string second = xsd(b_type);
  return compare(ordered_value({TermKind::Literal, a, first, {}}), ordered_value({TermKind::Literal, b, second, {}}));
}

std::partial_ordering order(std::string_view a, std::string_view b, std::string_view type) { return order(a, type, b, type); }

constexpr auto kLess = std::partial_ordering::less;
constexpr auto kGreater = std::partial_ordering::greater;
constexpr auto kSame = std::partial_ordering::equivalent;
constexpr auto kUnordered = std::partial_ordering::unordered;

}  // namespace

TEST_CASE("lexical forms") {
  struct Row {
    const char* type;
    const char* good;
    const char* bad;
  };
  const Row rows[] = {
      {"integer", "-007", "1.0"}, {"integer", "+0", ""}, {"decimal", ".5", "."}, {"decimal", "-1.", "1e3"},
      {"double", "1e-3", "e3"}, {"double", "-INF", "inf"}, {"float", "NaN", "+NaN"}, {"boolean", "1", "TRUE"},
      {"dateTime", "2024-02-29T23:59:59.5Z", "2023-02-29T00:00:00"}, {"dateTime", "2024-01-01T24:00:00", "2024-01-01T24:00:01"},
      {"dateTime", "-0044-03-15T00:00:00+14:00", "2024-01-01T00:00:00+14:01"}, {"dateTime", "12024-01-01T00:00:00", "02024-01-01T00:00:00"},
      {"dateTimeStamp", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00"}, {"date", "2024-12-31-05:00", "2024-13-01"},
      {"time", "00:00:00.10", "00:00"}, {"gYear", "2024", "24"}, {"gMonth", "--12", "-12"}, {"gDay", "---31", "---32"},
      {"gYearMonth", "2024-02Z", "2024-2"}, {"gMonthDay", "--02-29", "--02-30"}, {"duration", "-P1Y2M3DT4H5M6.7S", "P"},
      {"duration", "PT0S", "P1YT"}, {"yearMonthDuration", "P14M", "P1D"}, {"dayTimeDuration", "P3DT1H", "P1M"},
      {"byte", "-128", "128"}, {"unsignedLong", "18446744073709551615", "18446744073709551616"}, {"positiveInteger", "1", "0"},
      {"nonNegativeInteger", "-0", "-1"}, {"negativeInteger", "-1", "0"}, {"hexBinary", "0aFF", "abc"}, {"base64Binary", "TQ==", "TQ="},
      {"base64Binary", "TWFu TWFu", "TWE==="}, {"language", "en-GB", "english language"}, {"token", "a b", "a  b"},
      {"normalizedString", " a ", "a\tb"}, {"NCName", "a1", "1a"}, {"NMTOKEN", "1a", "a b"}, {"Name", "a:b", ":b c"}};
  for (const Row& row : rows) {
    CHECK_MESSAGE(well_formed(row.good, row.type), row.type << " " << row.good);
    CHECK_MESSAGE(!well_formed(row.bad, row.type), row.type << " " << row.bad);
  }
  CHECK(well_formed("anything", "anyURI"));
}

TEST_CASE("numbers are exact and promoted") {
  CHECK(order("1", "integer", "1.0", "decimal") == kSame);
  CHECK(order("-0", "0.000", "decimal") == kSame);
  CHECK(order("123456789012345678901234567890.1", "123456789012345678901234567890.2", "decimal") == kLess);
  CHECK(order("9", "10", "integer") == kLess);
  CHECK(order("-9", "-10", "integer") == kGreater);
  CHECK(order("0.5", "0.45", "decimal") == kGreater);
  CHECK(order("0.1", "decimal", "0.1", "double") == kSame);
  CHECK(order("0.1", "float", "0.1", "double") == kGreater);
  CHECK(order("16777217", "integer", "16777216", "float") == kSame);
  CHECK(order("NaN", "NaN", "double") == kUnordered);
  CHECK(order("INF", "double", "1", "byte") == kGreater);
  CHECK(order("x", "integer", "1", "integer") == kUnordered);
  CHECK(order("1", "integer", "1", "string") == kUnordered);
}

TEST_CASE("times with and without zone") {
  CHECK(order("2024-01-01T12:00:00Z", "2024-01-01T13:00:00+01:00", "dateTime") == kSame);
  CHECK(order("2024-01-01T24:00:00", "2024-01-02T00:00:00", "dateTime") == kSame);
  CHECK(order("2024-01-01T12:00:00.5", "2024-01-01T12:00:00.49", "dateTime") == kGreater);
  CHECK(order("2024-01-01T12:00:00Z", "2024-01-01T12:00:00", "dateTime") == kUnordered);
  CHECK(order("2024-01-01T12:00:00Z", "2024-01-02T02:00:01", "dateTime") == kLess);
  CHECK(order("2024-01-01T12:00:00Z", "2024-01-02T02:00:00", "dateTime") == kUnordered);
  CHECK(order("2024-01-02T02:00:01", "2024-01-01T12:00:00Z", "dateTime") == kGreater);
  CHECK(order("2024-01-01", "date", "2024-01-01T00:00:00", "dateTime") == kUnordered);
  CHECK(order("2024-01-01", "2023-12-31", "date") == kGreater);
  CHECK(order("-0001-01-01", "0001-01-01", "date") == kLess);
  CHECK(order("23:00:00", "09:30:00", "time") == kGreater);
  CHECK(order("P1Y", "yearMonthDuration", "P13M", "yearMonthDuration") == kLess);
  CHECK(order("P1M", "P30D", "duration") == kUnordered);
  CHECK(order("-PT0.5S", "-PT0.4S", "dayTimeDuration") == kLess);
}

TEST_CASE("strings go by code point") {
  CHECK(order("\xEF\xBD\xA1", "\xF0\x90\x80\x80", "string") == kLess);
  CHECK(order("a", "string", "b", "token") == kLess);
}
