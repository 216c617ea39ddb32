// The checking layer before every writer.
#pragma once

#include "core/rdf/term.hpp"
#include "emit/output.hpp"

namespace entente::emit {

// True if the quad may be written; otherwise the first fault is latched in `output`.
bool accept(const rdf::QuadView& quad, bool graphs, Output& output);

}  // namespace entente::emit
