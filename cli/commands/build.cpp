// entente build: documents in, a knowledge base out (MODEL.md, "Parts").
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <memory>

#include "cli/build/assembly.hpp"
#include "cli/build/setup.hpp"
#include "cli/build/staging.hpp"
#include "cli/build/summary.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/load.hpp"

namespace entente::cli {
namespace {

struct Options {
  InputOptions input;
  std::string output = "out";
  std::string base{ontology::kDefaultBase};
  std::string format = "turtle";
  bool validate = true;
};

constexpr const char* kMarker = "dataset.ttl";

bool fail(Context& context, const Diagnostic& diagnostic, int status) {
  print(diagnostic);
  context.exit_code = status;
  return false;
}

void run_build(const Options& options, Context& context) {
  const auto started = std::chrono::steady_clock::now();
  auto extractor = load_extractor(context);
  if (!extractor) return;
  BuildConfig config;
  ontology::RunInfo run;
  if (auto done = set_up(context, *extractor, options.base, *emit::find_format(options.format), config, run); !done.ok()) {
    return void(fail(context, done.error(), kInput));
  }
  Diagnostics shapes_faults;
  const auto plan = options.validate ? load_output_shapes(context, shapes_faults) : std::nullopt;
  print(shapes_faults);
  if (options.validate && !plan) context.exit_code = kInput;
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
