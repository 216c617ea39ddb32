#include "query/results.hpp"

namespace entente::query {
namespace {

void append_string(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20) {
      ((out += "\\u00") += kHex[byte >> 4]) += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_term(std::string& out, const rdf::Term& term) {
  const bool literal = term.kind == rdf::TermKind::Literal;
  out += literal ? R"({"type": "literal", "value": )" : term.kind == rdf::TermKind::Iri ? R"({"type": "uri", "value": )" : R"({"type": "bnode", "value": )";
  append_string(out, term.value);
  if (literal && !term.language.empty()) {
    append_string(out += R"(, "xml:lang": )", term.language);
  } else if (literal && term.datatype != rdf::kXsdString) {
    append_string(out += R"(, "datatype": )", term.datatype);
  }
  out += '}';
}

void append_row(std::string& out, const Answer& answer, const std::vector<rdf::Term>& row) {
  out += '{';
  bool first = true;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].kind == rdf::TermKind::None) continue;
    if (!first) out += ", ";
    first = false;
    append_string(out, answer.variables[i]);
    append_term(out += ": ", row[i]);
  }
  out += '}';
}

}  // namespace

std::string to_json(const Answer& answer, const rdf::PrefixMap&) {
  if (answer.form == Form::Ask) return std::string("{\"head\": {}, \"boolean\": ") + (answer.boolean ? "true" : "false") + "}\n";
  std::string out = "{\"head\": {\"vars\": [";
  for (std::size_t i = 0; i < answer.variables.size(); ++i) {
    if (i > 0) out += ", ";
    append_string(out, answer.variables[i]);
  }
  out += "]},\n \"results\": {\"bindings\": [";
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    out += i == 0 ? "\n  " : ",\n  ";
    append_row(out, answer, answer.rows[i]);
  }
  return out += "\n ]}}\n";
}

}  // namespace entente::query
