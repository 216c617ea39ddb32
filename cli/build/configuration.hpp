// What makes a run this run: the version of the program and the hash of all data files it reads.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace entente::cli {

std::string version();
// Hash over names and bytes of the rules, lexicons, register and mapping that `build` reads.
std::string configuration_hash(const Context& context);

}  // namespace entente::cli
