// entente extract: one JSON object per document on standard output (EXTRACTION.md).
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/load.hpp"
#include "extract/contract/json.hpp"
#include "ontology/mapping/mapper.hpp"

namespace entente::cli {
namespace {

struct Options {
  InputOptions input;
  std::string base{ontology::kDefaultBase};
};

std::string as_line(const extract::Extractor& extractor, const ontology::MapConfig& map,
                    const corpus::Document& document, Diagnostics& diagnostics) {
  const auto extraction = extractor.extract(document, diagnostics);
  std::string line;
  extract::append_json(line, document, extraction, extractor.rules(), [&](const extract::Entity& entity) {
    return ontology::entity_iri(map, document, entity);
  });
  return line + "\n";
}

void run(const Options& options, Context& context) {
  auto extractor = load_extractor(context);
  if (!extractor) return;
  auto table = ontology::MappingTable::load(find_data(context, "ontology/mapping/mapping.json"));
  if (!table.ok()) {
    print(table.error());
    context.exit_code = kInput;
    return;
  }
  const ontology::MapConfig map{std::move(*table), ontology::IriMinter(options.base), &extractor->rules(), {}, {}, {}, nullptr};
  bool written = true;
  const bool clean = for_documents(
      options.input, context,
      [&](const corpus::Document& document, Diagnostics& diagnostics) {
        return as_line(*extractor, map, document, diagnostics);
      },
      [&](const std::string& line) {
        written = written && std::fwrite(line.data(), 1, line.size(), stdout) == line.size();
      });
  if (std::fflush(stdout) != 0 || !written) {
    print({Severity::Error, Code::IoWrite, {}, "Could not write to standard output"});
    context.exit_code = kOutput;
  } else if (!clean) {
    context.exit_code = kInput;
  }
}

}  // namespace

void add_extract(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("extract", "Print what is found in documents, one JSON object a line");
  command->footer(
      "Examples:\n"
      "  entente extract corpus/samples | jq '.claims[]'\n"
      "  zcat articles.jsonl.gz | entente extract --input-format jsonl -");
  options->input.add_to(*command);
  command->add_option("--base", options->base, "Base of the entities' IRIs")->capture_default_str();
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace entente::cli
