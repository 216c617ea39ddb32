// The SHACL engine for programs: compile shapes once, validate any number of data graphs.
//
//   Diagnostics diagnostics;
//   auto plan = entente::shapes::compile(shapes_graph, {}, diagnostics);   // core/rdf/load.hpp reads files
//   if (!plan) ...                                                          // diagnostics say why and where
//   auto report = entente::shapes::validate(*plan, data_graph);
//   if (report && !report->conforms) ...                                    // report.hpp
#pragma once

#include "core/base/result.hpp"
#include "shapes/engine/compiler.hpp"
#include "shapes/engine/report.hpp"

namespace entente::shapes {

enum class ClassSource : std::uint8_t {
  Data,  // rdfs:subClassOf from the data graph, as SHACL 2 says
  Both,  // from the shapes graph as well
};

struct ValidateOptions {
  unsigned threads = 0;       // 0: as many as the machine has
  ClassSource classes = ClassSource::Data;
  bool details = false;       // nested reasons of sh:node, sh:and, ... as sh:detail
  std::string now;            // xsd:dateTime for NOW() in SPARQL constraints; empty: NOW() is a failure
};

// The report, or a failure (SHACL 3.4): only SPARQL constraints can fail. Safe to call from several threads.
Result<Report> validate(const Plan& plan, const rdf::Graph& data, const ValidateOptions& options = {});

}  // namespace entente::shapes
