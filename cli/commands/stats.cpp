// entente stats: what a knowledge base holds.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/kb/kb.hpp"
#include "cli/terminal.hpp"
#include "core/rdf/vocabulary.hpp"

namespace entente::cli {
namespace {

using Counts = std::map<std::string, std::size_t>;

void print_counts(const char* title, const Counts& counts, std::size_t limit) {
  std::vector<std::pair<std::size_t, std::string>> rows;
  for (const auto& [name, count] : counts) rows.emplace_back(count, name);
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (!rows.empty()) std::printf("\n%s\n", styled(title, "1", colour_on_stdout()).c_str());
  for (std::size_t i = 0; i < rows.size() && i < limit; ++i) {
    std::printf("  %9s  %s\n", with_thousands(rows[i].first).c_str(), rows[i].second.c_str());
  }
}

// How often each object of `property` occurs.
Counts by_object(const KbView& kb, std::string_view property) {
  Counts counts;
  const auto predicate = kb.id(property);
  if (predicate == rdf::kNoTerm) return counts;
  for (const auto& triple : kb.graph().with_predicate(predicate)) ++counts[kb.label(triple.object)];
  return counts;
}

void run(const std::vector<std::string>& paths, std::size_t limit, Context& context) {
  auto graph = load_kb(paths, context.threads);
  if (!graph.ok()) {
    print(graph.error());
    context.exit_code = kInput;
    return;
  }
  const KbView kb(*graph);
  std::printf("%s triples, %s terms\n", with_thousands(graph->size()).c_str(), with_thousands(graph->term_count()).c_str());
  print_counts("Resources by class", by_object(kb, vocab::rdf::type), 60);
  print_counts("Events by type", by_object(kb, vocab::sem::eventType), limit);
  print_counts("Statements by predicate", by_object(kb, vocab::rdf::predicate), limit);
  print_counts("Statements and events by status", by_object(kb, ns("status")), limit);
  print_counts("Claims by claimant", by_object(kb, ns("claimant")), limit);
  print_counts("Claims by attitude", by_object(kb, ns("attitude")), limit);
  print_counts("Most mentioned", by_object(kb, vocab::gaf::denotes), limit);
  print_counts("Findings by rule", by_object(kb, ns("extractedByRule")), limit);
}

}  // namespace

void add_stats(CLI::App& app, Context& context) {
  auto paths = std::make_shared<std::vector<std::string>>();
  auto limit = std::make_shared<std::size_t>(20);
  auto* command = app.add_subcommand("stats", "Count what a knowledge base holds");
  command->footer("Example:\n  entente stats out/");
  command->add_option("KB", *paths, "Folders that build wrote, or RDF files")->required();
  command->add_option("--limit", *limit, "Rows of each table")->capture_default_str();
  command->callback([paths, limit, &context] { run(*paths, *limit, context); });
}

}  // namespace entente::cli
