#include "extract/claims/words.hpp"

#include <initializer_list>
#include <utility>

#include "extract/vocabulary/closed_classes.hpp"

namespace entente::extract::claims {
namespace {

SymbolSet set_of(Vocabulary& vocabulary, std::initializer_list<const char*> words) {
  SymbolSet set;
  for (const char* word : words) set.add(vocabulary.intern(word));
  return set;
}

}  // namespace

void SymbolSet::add(Symbol symbol) {
  if (symbol >= bits_.size()) bits_.resize(symbol + 1, false);
  bits_[symbol] = true;
}

ClaimWords ClaimWords::make(Vocabulary& v) {
  ClaimWords w;
  w.comma = v.intern(",");
  w.colon = v.intern(":");
  w.semicolon = v.intern(";");
  w.that = v.intern("that");
  w.by = v.intern("by");
  w.of = v.intern("of");
  w.and_ = v.intern("and");
  w.according = v.intern("according");
  w.need = v.intern("need");
  w.have = v.intern("have");
  w.as = v.intern("as");
  w.not_ = v.intern("not");
  w.only = v.intern("only");
  w.open_bracket = v.intern("(");
  w.close_bracket = v.intern(")");
  w.including = set_of(v, {"including", "like", "notably"});
  w.complementizers = set_of(v, {"that", "whether", "how", "why", "what", "if"});
  w.relatives = set_of(v, {"who", "which", "that", "whom"});
  w.locatives = set_of(v, kLocatives);
  w.indefinite = set_of(v, {"nobody", "anybody", "everybody", "somebody", "anyone", "everyone", "someone", "those", "some", "many", "few", "most",
                            "several", "others", "all", "none", "one", "both", "any"});
  w.who = v.intern("who");
  w.a = v.intern("a");
  w.an = v.intern("an");
  w.whom = v.intern("whom");
  w.whose = v.intern("whose");
  w.it = v.intern("it");
  w.many = set_of(v, {"they", "these", "those", "both", "many", "some", "others", "most", "few", "none", "several", "all", "two",
                      "three", "four", "people", "police", "we", "you", "everyone", "everybody"});
  w.first_persons = set_of(v, {"i", "we"});
  w.conjunctions = set_of(v, {"and", "but", "or", "yet", "so", "nor"});
  w.joining = set_of(v, {"and", "or", "nor"});
  w.subordinators = set_of(v, {"while", "because", "although", "though", "after", "before", "when", "as", "if", "since",
                               "until", "unless", "whereas", "once", "given", "considering", "despite"});
  w.pronouns = set_of(v, {"he", "she", "they", "it", "we", "i", "you", "this", "these", "those", "both", "many", "some",
                          "others", "most", "few", "neither", "one", "who", "which"});
  for (const char* noun : {"hope", "hopes", "belief", "assumption", "conviction", "expectation", "fear", "impression", "understanding", "theory", "view", "suspicion"})
    w.guided.add(v.intern(noun));
  w.guiding = set_of(v, {"in", "on", "under", "with", "for", "from"});
  for (const char* verb : {"make", "hear", "repeat", "share", "hold", "voice", "express", "dispute", "disavow", "deny"}) w.judging.add(v.intern_verb(verb));
  for (const char* verb : {"allow", "enable", "permit", "force", "compel", "push", "press", "lead", "prompt", "cause", "get", "invite", "want", "expect", "need",
                           "ask", "tell", "urge", "order", "persuade", "convince", "encourage", "instruct", "beg", "require", "challenge", "pressure", "drive",
                           "inspire", "authorize", "authorise", "hire", "send", "help", "like", "teach", "advise", "remind", "warn", "choose", "appoint"})
    w.steering.add(v.intern_verb(verb));
  w.settings = set_of(v, {"during", "throughout", "amid", "via", "ahead"});
  w.occasions = set_of(v, {"rally", "interview", "speech", "statement", "email", "tweet", "tweets", "post", "letter", "ad", "ads", "video", "address", "debate",
                           "memo", "conference", "event", "hall", "appearance", "column", "editorial", "twitter", "facebook", "instagram", "television", "tv",
                           "radio", "trail", "stage", "floor", "episode", "show", "program", "programme", "testimony", "book", "essay", "article", "remarks",
                           "stop", "briefing", "hearing", "convention", "meeting", "message", "blog", "podcast", "release"});
  w.dashes = set_of(v, {"-", "--", "\u2013", "\u2014", "\u2015"});
  w.shares = set_of(v, {"most", "many", "some", "all", "both", "half", "third", "thirds", "quarter", "quarters", "%", "percent", "majority", "minority",
                        "few", "dozens", "hundreds", "thousands", "millions", "one", "two", "three", "four", "five", "several", "none", "each",
                        "number", "percentage", "share", "any", "others", "members", "fifth", "plurality"});
  w.times = set_of(v, kTimeNouns);
  for (const char* season : {"summer", "winter", "spring", "autumn"}) w.times.add(v.intern(season));
  w.connectives = set_of(v, {"however", "therefore", "thus", "nonetheless", "nevertheless", "moreover", "furthermore", "instead",
                             "meanwhile", "indeed", "first", "second", "third", "finally", "yet", "but", "and", "so",
                             "also", "still", "consequently", "hence", "granted", "besides", "additionally"});
  w.endorsing = set_of(v, {"rightly", "rightfully", "correctly", "aptly", "accurately", "convincingly", "wisely", "justly"});
  w.rejecting = set_of(v, {"wrongly", "falsely", "incorrectly", "mistakenly", "misleadingly", "baselessly", "erroneously",
                           "supposedly", "allegedly", "dubiously", "absurdly"});
  w.demonstratives = set_of(v, {"this", "that", "these", "those", "such", "neither", "both", "either", "his", "her", "their"});
  w.confirming = set_of(v, {"correct", "right", "true", "accurate", "justified", "convincing", "realistic", "valid", "sound", "plausible"});
  w.denying = set_of(v, {"wrong", "false", "incorrect", "mistaken", "misleading", "misguided", "unfounded", "baseless", "untrue", "flawed",
                         "unrealistic", "unjustified", "absurd", "unconvincing", "inaccurate", "implausible", "naive", "nonsense"});
  w.negations = set_of(v, {"not", "n't", "never", "neither", "no", "nor", "nobody", "none", "hardly", "cannot"});
  w.modal_possible = set_of(v, {"may", "might", "could", "can"});
  w.modal_deontic = set_of(v, {"should", "must", "ought"});
  w.modal_future = set_of(v, {"will", "shall", "'ll", "wo"});
  w.modal_hypothetical = set_of(v, {"would", "'d", "if", "unless"});
  w.probable = set_of(v, {"likely", "probably", "unlikely", "presumably", "probable", "improbable"});
  w.possible = set_of(v, {"perhaps", "maybe", "possibly", "possible", "potentially", "conceivably"});
  return w;
}

void ClaimWords::take_lists(const Vocabulary& vocabulary, const Lexicons& lexicons) {
  for (const auto& [set, name] : {std::pair{&animate, "claim-holders"}, std::pair{&animate, "person-nouns"},
                                  std::pair{&animate, "group-nouns"}, std::pair{&judging, "claim-judge"}, std::pair{&views, "claim-views"}}) {
    const auto list = lexicons.find(name);
    for (Symbol symbol = 1; list && symbol < vocabulary.size(); ++symbol)
      if (lexicons.members(vocabulary.info(symbol)).test(*list)) set->add(symbol);
  }
}

}  // namespace entente::extract::claims
