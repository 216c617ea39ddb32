// Chunk by chunk from left to right. Noun phrases with a preposition hang on what stands before them; a noun phrase
// after a verb is its object; the subject of a finite verb is the nearest free noun phrase to its left, past relative
// clauses, appositions and prepositional phrases; verbs hang on earlier verbs by what joins them.
#include "extract/shallow/attach.hpp"

#include "extract/deprel.hpp"

namespace entente::extract {
namespace {

using F = FunctionWords;
constexpr std::uint32_t kNone = UINT32_MAX;

class SentenceAttacher {
 public:
  SentenceAttacher(const FunctionWords& f, Analysis& a) : f_(f), a_(a), w_(a.words) {}

  void run(const corpus::Sentence& sentence) {
    take(sentence.first, sentence.last);
    for (std::size_t i = 0; i < chunks_.size(); ++i)
      if (phrase(i)) preposition(i);
    for (std::size_t i = 0; i < chunks_.size(); ++i)
      if (phrase(i)) coordinate(i);
    for (std::size_t i = 0; i < chunks_.size(); ++i)
      if (!phrase(i)) verb(i);
    for (std::size_t i = 0; i < chunks_.size(); ++i)
      if (phrase(i)) leftover(i);
  }

 private:
  void take(std::uint32_t begin, std::uint32_t end) {
    begin_ = begin;
    end_ = end;
    chunks_.clear();
    for (std::uint32_t t = begin_; t < end_;) {
      const auto chunk = w_[t].chunk;
      if (chunk == kNone) {
        ++t;
        continue;
      }
      chunks_.push_back(chunk);
      t = a_.chunks[chunk].last;
    }
    cased_.assign(chunks_.size(), kNone);
  }

  const Chunk& chunk(std::size_t i) const { return a_.chunks[chunks_[i]]; }
  bool phrase(std::size_t i) const { return chunk(i).kind == ChunkKind::NounPhrase; }
  Word& head(std::size_t i) { return w_[chunk(i).head]; }
  bool is(std::uint32_t t, Symbol s) const { return t >= begin_ && t < end_ && w_[t].form == s; }
  Upos upos(std::uint32_t t) const { return t >= begin_ && t < end_ ? w_[t].upos : Upos::None; }
  bool punct(std::uint32_t t) const { return upos(t) == Upos::Punct; }
  void link(std::uint32_t child, std::uint32_t parent, Deprel relation) {
    if (child == parent) return;
    w_[child].head = parent;
    w_[child].deprel = static_cast<std::uint8_t>(relation);
  }
  bool linked(std::uint32_t t) const { return w_[t].deprel != 0; }
  bool has(std::uint32_t t, Deprel relation) const { return w_[t].deprel == static_cast<std::uint8_t>(relation); }
  bool finite(std::size_t i) const { return !phrase(i) && !(chunk(i).flags & (kInfinitive | kGerund | kBare)); }
  bool timed(std::size_t i) { return F::any(f_.times, head(i).form) || F::any(f_.times, head(i).lemma); }
  bool possessor(std::size_t i) const { return i + 1 < chunks_.size() && possessive_start(chunk(i + 1).first) && chunk(i).last == chunk(i + 1).first; }
  bool possessive_start(std::uint32_t t) const { return upos(t) == Upos::Part && (is(t, f_.possessive) || is(t, f_.apostrophe)); }
  bool relative(std::size_t i) const {
    const Chunk& c = chunk(i);
    return phrase(i) && c.last == c.first + 1 && F::any(f_.relatives, w_[c.first].form) && upos(c.first) == Upos::Pron;
  }
  // The word before a chunk, adverbs skipped.
  std::uint32_t before(std::size_t i) const {
    std::uint32_t t = chunk(i).first;
    while (t > begin_ && (upos(t - 1) == Upos::Adv || upos(t - 1) == Upos::Det) && w_[t - 1].chunk == kNone) --t;
    return t > begin_ ? t - 1 : kNone;
  }

