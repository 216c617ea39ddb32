#include "core/base/file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace entente {
namespace {

Diagnostic io_error(Code code, const std::filesystem::path& path, std::string what, int error) {
  return {Severity::Error, code, {path.string(), 0, 0, {}}, std::move(what) + ": " + std::strerror(error)};
}

Diagnostic too_large(const std::filesystem::path& path, std::uint64_t limit) {
  return {Severity::Error, Code::IoTooLarge, {path.string(), 0, 0, {}},
          "File is larger than the limit of " + std::to_string(limit) + " bytes"};
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit) {
  std::error_code status;
  if (std::filesystem::is_directory(path, status)) {
    return io_error(Code::IoOpen, path, "Expected a file", EISDIR);
  }
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return io_error(Code::IoOpen, path, "Could not open the file", errno);
  std::string bytes;
  const auto expected = std::filesystem::file_size(path, status);
  if (!status && expected <= limit) bytes.reserve(expected);
  char block[65536];
  std::size_t got = 0;
  while (bytes.size() <= limit && (got = std::fread(block, 1, sizeof block, file)) > 0) bytes.append(block, got);
  const int error = std::ferror(file) ? (errno != 0 ? errno : EIO) : 0;
  std::fclose(file);
  if (error != 0) return io_error(Code::IoRead, path, "Could not read the file", error);
  if (bytes.size() > limit) return too_large(path, limit);
  return bytes;
}

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return io_error(Code::IoOpen, path, "Could not open the file", errno);
  struct stat info {};
  MappedFile file;
  int error = 0;
  if (::fstat(descriptor, &info) != 0) {
    error = errno;
  } else if (!S_ISREG(info.st_mode)) {
    error = EINVAL;
  } else if (info.st_size > 0) {
    file.size_ = static_cast<std::size_t>(info.st_size);
    void* data = ::mmap(nullptr, file.size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (data == MAP_FAILED) {
      error = errno;
      file.size_ = 0;
    } else {
      file.data_ = static_cast<const char*>(data);
    }
  }
  ::close(descriptor);
  if (error != 0) return io_error(Code::IoRead, path, "Could not map the file", error);
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

AtomicFile::AtomicFile(std::filesystem::path path) : path_(std::move(path)), target_(path_) {
  std::error_code error;
  const auto there = std::filesystem::status(path_, error);
  const bool special = std::filesystem::exists(there) && !std::filesystem::is_regular_file(there) && !std::filesystem::is_directory(there);
  if (std::filesystem::is_symlink(path_, error)) {
    auto resolved = std::filesystem::weakly_canonical(path_, error);
    if (!error) target_ = std::move(resolved);
  }
  if (special) {
    file_ = std::fopen(path_.c_str(), "wb");
  } else {
    temporary_.emplace(target_.string() + ".tmp-" + std::to_string(::getpid()));
    open_temporary();
  }
  if (file_ == nullptr) error_ = errno;
}

void AtomicFile::open_temporary() {
  const auto folder = target_.parent_path().empty() ? std::filesystem::path(".") : target_.parent_path();
  const bool can_link = ::access("/proc/self/fd", X_OK) == 0;
  const int descriptor = can_link ? ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666) : -1;
  nameless_ = descriptor >= 0;
  file_ = nameless_ ? ::fdopen(descriptor, "wb") : std::fopen(temporary_->path().c_str(), "wb");
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::move(other.temporary_)),
      file_(std::exchange(other.file_, nullptr)),
      error_(other.error_),
      nameless_(other.nameless_) {}

AtomicFile::~AtomicFile() {
  if (file_ == nullptr) return;
  std::fclose(file_);
  if (temporary_ && !nameless_) ::unlink(temporary_->path().c_str());
}

void AtomicFile::write(std::string_view bytes) {
  if (error_ != 0 || file_ == nullptr || bytes.empty()) return;
  errno = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) error_ = errno != 0 ? errno : EIO;
}

// Inside the kernel; false where it can't (other file systems, old kernels), with `done` bytes copied.
bool AtomicFile::copy_some(int descriptor, std::uint64_t offset, std::uint64_t size, std::uint64_t& done) {
  errno = 0;
  if (std::fflush(file_) != 0) return false;
  while (done < size) {
    auto from = static_cast<off64_t>(offset + done);
    const auto got = ::copy_file_range(descriptor, &from, ::fileno(file_), nullptr, size - done, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    done += static_cast<std::uint64_t>(got);
  }
  return true;
}

void AtomicFile::copy_from(int descriptor, std::uint64_t offset, std::uint64_t size) {
  if (error_ != 0 || file_ == nullptr) return;
  std::uint64_t done = 0;
  if (copy_some(descriptor, offset, size, done)) return;
  std::string buffer;
  for (constexpr std::uint64_t kPiece = UINT64_C(1) << 20U; done < size && error_ == 0;) {
    buffer.resize(std::min(kPiece, size - done));
    errno = 0;
    const auto got = ::pread(descriptor, buffer.data(), buffer.size(), static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) error_ = errno != 0 ? errno : EIO;
    if (got <= 0) return;
    write(std::string_view(buffer).substr(0, static_cast<std::size_t>(got)));
    done += static_cast<std::uint64_t>(got);
  }
}

Result<Done> AtomicFile::commit() {
  if (file_ != nullptr) {
    errno = 0;
    if (std::fflush(file_) != 0 && error_ == 0) error_ = errno;
    if (::fsync(::fileno(file_)) != 0 && error_ == 0 && errno != EINVAL) error_ = errno;
    if (nameless_ && error_ == 0) {
      const std::string link = "/proc/self/fd/" + std::to_string(::fileno(file_));
      ::unlink(temporary_->path().c_str());  // of a process that had this number and was killed right here
      if (::linkat(AT_FDCWD, link.c_str(), AT_FDCWD, temporary_->path().c_str(), AT_SYMLINK_FOLLOW) != 0) error_ = errno;
    }
    if (std::fclose(std::exchange(file_, nullptr)) != 0 && error_ == 0) error_ = errno;
    if (temporary_) {
      if (error_ == 0 && std::rename(temporary_->path().c_str(), target_.c_str()) != 0) error_ = errno;
      if (error_ != 0) ::unlink(temporary_->path().c_str());
      temporary_->release();
    }
  }
  if (error_ != 0) return io_error(Code::IoWrite, path_, "Could not write the file", error_);
  return Done{};
}

Result<Done> write_file(const std::filesystem::path& path, std::string_view bytes) {
  AtomicFile file(path);
  file.write(bytes);
  return file.commit();
}

}  // namespace entente
