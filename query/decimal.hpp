// xsd:integer and xsd:decimal as 128-bit numbers with up to 18 fraction digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::query {

__extension__ typedef __int128 Int128;

// units / 10^scale, scale at most 18, no trailing zero digit in `units` unless scale is 0.
struct Decimal {
  Int128 units = 0;
  int scale = 0;
};

// Lexical forms of xsd:decimal and xsd:integer; nothing where the form is wrong or the number too large.
std::optional<Decimal> parse_decimal(std::string_view text);
std::optional<Decimal> parse_integer(std::string_view text);
std::string to_text(const Decimal& value);              // canonical, without fraction if it has none
double to_double(const Decimal& value);
std::optional<Decimal> from_double(double value);       // exact to 18 fraction digits

// Nothing on overflow or division by zero; quotients are rounded to 18 fraction digits (towards zero).
std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
std::optional<Decimal> divide(const Decimal& a, const Decimal& b);
Decimal negate(const Decimal& a);
int compare(const Decimal& a, const Decimal& b);
Decimal floor(const Decimal& a);
Decimal truncate(const Decimal& a);

}  // namespace entente::query
