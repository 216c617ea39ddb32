#include "shapes/engine/source.hpp"

#include <unordered_set>

#include "core/rdf/vocabulary.hpp"

namespace entente::shapes {
namespace {

constexpr unsigned kMaxPathDepth = 200;

struct PathForm {
  std::string_view predicate;
  PathKind kind;
};

constexpr PathForm kForms[] = {{vocab::sh::inversePath, PathKind::Inverse},
                               {vocab::sh::zeroOrMorePath, PathKind::ZeroOrMore},
                               {vocab::sh::oneOrMorePath, PathKind::OneOrMore},
                               {vocab::sh::zeroOrOnePath, PathKind::ZeroOrOne}};

}  // namespace

std::string short_text(const rdf::TermView& term) {
  static constexpr std::pair<std::string_view, std::string_view> kPrefixes[] = {
      {"sh:", vocab::sh::kNamespace}, {"xsd:", vocab::xsd::kNamespace}, {"rdf:", vocab::rdf::kNamespace},
      {"rdfs:", vocab::rdfs::kNamespace}, {"owl:", vocab::owl::kNamespace}};
  if (term.is_iri()) {
    for (const auto& [prefix, name_space] : kPrefixes) {
      if (term.value.substr(0, name_space.size()) == name_space) {
        return std::string(prefix).append(term.value.substr(name_space.size()));
      }
    }
  }
  return rdf::to_ntriples(term);
}

std::string short_text(const rdf::TermView& term, const rdf::PrefixMap& prefixes) {
  const auto name = term.is_iri() ? prefixes.shorten(term.value) : std::nullopt;
  return name ? std::string(name->prefix).append(":").append(name->local) : short_text(term);
}

std::vector<TermId> Source::objects(TermId subject, std::string_view predicate) const {
  std::vector<TermId> out;
  const TermId p = id(predicate);
  if (p == rdf::kNoTerm) return out;
  for (const auto& t : graph_.with_subject_predicate(subject, p)) out.push_back(t.object);
  return out;
}

std::optional<std::vector<TermId>> Source::list(TermId head) const {
  const TermId nil = id(vocab::rdf::nil);
  const TermId first = id(vocab::rdf::first);
  const TermId rest = id(vocab::rdf::rest);
  std::vector<TermId> out;
  std::unordered_set<TermId> seen;
  for (TermId node = head; node != nil;) {
    if (node == rdf::kNoTerm || first == rdf::kNoTerm || rest == rdf::kNoTerm || !seen.insert(node).second) return std::nullopt;
    const TermId member = graph_.object(node, first);
    if (member == rdf::kNoTerm) return std::nullopt;
    out.push_back(member);
    node = graph_.object(node, rest);
  }
  if (nil != rdf::kNoTerm && (!graph_.with_subject_predicate(nil, first).empty() || !graph_.with_subject_predicate(nil, rest).empty())) {
    return std::nullopt;
  }
  return out;
}

std::optional<Path> Source::path(TermId node, std::string& reason) const { return path_at(node, 0, reason); }

std::optional<Path> Source::path_of_list(PathKind kind, TermId head, unsigned depth, std::string& reason) const {
  const auto members = list(head);
  if (!members || members->size() < 2) {
    reason = "the list at " + name(head) + " must be well formed and have at least two members";
    return std::nullopt;
  }
  Path out;
  out.kind = kind;
  for (const TermId member : *members) {
    auto part = path_at(member, depth + 1, reason);
    if (!part) return std::nullopt;
    out.parts.push_back(std::move(*part));
  }
  return out;
}

std::optional<Path> Source::path_at(TermId node, unsigned depth, std::string& reason) const {
  if (depth > kMaxPathDepth) {
    reason = "it is nested in itself, or more than " + std::to_string(kMaxPathDepth) + " levels deep";
    return std::nullopt;
  }
  if (graph_.kind(node) == rdf::TermKind::Iri && !is(node, vocab::rdf::nil)) return predicate_path(term(node));
  if (graph_.kind(node) != rdf::TermKind::Blank) {
    reason = name(node) + " is not a path";
    return std::nullopt;
  }
  // A node that is a list is a sequence, whatever else is said about it.
  if (has(node, vocab::rdf::first) || has(node, vocab::rdf::rest)) return path_of_list(PathKind::Sequence, node, depth, reason);
  const auto alternatives = objects(node, vocab::sh::alternativePath);
  if (alternatives.size() == 1) return path_of_list(PathKind::Alternative, alternatives[0], depth, reason);
  for (const PathForm& form : kForms) {
    const auto inner = objects(node, form.predicate);
    if (inner.empty()) continue;
    if (inner.size() > 1) break;
    auto part = path_at(inner[0], depth + 1, reason);
    if (!part) return std::nullopt;
    Path out;
    out.kind = form.kind;
    out.parts.push_back(std::move(*part));
    return out;
  }
  reason = "the node " + name(node) + " has none of the forms of a path";
  return std::nullopt;
}

Place Source::place(TermId subject, std::string_view predicate) const {
  return locate_ ? locate_(term(subject), rdf::iri(predicate)) : Place{};
}

void Source::refuse(TermId subject, std::string_view predicate, std::string message, std::string_view section) {
  ++refused_;
  std::string text = "Shape " + name(subject) + ", " + short_text({rdf::TermKind::Iri, predicate, {}, {}}) + ": " + std::move(message);
  diagnostics_.error(Code::ShapesIllFormed, place(subject, predicate), text.append(" (SHACL ").append(section).append(")"));
}

std::string Source::name(TermId id) const {
  std::string buffer;
  return id == rdf::kNoTerm ? std::string("nothing") : short_text(graph_.view(id, buffer), prefixes_);
}

}  // namespace entente::shapes
