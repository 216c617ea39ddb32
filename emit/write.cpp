#include "emit/write.hpp"

#include "core/base/file.hpp"
#include "emit/check.hpp"
#include "emit/nesting.hpp"

namespace entente::emit {
namespace {

bool has_blank(const rdf::Dataset& dataset) {
  for (rdf::TermId id = 1; id <= dataset.term_count(); ++id) {
    if (dataset.term(id).is_blank()) return true;
  }
  return false;
}

// The first fault of a term that a quad uses.
std::optional<Diagnostic> find_fault(const rdf::Dataset& dataset) {
  std::vector<bool> checked(dataset.term_count() + std::size_t{1}, false);
  for (const auto& quad : dataset.quads()) {
    for (const rdf::TermId id : {quad.graph, quad.subject, quad.predicate, quad.object}) {
      if (checked[id]) continue;
      checked[id] = true;
      if (auto fault = rdf::find_fault(dataset.term(id))) return fault;
    }
  }
  return std::nullopt;
}

// Nested nodes are left out as subjects and written where they are used.
Result<Done> write_nested(const rdf::Dataset& dataset, const Format& format, const rdf::PrefixMap& prefixes, ByteSink sink) {
  const Nesting nesting(dataset, prefixes);
  const auto writer = format.make(std::move(sink), prefixes);
  writer->trust();
  if (nesting.any()) {
    writer->nest([&](const rdf::TermView& object, std::size_t indent, std::string& out) {
      return nesting.text(dataset.find(object), indent, out);
    });
  }
  Output checked([](std::string_view) { return true; });
  for (const auto& quad : dataset.quads()) {
    if (nesting.is_nested(quad.subject)) {
      accept(dataset.view(quad), format.graphs, true, checked);
    } else {
      writer->write(dataset.view(quad));
    }
  }
  if (auto fault = checked.finish(); !fault) return fault;
  return writer->finish();
}

}  // namespace

Result<Done> write(const rdf::Dataset& dataset, const Format& format, const rdf::PrefixMap& prefixes, ByteSink sink) {
  if (auto fault = find_fault(dataset)) return std::move(*fault);
  const bool turtle = format.syntax == rdf::Syntax::Turtle || format.syntax == rdf::Syntax::TriG;
  const auto used = turtle ? used_prefixes(dataset, prefixes) : rdf::PrefixMap();
  if (turtle && has_blank(dataset)) return write_nested(dataset, format, used, std::move(sink));
  const auto writer = format.make(std::move(sink), used);
  writer->trust();
  for (const auto& quad : dataset.quads()) writer->write(dataset.view(quad));
  return writer->finish();
}

std::string to_string(const rdf::Dataset& dataset, const Format& format, const rdf::PrefixMap& prefixes) {
  std::string out;
  const auto done = write(dataset, format, prefixes, to_string_sink(out));
  return done ? out : std::string();
}

Result<Done> write_file(const std::filesystem::path& path, const rdf::Dataset& dataset, const Format& format,
                        const rdf::PrefixMap& prefixes) {
  AtomicFile file(path);
  if (auto done = write(dataset, format, prefixes, to_file_sink(file)); !done && !file.failed()) return done;
  return file.commit();
}

}  // namespace entente::emit
