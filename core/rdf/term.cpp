#include "core/rdf/term.hpp"

#include "core/base/utf8.hpp"
#include "core/rdf/iri.hpp"

namespace entente::rdf {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

void fold(std::string& tag) {
  for (char& c : tag) c = lower(c);
}

// letters{1,8} ("-" letters-or-digits{1,8})*: the outer form that RFC 4647 and Turtle share.
bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;
  bool first = true;
  for (const char raw : tag) {
    const char c = lower(raw);
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
      first = false;
    } else if ((c >= 'a' && c <= 'z') || (!first && c >= '0' && c <= '9')) {
      if (++length > 8) return false;
    } else {
      return false;
    }
  }
  return length != 0;
}

Diagnostic bad(Code code, std::string message) { return {Severity::Error, code, {}, std::move(message)}; }

// Nothing, or what is wrong with it.
std::string iri_fault(std::string_view value) {
  if (!is_plain_iri(value)) {
    if (const auto at = find_forbidden_in_iri(value); at != std::string_view::npos) {
      return "IRI " + to_ntriples({TermKind::Iri, value, {}, {}}) + " holds a forbidden character at byte " + std::to_string(at + 1);
    }
    if (find_invalid_utf8(value)) return "IRI is not valid UTF-8";
  }
  if (scheme_length(value) == 0) return "IRI <" + std::string(value) + "> is not absolute";
  return {};
}

std::string literal_fault(const TermView& term) {
  if (find_invalid_utf8(term.value)) return "Literal is not valid UTF-8";
  if (!term.language.empty() && !is_language_tag(term.language)) {
    return "Language tag \"" + std::string(term.language) + "\" is not well formed";
  }
  if (term.language.empty() && term.datatype == kRdfLangString) return "Literal of type rdf:langString has no language tag";
  return {};
}

bool is_ascii_label(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// PN_CHARS_BASE beyond ASCII (RDF 1.1 Turtle, section 6.5).
bool is_letter_beyond_ascii(char32_t c) {
  constexpr char32_t kRanges[][2] = {{0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},   {0x37F, 0x1FFF},  {0x200C, 0x200D},
                                     {0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
  for (const auto& range : kRanges) {
    if (c >= range[0] && c <= range[1]) return true;
  }
  return false;
}

bool may_follow(char32_t c) { return c == '-' || c == '.' || c == 0xB7 || (c >= 0x300 && c <= 0x36F) || (c >= 0x203F && c <= 0x2040); }

// BLANK_NODE_LABEL as every syntax has it, without the colons that N-Triples alone allows.
bool is_label(std::string_view label) {
  if (label.empty() || label.back() == '.' || find_invalid_utf8(label)) return false;
  for (std::size_t at = 0; at < label.size();) {
    const auto c = decode_at(label, at);
    const bool fits = is_ascii_label(c.code_point) || is_letter_beyond_ascii(c.code_point) || (at > 0 && may_follow(c.code_point));
    if (!fits) return false;
    at += c.size;
  }
  return true;
}

}  // namespace

Term iri(std::string_view value) { return Term(TermView{TermKind::Iri, value, {}, {}}); }
Term blank(std::string_view label) { return Term(TermView{TermKind::Blank, label, {}, {}}); }
Term literal(std::string_view lexical) { return literal(lexical, kXsdString); }

Term literal(std::string_view lexical, std::string_view datatype) {
  return Term(TermView{TermKind::Literal, lexical, datatype, {}});
}

Term lang_literal(std::string_view lexical, std::string_view language) {
  Term term(TermView{TermKind::Literal, lexical, kRdfLangString, language});
  fold(term.language);
  return term;
}

std::optional<Diagnostic> find_fault(const TermView& term) {
  const auto report = [](Code code, std::string fault) -> std::optional<Diagnostic> {
    if (fault.empty()) return std::nullopt;
    return bad(code, std::move(fault));
  };
  switch (term.kind) {
    case TermKind::None: return std::nullopt;
    case TermKind::Iri: return report(Code::RdfBadIri, iri_fault(term.value));
    case TermKind::Blank:
      if (is_label(term.value)) return std::nullopt;
      return bad(Code::RdfBadBlank, "Blank node label \"" + std::string(term.value) + "\" is not well formed");
    case TermKind::Literal: break;
  }
  if (auto fault = report(Code::RdfBadLiteral, literal_fault(term))) return fault;
  if (!term.language.empty() || term.datatype == kXsdString || term.datatype.empty()) return std::nullopt;
  auto fault = iri_fault(term.datatype);
  return report(Code::RdfBadIri, fault.empty() ? fault : "Datatype: " + fault);
}

Result<Done> check(Term& term) {
  if (auto fault = find_fault(term)) return std::move(*fault);
  if (term.kind != TermKind::Literal) return Done{};
  fold(term.language);
  if (!term.language.empty()) term.datatype = kRdfLangString;
  if (term.datatype.empty()) term.datatype = kXsdString;
  return Done{};
}

Result<Term> checked(const TermView& term) {
  Term copy(term);
  if (auto good = check(copy); !good) return good.error();
  return copy;
}

}  // namespace entente::rdf
