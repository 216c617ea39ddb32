// Text on its way out, handed on in equal parts however long it is.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace entente::cli {

class Output {
 public:
  static constexpr std::size_t kPart = 65536;  // bytes

  explicit Output(std::function<void(const std::string&)> use) : use_(std::move(use)) {}

  Output& append(std::string_view text) {
    while (part_.size() + text.size() >= kPart) {
      const auto fits = kPart - part_.size();
      part_.append(text.substr(0, fits));
      text.remove_prefix(fits);
      flush();
    }
    part_.append(text);
    return *this;
  }
  void flush() {
    if (!part_.empty()) use_(part_);
    part_.clear();
  }

 private:
  std::function<void(const std::string&)> use_;
  std::string part_;
};

}  // namespace entente::cli
