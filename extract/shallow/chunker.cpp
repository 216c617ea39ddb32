// One pass from left to right: at each word, try a verb group, then a noun phrase, else go on.
#include "extract/shallow/chunker.hpp"

#include <algorithm>

#include "extract/shallow/settle.hpp"

namespace entente::extract {
namespace {

using F = FunctionWords;

class SentenceChunker {
 public:
  SentenceChunker(const FunctionWords& f, Analysis& a, std::uint32_t begin, std::uint32_t end, const std::vector<std::uint32_t>& glue)
      : f_(f), a_(a), words_(a.words), begin_(begin), end_(end), glue_(glue) {}

  void run() {
    for (std::uint32_t i = begin_; i < end_;) {
      const std::uint32_t after = glue_[i] > i + 1 ? noun_phrase(i) : std::max(verb_group(i), i);
      const std::uint32_t next = after > i ? after : noun_phrase(i);
      i = next > i ? next : i + 1;
    }
  }

 private:
  Upos upos(std::uint32_t i) const { return i < end_ ? words_[i].upos : Upos::None; }
  bool is(std::uint32_t i, Symbol symbol) const { return i < end_ && words_[i].form == symbol; }
  bool nominal(std::uint32_t i) const { return upos(i) == Upos::Noun || upos(i) == Upos::Propn; }
  // No blank before the token.
  bool tied(std::uint32_t i) const {
    const auto& tokens = a_.segmentation.tokens;
    return tokens[i].span.begin == tokens[i - 1].span.end;
  }
  bool participle(std::uint32_t i) const {
    return upos(i) == Upos::Verb && (words_[i].verb_form == VerbForm::Participle || words_[i].verb_form == VerbForm::Gerund ||
                                     words_[i].verb_form == VerbForm::Past);
  }
  // "a list of banned organisations": between a preposition and a noun.
  bool describes(std::uint32_t i) const {
    return i > begin_ && upos(i) == Upos::Verb && words_[i].verb_form == VerbForm::Participle && upos(i - 1) == Upos::Adp && nominal(i + 1);
  }
  bool starts_phrase(std::uint32_t i) const {
    switch (upos(i)) {
      case Upos::Det: case Upos::Noun: case Upos::Propn: case Upos::Pron: case Upos::Num: case Upos::Adj: return true;
      default: return i < end_ && glue_[i] > i + 1;
    }
  }

  std::uint32_t add(Chunk chunk) {
    for (std::uint32_t t = chunk.first; t < chunk.last; ++t) words_[t].chunk = static_cast<std::uint32_t>(a_.chunks.size());
    a_.chunks.push_back(chunk);
    return chunk.last;
  }

  // Adverbs and negations from i on, if a verb or auxiliary of the same group follows; else i.
  std::uint32_t skip_adverbs(std::uint32_t i) const {
    std::uint32_t j = i;
    while (j < end_ && j < i + 4 && (upos(j) == Upos::Adv || F::any(f_.negations, words_[j].form))) ++j;
    return j;
  }

  std::uint32_t verb_group(std::uint32_t i) {
    if ((is(i, f_.according) && is(i + 1, f_.to)) || describes(i)) return i;
    Chunk group;
    group.first = i;
    group.kind = ChunkKind::VerbGroup;
    std::uint32_t j = i;
    if (F::any(f_.negations, words_[j].form) && (is(j + 1, f_.to) || upos(j + 1) == Upos::Verb)) ++j, group.flags |= kNegated;
    if (is(j, f_.to) && upos(j) == Upos::Part) {
      const auto next = skip_adverbs(j + 1);
      if (upos(next) != Upos::Verb && upos(next) != Upos::Aux) return i;
      group.flags |= kInfinitive;
      for (++j; j < next; ++j) note_adverb(j, group);
    }
    bool be = false;
    bool have = false;
    bool finite_past = false;
    std::uint32_t main = UINT32_MAX;
    std::uint32_t last = UINT32_MAX;
    while (j < end_ && main == UINT32_MAX) {
      const Word& word = words_[j];
      if (glue_[j] > j + 1) break;
      if (upos(j) == Upos::Aux || passive_get(j)) {
        if (last == UINT32_MAX) finite_past = word.verb_form == VerbForm::Past;
        be = be || word.lemma == f_.be || word.lemma == f_.get;
        have = have || word.lemma == f_.have;
        if (F::any(f_.futures, word.form)) group.flags |= kFuture, group.modal = j;
        if (F::any(f_.modals, word.form)) group.flags |= kModal, group.modal = j;
        last = j++;
      } else if (upos(j) == Upos::Verb) {
        main = j++;
      } else {
        const auto next = skip_adverbs(j);
        if (last == UINT32_MAX && !(group.flags & kInfinitive)) break;
        if (next == j || (upos(next) != Upos::Verb && upos(next) != Upos::Aux)) {
          if (F::any(f_.negations, word.form)) {
            group.flags |= kNegated;
            last = j++;
            continue;
          }
          break;
        }
        for (; j < next; ++j) note_adverb(j, group);
      }
    }
    if (main == UINT32_MAX && last == UINT32_MAX) return i;
    finish(group, main, last, be, have, finite_past);
    group.last = j;
    return add(group);
  }

