// What the mapping of one document carries along: identifiers, spans already written, short ways to emit.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/code_points.hpp"
#include "core/rdf/vocabulary.hpp"
#include "ontology/mapping/mapper.hpp"

namespace entente::ontology {

// "https://w3id.org/entente/ns#" + local.
std::string ent(std::string_view local);

class MapContext {
 public:
  MapContext(const MapConfig& config, const corpus::Document& document, const extract::Extraction& extraction,
             const TripleSink& sink, EntityRecords& records, std::vector<bool>& rules_used, Diagnostics& diagnostics);

  const MapConfig& config;
  const corpus::Document& document;
  const extract::Extraction& x;
  EntityRecords& records;
  Diagnostics& diagnostics;

  const std::string& doc() const { return doc_; }
  const std::string& entity(extract::Id id) const { return entities_[id]; }
  // IRI of a value of a closed list; an unknown value is MP002 and gives "".
  std::string term(std::string_view list, std::string_view value);

  // Triples of the current part; an empty object IRI is left out.
  void type(const std::string& s, std::string_view class_iri) { link(s, vocab::rdf::type, class_iri); }
  void link(const std::string& s, std::string_view p, std::string_view object_iri);
  void text(const std::string& s, std::string_view p, std::string_view lexical,
            std::string_view datatype = vocab::xsd::string);
  void lang(const std::string& s, std::string_view p, std::string_view lexical);
  void number(const std::string& s, std::string_view p, std::uint64_t value, std::string_view datatype);
  void confidence(const std::string& s, float value);
  void in(Part part) { part_ = part; }

  // The span's node, written on first use with its selectors. Empty spans give "".
  std::string span(Span bytes);
  // The sentence that holds `at` (bytes of the text), written on first use; "" if none.
  std::string sentence(std::uint32_t at);
  // Evidence: a sentence if the span is one, else a span.
  std::string evidence(Span bytes);
  // extractedByRule, wasGeneratedBy, inDocument.
  void provenance(const std::string& s, extract::RuleRef rule);

  // Span of the original in code points, and its words.
  Span points(Span bytes) const { return index_.of(document.to_original(bytes)); }
  std::string_view original_slice(Span bytes) const { return document.to_original(bytes).of(document.original); }

 private:
  std::string selectors(Span bytes, Span code_points);

  const TripleSink& sink_;
  std::vector<bool>& rules_used_;
  std::string doc_;
  CodePointIndex index_;
  std::vector<std::string> entities_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> spans_written_, sentences_written_;
  Part part_ = Part::Knowledge;
};

// One file each.
void map_source(MapContext& c);
void map_entities(MapContext& c);
void map_relations(MapContext& c);
void map_events(MapContext& c);
void map_claims(MapContext& c);
void map_mentions(MapContext& c);

// Identifiers that other parts point to.
std::string relation_iri(const MapContext& c, extract::Id id);
std::string event_iri(const MapContext& c, extract::Id id);
std::string claim_iri(const MapContext& c, extract::Id id);

// date, dateBasis and dateText of a time expression, with SEM bounds where EDTF gives them.
void map_date(MapContext& c, const std::string& subject, extract::Id time, bool with_bounds);

}  // namespace entente::ontology
