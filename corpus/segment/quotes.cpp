#include "corpus/segment/quotes.hpp"

#include <algorithm>

#include "corpus/segment/chars.hpp"

namespace entente::corpus {
namespace {

enum class Mark : std::uint8_t { None, Open, Close, Either, LowOpen };

struct Seen {
  Mark mark = Mark::None;
  bool single = false;
};

class Pairing {
 public:
  Pairing(std::string_view text, const Segmentation& s) : text_(text), s_(s) { out_.roles.resize(s.tokens.size(), QuoteRole::None); }

  Quotes run() {
    std::size_t first = 0;
    while (first < s_.sentences.size()) {
      std::size_t last = first + 1;
      while (last < s_.sentences.size() && !breaks_before(last)) ++last;
      paragraph(first, last);
      first = last;
    }
    return std::move(out_);
  }

 private:
  bool breaks_before(std::size_t sentence) const {
    const Sentence& a = s_.sentences[sentence - 1];
    const Sentence& b = s_.sentences[sentence];
    if (a.block != b.block) return true;
    const auto gap = text_.substr(a.span.end, b.span.begin - a.span.end);
    return std::count(gap.begin(), gap.end(), '\n') >= 2;
  }

  void paragraph(std::size_t first, std::size_t last) {
    const auto begin = s_.sentences[first].first;
    const auto end = s_.sentences[last - 1].last;
    const std::uint32_t pending = pending_;
    pending_ = no_index;
    stack_.clear();
    bool seen_any = false;
    for (auto t = begin; t < end; ++t) {
      const Seen seen = look(t);
      if (seen.mark == Mark::None) continue;
      const bool opens = decide(t, seen);
      if (opens) {
        open(t, seen.single);
        const bool reopens = !seen_any && t == begin && pending != no_index && out_.quotations[pending].single == seen.single;
        if (reopens) tie(pending, stack_.back());
      } else if (!close(t, seen.single)) {
        if (!seen_any && pending != no_index && out_.quotations[pending].single == seen.single) continue_to(pending, begin, t);
      }
      seen_any = seen_any || !seen.single;
    }
    leave(first, last);
  }

  // What the mark may be by its form and its neighbours.
  Seen look(std::uint32_t t) {
    const Span span = s_.tokens[t].span;
    const auto mark = span.of(text_);
    const auto lead = static_cast<unsigned char>(mark.front());
    if (lead != '"' && lead != '\'' && lead != '`' && lead != 0xE2 && lead != 0xC2) return {};
    if (mark == "\u201C") return {Mark::Open, false};
    if (mark == "\u201D" || mark == "\u00BB" || mark == "''") return {Mark::Close, false};
    if (mark == "\u201E" || mark == "\u201F") return {Mark::LowOpen, false};
    if (mark == "\u00AB" || mark == "``") return {Mark::Open, false};
    if (mark == "\u2018" || mark == "\u201A" || mark == "\u201B" || mark == "\u2039" || mark == "`") return {Mark::Open, true};
    if (mark == "\u203A") return {Mark::Close, true};
    const bool is_single = mark == "'" || mark == "\u2019";
    if (mark != "\"" && !is_single) return {};
    if (is_single && s_.tokens[t].joined) {
      out_.roles[t] = QuoteRole::Apostrophe;
      return {};
    }
    return undirected(t, is_single);
  }

  Seen undirected(std::uint32_t t, bool single) {
    const Span span = s_.tokens[t].span;
    const CharClass left = class_before(span.begin);
    const CharClass right = span.end < text_.size() ? classify(text_, span.end).cls : CharClass::Space;
    if (left == CharClass::Digit && !open_now(single)) {
      out_.roles[t] = QuoteRole::Measure;
      return {};
    }
    const auto free = [](CharClass c) { return c == CharClass::Space || c == CharClass::Dash; };
    const bool free_left = free(left) || left == CharClass::Open || left == CharClass::SingleQuote;
    const bool free_right = free(right) || right == CharClass::Close || right == CharClass::Comma || right == CharClass::Terminator;
    if (free_left != free_right) return {free_left ? Mark::Open : Mark::Close, single};
    return {Mark::Either, single};
  }

