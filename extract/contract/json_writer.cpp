#include "extract/contract/json_writer.hpp"

#include <array>

namespace entente::extract {

namespace {

constexpr std::array<bool, 256> kEscaped = [] {
  std::array<bool, 256> escaped{};
  for (std::size_t c = 0; c < 0x20; ++c) escaped[c] = true;
  escaped['"'] = escaped['\\'] = escaped[0x7F] = true;
  return escaped;
}();

}  // namespace

void JsonWriter::quote(std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out_ += '"';
  std::size_t start = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (!kEscaped[c]) continue;
    out_.append(value, start, i - start);
    start = i + 1;
    switch (c) {
      case '"': out_ += "\\\""; break;
      case '\\': out_ += "\\\\"; break;
      case '\n': out_ += "\\n"; break;
      case '\t': out_ += "\\t"; break;
      case '\r': out_ += "\\r"; break;
      default:
        out_ += "\\u00";
        out_ += kHex[c >> 4];
        out_ += kHex[c & 15];
    }
  }
  out_.append(value, start, value.size() - start);
  out_ += '"';
}

void JsonWriter::hundredths(double value) {
  separate();
  const auto n = static_cast<std::uint64_t>(value * 100 + 0.5);
  char buffer[24];
  out_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, n / 100).ptr);
  if (n % 100 == 0) return;
  out_ += '.';
  out_ += static_cast<char>('0' + n % 100 / 10);
  if (n % 10 != 0) out_ += static_cast<char>('0' + n % 10);
}

}  // namespace entente::extract
