// Reading documents for a command: the shared options, and work on many documents in order.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "core/base/diagnostics.hpp"
#include "core/base/parallel.hpp"
#include "corpus/document.hpp"
#include "corpus/readers/source.hpp"

namespace entente::cli {

struct InputOptions {
  std::vector<std::string> inputs;
  std::string format;
  std::uint64_t max_bytes = 0;  // 0: the readers' default

  void add_to(CLI::App& command);
  corpus::ReadOptions read_options() const;
};

// What became of one input.
template <typename T>
struct Outcome {
  std::optional<T> value;
  Diagnostics diagnostics;
};

// Reads each document and calls `work(const Document&, Diagnostics&) -> T` on context.threads threads, then
// `done(T)` in input order on one thread at a time. Faults are printed in input order; true if there was no
// error.
template <typename Work, typename DoneFn>
bool for_documents(const InputOptions& options, const Context& context, Work work, DoneFn done) {
  using T = decltype(work(std::declval<const corpus::Document&>(), std::declval<Diagnostics&>()));
  corpus::InputSource source(options.inputs, options.read_options());
  struct Item {
    std::optional<corpus::RawDocument> raw;
    Diagnostics diagnostics;
  };
  bool clean = true;
  bool ended = false;
  Progress progress("documents", context.quiet);
  ordered_parallel(
      thread_count(context.threads),
      [&]() -> std::optional<Item> {
        if (ended) return std::nullopt;
        Item item;
        item.raw = source.next(item.diagnostics);
        ended = !item.raw;
        if (ended && item.diagnostics.empty()) return std::nullopt;
        return item;
      },
      [&](Item item) {
        Outcome<T> outcome;
        outcome.diagnostics = std::move(item.diagnostics);
        if (!item.raw) return outcome;
        auto document = corpus::read(std::move(*item.raw), source.options(), outcome.diagnostics);
        if (document.ok()) {
          outcome.value.emplace(work(*document, outcome.diagnostics));
        } else {
          outcome.diagnostics.add(document.error());
        }
        return outcome;
      },
      [&](Outcome<T> outcome) {
        clean = clean && !outcome.diagnostics.has_errors();
        if (!outcome.diagnostics.empty()) progress.clear();
        print(outcome.diagnostics);
        progress.step();
        if (outcome.value) done(std::move(*outcome.value));
      });
  return clean;
}

}  // namespace entente::cli