  // Marks a case word; what the phrase hangs on is decided later, with the verbs.
  void preposition(std::size_t i) {
    const auto t = before(i);
    if (t == kNone || w_[t].chunk != kNone || particle(t)) return;
    if (upos(t) == Upos::Adp || (is(t, f_.to) && upos(t) == Upos::Part)) {
      link(t, chunk(i).head, Deprel::Case);
      cased_[i] = t;
    }
  }
  // "carried out strikes": the word goes with the verb before it.
  bool particle(std::uint32_t t) const {
    if (!F::any(f_.particles, w_[t].form) || t == begin_ || w_[t - 1].chunk == kNone || t + 1 != chunk_first(t + 1)) return false;
    const Chunk& verb = a_.chunks[w_[t - 1].chunk];
    return verb.kind == ChunkKind::VerbGroup && !(verb.flags & kCopula);
  }
  std::uint32_t chunk_first(std::uint32_t t) const { return t < end_ && w_[t].chunk != kNone ? a_.chunks[w_[t].chunk].first : kNone; }
  std::uint32_t case_of(std::size_t i) const { return cased_[i]; }

  // Hangs phrase i on the coordinated phrase before it, if there is one.
  void coordinate(std::size_t i) {
    if (i == 0) return;
    if (possessive_start(chunk(i).first) && phrase(i - 1)) {
      link(chunk(i - 1).head, chunk(i).head, Deprel::NmodPoss);
      return;
    }
    if (case_of(i) != kNone || !phrase(i - 1) || linked(chunk(i).head)) return;
    const std::uint32_t from = chunk(i - 1).last;
    const std::uint32_t to = chunk(i).first;
    bool joined = false;
    bool comma = false;
    for (std::uint32_t t = from; t < to; ++t) {
      if (upos(t) == Upos::Cconj) joined = true;
      else if (is(t, f_.comma)) comma = true;
      else if (upos(t) != Upos::Adv && upos(t) != Upos::Det) return;
    }
    if (joined && !new_clause(i)) return link(chunk(i).head, first_conjunct(i - 1), Deprel::Conj);
    if (!comma || joined) return;
    if (list_goes_on(i)) link(chunk(i).head, first_conjunct(i - 1), Deprel::Conj);
    else if (!timed(i) && !timed(i - 1) && apposition(i)) link(chunk(i).head, first_conjunct(i - 1, false), Deprel::Appos);
  }

  // "A met B and C left": C begins a clause if a finite verb follows it and another stands before B.
  bool new_clause(std::size_t i) const {
    if (i + 1 >= chunks_.size() || !finite(i + 1) || chunk(i + 1).first != chunk(i).last) return false;
    for (std::size_t k = i; k-- > 0;) {
      if (finite(k)) return true;
      if (upos(chunk(k).first == begin_ ? begin_ : chunk(k).first - 1) == Upos::Punct && !phrase(k)) return false;
    }
    return false;
  }

  std::uint32_t first_conjunct(std::size_t i, bool conjuncts = true) const {
    std::uint32_t t = chunk(i).head;
    for (int guard = 0; guard < 30 && conjuncts && has(t, Deprel::Conj); ++guard) t = w_[t].head;
    return t;
  }

  // "A, B, C and D": from B on, another phrase after a comma or "and" must follow, all without prepositions.
  bool list_goes_on(std::size_t i) const {
    for (std::size_t k = i; k + 1 < chunks_.size() && k < i + 24; ++k) {
      if (!phrase(k + 1)) return false;
      bool conjunction = false;
      bool comma = false;
      for (std::uint32_t t = chunk(k).last; t < chunk(k + 1).first; ++t) {
        conjunction = conjunction || upos(t) == Upos::Cconj;
        comma = comma || is(t, f_.comma);
        if (upos(t) == Upos::Adp && !is(t, f_.of)) return false;
      }
      if (conjunction) return true;
      if (!comma && !(chunk(k + 1).first == chunk(k).last + 1 && is(chunk(k).last, f_.of))) return false;
    }
    return false;
  }

  bool apposition(std::size_t i) const {
    // Set off by a comma on the right too, or at the end, or followed by its own modifiers.
    const auto t = chunk(i).last;
    return t >= end_ || punct(t) || upos(t) == Upos::Adp || possessive_start(t);
  }

