// The kinds of rules and what each may say. A new kind is one entry here and one function that runs its set.
#include "extract/rules/rule.hpp"

namespace entente::extract::rules {

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> kTable{
      {"mark", {"mark"}, {}, {{"!label", {"*"}}}, true},
      {"entity", {"mention"}, {"head", "of"}, {{"!type", {"*"}}, {"form", {"name", "acronym", "metonym", "adjective", "descriptor", "pronoun"}}}, true},
      // "subject": "previous" stands for the subject of the sentence before, where the text leaves the subject out;
      // "alone" says that a trigger in the singular ("President Kern and her deputy") is not of those joined to the subject;
      // "status": "claimed" for what goes on in somebody's mind, which no text can state as a fact.
      {"relation", {"object"}, {"subject", "trigger", "time"},
       {{"!predicate", {"*"}}, {"polarity", {"positive", "negative"}}, {"symmetric", {"yes"}}, {"subject", {"previous", "alone"}}, {"status", {"claimed"}}}},
      {"event", {"trigger"}, {"actor", "recipient", "place", "addressee", "instrument", "light"},
       {{"type", {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
                  "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}},
        {"mode", {"*"}}, {"to", {"*"}}, {"factuality", {"certain", "probable", "possible", "hypothetical", "improbable", "attempted"}},
        {"polarity", {"positive", "negative"}}, {"reciprocal", {"yes"}}}},
      {"claim", {"cue"}, {"source", "content", "about", "addressee"},
       {{"attitude", {"speech", "belief", "perception", "aim"}}, {"kind", {"direct", "mixed", "indirect"}},
        {"polarity", {"positive", "negative"}}, {"modality", {"certain", "probable", "possible", "hypothetical", "future", "deontic", "intention"}},
        {"stance", {"positive", "neutral", "negative"}}, {"content", {"*"}}, {"source", {"*"}}, {"holder", {"actor"}}, {"unnamed", {"previous", "somebody", "interviewed"}}, {"own", {"yes"}}}},
  };
  return kTable;
}

}  // namespace entente::extract::rules
