#include "corpus/readers/html/align.hpp"

#include <algorithm>

#include "core/base/utf8.hpp"
#include "corpus/blocks/marks.hpp"

namespace entente::corpus::html {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_alnum(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }

class Aligner {
 public:
  Aligner(std::string_view text, std::string_view source, std::size_t at, bool preformatted, TextBuilder& out)
      : text_(text), source_(source), at_(at), preformatted_(preformatted), out_(out) {}

  void run() {
    while (t_ < text_.size()) {
      if (s_ >= source_.size()) return rest();
      const char t = text_[t_];
      const char s = source_[s_];
      if (is_space(t) && is_space(s)) {
        spaces();
      } else if (s == '&' && reference()) {
        continue;
      } else if (t == s) {
        same();
      } else if (s == '<' || s == '\0') {
        skip_tag();
      } else {
        return rest();
      }
    }
  }

 private:
  // As many bytes as are the same and need no second look.
  void same() {
    const std::size_t begin = s_;
    do {
      ++t_;
      ++s_;
    } while (t_ < text_.size() && s_ < source_.size() && text_[t_] == source_[s_] && !is_space(source_[s_]) && source_[s_] != '&' &&
             source_[s_] != '<');
    out_.copy(source_.substr(begin, s_ - begin), at_ + begin);
  }

  void spaces() {
    const std::size_t begin = s_;
    const std::size_t text_begin = t_;
    while (s_ < source_.size() && is_space(source_[s_])) ++s_;
    while (t_ < text_.size() && is_space(text_[t_])) ++t_;
    if (preformatted_) {
      const std::string_view kept = text_.substr(text_begin, t_ - text_begin);
      if (kept == source_.substr(begin, s_ - begin)) return out_.copy(kept, at_ + begin);
      return out_.decoded(kept, at_ + begin, at_ + s_);
    }
    if (out_.after_space()) return;
    if (source_[begin] == ' ') return out_.copy(" ", at_ + begin);
    out_.decoded(" ", at_ + begin, at_ + s_);
  }

  void skip_tag() {
    const std::size_t end = source_.find('>', s_);
    s_ = end == std::string_view::npos ? source_.size() : end + 1;
  }

  // The text goes on as the source does, for eight bytes or up to what would need decoding.
  bool agree(std::size_t t, std::size_t s) const {
    for (int i = 0; i < 8; ++i, ++t, ++s) {
      if (s >= source_.size()) return t >= text_.size();
      if (source_[s] == '&' || source_[s] == '<') return true;
      if (t >= text_.size()) return false;
      if (is_space(text_[t]) && is_space(source_[s])) return true;
      if (text_[t] != source_[s]) return false;
    }
    return true;
  }

  // "&name;", "&name" (old pages) or "&#123;": one or two code points of the text.
  bool reference() {
    std::size_t end = s_ + 1;
    while (end < source_.size() && end - s_ < 34 && (is_alnum(source_[end]) || (source_[end] == '#' && end == s_ + 1))) ++end;
    const bool closed = end < source_.size() && source_[end] == ';';
    if (end == s_ + 1) return false;
    // "&nbsp;" might be meant: then the text has the same characters.
    const std::string_view literal = source_.substr(s_, end - s_);
    if (text_.substr(t_, literal.size()) == literal && source_.substr(s_, 4) != "&amp") return false;
    std::size_t length = 0;
    for (int points = 0; points < 2 && t_ + length < text_.size(); ++points) {
      length += decode_at(text_, t_ + length).size;
      for (std::size_t stop = closed ? end + 1 : end; stop > s_ + 2; --stop) {
        if (agree(t_ + length, stop)) return emit(length, stop), true;
        if (closed) break;
      }
    }
    return false;
  }

  void emit(std::size_t length, std::size_t stop) {
    const std::string_view bytes = text_.substr(t_, length);
    if (!(is_space(bytes[0]) && !preformatted_ && out_.after_space())) out_.decoded(bytes, at_ + s_, at_ + stop);
    t_ += length;
    s_ = stop;
  }

  void rest() {
    const std::size_t begin = std::min(s_, source_.size());
    out_.decoded(text_.substr(t_), at_ + begin, at_ + std::max(begin, source_.size()));
    t_ = text_.size();
  }

  std::string_view text_;
  std::string_view source_;
  std::size_t at_;
  bool preformatted_;
  TextBuilder& out_;
  std::size_t t_ = 0;
  std::size_t s_ = 0;
};

}  // namespace

void write_text(std::string_view text, std::string_view source, std::size_t at, bool preformatted, TextBuilder& out) {
  Aligner(text, source, at, preformatted, out).run();
}

}  // namespace entente::corpus::html
