#include "emit/text.hpp"

#include <algorithm>
#include <cstring>

#include "core/base/utf8.hpp"

namespace entente::emit {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16U;

}  // namespace

char* TextArena::room(std::size_t size) {
  if (blocks_.empty() || used_ + size > block_size_) {
    block_size_ = std::max(kBlock, size);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size_));
    used_ = 0;
  }
  return blocks_.back().get() + used_;
}

Text TextArena::take(const char* end, std::size_t width) {
  const char* begin = blocks_.back().get() + used_;
  const auto size = static_cast<std::size_t>(end - begin);
  used_ += size;
  bytes_ += size;
  return {begin, static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(width)};
}

Text TextArena::keep(std::string_view text) {
  char* place = room(text.size());
  if (!text.empty()) std::memcpy(place, text.data(), text.size());
  return take(place + text.size(), count_code_points(text));
}

void TextArena::clear() {
  if (blocks_.size() > 1 || block_size_ > kBlock) {
    blocks_.clear();
    block_size_ = 0;
  }
  used_ = bytes_ = 0;
}

}  // namespace entente::emit
