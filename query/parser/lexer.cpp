#include "query/parser/lexer.hpp"

#include "core/base/utf8.hpp"
#include "core/rdf/iri.hpp"

namespace entente::query {
namespace {

using Kind = Token::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_name_start(char c) { return is_alpha(c) || c == '_' || is_high(c); }
bool is_name(char c) { return is_name_start(c) || is_digit(c) || c == '-'; }

int hex(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

void Lexer::skip() {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '#') {
      while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      ++at_;
    } else {
      return;
    }
  }
}

Token Lexer::make(Kind kind, std::string text, std::size_t end) {
  Token token;
  token.kind = kind;
  token.text = std::move(text);
  token.begin = begin_;
  token.end = at_ = end;
  return token;
}

Token Lexer::error(std::string message) { return make(Kind::Error, std::move(message), at_); }

Token Lexer::next() {
  skip();
  begin_ = at_;
  if (at_ >= text_.size()) return make(Kind::End, {}, at_);
  const char c = peek();
  if (c == '<') {
    Token token;
    if (iri(token)) return token;
  }
  if (c == '"' || c == '\'') return string();
  if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
  if (c == '?' || c == '$') return variable();
  if (c == '_' && peek(1) == ':') return blank();
  if (is_name_start(c) || c == ':') return word_or_name();
  if (c == '@' && is_alpha(peek(1))) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && (is_alpha(text_[end]) || is_digit(text_[end]) || text_[end] == '-')) ++end;
    return make(Kind::Language, std::string(text_.substr(at_ + 1, end - at_ - 1)), end);
  }
  return punctuation();
}

// An IRI if the text up to the next ">" can be one; otherwise "<" is an operator.
bool Lexer::iri(Token& token) {
  const std::size_t start = at_;
  std::string out;
  ++at_;
  while (at_ < text_.size() && text_[at_] != '>') {
    if (text_[at_] == '\\' && (peek(1) == 'u' || peek(1) == 'U')) {
      if (!escape(out, false)) break;
    } else if (rdf::find_forbidden_in_iri(text_.substr(at_, 1)) == 0) {
      break;
    } else {
      out += text_[at_++];
    }
  }
  if (peek() != '>') {
    at_ = start;
    return false;
  }
  token = make(Kind::Iri, std::move(out), at_ + 1);
  return true;
}

// At a backslash: undoes \u, \U and (in strings) \t and the like.
bool Lexer::escape(std::string& out, bool string) {
  const char kind = peek(1);
  if (kind == 'u' || kind == 'U') {
    const std::size_t digits = kind == 'u' ? 4 : 8;
    char32_t code = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const int value = hex(peek(2 + i));
      if (value < 0) return false;
      code = code * 16 + static_cast<char32_t>(value);
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
    append_utf8(out, code);
    at_ += 2 + digits;
    return true;
  }
  constexpr std::string_view kFrom = "tbnrf\\\"'";
  constexpr std::string_view kTo = "\t\b\n\r\f\\\"'";
  const auto place = kFrom.find(kind);
  if (!string || kind == '\0' || place == std::string_view::npos) return false;
  out += kTo[place];
  at_ += 2;
  return true;
}

Token Lexer::string() {
  const char quote = peek();
  const bool is_long = peek(1) == quote && peek(2) == quote;
  at_ += is_long ? 3 : 1;
  std::string out;
  while (at_ < text_.size()) {
    const char c = peek();
    if (c == '\\') {
      if (!escape(out, true)) return error("Unknown escape in a string");
    } else if (c == quote && (!is_long || (peek(1) == quote && peek(2) == quote))) {
      return make(Kind::String, std::move(out), at_ + (is_long ? 3 : 1));
    } else if (!is_long && (c == '\n' || c == '\r')) {
      break;
    } else {
      out += c;
      ++at_;
    }
  }
  return error("A string does not end");
}

Token Lexer::number() {
  std::size_t end = at_;
  const auto digits = [&] {
    while (end < text_.size() && is_digit(text_[end])) ++end;
  };
  Kind kind = Kind::Integer;
  digits();
  if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1])) {
    kind = Kind::Decimal;
    ++end;
    digits();
  }
  std::size_t mark = end;
  if (end < text_.size() && text_[end] == '.') ++end;  // "1.e5"
  if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
    std::size_t power = end + 1;
    if (power < text_.size() && (text_[power] == '+' || text_[power] == '-')) ++power;
    if (power < text_.size() && is_digit(text_[power])) {
      end = power;
      digits();
      mark = end;
      kind = Kind::Double;
    }
  }
  return make(kind, std::string(text_.substr(at_, mark - at_)), mark);
}

Token Lexer::variable() {
  std::size_t end = at_ + 1;
  while (end < text_.size() && is_name(text_[end]) && text_[end] != '-') ++end;
  if (end == at_ + 1) return punctuation();
  Token token = make(Kind::Variable, std::string(text_.substr(at_ + 1, end - at_ - 1)), end);
  token.dollar = text_[token.begin] == '$';
  return token;
}

Token Lexer::blank() {
  std::size_t end = at_ + 2;
  while (end < text_.size() && (is_name(text_[end]) || text_[end] == '.')) ++end;
  while (end > at_ + 2 && text_[end - 1] == '.') --end;
  if (end == at_ + 2) return error("A blank node label is empty");
  return make(Kind::Blank, std::string(text_.substr(at_ + 2, end - at_ - 2)), end);
}

Token Lexer::word_or_name() {
  std::size_t end = at_;
  while (end < text_.size() && (is_name(text_[end]) || text_[end] == '.')) ++end;
  if (end < text_.size() && text_[end] == ':' && (end == at_ || text_[end - 1] != '.')) {
    return local_name(std::string(text_.substr(at_, end - at_)), end + 1);
  }
  end = at_;
  while (end < text_.size() && (is_alpha(text_[end]) || is_digit(text_[end]) || text_[end] == '_')) ++end;
  if (end == at_) return error("Unexpected character");
  return make(Kind::Word, std::string(text_.substr(at_, end - at_)), end);
}

Token Lexer::local_name(std::string prefix, std::size_t at) {
  std::string out;
  std::size_t end = at;
  while (end < text_.size()) {
    const char c = text_[end];
    if (c == '\\' && end + 1 < text_.size() &&
        std::string_view("_~.-!$&'()*+,;=/?#@%").find(text_[end + 1]) != std::string_view::npos) {
      out += text_[end + 1];
      end += 2;
    } else if (c == '%' && end + 2 < text_.size() && hex(text_[end + 1]) >= 0 && hex(text_[end + 2]) >= 0) {
      out.append(text_, end, 3);
      end += 3;
    } else if (is_name(c) || c == ':' || c == '.') {
      if (c == '-' && end == at) break;
      out += c;
      ++end;
    } else {
      break;
    }
  }
  while (!out.empty() && out.back() == '.' && text_[end - 1] == '.' && (end < at + 2 || text_[end - 2] != '\\')) {
    out.pop_back();
    --end;
  }
  Token token = make(Kind::Name, std::move(out), end);
  token.prefix = std::move(prefix);
  return token;
}

Token Lexer::punctuation() {
  for (const std::string_view two : {"^^", "&&", "||", "!=", "<=", ">="}) {
    if (text_.substr(at_, 2) == two) return make(Kind::Punctuation, std::string(two), at_ + 2);
  }
  constexpr std::string_view kOne = "{}()[].,;*+-/|^!?=<>";
  if (kOne.find(peek()) == std::string_view::npos) return error("Unexpected character");
  return make(Kind::Punctuation, std::string(1, peek()), at_ + 1);
}

}  // namespace entente::query
