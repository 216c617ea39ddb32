#include "corpus/readers/html/guard.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/blocks/marks.hpp"

namespace entente::corpus {
namespace {

enum class Kind : std::uint8_t { Inline, Block, Scope, Void, Raw };

struct Known {
  std::string_view name;
  Kind kind;
};

// Names that are not here are inline: an end tag never closes another element around them.
constexpr Known kKnown[] = {
    {"area", Kind::Void},     {"base", Kind::Void},      {"br", Kind::Void},        {"col", Kind::Void},     {"embed", Kind::Void},
    {"hr", Kind::Void},       {"img", Kind::Void},       {"input", Kind::Void},     {"link", Kind::Void},    {"meta", Kind::Void},
    {"param", Kind::Void},    {"source", Kind::Void},    {"track", Kind::Void},     {"wbr", Kind::Void},     {"html", Kind::Void},
    {"head", Kind::Void},     {"body", Kind::Void},      {"script", Kind::Raw},     {"style", Kind::Raw},    {"textarea", Kind::Raw},
    {"title", Kind::Raw},     {"xmp", Kind::Raw},        {"iframe", Kind::Raw},     {"noembed", Kind::Raw},  {"noframes", Kind::Raw},
    {"td", Kind::Scope},      {"th", Kind::Scope},       {"caption", Kind::Scope},  {"table", Kind::Scope},  {"template", Kind::Scope},
    {"object", Kind::Scope},  {"applet", Kind::Scope},   {"marquee", Kind::Scope},  {"svg", Kind::Scope},    {"math", Kind::Scope},
    {"address", Kind::Block}, {"article", Kind::Block},  {"aside", Kind::Block},    {"blockquote", Kind::Block}, {"center", Kind::Block},
    {"details", Kind::Block}, {"dir", Kind::Block},      {"div", Kind::Block},      {"dl", Kind::Block},     {"fieldset", Kind::Block},
    {"figure", Kind::Block},  {"figcaption", Kind::Block}, {"footer", Kind::Block}, {"header", Kind::Block}, {"main", Kind::Block},
    {"menu", Kind::Block},    {"nav", Kind::Block},      {"ol", Kind::Block},       {"section", Kind::Block}, {"summary", Kind::Block},
    {"ul", Kind::Block},      {"p", Kind::Block},        {"li", Kind::Block},       {"dd", Kind::Block},     {"dt", Kind::Block},
    {"pre", Kind::Block},     {"h1", Kind::Block},       {"h2", Kind::Block},       {"h3", Kind::Block},     {"h4", Kind::Block},
    {"h5", Kind::Block},      {"h6", Kind::Block},       {"tr", Kind::Block},       {"tbody", Kind::Block},  {"thead", Kind::Block},
    {"tfoot", Kind::Block},   {"colgroup", Kind::Block}, {"form", Kind::Block},     {"button", Kind::Block},
};

Kind kind_of(std::string_view name) {
  for (const Known& known : kKnown) {
    if (known.name == name) return known.kind;
  }
  return Kind::Inline;
}

struct Open {
  std::string name;
  Kind kind;
  bool foreign;  // inside SVG or MathML, where no element is raw text
};

class Guard {
 public:
  Guard(std::string_view html, const ReadLimits& limits) : html_(html), limits_(limits) {}

  // Where a limit is passed, and which.
  bool passes() {
    while (at_ < html_.size()) {
      at_ = std::min(html_.find('<', at_), html_.size());
      if (at_ + 1 >= html_.size()) return true;
      const std::size_t begin = at_;
      const char next = html_[at_ + 1];
      if (is_ascii_letter(next)) {
        if (!start_tag()) return at_ = begin, false;
      } else if (next == '/' && at_ + 2 < html_.size() && is_ascii_letter(html_[at_ + 2])) {
        at_ += 2;
        const std::string name = take_name();
        if (!skip_attributes()) return at_ = begin, false;
        end_tag(name);
      } else if (next == '!' || next == '?' || next == '/') {
        skip_comment();
      } else {
        ++at_;
      }
    }
    return true;
  }

  std::size_t at() const { return at_; }
  const char* what() const { return what_; }

 private:
  std::string take_name() {
    std::string name;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') {
      const char c = html_[at_++];
      if (name.size() < 32) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return name;
  }

  static bool is_space(char c) { return c == ' ' || (c >= 0x09 && c <= 0x0D); }

