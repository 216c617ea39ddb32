// entente validate: anybody's data against anybody's shapes.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "core/base/file.hpp"
#include "core/rdf/load.hpp"
#include "core/rdf/reader.hpp"
#include "core/rdf/scanner.hpp"
#include "emit/write.hpp"
#include "shapes/engine/registry.hpp"
#include "shapes/load.hpp"
#include "shapes/report/explain.hpp"
#include "shapes/report/report_writer.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> data, shapes, explain;
  std::string format = "text";
  std::string output;
  std::size_t limit = 20;
  bool all = false, details = false, coverage = false, shapes_classes = false, draft = false;
};

// Files of folders in the order of their names; "-" and unknown files stay as they are, for the reader to judge.
std::vector<fs::path> files_of(const std::vector<std::string>& inputs) {
  std::vector<fs::path> out;
  for (const std::string& input : inputs) {
    std::error_code error;
    if (!fs::is_directory(input, error)) {
      out.emplace_back(input);
      continue;
    }
    std::vector<fs::path> inside;
    for (const auto& entry : fs::recursive_directory_iterator(input, error)) {
      if (entry.is_regular_file() && rdf::syntax_of(entry.path())) inside.push_back(entry.path());
    }
    std::sort(inside.begin(), inside.end());
    out.insert(out.end(), inside.begin(), inside.end());
  }
  return out;
}

std::string now_text() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

// "<iri>", "prefix:name", "_:label", a literal as N-Triples, or a bare IRI.
std::optional<rdf::Term> term_of(const std::string& text, const rdf::PrefixMap& prefixes) {
  if (text.empty()) return std::nullopt;
  if (text[0] == '<' || text[0] == '"' || text[0] == '_') {
    std::optional<rdf::Term> out;
    Diagnostics ignored;
    const auto take = [&](const rdf::QuadView& quad, std::uint64_t) { out = rdf::Term(quad.object); };
    rdf::scan("<urn:s> <urn:p> " + text + " .", rdf::Syntax::NTriples, {}, take, ignored);
    return out;
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto name_space = prefixes.find(text.substr(0, colon));
  return rdf::iri(name_space ? std::string(*name_space) + text.substr(colon + 1) : text);
}

class Validation {
 public:
  Validation(const Options& options, Context& context) : options_(options), context_(context) {}

  int run() {
    data_files_ = files_of(options_.data);
    rdf::LoadOptions load;
    load.threads = context_.threads;
    load.prefixes = &prefixes_;
    prefixes_ = emit::standard_prefixes();
    Diagnostics diagnostics;
    const bool read = rdf::load_files(data_files_, data_, load, diagnostics);
    const bool shapes_read = load_shapes(diagnostics);
    if (!read || !shapes_read) return give_up(diagnostics);
    for (const auto& [prefix, name_space] : shapes_.prefixes.all()) prefixes_.add(prefix, name_space);
    shapes::CompileOptions compile;
    compile.locate = shapes_.locate;
    compile.shapes_graph_name = shapes_.name;
    compile.draft_1_2 = options_.draft;
    compile.prefixes = prefixes_;
    const auto plan = shapes::compile(shapes_.graph, compile, diagnostics);
    if (!plan) return give_up(diagnostics);
    print(diagnostics);
    validate_.threads = context_.threads;
    validate_.details = options_.details;
    validate_.classes = options_.shapes_classes ? shapes::ClassSource::Both : shapes::ClassSource::Data;
    validate_.now = now_text();
    return options_.explain.empty() ? validate(*plan) : explain(*plan);
  }

 private:
  static int give_up(const Diagnostics& diagnostics) {
    print(diagnostics);
    return kInput;
  }

  // Those given, else those the data name, else the project's own.
  bool load_shapes(Diagnostics& diagnostics) {
    auto files = files_of(options_.shapes);
    if (files.empty()) files = shapes::shapes_graphs_of(data_);
    if (files.empty()) files = files_of({find_data(context_, "shapes").string()});
    return shapes::load_shapes(files, shapes_, diagnostics);
  }

  int explain(const shapes::Plan& plan) {
    const auto node = term_of(options_.explain[0], prefixes_);
    const auto shape = term_of(options_.explain[1], prefixes_);
    if (!node || !shape) {
      std::fprintf(stderr, "error[CL001]: --explain takes a node and a shape: IRIs, prefixed names, _:labels or literals\n");
      return kUsage;
    }
    const auto text = shapes::explain(plan, data_, *node, *shape, prefixes_, validate_);
    if (!text) {
      print(text.error());
      return kInput;
    }
    return put(*text) ? kFine : kOutput;
  }

  int validate(const shapes::Plan& plan) {
    shapes::Coverage coverage;
    const auto report = options_.coverage ? shapes::validate_with_coverage(plan, data_, validate_, coverage)
                                          : shapes::validate(plan, data_, validate_);
    if (!report) {
      print(report.error());
      return kInput;
    }
    if (!put(report_text(*report, plan))) return kOutput;
    if (options_.coverage) std::fputs(to_text(coverage, plan, prefixes_).c_str(), stderr);
    return report->conforms ? kFine : kNotConforming;
  }

  std::string report_text(const shapes::Report& report, const shapes::Plan& plan) const {
    if (options_.format == "turtle") {
      rdf::Dataset dataset = to_dataset(report);
      dataset.sort();
      return emit::to_string(dataset, *emit::find_format("turtle"), prefixes_);
    }
    shapes::WriteOptions write;
    write.prefixes = prefixes_;
    write.limit = options_.limit;
    write.data = &data_;
    write.places = places(report);
    if (options_.format == "json") return to_json(report, plan, write);
    return options_.format == "sarif" ? to_sarif(report, plan, write) : to_text(report, plan, write);
  }

  std::vector<Place> places(const shapes::Report& report) const {
    const auto told = shapes::told_results(report, options_.limit);
    std::vector<const shapes::ValidationResult*> results;
    for (const std::size_t i : told) results.push_back(&report.results[i]);
    const auto found = shapes::locate(results, data_files_);
    std::vector<Place> out(report.results.size());
    for (std::size_t i = 0; i < told.size(); ++i) out[told[i]] = found[i];
    return out;
  }

  bool put(const std::string& text) const {
    if (options_.output.empty()) {
      const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
      if (!written) std::fprintf(stderr, "error[IO003]: The report could not be written\n");
      return written;
    }
    const auto done = write_file(options_.output, text);
    if (!done) print(done.error());
    return done.ok();
  }

  const Options& options_;
  Context& context_;
  std::vector<fs::path> data_files_;
  rdf::Graph data_;
  rdf::PrefixMap prefixes_;  // the usual ones, and over them those of the data and the shapes
  shapes::ShapesFiles shapes_;
  shapes::ValidateOptions validate_;
};

}  // namespace

