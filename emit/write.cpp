#include "emit/write.hpp"

#include "core/base/file.hpp"

namespace entente::emit {

Result<Done> write(const rdf::Dataset& dataset, const Format& format, const rdf::PrefixMap& prefixes, ByteSink sink) {
  const auto writer = format.make(std::move(sink), used_prefixes(dataset, prefixes));
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
