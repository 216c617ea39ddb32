#include "extract/shallow/mend.hpp"

#include "extract/lower_word.hpp"

namespace entente::extract {
namespace {

class Mender {
 public:
  Mender(std::span<const Word> words, std::span<const std::string_view> lower, const Vocabulary& vocabulary, std::vector<FineTag>& tags)
      : words_(words), lower_(lower), vocabulary_(vocabulary), tags_(tags) {}

  void run() {
    bool verb = false;  // a finite one in this clause
    for (std::size_t i = 0; i < words_.size(); ++i) {
      switch (tags_[i]) {  // each mends words of one tag
        case FineTag::Adp: particle(i); break;
        case FineTag::Vbg: title(i); break;
        case FineTag::Noun:
          only_verb(i);
          adverb(i);
          gerund(i);
          closes_relative(i);
          break;
        default: break;
      }
      past(i, verb);
      standpoint(i);
      behind_both(i, verb);
      if (!verb && is_hidden_verb(i)) tags_[i] = FineTag::Vbz;
      verb = (verb || is_finite(i)) && !ends_clause(i);
    }
  }

 private:
  bool is(std::size_t i, FineTag tag) const { return i < tags_.size() && tags_[i] == tag; }
  bool is_noun(std::size_t i) const { return is(i, FineTag::Noun) || is(i, FineTag::Propn); }
  bool is_finite(std::size_t i) const { return is(i, FineTag::Aux) || is(i, FineTag::Vbz) || is(i, FineTag::Vbd) || (is(i, FineTag::Vb) && !(i > 0 && is(i - 1, FineTag::Part))); }
  bool ends_clause(std::size_t i) const { return is(i, FineTag::Punct) || is(i, FineTag::Cconj) || is(i, FineTag::Sconj); }
  bool has_form(std::size_t i, VerbForm form) const {
    return words_[i].form != 0 && vocabulary_.info(words_[i].form).inflects(form);
  }

  // "declined to comment": before a verb "to" is the infinitive's.
  void particle(std::size_t i) {
    if (is(i, FineTag::Adp) && lower_[i] == "to" && is(i + 1, FineTag::Vb)) tags_[i] = FineTag::Part;
  }

  // "Both insist that", "Neither wants it": "both" goes with plurals, "neither" with singulars, so the word is their verb.
  void behind_both(std::size_t i, bool verb) {
    if (i == 0 || verb || !(is(i, FineTag::Noun) || is_finite(i)) || !(i == 1 || is(i - 2, FineTag::Punct) || is(i - 2, FineTag::Sconj) || is(i - 2, FineTag::Cconj))) return;
    const bool both = lower_[i - 1] == "both";
    if (!both && lower_[i - 1] != "neither") return;
    if (is(i, FineTag::Noun) && !is_noun(i + 1) && !is(i + 1, FineTag::Cconj)) {
      if (both && has_form(i, VerbForm::Base) && !lower_[i].ends_with('s')) tags_[i] = FineTag::Vb;
      if (!both && has_form(i, VerbForm::Present3)) tags_[i] = FineTag::Vbz;
    }
    if (is_finite(i)) tags_[i - 1] = FineTag::Pron;
  }

  // "Kern, managing director of the bank": a participle that belongs to a title.
  void title(std::size_t i) {
    if (!is(i, FineTag::Vbg) || !is(i + 1, FineTag::Noun) || lower_[i + 1].ends_with('s')) return;
    const auto word = lower_[i];
    if (word == "managing" || word == "acting" || word == "presiding" || word == "commanding" || word == "founding" || word == "visiting") tags_[i] = FineTag::Adj;
  }

  // "the tax, which unions and farmers condemn, rises": a relative clause has a verb, if only its last word.
  void closes_relative(std::size_t i) {
    if (!is(i, FineTag::Noun) || !is(i + 1, FineTag::Punct) || i < 2 || !is_noun(i - 1) || (words_[i].shape & kCapitalised) != 0) return;
    const bool third = has_form(i, VerbForm::Present3);
    if (!third && !has_form(i, VerbForm::Base)) return;
    for (std::size_t k = i - 1; k > 0 && k + 9 > i; --k) {
      if (lower_[k] == "which" || lower_[k] == "whom") {
        tags_[i] = third ? FineTag::Vbz : FineTag::Vb;
        return;
      }
      if (!is_noun(k) && !is(k, FineTag::Det) && !is(k, FineTag::Adj) && !is(k, FineTag::Cconj) && !is(k, FineTag::Adp) && lower_[k] != ",") return;
    }
  }

  // "but warning that": before a clause, and with nothing before it that a noun would have.
  void gerund(std::size_t i) {
    if (!is(i, FineTag::Noun) || !lower_[i].ends_with("ing") || i + 1 >= lower_.size() || lower_[i + 1] != "that" || !has_form(i, VerbForm::Gerund)) return;
    const bool apart = i == 0 || is(i - 1, FineTag::Cconj) || is(i - 1, FineTag::Punct) || is(i - 1, FineTag::Sconj) || is(i - 1, FineTag::Aux) || is(i - 1, FineTag::Adv);
    if (apart) tags_[i] = FineTag::Vbg;
  }

  // "Aid groups warn of hunger": verbs of saying that are nobody's noun.
  void only_verb(std::size_t i) {
    if (!is(i, FineTag::Noun) || i == 0 || (words_[i].shape & kCapitalised) != 0 || !(is_noun(i - 1) || is(i - 1, FineTag::Punct))) return;
    if (is_one_of(lower_[i], {"warn", "deny", "insist", "argue", "believe", "accept", "oppose", "admit", "assert", "contend", "allege", "predict", "suggest",
                              "expect", "complain", "agree", "refuse", "condemn", "accuse", "denounce", "describe", "explain", "announce", "concede"}))
      tags_[i] = FineTag::Vb;
  }

