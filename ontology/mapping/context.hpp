// What the mapping of one document carries along: identifiers, spans already written, short ways to emit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/code_points.hpp"
#include "core/base/flat_map.hpp"
#include "core/rdf/vocabulary.hpp"
#include "ontology/mapping/mapper.hpp"

namespace entente::ontology {

using rdf::TermId;

// Nodes and properties go by number; the words of vocabularies have fixed ones (word::ent_evidence).
class MapContext {
 public:
  MapContext(const MapConfig& config, const corpus::Document& document, const extract::Extraction& extraction,
             MappedDocument& out, Diagnostics& diagnostics);

  const MapConfig& config;
  const corpus::Document& document;
  const extract::Extraction& x;
  MappedDocument& out;
  Diagnostics& diagnostics;

  TermId doc() const { return doc_; }
  TermId entity(extract::Id id) const { return entities_[id]; }
  TermId relation(extract::Id id) const { return relations_[id]; }
  TermId event(extract::Id id) const { return events_[id]; }
  TermId claim(extract::Id id) const { return claims_[id]; }
  // The words of a node; live as long as `out`.
  std::string_view iri(TermId node) const { return out.terms->view(node).value; }
  TermId node(std::string_view iri) { return out.terms->intern({rdf::TermKind::Iri, iri, {}, {}}); }

  // A value of a closed list; one that the table lacks is MP002 and gives kNoTerm.
  template <typename Value>
  TermId value(Value value) {
    const TermId id = config.stock->value(value);
    return id != rdf::kNoTerm ? id : unknown(list_of(value), extract::name_of(value));
  }
  TermId value(std::string_view list, std::string_view value);

  // Triples of the current part; without subject or object nothing is written.
  void type(TermId s, TermId class_) { link(s, word::rdf_type, class_); }
  void link(TermId s, TermId p, TermId object) {
    if (s != rdf::kNoTerm && object != rdf::kNoTerm) part_->add(rdf::QuadIds{graph_, s, p, object});
  }
  void text(TermId s, TermId p, std::string_view lexical, std::string_view datatype = vocab::xsd::string);
  void lang(TermId s, TermId p, std::string_view lexical);
  void number(TermId s, TermId p, std::uint64_t value, std::string_view datatype);
  void confidence(TermId s, float value);
  void in(Part part);

  // The span's node, written on first use with its selectors. Empty spans give kNoTerm.
  TermId span(Span bytes);
  // The sentence that holds `at` (bytes of the text), written on first use; kNoTerm if none.
  TermId sentence(std::uint32_t at);
  // What identifies a place in the document as a mention; lives until the next call.
  std::string_view mention_place(Span bytes) { return mention_iri_.at(points(bytes)); }
  // Evidence: a sentence if the span is one, else a span.
  TermId evidence(Span bytes);
  // extractedByRule, wasGeneratedBy, inDocument.
  void provenance(TermId s, extract::RuleRef rule);

  // Span of the original in code points, and its words.
  Span points(Span bytes) const { return index_.of(document.to_original(bytes)); }
  std::string_view original_slice(Span bytes) const { return document.to_original(bytes).of(document.original); }

 private:
  struct Written {
    TermId node = rdf::kNoTerm;
    bool sentence = false;
  };
  Written& written(Span bytes);
  TermId selectors(Span bytes, Span code_points);
  TermId unknown(std::string_view list, std::string_view value);

  rdf::Dataset* part_ = nullptr;
  TermId graph_ = rdf::kNoTerm;
  TermId doc_ = rdf::kNoTerm;
  CodePointIndex index_;
  std::vector<TermId> entities_, relations_, events_, claims_;
  FlatMap<Written> spans_;  // by code points
  PlaceMinter span_iri_, position_iri_, quote_iri_, mention_iri_;
};

// One file each.
void map_source(MapContext& c);
void map_entities(MapContext& c);
void map_relations(MapContext& c);
void map_events(MapContext& c);
void map_claims(MapContext& c);
void map_mentions(MapContext& c);

// Identifiers that other parts point to; what stands above must be there already.
std::string relation_iri(const MapContext& c, extract::Id id);
std::string event_iri(const MapContext& c, extract::Id id);
std::string claim_iri(const MapContext& c, extract::Id id);

// date, dateBasis and dateText of a time expression, with SEM bounds where EDTF gives them.
void map_date(MapContext& c, TermId subject, extract::Id time, bool with_bounds);

}  // namespace entente::ontology
