#include "cli/build/document_parts.hpp"

#include "emit/output.hpp"

namespace entente::cli {

void DocumentCounts::add(const DocumentCounts& other) {
  bytes += other.bytes;
  mentions += other.mentions;
  statements += other.statements;
  events += other.events;
  claims += other.claims;
  triples += other.triples;
}

rdf::Term graph_name(const BuildConfig& config, std::size_t part) {
  if (!config.format->graphs) return {};
  return rdf::iri(config.graph_base + (part == kMentions ? "mentions" : "knowledge"));
}

std::string head_of(const BuildConfig& config) {
  std::string head;
  auto writer = config.format->make(emit::to_string_sink(head), config.prefixes);
  (void)writer->finish();
  return head;
}

std::string body_of(const BuildConfig& config, const rdf::Dataset& dataset, Diagnostics& diagnostics) {
  std::string bytes;
  auto writer = config.format->make(emit::to_string_sink(bytes), config.prefixes);
  for (const auto& quad : dataset.quads()) writer->write(dataset.view(quad));
  auto written = writer->finish();
  if (!written.ok()) diagnostics.add(written.error());
  static thread_local std::string head;
  static thread_local const BuildConfig* head_config = nullptr;
  if (head_config != &config) {
    head = head_of(config);
    head_config = &config;
  }
  return bytes.substr(std::min(head.size(), bytes.size()));
}

DocumentParts make_parts(const BuildConfig& config, const corpus::Document& document, Diagnostics& diagnostics) {
  DocumentParts parts;
  parts.sha256 = document.sha256;
  parts.source = document.source;
  const auto extraction = config.extractor->extract(document, diagnostics);
  std::array<rdf::Dataset, 2> own;
  const std::array<rdf::Term, 2> names{graph_name(config, kKnowledge), graph_name(config, kMentions)};
  const ontology::TripleSink sink = [&](ontology::Part part, const rdf::TermView& s, const rdf::TermView& p,
                                        const rdf::TermView& o) {
    if (part == ontology::Part::Shared) {
      parts.shared.add({s, p, o, names[kKnowledge]});
    } else {
      const std::size_t index = part == ontology::Part::Mentions ? kMentions : kKnowledge;
      own[index].add({s, p, o, names[index]});
    }
  };
  ontology::map_document(config.map, document, extraction, sink, parts.entities, parts.rules_used, diagnostics);
  parts.counts = {document.original.size(), 0,
                  extraction.relations.size(), extraction.events.size(), extraction.claims.size(), 0};
  for (const auto& entity : extraction.entities) parts.counts.mentions += entity.mentions.size();
  for (const std::size_t index : {kKnowledge, kMentions}) {
    own[index].sort();
    parts.counts.triples += own[index].size();
    parts.bytes[index] = body_of(config, own[index], diagnostics);
  }
  return parts;
}

}  // namespace entente::cli
