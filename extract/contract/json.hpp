// One Extraction as one line of JSON: schema "entente-extraction/1" (EXTRACTION.md).
#pragma once

#include <functional>
#include <string>

#include "corpus/document.hpp"
#include "extract/extraction.hpp"

namespace entente::extract {

// The IRI of an entity; minting lives in ontology/, so the caller passes it in. May give "" (no IRI member).
using EntityIri = std::function<std::string(const Entity&)>;

// Appends one JSON object without a line break. Offsets are code points of `document.original`.
void append_json(std::string& out, const corpus::Document& document, const Extraction& extraction,
                 const RuleCatalogue& rules, const EntityIri& iri);

}  // namespace entente::extract