  void verb(std::size_t i) {
    if (finite(i)) subject(i);
    govern(i);
    complements(i);
  }

  // The nearest free phrase to the left that can be the subject.
  void subject(std::size_t i) {
    const bool passive = (chunk(i).flags & kPassive) != 0;
    const auto nominal = passive ? Deprel::NsubjPass : Deprel::Nsubj;
    const auto t = before(i);
    if (t != kNone && upos(t) == Upos::Cconj && coordinated(i)) return;
    std::size_t k = i;
    bool parenthesis = t != kNone && punct(t) && !is(t, f_.semicolon) && !is(t, f_.colon);
    for (int guard = 0; k > 0 && guard < 40; ++guard) {
      --k;
      if (!phrase(k)) {
        if (finite(k) && !in_relative(k) && !parenthesis) return;
        continue;
      }
      if (relative(k)) {
        if (chunk(k).last == chunk(i).first || before(i) + 1 == chunk(k).last || chunk(i).first - chunk(k).last <= 2) return relative_clause(i, k);
        continue;
      }
      const auto candidate = chunk(k).head;
      if (case_of(k) != kNone || possessor(k) || has(candidate, Deprel::NmodPoss)) continue;
      if (has(candidate, Deprel::Conj) || has(candidate, Deprel::Appos)) continue;
      if (has(candidate, Deprel::Obj) && !adjacent(k, i)) continue;
      if (timed(k) && guard == 0 && k > 0) continue;
      if (behind_noun(k)) continue;
      if (linked(candidate) && !has(candidate, Deprel::Obj)) continue;
      if (const auto noun = noun_of_relative(candidate, i); noun != kNone) return link(noun, chunk(i).head, nominal);
      if (has(candidate, Deprel::Obj) && w_[candidate].head < end_) ccomp(i, w_[candidate].head);
      return link(candidate, chunk(i).head, nominal);
    }
  }

  // "People who hold the town fled": behind the object of a relative clause, the verb is that of the clause's noun, unless
  // the clause's verb likes clauses itself: "people who say the town fell".
  std::uint32_t noun_of_relative(std::uint32_t object, std::size_t i) {
    if (!has(object, Deprel::Obj)) return kNone;
    const auto verb = w_[object].head;
    if (!has(verb, Deprel::Acl) || w_[verb].head >= verb || w_[verb].chunk == kNone) return kNone;
    const Chunk& clause = a_.chunks[w_[verb].chunk];
    const bool pronoun = clause.first > begin_ && F::any(f_.relatives, w_[clause.first - 1].form);
    const bool says = F::any(f_.speech, head(i).lemma) && !F::any(f_.speech, w_[verb].lemma);
    const bool content = F::any(f_.clausal, w_[verb].lemma) && !says;
    const auto noun = w_[verb].head;
    return pronoun && !content && !linked(noun) ? noun : kNone;
  }

  // "diplomats familiar with the talks": an adjective right behind a noun describes it.
  bool behind_noun(std::size_t k) const {
    return upos(chunk(k).head) == Upos::Adj && k > 0 && phrase(k - 1) && chunk(k - 1).last == chunk(k).first && upos(chunk(k - 1).head) != Upos::Adj;
  }

  bool adjacent(std::size_t left, std::size_t right) const { return before(right) + 1 == chunk(left).last; }
  bool in_relative(std::size_t k) const { return has(chunk(k).head, Deprel::Acl); }
  void ccomp(std::size_t i, std::uint32_t governor) {
    if (!linked(chunk(i).head)) link(chunk(i).head, governor, Deprel::Ccomp);
  }

  // A verb after "and" without a subject of its own shares that of the verb before.
  bool coordinated(std::size_t i) {
    for (std::size_t k = i; k-- > 0;) {
      if (phrase(k)) continue;
      if (finite(k) != finite(i)) continue;
      link(chunk(i).head, chunk(k).head, Deprel::Conj);
      return true;
    }
    return false;
  }

