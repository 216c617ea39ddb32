// entente query: SPARQL over a knowledge base, with no server.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <iterator>
#include <memory>

#include "cli/commands.hpp"
#include "cli/kb/declared_prefixes.hpp"
#include "cli/kb/kb.hpp"
#include "cli/kb/named_graphs.hpp"
#include "cli/terminal.hpp"
#include "core/base/file.hpp"
#include "core/rdf/vocabulary.hpp"
#include "emit/write.hpp"
#include "query/results.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::vector<std::string> paths;
  std::string text;
  std::string file;
  std::string format;
  query::Limits limits;
};

std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

bool is_query_file(const std::string& path) { return path.ends_with(".rq") || path.ends_with(".sparql"); }

int fail(const Diagnostic& diagnostic, int exit_code) {
  print(diagnostic);
  return exit_code;
}

// The query's text; the last path may be its file.
Result<std::string> query_text(Options& options) {
  if (!options.text.empty()) return options.text;
  if (options.file.empty() && options.paths.size() > 1 && is_query_file(options.paths.back())) {
    options.file = options.paths.back();
    options.paths.pop_back();
  }
  if (options.file.empty()) {
    return Diagnostic{Severity::Error, Code::Usage, {}, "No query; give one with -q, a file with -f (\"-\" for standard input), or a .rq file"};
  }
  if (options.file == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  return read_file(options.file);
}

// Of the query: those of the data, and the empty one for the project's ontology.
rdf::PrefixMap query_prefixes(const rdf::PrefixMap& data) {
  rdf::PrefixMap prefixes = data;
  if (!prefixes.find("")) prefixes.add("", vocab::ent::kNamespace);
  return prefixes;
}

int write_triples(const query::Answer& answer, const std::string& format_name, const rdf::PrefixMap& prefixes) {
  const auto* format = emit::find_format(format_name.empty() || format_name == "table" ? "turtle" : format_name);
  if (format == nullptr) {
    return fail({Severity::Error, Code::Usage, {}, "CONSTRUCT writes turtle, trig, ntriples or nquads"}, kUsage);
  }
  rdf::Dataset data;
  for (const auto& triple : answer.triples) data.add(triple.view());
  data.sort();
  const auto done = emit::write(data, *format, prefixes, [](std::string_view bytes) {
    return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
  });
  return done ? kFine : fail(done.error(), kOutput);
}

int write_answer(const query::Answer& answer, const std::string& format_name, const rdf::PrefixMap& prefixes) {
  if (answer.form == query::Form::Construct) return write_triples(answer, format_name, prefixes);
  const auto* format = query::find_result_format(format_name.empty() ? "table" : format_name);
  if (format == nullptr) return fail({Severity::Error, Code::Usage, {}, "Formats are table, json, csv, tsv, xml"}, kUsage);
  const auto text = format->write(answer, prefixes);
  const bool fine = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  return fine ? kFine : fail({Severity::Error, Code::IoWrite, {}, "Standard output took no more bytes"}, kOutput);
}

int run(Options options, const Context& context) {
  const auto text = query_text(options);
  if (!text) return fail(text.error(), text.error().code == Code::Usage ? kUsage : kInput);
  query::ParseOptions parse_options;
  parse_options.source = options.file.empty() ? "query" : options.file == "-" ? "standard input" : options.file;
  const auto prefixes = declared_prefixes(options.paths, emit::standard_prefixes());
  const auto parsed = query::parse(*text, query_prefixes(prefixes), parse_options);
  if (!parsed) return fail(parsed.error(), kUsage);
  auto graph = load_kb(options.paths, context.threads);
  if (!graph) return fail(graph.error(), kInput);
  query::Source source;
  source.graph = std::move(*graph);
  if (parsed->names_graphs()) source.named = load_named_graphs(options.paths, source.graph);
  options.limits.now = now();
  const auto answer = query::evaluate(*parsed, source, {}, options.limits);
  if (!answer) return fail(answer.error(), kInput);
  return write_answer(*answer, options.format, prefixes);
}

}  // namespace

void add_query(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("query", "Ask a knowledge base in SPARQL");
  command->footer(
      "The usual prefixes and those of the data are declared; the empty one is the project's ontology.\nExamples:\n"
      "  entente query out/ -q 'SELECT ?actor (COUNT(*) AS ?n) { ?e sem:hasActor ?actor } GROUP BY ?actor ORDER BY DESC(?n) LIMIT 10'\n"
      "  entente query out/ claims.rq --format csv");
  command->add_option("KB", options->paths, "Folders that build wrote, or RDF files; a .rq file last is the query")->required();
  command->add_option("-q,--query", options->text, "The query");
  command->add_option("-f,--file", options->file, "File with the query, \"-\" for standard input");
  command->add_option("--format", options->format, "table, json, csv, tsv, xml; for CONSTRUCT turtle, ntriples ...");
  command->add_option("--max-steps", options->limits.steps, "Give up after so many triples and rows looked at")->capture_default_str();
  command->add_option("--max-rows", options->limits.rows, "Give up when so many rows are held")->capture_default_str();
  command->add_option("--seed", options->limits.seed, "Of RAND() and UUID()")->capture_default_str();
  command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace entente::cli
