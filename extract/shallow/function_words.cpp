#include "extract/shallow/chunker.hpp"
#include "extract/vocabulary/closed_classes.hpp"

namespace entente::extract {

void FunctionWords::intern(Vocabulary& v) {
  be = v.intern_verb("be");
  have = v.intern_verb("have");
  get = v.intern_verb("get");
  go = v.intern_verb("go");
  to = v.intern("to");
  possessive = v.intern("'s");
  apostrophe = v.intern("'");
  by = v.intern("by");
  of = v.intern("of");
  comma = v.intern(",");
  semicolon = v.intern(";");
  colon = v.intern(":");
  that = v.intern("that");
  who = v.intern("who");
  which = v.intern("which");
  whom = v.intern("whom");
  whose = v.intern("whose");
  with = v.intern("with");
  hyphen = v.intern("-");
  going = v.intern("going");
  between = v.intern("between");
  according = v.intern("according");
  last = v.intern("last");
  next = v.intern("next");
  at = v.intern("at");
  least = v.intern("least");
  most = v.intern("most");
  than = v.intern("than");
  up = v.intern("up");
  const auto fill = [&](SymbolBits& list, std::initializer_list<const char*> words) {
    for (const auto* word : words) list.push_back(v.intern(word));
  };
  fill(negations, {"not", "n't", "never"});
  fill(futures, {"will", "'ll", "shall", "wo"});
  fill(modals, {"can", "could", "may", "might", "must", "would", "should", "ought", "ca", "'d"});
  fill(possessives, {"my", "your", "his", "her", "its", "our", "their", "whose"});
  fill(times, kTimeNouns);
  fill(times, {"time", "times"});
  for (const auto* verb : {"say", "tell"}) speech.push_back(v.intern_verb(verb));
  fill(relatives, {"who", "which", "that"});
  fill(locatives, kLocatives);
  fill(comparatives, {"more", "less", "fewer"});
  fill(days, kDays);
  fill(particles, kParticles);
  for (const auto* verb : {"say", "think", "believe", "argue", "claim", "insist", "hope", "suspect", "suggest", "fear", "expect", "predict",
                           "warn", "know", "feel", "admit", "deny", "assert", "contend", "maintain", "note", "add", "assume", "conclude"})
    clausal.push_back(v.intern_verb(verb));
  for (const auto* noun : {"plan", "decision", "effort", "bid", "offer", "threat", "promise", "pledge", "agreement", "attempt", "order",
                           "call", "right", "ability", "need", "move", "proposal", "intention", "commitment", "readiness",
                           "willingness", "refusal", "failure", "vow", "demand", "request", "desire", "wish", "resolution", "deal",
                           "appeal", "campaign", "mission", "operation", "law", "bill", "permission", "step", "measure", "vote"})
    nominals.push_back(v.intern_noun(noun));
}

}  // namespace entente::extract