  // "spoke briefly of": behind a verb a word in -ly that is no adjective's noun.
  void adverb(std::size_t i) {
    const auto word = lower_[i];
    const bool behind = i > 0 && (is(i - 1, FineTag::Vbd) || is(i - 1, FineTag::Vbz) || is(i - 1, FineTag::Vbn));
    const bool small = (words_[i].shape & kCapitalised) == 0;
    if (behind && small && is(i, FineTag::Noun) && word.size() > 6 && word.ends_with("ly") && !word.ends_with("mily") && !word.ends_with("bly")) tags_[i] = FineTag::Adv;
  }

  // "Kern warned: ...", "the bank estimated that": a past form is no noun, and behind a subject without another verb no participle.
  void past(std::size_t i, bool verb) {
    if (i == 0 || !has_form(i, VerbForm::Past) || (words_[i].shape & kCapitalised) != 0 || !lower_[i].ends_with("ed")) return;
    const bool subject = is_noun(i - 1) || (words_[i - 1].shape & kCapitalised) != 0;
    if (is(i, FineTag::Noun) && subject && !is_noun(i + 1)) tags_[i] = verb ? FineTag::Vbn : FineTag::Vbd;
    const bool speech = i + 1 < lower_.size() && (lower_[i + 1] == "that" || lower_[i + 1] == ":" || lower_[i + 1] == "\"");
    if (is(i, FineTag::Vbn) && subject && speech && !verb) tags_[i] = FineTag::Vbd;
  }

  // "is firmly opposed to": what somebody thinks, not what is done to them.
  void standpoint(std::size_t i) {
    if ((!is(i, FineTag::Vbn) && !is(i, FineTag::Vbd)) || i == 0 || i + 1 >= lower_.size() || lower_[i + 1] != "to") return;
    if (lower_[i] != "opposed" && lower_[i] != "committed" && lower_[i] != "dedicated" && lower_[i] != "accustomed") return;
    auto k = i - 1;
    while (k > 0 && is(k, FineTag::Adv)) --k;
    if (is(k, FineTag::Aux) || lower_[k] == "remains" || lower_[k] == "remained" || lower_[k] == "remain" || lower_[k] == "seems") tags_[i] = FineTag::Adj;
  }

  // "..., Kern maintains.": nothing but a name stands before it.
  bool closes_clause(std::size_t i) const {
    const bool name = is(i - 1, FineTag::Propn) && (i == 1 || is(i - 2, FineTag::Punct) || (i > 2 && is(i - 2, FineTag::Propn) && is(i - 3, FineTag::Punct)));
    return name && (i + 1 == tags_.size() || is(i + 1, FineTag::Punct)) && i > 2;
  }

  // "Neither side, notes Kern of the bank, has left": a comma closes what stands between.
  bool set_off(std::size_t i) const {
    for (std::size_t k = i; k < tags_.size() && k < i + 8; ++k) {
      if (lower_[k] == ",") return is_finite(k + 1) || is(k + 1, FineTag::Adv);
      if (is_finite(k) || is(k, FineTag::Cconj)) return false;
    }
    return false;
  }

  // "Kern insists that", "the church plans to rebuild": a clause without another verb.
  bool is_hidden_verb(std::size_t i) const {
    if (!is(i, FineTag::Noun) || i == 0 || (words_[i].shape & kCapitalised) != 0 || !has_form(i, VerbForm::Present3)) return false;
    if (closes_clause(i)) return true;
    if (lower_[i - 1] == "," && is(i + 1, FineTag::Propn)) return set_off(i + 1);
    // "backs the plan but doubts it will last"
    if (lower_[i - 1] == "but" && i + 1 < lower_.size() && is(i + 1, FineTag::Pron) && lower_[i + 1] != "that") return true;
    if (!is_noun(i - 1) && !is(i - 1, FineTag::Adj)) return false;
    if (is(i - 1, FineTag::Adj) && (words_[i - 1].shape & kCapitalised) == 0) return false;
    if (lower_[i - 1].ends_with('s') && !(words_[i - 1].shape & kCapitalised)) return false;
    const bool clause = i + 1 < lower_.size() && (lower_[i + 1] == "that" || lower_[i + 1] == "whether") && (is(i + 1, FineTag::Sconj) || is(i + 1, FineTag::Pron) || is(i + 1, FineTag::Det));
    const bool infinitive = is(i + 1, FineTag::Part) && is(i + 2, FineTag::Vb);
    const bool object = is(i + 1, FineTag::Det) || (is(i + 1, FineTag::Pron) && i + 1 < lower_.size() && lower_[i + 1] != "who" && lower_[i + 1] != "which");
    return clause || ((infinitive || object) && !verb_follows(i + 1));
  }

  bool verb_follows(std::size_t i) const {
    if (is(i, FineTag::Part)) i += 2;
    for (; i < tags_.size() && !is(i, FineTag::Sconj) && !is(i, FineTag::Pron); ++i)
      if (is(i, FineTag::Vbd) || is(i, FineTag::Vbz) || is(i, FineTag::Aux)) return true;
    return false;
  }

  std::span<const Word> words_;
  std::span<const std::string_view> lower_;
  const Vocabulary& vocabulary_;
  std::vector<FineTag>& tags_;
};

}  // namespace

void mend_tags(std::span<const Word> words, std::span<const std::string_view> lower, const Vocabulary& vocabulary, std::vector<FineTag>& tags) {
  Mender(words, lower, vocabulary, tags).run();
}

}  // namespace entente::extract
