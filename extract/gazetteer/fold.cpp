// Folding is one pass with a table look-up per code point: the table (U+0000 to U+024F, Latin Extended
// Additional) is filled once from Unicode's canonical decompositions; anything else goes through ICU.
#include "extract/gazetteer/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>

#include "core/base/utf8.hpp"

namespace entente::extract {
namespace {

constexpr std::size_t kMaxUnits = 16;

// Letters that have no decomposition but are written with plain letters abroad.
std::string_view spelled(char32_t c) {
  switch (c) {
    case U'ß': case U'ẞ': return "ss";
    case U'æ': case U'Æ': return "ae";
    case U'œ': case U'Œ': return "oe";
    case U'ø': case U'Ø': return "o";
    case U'ł': case U'Ł': return "l";
    case U'đ': case U'Đ': case U'ð': case U'Ð': return "d";
    case U'þ': case U'Þ': return "th";
    case U'ı': case U'İ': return "i";
    case U'ə': case U'Ə': return "a";
    default: return {};
  }
}

bool is_dropped(char32_t c) {
  return c == '\'' || c == '.' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB || c == 0x02BF ||
         c == 0x02BE || c == '`' || c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

bool is_cut(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

std::string fold_by_icu(char32_t c) {
  if (const auto plain = spelled(c); !plain.empty()) return std::string(plain);
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkd = unorm2_getNFKDInstance(&status);
  std::array<UChar, 32> decomposed{};
  const int size = U_SUCCESS(status)
                       ? unorm2_getDecomposition(nfkd, static_cast<UChar32>(c), decomposed.data(), 32, &status)
                       : -1;
  std::string out;
  if (size <= 0 || U_FAILURE(status)) {
    if ((U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) == 0) {
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
    return out;
  }
  for (int i = 0; i < size;) {
    UChar32 part = 0;
    U16_NEXT(decomposed.data(), i, size, part);
    if ((U_MASK(u_charType(part)) & U_GC_M_MASK) != 0) continue;
    append_utf8(out, static_cast<char32_t>(u_tolower(part)));
  }
  return out;
}

struct Table {
  std::array<std::string, 0x250> low;
  Table() {
    for (char32_t c = 0; c < low.size(); ++c) low[c] = c < 0x80 ? std::string(1, static_cast<char>(c)) : fold_by_icu(c);
    for (char32_t c = U'A'; c <= U'Z'; ++c) low[c] = std::string(1, static_cast<char>(c + 32));
  }
};

void append_folded(std::string& out, char32_t c) {
  static const Table table;
  if (c < table.low.size()) {
    out += table.low[c];
  } else {
    out += fold_by_icu(c);
  }
}

bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(static_cast<UChar32>(c)) != 0; }

// "organisation" and "organization" are one word.
void americanise(std::string& buffer, std::size_t begin) {
  const std::size_t size = buffer.size() - begin;
  if (size < 9) return;
  const std::string_view word(buffer.data() + begin, size);
  for (const std::string_view tail : {"isation", "isations", "isational"}) {
    if (word.ends_with(tail)) buffer[buffer.size() - tail.size() + 1] = 'z';
  }
}

struct UnitBuilder {
  std::string& buffer;
  std::vector<Unit>& units;
  std::size_t first_unit;
  std::size_t begin;
  unsigned uppers = 0;
  unsigned lowers = 0;
  bool capital = false;
  bool seen = false;

  void add(char32_t c) {
    const bool upper = is_upper(c);
    if (!seen) capital = upper || (c >= '0' && c <= '9');
    seen = true;
    uppers += upper ? 1 : 0;
    lowers += is_lower(c) ? 1 : 0;
    append_folded(buffer, c);
  }

  void close() {
    if (buffer.size() > begin && units.size() - first_unit < kMaxUnits) {
      americanise(buffer, begin);
      const std::uint8_t shape = static_cast<std::uint8_t>((capital ? kUnitCapital : 0) |
                                                           (uppers >= 2 && lowers == 0 ? kUnitAllCaps : 0) |
                                                           (uppers + lowers > 0 ? kUnitLetters : 0));
      units.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(buffer.size() - begin), shape});
    } else {
      buffer.resize(begin);
    }
    begin = buffer.size();
    uppers = lowers = 0;
    capital = seen = false;
  }
};

}  // namespace

namespace {

// A token of ASCII letters is one unit that only changes its case; false if it is another one.
bool fold_letters(std::string_view token, std::string& buffer, std::vector<Unit>& units) {
  const std::size_t begin = buffer.size();
  std::size_t uppers = 0;
  for (const char c : token) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z')) return buffer.resize(begin), false;
    uppers += upper;
    buffer += static_cast<char>(c + (upper ? 32 : 0));
  }
  if (token.empty()) return true;
  americanise(buffer, begin);
  const unsigned shape = kUnitLetters | (token[0] <= 'Z' ? unsigned{kUnitCapital} : 0U) |
                         (uppers >= 2 && uppers == token.size() ? unsigned{kUnitAllCaps} : 0U);
  units.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(token.size()), static_cast<std::uint8_t>(shape)});
  return true;
}

}  // namespace

