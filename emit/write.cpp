#include "emit/write.hpp"

#include <algorithm>

#include "core/base/file.hpp"
#include "emit/nesting.hpp"
#include "emit/renderer.hpp"

namespace entente::emit {
namespace {

bool has_blank(const rdf::Dataset& dataset, const std::vector<rdf::TermId>& used) {
  return std::any_of(used.begin(), used.end(), [&](rdf::TermId id) { return dataset.term(id).is_blank(); });
}

}  // namespace

std::string head_of(const Format& format, const rdf::PrefixMap& prefixes) {
  std::string head;
  format.make(prefixes)->head(head);
  return head;
}

Result<Done> write(const rdf::Dataset& dataset, const Format& format, const rdf::PrefixMap& prefixes, ByteSink sink) {
  const auto layout = format.make(prefixes);
  const auto used = layout->nests() ? used_prefixes(dataset, prefixes) : rdf::PrefixMap();
  std::optional<Nesting> nesting;
  if (layout->nests() && has_blank(dataset, dataset.used_terms())) nesting.emplace(dataset, used);
  Output output(std::move(sink));
  Renderer(dataset.terms(), format, used).file(dataset.quads(), nesting ? &*nesting : nullptr, output);
  return output.finish();
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
