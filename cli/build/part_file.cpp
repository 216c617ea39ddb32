#include "cli/build/part_file.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <tuple>
#include <utility>

#include "core/base/hash.hpp"

namespace entente::cli {

PartFile::PartFile(std::filesystem::path spill) : spill_path_(std::move(spill)), spill_(std::fopen(spill_path_.c_str(), "w+b")) {
  if (spill_ == nullptr) error_ = errno;
}

PartFile::~PartFile() {
  if (spill_ != nullptr) std::fclose(spill_);
  std::error_code ignored;
  std::filesystem::remove(spill_path_, ignored);
}

void PartFile::add(std::string key, std::string_view chunk, std::uint64_t triples) {
  if (error_ != 0) return;
  errno = 0;
  if (std::fwrite(chunk.data(), 1, chunk.size(), spill_) != chunk.size()) error_ = errno != 0 ? errno : EIO;
  chunks_.push_back({std::move(key), size_, chunk.size(), triples});
  size_ += chunk.size();
}

Diagnostic PartFile::fault(Code code, const char* what) const {
  return {Severity::Error, code, {spill_path_.string(), 0, 0, {}}, std::string(what) + ": " + std::strerror(errno != 0 ? errno : EIO)};
}

// Not by mapping the file: its pages would count as memory of the process.
bool PartFile::read(std::uint64_t offset, std::uint64_t size, std::string& out) const {
  out.resize(size);
  for (std::size_t done = 0; done < size;) {
    const auto got = ::pread(::fileno(spill_), out.data() + done, size - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    done += static_cast<std::size_t>(got);
  }
  return true;
}

bool PartFile::copy(const Chunk& chunk, AtomicFile& out, std::string& buffer) const {
  constexpr std::uint64_t kPiece = UINT64_C(1) << 20U;
  for (std::uint64_t done = 0; done < chunk.size; done += kPiece) {
    if (!read(chunk.offset + done, std::min(kPiece, chunk.size - done), buffer)) return false;
    out.write(buffer);
  }
  return true;
}

Result<Done> PartFile::settle() {
  if (settled_) return Done{};
  if (error_ == 0 && std::fflush(spill_) != 0) error_ = errno != 0 ? errno : EIO;
  if (error_ != 0) {
    errno = error_;
    return fault(Code::IoWrite, "Could not write the temporary file");
  }
  std::sort(chunks_.begin(), chunks_.end(), [](const Chunk& a, const Chunk& b) { return a.key < b.key; });
  std::string bytes;
  for (auto begin = chunks_.begin(); begin != chunks_.end();) {
    const auto end = std::find_if(begin, chunks_.end(), [&](const Chunk& c) { return c.key != begin->key; });
    for (auto chunk = begin; end - begin > 1 && chunk != end; ++chunk) {
      if (!read(chunk->offset, chunk->size, bytes)) return fault(Code::IoRead, "Could not read the temporary file");
      chunk->digest = hash64(bytes);
    }
    std::sort(begin, end, [](const Chunk& a, const Chunk& b) { return std::tie(a.digest, a.size) < std::tie(b.digest, b.size); });
    begin = end;
  }
  settled_ = true;
  return Done{};
}

std::size_t PartFile::differing() {
  if (!settle()) return 0;  // publish() will say why
  std::size_t count = 0;
  for (std::size_t i = 1; i < chunks_.size(); ++i) {
    count += chunks_[i].key == chunks_[i - 1].key && chunks_[i].digest != chunks_[i - 1].digest;
  }
  return count;
}

bool PartFile::is_repeated(std::size_t at) const {
  const auto identity = [](const Chunk& c) { return std::tie(c.key, c.digest, c.size); };
  return at > 0 && identity(chunks_[at]) == identity(chunks_[at - 1]);
}

std::uint64_t PartFile::triples() {
  if (!settle()) return 0;  // publish() will say why
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < chunks_.size(); ++i) sum += is_repeated(i) ? 0 : chunks_[i].triples;
  return sum;
}

Result<Done> PartFile::publish(const std::filesystem::path& path, std::string_view head) {
  if (auto settled = settle(); !settled) return settled;
  AtomicFile out(path);
  std::string buffer;
  out.write(head);
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    if (!is_repeated(i) && !copy(chunks_[i], out, buffer)) return fault(Code::IoRead, "Could not read the temporary file");
  }
  std::fclose(std::exchange(spill_, nullptr));
  std::error_code ignored;
  std::filesystem::remove(spill_path_, ignored);
  return out.commit();
}

}  // namespace entente::cli
