#include "emit/formats.hpp"
#include "emit/syntax/lines.hpp"

namespace entente::emit {

std::unique_ptr<Writer> make_nquads(ByteSink sink, const rdf::PrefixMap&) {
  return std::make_unique<LineWriter>(std::move(sink), true);
}

}  // namespace entente::emit
