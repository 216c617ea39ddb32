// Where the two dialects differ: "." leaves out CR as well as LF; \d, \w, \s, \i, \c are Unicode classes; "$"
// is the end of the text only (as in RE2); escapes that XPath does not know are errors here, not literals.
#include "shapes/engine/xpath_regex.hpp"

#include <optional>

namespace entente::shapes {
namespace {

// NameStartChar and NameChar of XML.
constexpr std::string_view kNameStart =
    ":A-Z_a-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}\\x{200C}-\\x{200D}"
    "\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}\\x{10000}-\\x{EFFFF}";
constexpr std::string_view kNameMore = "\\-.0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}-\\x{2040}";
constexpr std::string_view kWord = "\\p{L}\\p{M}\\p{N}\\p{S}";
constexpr std::string_view kSpace = " \\t\\n\\r";
constexpr std::string_view kNotSpace = "\\x{0}-\\x{8}\\x{B}\\x{C}\\x{E}-\\x{1F}\\x{21}-\\x{10FFFF}";

struct Flags {
  bool ignore_case = false;
  bool dot_all = false;
  bool multi_line = false;
  bool extended = false;
  bool literal = false;
};

class Translator {
 public:
  Translator(std::string_view text, const Flags& flags) : text_(text), flags_(flags) {}

  bool run() {
    while (!error_ && at_ < text_.size()) step();
    return !error_;
  }
  std::string take() { return std::move(out_); }
  std::string error() const { return *error_; }

 private:
  void fail(std::string message) {
    if (!error_) error_ = std::move(message);
  }
  std::string where() const { return " at byte " + std::to_string(at_ + 1); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void step() {
    const char c = text_[at_];
    if (flags_.extended && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
      ++at_;
    } else if (c == '\\') {
      escape(false);
    } else if (c == '[') {
      char_class();
    } else if (c == '.') {
      out_ += flags_.dot_all ? "(?s:.)" : "[^\\n\\r]";
      ++at_;
    } else if (c == '(' && peek(1) == '?' && peek(2) != ':') {
      fail("look-around and inline groups are not part of XPath's expressions" + where());
    } else {
      out_ += c;
      ++at_;
    }
  }

  void put_class(bool in_class, bool negative, std::string_view members) {
    if (in_class) out_ += members;
    else out_.append(negative ? "[^" : "[").append(members).append("]");
  }

  // At a backslash.
  void escape(bool in_class) {
    const char c = peek(1);
    const std::string name = std::string("\\") + c;
    if (c == '\0' && at_ + 1 >= text_.size()) return fail("the expression ends with a backslash");
    if (c >= '1' && c <= '9') return fail("back-references such as " + name + " are not possible in linear time" + where());
    if (c == 'p' || c == 'P') return category();
    at_ += 2;
    switch (c) {
      case 'd': out_ += "\\p{Nd}"; return;
      case 'D': out_ += "\\P{Nd}"; return;
      case 's': return put_class(in_class, false, kSpace);
      case 'S': return put_class(in_class, false, kNotSpace);
      case 'w': return put_class(in_class, false, kWord);
      case 'W': return in_class ? put_class(true, false, "\\p{P}\\p{Z}\\p{C}") : put_class(false, true, kWord);
      case 'i': return put_class(in_class, false, kNameStart);
      case 'c': return put_class(in_class, false, std::string(kNameStart).append(kNameMore));
      case 'I':
      case 'C':
        if (in_class) return fail(name + " inside a character class is not supported" + where());
        return put_class(false, true, c == 'I' ? std::string(kNameStart) : std::string(kNameStart).append(kNameMore));
      default: break;
    }
    if (std::string_view("nrt\\|.?*+(){}-[]^$").find(c) == std::string_view::npos) {
      return fail("\\" + std::string(1, c) + " is not an escape of XPath's expressions" + where());
    }
    out_ += name;
  }

  // \p{L}, \P{Lu}: the same in RE2, but for blocks.
  void category() {
    const std::size_t close = text_.find('}', at_);
    if (peek(2) != '{' || close == std::string_view::npos) return fail("\\p needs a category in braces" + where());
    const std::string_view name = text_.substr(at_ + 3, close - at_ - 3);
    if (name.substr(0, 2) == "Is") return fail("the Unicode block \\p{" + std::string(name) + "} is not supported" + where());
    out_ += text_.substr(at_, close + 1 - at_);
    at_ = close + 1;
  }

  // At "[".
  void char_class() {
    out_ += text_[at_++];
    if (peek() == '^') out_ += text_[at_++];
    bool first = true;
    while (!error_ && at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ']' && !first) {
        out_ += c;
        ++at_;
        return;
      }
      if (c == '-' && peek(1) == '[') return fail("subtraction of character classes is not supported" + where());
      if (c == '[') return fail("\"[\" inside a character class needs a backslash" + where());
      if (c == ']') return fail("an empty character class" + where());
      first = false;
      if (c == '\\') {
        escape(true);
      } else {
        out_ += c;
        ++at_;
      }
    }
    fail("a character class has no end");
  }

  std::string_view text_;
  const Flags& flags_;
  std::string out_;
  std::size_t at_ = 0;
  std::optional<std::string> error_;
};

std::string quoted(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\|.?*+(){}-[]^$").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

Result<std::string> to_re2(std::string_view expression, std::string_view flag_text) {
  Flags flags;
  for (const char c : flag_text) {
    switch (c) {
      case 'i': flags.ignore_case = true; break;
      case 's': flags.dot_all = true; break;
      case 'm': flags.multi_line = true; break;
      case 'x': flags.extended = true; break;
      case 'q': flags.literal = true; break;
      default: return Diagnostic{Severity::Error, Code::ShapesPattern, {}, "the flags may be i, s, m, x and q, not \"" + std::string(1, c) + "\""};
    }
  }
  std::string prefix = flags.ignore_case ? "(?i)" : "";
  if (flags.literal) return prefix + quoted(expression);
  if (flags.multi_line) prefix += "(?m)";
  Translator translator(expression, flags);
  if (!translator.run()) return Diagnostic{Severity::Error, Code::ShapesPattern, {}, "the pattern cannot be used: " + translator.error()};
  return prefix + translator.take();
}

}  // namespace entente::shapes
