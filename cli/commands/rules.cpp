// entente rules list|check|test|explain|stats: looking at and testing extraction rules.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>
#include <set>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/load.hpp"
#include "cli/rules_report.hpp"
#include "extract/resources.hpp"

namespace entente::cli {
namespace {

using extract::rules::Rule;

struct Options {
  std::string rules;
  std::string rule;
  std::string text;
  InputOptions input;
};

template <typename Work>
void with_rules(const Options& options, Context& context, Work work) {
  const auto extractor = load_extractor(context, options.rules);
  if (extractor) work(*extractor);
}

void list(const extract::Extractor& extractor) {
  for (const auto& rule : extractor.resources().book.all())
    std::printf("%-36s %-9s %4d  %s:%llu  %s\n", rule->id.c_str(), rule->kind.c_str(), rule->priority, rule->file.c_str(),
                static_cast<unsigned long long>(rule->place.line), rule->doc.c_str());
}

void check(const extract::Extractor& extractor) {
  const auto& all = extractor.resources().book.all();
  std::size_t patterns = 0;
  for (const auto& rule : all) patterns += rule->patterns.size();
  std::printf("%zu rules with %zu patterns are sound\n", all.size(), patterns);
}

void test(const extract::Extractor& extractor, const std::string& only, Context& context) {
  std::size_t examples = 0;
  Diagnostics diagnostics;
  for (const auto& rule : extractor.resources().book.all())
    if (only.empty() || rule->id == only) examples += test_rule(extractor, *rule, diagnostics);
  print(diagnostics);
  std::printf("%zu examples, %zu failed\n", examples, diagnostics.items().size());
  if (!diagnostics.empty()) context.exit_code = kNotConforming;
}

void explain(const extract::Extractor& extractor, const Options& options, Context& context) {
  const auto* rule = extractor.resources().book.find(options.rule);
  if (rule == nullptr && !options.rule.empty() && options.rule != "-") {
    print({Severity::Error, Code::RuleName, {}, "There is no rule " + options.rule + "; see entente rules list"});
    context.exit_code = kUsage;
    return;
  }
  std::fputs(explain_rule(extractor, rule, options.text).c_str(), stdout);
}

void stats(const extract::Extractor& extractor, const Options& options, Context& context) {
  std::map<std::string, RuleCount> total;
  std::size_t documents = 0;
  const bool clean = for_documents(
      options.input, context,
      [&](const corpus::Document& document, Diagnostics& diagnostics) { return count_rules(extractor, document, diagnostics); },
      [&](const std::map<std::string, RuleCount>& one) {
        ++documents;
        for (const auto& [id, count] : one) {
          total[id].documents += count.documents;
          total[id].matches += count.matches;
        }
      });
  std::printf("| rule | kind | documents of %zu | matches |\n|---|---|---|---|\n", documents);
  for (const auto& rule : extractor.resources().book.all())
    std::printf("| %s | %s | %zu | %zu |\n", rule->id.c_str(), rule->kind.c_str(), total[rule->id].documents, total[rule->id].matches);
  if (!clean) context.exit_code = kInput;
}

}  // namespace

void add_rules(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("rules", "List, check, test and explain extraction rules");
  command->require_subcommand(1);
  command->footer(
      "Examples:\n"
      "  entente rules list\n"
      "  entente rules test claim-say\n"
      "  entente rules explain claim-say 'The minister said that the talks had failed.'\n"
      "  entente rules --rules my-rules/ check\n"
      "  entente rules stats corpus/samples");
  command->add_option("--rules", options->rules, "Folder of rules instead of the installed one");
  const auto sub = [&](const char* name, const char* what, auto work) {
    auto* added = command->add_subcommand(name, what);
    added->callback([=, &context] { with_rules(*options, context, work); });
    return added;
  };
  sub("list", "Every rule with its kind, priority and place", list);
  sub("check", "Load everything and say whether it is sound", check);
  auto* tested = sub("test", "Run the examples of all rules, or of one", [=, &context](const auto& x) { test(x, options->rule, context); });
  tested->add_option("rule", options->rule, "Id of a rule");
  auto* explained = sub("explain", "Show why a rule matched a text or did not",
                        [=, &context](const auto& x) { explain(x, *options, context); });
  explained->add_option("rule", options->rule, "Id of a rule, or - for the analysis alone")->required();
  explained->add_option("text", options->text, "A sentence or two")->required();
  auto* counted = sub("stats", "Count per rule the documents and matches", [=, &context](const auto& x) { stats(x, *options, context); });
  options->input.add_to(*counted);
}

}  // namespace entente::cli
