#include "ontology/id_prefixes.hpp"

namespace entente::ontology {

std::vector<std::pair<std::string, std::string>> id_prefixes(const IriMinter& minter) {
  constexpr const char* kTypes[] = {"agent", "claim",     "doc",        "election", "event",    "government", "group",
                                    "ideology", "membership", "mention", "named-event", "other", "participation", "party",
                                    "person", "place",    "position",   "post",     "quote",    "rule",       "rule-set",
                                    "run",   "span",      "state",      "statement", "work"};
  std::vector<std::pair<std::string, std::string>> out;
  for (const char* type : kTypes) out.emplace_back(type, minter.make(type, ""));
  out.emplace_back("body", minter.make("org", ""));  // "org" is the prefix of the W3C vocabulary
  out.emplace_back("plover", "https://w3id.org/entente/plover/");
  return out;
}

}  // namespace entente::ontology
