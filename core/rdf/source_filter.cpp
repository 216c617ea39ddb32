#include "core/rdf/source_filter.hpp"

#include "core/base/utf8.hpp"

namespace entente::rdf {
namespace {

constexpr int kMaxDepth = 1000;
constexpr std::size_t kSegment = std::size_t{1} << 20;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == ':' || c == '.' || c == '%' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

SourceFilter::SourceFilter(std::string_view bytes, bool lines, bool graphs) : bytes_(bytes), lines_(lines), graphs_(graphs) {
  if (starts("\xEF\xBB\xBF")) at_ = last_ = line_start_ = 3;
  bad_ = find_invalid_utf8(bytes).value_or(bytes.size());
}

int SourceFilter::next() {
  if (stop_ != Stop::None) return -1;
  if (insert_) {
    insert_ = false;
    return 'x';
  }
  const auto halt = [this](Stop why) { return stop_ = why, -1; };
  consume_held();
  if (at_end()) return halt(Stop::End);
  const char c = bytes_[at_];
  if (c == 0 && state_ != State::String) return halt(Stop::Nul);  // strings may hold it
  if (at_ >= bad_) return halt(Stop::Utf8);
  if (lines_ && at_ - segment_ > kSegment && bytes_[at_ - 1] == '\n') {
    segment_ = at_;
    return halt(Stop::Segment);
  }
  take(static_cast<unsigned char>(c));
  if (!lines_ && depth_ > kMaxDepth) return halt(Stop::Depth);
  if (!lines_ && !graphs_ && braces_ > 0) return halt(Stop::Graph);
  last_ = at_++;
  held_ = true;
  return static_cast<unsigned char>(c);
}

void SourceFilter::consume_held() {
  if (held_ && bytes_[last_] == '\n') {
    ++line_;
    line_start_ = last_ + 1;
  }
  held_ = false;
}

void SourceFilter::take(unsigned char byte) {
  const char c = static_cast<char>(byte);
  if (plain_ > 0) {
    --plain_;
    return;
  }
  switch (state_) {
    case State::Normal: return take_normal(c);
    case State::Comment:
      if (c == '\n' || c == '\r') state_ = State::Normal;
      return;
    case State::Iri:
      if (c == '>' || c == '\n') state_ = State::Normal;
      return;
    case State::String: return take_quoted(c);
  }
}

void SourceFilter::take_normal(char c) {
  const bool in_name = name_;
  name_ = is_name_byte(c);
  switch (c) {
    case '<': state_ = State::Iri; break;
    case '#': state_ = State::Comment; break;
    case '"':
    case '\'': open_string(c); break;
    case '\\': plain_ = 1; name_ = true; break;
    case '(':
    case '[': ++depth_; break;
    case ')':
    case ']': depth_ -= depth_ > 0; break;
    case '{': ++braces_; break;
    case '}': braces_ -= braces_ > 0; break;
    case ':': insert_ = !lines_ && in_name && at_ > 0 && bytes_[at_ - 1] == '_' && (at_ < 2 || !is_name_byte(bytes_[at_ - 2])); break;
    default: break;
  }
}

void SourceFilter::open_string(char quote) {
  state_ = State::String;
  quote_ = quote;
  const char three[] = {quote, quote, quote};
  long_ = !lines_ && starts({three, 3});
  if (long_) plain_ = 2;
}

void SourceFilter::take_quoted(char c) {
  if (c == '\\') {
    plain_ = 1;
  } else if (c == quote_) {
    const char three[] = {quote_, quote_, quote_};
    if (long_ && !starts({three, 3})) return;
    if (long_) plain_ = 2;
    state_ = State::Normal;
  } else if (c == '\n' && !long_) {
    state_ = State::Normal;
  }
}

bool SourceFilter::statement_ends_at(std::size_t at) const {
  const char c = bytes_[at];
  if (lines_) return c == '\n';
  if (state_ != State::Normal || plain_ != 0 || braces_ > 0) return false;
  return c == '}' || (c == '.' && (at + 1 == bytes_.size() || is_space(bytes_[at + 1]) || bytes_[at + 1] == '#'));
}

void SourceFilter::recover() {
  stop_ = Stop::None;
  insert_ = false;
  plain_ = 0;
  if (!graphs_) braces_ = 0;  // an opening brace that stopped the reading is taken again
  bool ends = held_ && statement_ends_at(last_);
  consume_held();
  while (!ends && !at_end()) {
    take(static_cast<unsigned char>(bytes_[at_]));
    ends = statement_ends_at(at_);
    last_ = at_++;
    held_ = true;
    consume_held();
  }
  depth_ = 0;
  segment_ = at_;
  if (at_ > bad_) {
    const auto bad = find_invalid_utf8(bytes_.substr(at_));
    bad_ = bad ? at_ + *bad : bytes_.size();
  }
}

}  // namespace entente::rdf
