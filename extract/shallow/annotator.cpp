// One pass for spelling and shape, one for tags and lemmas, sentence by sentence.
#include "extract/shallow/annotator.hpp"

#include <span>

#include "extract/shallow/mend.hpp"
#include "extract/shallow/spellings.hpp"

namespace entente::extract {
namespace {

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
        if (info->inflects(form)) return form;
      return VerbForm::Base;
    default: return VerbForm::None;
  }
}

constexpr Upos kUpos[] = {Upos::Adj, Upos::Adp, Upos::Adv, Upos::Aux, Upos::Cconj, Upos::Det, Upos::Intj, Upos::Noun, Upos::Num,
                          Upos::Part, Upos::Pron, Upos::Propn, Upos::Punct, Upos::Sconj, Upos::Sym, Upos::Verb, Upos::Verb,
                          Upos::Verb, Upos::Verb, Upos::Verb, Upos::X, Upos::Part, Upos::None};

Symbol lemma_of(Upos upos, const Word& word, const WordInfo& info) {
  Symbol lemma = 0;
  if (upos == Upos::Verb || upos == Upos::Aux) lemma = info.verb_lemma;
  else if (upos == Upos::Noun || upos == Upos::Propn) lemma = info.noun_lemma;
  else if (upos == Upos::Adj || upos == Upos::Adv) lemma = info.other_lemma;
  return lemma != 0 ? lemma : word.form;
}

void settle(Word& word, FineTag tag, const Vocabulary& vocabulary) {
  const WordInfo* info = word.form != 0 ? &vocabulary.info(word.form) : nullptr;
  word.upos = kUpos[static_cast<unsigned>(tag)];
  word.verb_form = verb_form_of(tag, info);
  word.lemma = info != nullptr ? lemma_of(word.upos, word, *info) : 0;
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
  analysis.words.assign(analysis.segmentation.tokens.size(), {});
  Spellings spellings;
  std::vector<Symbol> symbols;
  ShallowTagger::Work work;
  for (std::uint32_t s = 0; s < analysis.segmentation.sentences.size(); ++s) {
    const auto& sentence = analysis.segmentation.sentences[s];
    const std::span<Word> words(analysis.words.data() + sentence.first, sentence.last - sentence.first);
    spellings.read(analysis, sentence.first, sentence.last);
    vocabulary.find_all(spellings.lower(), symbols);
    for (std::size_t i = 0; i < words.size(); ++i) {
      words[i].form = symbols[i];
      words[i].sentence = s;
      words[i].shape = spellings.shape(i);
      if (i == 0) words[i].shape |= kSentenceStart;
    }
    annotator.tagger.tag(words, spellings.lower(), work);
    mend_tags(words, spellings.lower(), vocabulary, work.tags);
    for (std::size_t i = 0; i < words.size(); ++i) settle(words[i], work.tags[i], vocabulary);
  }
  place_quotes(analysis);
}

}  // namespace entente::extract
