#include "core/rdf/line_blocks.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

namespace entente::rdf {
namespace {

constexpr std::size_t kBlockSize = std::size_t{1} << 20U;

}  // namespace

Result<LineBlocks> LineBlocks::open(const std::filesystem::path& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    return Diagnostic{Severity::Error, Code::IoOpen, {path.string(), 0, 0, {}}, std::string("Could not open the file: ") + std::strerror(errno)};
  }
  std::setvbuf(file, nullptr, _IONBF, 0);
  return LineBlocks(file);
}

LineBlocks::LineBlocks(LineBlocks&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)), carry_(std::move(other.carry_)), ended_(other.ended_), error_(other.error_) {}

LineBlocks::~LineBlocks() {
  if (file_ != nullptr) std::fclose(file_);
}

std::optional<std::string> LineBlocks::next() {
  std::string block = std::exchange(carry_, {});
  while (!ended_) {
    const std::size_t from = block.size();
    block.resize(from + kBlockSize);
    const std::size_t got = std::fread(block.data() + from, 1, kBlockSize, file_);
    block.resize(from + got);
    if (got < kBlockSize) {
      ended_ = true;
      if (std::ferror(file_)) error_ = errno != 0 ? errno : EIO;
      break;
    }
    const std::size_t feed = block.rfind('\n');
    if (feed == std::string::npos || feed < from) continue;
    carry_.assign(block, feed + 1);
    block.resize(feed + 1);
    return block;
  }
  if (block.empty()) return std::nullopt;
  return block;
}

}  // namespace entente::rdf
