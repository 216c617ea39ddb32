// entente parse: tags, lemmas, features and trees of documents, or of text that is already cut.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/parse/parse.hpp"
#include "core/base/parallel.hpp"
#include "corpus/readers/lines.hpp"
#include "corpus/readers/source.hpp"

namespace entente::cli {
namespace {

constexpr std::uint64_t kLongestLine = UINT64_C(16) << 20;
constexpr std::uint64_t kLongestDocument = UINT32_MAX - 1;  // bytes; offsets have 32 bits
constexpr std::size_t kBatchWords = 4096;  // words that one thread takes at a time, and the rest of their document
constexpr std::size_t kMostWords = 262144;  // longer documents are cut
constexpr std::size_t kShortText = 262144;  // bytes of documents whose output is made by the thread that parses them
constexpr unsigned kDocumentThreads = 4;  // that work on one long document
const char* const kModel = "extract/language/models/english.model";
const char* const kNames = "extract/language/models/entities.model";

struct Options {
  std::string format = "conllu";
  std::string tokenized;
  std::string input_format;
  std::string model;
  std::vector<std::string> inputs;
};

// The worst status so far, the messages, and whether standard output still takes bytes.
struct Run {
  Context& context;
  Exit status = kFine;
  bool broken = false;

  void report(const Diagnostic& diagnostic) {
    std::fprintf(stderr, "%s\n", to_string(diagnostic).c_str());
    if (diagnostic.severity == Severity::Error && status == kFine) status = kInput;
  }
  void print(const std::string& text) {
    if (broken || std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return;
    broken = true;
  }
  void finish() {
    if (std::fflush(stdout) != 0) broken = true;
    if (broken) report({Severity::Error, Code::IoWrite, {"<standard output>", 0, 0, {}}, "Could not write standard output"});
    context.exit_code = broken ? kOutput : status;
  }
};

// What is printed of a document: its text, or a long one itself, whose text is made piece by piece.
struct Printable {
  std::string text;
  std::unique_ptr<ParsedDocument> parsed;
  Diagnostics diagnostics;
};

struct Batch {
  std::vector<language::ConlluSentence> sentences;
  std::optional<Diagnostic> error;
};

// Cuts the input before a document once kBatchWords are reached; the last batch carries the error, if there was one.
class Batches {
 public:
  explicit Batches(language::ConlluReader reader) : reader_(std::move(reader)) {}
  std::optional<Batch> next() {
    if (over_) return std::nullopt;
    Batch batch;
    std::size_t words = 0;
    while (words < kMostWords) {
      if (!waiting_) read(batch);
      if (over_) break;
      if (words >= kBatchWords && begins_document(*waiting_)) break;
      words += waiting_->words.size();
      batch.sentences.push_back(*std::exchange(waiting_, std::nullopt));
    }
    return batch;
  }

 private:
  void read(Batch& batch) {
    auto sentence = reader_.next();
    over_ = !sentence || !*sentence;
    if (!sentence) batch.error = sentence.error();
    if (!over_) waiting_ = std::move(**sentence);
  }

