#include "corpus/segment/cutter.hpp"

#include "corpus/segment/lowered.hpp"

namespace entente::corpus {
namespace {

constexpr bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Fused {
  std::string_view word;
  std::size_t second;  // where the second word begins
};

// Two words written as one, as UD English cuts them.
constexpr Fused fused_words[] = {
    {"arent", 3}, {"cannot", 3}, {"cant", 2}, {"couldnt", 5}, {"didnt", 3}, {"doesnt", 4}, {"dont", 2}, {"gimme", 3},
    {"gonna", 3}, {"gotta", 3}, {"hasnt", 3}, {"havent", 4}, {"isnt", 2}, {"lemme", 3}, {"shouldnt", 6}, {"thats", 4},
    {"wanna", 3}, {"wasnt", 3}, {"whats", 4}, {"wont", 2}, {"wouldnt", 5}, {"im", 1}, {"ive", 1},
};

std::size_t fused_at(std::string_view word) {
  const Lowered lower(word);
  const std::string_view w = lower.view();
  // every entry ends in t, a, s, e or m: most words are turned away here
  if (w.size() < 2 || w.size() > 8 || std::string_view("taesm").find(w.back()) == std::string_view::npos) return 0;
  if (word[1] >= 'A' && word[1] <= 'Z') return 0;
  for (const Fused& f : fused_words) {
    if (f.word == w) return f.second;
  }
  return 0;
}

}  // namespace

void Cutter::cut(Span block) {
  start_ = last_end_ = block.begin;
  stop_ = block.end;
  lines_ = 0;
  singles_ = doubles_ = 0;
  next_close_ = start_;
  Pos at = start_;
  while (at < stop_) {
    const Char c = classify(text_, at);
    if (c.cls == CharClass::Space) {
      if (text_[at] == '\n' && lines_ < 2) ++lines_;
      at += c.size;
    } else if (!cut_plain_word(at)) {
      Pos end = at;
      while (end < stop_) {
        const Char d = classify(text_, end);
        if (d.cls == CharClass::Space) break;
        end += d.size;
      }
      cut_chunk(at, end);
      at = end;
    }
  }
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

void Cutter::cut_chunk(Pos begin, Pos end) {
  const std::string_view chunk = text_.substr(begin, end - begin);
  url_like_ = chunk.size() > 4 && (chunk.find('@') != std::string_view::npos || chunk.find("://") != std::string_view::npos ||
                                   chunk.find("www.") != std::string_view::npos);
  for (Pos at = begin; at < end;) at = cut_at(at, end);
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
  const CharClass first = classify(text_, begin).cls;
  if (first == CharClass::Lower) return Shape::Lower;
  if (first != CharClass::Upper) return Shape::None;
  const Pos second = begin + classify(text_, begin).size;
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
