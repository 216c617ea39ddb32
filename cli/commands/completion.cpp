// entente completion: what a shell needs to complete commands and options, made from the commands themselves.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/completion.hpp"

namespace entente::cli {

void add_completion(CLI::App& app, Context& context) {
  auto shell = std::make_shared<std::string>();
  auto* command = app.add_subcommand("completion", "Print a script that makes a shell complete this program's commands");
  command->footer(
      "An installed entente brings them along. Examples:\n"
      "  source <(entente completion bash)\n"
      "  entente completion fish > ~/.config/fish/completions/entente.fish");
  command->add_option("SHELL", *shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->callback([&app, shell, &context] {
    (void)context;
    std::fputs(completion_script(app, *shell).c_str(), stdout);
  });
}

}  // namespace entente::cli
