#include "emit/output.hpp"

#include "core/base/file.hpp"

namespace entente::emit {

ByteSink to_string_sink(std::string& out) {
  return [&out](std::string_view bytes) { return out += bytes, true; };
}

ByteSink to_file_sink(AtomicFile& file) {
  return [&file](std::string_view bytes) { return file.write(bytes), !file.failed(); };
}

void Output::fail(Diagnostic error) {
  if (!error_) error_ = std::move(error);
}

void Output::flush() {
  if (!error_ && !buffer_.empty() && !sink_(buffer_)) {
    fail({Severity::Error, Code::IoWrite, {}, "The sink took no more bytes"});
  }
  buffer_.clear();
}

Result<Done> Output::finish() {
  flush();
  if (error_) return *error_;
  return Done{};
}

}  // namespace entente::emit
