#include "emit/formats.hpp"
#include "emit/syntax/lines.hpp"

namespace entente::emit {

std::unique_ptr<Writer> make_ntriples(ByteSink sink, const rdf::PrefixMap&) {
  return std::make_unique<LineWriter>(std::move(sink), false);
}

}  // namespace entente::emit
