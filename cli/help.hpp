// Help and the options that a command takes from what stands above it.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace entente::cli {

// An option that may stand after a command, with the names that mean it there.
struct Accepted {
  const CLI::Option* option = nullptr;
  std::vector<std::string> names;  // with their dashes; never empty
  bool inherited = false;          // of the program or of a command above (CLI11's fallthrough)
};

// The command's own options, then those of what is above it but for names that the command uses itself.
std::vector<Accepted> accepted_options(const CLI::App& command);

// CLI11's help, and after a command's own options those that it inherits.
class Help : public CLI::Formatter {
 public:
  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override;
};

}  // namespace entente::cli
