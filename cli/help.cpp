#include "cli/help.hpp"

#include <set>
#include <sstream>

namespace entente::cli {
namespace {

std::vector<std::string> names_of(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const auto& name : option.get_snames()) names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) names.push_back("--" + name);
  return names;
}

}  // namespace

std::vector<Accepted> accepted_options(const CLI::App& command) {
  std::vector<Accepted> out;
  std::set<std::string> used;
  for (const auto* app = &command; app != nullptr; app = app->get_parent()) {
    for (const auto* option : app->get_options()) {
      Accepted accepted{option, {}, app != &command};
      for (auto& name : names_of(*option)) {
        if (used.insert(name).second) accepted.names.push_back(std::move(name));
      }
      if (!accepted.names.empty()) out.push_back(std::move(accepted));
    }
  }
  return out;
}

// What stands between a command's own options and its commands: the only place between them that CLI11 lets be changed.
std::string Help::make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const {
  std::stringstream out;
  for (const auto& [option, names, inherited] : accepted_options(*app)) {
    if (!inherited) continue;
    if (out.tellp() == 0) out << "\nInherited options:\n";
    CLI::detail::format_help(out, CLI::detail::join(names, ",") + make_option_opts(option), make_option_desc(option), column_width_);
  }
  return out.str() + CLI::Formatter::make_subcommands(app, mode);
}

}  // namespace entente::cli
