#include "core/rdf/reader.hpp"

#include <algorithm>

#include "core/base/file.hpp"
#include "core/rdf/iri.hpp"
#include "core/rdf/scanner.hpp"
#include "core/rdf/serd_reader.hpp"

namespace entente::rdf {

std::optional<Syntax> syntax_of(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (ending == ".ttl") return Syntax::Turtle;
  if (ending == ".trig") return Syntax::TriG;
  if (ending == ".nt") return Syntax::NTriples;
  if (ending == ".nq") return Syntax::NQuads;
  return std::nullopt;
}

bool read(std::string_view bytes, Syntax syntax, const ReadOptions& options, const QuadSink& sink,
          Diagnostics& diagnostics) {
  const bool lines = syntax == Syntax::NTriples || syntax == Syntax::NQuads;
  return (lines ? scan : read_with_serd)(bytes, syntax, options, sink, diagnostics);
}

bool read_file(const std::filesystem::path& path, const ReadOptions& options, const QuadSink& sink,
               Diagnostics& diagnostics) {
  ReadOptions own = options;
  if (own.source.empty()) own.source = path.string();
  if (own.base.empty()) own.base = file_iri(path);
  const auto syntax = syntax_of(path);
  if (!syntax) {
    diagnostics.error(Code::RdfUnknownSyntax, {own.source, 0, 0, {}}, "Endings known: .ttl, .trig, .nt, .nq");
    return false;
  }
  const auto file = MappedFile::open(path);
  if (!file) {
    diagnostics.add(file.error());
    return false;
  }
  return read(file->bytes(), *syntax, own, sink, diagnostics);
}

}  // namespace entente::rdf
