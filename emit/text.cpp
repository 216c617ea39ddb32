#include "emit/text.hpp"

#include <algorithm>
#include <cstring>

#include "core/base/utf8.hpp"

namespace entente::emit {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16U;

}  // namespace

Text TextArena::keep(std::string_view text) {
  if (used_ + text.size() > block_size_) {
    block_size_ = std::max(kBlock, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size_));
    used_ = 0;
  }
  char* place = blocks_.empty() ? nullptr : blocks_.back().get() + used_;
  if (!text.empty()) std::memcpy(place, text.data(), text.size());
  used_ += text.size();
  bytes_ += text.size();
  return {place, static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(count_code_points(text))};
}

void TextArena::clear() {
  if (blocks_.size() > 1 || block_size_ > kBlock) {
    blocks_.clear();
    block_size_ = 0;
  }
  used_ = bytes_ = 0;
}

}  // namespace entente::emit
