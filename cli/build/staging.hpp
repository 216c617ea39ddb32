// An output folder that appears whole or not at all.
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/result.hpp"
#include "core/base/temporary.hpp"

namespace entente::cli {

// Creates OUT.tmp-PID-N beside `target` and holds a lock on it. publish() makes it `target` in one step: an older
// knowledge base there is exchanged with it and then deleted, so at every moment a reader sees the old or the new one. A
// folder that holds something else is refused. Without publish() the destructor deletes the new folder, and so does a
// signal (core/base/temporary.hpp). What killed builds left behind, told by its lock, is deleted by the next build.
class Staging {
 public:
  // `marker` is a file that every knowledge base holds.
  static Result<Staging> open(const std::filesystem::path& target, const std::string& marker);
  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  const std::filesystem::path& folder() const { return folder_.path(); }
  Result<Done> publish();

 private:
  Staging(std::filesystem::path target, Temporary folder, int lock)
      : target_(std::move(target)), folder_(std::move(folder)), lock_(lock) {}
  std::filesystem::path target_;
  Temporary folder_;
  int lock_ = -1;  // descriptor of the folder
};

}  // namespace entente::cli