  // "X, who visited Y": the pronoun is the subject, the clause hangs on X.
  void relative_clause(std::size_t i, std::size_t pronoun) {
    const bool passive = (chunk(i).flags & kPassive) != 0;
    link(chunk(pronoun).head, chunk(i).head, passive ? Deprel::NsubjPass : Deprel::Nsubj);
    std::size_t k = pronoun;
    while (k > 0) {
      --k;
      if (!phrase(k)) return;
      const auto candidate = chunk(k).head;
      if (has(candidate, Deprel::Appos)) return link(chunk(i).head, w_[candidate].head, Deprel::Acl);
      // "those in Brussels who": a place is no "who".
      const bool place = case_of(k) != kNone && k > 0 && phrase(k - 1) && chunk(k - 1).last + 1 == chunk(k).first && is(chunk(pronoun).first, f_.who) &&
                         F::any(f_.locatives, w_[case_of(k)].form);
      if (place) continue;
      const bool of = case_of(k) != kNone && is(case_of(k), f_.of);
      if (of && punct(chunk(pronoun).first - 1) && k > 0) continue;
      return link(chunk(i).head, candidate, Deprel::Acl);
    }
  }

  // What a verb hangs on.
  void govern(std::size_t i) {
    const auto verb = chunk(i).head;
    if (linked(verb) || i == 0) return;
    const auto flags = chunk(i).flags;
    const auto t = before(i);
    if (flags & kBare) {
      if (phrase(i - 1) && adjacent(i - 1, i)) return link(verb, chunk(i - 1).head, Deprel::Acl);
      return adverbial(i);
    }
    if (flags & kInfinitive) {
      if (t != kNone && (upos(t) == Upos::Cconj || is(t, f_.comma)) && coordinated(i)) return;
      if (!phrase(i - 1)) return link(verb, chunk(i - 1).head, Deprel::Xcomp);
      if (F::any(f_.nominals, head(i - 1).lemma)) return link(verb, chunk(i - 1).head, Deprel::Acl);
      return nearest_verb(i, Deprel::Xcomp);
    }
    if (flags & kGerund) {
      if (t != kNone && upos(t) == Upos::Adp) {
        link(t, verb, Deprel::Mark);
        return nearest_verb(i, Deprel::Advcl);
      }
      if (!phrase(i - 1) && adjacent(i - 1, i)) return link(verb, chunk(i - 1).head, Deprel::Xcomp);
      if (phrase(i - 1) && adjacent(i - 1, i)) return link(verb, chunk(i - 1).head, Deprel::Acl);
      return adverbial(i);
    }
    finite_clause(i);
  }

  void nearest_verb(std::size_t i, Deprel relation) {
    for (std::size_t k = i; k-- > 0;)
      if (!phrase(k)) return link(chunk(i).head, chunk(k).head, relation);
  }

  void adverbial(std::size_t i) {
    for (std::size_t k = i; k-- > 0;)
      if (finite(k)) return link(chunk(i).head, chunk(k).head, Deprel::Advcl);
  }

  // A clause with its own subject: joined by a conjunction, subordinate, or the content of the verb before.
  void finite_clause(std::size_t i) {
    std::uint32_t least = chunk(i).first;
    for (std::size_t k = i; k-- > 0;) {
      if (phrase(k) && w_[chunk(k).head].head == chunk(i).head) least = chunk(k).first;
      if (!finite(k)) continue;
      for (std::uint32_t t = least; t-- > chunk(k).last;) {
        if (upos(t) == Upos::Cconj) return link(chunk(i).head, chunk(k).head, Deprel::Conj);
        if (upos(t) == Upos::Sconj) {
          link(t, chunk(i).head, Deprel::Mark);
          return link(chunk(i).head, chunk(k).head, is(t, f_.that) ? Deprel::Ccomp : Deprel::Advcl);
        }
        if (punct(t)) return link(chunk(i).head, chunk(k).head, Deprel::Parataxis);
      }
      return link(chunk(i).head, chunk(k).head, Deprel::Ccomp);
    }
    // The first clause of the sentence may be subordinate itself: "If X attacks, ...".
    if (least > begin_)
      for (std::uint32_t t = least; t-- > begin_;)
        if (upos(t) == Upos::Sconj) return link(t, chunk(i).head, Deprel::Mark);
  }

