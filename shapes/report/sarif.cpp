// Static Analysis Results Interchange Format 2.1.0 (OASIS), so that code review shows results in place.
#include <map>
#include <nlohmann/json.hpp>

#include "core/rdf/vocabulary.hpp"
#include "shapes/report/report_writer.hpp"

namespace entente::shapes {
namespace {

using Json = nlohmann::ordered_json;

const char* level_of(const Term& severity) {
  if (severity.value == vocab::sh::Warning) return "warning";
  return severity.value == vocab::sh::Info ? "note" : "error";
}

std::string rule_of(const ValidationResult& result, const Plan& plan, const rdf::PrefixMap& prefixes) {
  return shape_name(plan, result.shape_index, prefixes) + " / " + prefixes.text(result.component.value);
}

// A path as a URI reference.
std::string uri_of(const std::string& path) {
  static const char* const kHex = "0123456789ABCDEF";
  std::string out = !path.empty() && path[0] == '/' ? "file://" : "";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("/-._~").find(c) != std::string_view::npos;
    if (plain) out += c;
    else out.append("%").append(1, kHex[static_cast<unsigned char>(c) >> 4U]).append(1, kHex[static_cast<unsigned char>(c) & 15U]);
  }
  return out;
}

// The node, so that a report of a failure names what it is about even where no line is known.
Json location_of(const ValidationResult& result, const Place* place, const rdf::PrefixMap& prefixes) {
  Json location;
  if (place != nullptr) {
    location["physicalLocation"] = {{"artifactLocation", {{"uri", uri_of(place->file)}}}, {"region", {{"startLine", place->line}}}};
  }
  location["logicalLocations"] = Json::array({{{"fullyQualifiedName", term_text(result.focus, prefixes)}, {"kind", "resource"}}});
  return location;
}

}  // namespace

std::string to_sarif(const Report& report, const Plan& plan, const WriteOptions& options) {
  std::map<std::string, std::size_t> rules;
  Json rule_list = Json::array();
  Json results = Json::array();
  for (const std::size_t i : told_results(report, options.limit)) {
    const ValidationResult& result = report.results[i];
    const std::string rule = rule_of(result, plan, options.prefixes);
    const auto [found, added] = rules.try_emplace(rule, rules.size());
    if (added) rule_list.push_back({{"id", rule}, {"shortDescription", {{"text", result.messages.front().value}}}});
    const bool placed = i < options.places.size() && options.places[i].line > 0;
    std::string message = result.messages.front().value + " (" + term_text(result.focus, options.prefixes);
    if (result.value.kind != rdf::TermKind::None && result.value != result.focus) message += ", value " + term_text(result.value, options.prefixes);
    message += ")";
    results.push_back({{"ruleId", rule},
                       {"ruleIndex", found->second},
                       {"level", level_of(result.severity)},
                       {"message", {{"text", message}}},
                       {"locations", Json::array({location_of(result, placed ? &options.places[i] : nullptr, options.prefixes)})}});
  }
  Json driver = {{"name", "entente validate"}, {"informationUri", "https://w3id.org/entente"}, {"rules", rule_list}};
  Json run = {{"tool", {{"driver", driver}}}, {"results", results}};
  Json out = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
  return out.dump(2) + "\n";
}

}  // namespace entente::shapes
