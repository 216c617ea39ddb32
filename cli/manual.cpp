#include "cli/manual.hpp"

#include <CLI/CLI.hpp>

#include "cli/help.hpp"

namespace entente::cli {
namespace {

// Text as roff takes it: no escapes, no hyphens that break, no line that begins like a request.
std::string roff(const std::string& text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    line_start = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(const std::string& text) { return "\\fB" + roff(text) + "\\fR"; }

std::string entry(const std::string& term, const std::string& description) { return ".TP\n" + term + "\n" + roff(description) + "\n"; }

std::string own_options(const CLI::App& command) {
  std::string out;
  for (const auto* option : command.get_options([](const CLI::Option* one) { return one->get_positional(); })) {
    out += entry("\\fI" + roff(option->get_name(true)) + "\\fR", option->get_description());
  }
  for (const auto& [option, names, inherited] : accepted_options(command)) {
    if (inherited || (command.get_parent() != nullptr && option == command.get_help_ptr())) continue;
    std::string term;
    for (const auto& name : names) term += (term.empty() ? "" : ", ") + bold(name);
    const bool takes_value = option->get_expected_max() > 0 && option->get_type_size() > 0;
    out += entry(takes_value ? term + " \\fI" + roff(option->get_type_name()) + "\\fR" : term, option->get_description());
  }
  return out;
}

std::string verbatim(const std::string& text) { return text.empty() ? "" : ".PP\n.nf\n" + roff(text) + "\n.fi\n"; }

void add_commands(const CLI::App& app, const std::string& above, std::string& out) {
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    const std::string name = above + " " + command->get_name();
    out += ".SS " + roff(name) + "\n" + roff(command->get_description()) + ".\n" + own_options(*command);
    // A command below another one inherits its examples.
    if (command->get_footer() != app.get_footer()) out += verbatim(command->get_footer());
    add_commands(*command, name, out);
  }
}

}  // namespace

std::string manual_page(const CLI::App& app) {
  std::string out = ".TH ENTENTE 1 \"\" \"entente " ENTENTE_VERSION "\" \"User Commands\"\n.SH NAME\n";
  out += roff("entente - articles about politics and foreign affairs into a citable RDF knowledge base") + "\n";
  out += ".SH SYNOPSIS\n.B entente\n[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGUMENTS\\fR]\n";
  out += ".SH OPTIONS\nThey may stand before and after a command.\n" + own_options(app) + ".SH COMMANDS\n";
  add_commands(app, "entente", out);
  return out + ".SH EXAMPLES\n" + verbatim(app.get_footer());
}

}  // namespace entente::cli
