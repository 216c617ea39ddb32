// Completion scripts for shells.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace entente::cli {

// For "bash", "zsh" or "fish": commands, their commands, options and the values that an option is limited to; files elsewhere.
std::string completion_script(const CLI::App& app, const std::string& shell);

}  // namespace entente::cli
