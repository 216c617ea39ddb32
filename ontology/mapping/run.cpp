#include "ontology/mapping/run.hpp"

#include "core/rdf/vocabulary.hpp"

namespace entente::ontology {
namespace {

std::string ent(std::string_view local) { return std::string(vocab::ent::kNamespace) + std::string(local); }

// Short ways to add to Part::Shared.
struct Emitter {
  rdf::Dataset& out;
  const rdf::TermId graph;

  Emitter(const MapConfig& config, rdf::Dataset& dataset)
      : out(dataset), graph(out.intern({config.knowledge_graph.empty() ? rdf::TermKind::None : rdf::TermKind::Iri, config.knowledge_graph, {}, {}})) {}

  rdf::TermId iri(std::string_view value) const { return out.intern({rdf::TermKind::Iri, value, {}, {}}); }
  void link(std::string_view s, std::string_view p, std::string_view o) const { out.add(rdf::QuadIds{graph, iri(s), iri(p), iri(o)}); }
  void text(std::string_view s, std::string_view p, std::string_view lexical) const {
    out.add(rdf::QuadIds{graph, iri(s), iri(p), out.intern({rdf::TermKind::Literal, lexical, vocab::xsd::string, {}})});
  }
  void lang(std::string_view s, std::string_view p, std::string_view lexical) const {
    out.add(rdf::QuadIds{graph, iri(s), iri(p), out.intern({rdf::TermKind::Literal, lexical, vocab::rdf::langString, "en"})});
  }
};

void map_rule(const MapConfig& config, const extract::RuleInfo& rule, const std::string& rule_set, const Emitter& out) {
  const std::string node = config.minter.make("rule", slug(rule.id, 100));
  out.link(node, vocab::rdf::type, ent("Rule"));
  out.text(node, vocab::dcterms::identifier, rule.id);
  if (!rule.kind.empty()) out.text(node, ent("ruleKind"), rule.kind);
  if (!rule.version.empty()) out.text(node, ent("ruleVersion"), rule.version);
  out.link(node, vocab::dcterms::isPartOf, rule_set);
}

}  // namespace

std::string run_iri(const IriMinter& minter, const RunInfo& info) {
  return minter.hashed("run", {info.version, info.configuration, minter.base()});
}

void map_run(const MapConfig& config, const RunInfo& info, const std::vector<bool>& rules_used, rdf::Dataset& dataset) {
  const Emitter out(config, dataset);
  const std::string agent = config.minter.make("agent", "entente-" + slug(info.version));
  const std::string rule_set = config.minter.hashed("rule-set", {info.configuration});
  out.link(config.run, vocab::rdf::type, ent("Run"));
  out.link(config.run, vocab::prov::wasAssociatedWith, agent);
  out.link(config.run, vocab::prov::used, rule_set);
  out.link(agent, vocab::rdf::type, vocab::prov::SoftwareAgent);
  out.lang(agent, vocab::skos::prefLabel, "entente " + info.version);
  out.link(rule_set, vocab::rdf::type, ent("RuleSet"));
  out.text(rule_set, vocab::dcterms::identifier, info.configuration);
  for (std::size_t i = 0; i < rules_used.size(); ++i) {
    if (rules_used[i]) map_rule(config, (*config.rules)[static_cast<extract::RuleRef>(i)], rule_set, out);
  }
}

}  // namespace entente::ontology
