#include "extract/shallow/settle.hpp"

#include "extract/lower_word.hpp"

namespace entente::extract {
namespace {

// "Laos and Cambodia fear that": behind two names and before "that", a noun that could be a verb is one.
bool acts_for_several(const std::vector<Word>& words, const corpus::Sentence& sentence, std::uint32_t t) {
  if (words[t + 1].upos != Upos::Sconj && words[t + 1].upos != Upos::Det) return false;
  for (std::uint32_t i = t - 1; i > sentence.first && i + 6 > t; --i) {
    if (words[i].upos == Upos::Cconj) return words[i - 1].upos == Upos::Propn;
    if (words[i].upos != Upos::Propn) return false;
  }
  return false;
}

// "Experts doubt that", "Lawyers insist he": the same behind a plural.
bool behind_plural(const Vocabulary& vocabulary, const std::vector<Word>& words, std::uint32_t t) {
  const Word& before = words[t - 1];
  const Word& after = words[t + 1];
  const bool subject = after.upos == Upos::Pron && after.form != 0 && is_one_of(vocabulary.text(after.form), {"he", "she", "they", "it", "we", "i"});
  if ((after.upos != Upos::Sconj && !subject) || before.upos != Upos::Noun || before.form == 0) return false;
  const WordInfo& info = vocabulary.info(before.form);
  return info.noun_lemma != 0 && info.noun_lemma != before.form && vocabulary.text(before.form).ends_with('s');
}

}  // namespace

void find_headline_verb(const Vocabulary& vocabulary, Analysis& analysis, const corpus::Sentence& sentence) {
  std::uint32_t chosen = UINT32_MAX;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Word& word = analysis.words[t];
    if (word.upos == Upos::Aux) return;
    if (word.upos == Upos::Verb && word.verb_form != VerbForm::Gerund) return;
    if (chosen != UINT32_MAX || t == sentence.first || t + 1 == sentence.last || word.form == 0) continue;
    const WordInfo& known = vocabulary.info(word.form);
    const bool third = known.inflects(VerbForm::Present3);
    const bool past = known.inflects(VerbForm::Past);
    const Upos before = analysis.words[t - 1].upos;
    if ((third || past) && (word.upos == Upos::Noun || word.upos == Upos::Propn || word.upos == Upos::Adj) &&
        (before == Upos::Propn || before == Upos::Noun))
      chosen = t;
  }
  if (chosen == UINT32_MAX) return;
  Word& word = analysis.words[chosen];
  const WordInfo& info = vocabulary.info(word.form);
  word.upos = Upos::Verb;
  word.verb_form = info.inflects(VerbForm::Present3) ? VerbForm::Present3 : VerbForm::Past;
  word.lemma = info.verb_lemma != 0 ? info.verb_lemma : word.form;
}

void settle_lone_participle(const Vocabulary& vocabulary, Analysis& analysis, std::size_t first_chunk) {
  for (const std::uint8_t place : {std::uint8_t{kQuoteOut}, std::uint8_t{kQuoteIn}}) {
    Chunk* lone = nullptr;
    bool finite = false;
    for (std::size_t c = first_chunk; c < analysis.chunks.size(); ++c) {
      Chunk& group = analysis.chunks[c];
      const Word& word = analysis.words[group.head];
      if (group.kind != ChunkKind::VerbGroup || word.quote != place) continue;
      finite = finite || (group.flags & (kInfinitive | kGerund | kBare)) == 0;
      const bool past = word.form != 0 && vocabulary.info(word.form).inflects(VerbForm::Past);
      const bool regular = past || analysis.form(group.head).ends_with("ed");
      const bool after_phrase = c > first_chunk && analysis.chunks[c - 1].kind == ChunkKind::NounPhrase;
      if (lone == nullptr && (group.flags & kBare) && regular && after_phrase) lone = &group;
    }
    if (finite || lone == nullptr) continue;
    lone->flags = static_cast<std::uint16_t>((lone->flags & ~kBare) | kPastTense);
    analysis.words[lone->head].verb_form = VerbForm::Past;
  }
}

