// entente gazetteer: check, import and compile lists of names.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <ctime>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "core/base/file.hpp"
#include "extract/gazetteer/csv.hpp"
#include "extract/gazetteer/fold.hpp"
#include "ontology/register_reader.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::vector<std::string> inputs;
  std::string output;
  std::string type = "Other";
};

// Entries of tables (.csv) and RDF files or folders together; the register if nothing is named.
std::vector<extract::Entry> read_all(const Options& options, Context& context, Diagnostics& diagnostics) {
  std::vector<extract::Entry> entries;
  std::vector<std::filesystem::path> rdf;
  for (const auto& input : options.inputs) {
    if (std::filesystem::path(input).extension() != ".csv") {
      rdf.emplace_back(input);
      continue;
    }
    const auto bytes = read_file(input);
    if (!bytes) {
      diagnostics.add(bytes.error());
      continue;
    }
    auto more = extract::read_csv(*bytes, input, diagnostics);
    entries.insert(entries.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  if (options.inputs.empty()) rdf.push_back(find_data(context, "ontology/register"));
  if (!rdf.empty()) {
    const auto fallback = extract::entity_type_of(options.type).value_or(extract::EntityType::Other);
    auto more = ontology::read_register(rdf, diagnostics, fallback).entries;
    entries.insert(entries.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return entries;
}

void finish(const Diagnostics& diagnostics, Context& context) {
  print(diagnostics);
  if (diagnostics.has_errors()) context.exit_code = kInput;
}

bool save(const std::string& path, const std::string& bytes, Context& context) {
  const auto done = write_file(path, bytes);
  if (done) return true;
  print(done.error());
  context.exit_code = kOutput;
  return false;
}

// How many readings names have, and which of them two states or persons share.
void print_summary(const std::vector<extract::Entry>& entries, const extract::Gazetteer& gazetteer, double milliseconds, std::size_t bytes) {
  std::map<std::string_view, std::size_t> by_type;
  for (const auto& entry : entries) ++by_type[extract::name_of(entry.type)];
  std::printf("%zu entries, %zu names, %zu bytes compiled, loads in %.1f ms\n", gazetteer.size(), gazetteer.name_count(), bytes, milliseconds);
  for (const auto& [type, count] : by_type) std::printf("%8zu %.*s\n", count, static_cast<int>(type.size()), type.data());
}

void print_shared(const std::vector<extract::Entry>& entries) {
  std::map<std::string, std::vector<std::string_view>> states;
  for (const auto& entry : entries) {
    if (entry.type != extract::EntityType::State) continue;
    for (const auto& name : entry.names) {
      if (name.kind == extract::NameKind::Name && (name.flags & extract::kAmbiguous) == 0) states[extract::fold_key(name.text)].push_back(entry.key);
    }
  }
  for (auto& [name, keys] : states) {
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    if (keys.size() < 2) continue;
    std::printf("shared name: %s", name.c_str());
    for (const auto& key : keys) std::printf(" %.*s", static_cast<int>(key.size()), key.data());
    std::printf("\n");
  }
}

void check(const Options& options, Context& context) {
  Diagnostics diagnostics;
  const auto entries = read_all(options, context, diagnostics);
  const auto bytes = extract::compile(entries, "gazetteer", diagnostics);
  const auto begin = std::clock();  // processor time: other work on the machine does not count
  const auto gazetteer = extract::Gazetteer::from_bytes(bytes, "gazetteer");
  const double milliseconds = 1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  if (gazetteer.ok()) {
    print_summary(entries, *gazetteer, milliseconds, bytes.size());
    print_shared(entries);
  } else {
    diagnostics.add(gazetteer.error());
  }
  finish(diagnostics, context);
  if (context.exit_code == kFine && !diagnostics.empty()) context.exit_code = kNotConforming;
}

void import(const Options& options, Context& context) {
  Diagnostics diagnostics;
  const auto entries = read_all(options, context, diagnostics);
  const auto csv = extract::write_csv(entries);
  if (options.output.empty()) {
    std::fwrite(csv.data(), 1, csv.size(), stdout);
  } else {
    save(options.output, csv, context);
  }
  finish(diagnostics, context);
}

void compile(const Options& options, Context& context) {
  Diagnostics diagnostics;
  const auto bytes = extract::compile(read_all(options, context, diagnostics), "gazetteer", diagnostics);
  finish(diagnostics, context);
  if (!diagnostics.has_errors()) save(options.output, bytes, context);
}

}  // namespace

void add_gazetteer(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("gazetteer", "Check, import and compile lists of names");
  command->require_subcommand(1);
  auto* checking = command->add_subcommand("check", "Read lists of names, compile them in memory and tell what is odd");
  auto* importing = command->add_subcommand("import", "Turn RDF (SKOS) files and tables into one table (CSV)");
  auto* compiling = command->add_subcommand("compile", "Compile lists of names to the binary form that loads at once");
  for (auto* sub : {checking, importing, compiling}) {
    sub->add_option("inputs", options->inputs, "Tables (.csv) and RDF files or folders; none: the register");
    sub->add_option("--type", options->type, "Entity type of RDF things without a class of the ontology")->capture_default_str();
  }
  importing->add_option("-o,--output", options->output, "File to write; none: standard output");
  compiling->add_option("-o,--output", options->output, "File to write")->required();
  command->footer("Columns of a table: docs/entities.md. Examples:\n"
                  "  entente gazetteer check\n"
                  "  entente gazetteer import thesaurus.ttl --type Organization -o names.csv\n"
                  "  entente gazetteer compile names.csv ontology/register -o names.bin");
  checking->callback([options, &context] { check(*options, context); });
  importing->callback([options, &context] { import(*options, context); });
  compiling->callback([options, &context] { compile(*options, context); });
}

}  // namespace entente::cli
