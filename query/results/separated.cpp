#include "core/rdf/vocabulary.hpp"
#include "query/results.hpp"
#include "query/value.hpp"

namespace entente::query {
namespace {

void append_csv(std::string& out, std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

// Turtle without prefixes; numbers bare where Turtle reads them back as the same term.
void append_tsv(std::string& out, const rdf::Term& term) {
  const auto plain = [&] {
    constexpr std::string_view kDigits = "0123456789";
    const auto sign = term.value.find_first_not_of("+-") == 1 ? 1U : 0U;
    const std::string_view number = std::string_view(term.value).substr(sign);
    if (term.datatype == vocab::xsd::integer) return !number.empty() && number.find_first_not_of(kDigits) == std::string_view::npos;
    if (term.datatype != vocab::xsd::decimal) return false;
    const auto dot = number.find('.');
    return dot != std::string_view::npos && dot + 1 < number.size() && number.substr(0, dot).find_first_not_of(kDigits) == std::string_view::npos &&
           number.substr(dot + 1).find_first_not_of(kDigits) == std::string_view::npos;
  };
  if (term.kind == rdf::TermKind::Literal && plain()) {
    out += term.value;
  } else {
    rdf::append_ntriples(out, term);
  }
}

std::string boolean_text(const Answer& answer) { return answer.boolean ? "true\n" : "false\n"; }

}  // namespace

std::string to_csv(const Answer& answer, const rdf::PrefixMap&) {
  if (answer.form == Form::Ask) return boolean_text(answer);
  std::string out;
  for (std::size_t i = 0; i < answer.variables.size(); ++i) append_csv(i > 0 ? out += ',' : out, answer.variables[i]);
  out += "\r\n";
  for (const auto& row : answer.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      append_csv(out, row[i].kind == rdf::TermKind::Blank ? "_:" + row[i].value : row[i].value);
    }
    out += "\r\n";
  }
  return out;
}

std::string to_tsv(const Answer& answer, const rdf::PrefixMap&) {
  if (answer.form == Form::Ask) return boolean_text(answer);
  std::string out;
  for (std::size_t i = 0; i < answer.variables.size(); ++i) (out += i > 0 ? "\t?" : "?") += answer.variables[i];
  out += '\n';
  for (const auto& row : answer.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) append_tsv(i > 0 ? out += '\t' : out, row[i]);
    out += '\n';
  }
  return out;
}

}  // namespace entente::query
