#include "ontology/mapping/context.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/utf8.hpp"

namespace entente::ontology {
namespace {

constexpr std::uint32_t kContext = 32;  // bytes of prefix and suffix, widened to whole code points

// The words before and after a range of the original, at most kContext bytes, whole code points.
std::string_view before(std::string_view text, Span at) {
  std::uint32_t begin = at.begin > kContext ? at.begin - kContext : 0;
  while (begin < at.begin && is_continuation(text[begin])) ++begin;
  return text.substr(begin, at.begin - begin);
}

std::string_view after(std::string_view text, Span at) {
  auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), at.end + kContext));
  while (end < text.size() && end > at.end && is_continuation(text[end])) --end;
  return text.substr(at.end, end - at.end);
}

}  // namespace

MapContext::MapContext(const MapConfig& config_in, const corpus::Document& document_in, const extract::Extraction& extraction,
                       MappedDocument& out_in, Diagnostics& diagnostics_in)
    : config(config_in), document(document_in), x(extraction), out(out_in), diagnostics(diagnostics_in), index_(document_in.original),
      span_iri_(config_in.minter, "span", document_in.sha256), position_iri_(config_in.minter, "position", document_in.sha256),
      quote_iri_(config_in.minter, "quote", document_in.sha256), mention_iri_(config_in.minter, "mention", document_in.sha256) {
  in(Part::Knowledge);
  doc_ = node(config.minter.document(document.sha256));
  for (const auto& entity : x.entities) entities_.push_back(node(entity_iri(config, document, entity)));
  for (extract::Id id = 0; id < x.relations.size(); ++id) relations_.push_back(node(relation_iri(*this, id)));
  for (extract::Id id = 0; id < x.events.size(); ++id) events_.push_back(node(event_iri(*this, id)));
  for (extract::Id id = 0; id < x.claims.size(); ++id) claims_.push_back(node(claim_iri(*this, id)));
}

TermId MapContext::unknown(std::string_view list, std::string_view value) {
  diagnostics.warning(Code::MapUnknownName, {document.source, 0, 0, {}},
                      "The mapping table has no " + std::string(list) + " \"" + std::string(value) + "\"");
  return rdf::kNoTerm;
}

TermId MapContext::value(std::string_view list, std::string_view value) {
  const std::string& iri = config.table.term(list, value);
  return iri.empty() ? unknown(list, value) : node(iri);
}

void MapContext::in(Part part) {
  part_ = &out.parts[static_cast<std::size_t>(part)];
  graph_ = part == Part::Mentions ? config.stock->mentions() : config.stock->knowledge();
}

void MapContext::text(TermId s, TermId p, std::string_view lexical, std::string_view datatype) {
  link(s, p, out.terms->intern({rdf::TermKind::Literal, lexical, datatype, {}}));
}

void MapContext::lang(TermId s, TermId p, std::string_view lexical) {
  link(s, p, out.terms->intern({rdf::TermKind::Literal, lexical, vocab::rdf::langString, "en"}));
}

void MapContext::number(TermId s, TermId p, std::uint64_t value, std::string_view datatype) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  text(s, p, {digits.data(), static_cast<std::size_t>(end - digits.data())}, datatype);
}

void MapContext::confidence(TermId s, float value) {
  link(s, word::ent_confidence, config.stock->confidence(static_cast<unsigned>(std::clamp(value, 0.0F, 1.0F) * 100.0F + 0.5F)));
}

TermId MapContext::selectors(Span bytes, Span code_points) {
  const TermId node = this->node(span_iri_.at(code_points));
  const TermId position = this->node(position_iri_.at(code_points));
  const TermId quote = this->node(quote_iri_.at(code_points));
  link(node, word::oa_hasSource, doc_);
  type(node, word::oa_SpecificResource);
  link(node, word::oa_hasSelector, position);
  link(node, word::oa_hasSelector, quote);
  type(position, word::oa_TextPositionSelector);
  number(position, word::oa_start, code_points.begin, vocab::xsd::nonNegativeInteger);
  number(position, word::oa_end, code_points.end, vocab::xsd::nonNegativeInteger);
  const Span in_original = document.to_original(bytes);
  type(quote, word::oa_TextQuoteSelector);
  text(quote, word::oa_exact, in_original.of(document.original));
  text(quote, word::oa_prefix, before(document.original, in_original));
  text(quote, word::oa_suffix, after(document.original, in_original));
  return node;
}

MapContext::Written& MapContext::written(Span bytes) {
  const Span code_points = points(bytes);
  Written& entry = spans_[static_cast<std::uint64_t>(code_points.begin) << 32U | code_points.end];
  if (entry.node == rdf::kNoTerm) entry.node = selectors(bytes, code_points);
  return entry;
}

TermId MapContext::span(Span bytes) { return bytes.empty() ? rdf::kNoTerm : written(bytes).node; }

TermId MapContext::sentence(std::uint32_t at) {
  const auto next = std::upper_bound(x.sentences.begin(), x.sentences.end(), at,
                                     [](std::uint32_t value, Span s) { return value < s.begin; });
  if (next == x.sentences.begin() || (next - 1)->end <= at) return rdf::kNoTerm;
  Written& entry = written(*(next - 1));
  if (!entry.sentence) {
    entry.sentence = true;
    type(entry.node, word::ent_Sentence);
    number(entry.node, word::ent_sentenceNumber, static_cast<std::uint64_t>(next - x.sentences.begin()), vocab::xsd::positiveInteger);
  }
  return entry.node;
}

TermId MapContext::evidence(Span bytes) {
  const TermId holder = sentence(bytes.begin);
  const TermId node = span(bytes);
  return node == rdf::kNoTerm ? holder : node;
}

void MapContext::provenance(TermId s, extract::RuleRef rule) {
  if (const TermId node = config.stock->rule(rule)) {
    if (out.rules_used.size() <= rule) out.rules_used.resize(rule + 1U, false);
    out.rules_used[rule] = true;
    link(s, word::ent_extractedByRule, node);
  }
  link(s, word::prov_wasGeneratedBy, config.stock->run());
  link(s, word::ent_inDocument, doc_);
}

}  // namespace entente::ontology
