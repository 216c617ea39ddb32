// The end of a build, for people.
#pragma once

#include <string>

#include "cli/build/assembly.hpp"

namespace entente::cli {

// On standard output: what was found, where it lies, what to try next.
void print_summary(const BuildTotals& totals, const std::string& output, double seconds);

}  // namespace entente::cli