  bool passive_get(std::uint32_t j) const {
    return words_[j].lemma == f_.get && upos(j) == Upos::Verb && upos(j + 1) == Upos::Verb && words_[j + 1].verb_form == VerbForm::Participle;
  }

  void note_adverb(std::uint32_t j, Chunk& group) const {
    if (F::any(f_.negations, words_[j].form)) group.flags |= kNegated;
  }

  void finish(Chunk& group, std::uint32_t main, std::uint32_t last, bool be, bool have, bool finite_past) {
    if (main == UINT32_MAX) {
      group.head = last;
      while (group.head > group.first && upos(group.head) != Upos::Aux) --group.head;
      if (words_[group.head].lemma == f_.be) group.flags |= kCopula;
      if (finite_past) group.flags |= kPastTense;
      return;
    }
    group.head = main;
    const VerbForm form = words_[main].verb_form;
    const bool participle = form == VerbForm::Participle || form == VerbForm::Past;
    if (be && form == VerbForm::Gerund) group.flags |= kProgressive;
    else if (be && participle) group.flags |= kPassive;
    if (have && (participle || be)) group.flags |= kPerfect;
    if (last == UINT32_MAX && !(group.flags & kInfinitive)) {
      if (form == VerbForm::Past) group.flags |= kPastTense;
      if (form == VerbForm::Gerund) group.flags |= kGerund;
      if (form == VerbForm::Participle) group.flags |= kBare;
      settle_bare(group, main);
    } else if (finite_past && !(group.flags & kModal)) {
      group.flags |= kPastTense;
    } else if (last != UINT32_MAX && words_[group.first].verb_form == VerbForm::Gerund) {
      group.flags |= kGerund;
    }
  }

  // "seized the ship" is a past, "ships seized by pirates" a participle, whatever the tagger said.
  void settle_bare(Chunk& group, std::uint32_t main) {
    const bool after_noun = main > begin_ && (nominal(main - 1) || upos(main - 1) == Upos::Pron);
    if ((group.flags & kBare) && after_noun && starts_phrase(main + 1)) {
      group.flags = static_cast<std::uint16_t>((group.flags & ~kBare) | kPastTense);
      words_[main].verb_form = VerbForm::Past;
    } else if ((group.flags & kPastTense) && after_noun && is(main + 1, f_.by)) {
      group.flags = static_cast<std::uint16_t>((group.flags & ~kPastTense) | kBare);
      words_[main].verb_form = VerbForm::Participle;
    }
  }

  bool possessive_pronoun(std::uint32_t i) const {
    return upos(i) == Upos::Pron && F::any(f_.possessives, words_[i].form) &&
           (nominal(i + 1) || upos(i + 1) == Upos::Adj || upos(i + 1) == Upos::Num || upos(i + 1) == Upos::Adv || participle(i + 1) ||
            (i + 1 < end_ && glue_[i + 1] > i + 1));
  }

  // "Britain last week", "reporters Tuesday": behind a noun that is no time itself, a phrase of time is one of its own.
  bool begins_time(std::uint32_t j, std::uint32_t head) const {
    if (!nominal(head) || F::any(f_.times, words_[head].form)) return false;
    if (is(j, f_.last) || is(j, f_.next)) return F::any(f_.times, words_[std::min(j + 1, end_ - 1)].form);
    return F::any(f_.days, words_[j].form) && !(nominal(j + 1) && !F::any(f_.times, words_[j + 1].form));
  }

