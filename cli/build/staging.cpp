#include "cli/build/staging.hpp"

#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

Diagnostic fault(const fs::path& path, std::string message) {
  return {Severity::Error, Code::IoWrite, {path.string(), 0, 0, {}}, std::move(message)};
}

// Removes what builds that were killed left behind.
void remove_stale(const fs::path& target) {
  std::error_code error;
  const std::string prefix = target.filename().string() + ".tmp-";
  const auto parent = target.parent_path().empty() ? fs::path(".") : target.parent_path();
  for (const auto& entry : fs::directory_iterator(parent, error)) {
    const std::string name = entry.path().filename().string();
    if (name.compare(0, prefix.size(), prefix) != 0) continue;
    const int pid = std::atoi(name.c_str() + prefix.size());
    if (pid > 0 && ::kill(pid, 0) != 0) fs::remove_all(entry.path(), error);
  }
}

}  // namespace

Result<Staging> Staging::open(const fs::path& named, const std::string& marker) {
  fs::path target = named;
  if (target.filename().empty()) target = target.parent_path();
  std::error_code error;
  if (fs::exists(target, error)) {
    const bool ours = fs::is_directory(target, error) && (fs::exists(target / marker, error) || fs::is_empty(target, error));
    if (!ours) return fault(target, "The folder holds something else than a knowledge base; name another with -o");
  }
  if (!target.parent_path().empty()) fs::create_directories(target.parent_path(), error);
  remove_stale(target);
  fs::path folder = target;
  folder += ".tmp-" + std::to_string(::getpid());
  if (!fs::create_directory(folder, error)) return fault(folder, "Could not create the folder: " + error.message());
  return Staging(std::move(target), std::move(folder));
}

Staging::Staging(Staging&& other) noexcept : target_(std::move(other.target_)), folder_(std::move(other.folder_)) {
  other.folder_.clear();
}

Staging::~Staging() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

Result<Done> Staging::publish() {
  std::error_code error;
  fs::path old = target_;
  old += ".old-" + std::to_string(::getpid());
  const bool replace = fs::exists(target_, error);
  if (replace) fs::rename(target_, old, error);
  if (error) return fault(target_, "Could not replace the folder: " + error.message());
  fs::rename(folder_, target_, error);
  if (error) {
    std::error_code ignored;
    if (replace) fs::rename(old, target_, ignored);
    return fault(target_, "Could not publish the folder: " + error.message());
  }
  folder_.clear();
  if (replace) fs::remove_all(old, error);
  return Done{};
}

}  // namespace entente::cli
