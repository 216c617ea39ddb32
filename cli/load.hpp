// Loading what extraction needs from the data folder, with messages where that fails.
#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "extract/extractor.hpp"

namespace entente::cli {

// find_data, or nothing with a message and context.exit_code set.
std::filesystem::path demand_data(Context& context, const std::string& relative);

// Prints diagnostics; nothing if extraction cannot run (context.exit_code is then set).
std::optional<extract::Extractor> load_extractor(Context& context, const std::string& rules_folder = {});

// Where compiled forms of data files are kept; empty if the environment names no place.
std::filesystem::path cache_folder();

}  // namespace entente::cli
