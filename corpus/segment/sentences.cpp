#include "corpus/segment/sentences.hpp"

#include <algorithm>

#include "corpus/segment/lowered.hpp"

namespace entente::corpus {
namespace {

constexpr std::size_t kMostClosing = 64;            // marks that close behind the end of one sentence
constexpr std::size_t kAhead = kMostClosing + 8;  // tokens behind a place that are looked at

class Finder {
 public:
  explicit Finder(const TokenView& view) : text_(view.text), tokens_(view.tokens), cuts_(view.cuts) {}

  Verdict judge(std::size_t at, std::size_t& end) const {
    end = at;
    const Kind kind = cuts_[at].kind;
    if (cuts_[at + 1].lines >= 2) return Verdict::Yes;
    if (kind != Kind::Period && kind != Kind::Question && kind != Kind::Ellipsis && kind != Kind::Abbreviated) return unmarked(at);
    end = close(at);
    if (end + 1 >= tokens_.size() || cuts_[end + 1].lines >= 2) return Verdict::Yes;
    const std::size_t next = end + 1;
    if (continues(next)) return Verdict::No;
    switch (kind) {
      case Kind::Period: return spaced_dots(at) ? after_ellipsis(at, next) : after_period(next);
      case Kind::Question: return after_question(next, end > at);
      case Kind::Ellipsis: return after_ellipsis(at, next);
      default: return after_abbreviation(at, next, end > at);
    }
  }

 private:
  // The last of the closing quotation marks and brackets that follow `at`.
  std::size_t close(std::size_t at) const {
    std::size_t end = at;
    while (end + 1 < tokens_.size() && end < at + kMostClosing && cuts_[end + 1].lines < 2) {
      const Kind kind = cuts_[end + 1].kind;
      const bool closes = kind == Kind::QuoteClose || kind == Kind::Close || kind == Kind::Apostrophe || kind == Kind::Emoticon;
      if (!closes || (tokens_[end + 1].space_before && kind != Kind::QuoteClose && kind != Kind::Emoticon)) break;
      ++end;
    }
    return end;
  }

  // Marks that never begin a sentence.
  bool continues(std::size_t next) const {
    const Kind kind = cuts_[next].kind;
    return kind == Kind::Comma || kind == Kind::Semicolon || kind == Kind::Colon || kind == Kind::Close || kind == Kind::QuoteClose ||
           kind == Kind::Period || tokens_[next].joined;
  }

  bool starts_like_sentence(std::size_t next) const {
    switch (cuts_[next].kind) {
      case Kind::QuoteOpen:
      case Kind::Open:
      case Kind::Dash:
        return next + 1 >= tokens_.size() || cuts_[next + 1].kind == Kind::QuoteOpen || cuts_[next + 1].kind == Kind::Ellipsis ||
               starts_with_capital(next + 1);
      default: return starts_with_capital(next);
    }
  }

  bool starts_with_capital(std::size_t at) const {
    const Cut& c = cuts_[at];
    return capital(at) || c.kind == Kind::Number || (c.shape == Shape::None && (c.kind == Kind::Word || c.kind == Kind::Symbol)) ||
           c.kind == Kind::Abbreviated || c.kind == Kind::Url;
  }

  bool capital(std::size_t at) const { return cuts_[at].shape == Shape::Capital || cuts_[at].shape == Shape::Upper; }

  Verdict after_period(std::size_t next) const {
    if (!tokens_[next].space_before) return capital(next) ? Verdict::Yes : Verdict::No;
    return starts_like_sentence(next) ? Verdict::Yes : Verdict::Ask;
  }

  // . . . with white space between
  bool spaced_dots(std::size_t at) const { return at > 0 && cuts_[at - 1].kind == Kind::Period && tokens_[at].space_before; }

  Verdict after_ellipsis(std::size_t at, std::size_t next) const {
    if (at > 0 && (cuts_[at - 1].kind == Kind::Open || cuts_[at - 1].kind == Kind::QuoteOpen)) return Verdict::No;
    return cuts_[at].kind == Kind::Period && cuts_[next].shape == Shape::Lower ? Verdict::No : Verdict::Ask;
  }

  // "Why?" he asked; "Why?" Mr. Meyer asked: the sentence goes on.
  Verdict after_question(std::size_t next, bool closed) const {
    if (closed && reports_speech(next)) return Verdict::No;
    if (!starts_like_sentence(next)) return closed ? Verdict::No : Verdict::Ask;
    return Verdict::Yes;
  }

  bool reports_speech(std::size_t next) const {
    for (std::size_t i = next; i < tokens_.size() && i < next + 6; ++i) {
      const Kind kind = cuts_[i].kind;
      if (kind != Kind::Word && kind != Kind::Abbreviated && kind != Kind::Comma && kind != Kind::Dash) return false;
      if (cuts_[i].shape == Shape::Lower && is_speech_verb(lower(i).view())) return true;
    }
    return false;
  }

