#include "corpus/readers/lines.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

namespace entente::corpus {
namespace {

constexpr std::size_t kBuffer = 1 << 18;

}  // namespace

Result<LineReader> LineReader::open(const std::filesystem::path& path, std::uint64_t max_line) {
  LineReader reader;
  reader.max_line_ = max_line;
  std::error_code ignored;
  const bool folder = path != "-" && std::filesystem::is_directory(path, ignored);
  reader.file_ = path == "-" ? stdin : folder ? nullptr : std::fopen(path.c_str(), "rb");
  if (reader.file_ != nullptr) return reader;
  std::string message = "Could not open the file: ";
  message += std::strerror(folder ? EISDIR : errno);
  return Diagnostic{Severity::Error, Code::IoOpen, {path.string(), 0, 0, {}}, std::move(message)};
}

LineReader::LineReader(LineReader&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)),
      buffer_(std::move(other.buffer_)),
      at_(other.at_),
      number_(other.number_),
      max_line_(other.max_line_),
      failed_(other.failed_) {}

LineReader::~LineReader() {
  if (file_ != nullptr && file_ != stdin) std::fclose(file_);
}

bool LineReader::fill() {
  buffer_.resize(kBuffer);
  const std::size_t got = std::fread(buffer_.data(), 1, kBuffer, file_);
  buffer_.resize(got);
  at_ = 0;
  failed_ = got == 0 && std::ferror(file_) != 0;
  return got > 0;
}

LineState LineReader::next(std::string& line) {
  line.clear();
  bool any = false;
  bool too_long = false;
  while (at_ < buffer_.size() || fill()) {
    if (!any) ++number_;
    any = true;
    const std::size_t feed = buffer_.find('\n', at_);
    const std::size_t end = feed == std::string::npos ? buffer_.size() : feed;
    if (!too_long) line.append(buffer_, at_, end - at_);
    if (line.size() > max_line_) {
      too_long = true;
      std::string().swap(line);
    }
    at_ = feed == std::string::npos ? end : end + 1;
    if (feed != std::string::npos) break;
  }
  if (failed_) return LineState::Failed;
  if (!any) return LineState::End;
  return too_long ? LineState::TooLong : LineState::Line;
}

}  // namespace entente::corpus
