#include "cli/build/document_parts.hpp"

#include "core/rdf/graph.hpp"
#include "emit/renderer.hpp"
#include "ontology/mapping/run.hpp"
#include "shapes/report/report_writer.hpp"

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

std::string body_of(const BuildConfig& config, const rdf::Dataset& dataset, Diagnostics& diagnostics) {
  std::string bytes;
  auto written = emit::Renderer(dataset.terms(), *config.format, config.prefixes).body(dataset.quads(), bytes);
  if (!written.ok()) diagnostics.add(written.error());
  return bytes;
}

namespace {

// Everything the document says, with the classes and names of the entities it speaks of, against the shapes.
void validate_document(const BuildConfig& config, rdf::GraphBuilder builder, DocumentParts& parts, Diagnostics& diagnostics) {
  ontology::map_entity_records(parts.entities, [&](ontology::Part, const rdf::TermView& s, const rdf::TermView& p,
                                                   const rdf::TermView& o) { builder.add(s, p, o); });
  const rdf::Graph graph = builder.build();
  shapes::ValidateOptions options;
  options.threads = 1;
  auto report = shapes::validate(*config.plan, graph, options);
  if (!report.ok()) return diagnostics.add(report.error());
  if (report->conforms) return;
  parts.violations = report->results.size();
  shapes::WriteOptions write;
  write.prefixes = config.prefixes;
  write.limit = 3;
  write.data = &graph;
  parts.report = parts.source + "\n" + shapes::to_text(*report, *config.plan, write);
}

}  // namespace

DocumentParts make_parts(const BuildConfig& config, const corpus::Document& document, Diagnostics& diagnostics) {
  DocumentParts parts;
  parts.sha256 = document.sha256;
  parts.source = document.source;
  const auto extraction = config.extractor->extract(document, diagnostics);
  std::array<rdf::Dataset, 2> own;
  const std::array<rdf::Term, 2> names{graph_name(config, kKnowledge), graph_name(config, kMentions)};
  rdf::GraphBuilder check;
  const ontology::TripleSink sink = [&](ontology::Part part, const rdf::TermView& s, const rdf::TermView& p,
                                        const rdf::TermView& o) {
    if (config.plan != nullptr) check.add(s, p, o);
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
  if (config.plan != nullptr) validate_document(config, std::move(check), parts, diagnostics);
  return parts;
}

}  // namespace entente::cli
