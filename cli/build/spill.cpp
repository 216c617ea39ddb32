#include "cli/build/spill.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <numeric>
#include <utility>

#include "core/base/hash.hpp"

namespace entente::cli {

Spill::Spill(std::filesystem::path path)
    : path_(std::move(path)), file_(::open(path_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
  if (file_ < 0) error_ = errno;
}

void Spill::remove() {
  if (file_ >= 0) ::close(std::exchange(file_, -1));
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

std::uint64_t Spill::Entry::size() const { return start_of(kParts) - offset; }

std::uint64_t Spill::Entry::start_of(std::size_t part) const {
  return std::accumulate(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(part), offset);
}

void Spill::add(std::string sha256, const std::array<std::string, kParts>& parts, std::uint64_t triples) {
  Entry entry{std::move(sha256), size_, triples, {}};
  for (std::size_t i = 0; i < kParts; ++i) {
    entry.sizes[i] = parts[i].size();
    for (std::size_t done = 0; error_ == 0 && done < parts[i].size();) {
      const auto put = ::write(file_, parts[i].data() + done, parts[i].size() - done);
      if (put < 0 && errno == EINTR) continue;
      if (put <= 0) error_ = put < 0 ? errno : EIO;
      if (put > 0) done += static_cast<std::size_t>(put);
    }
  }
  size_ += entry.size();
  documents_.push_back(std::move(entry));
}

Diagnostic Spill::fault(Code code, const char* what) const {
  return {Severity::Error, code, {path_.string(), 0, 0, {}}, std::string(what) + ": " + std::strerror(errno != 0 ? errno : EIO)};
}

// Not by mapping the file: its pages would count as memory of the process.
bool Spill::read_bytes(std::uint64_t offset, std::uint64_t size, std::string& out) const {
  out.resize(size);
  for (std::size_t done = 0; done < size;) {
    const auto got = ::pread(file_, out.data() + done, size - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    done += static_cast<std::size_t>(got);
  }
  return true;
}

// Brings the copy that is kept to `begin`; gives 1 if the others differ from it.
Result<std::size_t> Spill::keep_one(std::size_t begin, std::size_t end) {
  std::string bytes;
  bool differ = false;
  for (std::size_t i = begin; i < end; ++i) {
    Entry& entry = documents_[i];
    if (!read_bytes(entry.offset, entry.size(), bytes)) return fault(Code::IoRead, "Could not read the temporary file");
    entry.digest = hash64(bytes);
    differ = differ || entry.digest != documents_[begin].digest || entry.sizes != documents_[begin].sizes;
  }
  const auto from = documents_.begin();
  const auto best = std::min_element(from + static_cast<std::ptrdiff_t>(begin), from + static_cast<std::ptrdiff_t>(end), [](const Entry& a, const Entry& b) {
    return a.triples != b.triples ? a.triples > b.triples : a.digest < b.digest;
  });
  std::swap(documents_[begin], *best);
  return differ ? 1 : 0;
}

Result<std::size_t> Spill::settle() {
  if (error_ != 0) {
    errno = error_;
    return fault(Code::IoWrite, "Could not write the temporary file");
  }
  std::sort(documents_.begin(), documents_.end(), [](const Entry& a, const Entry& b) { return a.sha256 < b.sha256; });
  std::size_t kept = 0, differing = 0;
  for (std::size_t begin = 0, end = 0; begin < documents_.size(); begin = end) {
    while (end < documents_.size() && documents_[end].sha256 == documents_[begin].sha256) ++end;
    if (end - begin > 1) {
      const auto found = keep_one(begin, end);
      if (!found.ok()) return found.error();
      differing += *found;
    }
    if (kept != begin) documents_[kept] = std::move(documents_[begin]);
    ++kept;
  }
  documents_.erase(documents_.begin() + static_cast<std::ptrdiff_t>(kept), documents_.end());
  return differing;
}

std::uint64_t Spill::triples() const {
  return std::accumulate(documents_.begin(), documents_.end(), std::uint64_t{0}, [](std::uint64_t sum, const Entry& e) { return sum + e.triples; });
}

Result<Done> Spill::read(std::size_t part, const std::function<bool(std::string_view)>& take) const {
  std::string bytes;
  for (const Entry& entry : documents_) {
    errno = 0;
    const bool good = read_bytes(entry.start_of(part), entry.sizes[part], bytes) && take(bytes);
    if (!good) return fault(Code::IoRead, "Could not read the temporary file");
  }
  return Done{};
}

void Spill::copy(std::size_t part, AtomicFile& out) const {
  for (const Entry& entry : documents_) out.copy_from(file_, entry.start_of(part), entry.sizes[part]);
}

}  // namespace entente::cli
