#include "corpus/segment/cutter.hpp"

namespace entente::corpus {
namespace {

constexpr bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// All of at most eight bytes in one number.
constexpr std::uint64_t pack(std::string_view word) {
  std::uint64_t bytes = 0;
  for (const char c : word) bytes = bytes << 8 | static_cast<unsigned char>(ascii_lower(c));
  return bytes;
}

struct Fused {
  std::uint64_t word;  // packed
  std::uint8_t second; // where the second word begins
};

// Two words written as one, as UD English cuts them.
constexpr Fused fused_words[] = {
    {pack("arent"), 3}, {pack("cannot"), 3}, {pack("cant"), 2}, {pack("couldnt"), 5}, {pack("didnt"), 3}, {pack("doesnt"), 4},
    {pack("dont"), 2}, {pack("gimme"), 3}, {pack("gonna"), 3}, {pack("gotta"), 3}, {pack("hasnt"), 3}, {pack("havent"), 4},
    {pack("isnt"), 2}, {pack("lemme"), 3}, {pack("shouldnt"), 6}, {pack("thats"), 4}, {pack("wanna"), 3}, {pack("wasnt"), 3},
    {pack("whats"), 4}, {pack("wont"), 2}, {pack("wouldnt"), 5}, {pack("im"), 1}, {pack("ive"), 1},
};

// By the last five bits of a letter: those that end a fused word.
constexpr std::uint32_t make_endings() {
  std::uint32_t endings = 0;
  for (const Fused& f : fused_words) endings |= 1U << (f.word & 31U);
  return endings;
}
constexpr std::uint32_t fused_endings = make_endings();

// Where the second word begins; 0 if the word is one.
std::size_t fused_at(std::string_view word) {
  if (word.size() < 2 || word.size() > 8 || (fused_endings >> (static_cast<unsigned char>(word.back()) & 31U) & 1U) == 0) return 0;
  if (word[1] >= 'A' && word[1] <= 'Z') return 0;
  const std::uint64_t packed = pack(word);
  for (const Fused& f : fused_words) {
    if (f.word == packed) return f.second;
  }
  return 0;
}

}  // namespace

void Cutter::start(Span block) {
  start_ = last_end_ = at_ = chunk_end_ = block.begin;
  stop_ = block.end;
  lines_ = 0;
  singles_ = doubles_ = 0;
  next_close_ = start_;
}

bool Cutter::cut(std::size_t most) {
  while (at_ < stop_ && tokens_.size() < most) {
    if (at_ < chunk_end_) {
      at_ = cut_at(at_, chunk_end_);
      continue;
    }
    const Char c = classify(text_, at_);
    if (c.cls == CharClass::Space) {
      if (text_[at_] == '\n' && lines_ < 2) ++lines_;
      at_ += c.size;
    } else if (!cut_plain_word(at_)) {
      start_chunk();
    }
  }
  return at_ < stop_;
}

// The commonest case: ASCII letters between spaces, perhaps with a comma behind.
bool Cutter::cut_plain_word(Pos& at) {
  Pos end = at;
  while (end < stop_ && ascii_letter(text_[end])) ++end;
  if (end == at) return false;
  const bool comma = byte(end) == ',';
  const Pos after = comma ? end + 1 : end;
  if (after < stop_ && static_cast<unsigned char>(text_[after]) > ' ') return false;
  emit_word(at, end, false);
  if (comma) emit(end, after, Kind::Comma);
  at = after;
  return true;
}

void Cutter::start_chunk() {
  chunk_end_ = at_;
  while (chunk_end_ < stop_) {
    const Char c = classify(text_, chunk_end_);
    if (c.cls == CharClass::Space) break;
    chunk_end_ += c.size;
  }
  const std::string_view chunk = text_.substr(at_, chunk_end_ - at_);
  url_like_ = chunk.size() > 4 && (chunk.find('@') != std::string_view::npos || chunk.find("://") != std::string_view::npos ||
                                   chunk.find("www.") != std::string_view::npos);
}

Cutter::Pos Cutter::cut_at(Pos at, Pos end) {
  if (url_like_) {
    if (const Pos url = cut_url(at, end); url > at) return url;
  }
  const Char c = classify(text_, at);
  if (is_word(c.cls)) return cut_word(at, end);
  switch (c.cls) {
    case CharClass::Terminator:
    case CharClass::Ellipsis: return cut_terminators(at, end);
    case CharClass::Apostrophe: return cut_apostrophe(at, end);
    case CharClass::DoubleQuote: return cut_double_quote(at, end, c.size);
    case CharClass::SingleQuote:
      ++singles_;
      emit(at, at + c.size, Kind::QuoteOpen);
      return at + c.size;
    default: return cut_symbol(at, end);
  }
}

CharClass Cutter::before(Pos at) const {
  if (at <= start_) return CharClass::Space;
  Pos p = at - 1;
  while (p > start_ && (static_cast<unsigned char>(text_[p]) & 0xC0U) == 0x80U) --p;
  return classify(text_, p).cls;
}

// The next position that is not white space, at most 64 bytes on.
Cutter::Pos Cutter::next_visible(Pos at) const {
  const Pos limit = at + 64 < stop_ ? at + 64 : stop_;
  while (at < limit) {
    const Char c = classify(text_, at);
    if (c.cls != CharClass::Space) return at;
    at += c.size;
  }
  return stop_;
}

Shape Cutter::shape_of(Pos begin, Pos end) const {
  const Char lead = classify(text_, begin);
  if (lead.cls == CharClass::Lower) return Shape::Lower;
  if (lead.cls != CharClass::Upper) return Shape::None;
  const Pos second = begin + lead.size;
  if (second >= end) return Shape::Capital;
  const Pos last = end - 1;
  return text_[last] >= 'A' && text_[last] <= 'Z' && cls(second) == CharClass::Upper ? Shape::Upper : Shape::Capital;
}

void Cutter::emit(Pos begin, Pos end, Kind kind, bool joined, Abbreviation abbreviation) {
  Token token;
  token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  token.space_before = begin > last_end_;
  token.joined = joined;
  tokens_.push_back(token);
  cuts_.push_back({kind, abbreviation, kind == Kind::Number ? Shape::None : shape_of(begin, end), lines_});
  lines_ = 0;
  last_end_ = end;
}

void Cutter::emit_word(Pos begin, Pos end, bool digits_only) {
  if (digits_only) return emit(begin, end, Kind::Number);
  if (const std::size_t second = fused_at(text_.substr(begin, end - begin)); second != 0) {
    emit(begin, begin + second, Kind::Word);
    return emit(begin + second, end, Kind::Word, true);
  }
  emit(begin, end, Kind::Word);
}

}  // namespace entente::corpus
