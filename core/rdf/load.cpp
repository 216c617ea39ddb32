// Reads blocks, cuts them after their last line feed, and has threads scan the pieces while one at a time adds
// finished pieces, in file order, to the dictionary.
#include "core/rdf/load.hpp"

#include <cstring>

#include "core/base/parallel.hpp"
#include "core/rdf/line_blocks.hpp"
#include "core/rdf/reader.hpp"
#include "core/rdf/scanner.hpp"

namespace entente::rdf {
namespace {

constexpr std::uint64_t kMaxFaults = 1000;  // told of one file

bool load_lines(const std::filesystem::path& path, Syntax syntax, GraphBuilder& builder, const LoadOptions& options,
                Diagnostics& diagnostics) {
  auto opened = LineBlocks::open(path);
  if (!opened) {
    diagnostics.add(opened.error());
    return false;
  }
  LineBlocks blocks = std::move(*opened);
  std::uint64_t lines = 0;
  std::uint64_t faults = 0;
  ordered_parallel(
      thread_count(options.threads), [&] { return blocks.next(); },
      [&](std::string block) { return ScannedChunk(std::move(block), syntax, options.blank_prefix); },
      [&](ScannedChunk chunk) {
        for (const auto& fault : chunk.faults()) {
          if (++faults <= kMaxFaults) {
            diagnostics.error(Code::RdfSyntax, {path.string(), lines + fault.line, fault.column, {}}, fault.message);
          }
        }
        faults += chunk.fault_count() - chunk.faults().size();
        lines += chunk.lines();
        chunk.add_to(builder);
      });
  if (faults > kMaxFaults) {
    diagnostics.note(Code::RdfSyntax, {path.string(), 0, 0, {}}, std::to_string(faults - kMaxFaults) + " more faults are not listed");
  }
  if (blocks.error() != 0) {
    diagnostics.error(Code::IoRead, {path.string(), 0, 0, {}}, std::string("Could not read the file: ") + std::strerror(blocks.error()));
  }
  return faults == 0 && blocks.error() == 0;
}

}  // namespace

bool load_file(const std::filesystem::path& path, GraphBuilder& builder, const LoadOptions& options, Diagnostics& diagnostics) {
  const auto syntax = syntax_of(path);
  std::error_code status;
  if ((syntax == Syntax::NTriples || syntax == Syntax::NQuads) && !std::filesystem::is_directory(path, status)) {
    return load_lines(path, *syntax, builder, options, diagnostics);
  }
  ReadOptions read_options;
  read_options.base = options.base;
  read_options.blank_prefix = options.blank_prefix;
  read_options.prefixes = options.prefixes;
  const auto add = [&](const QuadView& quad, std::uint64_t) { builder.add(quad.subject, quad.predicate, quad.object); };
  return read_file(path, read_options, add, diagnostics);
}

bool load_files(const std::vector<std::filesystem::path>& paths, Graph& graph, const LoadOptions& options,
                Diagnostics& diagnostics) {
  GraphBuilder builder;
  bool good = true;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    LoadOptions own = options;
    if (i > 0) own.blank_prefix.append("f").append(std::to_string(i + 1)).append(".");
    good = load_file(paths[i], builder, own, diagnostics) && good;
  }
  graph = builder.build(options.threads);
  return good;
}

}  // namespace entente::rdf
