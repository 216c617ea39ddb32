// What a file in components/ sees: the shape that is compiled, its parameters, and where constraints go.
#pragma once

#include "shapes/engine/data.hpp"
#include "shapes/engine/evaluator.hpp"
#include "shapes/engine/plan.hpp"
#include "shapes/engine/source.hpp"

namespace entente::shapes {

struct CompileOptions {
  Locator locate;               // where triples of the shapes graph are written, for messages
  rdf::PrefixMap prefixes;      // how messages write IRIs; those of SHACL, XSD, RDF, RDFS and OWL are known
  Term shapes_graph_name;       // $shapesGraph of SPARQL constraints
  unsigned max_depth = 500;     // of shapes nested in shapes
  bool draft_1_2 = false;       // constraint components of the SHACL 1.2 Working Draft that kDraft names, and its targets
};

class Compiler;

// One shape, as its constraint components see it while they compile. Parameters are read with `values` and the
// typed readers; what is ill-formed is refused with its section and left out.
class ShapeScope {
 public:
  ShapeScope(Compiler& compiler, Source& source, TermId node, Shape& shape, const Component& component);

  Source& source() { return source_; }
  TermId node() const { return node_; }
  const Shape& shape() const { return shape_; }
  bool is_property() const { return shape_.path.has_value(); }
  const Component& component() const { return component_; }
  bool draft_1_2() const;
  const rdf::PrefixMap& prefixes() const { return source_.prefixes(); }

  std::vector<TermId> values(std::string_view parameter) const { return source_.objects(node_, parameter); }
  Term term(TermId id) const { return source_.term(id); }
  // At most one value may be given; nothing if there is none, or if it is refused.
  std::optional<TermId> single(std::string_view parameter);
  std::optional<std::uint64_t> count(std::string_view parameter);    // an xsd:integer literal, not negative
  std::optional<bool> boolean(std::string_view parameter);           // an xsd:boolean literal
  std::optional<std::string> string(std::string_view parameter);     // an xsd:string literal
  std::vector<Term> iris(std::string_view parameter);                // every value an IRI
  // Every value an IRI or, in the 1.2 draft, a list of IRIs, of which one is to fit.
  std::vector<std::vector<Term>> alternatives(std::string_view parameter);
  // The same for messages: the IRI, or the list's members with "or" between them.
  Term either(const std::vector<Term>& alternatives) const;
  // Every value an IRI or, in the 1.2 draft, a property path.
  std::vector<Path> paths(std::string_view parameter);
  std::optional<std::vector<TermId>> list(std::string_view parameter, TermId head);
  // The index of the shape that a parameter's value refers to; compiled later.
  ShapeIndex shape_ref(TermId node);
  // A list of shapes.
  std::optional<std::vector<ShapeIndex>> shape_list(std::string_view parameter, TermId head);

  void refuse(std::string_view parameter, std::string message);
  void refuse(std::string_view parameter, std::string message, std::string_view section);

  // Adds a constraint of this component. `message`: "{name}" stands for a parameter's value, "{value}" for the
  // value node.
  Constraint& add(std::vector<std::pair<std::string, Term>> parameters, std::string message,
                  Rule rule);

 private:
  Compiler& compiler_;
  Source& source_;
  TermId node_;
  Shape& shape_;
  const Component& component_;
};

// "1 character", "2 characters".
std::string counted(std::uint64_t count, const std::string& singular);

}  // namespace entente::shapes
