#include "cli/completion.hpp"

#include <CLI/CLI.hpp>
#include <vector>

#include "cli/help.hpp"

namespace entente::cli {
namespace {

struct Flag {
  std::vector<std::string> names;   // with their dashes
  std::string description;
  std::vector<std::string> values;  // if it is limited to some
  bool takes_value = false;
};

struct Level {
  std::string path;  // "" or "gazetteer check"
  std::vector<std::pair<std::string, std::string>> commands;
  std::vector<std::string> values;  // that a word without dashes is limited to
  std::vector<Flag> flags;
};

// "{a,b}" in the text that CLI11 prints for an option's type.
std::vector<std::string> values_of(const std::string& type) {
  std::vector<std::string> out;
  const auto begin = type.find('{');
  const auto end = type.find('}', begin);
  if (begin == std::string::npos || end == std::string::npos) return out;
  for (const auto& value : CLI::detail::split(type.substr(begin + 1, end - begin - 1), ',')) out.push_back(value);
  return out;
}

std::string first_line(std::string text) {
  for (char& c : text) {
    if (c == '\'' || c == '`' || c == '"' || c == '\\' || c == '$' || c == ':' || c == '[' || c == ']') c = c == ':' ? ',' : ' ';
  }
  return text.substr(0, text.find('\n'));
}

void collect(const CLI::App& app, const std::string& path, std::vector<Level>& out) {
  Level level{path, {}, {}, {}};
  for (const auto* option : app.get_options([](const CLI::Option* one) { return one->get_positional(); })) {
    for (const auto& value : values_of(option->get_type_name())) level.values.push_back(value);
  }
  for (const auto& [option, names, inherited] : accepted_options(app)) {
    const bool takes_value = option->get_expected_max() > 0 && option->get_type_size() > 0;
    level.flags.push_back({names, first_line(option->get_description()), values_of(option->get_type_name()), takes_value});
  }
  const auto below = app.get_subcommands([](const CLI::App*) { return true; });
  for (const auto* command : below) level.commands.emplace_back(command->get_name(), first_line(command->get_description()));
  out.push_back(std::move(level));
  for (const auto* command : below) collect(*command, path.empty() ? command->get_name() : path + " " + command->get_name(), out);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string words_of(const Level& level) {
  std::string out;
  for (const auto& value : level.values) out += value + " ";
  for (const auto& [name, description] : level.commands) out += name + " ";
  for (const auto& flag : level.flags) out += joined(flag.names) + " ";
  return out;
}

// The words that lead from a level to a command below it, as "place/word", and the place they lead to.
std::vector<std::pair<std::string, std::string>> steps_down(const std::vector<Level>& levels) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& level : levels) {
    for (const auto& [name, description] : level.commands) {
      out.emplace_back(level.path + "/" + name, level.path.empty() ? name : level.path + " " + name);
    }
  }
  return out;
}

// Arms of `case "$place/$word" in` that take these steps (zsh ties the name `path` to PATH).
std::string step_arms(const std::vector<Level>& levels) {
  std::string out;
  for (const auto& [from, to] : steps_down(levels)) out += "      '" + from + "') place='" + to + "' ;;\n";
  return out;
}

// Arms of `case "$place/$before" in` for options that are limited to some values: `start`, the values, `end`.
std::string value_arms(const std::vector<Level>& levels, const std::string& start, const std::string& end) {
  std::string out;
  for (const auto& level : levels) {
    for (const auto& flag : level.flags) {
      if (flag.values.empty()) continue;
      for (const auto& name : flag.names) out += "    '" + level.path + "/" + name + "') " + start + joined(flag.values) + end + " ;;\n";
    }
  }
  return out;
}

// The shell's function looks for the commands among the words before the one to be completed.
std::string bash(const std::vector<Level>& levels) {
  std::string out = "# Completion of entente for bash: entente completion bash\n_entente() {\n  local word place='' at\n  COMPREPLY=()\n";
  out += "  for ((at = 1; at < COMP_CWORD; ++at)); do\n    word=${COMP_WORDS[at]}\n    case \"$place/$word\" in\n" + step_arms(levels);
  out += "    esac\n  done\n  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=''\n  case \"$place/$before\" in\n";
  out += value_arms(levels, "words='", "'") + "    *) case \"$place\" in\n";
  for (const auto& level : levels) out += "      '" + level.path + "') words='" + words_of(level) + "' ;;\n";
  out += "    esac ;;\n  esac\n  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n}\ncomplete -o default -F _entente entente\n";
  return out;
}

std::string zsh(const std::vector<Level>& levels) {
  std::string out = "#compdef entente\n# Completion of entente for zsh: entente completion zsh\n_entente() {\n  local place='' at\n  local -a choices\n";
  out += "  for ((at = 2; at < CURRENT; ++at)); do\n    case \"$place/${words[at]}\" in\n" + step_arms(levels);
  out += "    esac\n  done\n  case \"$place/${words[CURRENT-1]}\" in\n" + value_arms(levels, "compadd -- ", "; return");
  out += "  esac\n  case \"$place\" in\n";
  for (const auto& level : levels) {
    out += "    '" + level.path + "') choices=(";
    for (const auto& value : level.values) out += " '" + value + "'";
    for (const auto& [name, description] : level.commands) out += " '" + name + ":" + description + "'";
    for (const auto& flag : level.flags) {
      for (const auto& name : flag.names) out += " '" + name + ":" + flag.description + "'";
    }
    out += " ) ;;\n";
  }
  out += "  esac\n  _describe 'entente' choices\n  _files\n}\n[ \"$funcstack[1]\" = _entente ] && _entente \"$@\" || compdef _entente entente\n";
  return out;
}

// fish asks for each line whether its condition holds: that the commands typed so far are the level's.
std::string fish(const std::vector<Level>& levels) {
  std::string out = "# Completion of entente for fish: entente completion fish\nfunction __entente_at\n  set -l place ''\n";
  out += "  for word in (commandline -opc)\n    switch \"$place/$word\"\n";
  for (const auto& [from, to] : steps_down(levels)) out += "      case '" + from + "'\n        set place '" + to + "'\n";
  out += "    end\n  end\n  test \"$place\" = \"$argv\"\nend\n";
  for (const auto& level : levels) {
    const std::string start = "complete -c entente -n '__entente_at " + level.path + "'";
    for (const auto& value : level.values) out += start + " -f -a " + value + "\n";
    for (const auto& [name, description] : level.commands) out += start + " -f -a " + name + " -d '" + description + "'\n";
    for (const auto& flag : level.flags) {
      out += start;
      for (const auto& name : flag.names) out += name[1] == '-' ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (flag.takes_value) out += flag.values.empty() ? " -r" : " -x -a '" + joined(flag.values) + "'";
      out += " -d '" + flag.description + "'\n";
    }
  }
  return out;
}

}  // namespace

std::string completion_script(const CLI::App& app, const std::string& shell) {
  std::vector<Level> levels;
  collect(app, "", levels);
  return shell == "bash" ? bash(levels) : shell == "zsh" ? zsh(levels) : fish(levels);
}

}  // namespace entente::cli
