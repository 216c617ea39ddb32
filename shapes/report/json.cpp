#include <nlohmann/json.hpp>

#include "shapes/report/report_writer.hpp"

namespace entente::shapes {
namespace {

using Json = nlohmann::ordered_json;

Json term_json(const Term& term) {
  Json out;
  if (term.kind == rdf::TermKind::Iri) out["type"] = "uri";
  if (term.kind == rdf::TermKind::Blank) out["type"] = "bnode";
  if (term.kind == rdf::TermKind::Literal) out["type"] = "literal";
  out["value"] = term.value;
  if (!term.language.empty()) out["xml:lang"] = term.language;
  else if (term.kind == rdf::TermKind::Literal && term.datatype != rdf::kXsdString) out["datatype"] = term.datatype;
  return out;
}

Json result_json(const ValidationResult& result, const Plan& plan, const WriteOptions& options) {
  Json out;
  out["focusNode"] = term_json(result.focus);
  if (result.path) out["resultPath"] = to_text(*result.path);
  if (result.value.kind != rdf::TermKind::None) out["value"] = term_json(result.value);
  out["resultSeverity"] = result.severity.value;
  out["sourceConstraintComponent"] = result.component.value;
  out["sourceShape"] = term_json(result.shape);
  out["shapeName"] = shape_name(plan, result.shape_index, options.prefixes);
  if (result.constraint.kind != rdf::TermKind::None) out["sourceConstraint"] = term_json(result.constraint);
  for (const Term& message : result.messages) out["resultMessage"].push_back(term_json(message));
  for (const ValidationResult& detail : result.details) out["detail"].push_back(result_json(detail, plan, options));
  return out;
}

}  // namespace

std::string to_json(const Report& report, const Plan& plan, const WriteOptions& options) {
  Json out;
  out["conforms"] = report.conforms;
  out["focusNodes"] = report.focus_nodes;
  out["counts"] = Json::object();
  for (const ValidationResult& result : report.results) {
    auto& count = out["counts"][result.severity.value];
    count = count.is_null() ? 1 : count.get<std::size_t>() + 1;
  }
  out["results"] = Json::array();
  for (const std::size_t i : told_results(report, options.limit)) {
    Json result = result_json(report.results[i], plan, options);
    if (i < options.places.size() && options.places[i].line > 0) {
      result["place"] = {{"file", options.places[i].file}, {"line", options.places[i].line}};
    }
    out["results"].push_back(std::move(result));
  }
  return out.dump(2) + "\n";
}

}  // namespace entente::shapes
