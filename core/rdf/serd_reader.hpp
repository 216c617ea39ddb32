// Private: the only place of core/rdf that drives Serd's parser.
#pragma once

#include "core/rdf/reader.hpp"

namespace entente::rdf {

bool read_with_serd(std::string_view bytes, Syntax syntax, const ReadOptions& options, const QuadSink& sink,
                    Diagnostics& diagnostics);

}  // namespace entente::rdf
