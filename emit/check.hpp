// The checking layer before every writer.
#pragma once

#include "core/rdf/term.hpp"
#include "emit/output.hpp"

namespace entente::emit {

// True if the quad may be written; otherwise the first fault is latched in `output`.
// `trusted`: only the places of terms are checked, not the terms.
bool accept(const rdf::QuadView& quad, bool graphs, bool trusted, Output& output);

}  // namespace entente::emit
