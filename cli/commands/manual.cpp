// entente manual: the manual page, made from the commands themselves.
#include "cli/manual.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "cli/commands.hpp"

namespace entente::cli {

void add_manual(CLI::App& app, Context&) {
  auto* command = app.add_subcommand("manual", "Print the manual page");
  command->footer(
      "An installed entente brings it along: man entente. Example:\n"
      "  entente manual | man -l -");
  command->callback([&app] { std::fputs(manual_page(app).c_str(), stdout); });
}

}  // namespace entente::cli
