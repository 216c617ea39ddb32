#include <algorithm>
#include <charconv>

#include "core/rdf/vocabulary.hpp"
#include "core/rdf/xsd.hpp"
#include "shapes/engine/compiler.hpp"
#include "shapes/engine/registry.hpp"

namespace entente::shapes {

ShapeScope::ShapeScope(Compiler& compiler, Source& source, TermId node, Shape& shape, const Component& component)
    : compiler_(compiler), source_(source), node_(node), shape_(shape), component_(component) {}

bool ShapeScope::draft_1_2() const { return compiler_.options().draft_1_2; }

void ShapeScope::refuse(std::string_view parameter, std::string message) {
  refuse(parameter, std::move(message), component_.section);
}

void ShapeScope::refuse(std::string_view parameter, std::string message, std::string_view section) {
  source_.refuse(node_, parameter, std::move(message), section);
}

std::optional<TermId> ShapeScope::single(std::string_view parameter) {
  const auto all = values(parameter);
  if (all.size() > 1) refuse(parameter, "may have one value only");
  if (all.size() != 1) return std::nullopt;
  return all[0];
}

std::optional<std::uint64_t> ShapeScope::count(std::string_view parameter) {
  const auto id = single(parameter);
  if (!id) return std::nullopt;
  const Term value = term(*id);
  std::uint64_t number = 0;
  std::string_view digits = value.value;
  if (!digits.empty() && digits[0] == '+') digits.remove_prefix(1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (value.kind != rdf::TermKind::Literal || value.datatype != vocab::xsd::integer || error != std::errc() ||
      end != digits.data() + digits.size()) {
    refuse(parameter, "must be an xsd:integer that is not negative, not " + short_text(value));
    return std::nullopt;
  }
  return number;
}

std::optional<bool> ShapeScope::boolean(std::string_view parameter) {
  const auto id = single(parameter);
  if (!id) return std::nullopt;
  const Term value = term(*id);
  if (value.datatype != vocab::xsd::boolean_ || !rdf::is_well_formed(value)) {
    refuse(parameter, "must be true or false, not " + short_text(value));
    return std::nullopt;
  }
  return value.value == "true";  // the term true, as the specification says; "1" is another term (W3C test uniqueLang-002)
}

std::optional<std::string> ShapeScope::string(std::string_view parameter) {
  const auto id = single(parameter);
  if (!id) return std::nullopt;
  Term value = term(*id);
  if (value.datatype != rdf::kXsdString) {
    refuse(parameter, "must be a string without language, not " + short_text(value));
    return std::nullopt;
  }
  return std::move(value.value);
}

std::vector<Term> ShapeScope::iris(std::string_view parameter) {
  std::vector<Term> out;
  for (const TermId id : values(parameter)) {
    if (source_.graph().kind(id) == rdf::TermKind::Iri) out.push_back(term(id));
    else refuse(parameter, "must be an IRI, not " + source_.name(id));
  }
  return out;
}

std::vector<std::vector<Term>> ShapeScope::alternatives(std::string_view parameter) {
  std::vector<std::vector<Term>> out;
  for (const TermId id : values(parameter)) {
    if (source_.graph().kind(id) == rdf::TermKind::Iri) {
      out.push_back({term(id)});
    } else if (!draft_1_2() || source_.graph().kind(id) != rdf::TermKind::Blank) {
      refuse(parameter, "must be an IRI, not " + source_.name(id));
    } else if (const auto members = list(parameter, id)) {
      auto& some = out.emplace_back();
      for (const TermId member : *members) some.push_back(term(member));
      const bool all_iris = std::all_of(some.begin(), some.end(), [](const Term& t) { return t.kind == rdf::TermKind::Iri; });
      if (!all_iris) refuse(parameter, "every member of the list must be an IRI");
    }
  }
  return out;
}

Term ShapeScope::either(const std::vector<Term>& alternatives) const {
  if (alternatives.size() == 1) return alternatives[0];
  std::string text;
  for (const Term& one : alternatives) text.append(text.empty() ? "" : " or ").append(short_text(one, prefixes()));
  return rdf::literal(text);
}

std::vector<Path> ShapeScope::paths(std::string_view parameter) {
  std::vector<Path> out;
  for (const TermId id : values(parameter)) {
    std::string reason = source_.name(id) + " is no IRI";
    std::optional<Path> path;
    if (draft_1_2() || source_.graph().kind(id) == rdf::TermKind::Iri) path = source_.path(id, reason);
    if (path) out.push_back(std::move(*path));
    else refuse(parameter, "must be " + std::string(draft_1_2() ? "a property path: " : "an IRI: ") + reason);
  }
  return out;
}

std::optional<std::vector<TermId>> ShapeScope::list(std::string_view parameter, TermId head) {
  auto members = source_.list(head);
  if (!members) refuse(parameter, "the list at " + source_.name(head) + " is broken or cyclic");
  return members;
}

ShapeIndex ShapeScope::shape_ref(TermId node) { return compiler_.index_of(node); }

std::optional<std::vector<ShapeIndex>> ShapeScope::shape_list(std::string_view parameter, TermId head) {
  const auto members = list(parameter, head);
  if (!members) return std::nullopt;
  std::vector<ShapeIndex> out;
  for (const TermId member : *members) out.push_back(shape_ref(member));
  return out;
}

Constraint& ShapeScope::add(std::vector<std::pair<std::string, Term>> parameters, std::string message,
                            Rule rule) {
  Constraint constraint;
  constraint.component = &component_;
  constraint.component_iri = rdf::iri(component_.iri);
  constraint.parameters = std::move(parameters);
  constraint.message = std::move(message);
  constraint.rule = std::move(rule);
  shape_.constraints.push_back(std::move(constraint));
  return shape_.constraints.back();
}

std::string counted(std::uint64_t count, const std::string& singular) {
  return std::to_string(count) + " " + singular + (count == 1 ? "" : "s");
}

}  // namespace entente::shapes
