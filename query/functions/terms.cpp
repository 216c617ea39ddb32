// Functions on terms (17.4.2).
#include "core/rdf/iri.hpp"
#include "query/functions.hpp"

namespace entente::query {
namespace {

using Kind = Value::Kind;
using Args = std::span<const Value>;

Value str(Args a, CallContext&) {
  if (a[0].kind == Kind::Blank) return error_value();
  return string_value(to_term(a[0]).value);
}

Value lang(Args a, CallContext&) { return a[0].is_literal() ? string_value(a[0].language) : error_value(); }
Value datatype(Args a, CallContext&) { return a[0].is_literal() ? iri_value(a[0].datatype) : error_value(); }

Value iri(Args a, CallContext& context) {
  if (a[0].kind == Kind::Iri) return a[0];
  if (a[0].kind != Kind::String) return error_value();
  auto text = rdf::resolve(context.base, a[0].text);
  return rdf::checked(rdf::iri(text)) ? iri_value(std::move(text)) : error_value();
}

// BNODE("x") is the same node within one solution only.
Value bnode(Args a, CallContext& context) {
  if (!a.empty() && a[0].kind != Kind::String) return error_value();
  const auto fresh = [&] { return "query-" + std::to_string(++context.blank_count); };
  Value v;
  v.kind = Kind::Blank;
  if (a.empty()) {
    v.text = fresh();
    return v;
  }
  auto& label = context.blanks[a[0].text];
  if (label.empty()) label = fresh();
  v.text = label;
  return v;
}

Value strdt(Args a, CallContext&) {
  if (a[0].kind != Kind::String || a[1].kind != Kind::Iri) return error_value();
  const auto term = rdf::checked(rdf::literal(a[0].text, a[1].text));
  return term ? to_value(*term) : error_value();
}

Value strlang(Args a, CallContext&) {
  if (a[0].kind != Kind::String || a[1].kind != Kind::String || a[1].text.empty()) return error_value();
  const auto term = rdf::checked(rdf::lang_literal(a[0].text, a[1].text));
  return term ? to_value(*term) : error_value();
}

std::string hex(CallContext& context, int digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (int i = 0; i < digits; ++i) out += kDigits[context.random() >> 60];
  return out;
}

// Version 4 by its bits, from the evaluation's own generator.
std::string uuid_text(CallContext& c) {
  const std::string variant(1, "89ab"[c.random() >> 62]);
  return hex(c, 8) + '-' + hex(c, 4) + "-4" + hex(c, 3) + '-' + variant + hex(c, 3) + '-' + hex(c, 12);
}

Value uuid(Args, CallContext& context) { return iri_value("urn:uuid:" + uuid_text(context)); }
Value struuid(Args, CallContext& context) { return string_value(uuid_text(context)); }
Value same_term(Args a, CallContext&) { return boolean_value(to_term(a[0]) == to_term(a[1])); }
Value is_iri(Args a, CallContext&) { return boolean_value(a[0].kind == Kind::Iri); }
Value is_blank(Args a, CallContext&) { return boolean_value(a[0].kind == Kind::Blank); }
Value is_literal(Args a, CallContext&) { return boolean_value(a[0].is_literal()); }
Value is_numeric(Args a, CallContext&) { return boolean_value(a[0].is_numeric()); }

constexpr Function kFunctions[] = {
    {"STR", 1, 1, &str},          {"LANG", 1, 1, &lang},          {"DATATYPE", 1, 1, &datatype}, {"IRI", 1, 1, &iri},
    {"URI", 1, 1, &iri},          {"BNODE", 0, 1, &bnode},        {"STRDT", 2, 2, &strdt},       {"STRLANG", 2, 2, &strlang},
    {"UUID", 0, 0, &uuid},        {"STRUUID", 0, 0, &struuid},    {"SAMETERM", 2, 2, &same_term}, {"ISIRI", 1, 1, &is_iri},
    {"ISURI", 1, 1, &is_iri},     {"ISBLANK", 1, 1, &is_blank},   {"ISLITERAL", 1, 1, &is_literal}, {"ISNUMERIC", 1, 1, &is_numeric},
};

}  // namespace

std::span<const Function> term_functions() { return kFunctions; }

}  // namespace entente::query
