// One document, extracted and mapped: bytes of its own parts, and what is merged over documents.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "core/rdf/dataset.hpp"
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
  std::string graph_base;  // IRI that graph names start with
};

struct DocumentCounts {
  std::uint64_t bytes = 0, mentions = 0, statements = 0, events = 0, claims = 0, triples = 0;
  void add(const DocumentCounts& other);
};

// Indices of the parts that hold nodes of one document only.
enum DocumentPart : std::size_t { kKnowledge = 0, kMentions = 1 };

struct DocumentParts {
  std::string sha256;
  std::string source;
  std::array<std::string, 2> bytes;  // in the output's syntax, without its head
  rdf::Dataset shared;
  ontology::EntityRecords entities;
  std::vector<bool> rules_used;
  DocumentCounts counts;
  std::size_t violations = 0;
  std::string report;                // for people, leads back to sentence and rule; empty if the document conforms
};

// Graph name of a part for syntaxes with graphs; none (the default graph) for the others.
rdf::Term graph_name(const BuildConfig& config, std::size_t part);

// The data set's quads in the output's syntax, without the head.
std::string body_of(const BuildConfig& config, const rdf::Dataset& dataset, Diagnostics& diagnostics);

DocumentParts make_parts(const BuildConfig& config, const corpus::Document& document, Diagnostics& diagnostics);

}  // namespace entente::cli
