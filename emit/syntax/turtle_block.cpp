#include "emit/syntax/turtle_block.hpp"

#include <algorithm>
#include <cstring>

#include "core/rdf/vocabulary.hpp"

namespace entente::emit {
namespace {

constexpr std::size_t kMaxLine = 110;
constexpr std::size_t kMaxColumn = 32;

bool digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_whole(std::string_view text) { return digits(text) && (text.size() == 1 || text[0] != '0'); }

bool is_integer(std::string_view text) {
  if (text.substr(0, 1) != "-") return is_whole(text);
  return is_whole(text.substr(1)) && text != "-0";
}

// One fraction digit at least, no trailing zero but in ".0".
bool is_decimal(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return false;
  const auto fraction = text.substr(dot + 1);
  const auto whole = text.substr(text[0] == '-' ? 1 : 0, dot - (text[0] == '-' ? 1 : 0));
  return is_whole(whole) && digits(fraction) && (fraction.size() == 1 || fraction.back() != '0') && text != "-0.0";
}

bool is_double(std::string_view text) {
  const auto e = text.find('E');
  return e != std::string_view::npos && is_decimal(text.substr(0, e)) && is_integer(text.substr(e + 1)) &&
         text.substr(0, e).find('.') == (text[0] == '-' ? 2U : 1U);
}

// Most texts are shorter than 32 bytes: two copies of fixed size, which may overlap, need no call.
char* copy(char* to, std::string_view text) {
  const std::size_t n = text.size();
  if (n > 32 || n < 4) {
    std::memcpy(to, text.data(), n);
  } else if (n >= 16) {
    std::memcpy(to, text.data(), 16);
    std::memcpy(to + n - 16, text.data() + n - 16, 16);
  } else if (n >= 8) {
    std::memcpy(to, text.data(), 8);
    std::memcpy(to + n - 8, text.data() + n - 8, 8);
  } else {
    std::memcpy(to, text.data(), 4);
    std::memcpy(to + n - 4, text.data() + n - 4, 4);
  }
  return to + n;
}

// Gaps are short: one copy of fixed size, of which the first bytes count. The row's room has kSlack bytes to spare.
constexpr char kBlanks[] = "                                                ";
constexpr std::size_t kSlack = sizeof kBlanks - 1;

char* fill(char* to, std::size_t blanks) {
  if (blanks <= kSlack) {
    std::memcpy(to, kBlanks, kSlack);
  } else {
    std::memset(to, ' ', blanks);
  }
  return to + blanks;
}

// A literal, whose size the compiler knows.
template <std::size_t N>
char* mark(char* to, const char (&text)[N]) {
  std::memcpy(to, text, N - 1);
  return to + N - 1;
}

void append_iri(std::string& out, std::string_view iri, const rdf::PrefixMap& prefixes) {
  if (const auto name = prefixes.shorten(iri)) {
    ((out += name->prefix) += ':') += name->local;
  } else {
    ((out += '<') += iri) += '>';
  }
}

}  // namespace

bool is_bare(const rdf::TermView& term) {
  namespace xsd = vocab::xsd;
  if (term.datatype == xsd::integer) return is_integer(term.value);
  if (term.datatype == xsd::decimal) return is_decimal(term.value);
  if (term.datatype == xsd::double_) return is_double(term.value);
  return term.datatype == xsd::boolean_ && (term.value == "true" || term.value == "false");
}

void append_prefixes(std::string& out, const rdf::PrefixMap& prefixes) {
  std::size_t width = 0;
  for (const auto& [prefix, name_space] : prefixes.all()) width = std::max(width, prefix.size());
  for (const auto& [prefix, name_space] : prefixes.all()) {
    ((out += "@prefix ") += prefix) += ':';
    out.append(width - prefix.size() + 1, ' ');
    ((out += '<') += name_space) += "> .\n";
  }
}

void append_turtle(std::string& out, const rdf::TermView& term, const rdf::PrefixMap& prefixes) {
  if (term.is_iri()) return append_iri(out, term.value, prefixes);
  if (!term.is_literal()) return rdf::append_ntriples(out, term);
  if (is_bare(term)) {
    out += term.value;
    return;
  }
  const bool typed = term.language.empty() && term.datatype != rdf::kXsdString;
  rdf::append_ntriples(out, {term.kind, term.value, rdf::kXsdString, term.language});
  if (typed) append_iri(out += "^^", term.datatype, prefixes);
}

void append_verb(std::string& out, const rdf::TermView& predicate, const rdf::PrefixMap& prefixes) {
  if (predicate.value == vocab::rdf::type) {
    out += 'a';
  } else {
    append_turtle(out, predicate, prefixes);
  }
}

void TurtleBlock::put(const Text& predicate, const Text& object) {
  const bool same = !rows_.empty() && (rows_.back().predicate.data == predicate.data || rows_.back().predicate.view() == predicate.view());
  if (!same) rows_.push_back({predicate, objects_.size(), 0});
  ++rows_.back().count;
  objects_.push_back(object);
}

// At least as many bytes as write_row() needs.
inline std::size_t TurtleBlock::room_for(const Row& row) const {
  std::size_t room = 2 * indent_ + 2 * kMaxColumn + row.predicate.size + 16 + kSlack;
  const std::size_t column = indent_ + 6 + std::max<std::size_t>(kMaxColumn, row.predicate.size);
  for (std::size_t i = 0; i < row.count; ++i) room += objects_[row.first + i].size + (row.count > 1 ? column + 2 : 0);
  return room;
}

inline char* TurtleBlock::write_row(char* to, const Row& row, std::size_t width) const {
  const std::size_t used = row.predicate.width;
  const std::size_t gap = used < width ? width - used + 1 : 1;
  to = fill(to, indent_ + 4);
  to = copy(to, row.predicate.view());
  to = fill(to, gap);
  to = copy(to, objects_[row.first].view());
  return row.count == 1 ? to : write_others(to, row, indent_ + 4 + row.predicate.size + gap);
}

// The row's objects behind the first: on the same line if they all fit, else each on its own.
char* TurtleBlock::write_others(char* to, const Row& row, std::size_t column) const {
  std::size_t total = column;
  for (std::size_t i = 0; i < row.count; ++i) total += objects_[row.first + i].width + std::size_t{2};
  for (std::size_t i = 1; i < row.count; ++i) {
    to = total > kMaxLine ? fill(mark(to, ",\n"), column) : mark(to, ", ");
    to = copy(to, objects_[row.first + i].view());
  }
  return to;
}

// `a` first; gives the width of the column of predicates.
inline std::size_t TurtleBlock::arrange() {
  auto front = rows_.begin();
  std::size_t width = 0;
  for (auto row = rows_.begin(); row != rows_.end(); ++row) {
    width = std::max(width, std::min<std::size_t>(kMaxColumn, row->predicate.size));
    if (row->predicate.view() == "a") std::rotate(front++, row, row + 1);
  }
  return width;
}

void TurtleBlock::append_rows(std::string& out) {
  const std::size_t width = arrange();
  std::size_t room = 0;
  for (const Row& row : rows_) room += room_for(row);
  if (room > buffer_size_) {
    buffer_size_ = 2 * room;
    buffer_ = std::make_unique_for_overwrite<char[]>(buffer_size_);
  }
  char* to = buffer_.get();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (i > 0) to = mark(to, " ;\n");
    to = write_row(to, rows_[i], width);
  }
  out.append(buffer_.get(), to);
}

void TurtleBlock::append(std::string& out) {
  out.append(indent_, ' ');
  (out += subject_.view()) += '\n';
  append_rows(out);
  out += " .\n";
  rows_.clear();
  objects_.clear();
}

}  // namespace entente::emit
