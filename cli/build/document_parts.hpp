// One document, extracted and mapped: bytes of its own parts, and what is merged over documents.
#pragma once

#include <array>
#include <string>

#include "cli/build/merged.hpp"
#include "core/base/diagnostics.hpp"
#include "core/rdf/prefixes.hpp"
#include "corpus/document.hpp"
#include "emit/formats.hpp"
#include "extract/extractor.hpp"
#include "ontology/mapping/mapper.hpp"
#include "shapes/engine/validator.hpp"

namespace entente::cli {

struct BuildConfig {
  const extract::Extractor* extractor = nullptr;
  ontology::MapConfig map;
  const emit::Format* format = nullptr;
  rdf::PrefixMap prefixes;
  std::string head;  // what a file of the output's syntax starts with
  const shapes::Plan* plan = nullptr;  // what the output must satisfy; null: not validated
};

// The first two hold nodes of one document only, in the output's syntax without its head; the third is Merged::pack's.
enum DocumentPart : std::size_t { kKnowledge = 0, kMentions = 1, kMerged = 2 };

struct DocumentParts {
  std::string sha256;
  std::string source;
  std::array<std::string, 3> bytes;
  std::uint64_t triples = 0;         // in the first two
  DocumentCounts counts;
  std::size_t violations = 0;
  std::string report;                // for people, leads back to sentence and rule; empty if the document conforms
};

// Extracts, maps, writes and validates one document: the stages below in their order.
DocumentParts make_parts(const BuildConfig& config, const corpus::Document& document, Diagnostics& diagnostics);

// Bytes and number of the triples, those that belong to the document alone sorted.
void write_parts(const BuildConfig& config, ontology::MappedDocument& mapped, DocumentParts& parts, Diagnostics& diagnostics);
// All that the document says, with classes and names of its entities, against config.plan.
void validate_document(const BuildConfig& config, const ontology::MappedDocument& mapped, DocumentParts& parts, Diagnostics& diagnostics);

}  // namespace entente::cli