void fold_units(std::string_view token, std::string& buffer, std::vector<Unit>& units) {
  if (fold_letters(token, buffer, units)) return;
  UnitBuilder builder{buffer, units, units.size(), buffer.size()};
  if (token == ".") {  // the end of a sentence is not the full stop of an abbreviation
    buffer += '.';
    units.push_back({static_cast<std::uint32_t>(buffer.size() - 1), 1, 0});
    return;
  }
  for (std::size_t i = 0; i < token.size();) {
    const auto byte = static_cast<unsigned char>(token[i]);
    const Decoded d = byte < 0x80 ? Decoded{byte, 1} : decode_at(token, i);
    i += d.size;
    if (is_cut(d.code_point)) {
      builder.close();
    } else if (!is_dropped(d.code_point)) {
      builder.add(d.code_point);
    }
  }
  builder.close();
}

namespace {

enum class Part : std::uint8_t { Word, Space, Mark };

constexpr std::array<Part, 256> make_parts() {
  std::array<Part, 256> parts{};
  for (const unsigned char c : std::string_view(" \t\n")) parts[c] = Part::Space;
  for (const unsigned char c : std::string_view(",:;()[]\"!?/")) parts[c] = Part::Mark;
  return parts;
}
constexpr auto kParts = make_parts();

Part part_of(char c) { return kParts[static_cast<unsigned char>(c)]; }

// Calls `use(folded word, shape)` for each unit of running text.
template <typename Use>
void for_folded(std::string_view name, Use use) {
  thread_local std::string buffer;  // names are folded by the thousand: the space stays
  thread_local std::vector<Unit> units;
  const auto flush = [&](std::string_view piece) {
    buffer.clear();
    units.clear();
    fold_units(piece, buffer, units);
    for (const Unit& u : units) use(std::string_view(buffer).substr(u.text_begin, u.text_size), u.shape);
  };
  const auto possessive = [](std::string_view piece) -> std::size_t {
    for (const std::string_view tail : {"'s", "’s", "'S", "’S"}) {
      if (piece.size() > tail.size() && piece.ends_with(tail)) return tail.size();
    }
    return 0;
  };
  const auto word = [&](std::string_view piece) {
    const std::size_t tail = possessive(piece);
    flush(piece.substr(0, piece.size() - tail));
    if (tail > 0) flush("s");
  };
  for (std::size_t i = 0; i < name.size();) {
    switch (part_of(name[i])) {
      case Part::Space: ++i; break;
      case Part::Mark: flush(name.substr(i++, 1)); break;
      case Part::Word: {
        const std::size_t begin = i;
        while (i < name.size() && part_of(name[i]) == Part::Word) ++i;
        word(name.substr(begin, i - begin));
      }
    }
  }
}

}  // namespace

std::vector<std::string> fold_name(std::string_view name, std::vector<std::uint8_t>* shapes) {
  std::vector<std::string> words;
  for_folded(name, [&](std::string_view word, std::uint8_t shape) {
    words.emplace_back(word);
    if (shapes != nullptr) shapes->push_back(shape);
  });
  return words;
}

void append_fold_key(std::string_view name, std::string& out) {
  const std::size_t begin = out.size();
  for_folded(name, [&](std::string_view word, std::uint8_t) {
    if (out.size() > begin) out += ' ';
    out += word;
  });
}

std::string fold_key(std::string_view name) {
  std::string key;
  key.reserve(name.size() + 4);
  append_fold_key(name, key);
  return key;
}

bool starts_upper(std::string_view token) { return !token.empty() && is_upper(decode_at(token, 0).code_point); }

bool is_all_caps(std::string_view token) {
  unsigned uppers = 0;
  for (std::size_t i = 0; i < token.size();) {
    const Decoded d = decode_at(token, i);
    i += d.size;
    if (is_lower(d.code_point)) return false;
    uppers += is_upper(d.code_point) ? 1 : 0;
  }
  return uppers >= 2;
}

}  // namespace entente::extract
