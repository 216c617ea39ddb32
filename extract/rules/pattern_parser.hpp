// The parser behind parse_pattern, one part a file. Internal to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/rules/pattern.hpp"

namespace entente::extract::rules {

// True for bytes of words and names in a pattern.
inline bool word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
         c == '\'' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Reads one pattern text. Each part takes what it reads, fills its node, and is false after a fault.
class PatternParser {
 public:
  PatternParser(std::string_view text, const PatternContext& context, Pattern& pattern, PatternFault& fault, int depth)
      : text_(text), context_(context), pattern_(pattern), fault_(fault), depth_(depth) {}

  bool whole(Node& out);

 private:
  bool fail(std::string message, Code code = Code::RulePattern) {
    if (fault_.message.empty()) fault_ = {at_, code, std::move(message)};
    return false;
  }
  void space() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool see(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  bool take(std::string_view what) {
    if (!see(what)) return false;
    at_ += what.size();
    return true;
  }
  bool definition_follows() const { return at_ + 1 < text_.size() && text_[at_ + 1] >= 'A' && text_[at_ + 1] <= 'Z'; }

  // parse_pattern.cpp
  bool choice(Node& out);
  bool sequence(Node& out);
  bool item(Node& out);
  bool capture_name(std::string& name);
  bool quantifier(Node& out);
  bool bounds(std::uint32_t& least, std::uint32_t& most);

  // parse_elements.cpp
  bool atom(Node& out);
  bool group(Node& out);
  bool close(std::string_view bracket);
  bool definition(Node& out);
  // A list of names tied by bars: Person|State.
  bool names(std::vector<std::string>& out, const char* what);
  bool words(Node& out, Key key);
  bool add_words(const std::vector<std::string>& list, Key key, Term& term, std::size_t begin);
  bool mention(Node& out);
  bool chunk(Node& out);
  bool lexicon_item(Node& out);
  bool mark(Node& out);

  // parse_terms.cpp
  // [key=value|value, key!=value, flag, !flag]
  bool terms(Node& out, bool verbal);
  bool term(Node& out, bool verbal);
  bool fill(Term& term, std::string_view key, const std::vector<std::string>& list, std::size_t begin, std::size_t values);

  // parse_path.cpp
  bool path(Node& out);
  bool step(Node& out);

  std::string_view text_;
  const PatternContext& context_;
  Pattern& pattern_;
  PatternFault& fault_;
  int depth_;
  std::size_t at_ = 0;
};

}  // namespace entente::extract::rules
