// W3C test manifests: the entries of mf:entries with their properties.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/file.hpp"
#include "core/rdf/dataset.hpp"
#include "core/rdf/vocabulary.hpp"

namespace entente::tests {

inline constexpr std::string_view kManifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

class Manifest {
 public:
  // Every file is read with the base `base` + file name, as the suites assume.
  Manifest(const std::filesystem::path& file, std::string base) : folder_(file.parent_path()), base_(std::move(base)) {
    Diagnostics diagnostics;
    const auto bytes = read_file(file);
    REQUIRE(bytes.ok());
    rdf::ReadOptions options;
    options.base = base_ + file.filename().string();
    graph_ = rdf::merged_graph(rdf::parse(*bytes, rdf::Syntax::Turtle, diagnostics, options));
    REQUIRE(diagnostics.empty());
    for (const auto& t : graph_.with_predicate(iri("entries"))) collect(t.object);
  }

  const std::vector<rdf::TermId>& entries() const { return entries_; }
  std::string type(rdf::TermId entry) const { return value(entry, vocab::rdf::type); }
  std::string value(rdf::TermId entry, std::string_view property) const {
    const auto predicate = graph_.find_iri(property);
    const auto found = graph_.with_subject_predicate(entry, predicate);
    return found.empty() ? std::string() : graph_.term(found.front().object).value;
  }
  std::string mf(rdf::TermId entry, const std::string& name) const { return value(entry, std::string(kManifest) + name); }
  // Path of a file that the manifest names.
  std::filesystem::path local(const std::string& file_iri) const { return folder_ / file_iri.substr(base_.size()); }

 private:
  rdf::TermId iri(const std::string& name) const { return graph_.find_iri(std::string(kManifest) + name); }
  void collect(rdf::TermId list) {
    const auto first = graph_.find_iri(vocab::rdf::first);
    const auto rest = graph_.find_iri(vocab::rdf::rest);
    for (; graph_.object(list, first) != rdf::kNoTerm; list = graph_.object(list, rest)) entries_.push_back(graph_.object(list, first));
  }

  std::filesystem::path folder_;
  std::string base_;
  rdf::Graph graph_;
  std::vector<rdf::TermId> entries_;
};

}  // namespace entente::tests
