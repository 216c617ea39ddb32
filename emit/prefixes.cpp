#include "core/rdf/vocabulary.hpp"
#include "emit/syntax/turtle_block.hpp"
#include "emit/write.hpp"

namespace entente::emit {
namespace {

constexpr std::pair<std::string_view, std::string_view> kStandard[] = {
    {"dcat", vocab::dcat::kNamespace},   {"dcterms", vocab::dcterms::kNamespace}, {"edtf", vocab::edtf::kNamespace},
    {"ent", vocab::ent::kNamespace},     {"foaf", vocab::foaf::kNamespace},       {"gaf", vocab::gaf::kNamespace},
    {"np", vocab::np::kNamespace},       {"npx", vocab::npx::kNamespace},         {"oa", vocab::oa::kNamespace},
    {"org", vocab::org::kNamespace},     {"owl", vocab::owl::kNamespace},         {"prov", vocab::prov::kNamespace},
    {"rdf", vocab::rdf::kNamespace},     {"rdfs", vocab::rdfs::kNamespace},       {"schema", vocab::schema::kNamespace},
    {"sem", vocab::sem::kNamespace},     {"sh", vocab::sh::kNamespace},           {"skos", vocab::skos::kNamespace},
    {"time", vocab::time::kNamespace},   {"vann", vocab::vann::kNamespace},       {"void", vocab::void_::kNamespace},
    {"xsd", vocab::xsd::kNamespace},
};

}  // namespace

const rdf::PrefixMap& standard_prefixes() {
  static const rdf::PrefixMap map = [] {
    rdf::PrefixMap all;
    for (const auto& [prefix, name_space] : kStandard) all.add(prefix, name_space);
    return all;
  }();
  return map;
}

rdf::PrefixMap used_prefixes(const rdf::Dataset& dataset, const rdf::PrefixMap& prefixes) {
  rdf::PrefixMap used;
  const auto note = [&](std::string_view iri) {
    if (const auto name = prefixes.shorten(iri)) {
      if (!used.find(name->prefix)) used.add(name->prefix, *prefixes.find(name->prefix));
    }
  };
  for (const rdf::TermId id : dataset.used_terms()) {
    const auto term = dataset.term(id);
    if (term.is_iri()) note(term.value);
    if (term.is_literal() && term.datatype != rdf::kXsdString && term.language.empty() && !is_bare(term)) note(term.datatype);
  }
  return used;
}

}  // namespace entente::emit
