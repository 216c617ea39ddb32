#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/sparql.hpp"

namespace entente::shapes {
namespace {

namespace sh = vocab::sh;

std::string local_name(std::string_view iri) {
  const std::size_t cut = iri.find_last_of("/#:");
  return std::string(cut == std::string_view::npos ? iri : iri.substr(cut + 1));
}

// A SPARQL variable that no engine variable shadows (SHACL 6.2.1).
bool is_variable(std::string_view name) {
  static constexpr std::string_view kReserved[] = {"this", "shapesGraph", "currentShape", "path", "PATH", "value"};
  if (name.empty() || std::find(std::begin(kReserved), std::end(kReserved), name) != std::end(kReserved)) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool read_parameters(Source& source, TermId node, SparqlComponent& out) {
  for (const TermId parameter : source.objects(node, sh::parameter)) {
    const auto paths = source.objects(parameter, sh::path);
    if (paths.size() != 1 || source.graph().kind(paths[0]) != rdf::TermKind::Iri) {
      source.refuse(node, sh::parameter, "a parameter has one sh:path, an IRI", "6.2.1");
      return false;
    }
    SparqlParameter read;
    read.path = source.term(paths[0]);
    read.name = local_name(read.path.value);
    if (!is_variable(read.name)) {
      source.refuse(node, sh::parameter, "the local name of " + short_text(read.path) + " cannot be a variable", "6.2.1");
      return false;
    }
    const auto optional = source.objects(parameter, sh::optional);
    read.optional = optional.size() == 1 && source.term(optional[0]).value == "true";
    out.parameters.push_back(std::move(read));
  }
  std::sort(out.parameters.begin(), out.parameters.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return std::any_of(out.parameters.begin(), out.parameters.end(), [](const auto& p) { return !p.optional; });
}

std::optional<SparqlText> validator_of(Source& source, TermId node, std::string_view predicate) {
  const auto all = source.objects(node, predicate);
  if (all.empty()) return std::nullopt;
  for (const TermId one : all) {
    if (source.has(one, sh::ask) || source.has(one, sh::select)) return read_sparql(source, one, "6.2.2");
  }
  return std::nullopt;  // a validator in another language
}

}  // namespace

std::vector<SparqlComponent> read_sparql_components(Compiler&, Source& source) {
  std::vector<SparqlComponent> out;
  const Data data(source.graph(), std::nullopt);
  for (const TermId node : data.instances_of({rdf::TermKind::Iri, sh::ConstraintComponent, {}, {}}).sorted()) {
    SparqlComponent component;
    component.iri = source.term(node);
    component.node_validator = validator_of(source, node, sh::nodeValidator);
    component.property_validator = validator_of(source, node, sh::propertyValidator);
    component.validator = validator_of(source, node, sh::validator);
    if (!component.node_validator && !component.property_validator && !component.validator) continue;
    if (!read_parameters(source, node, component)) {
      if (component.parameters.empty()) source.refuse(node, sh::parameter, "a component needs a parameter that is not optional", "6.2.1");
      continue;
    }
    for (const TermId label : source.objects(node, sh::labelTemplate)) component.labels.push_back(source.term(label));
    out.push_back(std::move(component));
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.iri < b.iri; });
  return out;
}

}  // namespace entente::shapes
