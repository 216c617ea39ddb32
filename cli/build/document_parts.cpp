#include "cli/build/document_parts.hpp"

#include <numeric>

#include "core/rdf/graph.hpp"
#include "emit/renderer.hpp"
#include "shapes/report/report_writer.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t kBytesOfTriple = 64;  // of output, about

// Everything the document says, with the classes and names of the entities it speaks of.
rdf::Graph graph_of(const ontology::MappedDocument& mapped) {
  rdf::Dataset records(mapped.terms);
  ontology::map_entity_records(mapped.entities, rdf::kNoTerm, records);
  std::vector<rdf::Triple> triples;
  triples.reserve(std::accumulate(mapped.parts.begin(), mapped.parts.end(), records.size(), [](std::size_t sum, const auto& part) { return sum + part.size(); }));
  const auto add = [&](const rdf::Dataset& part) {
    for (const auto& q : part.quads()) triples.push_back({q.subject, q.predicate, q.object});
  };
  for (const auto& part : mapped.parts) add(part);
  add(records);
  rdf::GraphBuilder builder(mapped.terms);
  builder.add(std::move(triples));
  return builder.build();
}

}  // namespace

void write_parts(const BuildConfig& config, ontology::MappedDocument& mapped, DocumentParts& parts, Diagnostics& diagnostics) {
  emit::Renderer renderer(*mapped.terms, *config.format, config.prefixes);
  for (const auto to : {kKnowledge, kMentions}) {
    auto& part = mapped.part(to == kKnowledge ? ontology::Part::Knowledge : ontology::Part::Mentions);
    part.sort();
    parts.bytes[to].reserve(part.size() * kBytesOfTriple);
    const auto written = renderer.body(part.quads(), parts.bytes[to]);
    if (written.ok()) {
      parts.triples += part.size();
    } else {
      diagnostics.add(written.error());
      parts.bytes[to].clear();
    }
  }
  parts.bytes[kMerged] = Merged::pack(*config.map.stock->terms(), mapped, parts.counts);
}

void validate_document(const BuildConfig& config, const ontology::MappedDocument& mapped, DocumentParts& parts, Diagnostics& diagnostics) {
  const rdf::Graph graph = graph_of(mapped);
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

DocumentParts make_parts(const BuildConfig& config, const corpus::Document& document, Diagnostics& diagnostics) {
  DocumentParts parts;
  parts.sha256 = document.sha256;
  parts.source = document.source;
  const auto extraction = config.extractor->extract(document, diagnostics);
  auto mapped = ontology::map_document(config.map, document, extraction, diagnostics);
  parts.counts = {document.original.size(), 0,
                  extraction.relations.size(), extraction.events.size(), extraction.claims.size()};
  for (const auto& entity : extraction.entities) parts.counts.mentions += entity.mentions.size();
  write_parts(config, mapped, parts, diagnostics);
  if (config.plan != nullptr) validate_document(config, mapped, parts, diagnostics);
  return parts;
}

}  // namespace entente::cli
