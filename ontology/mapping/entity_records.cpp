#include "ontology/mapping/entity_records.hpp"

#include <algorithm>

#include "ontology/mapping/stock.hpp"

namespace entente::ontology {

using rdf::TermId;

void EntityRecord::add_class(TermId iri) {
  if (iri == rdf::kNoTerm) return;
  if (std::find(classes.begin(), classes.end(), iri) == classes.end()) classes.push_back(iri);
}

void EntityRecord::add_name(TermId name, std::uint32_t count) {
  const auto known = std::find_if(names.begin(), names.end(), [name](const auto& n) { return n.first == name; });
  if (known == names.end()) {
    names.emplace_back(name, count);
  } else {
    known->second += count;
  }
}

TermId EntityRecord::preferred(const rdf::Dictionary& terms) const {
  const auto before = [&](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : terms.rest(a.first) < terms.rest(b.first);
  };
  const auto best = std::min_element(names.begin(), names.end(), before);
  return best == names.end() ? rdf::kNoTerm : best->first;
}

EntityRecord& EntityRecords::of(TermId entity) {
  if (place_.size() <= entity) place_.resize(std::max<std::size_t>(entity + std::size_t{1}, place_.size() * 2), 0);
  std::uint32_t& place = place_[entity];
  if (place == 0) {
    records_.emplace_back(entity);
    place = static_cast<std::uint32_t>(records_.size());
  }
  return records_[place - 1];
}

void map_entity_records(const EntityRecords& records, TermId graph, rdf::Dataset& out) {
  for (const EntityRecord& record : records.all()) {
    for (const TermId type : record.classes) out.add(rdf::QuadIds{graph, record.entity, word::rdf_type, type});
    const TermId preferred = record.preferred(out.terms());
    for (const auto& [name, count] : record.names) {
      out.add(rdf::QuadIds{graph, record.entity, name == preferred ? word::skos_prefLabel : word::skos_altLabel, name});
    }
  }
}

}  // namespace entente::ontology
