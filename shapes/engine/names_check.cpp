// Warns of what SHACL lets pass in silence but nobody means: misspelt names, and parameters that do nothing.
#include <algorithm>
#include <array>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/compiler.hpp"

namespace entente::shapes {
namespace {

namespace sh = vocab::sh;

// Properties of the SHACL namespace: Core, SPARQL, the advanced features' and what 1.2 adds without constraining.
constexpr std::string_view kKnown =
    " path inversePath alternativePath zeroOrMorePath oneOrMorePath zeroOrOnePath targetNode targetClass targetSubjectsOf targetObjectsOf"
    " target class datatype nodeKind minCount maxCount minExclusive minInclusive maxExclusive maxInclusive minLength maxLength pattern"
    " flags languageIn uniqueLang equals disjoint lessThan lessThanOrEquals not and or xone node property qualifiedValueShape"
    " qualifiedMinCount qualifiedMaxCount qualifiedValueShapesDisjoint closed ignoredProperties hasValue in severity message deactivated"
    " name description order group defaultValue shapesGraph suggestedShapesGraph shapesGraphWellFormed entailment sparql select ask"
    " construct update prefixes declare prefix namespace parameter optional validator nodeValidator propertyValidator labelTemplate"
    " resultAnnotation annotationProperty annotationVarName annotationValue conforms result focusNode resultPath value sourceShape"
    " sourceConstraint sourceConstraintComponent detail resultMessage resultSeverity rule subject predicate object condition expression"
    " filterShape nodes intersection union returnType js jsFunctionName jsLibrary jsLibraryURL if then else exists distinct limit offset"
    " orderBy desc count sum min max groupConcat values reifierShape reificationRequired nodeByExpression intent agentInstruction"
    " codeIdentifier unit formalized incomplete incompleteURIStart conformanceDisallows ";
constexpr std::string_view kOfDraft =
    " memberShape minListLength maxListLength uniqueMembers subsetOf singleLine rootClass someValue uniqueValuesFor targetWhere shape ";

bool listed(std::string_view names, std::string_view name) {
  const std::size_t at = names.find(" " + std::string(name) + " ");
  return at != std::string_view::npos && name.find(' ') == std::string_view::npos;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Edit distance without regard to case; names longer than 40 bytes are no near miss.
std::size_t distance(std::string_view a, std::string_view b) {
  if (a.size() > 40 || b.size() > 40) return 99;
  std::array<std::size_t, 41> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = corner + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
      corner = std::exchange(row[j], std::min({change, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row[b.size()];
}

// The nearest known name, empty if none is near.
std::string_view nearest(std::string_view name) {
  std::string_view best;
  std::size_t least = std::min<std::size_t>(3, name.size() / 3 + 1);
  for (const std::string_view names : {kKnown, kOfDraft}) {
    for (std::size_t at = 1; at < names.size();) {
      const std::size_t end = names.find(' ', at);
      const std::string_view known = names.substr(at, end - at);
      if (const std::size_t far = distance(name, known); far < least) {
        least = far;
        best = known;
      }
      at = end + 1;
    }
  }
  return best;
}

}  // namespace

void warn_about_names(const Source& source, bool draft_1_2, Diagnostics& diagnostics) {
  const rdf::Graph& graph = source.graph();
  std::vector<std::pair<Term, TermId>> predicates;
  for (const TermId id : graph.predicates()) predicates.emplace_back(graph.term(id), id);
  std::sort(predicates.begin(), predicates.end());
  for (const auto& [term, id] : predicates) {
    if (term.value.compare(0, sh::kNamespace.size(), sh::kNamespace) != 0) continue;
    const std::string name = term.value.substr(sh::kNamespace.size());
    if (listed(kKnown, name) || (draft_1_2 && listed(kOfDraft, name))) continue;
    std::string message = "sh:" + name;
    if (listed(kOfDraft, name)) message += " is of SHACL 1.2, which is off: it does nothing here";
    else message += " is no name of SHACL and does nothing here";
    const std::string_view meant = listed(kOfDraft, name) ? std::string_view() : nearest(name);
    if (!meant.empty()) message.append("; is sh:").append(meant).append(" meant?");
    diagnostics.warning(Code::ShapesIllFormed, source.place(graph.with_predicate(id).front().subject, term.value), message);
  }
  for (const auto& t : graph.with_predicate(source.id(sh::ignoredProperties))) {
    if (source.has(t.subject, sh::closed)) continue;
    diagnostics.warning(Code::ShapesIllFormed, source.place(t.subject, sh::ignoredProperties),
                        "Shape " + source.name(t.subject) + ": sh:ignoredProperties does nothing without sh:closed true (SHACL 4.8.1)");
  }
}

}  // namespace entente::shapes
