#include "query/results.hpp"

namespace entente::query {
namespace {

// XML 1.0 cannot hold most control characters, not even escaped; they become U+FFFD.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\r': out += "&#13;"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') {
          out += "\xEF\xBF\xBD";
        } else {
          out += c;
        }
    }
  }
  return out;
}

std::string element(const rdf::Term& term) {
  const auto text = escaped(term.value);
  if (term.kind == rdf::TermKind::Iri) return "<uri>" + text + "</uri>";
  if (term.kind == rdf::TermKind::Blank) return "<bnode>" + text + "</bnode>";
  if (!term.language.empty()) return "<literal xml:lang=\"" + escaped(term.language) + "\">" + text + "</literal>";
  if (term.datatype == rdf::kXsdString) return "<literal>" + text + "</literal>";
  return "<literal datatype=\"" + escaped(term.datatype) + "\">" + text + "</literal>";
}

}  // namespace

std::string to_xml(const Answer& answer, const rdf::PrefixMap&) {
  std::string out = "<?xml version=\"1.0\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n  <head>\n";
  for (const auto& name : answer.variables) out += "    <variable name=\"" + escaped(name) + "\"/>\n";
  out += "  </head>\n";
  if (answer.form == Form::Ask) return out += std::string("  <boolean>") + (answer.boolean ? "true" : "false") + "</boolean>\n</sparql>\n";
  out += "  <results>\n";
  for (const auto& row : answer.rows) {
    out += "    <result>\n";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].kind == rdf::TermKind::None) continue;
      out += "      <binding name=\"" + escaped(answer.variables[i]) + "\">" + element(row[i]) + "</binding>\n";
    }
    out += "    </result>\n";
  }
  return out += "  </results>\n</sparql>\n";
}

}  // namespace entente::query
