// RDF 1.1 terms, triples and quads as values.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace entente::rdf {

enum class TermKind : std::uint8_t { None, Iri, Blank, Literal };

inline constexpr std::string_view kXsdString = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view kRdfLangString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

// A term that borrows its strings. For literals `datatype` is always set (xsd:string and rdf:langString
// included) and `language` is lower case; for IRIs and blank nodes (label without "_:") both are empty.
struct TermView {
  TermKind kind = TermKind::None;
  std::string_view value;
  std::string_view datatype;
  std::string_view language;

  bool is_iri() const { return kind == TermKind::Iri; }
  bool is_blank() const { return kind == TermKind::Blank; }
  bool is_literal() const { return kind == TermKind::Literal; }
  friend auto operator<=>(const TermView&, const TermView&) = default;
};

// A term that owns its strings. TermKind::None stands for "no graph name" (the default graph).
struct Term {
  TermKind kind = TermKind::None;
  std::string value;
  std::string datatype;
  std::string language;

  Term() = default;
  explicit Term(const TermView& v) : kind(v.kind), value(v.value), datatype(v.datatype), language(v.language) {}
  TermView view() const { return {kind, value, datatype, language}; }
  operator TermView() const { return view(); }
  friend auto operator<=>(const Term&, const Term&) = default;
};

// Factories without checks, for constants and values known to be right.
Term iri(std::string_view value);
Term blank(std::string_view label);
Term literal(std::string_view lexical);                                   // xsd:string
Term literal(std::string_view lexical, std::string_view datatype);
Term lang_literal(std::string_view lexical, std::string_view language);   // folds the tag to lower case

// Checks what RDF 1.1 Concepts demands: absolute IRIs without forbidden characters (RFC 3987), valid UTF-8,
// well-formed language tags (BCP 47). Gives the term, normalised as above, or RD002 / RD003.
// Blank node labels must be such that every syntax can write them (RD004).
Result<Term> checked(const TermView& term);
Result<Done> check(Term& term);  // the same in place; on failure the term is unspecified
// What is wrong with a term that should be right already, or nothing: for writers.
std::optional<Diagnostic> find_fault(const TermView& term);

// N-Triples form, escaped canonically (RDFC-1.0, section 4.4.3 canonical N-Quads).
std::string to_ntriples(const TermView& term);
void append_ntriples(std::string& out, const TermView& term);

struct QuadView {
  TermView subject, predicate, object, graph;
};

struct Quad {
  Term subject, predicate, object, graph;

  Quad() = default;
  explicit Quad(const QuadView& q) : subject(q.subject), predicate(q.predicate), object(q.object), graph(q.graph) {}
  QuadView view() const { return {subject, predicate, object, graph}; }
  friend auto operator<=>(const Quad&, const Quad&) = default;
};

}  // namespace entente::rdf
