// The run: which program, rules and options read the documents. No clock, no list of inputs: the same
// configuration is the same run, so adding a document changes no identifier.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ontology/mapping/mapper.hpp"

namespace entente::ontology {

struct RunInfo {
  std::string version;         // of the program
  std::string configuration;   // hash of rules, lexicons, register and mapping
};

std::string run_iri(const IriMinter& minter, const RunInfo& info);

// The run, its agent, its rule set, and the rules that found something, added to `out` (Part::Shared).
void map_run(const MapConfig& config, const RunInfo& info, const std::vector<bool>& rules_used, rdf::Dataset& out);

}  // namespace entente::ontology
