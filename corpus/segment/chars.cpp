#include "corpus/segment/chars.hpp"

#include "core/base/utf8.hpp"

namespace entente::corpus::detail {

namespace {

constexpr std::array<CharClass, 128> make_ascii() {
  std::array<CharClass, 128> t{};
  for (std::size_t i = 0; i < t.size(); ++i) t[i] = i <= ' ' || i == 127 ? CharClass::Space : CharClass::Symbol;
  for (char c = 'a'; c <= 'z'; ++c) t[static_cast<std::size_t>(c)] = CharClass::Lower;
  for (char c = 'A'; c <= 'Z'; ++c) t[static_cast<std::size_t>(c)] = CharClass::Upper;
  for (char c = '0'; c <= '9'; ++c) t[static_cast<std::size_t>(c)] = CharClass::Digit;
  for (char c : {'.', '?', '!'}) t[static_cast<std::size_t>(c)] = CharClass::Terminator;
  for (char c : {',', ';', ':'}) t[static_cast<std::size_t>(c)] = CharClass::Comma;
  for (char c : {'(', '[', '{'}) t[static_cast<std::size_t>(c)] = CharClass::Open;
  for (char c : {')', ']', '}'}) t[static_cast<std::size_t>(c)] = CharClass::Close;
  for (char c : {'\'', '`'}) t[static_cast<std::size_t>(c)] = CharClass::Apostrophe;
  t['-'] = CharClass::Dash;
  t['"'] = CharClass::DoubleQuote;
  return t;
}

struct Range {
  char32_t first, last;
  CharClass cls;
};

// Ascending; what lies between ranges is a letter without case. Latin, Greek and Cyrillic case is decided below.
constexpr Range ranges[] = {
    {0x80, 0x9F, CharClass::Space},         {0xA0, 0xA0, CharClass::Space},
    {0xA1, 0xA9, CharClass::Symbol},        {0xAA, 0xAA, CharClass::Lower},
    {0xAB, 0xAB, CharClass::DoubleQuote},   {0xAC, 0xAC, CharClass::Symbol},
    {0xAD, 0xAD, CharClass::Mark},          {0xAE, 0xB4, CharClass::Symbol},
    {0xB5, 0xB5, CharClass::Lower},         {0xB6, 0xB9, CharClass::Symbol},
    {0xBA, 0xBA, CharClass::Lower},         {0xBB, 0xBB, CharClass::DoubleQuote},
    {0xBC, 0xBF, CharClass::Symbol},        {0xC0, 0xD6, CharClass::Upper},
    {0xD7, 0xD7, CharClass::Symbol},        {0xD8, 0xDE, CharClass::Upper},
    {0xDF, 0xF6, CharClass::Lower},         {0xF7, 0xF7, CharClass::Symbol},
    {0xF8, 0xFF, CharClass::Lower},         {0x2BC, 0x2BC, CharClass::Apostrophe},
    {0x300, 0x36F, CharClass::Mark},        {0x386, 0x386, CharClass::Upper},
    {0x388, 0x38F, CharClass::Upper},       {0x391, 0x3AB, CharClass::Upper},
    {0x3AC, 0x3CE, CharClass::Lower},       {0x400, 0x42F, CharClass::Upper},
    {0x430, 0x45F, CharClass::Lower},       {0x55D, 0x55F, CharClass::Symbol},
    {0x589, 0x589, CharClass::Terminator},  {0x591, 0x5C7, CharClass::Mark},
    {0x60C, 0x60C, CharClass::Comma},       {0x61B, 0x61B, CharClass::Comma},
    {0x61F, 0x61F, CharClass::Terminator},  {0x64B, 0x65F, CharClass::Mark},
    {0x660, 0x669, CharClass::Digit},       {0x6D4, 0x6D4, CharClass::Terminator},
    {0x6F0, 0x6F9, CharClass::Digit},       {0x93A, 0x94F, CharClass::Mark},
    {0x964, 0x965, CharClass::Terminator},  {0x1680, 0x1680, CharClass::Space},
    {0x2000, 0x200A, CharClass::Space},     {0x200B, 0x200F, CharClass::Mark},
    {0x2010, 0x2015, CharClass::Dash},      {0x2016, 0x2017, CharClass::Symbol},
    {0x2018, 0x2018, CharClass::SingleQuote}, {0x2019, 0x2019, CharClass::Apostrophe},
    {0x201A, 0x201B, CharClass::SingleQuote}, {0x201C, 0x201F, CharClass::DoubleQuote},
    {0x2020, 0x2025, CharClass::Symbol},    {0x2026, 0x2026, CharClass::Ellipsis},
    {0x2027, 0x2027, CharClass::Symbol},    {0x2028, 0x2029, CharClass::Space},
    {0x202A, 0x202E, CharClass::Mark},      {0x202F, 0x202F, CharClass::Space},
    {0x2030, 0x2038, CharClass::Symbol},    {0x2039, 0x203A, CharClass::SingleQuote},
    {0x203B, 0x203B, CharClass::Symbol},    {0x203C, 0x203D, CharClass::Terminator},
    {0x203E, 0x2046, CharClass::Symbol},    {0x2047, 0x2049, CharClass::Terminator},
    {0x204A, 0x205E, CharClass::Symbol},    {0x205F, 0x205F, CharClass::Space},
    {0x2060, 0x206F, CharClass::Mark},      {0x2070, 0x20CF, CharClass::Symbol},
    {0x20D0, 0x20F0, CharClass::Mark},      {0x2100, 0x2BFF, CharClass::Symbol},
    {0x2E3A, 0x2E3B, CharClass::Dash},      {0x3000, 0x3000, CharClass::Space},
    {0x3001, 0x3001, CharClass::Comma},     {0x3002, 0x3002, CharClass::Terminator},
    {0x3003, 0x3004, CharClass::Symbol},    {0x3008, 0x3020, CharClass::Symbol},
    {0xE000, 0xF8FF, CharClass::Symbol},    {0xFE00, 0xFE0F, CharClass::Mark},
    {0xFE10, 0xFE6F, CharClass::Symbol},    {0xFEFF, 0xFEFF, CharClass::Space},
    {0xFF01, 0xFF01, CharClass::Terminator}, {0xFF02, 0xFF0B, CharClass::Symbol},
    {0xFF0C, 0xFF0C, CharClass::Comma},     {0xFF0D, 0xFF0D, CharClass::Dash},
    {0xFF0E, 0xFF0E, CharClass::Terminator}, {0xFF0F, 0xFF0F, CharClass::Symbol},
    {0xFF10, 0xFF19, CharClass::Digit},     {0xFF1A, 0xFF1B, CharClass::Comma},
    {0xFF1C, 0xFF1E, CharClass::Symbol},    {0xFF1F, 0xFF1F, CharClass::Terminator},
    {0xFFE0, 0xFFFF, CharClass::Symbol},    {0x1F000, 0x1FFFF, CharClass::Symbol},
    {0xE0000, 0x10FFFF, CharClass::Mark},
};

// Latin Extended and most of Cyrillic's extensions pair upper (even) with lower (odd); close enough elsewhere.
CharClass paired(char32_t c) {
  const bool odd_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  return ((c & 1U) != 0) == odd_upper ? CharClass::Upper : CharClass::Lower;
}

}  // namespace

const std::array<CharClass, 128> ascii_classes = make_ascii();

Char classify_wide(std::string_view text, std::size_t at) {
  const Decoded d = decode_at(text, at);
  std::size_t low = 0;
  std::size_t high = std::size(ranges);
  while (low < high) {
    const std::size_t mid = (low + high) / 2;
    if (ranges[mid].last < d.code_point) low = mid + 1;
    else high = mid;
  }
  if (low < std::size(ranges) && ranges[low].first <= d.code_point) return {ranges[low].cls, d.size};
  const char32_t c = d.code_point;
  if ((c >= 0x100 && c <= 0x17F) || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x460 && c <= 0x52F)) return {paired(c), d.size};
  return {CharClass::Letter, d.size};
}

}  // namespace entente::corpus::detail
