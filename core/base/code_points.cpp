#include "core/base/code_points.hpp"

#include <algorithm>

#include "core/base/utf8.hpp"

namespace entente {
namespace {
constexpr std::uint32_t kStep = 64;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStep + 1);
  for (std::size_t i = 0; i < text.size(); i += kStep) {
    before_.push_back(length_);
    length_ += static_cast<std::uint32_t>(count_code_points(text.substr(i, kStep)));
  }
  if (length_ == text.size()) before_.clear();
}

std::uint32_t CodePointIndex::at(std::uint32_t offset) const {
  if (before_.empty()) return offset;
  if (offset >= text_.size()) return length_;
  const std::uint32_t block = offset / kStep;
  const auto rest = text_.substr(block * kStep, offset - block * kStep);
  return before_[block] + static_cast<std::uint32_t>(count_code_points(rest));
}

std::uint32_t CodePointIndex::byte_of(std::uint32_t index) const {
  if (index >= length_) return static_cast<std::uint32_t>(text_.size());
  if (before_.empty()) return index;
  const auto block = std::upper_bound(before_.begin(), before_.end(), index) - before_.begin() - 1;
  auto offset = static_cast<std::uint32_t>(block) * kStep;
  while (offset < text_.size() && is_continuation(text_[offset])) ++offset;
  // A sequence that crosses the block's start is counted in the block where it starts.
  for (std::uint32_t at_index = before_[static_cast<std::size_t>(block)]; at_index < index; ++at_index) {
    offset += decode_at(text_, offset).size;
  }
  return offset;
}

}  // namespace entente
