#include "cli/build/part_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <tuple>
#include <utility>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"

namespace entente::cli {

PartFile::PartFile(std::filesystem::path spill) : spill_path_(std::move(spill)), spill_(std::fopen(spill_path_.c_str(), "wb")) {
  failed_ = spill_ == nullptr;
}

PartFile::~PartFile() {
  if (spill_ != nullptr) std::fclose(spill_);
  std::error_code ignored;
  std::filesystem::remove(spill_path_, ignored);
}

void PartFile::add(std::string key, std::string_view chunk) {
  if (failed_) return;
  failed_ = std::fwrite(chunk.data(), 1, chunk.size(), spill_) != chunk.size();
  chunks_.push_back({std::move(key), hash64(chunk), size_, chunk.size()});
  size_ += chunk.size();
}

std::size_t PartFile::differing() const {
  std::vector<std::pair<std::string_view, std::uint64_t>> seen;
  for (const auto& chunk : chunks_) seen.emplace_back(chunk.key, chunk.digest);
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  std::size_t count = 0;
  for (std::size_t i = 1; i < seen.size(); ++i) count += seen[i].first == seen[i - 1].first;
  return count;
}

Result<Done> PartFile::publish(const std::filesystem::path& path, std::string_view head) {
  const auto fault = [&] {
    return Diagnostic{Severity::Error, Code::IoWrite, {path.string(), 0, 0, {}},
                      std::string("Could not write the temporary file: ") + std::strerror(errno != 0 ? errno : EIO)};
  };
  if (failed_ || std::fflush(spill_) != 0) return fault();
  auto bytes = MappedFile::open(spill_path_);
  if (!bytes.ok()) return bytes.error();
  const auto order = [](const Chunk& c) { return std::tie(c.key, c.digest, c.size); };
  std::sort(chunks_.begin(), chunks_.end(), [&](const Chunk& a, const Chunk& b) { return order(a) < order(b); });
  AtomicFile out(path);
  out.write(head);
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    if (i > 0 && order(chunks_[i]) == order(chunks_[i - 1])) continue;
    out.write(bytes->bytes().substr(chunks_[i].offset, chunks_[i].size));
  }
  std::fclose(std::exchange(spill_, nullptr));
  std::error_code ignored;
  std::filesystem::remove(spill_path_, ignored);
  return out.commit();
}

}  // namespace entente::cli