  // To behind ">". Every run of characters that are no white space, "=" or "/" outside quotes counts as an attribute.
  bool skip_attributes() {
    std::uint32_t count = 0;
    self_closing_ = false;
    while (at_ < html_.size() && html_[at_] != '>') {
      const char c = html_[at_];
      if (c == '=') {
        skip_value();
        continue;
      }
      if (is_space(c) || c == '/') {
        self_closing_ = c == '/';
        ++at_;
        continue;
      }
      self_closing_ = false;
      if (++count > limits_.html_attributes) return what_ = "A tag has more attributes than the limit of ", false;
      while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '=' && html_[at_] != '>' && html_[at_] != '/') ++at_;
    }
    ++at_;
    return true;
  }

  void skip_value() {
    ++at_;
    while (at_ < html_.size() && is_space(html_[at_])) ++at_;
    if (at_ >= html_.size()) return;
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
      at_ = std::min(html_.find(quote, at_ + 1), html_.size() - 1) + 1;
    } else {
      while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
    }
  }

  bool start_tag() {
    ++at_;
    std::string name = take_name();
    if (!skip_attributes()) return false;
    const Kind kind = kind_of(name);
    if (kind == Kind::Void) return true;
    const bool foreign = !open_.empty() && open_.back().foreign;
    if (foreign && self_closing_) return true;
    if (kind == Kind::Raw && !foreign) return skip_raw(name), true;
    if (kind == Kind::Block || kind == Kind::Scope) close_optional(name);
    const bool opens_foreign = name == "svg" || name == "math";
    open_.push_back({std::move(name), kind, foreign || opens_foreign});
    if (open_.size() > limits_.html_depth) return what_ = "Elements are nested deeper than the limit of ", false;
    return true;
  }

  // "<p>" before any block and an element of the same optional kind end by themselves.
  void close_optional(const std::string& name) {
    if (!open_.empty() && open_.back().name == "p") open_.pop_back();
    if (open_.empty()) return;
    const std::string& top = open_.back().name;
    const auto pair = [&](std::string_view a, std::string_view b) { return (name == a || name == b) && (top == a || top == b); };
    if (pair("li", "li") || pair("dd", "dt") || pair("td", "th") || pair("tr", "tr")) open_.pop_back();
    if (name == "tr" && !open_.empty() && (open_.back().name == "td" || open_.back().name == "th")) {
      open_.pop_back();
      if (!open_.empty() && open_.back().name == "tr") open_.pop_back();
    }
  }

  void end_tag(const std::string& name) {
    const Kind kind = kind_of(name);
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name == name) {
        open_.resize(i);
        return;
      }
      if (kind == Kind::Inline && open_[i].kind != Kind::Inline) return;
      if (kind == Kind::Block && open_[i].kind == Kind::Scope && name != "tr" && name != "tbody" && name != "thead" && name != "tfoot") return;
    }
  }

  void skip_raw(const std::string& name) {
    while (at_ < html_.size()) {
      at_ = std::min(html_.find("</", at_), html_.size());
      if (at_ + 2 + name.size() > html_.size()) {
        at_ = html_.size();
        return;
      }
      if (starts_with_any_case(html_.substr(at_ + 2), name)) {
        at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
        return;
      }
      at_ += 2;
    }
  }

  void skip_comment() {
    if (html_.substr(at_, 4) != "<!--") {
      at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
      return;
    }
    at_ += 4;
    if (html_.substr(at_, 1) == ">" || html_.substr(at_, 2) == "->") return;
    while (true) {
      at_ = html_.find("--", at_);
      if (at_ == std::string_view::npos) break;
      if (html_.substr(at_ + 2, 1) == ">" || html_.substr(at_ + 2, 2) == "!>") {
        at_ += 3;
        return;
      }
      ++at_;
    }
    at_ = html_.size();
  }

  std::string_view html_;
  const ReadLimits& limits_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  bool self_closing_ = false;
  const char* what_ = "";
};

}  // namespace

std::optional<Diagnostic> why_not_parsed(std::string_view html, const ReadLimits& limits, const Place& place) {
  Place here = place;
  if (html.size() > limits.html_bytes) {
    return Diagnostic{Severity::Error, Code::IoTooLarge, here, "Page is larger than the limit of " + std::to_string(limits.html_bytes) + " bytes"};
  }
  Guard guard(html, limits);
  if (guard.passes()) return std::nullopt;
  const std::string_view before = html.substr(0, guard.at());
  here.line = 1 + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
  here.column = before.size() - (before.rfind('\n') + 1) + 1;
  const std::string what = guard.what();
  const std::uint32_t limit = what[0] == 'A' ? limits.html_attributes : limits.html_depth;
  return Diagnostic{Severity::Error, Code::TextHtmlLimit, here, what + std::to_string(limit)};
}

}  // namespace entente::corpus
