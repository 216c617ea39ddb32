#include "core/base/temporary.hpp"

#include <mutex>
#include <set>
#include <utility>

namespace entente {
namespace {

struct Registry {
  std::mutex mutex;
  std::multiset<std::filesystem::path> paths;
};

// Never destroyed: a signal may come while the program ends.
Registry& registry() {
  static auto* const all = new Registry;
  return *all;
}

}  // namespace

Temporary::Temporary(std::filesystem::path path) : path_(std::move(path)) {
  const std::lock_guard lock(registry().mutex);
  registry().paths.insert(path_);
}

Temporary::Temporary(Temporary&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }

void Temporary::release() noexcept {
  if (path_.empty()) return;
  const std::lock_guard lock(registry().mutex);
  const auto found = registry().paths.find(path_);
  if (found != registry().paths.end()) registry().paths.erase(found);
  path_.clear();
}

void remove_temporaries() {
  registry().mutex.lock();  // and never unlocked: whoever would publish or begin something waits for the end
  for (const auto& path : registry().paths) {
    // Threads go on writing into a folder while it is deleted, so one pass may not be enough.
    for (int pass = 0; pass < 20; ++pass) {
      std::error_code error;
      std::filesystem::remove_all(path, error);
      if (!std::filesystem::exists(std::filesystem::symlink_status(path, error))) break;
    }
  }
}

}  // namespace entente
