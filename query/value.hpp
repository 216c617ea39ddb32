// Values of expressions (SPARQL 1.1, section 17): a term with what operators need to know of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/rdf/term.hpp"
#include "query/calendar.hpp"
#include "query/decimal.hpp"

namespace entente::query {

struct Value {
  // Order of the numeric kinds is the order of promotion.
  enum class Kind : std::uint8_t {
    Error, Iri, Blank, String, LangString, Boolean, Integer, Decimal, Float, Double, DateTime, Date, Time, Other
  };
  Kind kind = Kind::Error;
  std::string text;      // IRI, label or lexical form; of computed numbers only after `term`
  std::string datatype;  // literals; kept for derived types such as xsd:int
  std::string language;
  bool boolean = false;
  bool computed = false;    // a number without lexical form yet
  bool ill_formed = false;  // Other: the lexical form does not fit a datatype that is known
  Decimal decimal;          // Integer, Decimal
  double number = 0;        // Float, Double
  Moment moment;            // DateTime, Date, Time

  bool is_error() const { return kind == Kind::Error; }
  bool is_numeric() const { return kind >= Kind::Integer && kind <= Kind::Double; }
  bool is_string() const { return kind == Kind::String || kind == Kind::LangString; }
  bool is_literal() const { return kind >= Kind::String; }
};

Value to_value(const rdf::TermView& term);
rdf::Term to_term(const Value& value);  // TermKind::None for errors

Value error_value();
Value boolean_value(bool value);
Value integer_value(std::int64_t value);
Value decimal_value(const Decimal& value);
Value double_value(double value);
Value float_value(double value);
Value string_value(std::string text);
Value lang_value(std::string text, std::string language);
Value iri_value(std::string text);
double as_double(const Value& number);

// Effective boolean value; nothing is a type error.
std::optional<bool> truth(const Value& value);

// The "=" operator; nothing is a type error (unknown datatypes that differ).
std::optional<bool> equal(const Value& a, const Value& b);
// The "<" family: negative, 0, positive; nothing where the two cannot be compared.
std::optional<int> compare(const Value& a, const Value& b);
// A total order for ORDER BY, MIN and MAX: unbound, blank nodes, IRIs, literals; literals by value where
// possible.
int order(const Value& a, const Value& b);

// Numeric operators with type promotion; an Error value for anything else and for overflow.
Value add(const Value& a, const Value& b);
Value subtract(const Value& a, const Value& b);
Value multiply(const Value& a, const Value& b);
Value divide(const Value& a, const Value& b);
Value negate(const Value& a);

}  // namespace entente::query
