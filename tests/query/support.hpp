// Small data, a query, and the answer as lines of text.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/rdf/dataset.hpp"
#include "query/query.hpp"

namespace entente::tests {

inline query::Source source_of(const std::string& trig) {
  Diagnostics diagnostics;
  const auto data = rdf::parse("@prefix : <http://e/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n" + trig, rdf::Syntax::TriG, diagnostics);
  REQUIRE_MESSAGE(diagnostics.empty(), to_string(diagnostics.items().front()));
  query::Source source;
  source.graph = rdf::merged_graph(data);
  std::vector<rdf::TermId> names;
  for (const auto& q : data.quads()) {
    if (q.graph != rdf::kNoTerm && (names.empty() || names.back() != q.graph)) names.push_back(q.graph);
  }
  for (const auto name : names) {
    rdf::GraphBuilder builder(source.graph);
    for (const auto& q : data.quads()) {
      if (q.graph == name) builder.add(data.term(q.subject), data.term(q.predicate), data.term(q.object));
    }
    source.named.push_back({rdf::Term(data.term(name)), builder.build()});
  }
  return source;
}

inline rdf::PrefixMap prefixes() {
  rdf::PrefixMap map;
  map.add("", "http://e/");
  map.add("xsd", "http://www.w3.org/2001/XMLSchema#");
  map.add("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  return map;
}

// "<http://e/x>" as ":x", strings in quotes, numbers and booleans bare, "-" for unbound.
inline std::string show(const rdf::Term& term) {
  if (term.kind == rdf::TermKind::None) return "-";
  if (term.kind == rdf::TermKind::Iri) return prefixes().text(term.value);
  for (const char* type : {"integer", "decimal", "double", "boolean"}) {
    if (term.datatype == "http://www.w3.org/2001/XMLSchema#" + std::string(type)) return term.value;
  }
  return rdf::to_ntriples(term);
}

struct Asked {
  std::vector<std::string> lines;  // rows with ", " between columns
  std::string error;
};

inline Asked ask(const query::Source& source, const std::string& text, const std::vector<query::Binding>& prebound = {},
                 query::Limits limits = {}) {
  Asked out;
  const auto parsed = query::parse(text, prefixes());
  if (!parsed) {
    out.error = parsed.error().message;
    return out;
  }
  const auto answer = query::evaluate(*parsed, source, prebound, limits);
  if (!answer) {
    out.error = answer.error().message;
    return out;
  }
  if (answer->form == query::Form::Ask) out.lines.push_back(answer->boolean ? "true" : "false");
  for (const auto& row : answer->rows) {
    std::string line;
    for (const auto& cell : row) line += (line.empty() ? "" : ", ") + show(cell);
    out.lines.push_back(line);
  }
  for (const auto& t : answer->triples) out.lines.push_back(show(t.subject) + " " + show(t.predicate) + " " + show(t.object));
  return out;
}

// The rows sorted, joined by " | "; or the error.
inline std::string sorted(const query::Source& source, const std::string& text, const std::vector<query::Binding>& prebound = {}) {
  auto got = ask(source, text, prebound);
  if (!got.error.empty()) return "error: " + got.error;
  std::sort(got.lines.begin(), got.lines.end());
  std::string out;
  for (const auto& line : got.lines) out += (out.empty() ? "" : " | ") + line;
  return out;
}

// The same in the order given.
inline std::string ordered(const query::Source& source, const std::string& text) {
  const auto got = ask(source, text);
  if (!got.error.empty()) return "error: " + got.error;
  std::string out;
  for (const auto& line : got.lines) out += (out.empty() ? "" : " | ") + line;
  return out;
}

// The value of one expression, without data.
inline std::string value_of(const std::string& expression) {
  query::Limits limits;
  limits.now = "2021-06-15T12:00:00Z";
  const auto got = ask(query::Source{}, "SELECT ?v WHERE { BIND(" + expression + " AS ?v) }", {}, limits);
  return got.error.empty() ? got.lines.at(0) : "error: " + got.error;
}

}  // namespace entente::tests
