#include "corpus/segment/sentences.hpp"

#include "corpus/segment/lowered.hpp"

namespace entente::corpus {
namespace {

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Token>& tokens, const std::vector<Cut>& cuts)
      : text_(text), tokens_(tokens), cuts_(cuts) {}

  // Whether a sentence ends after token `at` (`at` + 1 is a token of the same block); `end` moves over what closes it.
  bool ends(std::size_t at, std::size_t& end) const {
    const Kind kind = cuts_[at].kind;
    if (cuts_[at + 1].lines >= 2) return true;
    if (kind != Kind::Period && kind != Kind::Question && kind != Kind::Ellipsis && kind != Kind::Abbreviated) return false;
    end = close(at);
    if (end + 1 >= tokens_.size()) return true;
    const std::size_t next = end + 1;
    if (cuts_[next].lines >= 2) return true;
    switch (kind) {
      case Kind::Period: return after_period(next);
      case Kind::Question: return after_question(next, end > at);
      case Kind::Ellipsis: return starts_like_sentence(next) && tokens_[next].space_before;
      default: return after_abbreviation(at, next, end > at);
    }
  }

 private:
  // The last of the closing quotation marks and brackets that follow `at`.
  std::size_t close(std::size_t at) const {
    std::size_t end = at;
    while (end + 1 < tokens_.size()) {
      const Kind kind = cuts_[end + 1].kind;
      const bool closes = kind == Kind::QuoteClose || kind == Kind::Close || kind == Kind::Apostrophe || kind == Kind::Emoticon;
      if (!closes || (tokens_[end + 1].space_before && kind != Kind::QuoteClose && kind != Kind::Emoticon)) break;
      ++end;
    }
    return end;
  }

  bool starts_like_sentence(std::size_t next) const {
    const Cut& p = cuts_[next];
    switch (p.kind) {
      case Kind::QuoteOpen:
      case Kind::Open:
      case Kind::Dash:
        return next + 1 >= tokens_.size() || cuts_[next + 1].kind == Kind::QuoteOpen || cuts_[next + 1].kind == Kind::Ellipsis ||
               starts_with_capital(next + 1);
      default: return starts_with_capital(next);
    }
  }

  bool starts_with_capital(std::size_t at) const {
    const Cut& p = cuts_[at];
    return p.shape == Shape::Capital || p.shape == Shape::Upper || p.kind == Kind::Number ||
           (p.shape == Shape::None && (p.kind == Kind::Word || p.kind == Kind::Symbol)) || p.kind == Kind::Abbreviated || p.kind == Kind::Url;
  }

  bool after_period(std::size_t next) const {
    const Cut& p = cuts_[next];
    if (!tokens_[next].space_before) return p.shape == Shape::Capital || p.shape == Shape::Upper || p.kind == Kind::Quote;
    return starts_like_sentence(next);
  }

  // "Why?" he asked; "Why?" Mr. Meyer asked: the sentence goes on.
  bool after_question(std::size_t next, bool closed) const {
    if (!starts_like_sentence(next)) return false;
    return !(closed && reports_speech(next));
  }

  bool reports_speech(std::size_t next) const {
    for (std::size_t i = next; i < tokens_.size() && i < next + 6; ++i) {
      const Kind kind = cuts_[i].kind;
      if (kind != Kind::Word && kind != Kind::Abbreviated && kind != Kind::Comma && kind != Kind::Dash) return false;
      if (cuts_[i].shape == Shape::Lower && i > next && is_speech_verb(Lowered(tokens_[i].span.of(text_)).view())) return true;
    }
    return false;
  }

  bool after_abbreviation(std::size_t at, std::size_t next, bool closed) const {
    const Cut& p = cuts_[next];
    if (!tokens_[next].space_before) return false;
    const bool starter = (p.shape == Shape::Capital) && starts_sentence(Lowered(tokens_[next].span.of(text_)).view());
    switch (cuts_[at].abbreviation) {
      case Abbreviation::Inner:
      case Abbreviation::Numbered: return false;
      case Abbreviation::Title: return closed && starts_like_sentence(next);
      case Abbreviation::Month: return starter && p.kind == Kind::Word;
      default: break;
    }
    if (closed) return starts_like_sentence(next);
    return starter || (p.kind == Kind::QuoteOpen && starts_like_sentence(next));
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Cut>& cuts_;
};

}  // namespace

void find_sentences(std::string_view text, const std::vector<Token>& tokens, const std::vector<Cut>& cuts, std::size_t first,
                    std::uint32_t block, std::vector<Sentence>& sentences) {
  const Finder finder(text, tokens, cuts);
  std::size_t begin = first;
  const auto finish = [&](std::size_t last) {
    sentences.push_back({cover(tokens[begin].span, tokens[last].span), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1), block});
    begin = last + 1;
  };
  for (std::size_t i = first; i + 1 < tokens.size(); ++i) {
    std::size_t end = i;
    if (!finder.ends(i, end)) continue;
    i = end;
    finish(end);
  }
  if (begin < tokens.size()) finish(tokens.size() - 1);
}

}  // namespace entente::corpus
