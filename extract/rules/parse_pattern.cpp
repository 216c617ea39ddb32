// Recursive-descent parser of the pattern language; nesting is bounded by kMaxDepth.
//
//   choice   = sequence { " | " sequence }
//   sequence = { [ name ":" ] atom [ quantifier ] }
//   atom     = word | ~lemma | %lexicon | @Type [terms] | NP [terms] | VG [terms] | [terms] | . | #label | $NAME
//            | "(" choice ")" | "^" | "$" | "(?=" choice ")" ... | "{" path choice "}" [ "?" ]
#include <algorithm>
#include <charconv>

#include "extract/rules/pattern_parser.hpp"

namespace entente::extract::rules {
namespace {

constexpr int kMaxDepth = 24;
constexpr std::uint32_t kMaxBound = 200;

}  // namespace

bool PatternParser::whole(Node& out) {
  if (!choice(out)) return false;
  if (at_ != text_.size()) return fail("A closing bracket has no opening one");
  return true;
}

bool PatternParser::choice(Node& out) {
  if (++depth_ > kMaxDepth) return fail("The pattern is nested too deeply");
  Node all;
  all.kind = Node::Kind::Choice;
  do {
    all.children.emplace_back();
    if (!sequence(all.children.back())) return false;
    space();
  } while (take("|"));
  --depth_;
  out = all.children.size() == 1 ? std::move(all.children.front()) : std::move(all);
  return true;
}

bool PatternParser::sequence(Node& out) {
  out.kind = Node::Kind::Sequence;
  space();
  while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')' && text_[at_] != '}') {
    out.children.emplace_back();
    if (!item(out.children.back())) return false;
    space();
  }
  if (out.children.empty()) return fail("A pattern or an alternative is empty");
  if (out.children.size() == 1) {
    Node only = std::move(out.children.front());
    out = std::move(only);
  }
  return true;
}

bool PatternParser::item(Node& out) {
  std::string name;
  if (!capture_name(name)) return false;
  Node inner;
  if (!atom(inner)) return false;
  if (!name.empty()) {
    auto known = std::find(pattern_.captures.begin(), pattern_.captures.end(), name);
    out.kind = Node::Kind::Capture;
    out.capture = static_cast<std::uint16_t>(known - pattern_.captures.begin());
    if (known == pattern_.captures.end()) pattern_.captures.push_back(name);
    if (width_of(inner).least == 0) return fail("A capture must take at least one token");
    out.children.push_back(std::move(inner));
  } else {
    out = std::move(inner);
  }
  return quantifier(out);
}

bool PatternParser::capture_name(std::string& name) {
  std::size_t end = at_;
  while (end < text_.size() && ((text_[end] >= 'a' && text_[end] <= 'z') || text_[end] == '_')) ++end;
  if (end == at_ || end >= text_.size() || text_[end] != ':') return true;
  name = text_.substr(at_, end - at_);
  at_ = end + 1;
  return at_ < text_.size() || fail("A capture has nothing to name");
}

bool PatternParser::quantifier(Node& out) {
  std::uint32_t least = 1;
  std::uint32_t most = 1;
  if (take("?")) least = 0;
  else if (take("*")) least = 0, most = UINT32_MAX;
  else if (take("+")) most = UINT32_MAX;
  else if (at_ + 1 < text_.size() && text_[at_] == '{' && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9') {
    if (!bounds(least, most)) return false;
  } else {
    return true;
  }
  if (out.kind == Node::Kind::Path) {
    if (least != 0 || most != 1) return fail("Only ? may follow a path");
    out.optional = true;
    return true;
  }
  if (width_of(out).least == 0) return fail("What may be empty cannot be repeated");
  Node repeat;
  repeat.kind = Node::Kind::Repeat;
  repeat.least = least;
  repeat.most = most;
  repeat.lazy = take("?");
  repeat.children.push_back(std::move(out));
  out = std::move(repeat);
  return true;
}

bool PatternParser::bounds(std::uint32_t& least, std::uint32_t& most) {
  const auto close = text_.find('}', at_);
  if (close == std::string_view::npos) return fail("A bound is not closed");
  const auto inside = text_.substr(at_ + 1, close - at_ - 1);
  const auto* end = inside.data() + inside.size();
  auto got = std::from_chars(inside.data(), end, least);
  most = least;
  if (got.ec == std::errc{} && got.ptr != end && *got.ptr == ',') {
    most = UINT32_MAX;
    if (got.ptr + 1 != end) got = std::from_chars(got.ptr + 1, end, most);
    else ++got.ptr;
  }
  if (got.ec != std::errc{} || got.ptr != end || least > most || most == 0) return fail("A bound must be {n}, {n,} or {n,m}");
  if (least > kMaxBound || (most != UINT32_MAX && most > kMaxBound)) return fail("A bound is larger than 200");
  at_ = close + 1;
  return true;
}

bool parse_pattern(std::string_view text, const PatternContext& context, Pattern& pattern, PatternFault& fault) {
  pattern = {};
  fault = {};
  if (!PatternParser(text, context, pattern, fault, 0).whole(pattern.root)) {
    pattern = {};
    return false;
  }
  if (width_of(pattern.root).least == 0) {
    fault = {0, Code::RulePattern, "A pattern must take at least one token"};
    return false;
  }
  return true;
}

}  // namespace entente::extract::rules