void settle_after_relative(const FunctionWords& f, const Vocabulary& vocabulary, Analysis& analysis, std::size_t first_chunk) {
  auto& chunks = analysis.chunks;
  const auto& words = analysis.words;
  const auto finite = [&](const Chunk& c) { return c.kind == ChunkKind::VerbGroup && (c.flags & (kInfinitive | kGerund | kBare)) == 0; };
  const auto comma_before = [&](const Chunk& c) { return c.first > 0 && words[c.first - 1].form == f.comma; };
  const auto relative = [&](const Chunk& c) { return c.first > 0 && FunctionWords::any(f.relatives, words[c.first - 1].form); };
  bool in_relative = false;
  for (std::size_t c = first_chunk; c < chunks.size(); ++c) {
    if (finite(chunks[c]) && !relative(chunks[c])) return;  // the sentence has its verb
    in_relative = in_relative || (finite(chunks[c]) && relative(chunks[c]));
    Chunk& group = chunks[c];
    if (!in_relative || group.kind != ChunkKind::VerbGroup || (group.flags & kBare) == 0 || !comma_before(group)) continue;
    const Word& word = words[group.head];
    if (word.form == 0 || !vocabulary.info(word.form).inflects(VerbForm::Past)) return;
    for (std::size_t later = c + 1; later < chunks.size(); ++later) {
      if (!finite(chunks[later])) continue;
      if (comma_before(chunks[later])) return;
      break;
    }
    group.flags = static_cast<std::uint16_t>((group.flags & ~kBare) | kPastTense);
    analysis.words[group.head].verb_form = VerbForm::Past;
    return;
  }
}

void settle_between_names(const Vocabulary& vocabulary, Analysis& analysis, const corpus::Sentence& sentence) {
  auto& words = analysis.words;
  for (std::uint32_t t = sentence.first + 1; t + 1 < sentence.last; ++t) {
    Word& word = words[t];
    if (word.upos != Upos::Noun || word.form == 0 || (word.shape & kCapitalised) != 0) continue;
    const WordInfo& info = vocabulary.info(word.form);
    const bool several = words[t - 1].upos == Upos::Propn ? acts_for_several(words, sentence, t) : behind_plural(vocabulary, words, t);
    if (several && info.inflects(VerbForm::Base)) {
      word.upos = Upos::Verb;
      word.verb_form = VerbForm::Base;
      word.lemma = word.form;
      continue;
    }
    if (words[t - 1].upos != Upos::Propn || (words[t + 1].upos != Upos::Propn && words[t + 1].upos != Upos::Sconj)) continue;
    if (!info.inflects(VerbForm::Present3) || info.verb_lemma == 0) continue;
    word.upos = Upos::Verb;
    word.verb_form = VerbForm::Present3;
    word.lemma = info.verb_lemma;
  }
}

void settle_compounds(const FunctionWords& f, Analysis& analysis, const corpus::Sentence& sentence) {
  const auto& tokens = analysis.segmentation.tokens;
  auto& words = analysis.words;
  for (std::uint32_t t = sentence.first + 2; t + 1 < sentence.last; ++t) {
    if (words[t].upos != Upos::Verb || words[t - 1].form != f.hyphen || tokens[t].span.begin != tokens[t - 1].span.end ||
        tokens[t - 1].span.begin != tokens[t - 2].span.end)
      continue;
    if (words[t].verb_form != VerbForm::Participle && words[t].verb_form != VerbForm::Past && words[t].verb_form != VerbForm::Gerund) continue;
    const std::uint32_t next = words[t + 1].quote == kQuoteOpen && t + 2 < sentence.last ? t + 2 : t + 1;
    const Upos upos = words[next].upos;
    if (upos != Upos::Noun && upos != Upos::Propn && upos != Upos::Adj) continue;
    words[t].upos = Upos::Adj;
    if (words[t - 2].upos == Upos::Adv || words[t - 2].upos == Upos::Verb) words[t - 2].upos = Upos::Adj;
  }
}

}  // namespace entente::extract
