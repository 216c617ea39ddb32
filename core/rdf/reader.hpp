// Reading RDF files: Turtle, TriG, N-Triples and N-Quads over Serd, behind one private file.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/diagnostics.hpp"
#include "core/base/result.hpp"
#include "core/rdf/prefixes.hpp"
#include "core/rdf/term.hpp"

namespace entente::rdf {

enum class Syntax { Turtle, TriG, NTriples, NQuads };

// By file name (.ttl, .trig, .nt, .nq); nothing for other endings.
std::optional<Syntax> syntax_of(const std::filesystem::path& path);

// Gets each quad as it is read; the views live for the call. `line` is where the statement ends, from 1.
using QuadSink = std::function<void(const QuadView&, std::uint64_t line)>;

struct ReadOptions {
  std::string base;             // base IRI; empty: the file's own IRI (file://...)
  std::string source;           // named in diagnostics
  std::string blank_prefix;     // put before every blank node label, to keep files apart
  PrefixMap* prefixes = nullptr;  // gets the prefixes that the text declares
};

// Terms handed on are checked and normalised (see rdf::checked). A syntax error is added to `diagnostics`
// with its line and column; reading goes on at the next statement where the syntax allows that. True if no
// error was found.
bool read(std::string_view bytes, Syntax syntax, const ReadOptions& options, const QuadSink& sink,
          Diagnostics& diagnostics);
bool read_file(const std::filesystem::path& path, const ReadOptions& options, const QuadSink& sink,
               Diagnostics& diagnostics);

}  // namespace entente::rdf