  language::ConlluReader reader_;
  std::optional<language::ConlluSentence> waiting_;
  bool over_ = false;
};

void parse_tokenized(const language::Model& model, const language::EntityTagger& names, const Options& options, ParseFormat format, Run& run) {
  auto lines = corpus::LineReader::open(options.tokenized, kLongestLine);
  if (!lines) return run.report(lines.error());
  corpus::LineState last = corpus::LineState::End;
  Batches batches(language::ConlluReader(
      [&](std::string& line) { return (last = lines->next(line)) == corpus::LineState::Line; }, options.tokenized));
  ordered_parallel(
      thread_count(run.context.threads), [&] { return batches.next(); },
      [&](Batch batch) {
        annotate(model, names, batch.sentences);
        std::string out;
        for (const auto& s : batch.sentences) {
          if (format == ParseFormat::Conllu) language::write_conllu(s, out);
          if (format == ParseFormat::JsonLines) out += sentence_json(s);
        }
        return std::pair(std::move(out), std::move(batch.error));
      },
      [&](const std::pair<std::string, std::optional<Diagnostic>>& done) {
        run.print(done.first);
        if (done.second) run.report(*done.second);
      });
  const Place place{options.tokenized, lines->number(), 0, {}};
  if (last == corpus::LineState::TooLong) run.report({Severity::Error, Code::ConlluSyntax, place, "A line is longer than 16 MiB"});
  if (last == corpus::LineState::Failed) run.report({Severity::Error, Code::IoRead, place, "Could not read the file to its end"});
}

void parse_documents(const language::Model& model, const language::EntityTagger& names, const Options& options, ParseFormat format, Run& run) {
  corpus::ReadOptions reading;
  reading.format = options.input_format;
  reading.bare = true;
  reading.limits.document_bytes = kLongestDocument;
  corpus::InputSource source(options.inputs, reading);
  const unsigned threads = thread_count(run.context.threads);
  ParsePieces pieces;
  pieces.threads = std::min(threads, kDocumentThreads);
  Diagnostics odd_inputs;  // of next(), which one thread calls at a time
  ordered_parallel(
      threads, [&] { return source.next(odd_inputs); },
      [&](corpus::RawDocument raw) {
        Printable out;
        auto document = corpus::read(std::move(raw), reading, out.diagnostics);
        if (!document) {
          out.diagnostics.add(document.error());
          return out;
        }
        auto parsed = std::make_unique<ParsedDocument>(model, names, *std::move(document), pieces);
        if (parsed->document().text.size() > kShortText) {
          out.parsed = std::move(parsed);
        } else {
          parsed->print(format, [&](const std::string& piece) { out.text += piece; });
        }
        return out;
      },
      [&](const Printable& done) {
        for (const auto& d : done.diagnostics.items()) run.report(d);
        run.print(done.text);
        if (done.parsed) done.parsed->print(format, [&](const std::string& piece) { run.print(piece); });
      });
  for (const auto& d : odd_inputs.items()) run.report(d);
}

void parse(const Options& options, Context& context) {
  Run run{context};
  const auto path = options.model.empty() ? demand_data(context, kModel) : std::filesystem::path(options.model);
  const auto beside = demand_data(context, kNames);
  if (path.empty() || beside.empty()) return;
  auto model = language::Model::load(path);
  if (!model) {
    run.report(model.error());
    return run.finish();
  }
  auto names = language::EntityTagger::load(beside);
  if (!names) {
    run.report(names.error());
    return run.finish();
  }
  const auto format = options.format == "conllu" ? ParseFormat::Conllu : ParseFormat::JsonLines;
  if (!options.tokenized.empty()) parse_tokenized(*model, *names, options, format, run);
  if (!options.inputs.empty()) parse_documents(*model, *names, options, format, run);
  run.finish();
}

}  // namespace

void add_parse(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("parse", "Print sentences, words, tags, lemmas and dependency trees");
  command->footer(
      "Examples:\n"
      "  entente parse corpus/samples/nordic-defence.txt | head -40\n"
      "  entente parse --format jsonl article.html\n"
      "  entente parse --tokenized treebank.conllu > parsed.conllu");
  command->add_option("--format", options->format, "conllu or jsonl")->check(CLI::IsMember({"conllu", "jsonl"}));
  command->add_option("--tokenized", options->tokenized, "CoNLL-U file whose words are kept as they are; - for standard input");
  command->add_option("--input-format", options->input_format, "Format of the inputs instead of their endings'");
  command->add_option("--model", options->model, "Model file instead of the shipped one");
  command->add_option("inputs", options->inputs, "Files, folders, or - for standard input");
  command->callback([options, &context] {
    if (options->inputs.empty() && options->tokenized.empty()) throw CLI::RequiredError("An input or --tokenized");
    parse(*options, context);
  });
}

}  // namespace entente::cli
