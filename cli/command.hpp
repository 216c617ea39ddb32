// What a command is: a function that adds itself to the CLI11 app.
#pragma once

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace entente::cli {

// Exit status of the program (docs/diagnostics.md).
enum Exit : int { kFine = 0, kNotConforming = 1, kUsage = 2, kInput = 3, kOutput = 4, kInternal = 5 };

struct Context {
  std::string data_dir;  // --data-dir, empty: searched for
  unsigned threads = 0;  // -j
  bool quiet = false;
  int exit_code = kFine; // what the chosen command leaves
};

// Each command file defines one of these and adds a line to commands.cpp.
using AddCommand = void (*)(CLI::App& app, Context& context);

// Folder that holds ontology/, shapes/, extract/rules ... : --data-dir, ENTENTE_DATA, beside the program
// (../share/entente), the source tree if the program lies in it, the installed place, the source tree, in that order.
// Empty if none has `relative`.
std::filesystem::path find_data(const Context& context, const std::string& relative);

}  // namespace entente::cli