  CharClass class_before(std::uint32_t at) const {
    if (at == 0) return CharClass::Space;
    std::uint32_t p = at - 1;
    while (p > 0 && is_trail(text_[p])) --p;
    return classify(text_, p).cls;
  }
  static bool is_trail(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

  bool open_now(bool single) const {
    return std::any_of(stack_.begin(), stack_.end(), [&](auto q) { return out_.quotations[q].single == single; });
  }

  bool decide(std::uint32_t t, Seen seen) {
    if (seen.mark == Mark::Either) return !open_now(seen.single);
    if (seen.mark == Mark::Close) {
      // a closing form where only an opening one makes sense: ”Now the ...
      const Span span = s_.tokens[t].span;
      const bool glued = span.end < text_.size() && is_word(classify(text_, span.end).cls);
      return glued && !seen.single && !open_now(false) && class_before(span.begin) == CharClass::Space;
    }
    // “ closes what „ opened
    if (seen.mark == Mark::Open && low_open_ && open_now(false) && s_.tokens[t].span.of(text_) == "\u201C") {
      low_open_ = false;
      return false;
    }
    low_open_ = seen.mark == Mark::LowOpen;
    return true;
  }

  void open(std::uint32_t t, bool single) {
    // a second opening mark of the same kind: the closing one of the first is missing
    while (open_now(single)) abandon();
    Quotation q;
    q.span = {s_.tokens[t].span.begin, s_.tokens[t].span.end};
    q.content = {q.span.end, q.span.end};
    q.open = t;
    q.first = q.last = t + 1;
    q.single = single;
    q.parent = stack_.empty() ? no_index : stack_.back();
    out_.roles[t] = QuoteRole::Opening;
    stack_.push_back(static_cast<std::uint32_t>(out_.quotations.size()));
    out_.quotations.push_back(q);
  }

  bool close(std::uint32_t t, bool single) {
    out_.roles[t] = single && !open_now(true) ? QuoteRole::Apostrophe : QuoteRole::Closing;
    if (!open_now(single)) return false;
    while (out_.quotations[stack_.back()].single != single) abandon();
    end_at(stack_.back(), t, s_.tokens[t].span);
    stack_.pop_back();
    return true;
  }

  void end_at(std::uint32_t quotation, std::uint32_t token, Span mark) {
    Quotation& q = out_.quotations[quotation];
    q.close = token;
    q.last = token;
    q.content.end = mark.begin;
    q.span.end = mark.end;
  }

  // The innermost open quotation has no closing mark: it ends with the sentence it began in.
  void abandon() {
    Quotation& q = out_.quotations[stack_.back()];
    stack_.pop_back();
    const auto at = std::upper_bound(s_.sentences.begin(), s_.sentences.end(), q.open, [](auto t, const Sentence& s) { return t < s.last; });
    stretch(q, at->last);
  }

  void stretch(Quotation& q, std::uint32_t last) {
    q.last = std::max(last, q.first);
    const auto end = q.last > q.first ? s_.tokens[q.last - 1].span.end : q.content.begin;
    q.content.end = q.span.end = end;
  }

  void leave(std::size_t, std::size_t last) {
    while (stack_.size() > 1) abandon();
    if (stack_.empty()) return;
    pending_ = stack_.back();
    abandon();
    pending_end_ = s_.sentences[last - 1].last;
  }

  // `earlier` goes on in `later`: so it reached the end of its paragraph.
  void tie(std::uint32_t earlier, std::uint32_t later) {
    stretch(out_.quotations[earlier], pending_end_);
    out_.quotations[earlier].next = later;
    out_.quotations[later].previous = earlier;
  }

  // A paragraph that closes what the one before opened, without a mark at its beginning.
  void continue_to(std::uint32_t earlier, std::uint32_t begin, std::uint32_t t) {
    Quotation q;
    q.first = begin;
    q.single = out_.quotations[earlier].single;
    q.content.begin = q.span.begin = s_.tokens[begin].span.begin;
    out_.quotations.push_back(q);
    const auto index = static_cast<std::uint32_t>(out_.quotations.size() - 1);
    end_at(index, t, s_.tokens[t].span);
    out_.roles[t] = QuoteRole::Closing;
    tie(earlier, index);
  }

  std::string_view text_;
  const Segmentation& s_;
  Quotes out_;
  std::vector<std::uint32_t> stack_;
  std::uint32_t pending_ = no_index;  // the quotation the paragraph before left open
  std::uint32_t pending_end_ = 0;
  bool low_open_ = false;
};

}  // namespace

Quotes find_quotes(std::string_view text, const Segmentation& segmentation) { return Pairing(text, segmentation).run(); }

}  // namespace entente::corpus
