// One pass for spelling and shape, one for tags and lemmas, sentence by sentence.
#include "extract/shallow/annotator.hpp"

#include <unicode/uchar.h>

#include <array>
#include <string>

#include "core/base/utf8.hpp"

namespace entente::extract {
namespace {

std::uint8_t shape_of(std::size_t size, unsigned letters, unsigned upper, unsigned digits, unsigned marks, bool first_upper) {
  std::uint8_t shape = 0;
  if (first_upper) shape |= kCapitalised;
  if (letters > 1 && upper == letters) shape |= kAllCaps;
  if (digits > 0) shape |= kHasDigit;
  if (digits > 0 && digits + marks == size) shape |= kAllDigits;
  if (letters == 0 && digits == 0) shape |= kPunctuation;
  return shape;
}

std::uint8_t wide_shape(std::string_view form) {
  unsigned upper = 0;
  unsigned letters = 0;
  unsigned digits = 0;
  unsigned marks = 0;
  bool first_upper = false;
  std::uint8_t shape = 0;
  for (std::size_t i = 0; i < form.size();) {
    const Decoded at = decode_at(form, i);
    const auto c = static_cast<UChar32>(at.code_point);
    const bool alpha = c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : u_isalpha(c) != 0;
    const bool capital = c < 128 ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0;
    if (alpha && letters == 0) first_upper = capital;
    letters += alpha;
    upper += capital;
    digits += c >= '0' && c <= '9';
    marks += c == '.' || c == ',' || c == ':';
    if (c == '-' && i > 0 && i + 1 < form.size()) shape |= kHyphenated;
    i += at.size;
  }
  return static_cast<std::uint8_t>(shape | shape_of(form.size(), letters, upper, digits, marks, first_upper));
}

// Lower case and shape of one word, in one pass where it is short and ASCII, as nearly all are.
class Speller {
 public:
  void read(std::string_view form) {
    if (form.size() > short_.size() || !read_ascii(form)) {
      long_.clear();
      append_lower(form, long_);
      lower_ = long_;
      shape_ = wide_shape(form);
    }
  }
  std::string_view lower() const { return lower_; }
  std::uint8_t shape() const { return shape_; }

 private:
  bool read_ascii(std::string_view form) {
    unsigned upper = 0;
    unsigned letters = 0;
    unsigned digits = 0;
    unsigned marks = 0;
    unsigned inner_hyphens = 0;
    unsigned wide = 0;
    bool first_upper = false;
    for (std::size_t i = 0; i < form.size(); ++i) {
      const auto c = static_cast<unsigned char>(form[i]);
      const bool capital = c >= 'A' && c <= 'Z';
      const bool alpha = (c | 32U) >= 'a' && (c | 32U) <= 'z';
      first_upper = first_upper || (capital && letters == 0);
      wide |= c;
      letters += alpha;
      upper += capital;
      digits += c >= '0' && c <= '9';
      marks += c == '.' || c == ',' || c == ':';
      inner_hyphens += c == '-' && i > 0 && i + 1 < form.size();
      short_[i] = static_cast<char>(c + (capital ? 32U : 0U));
    }
    if (wide >= 0x80) return false;
    lower_ = {short_.data(), form.size()};
    shape_ = shape_of(form.size(), letters, upper, digits, marks, first_upper);
    if (inner_hyphens > 0) shape_ |= kHyphenated;
    if (letters == form.size()) shape_ |= kPlain;
    return true;
  }

  std::array<char, 32> short_;
  std::string long_;
  std::string_view lower_;
  std::uint8_t shape_ = 0;
};

VerbForm verb_form_of(FineTag tag, const WordInfo* info) {
  switch (tag) {
    case FineTag::Vb: return VerbForm::Base;
    case FineTag::Vbz: return VerbForm::Present3;
    case FineTag::Vbd: return VerbForm::Past;
    case FineTag::Vbn: return VerbForm::Participle;
    case FineTag::Vbg: return VerbForm::Gerund;
    case FineTag::Aux:
      if (info == nullptr) return VerbForm::Base;
      for (const auto form : {VerbForm::Past, VerbForm::Present3, VerbForm::Gerund, VerbForm::Participle})
        if (info->verb_forms >> static_cast<unsigned>(form) & 1U) return form;
      return VerbForm::Base;
    default: return VerbForm::None;
  }
}

constexpr Upos kUpos[] = {Upos::Adj, Upos::Adp, Upos::Adv, Upos::Aux, Upos::Cconj, Upos::Det, Upos::Intj, Upos::Noun, Upos::Num,
                          Upos::Part, Upos::Pron, Upos::Propn, Upos::Punct, Upos::Sconj, Upos::Sym, Upos::Verb, Upos::Verb,
                          Upos::Verb, Upos::Verb, Upos::Verb, Upos::X, Upos::None};

Symbol lemma_of(Upos upos, const Word& word, const WordInfo& info) {
  Symbol lemma = 0;
  if (upos == Upos::Verb || upos == Upos::Aux) lemma = info.verb_lemma;
  else if (upos == Upos::Noun || upos == Upos::Propn) lemma = info.noun_lemma;
  else if (upos == Upos::Adj || upos == Upos::Adv) lemma = info.other_lemma;
  return lemma != 0 ? lemma : word.form;
}

// Every word inside of some quotation, and the marks themselves.
void place_quotes(Analysis& analysis) {
  const auto& quotes = analysis.quotes;
  for (const auto& quotation : quotes.quotations)
    for (std::uint32_t t = quotation.first; t < quotation.last; ++t) analysis.words[t].quote = kQuoteIn;
  for (std::uint32_t t = 0; t < quotes.roles.size(); ++t) {
    if (quotes.roles[t] == corpus::QuoteRole::Opening) analysis.words[t].quote = kQuoteOpen;
    if (quotes.roles[t] == corpus::QuoteRole::Closing) analysis.words[t].quote = kQuoteClose;
  }
}

}  // namespace

void annotate(const Annotator& annotator, Analysis& analysis) {
  const Vocabulary& vocabulary = *annotator.vocabulary;
  const auto& tokens = analysis.segmentation.tokens;
  analysis.words.assign(tokens.size(), {});
  Speller speller;
  std::vector<FineTag> tags;
  for (std::uint32_t s = 0; s < analysis.segmentation.sentences.size(); ++s) {
    const auto& sentence = analysis.segmentation.sentences[s];
    Word* words = analysis.words.data() + sentence.first;
    const std::uint32_t count = sentence.last - sentence.first;
    for (std::uint32_t i = 0; i < count; ++i) {
      speller.read(analysis.form(sentence.first + i));
      words[i].form = vocabulary.find(speller.lower());
      words[i].sentence = s;
      words[i].shape = speller.shape();
      if (i == 0) words[i].shape |= kSentenceStart;
    }
    const auto spelling = [&](std::uint32_t i) -> std::string_view {
      if (words[i].form != 0) return vocabulary.text(words[i].form);
      speller.read(analysis.form(sentence.first + i));
      return speller.lower();
    };
    annotator.tagger.tag(words, count, spelling, tags);
    for (std::uint32_t i = 0; i < count; ++i) {
      const WordInfo* info = words[i].form != 0 ? &vocabulary.info(words[i].form) : nullptr;
      words[i].upos = kUpos[static_cast<unsigned>(tags[i])];
      words[i].verb_form = verb_form_of(tags[i], info);
      words[i].lemma = info != nullptr ? lemma_of(words[i].upos, words[i], *info) : 0;
    }
  }
  place_quotes(analysis);
}

}  // namespace entente::extract
