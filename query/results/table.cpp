#include <algorithm>

#include "core/base/utf8.hpp"
#include "query/results.hpp"

namespace entente::query {
namespace {

// Strings without quotes, IRIs with prefixes; line breaks and other controls become spaces.
std::string shown(const rdf::Term& term, const rdf::PrefixMap& prefixes) {
  std::string out;
  switch (term.kind) {
    case rdf::TermKind::None: return out;
    case rdf::TermKind::Iri: out = prefixes.text(term.value); break;
    case rdf::TermKind::Blank: out = "_:" + term.value; break;
    case rdf::TermKind::Literal: out = term.value; break;
  }
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return out;
}

void append_line(std::string& out, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out += cells[i];
    if (i + 1 < cells.size()) out.append(widths[i] - count_code_points(cells[i]) + 2, ' ');
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  out += '\n';
}

}  // namespace

std::string to_table(const Answer& answer, const rdf::PrefixMap& prefixes) {
  if (answer.form == Form::Ask) return answer.boolean ? "yes\n" : "no\n";
  std::vector<std::vector<std::string>> lines{answer.variables};
  for (const auto& row : answer.rows) {
    lines.emplace_back();
    for (const auto& term : row) lines.back().push_back(shown(term, prefixes));
  }
  std::vector<std::size_t> widths(answer.variables.size(), 0);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], count_code_points(line[i]));
  }
  std::string out;
  std::vector<std::string> rule;
  for (const auto width : widths) rule.emplace_back(width, '-');
  append_line(out, lines[0], widths);
  append_line(out, rule, widths);
  for (std::size_t i = 1; i < lines.size(); ++i) append_line(out, lines[i], widths);
  return out;
}

}  // namespace entente::query