void add_validate(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("validate", "Check RDF data against SHACL shapes");
  command->footer(
      "Examples:\n  entente validate kb.nt --shapes shapes.ttl\n  entente validate out/ --format sarif -o report.sarif\n"
      "  entente validate kb.nt --shapes shapes.ttl --explain ex:alice ex:PersonShape\n"
      "Exit status: 0 conforms, 1 does not, 2 usage, 3 input (also shapes that are refused), 4 output.");
  command->add_option("DATA", options->data, "RDF files (.ttl, .trig, .nt, .nq) or folders, read as one graph")->required();
  command->add_option("--shapes", options->shapes, "Shapes files or folders (default: sh:shapesGraph of the data, then entente's own)");
  command->add_option("--format", options->format, "Form of the report")->check(CLI::IsMember({"text", "turtle", "json", "sarif"}))->capture_default_str();
  command->add_option("-o,--output", options->output, "Where the report goes (default: standard output)");
  command->add_option("--limit", options->limit, "Results told of each shape, 0 for all; turtle always has all")->capture_default_str();
  command->add_flag("--details", options->details, "Nested reasons of sh:node, sh:and, sh:or, sh:xone");
  command->add_option("--explain", options->explain, "NODE SHAPE: why the node conforms to the shape, or not")->expected(2);
  command->add_flag("--coverage", options->coverage, "Also tell, on standard error, what was never looked at");
  command->add_flag("--shapes-classes", options->shapes_classes, "Take rdfs:subClassOf from the shapes as well");
  command->add_flag("--shacl-1-2-draft-2026,--shacl-1-2", options->draft,
                    "Also what SHACL 1.2 adds that needs no RDF 1.2 (" + std::string(shapes::kDraft) + ")");
  command->callback([options, &context] { context.exit_code = Validation(*options, context).run(); });
}

}  // namespace entente::cli
