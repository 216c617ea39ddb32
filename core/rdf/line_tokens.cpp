// N-Triples and N-Quads (RDF 1.1 N-Triples, section 7). Tokens are cut with memchr, because most bytes of a
// file stand inside IRIs and literals; what is inside them is only looked at by decode_token, and the scanner
// calls that once for each different token of a chunk.
#include "core/rdf/line_tokens.hpp"

#include <cstring>

#include "core/base/utf8.hpp"
#include "core/rdf/iri.hpp"

namespace entente::rdf {
namespace {

bool is_blank_space(char c) { return c == ' ' || c == '\t'; }

const char* skip_space(const char* p, const char* end) {
  while (p < end && is_blank_space(*p)) ++p;
  return p;
}

const char* find(const char* p, const char* end, char c) {
  return static_cast<const char*>(std::memchr(p, c, static_cast<std::size_t>(end - p)));
}

bool is_label_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_tag_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

// Each gives the end of the token that starts at p, or nullptr.
const char* end_of_iri(const char* p, const char* end) {
  const char* close = find(p + 1, end, '>');
  return close == nullptr ? nullptr : close + 1;
}

const char* end_of_blank(const char* p, const char* end) {
  if (end - p < 3 || p[1] != ':') return nullptr;
  const char* q = p + 2;
  while (q < end && is_label_byte(*q)) ++q;
  while (q > p + 2 && q[-1] == '.') --q;
  return q == p + 2 ? nullptr : q;
}

// The first quotation mark that no backslash escapes.
const char* end_of_string(const char* p, const char* end) {
  const char* from = p + 1;
  while (true) {
    const char* quote = find(from, end, '"');
    if (quote == nullptr) return nullptr;
    const char* before = quote;
    while (before > p + 1 && before[-1] == '\\') --before;
    if ((quote - before) % 2 == 0) return quote + 1;
    from = quote + 1;
  }
}

const char* end_of_literal(const char* p, const char* end) {
  const char* q = end_of_string(p, end);
  if (q == nullptr || q == end) return q;
  if (*q == '@') {
    const char* tag = ++q;
    while (q < end && is_tag_byte(*q)) ++q;
    return q == tag ? nullptr : q;
  }
  if (*q != '^') return q;
  return end - q > 3 && q[1] == '^' && q[2] == '<' ? end_of_iri(q + 2, end) : nullptr;
}

struct Cutter {
  const char* p;
  const char* end;
  LineTokens& out;

  bool fail(const char* what) {
    out.fault = what;
    out.fault_at = p;
    return false;
  }

  bool cut(std::size_t slot, const char* stop, const char* what) {
    if (stop == nullptr) return fail(what);
    out.raw[slot] = {p, static_cast<std::size_t>(stop - p)};
    p = skip_space(stop, end);
    return true;
  }

  bool node(std::size_t slot, const char* missing) {
    if (p < end && *p == '<') return cut(slot, end_of_iri(p, end), "IRI has no end");
    if (p < end && *p == '_') return cut(slot, end_of_blank(p, end), "Blank node label is not well formed");
    return fail(missing);
  }

  bool statement(bool quads) {
    if (!node(0, "Expected a subject: an IRI or a blank node")) return false;
    if (p == end || *p != '<') return fail("Expected a predicate: an IRI");
    if (!cut(1, end_of_iri(p, end), "IRI has no end")) return false;
    if (p < end && *p == '"') {
      if (!cut(2, end_of_literal(p, end), "Literal has no end, or a broken tag or datatype")) return false;
    } else if (!node(2, "Expected an object: an IRI, a blank node or a literal")) {
      return false;
    }
    out.raw[3] = {};
    if (quads && p < end && *p != '.' && !node(3, "Expected a graph name or a full stop")) return false;
    if (p == end || *p != '.') return fail("Expected a full stop");
    p = skip_space(p + 1, end);
    return p == end || *p == '#' || fail("Unexpected text after the statement");
  }
};

bool hex_value(std::string_view digits, char32_t& value) {
  value = 0;
  for (const char c : digits) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!digit && !letter) return false;
    value = value * 16 + static_cast<char32_t>(digit ? c - '0' : (c | 32) - 'a' + 10);
  }
  return true;
}

