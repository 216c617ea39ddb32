// All documents together: the files of a knowledge base.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "cli/build/document_parts.hpp"
#include "cli/build/spill.hpp"
#include "ontology/mapping/run.hpp"

namespace entente::cli {

struct BuildTotals {
  std::uint64_t documents = 0;                    // with `violations` counted as they come, the rest by publish()
  DocumentCounts counts;
  std::uint64_t triples = 0;                      // in the files
  std::uint64_t violations = 0;
  std::map<std::string, std::uint64_t> entities;  // class (local name) -> number
};

// Takes the parts of each document in any order; what it writes depends on the set of documents only. A text that comes
// again counts once (spill.hpp).
class Assembly {
 public:
  Assembly(const BuildConfig& config, ontology::RunInfo run, std::filesystem::path folder);

  void add(DocumentParts parts);
  // Writes kb, mentions and the ontology, register, and shapes beside them.
  Result<Done> publish(const std::filesystem::path& data_ontology, const std::filesystem::path& data_shapes,
                       Diagnostics& diagnostics);
  const BuildTotals& totals() const { return totals_; }
  // What does not conform, document by document; at most a hundred documents.
  const std::string& report() const { return report_; }

 private:
  Result<Done> merge(Diagnostics& diagnostics);
  Result<Done> write_shared();
  Result<Done> write_parts(const std::string& name, std::string_view start, DocumentPart part);
  Result<Done> write_dataset(const std::filesystem::path& path, const rdf::Dataset& dataset);
  rdf::Dataset describe() const;
  rdf::Dataset conforms() const;
  void count_entities();

  const BuildConfig& config_;
  ontology::RunInfo run_;
  std::filesystem::path folder_;
  Spill spill_;
  Merged merged_;
  BuildTotals totals_;
  std::string report_;
  std::size_t reported_ = 0;
};

}  // namespace entente::cli
