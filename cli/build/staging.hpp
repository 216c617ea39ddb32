// An output folder that appears whole or not at all.
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/result.hpp"

namespace entente::cli {

// Creates OUT.tmp-PID beside `target`. publish() renames it to `target`; an older knowledge base there is
// replaced. A folder that holds something else is refused. Without publish() the destructor removes it.
class Staging {
 public:
  // `marker` is a file that every knowledge base holds.
  static Result<Staging> open(const std::filesystem::path& target, const std::string& marker);
  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  const std::filesystem::path& folder() const { return folder_; }
  Result<Done> publish();

 private:
  Staging(std::filesystem::path target, std::filesystem::path folder)
      : target_(std::move(target)), folder_(std::move(folder)) {}
  std::filesystem::path target_, folder_;
};

}  // namespace entente::cli
