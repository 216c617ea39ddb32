// The mapping of one small extraction, by hand.
#include "ontology/mapping/mapper.hpp"

#include <doctest/doctest.h>

#include <set>

#include "core/base/hash.hpp"
#include "ontology/edtf.hpp"
#include "ontology/mapping/run.hpp"

using namespace entente;
using namespace entente::ontology;

namespace {

const std::string kText = "Caf\u00e9 talks: the envoy said that Arland backs Borduria.";

Span words(const std::string& part) {
  const auto at = static_cast<std::uint32_t>(kText.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

extract::Entity entity(const std::string& key, extract::EntityType type, const std::string& name, extract::MentionForm form) {
  extract::Entity e;
  e.key = key;
  e.type = type;
  e.types = {type};
  e.name = name;
  extract::Mention m;
  m.span = m.head = words(name);
  m.form = form;
  e.mentions.push_back(m);
  return e;
}

struct Mapped {
  std::set<std::string> shared, knowledge, mentions;
  std::set<std::string> entities;  // that have a record
  bool has(const std::set<std::string>& part, const std::string& piece) const {
    for (const auto& triple : part) {
      if (triple.find(piece) != std::string::npos) return true;
    }
    return false;
  }
};

Mapped map_with(extract::RelationStatus status, extract::Polarity polarity = extract::Polarity::Positive) {
  corpus::Document document;
  document.original = document.text = kText;
  document.sha256 = sha256_hex(kText);
  extract::Extraction x;
  x.sentences.push_back({0, static_cast<std::uint32_t>(kText.size())});
  x.entities.push_back(entity("state/arland", extract::EntityType::State, "Arland", extract::MentionForm::Name));
  x.entities.push_back(entity("", extract::EntityType::State, "Borduria", extract::MentionForm::Name));
  x.entities.push_back(entity("", extract::EntityType::Person, "the envoy", extract::MentionForm::Descriptor));
  extract::Relation r;
  r.subject = 0;
  r.predicate = "supports";
  r.object = 1;
  r.status = status;
  r.polarity = polarity;
  r.evidence = x.sentences[0];
  r.trigger = words("backs");
  x.relations.push_back(r);
  extract::RuleCatalogue rules;
  rules.add({"support-1", "v", "relation"});
  auto table = MappingTable::load(std::string(ENTENTE_SOURCE_DIR) + "/ontology/mapping/mapping.json");
  REQUIRE(table.ok());
  MapConfig config{*table, IriMinter("https://example.org/kb"), &rules, "https://example.org/kb/id/run/r", {}, {}, nullptr};
  prepare(config);
  Diagnostics diagnostics;
  const auto mapped = map_document(config, document, x, diagnostics);
  Mapped out;
  for (const auto& record : mapped.entities.all()) out.entities.insert(std::string(mapped.terms->view(record.entity).value));
  std::set<std::string>* const sets[] = {&out.knowledge, &out.mentions, &out.shared};  // as in Part
  for (std::size_t part = 0; part < kParts; ++part) {
    const auto& data = mapped.parts[part];
    for (const auto& quad : data.quads()) {
      sets[part]->insert(rdf::to_ntriples(data.term(quad.subject)) + " " + rdf::to_ntriples(data.term(quad.predicate)) + " " +
                         rdf::to_ntriples(data.term(quad.object)));
    }
  }
  CHECK(diagnostics.empty());
  return out;
}

}  // namespace

TEST_CASE("only an asserted, positive relation has the direct triple") {
  const std::string direct = "/id/state/arland> <https://w3id.org/entente/ns#supports>";
  CHECK(map_with(extract::RelationStatus::Asserted).has(map_with(extract::RelationStatus::Asserted).shared, direct));
  CHECK(map_with(extract::RelationStatus::Claimed).shared.empty());
  CHECK(map_with(extract::RelationStatus::Asserted, extract::Polarity::Negative).shared.empty());
}

TEST_CASE("selectors count code points and quote the slice") {
  const auto mapped = map_with(extract::RelationStatus::Claimed);
  CHECK(mapped.has(mapped.knowledge, "#exact> \"backs\""));
  CHECK(mapped.has(mapped.knowledge, "#start> \"39\""));  // byte 40: the accented letter takes two bytes
  CHECK(mapped.has(mapped.mentions, "#mentionForm> <https://w3id.org/entente/ns#Descriptor>"));
}

TEST_CASE("an unnamed holder belongs to its document, a named one does not") {
  const auto mapped = map_with(extract::RelationStatus::Claimed);
  REQUIRE(mapped.entities.size() == 3);
  const IriMinter minter("https://example.org/kb");
  CHECK(mapped.entities.count("https://example.org/kb/id/state/arland") == 1);
  CHECK(mapped.entities.count(minter.unknown("state", "BORDURIA")) == 1);  // case aside
  CHECK(mapped.entities.count(minter.unknown("person", "the envoy")) == 0);
}

TEST_CASE("identifiers hold [A-Za-z0-9_-] only") {
  CHECK(slug("\u00c9lys\u00e9e  Palace (Paris)") == "elysee-palace-paris");
  CHECK(slug("\u4e2d\u56fd") == "x");
  CHECK(normalised_name(" S\u00e3o  Tom\u00e9 ") == "sao tome");
}

TEST_CASE("EDTF expressions have bounds") {
  CHECK(edtf_bounds("2024-02").last == "2024-02-29");
  CHECK(edtf_bounds("201X").first == "2010-01-01");
  CHECK(edtf_bounds("2012/2013").last == "2013-12-31");
  CHECK(edtf_bounds("2013~/..").last.empty());
  CHECK(edtf_bounds("XXXX-03-23").first.empty());
  CHECK(date_datatype("2021-06-15") == "http://www.w3.org/2001/XMLSchema#date");
  CHECK(date_datatype("2021-21") == kEdtfDatatype);
}
