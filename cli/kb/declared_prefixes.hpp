// The prefixes that a knowledge base's own Turtle and TriG files declare at their head.
#pragma once

#include <string>
#include <vector>

#include "core/rdf/prefixes.hpp"

namespace entente::cli {

// `usual` with those of the files added; the files win. Only @prefix lines before the first statement count.
rdf::PrefixMap declared_prefixes(const std::vector<std::string>& paths, rdf::PrefixMap usual);

}  // namespace entente::cli
