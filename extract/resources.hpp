// Everything that extraction reads and never changes. One member per stage; a stage owns its own type.
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/diagnostics.hpp"
#include "extract/extraction.hpp"

namespace entente::extract {

struct Resources {
  RuleCatalogue rules;
};

// Where the data files of the stages lie.
struct ResourcePaths {
  std::filesystem::path rules;     // extract/rules
  std::filesystem::path lexicon;   // extract/lexicon
};

// Loads and compiles; faults are in `diagnostics` with file and place. Null if there was an error.
std::shared_ptr<const Resources> load_resources(const ResourcePaths& paths, Diagnostics& diagnostics);

}  // namespace entente::extract
