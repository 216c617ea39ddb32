#include "cli/build/staging.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

Diagnostic fault(const fs::path& path, std::string message) {
  return {Severity::Error, Code::IoWrite, {path.string(), 0, 0, {}}, std::move(message)};
}

// A descriptor of the folder with an exclusive lock on it (given back by the system when the process ends), or -1.
int lock_folder(const fs::path& folder, bool wait) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return -1;
  if (::flock(descriptor, LOCK_EX | (wait ? 0 : LOCK_NB)) == 0) return descriptor;
  ::close(descriptor);
  return -1;
}

void unlock(int descriptor) {
  if (descriptor >= 0) ::close(descriptor);
}

// Deletes what builds that were killed left behind: folders that nobody holds a lock on. Under the lock of `parent`, so
// that no folder is seen between its creation and its lock.
void remove_stale(const fs::path& target, const fs::path& parent) {
  std::error_code error;
  const std::string prefix = target.filename().string() + ".tmp-";
  for (fs::directory_iterator it(parent, error), end; !error && it != end; it.increment(error)) {
    const fs::path path = it->path();
    if (path.filename().string().compare(0, prefix.size(), prefix) != 0) continue;
    const int lock = lock_folder(path, false);
    if (lock < 0) continue;
    std::error_code ignored;
    fs::remove_all(path, ignored);
    unlock(lock);
  }
}

// A new folder beside `target` that no other build uses. It is temporary before it exists, so that no signal comes between.
Temporary create_beside(const fs::path& target, std::error_code& error) {
  for (int number = 0; number < 100; ++number) {
    fs::path path = target;
    path += ".tmp-" + std::to_string(::getpid()) + "-" + std::to_string(number);
    Temporary folder(path);
    if (fs::create_directory(path, error) || error) return folder;
    folder.release();
  }
  error = std::make_error_code(std::errc::file_exists);
  return Temporary({});
}

// Swaps two folders in one step; where the file system cannot, `target` is moved aside first.
bool exchange(const fs::path& folder, const fs::path& target) {
  if (::renameat2(AT_FDCWD, folder.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  fs::path aside = folder;
  aside += "-old";
  if (::rename(target.c_str(), aside.c_str()) != 0) return false;
  if (::rename(folder.c_str(), target.c_str()) == 0) return ::rename(aside.c_str(), folder.c_str()) == 0;
  const int reason = errno;
  (void)!::rename(aside.c_str(), target.c_str());
  errno = reason;
  return false;
}

}  // namespace

Result<Staging> Staging::open(const fs::path& named, const std::string& marker) {
  fs::path target = named;
  if (target.filename().empty()) target = target.parent_path();
  std::error_code error;
  if (fs::is_symlink(target, error)) {
    auto resolved = fs::weakly_canonical(target, error);
    if (!error) target = std::move(resolved);
  }
  if (fs::exists(target, error)) {
    const bool ours = fs::is_directory(target, error) && (fs::exists(target / marker, error) || fs::is_empty(target, error));
    if (error) return fault(target, "Could not look into the folder: " + error.message());
    if (!ours) return fault(target, "The folder holds something else than a knowledge base; name another with -o");
  }
  const auto parent = target.parent_path().empty() ? fs::path(".") : target.parent_path();
  fs::create_directories(parent, error);
  const int guard = lock_folder(parent, true);
  remove_stale(target, parent);
  error.clear();
  auto folder = create_beside(target, error);
  const int lock = error ? -1 : lock_folder(folder.path(), false);
  unlock(guard);
  if (error) return fault(folder.path().empty() ? target : folder.path(), "Could not create the folder: " + error.message());
  return Staging(std::move(target), std::move(folder), lock);
}

Staging::Staging(Staging&& other) noexcept
    : target_(std::move(other.target_)), folder_(std::move(other.folder_)), lock_(std::exchange(other.lock_, -1)) {}

Staging::~Staging() {
  std::error_code ignored;
  if (!folder_.path().empty()) fs::remove_all(folder_.path(), ignored);
  unlock(lock_);
}

Result<Done> Staging::publish() {
  std::error_code error;
  const bool replace = fs::exists(target_, error);
  const fs::path& folder = folder_.path();
  const bool done = replace ? exchange(folder, target_) : ::rename(folder.c_str(), target_.c_str()) == 0;
  if (!done) return fault(target_, std::string("Could not publish the folder: ") + std::strerror(errno));
  if (replace) fs::remove_all(folder, error);  // the old knowledge base
  folder_.release();
  return Done{};
}

}  // namespace entente::cli
