// The register, or any SKOS file, as plain gazetteer entries: the text world knows no RDF.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "extract/gazetteer/gazetteer.hpp"

namespace entente::ontology {

// A dated post or membership as the register states it, for the mapping (MODEL.md, "Post and membership").
struct RegisterMembership {
  std::string key;           // "membership/..."
  std::string member;        // keys of entries
  std::string organization;
  std::string post;          // empty for a plain membership
  std::string role;          // key of a role, may be empty
  std::string from;          // EDTF as written, may be empty
  std::string until;
  std::string source;
  std::string as_of;
};

struct Register {
  std::vector<extract::Entry> entries;            // by key
  std::vector<RegisterMembership> memberships;    // by key
};

// Reads every Turtle, TriG, N-Triples and N-Quads file among `files` (folders: all such files directly in them,
// by name). Names come from skos:prefLabel, altLabel and hiddenLabel, rdfs:label, schema:name, ent:acronym, adjective, demonym,
// metonym, familyName and title; English or untagged ones. Types are ent: classes; things without one but with a
// label (a SKOS concept) are `fallback`. A broken file adds its syntax errors and what could be read stays.
Register read_register(const std::vector<std::filesystem::path>& files, Diagnostics& diagnostics,
                       extract::EntityType fallback = extract::EntityType::Other);

// Raised when read_register gives other entries for the same files, so that caches are made again.
inline constexpr std::uint32_t kReaderVersion = 4;

// The RDF files that `paths` mean: files as they are, of folders all RDF files directly in them, by name.
std::vector<std::filesystem::path> register_files(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics);

// The register compiled, from `cache` if it holds the compiled form of the very same bytes (by content hash),
// else read, compiled and stored there (an unwritable cache is no error). An empty `cache`: nothing is stored.
Result<extract::Gazetteer> load_gazetteer(const std::vector<std::filesystem::path>& files,
                                          const std::filesystem::path& cache, Diagnostics& diagnostics);

}  // namespace entente::ontology
