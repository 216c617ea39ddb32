// The canonical N-Triples form of terms (RDFC-1.0, "Canonical N-Quads").
#include <array>
#include <cstring>

#include "core/rdf/term.hpp"

namespace entente::rdf {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

// What a byte becomes inside a literal: 0 as it is, 'u' as \u00XX, else backslash and that letter.
constexpr std::array<char, 256> literal_escapes() {
  std::array<char, 256> table{};
  for (unsigned c = 0; c < 0x20; ++c) table[c] = 'u';
  table[0x7F] = 'u';
  table['\b'] = 'b';
  table['\t'] = 't';
  table['\n'] = 'n';
  table['\f'] = 'f';
  table['\r'] = 'r';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}

// IRIs that passed `checked` need none; others are kept readable in messages.
constexpr std::array<char, 256> iri_escapes() {
  std::array<char, 256> table{};
  for (unsigned c = 0; c <= 0x20; ++c) table[c] = 'u';
  for (const char c : {'<', '>', '"', '{', '}', '|', '\\', '^', '`'}) table[static_cast<unsigned char>(c)] = 'u';
  return table;
}

constexpr auto kLiteral = literal_escapes();
constexpr auto kIri = iri_escapes();

constexpr std::uint64_t repeat(unsigned char c) { return 0x0101010101010101ULL * c; }

// True if one of the eight bytes is below 0x20, a quotation mark, a backslash or 0x7F. Bytes above ASCII may raise a
// false alarm only next to such a byte.
bool has_special(std::uint64_t block) {
  const auto zero = [](std::uint64_t v) { return (v - repeat(1)) & ~v & repeat(0x80); };
  const auto low = (block - repeat(0x20)) & ~block & repeat(0x80);
  return (low | zero(block ^ repeat('"')) | zero(block ^ repeat('\\')) | zero(block ^ repeat(0x7F))) != 0;
}

void append_escaped(std::string& out, std::string_view text, const std::array<char, 256>& table) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::uint64_t block = 0;
    while (&table == &kLiteral && i + 8 <= text.size() && (std::memcpy(&block, text.data() + i, 8), !has_special(block))) i += 8;
    if (i == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[i]);
    const char escape = table[byte];
    if (escape == 0) continue;
    out.append(text, done, i - done);
    out += '\\';
    out += escape;
    if (escape == 'u') (((out += '0') += '0') += kHex[byte >> 4]) += kHex[byte & 15];
    done = i + 1;
  }
  out.append(text, done);
}

void append_literal(std::string& out, const TermView& term) {
  out += '"';
  append_escaped(out, term.value, kLiteral);
  out += '"';
  if (!term.language.empty()) {
    (out += '@') += term.language;
  } else if (!term.datatype.empty() && term.datatype != kXsdString) {
    out += "^^<";
    append_escaped(out, term.datatype, kIri);
    out += '>';
  }
}

}  // namespace

void append_ntriples(std::string& out, const TermView& term) {
  switch (term.kind) {
    case TermKind::None: return;
    case TermKind::Literal: return append_literal(out, term);
    case TermKind::Blank: (out += "_:") += term.value; return;
    case TermKind::Iri: break;
  }
  out += '<';
  append_escaped(out, term.value, kIri);
  out += '>';
}

std::string to_ntriples(const TermView& term) {
  std::string out;
  append_ntriples(out, term);
  return out;
}

}  // namespace entente::rdf
