// Everything that extraction reads and never changes. One member per stage; a stage owns its own type.
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/diagnostics.hpp"
#include "extract/claims/claims.hpp"
#include "extract/extraction.hpp"
#include "extract/events/events.hpp"
#include "extract/relations/relations.hpp"
#include "extract/rules/rule.hpp"
#include "extract/vocabulary/lexical.hpp"
#include "extract/gazetteer/gazetteer.hpp"
#include "extract/names/lexicon.hpp"
#include "extract/names/listed_names.hpp"
#include "extract/resolve/stages.hpp"
#include "extract/time/times.hpp"

namespace entente::extract {

struct Resources {
  RuleCatalogue rules;
  Lexical lexical;        // vocabulary, word lists, shallow tagger
  rules::RuleBook book;   // compiled rules of all kinds
  EventConfig events;
  RelationConfig relations;
  Gazetteer gazetteer;
  std::vector<KnownWord> known_words;  // of the gazetteer, by symbol
  NameLexicon names;
  ListedNames listed_names;
  std::vector<NameWord> name_words;    // of the name lexicon, by symbol
  std::vector<KnownTimeWord> time_words;    // of the date grammar, by symbol
  EntityStages entity_stages;
  claims::ClaimWords claim_words;
  ClaimStages claim_stages;
};

// Where the data files of the stages lie.
struct ResourcePaths {
  std::filesystem::path rules;     // extract/rules
  std::filesystem::path lexicon;   // extract/lexicon
  std::filesystem::path listed;    // extract/language/models/entities.model: lists of names; empty: without
};

// Loads and compiles; the gazetteer comes compiled, because the register is RDF. Faults are in `diagnostics` with file and place. Null if there was an error.
std::shared_ptr<const Resources> load_resources(const ResourcePaths& paths, Gazetteer gazetteer, Diagnostics& diagnostics);

}  // namespace entente::extract
