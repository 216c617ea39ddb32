// Lines of a file or of standard input, one at a time, of any number.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>

#include "core/base/result.hpp"

namespace entente::corpus {

enum class LineState : std::uint8_t { Line, TooLong, End, Failed };

// Move-only. Holds one buffer and the file; the file "-" is standard input and is not closed.
class LineReader {
 public:
  static Result<LineReader> open(const std::filesystem::path& path, std::uint64_t max_line);
  LineReader(LineReader&& other) noexcept;
  LineReader& operator=(LineReader&&) = delete;
  LineReader(const LineReader&) = delete;
  ~LineReader();

  // The next line without its line feed. TooLong: more than `max_line` bytes, skipped to its end. Failed: the
  // file could not be read on.
  LineState next(std::string& line);
  std::uint64_t number() const { return number_; }  // of the last line given, from 1

 private:
  LineReader() = default;
  bool fill();
  std::FILE* file_ = nullptr;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t number_ = 0;
  std::uint64_t max_line_ = 0;
  bool failed_ = false;
};

}  // namespace entente::corpus
