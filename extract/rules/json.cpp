// A recursive-descent reader of RFC 8259; recursion is bounded by kMaxDepth.
#include "extract/rules/json.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/base/utf8.hpp"

namespace entente::extract::rules {
namespace {

constexpr int kMaxDepth = 32;

class Reader {
 public:
  Reader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  Result<Json> document() {
    Json value;
    if (!read(value, {}, 0)) return failure();
    space();
    if (at_ != text_.size()) return fail("Nothing may follow the value"), failure();
    return value;
  }

 private:
  bool fail(std::string message) {
    if (message_.empty()) message_ = std::move(message);
    return false;
  }
  Diagnostic failure() const { return {Severity::Error, Code::RuleJson, place_at(text_, at_, file_), message_}; }
  void space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  bool take(char c) {
    space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool read(Json& out, const std::string& pointer, int depth) {
    if (depth > kMaxDepth) return fail("Values are nested more than 32 levels deep");
    space();
    out.offset = at_;
    out.pointer = pointer;
    if (at_ == text_.size()) return fail("A value is missing at the end of the file");
    switch (text_[at_]) {
      case '{': return object(out, depth);
      case '[': return array(out, depth);
      case '"': out.kind = Json::Kind::String; return string(out.text, out.escaped);
      default: return scalar(out);
    }
  }

  bool object(Json& out, int depth) {
    out.kind = Json::Kind::Object;
    ++at_;
    if (take('}')) return true;
    do {
      space();
      std::string key;
      bool escaped = false;
      const std::size_t offset = at_;
      if (at_ >= text_.size() || text_[at_] != '"') return fail("A key in quotation marks is expected");
      if (!string(key, escaped)) return false;
      if (out.find(key) != nullptr) return at_ = offset, fail("The key \"" + key + "\" stands twice in one object");
      if (!take(':')) return fail("A colon is expected after a key");
      Json value;
      if (!read(value, out.pointer + "/" + escape(key), depth + 1)) return false;
      out.keys.push_back(std::move(key));
      out.key_offsets.push_back(offset);
      out.items.push_back(std::move(value));
    } while (take(','));
    return take('}') || fail("A comma or } is expected");
  }

  bool array(Json& out, int depth) {
    out.kind = Json::Kind::Array;
    ++at_;
    if (take(']')) return true;
    do {
      Json value;
      if (!read(value, out.pointer + "/" + std::to_string(out.items.size()), depth + 1)) return false;
      out.items.push_back(std::move(value));
    } while (take(','));
    return take(']') || fail("A comma or ] is expected");
  }

  static std::string escape(const std::string& key) {
    std::string out;
    for (const char c : key) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
  }

  bool scalar(Json& out) {
    struct Word {
      std::string_view spelling;
      Json::Kind kind;
      bool value;
    };
    static constexpr Word kWords[] = {{"true", Json::Kind::Bool, true}, {"false", Json::Kind::Bool, false}, {"null", Json::Kind::Null, false}};
    for (const Word& word : kWords) {
      if (text_.substr(at_, word.spelling.size()) != word.spelling) continue;
      at_ += word.spelling.size();
      out.kind = word.kind;
      out.boolean = word.value;
      return true;
    }
    const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), out.number);
    const bool digit = text_[at_] == '-' || (text_[at_] >= '0' && text_[at_] <= '9');
    if (error != std::errc{} || !digit) return fail("A value is expected");
    out.kind = Json::Kind::Number;
    at_ = static_cast<std::size_t>(end - text_.data());
    return true;
  }

  bool string(std::string& out, bool& escaped) {
    ++at_;
    while (at_ < text_.size() && text_[at_] != '"') {
      const char c = text_[at_];
      if (static_cast<unsigned char>(c) < 0x20) return fail("A control character stands in a string");
      if (c != '\\') {
        out += c;
        ++at_;
        continue;
      }
      escaped = true;
      if (!escape_sequence(out)) return false;
    }
    if (at_ >= text_.size()) return fail("A string is not closed");
    ++at_;
    return true;
  }

  bool escape_sequence(std::string& out) {
    static constexpr std::string_view kFrom = "\"\\/bfnrt";
    static constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
    if (at_ + 1 >= text_.size()) return fail("A string is not closed");
    const auto known = kFrom.find(text_[at_ + 1]);
    if (known != std::string_view::npos) {
      out += kTo[known];
      at_ += 2;
      return true;
    }
    const auto unit = hex(at_);
    if (!unit) return fail("An escape in a string is unknown");
    std::uint32_t point = *unit;
    std::size_t used = 6;
    if (point >= 0xD800 && point < 0xDC00) {
      const auto low = hex(at_ + 6);
      if (!low || *low < 0xDC00 || *low > 0xDFFF) return fail("A surrogate stands alone in a string");
      point = 0x10000 + ((point - 0xD800) << 10) + (*low - 0xDC00);
      used = 12;
    } else if (point >= 0xDC00 && point < 0xE000) {
      return fail("A surrogate stands alone in a string");
    }
    append_utf8(out, static_cast<char32_t>(point));
    at_ += used;
    return true;
  }

  std::optional<std::uint32_t> hex(std::size_t at) const {
    if (at + 6 > text_.size() || text_[at] != '\\' || text_[at + 1] != 'u') return std::nullopt;
    std::uint32_t value = 0;
    const auto* first = text_.data() + at + 2;
    const auto [end, error] = std::from_chars(first, first + 4, value, 16);
    if (error != std::errc{} || end != first + 4) return std::nullopt;
    return value;
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0;
  std::string message_;
};

}  // namespace

const Json* Json::find(std::string_view key) const {
  const auto at = std::find(keys.begin(), keys.end(), key);
  return at == keys.end() ? nullptr : &items[static_cast<std::size_t>(at - keys.begin())];
}

Result<Json> parse_json(std::string_view text, const std::string& file) {
  if (const auto bad = find_invalid_utf8(text))
    return Diagnostic{Severity::Error, Code::RuleJson, place_at(text, *bad, file), "The file is not valid UTF-8"};
  return Reader(text, file).document();
}

Place place_at(std::string_view text, std::size_t offset, const std::string& file, const std::string& pointer) {
  const auto before = text.substr(0, std::min(offset, text.size()));
  const auto line = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const auto last = before.rfind('\n');
  return {file, line, before.size() - (last == std::string_view::npos ? 0 : last + 1) + 1, pointer};
}

}  // namespace entente::extract::rules