  // A word that a noun phrase may end in.
  bool ends_in(std::uint32_t k) const { return nominal(k) || upos(k) == Upos::Num || upos(k) == Upos::Adj || (k < end_ && glue_[k] > k + 1); }

  // What stands between others of a phrase: "a very old law", "the burnt bridge", "old and new laws", "the US-led plan".
  bool inside(std::uint32_t j, std::uint32_t first, bool headed) const {
    if (participle(j) && ends_in(j + 1) && !headed && (j > first || describes(j))) return true;
    if (j == first) return false;
    if (upos(j) == Upos::Adv) return ends_in(j + 1);
    if (upos(j) == Upos::Cconj) return upos(j - 1) == Upos::Adj && upos(j + 1) == Upos::Adj && ends_in(j + 2);
    return is(j, f_.hyphen) && ends_in(j + 1) && tied(j) && tied(j + 1);
  }

  std::uint32_t noun_phrase(std::uint32_t i) {
    Chunk phrase;
    phrase.first = i;
    std::uint32_t j = i;
    std::uint32_t head = UINT32_MAX;
    if (glue_[i] <= i + 1) {
      if ((is(i, f_.possessive) || is(i, f_.apostrophe)) && upos(i) == Upos::Part) ++j;
      else if (upos(i) == Upos::Pron && !possessive_pronoun(i)) {
        phrase.head = i;
        phrase.last = i + 1;
        return add(phrase);
      }
    }
    while (j < end_) {
      if (head != UINT32_MAX && begins_time(j, head)) break;
      if (glue_[j] > j + 1) {
        head = glue_[j] - 1;
        j = glue_[j];
      } else if (nominal(j) || upos(j) == Upos::Num || upos(j) == Upos::Sym) {
        head = j++;
      } else if (upos(j) == Upos::Det && (head == UINT32_MAX)) {
        if (head == UINT32_MAX && phrase.first == j) phrase.head = j;
        ++j;
      } else if (possessive_pronoun(j) && head == UINT32_MAX) {
        ++j;
      } else if (upos(j) == Upos::Adj) {
        if (head != UINT32_MAX && nominal(head) && !ends_in(j + 1)) break;
        if (!ends_in(j + 1) && !participle(j + 1) && head == UINT32_MAX) phrase.head = j;
        ++j;
      } else if (inside(j, phrase.first, head != UINT32_MAX)) {
        ++j;
      } else {
        break;
      }
    }
    if (j == i || (head == UINT32_MAX && j == i + 1 && upos(i) == Upos::Part)) return i;
    phrase.last = j;
    phrase.head = head != UINT32_MAX ? head : phrase.head == 0 || phrase.head < i ? j - 1 : phrase.head;
    return add(phrase);
  }

  const FunctionWords& f_;
  Analysis& a_;
  std::vector<Word>& words_;
  std::uint32_t begin_;
  std::uint32_t end_;
  const std::vector<std::uint32_t>& glue_;
};

}  // namespace

void chunk(const FunctionWords& function_words, const Vocabulary& vocabulary, Analysis& analysis) {
  analysis.chunks.clear();
  for (Word& word : analysis.words) word.chunk = UINT32_MAX;
  // Where a name of several words begins: the token after it.
  std::vector<std::uint32_t> glue(analysis.words.size(), 0);
  for (const auto& mention : analysis.mentions)
    if (mention.form == MentionForm::Name && mention.last - mention.first > 1) glue[mention.first] = std::max(glue[mention.first], mention.last);
  for (const auto& sentence : analysis.segmentation.sentences) {
    find_headline_verb(vocabulary, analysis, sentence);
    settle_between_names(vocabulary, analysis, sentence);
    settle_compounds(function_words, analysis, sentence);
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) glue[t] = std::min(glue[t], sentence.last);
    const std::size_t first_chunk = analysis.chunks.size();
    SentenceChunker(function_words, analysis, sentence.first, sentence.last, glue).run();
    settle_lone_participle(vocabulary, analysis, first_chunk);
    settle_after_relative(function_words, vocabulary, analysis, first_chunk);
  }
}

}  // namespace entente::extract
