// Located, coded messages about odd input, collected beside a value while work goes on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class Severity : std::uint8_t { Note, Warning, Error };

enum class Code : std::uint16_t {
#define ENTENTE_CODE(name, code, meaning) name,
#include "core/base/codes.def"
#undef ENTENTE_CODE
};

// "IO001" and the one-sentence meaning, from codes.def.
std::string_view code_text(Code code);
std::string_view code_meaning(Code code);

// Where a message points. Unknown parts stay empty or 0; lines and columns count from 1, columns in bytes.
struct Place {
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::string pointer;  // RFC 6901, for JSON input

  friend auto operator<=>(const Place&, const Place&) = default;
};

// One sentence: capital first, no full stop, says what to do where that is known.
struct Diagnostic {
  Severity severity = Severity::Error;
  Code code = Code::Internal;
  Place place;
  std::string message;

  friend auto operator<=>(const Diagnostic&, const Diagnostic&) = default;
};

// "file:3:7: error[TX001]: Message".
std::string to_string(const Diagnostic& diagnostic);

// Messages in order of arrival. Not thread-safe: one per unit of work, merged afterwards.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }
  void error(Code code, Place place, std::string message);
  void warning(Code code, Place place, std::string message);
  void note(Code code, Place place, std::string message);
  void append(const Diagnostics& other);

  const std::vector<Diagnostic>& items() const { return items_; }
  bool has_errors() const;
  bool empty() const { return items_.empty(); }

 private:
  std::vector<Diagnostic> items_;
};

}  // namespace entente
