// Is it text at all?
#include <string>

#include "core/base/utf8.hpp"
#include "corpus/readers/formats.hpp"

namespace entente::corpus {
namespace {

bool starts_with(std::string_view bytes, std::string_view head) { return bytes.substr(0, head.size()) == head; }

bool looks_like_utf16(std::string_view bytes) { return starts_with(bytes, "\xFF\xFE") || starts_with(bytes, "\xFE\xFF"); }

bool is_blank(std::string_view bytes) {
  if (starts_with(bytes, "\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

// Control characters no text has: more than one in a hundred among the first bytes.
bool has_many_controls(std::string_view bytes) {
  bytes = bytes.substr(0, 8192);
  std::size_t count = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    count += (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1B) || byte == 0x7F;
  }
  return count * 100 > bytes.size();
}

}  // namespace

std::optional<Diagnostic> why_not_text(std::string_view bytes, const Place& place) {
  const auto error = [&](Code code, std::string message) {
    return Diagnostic{Severity::Error, code, place, std::move(message)};
  };
  if (bytes.size() >= UINT32_MAX) return error(Code::IoTooLarge, "Text is larger than 4 GiB");
  if (is_blank(bytes)) return error(Code::TextEmpty, "Document holds no text");
  if (looks_like_utf16(bytes)) return error(Code::TextBinary, "Text is UTF-16; convert it to UTF-8");
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return error(Code::TextBinary, "File looks binary: byte 0 at offset " + std::to_string(nul));
  }
  if (has_many_controls(bytes)) return error(Code::TextBinary, "File looks binary: it is full of control characters");
  if (const auto bad = find_invalid_utf8(bytes)) {
    return error(Code::TextNotUtf8, "Text is not UTF-8 from byte offset " + std::to_string(*bad));
  }
  return std::nullopt;
}

}  // namespace entente::corpus
