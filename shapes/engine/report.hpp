// What validation found, as plain values.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/rdf/dataset.hpp"
#include "core/rdf/prefixes.hpp"
#include "shapes/engine/path.hpp"

namespace entente::shapes {

using rdf::Term;

// One sh:ValidationResult. Terms of kind None are absent.
struct ValidationResult {
  Term focus;
  std::shared_ptr<const Path> path;  // nullptr: no sh:resultPath
  Term value;
  Term severity;
  Term component;
  Term shape;                        // sh:sourceShape
  Term constraint;                   // sh:sourceConstraint
  std::vector<Term> messages;        // sh:resultMessage; never empty
  std::vector<ValidationResult> details;
  std::uint32_t shape_index = 0;     // in Plan::shapes
};

// Results ascend by shape (its node in the order of terms), focus node, path, component, value: the same for
// the same data and shapes, whatever the order of files and the number of threads.
struct Report {
  bool conforms = true;              // true if there are no results, of whatever severity
  std::uint64_t focus_nodes = 0;     // nodes that shapes had as targets, counted for each shape; 0: nothing was checked
  std::vector<ValidationResult> results;

  std::size_t count(std::string_view severity) const;  // results of one severity, e.g. vocab::sh::Violation
};

// The report as SHACL 3.6 has it: sh:ValidationReport, sh:conforms, sh:result ... Blank nodes of report and
// paths are named r0, r1, ...; those of data and shapes keep their labels with a "d." before them.
rdf::Dataset to_dataset(const Report& report);

}  // namespace entente::shapes
