#include "cli/build/assembly.hpp"

#include <algorithm>
#include <set>

#include "cli/build/data_files.hpp"
#include "cli/load.hpp"
#include "core/rdf/vocabulary.hpp"
#include "emit/renderer.hpp"
#include "emit/write.hpp"

namespace entente::cli {

namespace fs = std::filesystem;

Assembly::Assembly(const BuildConfig& config, ontology::RunInfo run, fs::path folder)
    : config_(config),
      run_(std::move(run)),
      folder_(std::move(folder)),
      spill_(folder_ / "documents.spill"),
      merged_(config.map.stock->terms()) {}

void Assembly::add(DocumentParts parts) {
  ++totals_.documents;
  totals_.violations += parts.violations;
  if (!parts.report.empty() && reported_++ < 100) report_ += parts.report + "\n";
  spill_.add(std::move(parts.sha256), parts.bytes, parts.triples);
}

Result<Done> Assembly::merge(Diagnostics& diagnostics) {
  const auto differing = spill_.settle();
  if (!differing.ok()) return differing.error();
  if (*differing > 0) {
    diagnostics.warning(Code::TextBadMetadata, {}, "The same text came with differing metadata; the fullest is kept");
  }
  auto read = spill_.read(kMerged, [this](std::string_view packed) { return merged_.add(packed); });
  if (!read.ok()) return read;
  totals_.documents = spill_.documents();
  totals_.counts = merged_.counts;
  count_entities();
  return Done{};
}

// By the first of an entity's classes in the order of their names.
void Assembly::count_entities() {
  const auto name = [this](rdf::TermId type) { return merged_.triples.term(type).value; };
  for (const auto& record : merged_.entities.all()) {
    if (record.classes.empty()) continue;
    const auto first = std::min_element(record.classes.begin(), record.classes.end(), [&](auto a, auto b) { return name(a) < name(b); });
    ++totals_.entities[std::string(name(*first).substr(name(*first).find('#') + 1))];
  }
}

Result<Done> Assembly::write_shared() {
  auto& shared = merged_.triples;
  ontology::map_run(config_.map, run_, merged_.rules_used, shared);
  ontology::map_entity_records(merged_.entities, config_.map.stock->knowledge(), shared);
  shared.sort();
  totals_.triples = shared.size() + spill_.triples();
  std::string start = config_.head;
  auto written = emit::Renderer(shared.terms(), *config_.format, config_.prefixes).body(shared.quads(), start);
  if (!written.ok()) return written;
  written = write_parts("kb", start, kKnowledge);
  return written.ok() ? write_parts("mentions", config_.head, kMentions) : written;
}

// A file that starts with `start`, and goes on with a part of each document.
Result<Done> Assembly::write_parts(const std::string& name, std::string_view start, DocumentPart part) {
  AtomicFile out(folder_ / (name + std::string(config_.format->ending)));
  out.write(start);
  spill_.copy(part, out);
  return out.commit();
}

Result<Done> Assembly::write_dataset(const fs::path& path, const rdf::Dataset& dataset) {
  return emit::write_file(path, dataset, *emit::find_format("turtle"), config_.prefixes);
}

// VoID: what the data set is and how large (http://rdfs.org/ns/void#).
rdf::Dataset Assembly::describe() const {
  rdf::Dataset out;
  const rdf::Term self = rdf::iri(config_.map.minter.base() + "dataset");
  const auto number = [&](const char* name, std::uint64_t value) {
    out.add(self, rdf::iri(std::string(vocab::void_::kNamespace) + name),
            rdf::literal(std::to_string(value), vocab::xsd::integer));
  };
  out.add(self, rdf::iri(vocab::rdf::type), rdf::iri(std::string(vocab::void_::kNamespace) + "Dataset"));
  out.add(self, rdf::iri(vocab::dcterms::title), rdf::lang_literal("Knowledge base built by entente", "en"));
  out.add(self, rdf::iri(vocab::prov::wasGeneratedBy), rdf::iri(config_.map.run));
  out.add(self, rdf::iri(std::string(vocab::void_::kNamespace) + "uriSpace"), rdf::literal(config_.map.minter.base()));
  for (const std::string_view name : {vocab::ent::kNamespace, vocab::oa::kNamespace, vocab::org::kNamespace,
                                      vocab::prov::kNamespace, vocab::schema::kNamespace, vocab::sem::kNamespace,
                                      vocab::skos::kNamespace}) {
    out.add(self, rdf::iri(std::string(vocab::void_::kNamespace) + "vocabulary"), rdf::iri(name));
  }
  number("triples", totals_.triples);
  number("documents", totals_.documents);
  number("entities", merged_.entities.size());
  out.sort();
  return out;
}

// Only what conforms is published, so the report is one sentence (SHACL 3.6).
rdf::Dataset Assembly::conforms() const {
  rdf::Dataset out;
  const rdf::Term self = rdf::iri(config_.map.minter.base() + "validation-report");
  out.add(self, rdf::iri(vocab::rdf::type), rdf::iri(vocab::sh::ValidationReport));
  out.add(self, rdf::iri(vocab::sh::conforms), rdf::literal("true", vocab::xsd::boolean_));
  out.sort();
  return out;
}

Result<Done> Assembly::publish(const fs::path& data_ontology, const fs::path& data_shapes, Diagnostics& diagnostics) {
  auto written = merge(diagnostics);
  if (written.ok()) written = write_shared();
  if (!written.ok()) return written;
  spill_.remove();
  std::set<std::string> used;
  for (const auto& record : merged_.entities.all()) used.insert(std::string(merged_.triples.term(record.entity).value));
  auto description = describe();
  merged_ = Merged(config_.map.stock->terms());  // its memory goes to the register
  const std::pair<const char*, rdf::Dataset> files[] = {
      {"register.ttl", load_register(data_ontology / "register", cache_folder(), used, config_.map.minter.base(), diagnostics)},
      {"ontology.ttl", load_turtle(data_ontology / "schema", diagnostics)},
      {"shapes.ttl", load_turtle(data_shapes, diagnostics)},
      {"dataset.ttl", std::move(description)},
      {"report.ttl", conforms()},
  };
  for (const auto& [name, dataset] : files) {
    if (written = write_dataset(folder_ / name, dataset); !written.ok()) return written;
  }
  return Done{};
}

}  // namespace entente::cli