  // Objects and prepositional phrases to the right of a verb, up to the next verb.
  void complements(std::size_t i) {
    const auto verb = chunk(i).head;
    const bool passive = (chunk(i).flags & (kPassive | kBare)) != 0;
    const bool copula = (chunk(i).flags & kCopula) != 0;
    bool object = false;
    std::uint32_t after = chunk(i).last;
    for (std::size_t k = i + 1; k < chunks_.size() && phrase(k); ++k) {
      const auto noun = chunk(k).head;
      if (relative(k)) return;
      bool comma = false;
      for (std::uint32_t t = after; t < chunk(k).first; ++t) {
        if (is(t, f_.semicolon) || is(t, f_.colon)) return;
        comma = comma || is(t, f_.comma);
        if (upos(t) == Upos::Sconj) return;
        if (upos(t) == Upos::Cconj && !has(noun, Deprel::Conj)) return;
      }
      after = chunk(k).last;
      if (has(noun, Deprel::Conj) || has(noun, Deprel::Appos) || has(noun, Deprel::NmodPoss)) continue;
      if (case_of(k) != kNone) {
        prepositional(i, k, passive);
        continue;
      }
      if (linked(noun) || possessor(k)) continue;
      if (timed(k)) {
        link(noun, verb, Deprel::Obl);
        continue;
      }
      if (comma && object) return;
      if (comma && k == i + 1) return;
      if (copula) {
        if (!object) link(noun, verb, Deprel::Xcomp);
        object = true;
      } else if (!passive || !object) {
        if (object) {
          for (std::size_t j = i + 1; j < k; ++j)
            if (has(chunk(j).head, Deprel::Obj) && w_[chunk(j).head].head == verb && adjacent_phrase(j, k)) {
              w_[chunk(j).head].deprel = static_cast<std::uint8_t>(Deprel::Iobj);
              link(noun, verb, Deprel::Obj);
            }
          continue;
        }
        link(noun, verb, Deprel::Obj);
        object = true;
      }
    }
  }

  bool adjacent_phrase(std::size_t left, std::size_t right) const { return chunk(left).last == chunk(right).first; }

  void prepositional(std::size_t i, std::size_t k, bool passive) {
    const auto noun = chunk(k).head;
    if (linked(noun)) return;
    const auto preposition = case_of(k);
    if (is(preposition, f_.by) && passive) return link(noun, chunk(i).head, Deprel::OblAgent);
    const bool after_phrase = k > 0 && phrase(k - 1) && chunk(k - 1).last + 2 >= chunk(k).first && k - 1 > i;
    if (is(preposition, f_.of) && after_phrase) return link(noun, chunk(k - 1).head, Deprel::Nmod);
    // "welcomed the decision by the court": an active verb has no agent, so it is the decision's.
    if (is(preposition, f_.by) && after_phrase && has(chunk(k - 1).head, Deprel::Obj)) return link(noun, chunk(k - 1).head, Deprel::Nmod);
    link(noun, chunk(i).head, Deprel::Obl);
  }

  // Phrases that no verb took: "talks between X and Y", or a fronted prepositional phrase.
  void leftover(std::size_t i) {
    const auto noun = chunk(i).head;
    if (linked(noun) || case_of(i) == kNone) return;
    if (i > 0 && phrase(i - 1) && chunk(i - 1).last + 3 >= chunk(i).first) return link(noun, chunk(i - 1).head, Deprel::Nmod);
    for (std::size_t k = i + 1; k < chunks_.size(); ++k)
      if (finite(k)) return link(noun, chunk(k).head, Deprel::Obl);
  }

  const FunctionWords& f_;
  Analysis& a_;
  std::vector<Word>& w_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::vector<std::uint32_t> chunks_;   // of the sentence
  std::vector<std::uint32_t> cased_;    // by chunk of the sentence: its case word
};

}  // namespace

void attach(const FunctionWords& function_words, Analysis& analysis) {
  SentenceAttacher attacher(function_words, analysis);
  for (const auto& sentence : analysis.segmentation.sentences) attacher.run(sentence);
}

}  // namespace entente::extract
