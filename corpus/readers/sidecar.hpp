// NAME.meta.json beside NAME.txt: metadata that wins over what the document says.
#pragma once

#include <filesystem>

#include "core/base/diagnostics.hpp"
#include "corpus/document.hpp"

namespace entente::corpus {

// Looks for PATH.meta.json, then for PATH with its ending replaced by .meta.json. A broken sidecar is an error in
// `diagnostics` (file, line, column) and changes nothing; an unknown member is a warning with its JSON pointer.
void apply_sidecar(const std::filesystem::path& path, Metadata& metadata, Diagnostics& diagnostics);

// The members of `json`, the sidecar called `file`, over `metadata`.
void apply_sidecar_text(std::string_view json, const std::string& file, Metadata& metadata, Diagnostics& diagnostics);

}  // namespace entente::corpus
