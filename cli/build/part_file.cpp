#include "cli/build/part_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <tuple>
#include <utility>

#include "core/base/hash.hpp"

namespace entente::cli {

PartFile::PartFile(std::filesystem::path spill) : spill_path_(std::move(spill)), spill_(std::fopen(spill_path_.c_str(), "wb")) {
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

Result<Done> PartFile::settle() {
  if (spilled_) return Done{};
  if (error_ == 0 && std::fflush(spill_) != 0) error_ = errno != 0 ? errno : EIO;
  if (error_ != 0) {
    return Diagnostic{Severity::Error, Code::IoWrite, {spill_path_.string(), 0, 0, {}},
                      std::string("Could not write the temporary file: ") + std::strerror(error_)};
  }
  auto bytes = MappedFile::open(spill_path_);
  if (!bytes.ok()) return bytes.error();
  spilled_.emplace(std::move(*bytes));
  std::sort(chunks_.begin(), chunks_.end(), [](const Chunk& a, const Chunk& b) { return a.key < b.key; });
  for (auto begin = chunks_.begin(); begin != chunks_.end();) {
    const auto end = std::find_if(begin, chunks_.end(), [&](const Chunk& c) { return c.key != begin->key; });
    if (end - begin > 1) {
      for (auto chunk = begin; chunk != end; ++chunk) chunk->digest = hash64(spilled_->bytes().substr(chunk->offset, chunk->size));
      std::sort(begin, end, [](const Chunk& a, const Chunk& b) { return std::tie(a.digest, a.size) < std::tie(b.digest, b.size); });
    }
    begin = end;
  }
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
  out.write(head);
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    if (!is_repeated(i)) out.write(spilled_->bytes().substr(chunks_[i].offset, chunks_[i].size));
  }
  spilled_.reset();
  std::fclose(std::exchange(spill_, nullptr));
  std::error_code ignored;
  std::filesystem::remove(spill_path_, ignored);
  return out.commit();
}

}  // namespace entente::cli
