#include "cli/build/assembly.hpp"

#include <algorithm>
#include <set>

#include "core/rdf/vocabulary.hpp"
#include "emit/renderer.hpp"
#include "emit/write.hpp"
#include "ontology/register_excerpt.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

// All Turtle files of a folder as one data set, in order of their names.
rdf::Dataset load_folder(const fs::path& folder, Diagnostics& diagnostics) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".ttl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  rdf::Dataset all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    rdf::ReadOptions options;
    options.blank_prefix = "f" + std::to_string(i) + "_";
    all.add_all(rdf::load(files[i], diagnostics, options));
  }
  all.sort();
  return all;
}

}  // namespace

Assembly::Assembly(const BuildConfig& config, ontology::RunInfo run, fs::path folder)
    : config_(config),
      run_(std::move(run)),
      folder_(std::move(folder)),
      knowledge_(folder_ / "knowledge.spill"),
      mentions_(folder_ / "mentions.spill") {}

void Assembly::add(DocumentParts parts) {
  ++totals_.documents;
  totals_.counts.add(parts.counts);
  totals_.violations += parts.violations;
  if (!parts.report.empty() && reported_++ < 100) report_ += parts.report + "\n";
  knowledge_.add(parts.sha256, parts.bytes[kKnowledge], parts.triples[kKnowledge]);
  mentions_.add(parts.sha256, parts.bytes[kMentions], parts.triples[kMentions]);
  shared_.add_all(parts.shared);
  for (const auto& [iri, record] : parts.entities) entities_[iri].merge(record);
  if (rules_used_.size() < parts.rules_used.size()) rules_used_.resize(parts.rules_used.size(), false);
  for (std::size_t i = 0; i < parts.rules_used.size(); ++i) rules_used_[i] = rules_used_[i] || parts.rules_used[i];
}

void Assembly::count_entities() {
  for (const auto& [iri, record] : entities_) {
    (void)iri;
    if (record.classes.empty()) continue;
    const auto& name = record.classes.front();
    ++totals_.entities[name.substr(name.find('#') + 1)];
  }
}

Result<Done> Assembly::write_shared() {
  ontology::map_run(config_.map, run_, rules_used_, shared_);
  ontology::map_entity_records(config_.map, entities_, shared_);
  shared_.sort();
  totals_.triples = shared_.size() + knowledge_.triples() + mentions_.triples();
  const std::string ending(config_.format->ending);
  std::string start = config_.head;
  auto written = emit::Renderer(shared_.terms(), *config_.format, config_.prefixes).body(shared_.quads(), start);
  if (written.ok()) written = knowledge_.publish(folder_ / ("kb" + ending), start);
  if (!written.ok()) return written;
  return mentions_.publish(folder_ / ("mentions" + ending), config_.head);
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
  number("entities", entities_.size());
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
  count_entities();
  if (mentions_.differing() + knowledge_.differing() > 0) {
    diagnostics.warning(Code::TextBadMetadata, {}, "The same text came with differing metadata; both are kept");
  }
  auto written = write_shared();
  if (!written.ok()) return written;
  std::set<std::string> used;
  for (const auto& [iri, record] : entities_) {
    (void)record;
    used.insert(iri);
  }
  const auto whole = load_folder(data_ontology / "register", diagnostics);
  const std::pair<const char*, rdf::Dataset> files[] = {
      {"register.ttl", ontology::register_excerpt(whole, used, config_.map.minter.base())},
      {"ontology.ttl", load_folder(data_ontology / "schema", diagnostics)},
      {"shapes.ttl", load_folder(data_shapes, diagnostics)},
      {"dataset.ttl", describe()},
      {"report.ttl", conforms()},
  };
  for (const auto& [name, dataset] : files) {
    if (written = write_dataset(folder_ / name, dataset); !written.ok()) return written;
  }
  return Done{};
}

}  // namespace entente::cli
