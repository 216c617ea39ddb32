// XML Schema datatypes (XSD 1.1 part 2): which lexical forms they allow, and how their values are ordered.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

#include "core/rdf/term.hpp"

namespace entente::rdf {

// True for the lexical forms of one datatype.
using LexicalCheck = bool (*)(std::string_view lexical);

// nullptr for a datatype that is not known here, or that allows every form. No white space is trimmed.
LexicalCheck lexical_check(std::string_view datatype);

// False for a literal whose lexical form its (known) datatype forbids.
bool is_well_formed(const TermView& literal);

// A literal's value as far as an order needs it; borrows the lexical form.
struct OrderedValue {
  enum class Kind : std::uint8_t { None, Boolean, Decimal, Float, Double, String, DateTime, Date, Time, Year, Month, Day,
                                   YearMonth, MonthDay, Months, Seconds, Duration };
  Kind kind = Kind::None;         // None: ill-formed, or a datatype without an order here
  bool zoned = false;             // date and time kinds
  bool negative = false;          // Decimal, Seconds
  double number = 0;              // Float, Double
  std::int64_t seconds = 0;       // date and time kinds since 1970, durations; Boolean as 0 and 1
  std::int64_t months = 0;        // durations
  std::string_view text;          // String; Decimal: digits before the point without leading zeros
  std::string_view fraction;      // digits after the point without trailing zeros (Decimal, seconds)
};

OrderedValue ordered_value(const TermView& literal);

// As SPARQL's < and =: numbers are promoted, times with and without zone compare only where every zone gives
// the same answer (XSD 3.3.7.1), different kinds do not. `unordered` where there is no answer.
std::partial_ordering compare(const OrderedValue& a, const OrderedValue& b);

}  // namespace entente::rdf
