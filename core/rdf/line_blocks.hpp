// A file in blocks of whole lines.
#pragma once

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.hpp"

namespace entente::rdf {

class LineBlocks {
 public:
  static Result<LineBlocks> open(const std::filesystem::path& path);
  LineBlocks(LineBlocks&& other) noexcept;
  LineBlocks& operator=(LineBlocks&&) = delete;
  ~LineBlocks();

  // The next block, about a megabyte (more if a line is longer), or nothing at the end or after an error.
  std::optional<std::string> next();
  int error() const { return error_; }  // errno of a failed read, or 0

 private:
  explicit LineBlocks(std::FILE* file) : file_(file) {}
  std::FILE* file_;
  std::string carry_;
  bool ended_ = false;
  int error_ = 0;
};

}  // namespace entente::rdf
