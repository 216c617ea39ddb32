#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <memory>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/process.hpp"

int run(int argc, char** argv) {
  CLI::App app{"entente: articles about politics and foreign affairs into a citable RDF knowledge base"};
  entente::cli::Context context;
  app.set_version_flag("--version", "entente " ENTENTE_VERSION);
  app.require_subcommand(1);
  app.fallthrough();  // the options below may also stand after a command
  app.formatter(std::make_shared<entente::cli::Help>());
  app.footer(
      "Examples:\n"
      "  entente build corpus/samples -o out/      a validated knowledge base from articles\n"
      "  entente explain out/ Kazakhstan           where something in it comes from\n"
      "  entente COMMAND --help                    more of one command\n"
      "Exit status: 0 fine, 1 data does not conform, 2 usage, 3 input, 4 output, 5 a bug.");
  app.add_option("--data-dir", context.data_dir, "Folder with ontology, shapes, rules and models")->envname("ENTENTE_DATA");
  app.add_option("-j,--threads", context.threads, "Threads (default: as many as the machine has)");
  app.add_flag("-q,--quiet", context.quiet, "No progress and no summary");
#define ENTENTE_ADD(name) entente::cli::name(app, context);
  ENTENTE_COMMANDS(ENTENTE_ADD)
#undef ENTENTE_ADD
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? entente::cli::kFine : entente::cli::kUsage;
  }
  return context.exit_code;
}

int main(int argc, char** argv) {
  entente::cli::prepare_process();
  try {
    return entente::cli::finish_output(run(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error[CL002]: A bug in entente: %s\n", error.what());
    return entente::cli::kInternal;
  }
}
