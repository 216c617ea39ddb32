// Files and folders that must not outlive the process: those half-written when a signal ends it.
#pragma once

#include <filesystem>

namespace entente {

// While it lives, remove_temporaries() deletes `path` (a file, or a folder with all it holds). Thread-safe. This is the
// only state that the whole process shares; nothing but a signal's clean-up reads it. Move-only.
class Temporary {
 public:
  explicit Temporary(std::filesystem::path path);
  Temporary(Temporary&& other) noexcept;
  Temporary& operator=(Temporary&&) = delete;
  Temporary(const Temporary&) = delete;
  ~Temporary() { release(); }

  // The path is published or gone already: keep it.
  void release() noexcept;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Deletes all of them; those that are created meanwhile too, because new ones are refused their registration and wait
// for the end of the process. Call just before that end.
void remove_temporaries();

}  // namespace entente