// UCHAR, and ECHAR where `in_string`.
bool unescape(std::string_view text, bool in_string, std::string& out) {
  static constexpr std::string_view kNames = "tbnrf\"'\\";
  static constexpr std::string_view kValues = "\t\b\n\r\f\"'\\";
  out.reserve(out.size() + text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    if (++i == text.size()) return false;
    if (text[i] == 'u' || text[i] == 'U') {
      const std::size_t digits = text[i] == 'u' ? 4 : 8;
      char32_t value = 0;
      if (text.size() - i - 1 < digits || !hex_value(text.substr(i + 1, digits), value)) return false;
      if (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return false;
      append_utf8(out, value);
      i += digits;
      continue;
    }
    const std::size_t name = kNames.find(text[i]);
    if (!in_string || name == std::string_view::npos) return false;
    out += kValues[name];
  }
  return true;
}

bool is_ascii(std::string_view text) {
  unsigned char seen = 0;
  for (const char c : text) seen = static_cast<unsigned char>(seen | static_cast<unsigned char>(c));
  return seen < 0x80;
}

bool decode_iri(std::string_view raw, std::string& buffer, std::string_view& out, std::string& fault) {
  out = raw.substr(1, raw.size() - 2);
  if (out.find('\\') != std::string_view::npos) {
    const std::size_t from = buffer.size();
    if (!unescape(out, false, buffer)) {
      fault = "IRI holds a broken escape";
      return false;
    }
    out = std::string_view(buffer).substr(from);
  }
  if (find_forbidden_in_iri(out) != std::string_view::npos) {
    fault = "IRI holds a forbidden character";
  } else if (scheme_length(out) == 0) {
    fault = "IRI is not absolute";
  } else if (!is_ascii(out) && find_invalid_utf8(out)) {
    fault = "IRI is not valid UTF-8";
  }
  return fault.empty();
}

// Slow path of literals with a language tag: the one factory checks and folds it.
bool decode_language(std::string_view tag, TermView& out, std::string& buffer, std::string& fault) {
  Term term(TermView{TermKind::Literal, "", kRdfLangString, tag});
  if (const auto good = check(term); !good) {
    fault = good.error().message;
    return false;
  }
  const std::size_t from = buffer.size();
  buffer += term.language;
  out.language = std::string_view(buffer).substr(from);
  out.datatype = kRdfLangString;
  return true;
}

bool decode_literal(std::string_view raw, std::string& buffer, TermView& out, std::string& fault) {
  const auto close = static_cast<std::size_t>(end_of_string(raw.data(), raw.data() + raw.size()) - raw.data()) - 1;
  std::string_view text = raw.substr(1, close - 1);
  const std::string_view tail = raw.substr(close + 1);
  out = {TermKind::Literal, text, kXsdString, {}};
  buffer.reserve(2 * raw.size() + 16);  // views into it must stay
  if (text.find('\\') != std::string_view::npos) {
    if (!unescape(text, true, buffer)) {
      fault = "Literal holds a broken escape";
      return false;
    }
    out.value = buffer;
  }
  if (!is_ascii(out.value) && find_invalid_utf8(out.value)) {
    fault = "Literal is not valid UTF-8";
    return false;
  }
  if (tail.empty()) return true;
  if (tail.front() == '@') return decode_language(tail.substr(1), out, buffer, fault);
  if (!decode_iri(tail.substr(2), buffer, out.datatype, fault)) return false;
  if (out.datatype == kRdfLangString) fault = "Literal of type rdf:langString has no language tag";
  return fault.empty();
}

bool decode_blank(std::string_view raw, std::string_view prefix, std::string& buffer, TermView& out, std::string& fault) {
  buffer.assign(prefix).append(raw.substr(2));
  out = {TermKind::Blank, buffer, {}, {}};
  Term term(out);
  if (const auto good = check(term); !good) fault = good.error().message;
  return fault.empty();
}

}  // namespace

LineKind split_line(const char* p, const char* end, bool quads, LineTokens& out) {
  p = skip_space(p, end);
  if (p == end || *p == '#') return LineKind::Empty;
  return Cutter{p, end, out}.statement(quads) ? LineKind::Statement : LineKind::Bad;
}

bool decode_token(std::string_view raw, std::string_view blank_prefix, std::string& buffer, TermView& out, std::string& fault) {
  buffer.clear();
  fault.clear();
  if (raw.front() == '"') return decode_literal(raw, buffer, out, fault);
  if (raw.front() == '_') return decode_blank(raw, blank_prefix, buffer, out, fault);
  out = {TermKind::Iri, {}, {}, {}};
  return decode_iri(raw, buffer, out.value, fault);
}

}  // namespace entente::rdf
