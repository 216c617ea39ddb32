#include "shapes/engine/sparql.hpp"

#include <algorithm>

#include "core/rdf/vocabulary.hpp"

namespace entente::shapes {
namespace {

namespace sh = vocab::sh;

std::vector<Term> terms_of(const Source& source, TermId node, std::string_view predicate) {
  std::vector<Term> out;
  for (const TermId id : source.objects(node, predicate)) out.push_back(source.term(id));
  std::sort(out.begin(), out.end());
  return out;
}

bool is_true(const Source& source, TermId node, std::string_view predicate) {
  const auto all = source.objects(node, predicate);
  return all.size() == 1 && source.term(all[0]) == rdf::literal("true", vocab::xsd::boolean_);
}

// SHACL 5.2.1: prefixes that the values of sh:prefixes, or what they import, declare.
rdf::PrefixMap prefixes_of(Source& source, TermId node) {
  rdf::PrefixMap out;
  std::vector<TermId> open = source.objects(node, sh::prefixes);
  std::vector<TermId> seen;
  while (!open.empty()) {
    const TermId ontology = open.back();
    open.pop_back();
    if (std::find(seen.begin(), seen.end(), ontology) != seen.end()) continue;
    seen.push_back(ontology);
    for (const TermId next : source.objects(ontology, vocab::owl::imports)) open.push_back(next);
    for (const TermId declaration : source.objects(ontology, sh::declare)) {
      const auto prefix = source.objects(declaration, sh::prefix);
      const auto name_space = source.objects(declaration, sh::namespace_);
      if (prefix.size() != 1 || name_space.size() != 1) {
        source.refuse(ontology, sh::declare, "a declaration needs one sh:prefix and one sh:namespace", "5.2.1");
        continue;
      }
      const std::string name = source.term(prefix[0]).value;
      const std::string iri = source.term(name_space[0]).value;
      const auto known = out.find(name);
      if (known && *known != iri) source.refuse(ontology, sh::declare, "the prefix \"" + name + "\" has two namespaces", "5.2.1");
      out.add(name, iri);
    }
  }
  return out;
}

// The shape has every parameter that is not optional. A parameter has one value, but where it is the only one.
bool applies(Source& source, TermId node, const SparqlComponent& component) {
  bool any = false;
  for (const SparqlParameter& parameter : component.parameters) {
    const auto values = source.objects(node, parameter.path.value);
    if (values.empty() && !parameter.optional) return false;
    any = any || !values.empty();
    if (values.size() > 1 && component.parameters.size() > 1) {
      source.refuse(node, parameter.path.value, "a component with several parameters takes one value of each", "6.2.1");
      return false;
    }
  }
  return any;
}

void compile_component(Compiler& compiler, Source& source, TermId node, Shape& shape, const SparqlComponent& component) {
  if (!applies(source, node, component)) return;
  const auto& special = shape.path ? component.property_validator : component.node_validator;
  const auto& validator = special ? special : component.validator;
  if (!validator) return;
  std::vector<std::string> names;
  for (const SparqlParameter& parameter : component.parameters) names.push_back(parameter.name);
  std::vector<Constraint> constraints(1);
  for (const SparqlParameter& parameter : component.parameters) {
    const auto values = source.objects(node, parameter.path.value);
    if (values.size() > 1) constraints.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) constraints[i].parameters.emplace_back(parameter.name, source.term(values[i]));
  }
  for (Constraint& constraint : constraints) {
    constraint.component_iri = component.iri;
    constraint.messages = !validator->messages.empty() ? validator->messages : shape.messages.empty() ? component.labels : std::vector<Term>{};
    constraint.message = "Value does not satisfy " + short_text(component.iri);
    if (!add_query(compiler, source, shape, *validator, std::move(constraint), names, "6.2")) return;
  }
}

void compile_constraint(Compiler& compiler, Source& source, TermId node, Shape& shape, TermId constraint_node) {
  if (is_true(source, constraint_node, sh::deactivated)) return;
  const auto query = read_sparql(source, constraint_node, "5.1");
  if (!query) return;
  if (query->ask) return source.refuse(node, sh::sparql, "a SPARQL-based constraint needs sh:select", "5.1");
  Constraint constraint;
  constraint.component_iri = rdf::iri(std::string(sh::kNamespace) + "SPARQLConstraintComponent");
  constraint.source = source.term(constraint_node);
  constraint.messages = query->messages;
  constraint.message = "The node is a solution of the constraint's query";
  add_query(compiler, source, shape, *query, std::move(constraint), {}, "5.1");
}

}  // namespace

std::optional<SparqlText> read_sparql(Source& source, TermId node, std::string_view section) {
  const auto select = source.objects(node, sh::select);
  const auto ask = source.objects(node, sh::ask);
  if (select.size() + ask.size() != 1) {
    source.refuse(node, select.empty() ? sh::ask : sh::select, "exactly one query is needed", section);
    return std::nullopt;
  }
  const Term text = source.term(select.empty() ? ask[0] : select[0]);
  if (text.datatype != rdf::kXsdString) {
    source.refuse(node, select.empty() ? sh::ask : sh::select, "the query must be a string", section);
    return std::nullopt;
  }
  return SparqlText{node, select.empty(), text.value, prefixes_of(source, node), terms_of(source, node, sh::message)};
}

void compile_sparql(Compiler& compiler, Source& source, TermId node, Shape& shape) {
  for (const TermId constraint : source.objects(node, sh::sparql)) compile_constraint(compiler, source, node, shape, constraint);
  for (const SparqlComponent& component : compiler.sparql_components()) compile_component(compiler, source, node, shape, component);
}

}  // namespace entente::shapes
