// entente explain: where something in a knowledge base comes from.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/kb/declared_prefixes.hpp"
#include "cli/kb/finding.hpp"
#include "cli/terminal.hpp"
#include "core/rdf/vocabulary.hpp"
#include "emit/write.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::string kb;
  std::string what;
  std::size_t limit = 10;
};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

// Subjects whose literal of `property` equals (or contains) the text, case aside.
std::vector<rdf::TermId> search(const KbView& kb, std::string_view property, const std::string& text, bool exact) {
  std::vector<rdf::TermId> out;
  const auto predicate = kb.id(property);
  if (predicate == rdf::kNoTerm) return out;
  const std::string wanted = lower(text);
  for (const auto& triple : kb.graph().with_predicate(predicate)) {
    const std::string value = lower(kb.value(triple.object));
    if (exact ? value == wanted : value.find(wanted) != std::string::npos) out.push_back(triple.subject);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void print_list(const KbView& kb, const char* title, std::vector<rdf::TermId> nodes, std::size_t limit) {
  if (nodes.empty()) return;
  std::printf("  %s (%zu)\n", title, nodes.size());
  for (std::size_t i = 0; i < nodes.size() && i < limit; ++i) {
    std::printf("    %s\n      %s\n", headline(kb, nodes[i]).c_str(), styled(kb.value(nodes[i]), "2", colour_on_stdout()).c_str());
  }
  if (nodes.size() > limit) std::printf("    ... and %zu more (--limit)\n", nodes.size() - limit);
}

void print_forms(const KbView& kb, rdf::TermId entity) {
  std::map<std::string, std::size_t> forms;
  for (const auto mention : kb.subjects(vocab::gaf::denotes, entity)) {
    ++forms[std::string(kb.text(mention, ns("surfaceForm"))) + " (" + kb.label(kb.one(mention, ns("mentionForm"))) + ")"];
  }
  std::vector<std::pair<std::size_t, std::string>> rows;
  rows.reserve(forms.size());
  for (const auto& [form, count] : forms) rows.emplace_back(count, form);
  std::sort(rows.rbegin(), rows.rend());
  if (!rows.empty()) std::printf("  mentioned as\n");
  for (std::size_t i = 0; i < rows.size() && i < 8; ++i) std::printf("    %6zu  %s\n", rows[i].first, rows[i].second.c_str());
}

void explain_entity(const KbView& kb, rdf::TermId entity, std::size_t limit) {
  const bool colour = colour_on_stdout();
  std::string types;
  for (const auto type : kb.all(entity, vocab::rdf::type)) types += (types.empty() ? "" : ", ") + kb.label(type);
  std::printf("%s  %s\n  %s\n", styled(kb.label(entity), "1;32", colour).c_str(), types.c_str(), std::string(kb.value(entity)).c_str());
  print_forms(kb, entity);
  print_list(kb, "claims by it", kb.subjects(ns("claimant"), entity), limit);
  print_list(kb, "claims about it", kb.subjects(vocab::schema::about, entity), limit);
  print_list(kb, "statements on it", kb.subjects(vocab::rdf::subject, entity), limit);
  print_list(kb, "statements with it", kb.subjects(vocab::rdf::object, entity), limit);
  print_list(kb, "events with it", kb.subjects(vocab::sem::hasActor, entity), limit);
}

void explain(const KbView& kb, rdf::TermId node, std::size_t limit) {
  if (finding_kind(kb, node).empty()) {
    explain_entity(kb, node, limit);
  } else {
    std::printf("%s\n", describe_finding(kb, node, colour_on_stdout()).c_str());
  }
}

// The IRI that "<iri>" or "prefix:local" stands for, as `query` prints them; other words as they are.
std::string full_iri(const Options& options) {
  const std::string& what = options.what;
  if (what.size() > 2 && what.front() == '<' && what.back() == '>') return what.substr(1, what.size() - 2);
  const auto colon = what.find(':');
  if (colon == std::string::npos || what.find(' ') != std::string::npos) return what;
  const auto prefixes = declared_prefixes({options.kb}, emit::standard_prefixes());
  const auto name_space = prefixes.find(std::string_view(what).substr(0, colon));
  return name_space ? std::string(*name_space) + what.substr(colon + 1) : what;
}

std::vector<rdf::TermId> resolve(const KbView& kb, const Options& options) {
  if (const auto node = kb.id(full_iri(options)); node != rdf::kNoTerm) return {node};
  const std::string& what = options.what;
  for (const auto property : {vocab::skos::prefLabel, vocab::skos::altLabel}) {
    auto found = search(kb, property, what, true);
    found.erase(std::remove_if(found.begin(), found.end(), [&](rdf::TermId id) {
      return kb.subjects(vocab::gaf::denotes, id).empty(); }), found.end());
    if (!found.empty()) return found;
  }
  std::vector<rdf::TermId> out;
  for (const auto mention : search(kb, ns("surfaceForm"), what, true)) out.push_back(kb.one(mention, vocab::gaf::denotes));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out.empty() ? search(kb, vocab::schema::text, what, false) : out;
}

void run(const Options& options, Context& context) {
  auto graph = load_kb({options.kb}, context.threads);
  if (!graph.ok()) {
    print(graph.error());
    context.exit_code = kInput;
    return;
  }
  const KbView kb(*graph);
  const auto found = resolve(kb, options);
  if (found.empty()) {
    std::fprintf(stderr, "Nothing in %s is called \"%s\"; try a part of a claim's words or an IRI\n", options.kb.c_str(), options.what.c_str());
    context.exit_code = kNotConforming;
    return;
  }
  for (std::size_t i = 0; i < found.size() && i < options.limit; ++i) explain(kb, found[i], options.limit);
}

}  // namespace

void add_explain(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("explain", "Show where something in a knowledge base comes from");
  command->footer(
      "Examples:\n"
      "  entente explain out/ Beijing\n"
      "  entente explain out/ https://w3id.org/entente/kb/id/claim/0f3c5a...\n"
      "  entente explain out/ state:armenia\n"
      "  entente explain out/ \"has influence over\"");
  command->add_option("KB", options->kb, "Folder that build wrote, or an RDF file")->required();
  command->add_option("WHAT", options->what, "An IRI (whole, or with the prefix that query prints), a name, or words of a claim")->required();
  command->add_option("--limit", options->limit, "Rows of each list")->capture_default_str();
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace entente::cli
