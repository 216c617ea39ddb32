#include "extract/shallow/spellings.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "core/base/utf8.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract {
namespace {

// How many of each there are in a word.
struct Counts {
  unsigned letters = 0, upper = 0, digits = 0, marks = 0;
};

std::uint8_t shape_of(std::size_t size, const Counts& has, bool first_upper) {
  unsigned shape = 0;
  if (first_upper) shape |= kCapitalised;
  if (has.letters > 1 && has.upper == has.letters) shape |= kAllCaps;
  if (has.digits > 0) shape |= kHasDigit;
  if (has.digits > 0 && has.digits + has.marks == size) shape |= kAllDigits;
  if (has.letters == 0 && has.digits == 0) shape |= kPunctuation;
  return static_cast<std::uint8_t>(shape);
}

std::uint8_t wide_shape(std::string_view form) {
  Counts has;
  bool first_upper = false;
  std::uint8_t shape = 0;
  for (std::size_t i = 0; i < form.size();) {
    const Decoded at = decode_at(form, i);
    const auto c = static_cast<UChar32>(at.code_point);
    const bool alpha = c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : u_isalpha(c) != 0;
    const bool capital = c < 128 ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0;
    if (alpha && has.letters == 0) first_upper = capital;
    has.letters += alpha;
    has.upper += capital;
    has.digits += c >= '0' && c <= '9';
    has.marks += c == '.' || c == ',' || c == ':';
    if (c == '-' && i > 0 && i + 1 < form.size()) shape |= kHyphenated;
    i += at.size;
  }
  return static_cast<std::uint8_t>(shape | shape_of(form.size(), has, first_upper));
}

// What a byte adds to six counts of eight bits each: they are added up in one number, a word at a time.
enum Count : unsigned { kLetters = 0, kUpper = 8, kDigits = 16, kMarks = 24, kHyphens = 32, kWide = 40 };
constexpr std::size_t kMostAscii = 255;  // longer words would overflow a count

constexpr std::array<std::uint64_t, 256> make_counts() {
  std::array<std::uint64_t, 256> table{};
  const auto one = [](unsigned count) { return std::uint64_t{1} << count; };
  for (unsigned c = 0; c < 256; ++c) {
    if ((c >= 'A' && c <= 'Z')) table[c] = one(kLetters) + one(kUpper);
    else if (c >= 'a' && c <= 'z') table[c] = one(kLetters);
    else if (c >= '0' && c <= '9') table[c] = one(kDigits);
    else if (c == '.' || c == ',' || c == ':') table[c] = one(kMarks);
    else if (c == '-') table[c] = one(kHyphens);
    else if (c >= 128) table[c] = one(kWide);
  }
  return table;
}
constexpr auto kCounts = make_counts();

unsigned count(std::uint64_t sum, Count which) { return sum >> which & 255U; }

bool first_letter_is_upper(std::string_view form) {
  const auto letter = std::find_if(form.begin(), form.end(), [](char c) { return count(kCounts[static_cast<unsigned char>(c)], kLetters) != 0; });
  return letter != form.end() && *letter <= 'Z';
}

}  // namespace

char* Spellings::room(std::size_t size) {
  if (chars_.size() - used_ < size) chars_.resize(std::max(chars_.size() * 2, used_ + size));
  return chars_.data() + used_;
}

// Nearly every word: at most eight ASCII letters, all looked at in one number. `at` must have eight bytes.
bool Spellings::add_short(const char* at, std::size_t size) {
  if constexpr (std::endian::native != std::endian::little) return false;
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  constexpr std::uint64_t kHigh = 0x80 * kEach;
  const std::uint64_t mask = ~std::uint64_t{0} >> (64 - 8 * size);
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  word &= mask;
  const std::uint64_t lower = word | (0x20 * kEach & mask);
  // The high bit of each byte: set by 'a' and what follows it, not by what follows 'z'. No byte carries into the next.
  const std::uint64_t letters = (lower + (0x80 - 'a') * kEach) & ~(lower + (0x80 - 'z' - 1) * kEach) & kHigh;
  if ((word & kHigh) != 0 || letters != (kHigh & mask)) return false;
  std::memcpy(room(sizeof lower), &lower, sizeof lower);
  used_ += size;
  const std::uint64_t upper = ~word & 0x20 * kEach & mask;
  const bool capitals = size > 1 && upper == (0x20 * kEach & mask);
  shape_ = static_cast<std::uint8_t>(kPlain | ((upper & 0x20U) != 0 ? kCapitalised : 0) | (capitals ? kAllCaps : 0));
  return true;
}

bool Spellings::add_ascii(std::string_view form) {
  if (form.size() > kMostAscii) return false;
  char* const out = room(form.size());
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const auto c = static_cast<unsigned char>(form[i]);
    sum += kCounts[c];
    out[i] = static_cast<char>(c + (count(kCounts[c], kUpper) << 5));
  }
  if (count(sum, kWide) != 0) return false;
  used_ += form.size();
  const Counts has{count(sum, kLetters), count(sum, kUpper), count(sum, kDigits), count(sum, kMarks)};
  std::uint8_t shape = shape_of(form.size(), has, has.upper > 0 && first_letter_is_upper(form));
  if (count(sum, kHyphens) > 0 && form.find('-', 1) < form.size() - 1) shape |= kHyphenated;
  if (has.letters == form.size()) shape |= kPlain;
  shape_ = shape;
  return true;
}

void Spellings::add_wide(std::string_view form) {
  wide_.clear();
  append_lower(form, wide_);
  std::copy(wide_.begin(), wide_.end(), room(wide_.size()));
  used_ += wide_.size();
  shape_ = wide_shape(form);
}

void Spellings::read(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
  const std::size_t count = last - first;
  const std::string_view text = analysis.text();
  used_ = 0;
  ends_.resize(count);
  shapes_.resize(count);
  lower_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Span span = analysis.segmentation.tokens[first + i].span;
    const std::string_view form = span.of(text);
    const bool is_short = span.size() - 1U < 8U && span.begin + 8U <= text.size() && add_short(form.data(), form.size());
    if (!is_short && !add_ascii(form)) add_wide(form);
    ends_[i] = static_cast<std::uint32_t>(used_);
    shapes_[i] = shape_;
  }
  for (std::size_t i = 0, begin = 0; i < count; begin = ends_[i++]) lower_[i] = {chars_.data() + begin, ends_[i] - begin};
}

}  // namespace entente::extract
