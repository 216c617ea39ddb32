#include <cstdlib>
#include <system_error>

#include "cli/command.hpp"

namespace entente::cli {
namespace {

std::filesystem::path program_folder() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path{} : program.parent_path();
}

// The tree that the program was built from, if it lies there: then an older installed program's data must not win.
std::filesystem::path source_tree() {
  const auto below = program_folder().lexically_relative(ENTENTE_SOURCE_DIR);
  return below.empty() || *below.begin() == ".." ? std::filesystem::path{} : std::filesystem::path(ENTENTE_SOURCE_DIR);
}

}  // namespace

std::filesystem::path find_data(const Context& context, const std::string& relative) {
  const std::filesystem::path folders[] = {context.data_dir, program_folder() / "../share/entente", source_tree(),
                                           ENTENTE_INSTALL_DATA, ENTENTE_SOURCE_DIR};
  std::error_code error;
  for (const auto& folder : folders) {
    if (folder.empty()) continue;
    auto path = (folder / relative).lexically_normal();
    if (std::filesystem::exists(path, error)) return path;
    if (folder == context.data_dir) break;  // an explicit folder is never silently replaced
  }
  return {};
}

}  // namespace entente::cli
