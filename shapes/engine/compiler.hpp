// Shapes graph -> Plan.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "shapes/engine/component.hpp"

namespace entente::shapes {

// Every shape of the graph, compiled: those with targets, instances of sh:NodeShape and sh:PropertyShape, and
// all that they refer to. What is ill-formed, recursive or unsupported is told in `diagnostics` (all of it,
// not the first only), and then there is no plan.
std::optional<Plan> compile(const rdf::Graph& shapes, const CompileOptions& options, Diagnostics& diagnostics);

struct SparqlComponent;  // sparql.hpp

// Private to compile(): its state, used by ShapeScope and the SPARQL components.
class Compiler {
 public:
  Compiler(const rdf::Graph& shapes, const CompileOptions& options, Diagnostics& diagnostics);
  ~Compiler();
  std::optional<Plan> run();

  ShapeIndex index_of(TermId node);
  const CompileOptions& options() const { return options_; }
  Diagnostics& diagnostics() { return diagnostics_; }
  void want_shapes_graph() { plan_.wants_shapes_graph = true; }
  // The SPARQL-based constraint components of the shapes graph, read once.
  std::vector<SparqlComponent>& sparql_components();

 private:
  void find_roots();
  void compile_shape(ShapeIndex index);
  void read_head(TermId node, Shape& shape);
  void read_targets(TermId node, Shape& shape);
  bool is_class(TermId node);
  void check_entailment();

  Source source_;
  const CompileOptions& options_;
  Diagnostics& diagnostics_;
  Plan plan_;
  std::vector<TermId> nodes_;               // of each shape
  std::map<TermId, ShapeIndex> indices_;
  std::unique_ptr<std::vector<SparqlComponent>> sparql_components_;
  std::optional<std::vector<TermId>> class_types_;  // rdfs:Class and what is below it
};

// Warnings (SH001): names of the SHACL namespace that it does not have, and parameters that do nothing.
void warn_about_names(const Source& source, bool draft_1_2, Diagnostics& diagnostics);

// Refuses circles and too deep nesting, and decides which shapes are worth a memory.
bool check_references(Plan& plan, unsigned max_depth, Diagnostics& diagnostics);

}  // namespace entente::shapes
