// Tokens of SPARQL (SPARQL 1.1, section 19.8).
#pragma once

#include <string>
#include <string_view>

#include "core/base/diagnostics.hpp"

namespace entente::query {

struct Token {
  enum class Kind : std::uint8_t {
    End, Error, Iri, Name, Blank, Variable, Language, Integer, Decimal, Double, String, Word, Punctuation
  };
  Kind kind = Kind::End;
  std::string text;    // IRI, label, variable name, tag, string value (escapes undone), lexical form, or sign;
                       // for Error the message
  std::string prefix;  // Name: "ex" of ex:local (text is the local name, escapes undone)
  std::size_t begin = 0;
  std::size_t end = 0;
  bool dollar = false;  // Variable written with $
};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}
  Token next();

 private:
  void skip();
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  Token make(Token::Kind kind, std::string text, std::size_t end);
  Token error(std::string message);
  bool iri(Token& token);
  Token string();
  Token number();
  Token word_or_name();
  Token local_name(std::string prefix, std::size_t at);
  Token variable();
  Token blank();
  Token punctuation();
  bool escape(std::string& out, bool string);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

}  // namespace entente::query
