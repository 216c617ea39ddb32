// Punctuation, quotation marks, addresses.
#include "corpus/segment/cutter.hpp"
#include "corpus/segment/lowered.hpp"

namespace entente::corpus {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool alnum(char c) { return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool address_char(char c) { return alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%' || c == '&'; }

bool emoticon(std::string_view s) {
  if (s.size() < 2 || s.size() > 3) return false;
  if (s[0] != ':' && s[0] != ';' && s[0] != '=') return false;
  if (s.size() == 3 && s[1] != '-' && s[1] != '\'') return false;
  return std::string_view(")(DPpo/\\|*]").find(s.back()) != std::string_view::npos;
}

// Words whose beginning is left out: 'em, 'til, 'tis; and clitics written apart.
bool is_elided(std::string_view w) {
  return w == "em" || w == "til" || w == "till" || w == "tis" || w == "twas" || w == "cause" || w == "bout" || w == "n" ||
         w == "s" || w == "m" || w == "d" || w == "re" || w == "ve" || w == "ll" || w == "round";
}

}  // namespace

// The end of an address that starts at `begin`: up to white space, without the punctuation of the sentence.
Cutter::Pos Cutter::trim_url(Pos begin, Pos end) const {
  Pos q = begin;
  int open = 0;
  while (q < end) {
    const Char c = classify(text_, q);
    if (c.cls == CharClass::DoubleQuote || c.cls == CharClass::SingleQuote || text_[q] == '<' || text_[q] == '>') break;
    if (c.cls == CharClass::Open) ++open;
    if (c.cls == CharClass::Close && --open < 0) break;
    q += c.size;
  }
  while (q > begin + 1 && std::string_view(".,;:!?'").find(text_[q - 1]) != std::string_view::npos) --q;
  return q;
}

// A web or mail address that starts at `at`, or `at`.
Cutter::Pos Cutter::cut_url(Pos at, Pos end) {
  Pos q = at;
  if (byte(at) == '@' && at + 1 < end && alnum(text_[at + 1]) && !is_word(before(at))) {  // @name
    q = at + 1;
    while (q < end && (alnum(text_[q]) || text_[q] == '_')) ++q;
    emit(at, q, Kind::Url);
    return q;
  }
  while (q < end && q < at + look_ahead && address_char(text_[q])) ++q;
  if (q == at) return at;
  const std::string_view rest = text_.substr(q, end - q);
  Pos stop = at;
  if (rest.substr(0, 3) == "://" || Lowered(text_.substr(at, q - at < 4 ? q - at : 4)).view() == "www.") {
    stop = trim_url(at, end);
  } else if (rest.size() > 1 && rest[0] == '@' && alnum(rest[1])) {
    stop = q + 1;
    while (stop < end && (alnum(text_[stop]) || text_[stop] == '.' || text_[stop] == '-')) ++stop;
    while (stop > q + 2 && !alnum(text_[stop - 1])) --stop;
  }
  if (stop > at) emit(at, stop, Kind::Url);
  return stop;
}

Cutter::Pos Cutter::cut_terminators(Pos at, Pos end) {
  const Char first = classify(text_, at);
  Pos q = at + first.size;
  if (text_[at] == '.') {
    while (q < end && text_[q] == '.') ++q;
    emit(at, q, q - at == 1 ? Kind::Period : Kind::Ellipsis);
    return q;
  }
  while (q < end && (first.cls == CharClass::Ellipsis ? cls(q) == first.cls : (text_[q] == '?' || text_[q] == '!'))) {
    q += classify(text_, q).size;
  }
  emit(at, q, first.cls == CharClass::Ellipsis ? Kind::Ellipsis : Kind::Question);
  return q;
}

// Whether a mark after `at` could close a single quotation: no white space before it, no letter or digit behind it.
// The answer's place is kept, so all calls together read the block once.
bool Cutter::closes_single_after(Pos at) {
  Pos p = next_close_ > at ? next_close_ : at + 1;
  for (; p < stop_; ++p) {
    const bool ascii = text_[p] == '\'';
    const bool curly = !ascii && text_[p] == '\xE2' && text_.substr(p, 3) == "\u2019";
    if (!ascii && !curly) continue;
    const Pos behind = p + (ascii ? 1 : 3);
    if (before(p) != CharClass::Space && !is_word(cls(behind))) break;
  }
  next_close_ = p;
  return p < stop_;
}

Cutter::Pos Cutter::cut_apostrophe(Pos at, Pos end) {
  const Pos next = at + classify(text_, at).size;
  const CharClass left = before(at);
  const CharClass right = next < end ? cls(next) : CharClass::Space;
  const bool doubled = next < end && text_[at] == text_[next] && next == at + 1;
  if (doubled) {  // `` and '' as quotation marks
    const bool opens = text_[at] == '`' || left == CharClass::Space || left == CharClass::Open;
    doubles_ = opens ? doubles_ + 1 : (doubles_ > 0 ? doubles_ - 1 : 0);
    emit(at, next + 1, opens ? Kind::QuoteOpen : Kind::QuoteClose);
    return next + 1;
  }
  const bool starts = left == CharClass::Space || left == CharClass::Open || left == CharClass::DoubleQuote || left == CharClass::Dash ||
                      left == CharClass::SingleQuote;
  if (is_letter(right) && text_[at] != '`') {
    Pos q = next;
    while (q < end && q < next + 6 && alnum(text_[q])) ++q;
    if (q == next + 1 && text_[next] == 'n' && q < end && cls(q) == CharClass::Apostrophe && starts) {  // rock 'n' roll
      q += classify(text_, q).size;
      emit(at, q, Kind::Word);
      return q;
    }
    const bool whole = q >= end || (!is_word(cls(q)) && text_[q] != '-' && cls(q) != CharClass::Apostrophe);
    const bool closed_before = left == CharClass::Close || left == CharClass::DoubleQuote || left == CharClass::Symbol;
    if (whole && is_elided(Lowered(text_.substr(next, q - next)).view()) && (starts || closed_before)) {
      emit(at, q, Kind::Word);
      return q;
    }
  }
  if (starts && right == CharClass::Digit && text_[at] != '`') {  // '02, the '90s
    Pos q = next;
    while (q < end && digit(text_[q])) ++q;
    if (q - next == 2) {
      if (q < end && text_[q] == 's') ++q;
      if (!(q < end && (is_word(cls(q)) || cls(q) == CharClass::Apostrophe))) {
        emit(at, q, Kind::Number);
        return q;
      }
    }
  }
  if (starts && (is_word(right) || right == CharClass::DoubleQuote || text_[at] == '`') && next < end && closes_single_after(at)) {
    ++singles_;
    emit(at, next, Kind::QuoteOpen);
    return next;
  }
  if (singles_ > 0) {
    --singles_;
    emit(at, next, Kind::QuoteClose);
  } else {
    emit(at, next, Kind::Apostrophe);
  }
  return next;
}

Cutter::Pos Cutter::cut_double_quote(Pos at, Pos end, Pos size) {
  const Pos next = at + size;
  const std::string_view mark = text_.substr(at, size);
  Kind kind = Kind::Quote;
  if (mark == "\u201C" || mark == "\u201E" || mark == "\u00AB" || mark == "\u201F") {
    kind = Kind::QuoteOpen;
  } else if (mark == "\u201D" || mark == "\u00BB") {
    kind = Kind::QuoteClose;
  } else {
    const CharClass left = before(at);
    const CharClass right = next < end ? cls(next) : CharClass::Space;
    const bool free_left = left == CharClass::Space || left == CharClass::Open || left == CharClass::Dash || left == CharClass::SingleQuote;
    const bool free_right = right == CharClass::Space || right == CharClass::Close || right == CharClass::Comma || right == CharClass::Terminator;
    if (free_left != free_right) kind = free_left ? Kind::QuoteOpen : Kind::QuoteClose;
    else kind = doubles_ > 0 ? Kind::QuoteClose : Kind::QuoteOpen;
    if (kind == Kind::QuoteClose && doubles_ == 0 && left == CharClass::Digit) kind = Kind::Symbol;  // 5'11"
  }
  if (kind == Kind::QuoteOpen) ++doubles_;
  if (kind == Kind::QuoteClose && doubles_ > 0) --doubles_;
  emit(at, next, kind);
  return next;
}

Cutter::Pos Cutter::cut_symbol(Pos at, Pos end) {
  const Char c = classify(text_, at);
  const char mark = text_[at];
  if ((mark == ':' || mark == ';' || mark == '=') && emoticon(text_.substr(at, end - at))) {
    emit(at, end, Kind::Emoticon);
    return end;
  }
  if (mark == '#' && at + 1 < end && is_letter(cls(at + 1))) {  // #tag
    Pos q = at + 1;
    while (q < end && (is_word(cls(q)) || text_[q] == '_')) q += classify(text_, q).size;
    emit(at, q, Kind::Word);
    return q;
  }
  if (mark == '+' && at + 1 < end && digit(text_[at + 1]) && before(at) == CharClass::Space) {
    bool digits_only = false;
    const Pos q = word_end(at + 1, end, digits_only);
    emit(at, q, Kind::Number);
    return q;
  }
  Pos q = at + c.size;
  if (c.cls == CharClass::Dash || c.cls == CharClass::Symbol) {  // --, ***, ----==
    while (q < end && text_.substr(q, c.size) == text_.substr(at, c.size)) q += c.size;
    const auto rules = [&](Pos p) { return p < end && (text_[p] == '-' || text_[p] == '='); };
    while (q - at > 2 && rules(at) && rules(q)) ++q;
  }
  switch (c.cls) {
    case CharClass::Comma: emit(at, q, mark == ':' ? Kind::Colon : (mark == ';' ? Kind::Semicolon : Kind::Comma)); break;
    case CharClass::Dash: emit(at, q, Kind::Dash); break;
    case CharClass::Open: emit(at, q, Kind::Open); break;
    case CharClass::Close: emit(at, q, Kind::Close); break;
    default: emit(at, q, Kind::Symbol);
  }
  return q;
}

}  // namespace entente::corpus
