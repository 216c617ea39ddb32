// What `build` is told and loads before the first document.
#pragma once

#include <optional>
#include <string>

#include "cli/build/document_parts.hpp"
#include "cli/command.hpp"
#include "ontology/mapping/run.hpp"

namespace entente::cli {

// Fills `config` (all but the plan) and `run` from the data files. `extractor` must outlive `config`.
Result<Done> set_up(const Context& context, const extract::Extractor& extractor, const std::string& base, const emit::Format& format,
                    BuildConfig& config, ontology::RunInfo& run);

// The shapes that our own output must satisfy, compiled; nothing if they are at fault.
std::optional<shapes::Plan> load_output_shapes(const Context& context, Diagnostics& diagnostics);

}  // namespace entente::cli
