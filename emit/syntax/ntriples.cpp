#include "emit/formats.hpp"
#include "emit/syntax/lines.hpp"

namespace entente::emit {

std::unique_ptr<Layout> make_ntriples(const rdf::PrefixMap&) { return std::make_unique<LineLayout>(); }

}  // namespace entente::emit
