#include "ontology/mapping/context.hpp"

#include <algorithm>

#include "core/base/utf8.hpp"

namespace entente::ontology {
namespace {

constexpr std::uint32_t kContext = 32;  // bytes of prefix and suffix, widened to whole code points

rdf::TermView iri_view(std::string_view value) { return {rdf::TermKind::Iri, value, {}, {}}; }

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

std::string ent(std::string_view local) { return std::string(vocab::ent::kNamespace) + std::string(local); }

MapContext::MapContext(const MapConfig& config_in, const corpus::Document& document_in,
                       const extract::Extraction& extraction, const TripleSink& sink, EntityRecords& records_in,
                       std::vector<bool>& rules_used, Diagnostics& diagnostics_in)
    : config(config_in),
      document(document_in),
      x(extraction),
      records(records_in),
      diagnostics(diagnostics_in),
      sink_(sink),
      rules_used_(rules_used),
      doc_(config_in.minter.document(document_in.sha256)),
      index_(document_in.original) {
  entities_.reserve(x.entities.size());
  for (const auto& entity : x.entities) entities_.push_back(entity_iri(config, document, entity));
}

std::string MapContext::term(std::string_view list, std::string_view value) {
  const std::string& iri = config.table.term(list, value);
  if (iri.empty()) {
    diagnostics.warning(Code::MapUnknownName, {document.source, 0, 0, {}},
                        "The mapping table has no " + std::string(list) + " \"" + std::string(value) + "\"");
  }
  return iri;
}

void MapContext::link(const std::string& s, std::string_view p, std::string_view object_iri) {
  if (!s.empty() && !object_iri.empty()) sink_(part_, iri_view(s), iri_view(p), iri_view(object_iri));
}

void MapContext::text(const std::string& s, std::string_view p, std::string_view lexical, std::string_view datatype) {
  sink_(part_, iri_view(s), iri_view(p), {rdf::TermKind::Literal, lexical, datatype, {}});
}

void MapContext::lang(const std::string& s, std::string_view p, std::string_view lexical) {
  sink_(part_, iri_view(s), iri_view(p), {rdf::TermKind::Literal, lexical, vocab::rdf::langString, "en"});
}

void MapContext::number(const std::string& s, std::string_view p, std::uint64_t value, std::string_view datatype) {
  text(s, p, std::to_string(value), datatype);
}

void MapContext::confidence(const std::string& s, float value) {
  const auto hundredths = static_cast<unsigned>(std::clamp(value, 0.0F, 1.0F) * 100.0F + 0.5F);
  std::string lexical = std::to_string(hundredths / 100) + "." + std::to_string(hundredths % 100 / 10);
  if (hundredths % 10 != 0) lexical += static_cast<char>('0' + hundredths % 10);
  text(s, ent("confidence"), lexical, vocab::xsd::decimal);
}

std::string MapContext::selectors(Span bytes, Span code_points) {
  const std::string node = config.minter.at("span", document.sha256, code_points);
  link(node, vocab::oa::hasSource, doc_);
  const std::string position = config.minter.at("position", document.sha256, code_points);
  const std::string quote = config.minter.at("quote", document.sha256, code_points);
  type(node, vocab::oa::SpecificResource);
  link(node, vocab::oa::hasSelector, position);
  link(node, vocab::oa::hasSelector, quote);
  type(position, vocab::oa::TextPositionSelector);
  number(position, vocab::oa::start, code_points.begin, vocab::xsd::nonNegativeInteger);
  number(position, vocab::oa::end, code_points.end, vocab::xsd::nonNegativeInteger);
  const Span in_original = document.to_original(bytes);
  type(quote, vocab::oa::TextQuoteSelector);
  text(quote, vocab::oa::exact, in_original.of(document.original));
  text(quote, vocab::oa::prefix, before(document.original, in_original));
  text(quote, vocab::oa::suffix, after(document.original, in_original));
  return node;
}

std::string MapContext::span(Span bytes) {
  if (bytes.empty()) return {};
  const Span code_points = points(bytes);
  if (!spans_written_.insert({code_points.begin, code_points.end}).second) {
    return config.minter.at("span", document.sha256, code_points);
  }
  return selectors(bytes, code_points);
}

std::string MapContext::sentence(std::uint32_t at) {
  const auto next = std::upper_bound(x.sentences.begin(), x.sentences.end(), at,
                                     [](std::uint32_t value, Span s) { return value < s.begin; });
  if (next == x.sentences.begin() || (next - 1)->end <= at) return {};
  const Span bytes = *(next - 1);
  const std::string node = span(bytes);
  const Span code_points = points(bytes);
  if (sentences_written_.insert({code_points.begin, code_points.end}).second) {
    type(node, ent("Sentence"));
    number(node, ent("sentenceNumber"), static_cast<std::uint64_t>(next - x.sentences.begin()),
           vocab::xsd::positiveInteger);
  }
  return node;
}

std::string MapContext::evidence(Span bytes) {
  const std::string holder = sentence(bytes.begin);
  const std::string node = span(bytes);
  return node.empty() ? holder : node;
}

void MapContext::provenance(const std::string& s, extract::RuleRef rule) {
  if (rule < config.rules->size()) {
    if (rules_used_.size() <= rule) rules_used_.resize(rule + 1U, false);
    rules_used_[rule] = true;
    link(s, ent("extractedByRule"), config.minter.make("rule", slug((*config.rules)[rule].id, 100)));
  }
  link(s, vocab::prov::wasGeneratedBy, config.run);
  link(s, ent("inDocument"), doc_);
}

}  // namespace entente::ontology