  Verdict after_abbreviation(std::size_t at, std::size_t next, bool closed) const {
    if (!tokens_[next].space_before) return Verdict::No;
    const bool starter = cuts_[next].shape == Shape::Capital && starts_sentence(lower(next).view());
    switch (cuts_[at].abbreviation) {
      case Abbreviation::Inner:
      case Abbreviation::Numbered: return Verdict::No;
      case Abbreviation::Title: return closed && starts_like_sentence(next) ? Verdict::Yes : Verdict::No;
      case Abbreviation::Month: return starter && cuts_[next].kind == Kind::Word ? Verdict::Yes : Verdict::No;
      default: break;
    }
    if (closed) return starts_like_sentence(next) ? Verdict::Yes : Verdict::No;
    if (is_half_day(at) && (is_day_or_month(lower(next).view()) || cuts_[next].shape == Shape::Upper)) return Verdict::No;
    if (starter || (cuts_[next].kind == Kind::QuoteOpen && starts_like_sentence(next))) return Verdict::Yes;
    return starts_like_sentence(next) ? Verdict::Ask : Verdict::No;
  }

  // 10 p.m. Wednesday, 5 a.m. EST
  bool is_half_day(std::size_t at) const {
    const Lowered word = lower(at);
    return word.view() == "p.m." || word.view() == "a.m.";
  }

  // No mark ends the sentence here; headings run into the text, lists and signatures still do.
  Verdict unmarked(std::size_t at) const {
    const std::size_t next = at + 1;
    if (!tokens_[next].space_before || continues(next)) return Verdict::No;
    const Kind a = cuts_[at].kind;
    const Kind b = cuts_[next].kind;
    if (a == Kind::Open || a == Kind::QuoteOpen) return Verdict::No;
    if ((a == Kind::Comma || a == Kind::Colon) && cuts_[next].lines == 0) return Verdict::No;
    const bool mark_before = a == Kind::Url || a == Kind::Emoticon || a == Kind::Symbol;
    const bool mark_behind = b == Kind::Url || b == Kind::Symbol || b == Kind::Dash || b == Kind::Number;
    return mark_before || mark_behind || capital(next) || cuts_[next].lines > 0 ? Verdict::Ask : Verdict::No;
  }

  Lowered lower(std::size_t t) const { return Lowered(tokens_[t].span.of(text_)); }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Cut>& cuts_;
};

// Where no mark stands, the judge must be sure: in news a name in mid-sentence looks like a beginning.
constexpr int unmarked_margin = 40;

bool is_boundary(const TokenView& view, const Place& place) {
  const Kind kind = view.cuts[place.at].kind;
  const bool marked = kind == Kind::Period || kind == Kind::Question || kind == Kind::Ellipsis || kind == Kind::Abbreviated;
  return boundary_score(view, place) > (marked ? 0 : unmarked_margin);
}

}  // namespace

Verdict judge(const TokenView& view, std::size_t at, std::size_t& end) { return Finder(view).judge(at, end); }

namespace {

bool is_pause(Kind kind) { return kind == Kind::Comma || kind == Kind::Semicolon || kind == Kind::Colon; }

}  // namespace

void SentenceFinder::start(std::uint32_t block) {
  place_ = {};
  place_.block = place_.begin = at_ = pause_ = view_.tokens.size();
  block_ = block;
}

void SentenceFinder::find(bool whole, std::vector<Sentence>& sentences) {
  const auto& tokens = view_.tokens;
  const std::size_t ahead = whole ? 1 : kAhead;
  for (; at_ + ahead < tokens.size(); ++at_) {
    if (is_pause(view_.cuts[at_].kind)) pause_ = at_;
    if (at_ + 1 - place_.begin == max_sentence_words) {
      if (pause_ > place_.begin + max_sentence_words / 2) at_ = pause_;
      for (int step = 0; step < 4 && tokens[at_ + 1].joined; ++step) --at_;  // inside "don't"
      finish(at_, sentences);
    } else if (ends_at(at_)) {
      at_ = std::min(place_.end, place_.begin + max_sentence_words - 1);
      finish(at_, sentences);
    }
  }
  if (whole && place_.begin < tokens.size()) finish(tokens.size() - 1, sentences);
}

// Sets place_.end where a sentence ends.
bool SentenceFinder::ends_at(std::size_t at) {
  place_.at = at;
  const Verdict verdict = judge(view_, at, place_.end);
  return verdict == Verdict::Yes || (verdict == Verdict::Ask && is_boundary(view_, place_));
}

void SentenceFinder::finish(std::size_t last, std::vector<Sentence>& sentences) {
  const auto begin = place_.begin;
  sentences.push_back({cover(view_.tokens[begin].span, view_.tokens[last].span), static_cast<std::uint32_t>(begin),
                       static_cast<std::uint32_t>(last + 1), block_});
  place_.lower_before = view_.cuts[begin].shape == Shape::Lower;
  place_.begin = last + 1;
}

void SentenceFinder::forget(std::size_t count) {
  const auto shift = [&](std::size_t& token) { token -= std::min(token, count); };
  for (auto* token : {&place_.block, &place_.begin, &at_, &pause_}) shift(*token);
}

}  // namespace entente::corpus
