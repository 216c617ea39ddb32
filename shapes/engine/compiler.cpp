#include "shapes/engine/compiler.hpp"

#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "core/rdf/xsd.hpp"
#include "shapes/engine/components/draft.hpp"
#include "shapes/engine/registry.hpp"
#include "shapes/engine/sparql.hpp"

namespace entente::shapes {

namespace sh = vocab::sh;
namespace sh12 = components::sh12;

Compiler::Compiler(const rdf::Graph& shapes, const CompileOptions& options, Diagnostics& diagnostics)
    : source_(shapes, options.locate, options.prefixes, diagnostics), options_(options), diagnostics_(diagnostics) {
  plan_.shapes_graph = shapes;
  plan_.prefixes = options.prefixes;
  plan_.shapes_graph_name = options.shapes_graph_name;
  if (plan_.shapes_graph_name.kind == rdf::TermKind::None) plan_.shapes_graph_name = rdf::iri("urn:x-entente:shapes");
}

Compiler::~Compiler() = default;

std::vector<SparqlComponent>& Compiler::sparql_components() {
  if (!sparql_components_) sparql_components_ = std::make_unique<std::vector<SparqlComponent>>(read_sparql_components(*this, source_));
  return *sparql_components_;
}

ShapeIndex Compiler::index_of(TermId node) {
  const auto [found, added] = indices_.try_emplace(node, static_cast<ShapeIndex>(nodes_.size()));
  if (added) nodes_.push_back(node);
  return found->second;
}

void Compiler::find_roots() {
  const rdf::Graph& graph = source_.graph();
  std::vector<TermId> roots;
  for (const auto predicate : {sh::targetNode, sh::targetClass, sh::targetSubjectsOf, sh::targetObjectsOf, sh12::targetWhere}) {
    if (predicate == sh12::targetWhere && !options_.draft_1_2) continue;
    for (const auto& t : graph.with_predicate(source_.id(predicate))) roots.push_back(t.subject);
  }
  for (const auto type : {sh::NodeShape, sh::PropertyShape, sh12::ShapeClass}) {
    if (type == sh12::ShapeClass && !options_.draft_1_2) continue;
    const TermId type_id = source_.id(type);
    if (type_id == rdf::kNoTerm) continue;
    for (const auto& t : graph.with_predicate_object(source_.id(vocab::rdf::type), type_id)) roots.push_back(t.subject);
  }
  std::vector<std::pair<Term, TermId>> ordered;
  std::sort(roots.begin(), roots.end());
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  for (const TermId root : roots) ordered.emplace_back(source_.term(root), root);
  std::sort(ordered.begin(), ordered.end());
  for (const auto& [term, root] : ordered) index_of(root);
}

std::optional<Plan> Compiler::run() {
  check_entailment();
  warn_about_names(source_, options_.draft_1_2, diagnostics_);
  find_roots();
  for (ShapeIndex i = 0; i < nodes_.size(); ++i) compile_shape(i);  // references add to nodes_
  if (source_.refused() > 0 || diagnostics_.has_errors()) return std::nullopt;
  if (!check_references(plan_, options_.max_depth, diagnostics_)) return std::nullopt;
  return std::move(plan_);
}

void Compiler::check_entailment() {
  for (const auto& t : source_.graph().with_predicate(source_.id(sh::entailment))) {
    diagnostics_.error(Code::ShapesEntailment, source_.place(t.subject, sh::entailment),
                       "Entailment " + source_.name(t.object) + " is not supported; remove sh:entailment to validate the data as it stands (SHACL 3.3)");
  }
}

void Compiler::compile_shape(ShapeIndex index) {
  const TermId node = nodes_[index];
  Shape shape;
  shape.id = source_.term(node);
  shape.place = source_.place(node, vocab::rdf::type);
  read_head(node, shape);
  read_targets(node, shape);
  if (!shape.deactivated) {
    for (const Component& component : registry()) {
      if (component.draft && !options_.draft_1_2) continue;
      ShapeScope scope(*this, source_, node, shape, component);
      component.compile(scope);
    }
    compile_sparql(*this, source_, node, shape);
  }
  plan_.shapes.push_back(std::move(shape));
}

void Compiler::read_head(TermId node, Shape& shape) {
  static constexpr Component kHead{"", "2.1", "", "", false, nullptr};
  ShapeScope scope(*this, source_, node, shape, kHead);
  const auto paths = source_.objects(node, sh::path);
  const bool declared = source_.graph().contains(node, source_.id(vocab::rdf::type), source_.id(sh::PropertyShape));
  const bool node_shape = source_.graph().contains(node, source_.id(vocab::rdf::type), source_.id(sh::NodeShape));
  if (source_.graph().kind(node) == rdf::TermKind::Literal) return scope.refuse(sh::Shape, "a shape is an IRI or a blank node", "2.1");
  if (paths.size() > 1) scope.refuse(sh::path, "a property shape has exactly one path", "2.3");
  if (paths.empty() && declared) scope.refuse(sh::path, "a property shape needs a path", "2.3");
  if (!paths.empty() && node_shape) scope.refuse(sh::path, "a node shape has no path", "2.2");
  if (paths.size() == 1) {
    std::string reason;
    shape.path = source_.path(paths[0], reason);
    if (!shape.path) scope.refuse(sh::path, "not a well-formed path: " + reason, "2.3.1");
  }
  shape.severity = rdf::iri(sh::Violation);
  if (const auto severity = scope.single(sh::severity)) {
    if (source_.graph().kind(*severity) != rdf::TermKind::Iri) scope.refuse(sh::severity, "must be an IRI", "2.1.4");
    shape.severity = source_.term(*severity);
  }
  for (const TermId message : source_.objects(node, sh::message)) {
    Term text = source_.term(message);
    if (text.datatype == rdf::kXsdString || text.datatype == rdf::kRdfLangString) shape.messages.push_back(std::move(text));
    else scope.refuse(sh::message, "must be a string, with or without language", "2.1.5");
  }
  std::sort(shape.messages.begin(), shape.messages.end());
  shape.deactivated = scope.boolean(sh::deactivated).value_or(false);
}

void Compiler::read_targets(TermId node, Shape& shape) {
  const auto add = [&](std::string_view predicate, TargetKind kind, std::string_view section, bool any_term) {
    for (const TermId value : source_.objects(node, predicate)) {
      if (source_.graph().kind(value) == rdf::TermKind::Iri || (any_term && source_.graph().kind(value) == rdf::TermKind::Literal)) {
        shape.targets.push_back({kind, source_.term(value)});
      } else {
        source_.refuse(node, predicate, any_term ? "must be an IRI or a literal" : "must be an IRI", section);
      }
    }
  };
  add(sh::targetNode, TargetKind::Node, "2.1.3.1", true);
  add(sh::targetClass, TargetKind::Class, "2.1.3.2", false);
  if (shape.id.view().is_iri() && is_class(node)) shape.targets.push_back({TargetKind::ImplicitClass, shape.id});
  add(sh::targetSubjectsOf, TargetKind::SubjectsOf, "2.1.3.4", false);
  add(sh::targetObjectsOf, TargetKind::ObjectsOf, "2.1.3.5", false);
  if (!options_.draft_1_2) return;
  if (shape.id.view().is_iri()) shape.targets.push_back({TargetKind::Named, shape.id});
  for (const TermId where : source_.objects(node, sh12::targetWhere)) shape.targets.push_back({TargetKind::Where, shape.id, index_of(where)});
}

// A SHACL instance of rdfs:Class in the shapes graph; owl:Class is a subclass of it whether stated or not.
bool Compiler::is_class(TermId node) {
  if (!class_types_) {
    const Data data(source_.graph(), std::nullopt);
    class_types_ = data.subclasses_of({rdf::TermKind::Iri, vocab::rdfs::Class, {}, {}});
    for (const TermId id : data.subclasses_of({rdf::TermKind::Iri, vocab::owl::Class, {}, {}})) class_types_->push_back(id);
    if (options_.draft_1_2) class_types_->push_back(source_.id(sh12::ShapeClass));
  }
  const TermId type = source_.id(vocab::rdf::type);
  return std::any_of(class_types_->begin(), class_types_->end(), [&](TermId id) { return source_.graph().contains(node, type, id); });
}

std::optional<Plan> compile(const rdf::Graph& shapes, const CompileOptions& options, Diagnostics& diagnostics) {
  Diagnostics own;
  auto plan = Compiler(shapes, options, own).run();
  diagnostics.append(own);
  return plan;
}

}  // namespace entente::shapes
