// Buffered bytes on their way to a sink that may fail.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace entente {
class AtomicFile;
}

namespace entente::emit {

// Takes bytes, false if it could not (a full disk, a closed pipe).
using ByteSink = std::function<bool(std::string_view)>;

ByteSink to_string_sink(std::string& out);
ByteSink to_file_sink(AtomicFile& file);

// Collects up to a mebibyte, then hands it on. The first failure is latched: later bytes are dropped and
// finish() reports it, so that a writer need not ask after every byte.
class Output {
 public:
  explicit Output(ByteSink sink) : sink_(std::move(sink)) {}

  std::string& buffer() { return buffer_; }  // append here, then call done()
  void done() {
    if (buffer_.size() >= kFull) flush();
  }
  void fail(Diagnostic error);
  bool failed() const { return error_.has_value(); }
  Result<Done> finish();

 private:
  static constexpr std::size_t kFull = std::size_t{1} << 20;
  void flush();

  ByteSink sink_;
  std::string buffer_;
  std::optional<Diagnostic> error_;
};

}  // namespace entente::emit
