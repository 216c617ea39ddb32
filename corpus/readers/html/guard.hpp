// Keeps pages that would make an HTML parser slow away from it.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/diagnostics.hpp"
#include "corpus/readers/reader.hpp"

namespace entente::corpus {

// A parser of the HTML standard looks through its open elements at almost every tag, and through the attributes of a
// tag at each of them; both are bounded here before it starts. The place of the diagnostic has line and column. The
// depth is estimated upwards: end tags count only where the standard surely closes something.
std::optional<Diagnostic> why_not_parsed(std::string_view html, const ReadLimits& limits, const Place& place);

}  // namespace entente::corpus
