// entente build: documents in, a knowledge base out (MODEL.md, "Parts").
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <memory>

#include "cli/build/assembly.hpp"
#include "cli/build/configuration.hpp"
#include "cli/build/staging.hpp"
#include "cli/build/summary.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/load.hpp"
#include "emit/write.hpp"
#include "ontology/id_prefixes.hpp"
#include "shapes/engine/validator.hpp"
#include "shapes/load.hpp"

namespace entente::cli {
namespace {

struct Options {
  InputOptions input;
  std::string output = "out";
  std::string base{ontology::kDefaultBase};
  std::string format = "turtle";
  bool validate = true;
};

// Those that the mapping uses; all are declared, because documents are written as they come.
constexpr const char* kVocabularies[] = {"dcterms", "edtf", "ent", "gaf",    "oa",  "org",
                                         "prov",    "rdf",  "schema", "sem", "skos", "void", "xsd"};
constexpr const char* kMarker = "dataset.ttl";

bool fail(Context& context, const Diagnostic& diagnostic, int status) {
  print(diagnostic);
  context.exit_code = status;
  return false;
}

bool configure(const Options& options, Context& context, const extract::Extractor& extractor, BuildConfig& config,
               ontology::RunInfo& run) {
  auto table = ontology::MappingTable::load(find_data(context, "ontology/mapping/mapping.json"));
  if (!table.ok()) return fail(context, table.error(), kInput);
  config.extractor = &extractor;
  config.map = {std::move(*table), ontology::IriMinter(options.base), &extractor.rules(), {}};
  config.format = emit::find_format(options.format);
  run = {version(), configuration_hash(context)};
  config.map.run = ontology::run_iri(config.map.minter, run);
  config.graph_base = config.map.minter.base() + "graph/";
  for (const char* prefix : kVocabularies) config.prefixes.add(prefix, *emit::standard_prefixes().find(prefix));
  for (const auto& [prefix, name_space] : ontology::id_prefixes(config.map.minter)) {
    config.prefixes.add(prefix, name_space);
  }
  config.head = emit::head_of(*config.format, config.prefixes);
  return true;
}

// The shapes that our own output must satisfy.
std::optional<shapes::Plan> load_plan(Context& context) {
  Diagnostics diagnostics;
  shapes::ShapesFiles files;
  const std::vector<std::filesystem::path> paths{find_data(context, "shapes/output.ttl"), find_data(context, "shapes/leak.ttl")};
  std::optional<shapes::Plan> plan;
  if (shapes::load_shapes(paths, files, diagnostics)) plan = shapes::compile(files.graph, {}, diagnostics);
  print(diagnostics);
  if (!plan) context.exit_code = kInput;
  return plan;
}

void run_build(const Options& options, Context& context) {
  const auto started = std::chrono::steady_clock::now();
  auto extractor = load_extractor(context);
  if (!extractor) return;
  BuildConfig config;
  ontology::RunInfo run;
  if (!configure(options, context, *extractor, config, run)) return;
  const auto plan = options.validate ? load_plan(context) : std::nullopt;
  if (options.validate && !plan) return;
  config.plan = plan ? &*plan : nullptr;
  auto staging = Staging::open(options.output, kMarker);
  if (!staging.ok()) return void(fail(context, staging.error(), kOutput));
  Assembly assembly(config, run, staging->folder());
  const bool clean = for_documents(
      options.input, context,
      [&](const corpus::Document& document, Diagnostics& diagnostics) {
        return make_parts(config, document, diagnostics);
      },
      [&](DocumentParts parts) { assembly.add(std::move(parts)); });
  if (assembly.totals().documents == 0) {
    fail(context, {Severity::Error, Code::TextEmpty, {}, "No document could be read; nothing was written"}, kInput);
    return;
  }
  if (assembly.totals().violations > 0) {
    std::fprintf(stderr, "%s%s results break the shapes; nothing was published. 'entente validate' and 'entente rules explain' say more\n",
                 assembly.report().c_str(), with_thousands(assembly.totals().violations).c_str());
    context.exit_code = kNotConforming;
    return;
  }
  Diagnostics diagnostics;
  auto written = assembly.publish(find_data(context, "ontology"), find_data(context, "shapes"), diagnostics);
  print(diagnostics);
  if (written.ok()) written = staging->publish();
  if (!written.ok()) return void(fail(context, written.error(), kOutput));
  if (!clean) context.exit_code = kInput;
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started;
  if (!context.quiet) print_summary(assembly.totals(), options.output, seconds.count());
}

}  // namespace

void add_build(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("build", "Build a knowledge base from documents");
  command->footer(
      "Examples:\n"
      "  entente build corpus/samples -o out/\n"
      "  entente build articles.jsonl -o kb/ --base https://data.example.org/ --format trig");
  options->input.add_to(*command);
  command->add_option("-o,--output", options->output, "Folder to write")->capture_default_str();
  command->add_option("--base", options->base, "Base of all identifiers; name your own before you publish")
      ->capture_default_str();
  command->add_flag("!--no-validate", options->validate, "Publish without checking the shapes");
  command->add_option("--format", options->format, "turtle, ntriples, nquads or trig")
      ->capture_default_str()
      ->check([](const std::string& name) {
        return emit::find_format(name) != nullptr ? std::string() : "unknown syntax \"" + name + "\"";
      });
  command->callback([options, &context] { run_build(*options, context); });
}

}  // namespace entente::cli
