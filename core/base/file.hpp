// Whole files in, whole files out.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/base/temporary.hpp"

namespace entente {

// All bytes of a regular file or pipe; more than `limit` bytes is IO004.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit = UINT64_C(4) << 30);

// Read-only view of a whole file, mapped where possible. Move-only; the view lives as long as the object.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();
  std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile() = default;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

// Writes to a temporary file beside `path`; commit() flushes, syncs and renames, so a reader sees the old
// file or the whole new one. The first failure is latched: later writes do nothing and commit() reports it.
// Without commit() the destructor removes the temporary file, and so does a signal (temporary.hpp).
// Where the system can, the temporary file has no name until commit(), so that even SIGKILL leaves nothing behind.
// A symbolic link stays one: what it points to is replaced. A device or pipe is written to directly.
class AtomicFile {
 public:
  explicit AtomicFile(std::filesystem::path path);
  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  AtomicFile(const AtomicFile&) = delete;
  ~AtomicFile();

  void write(std::string_view bytes);
  // Bytes of another file, without bringing them into the process where the system can. What can't be read fails too.
  void copy_from(int descriptor, std::uint64_t offset, std::uint64_t size);
  bool failed() const { return error_ != 0; }
  Result<Done> commit();
  const std::filesystem::path& path() const { return path_; }

 private:
  void open_temporary();
  bool copy_some(int descriptor, std::uint64_t offset, std::uint64_t size, std::uint64_t& done);
  std::filesystem::path path_;
  std::filesystem::path target_;           // path_ without symbolic links
  std::optional<Temporary> temporary_;     // nothing where there is no file to replace
  std::FILE* file_ = nullptr;
  int error_ = 0;
  bool nameless_ = false;                  // an O_TMPFILE, linked by commit()
};

// AtomicFile with all of `bytes`.
Result<Done> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace entente
