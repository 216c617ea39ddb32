// Terms as they will stand in the output.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace entente::emit {

// The bytes of a term in some syntax, and how many code points they are. Borrows from a TextArena.
struct Text {
  const char* data = nullptr;
  std::uint32_t size = 0;
  std::uint32_t width = 0;

  std::string_view view() const { return {data, size}; }
};

// Keeps texts where they are until it is cleared.
class TextArena {
 public:
  Text keep(std::string_view text);
  // Room for `size` bytes, and what was written there, up to `end`, as a text; nothing else may be kept in between.
  char* room(std::size_t size);
  Text take(const char* end, std::size_t width);
  void clear();
  std::size_t bytes() const { return bytes_; }  // kept since the last clear()

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_size_ = 0, used_ = 0, bytes_ = 0;
};

}  // namespace entente::emit
