// The table of commands: one file in cli/commands/, one line here.
#pragma once

#include "cli/command.hpp"

namespace entente::cli {

// ENTENTE_COMMAND(function) in the order of --help.
#define ENTENTE_COMMANDS(X) \
  X(add_build) \
  X(add_extract) \
  X(add_explain) \
  X(add_query) \
  X(add_stats) \
  X(add_validate) \
  X(add_parse) \
  X(add_rules) \
  X(add_gazetteer) \
  X(add_completion) \
  X(add_manual)

#define ENTENTE_DECLARE(name) void name(CLI::App& app, Context& context);
ENTENTE_COMMANDS(ENTENTE_DECLARE)
#undef ENTENTE_DECLARE

}  // namespace entente::cli
