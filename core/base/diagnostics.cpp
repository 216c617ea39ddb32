#include "core/base/diagnostics.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

struct Row {
  std::string_view code;
  std::string_view meaning;
};

constexpr auto kRows = std::to_array<Row>({
#define ENTENTE_CODE(name, code, meaning) {code, meaning},
#include "core/base/codes.def"
#undef ENTENTE_CODE
});

std::string_view severity_text(Severity severity) {
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return "error";
}

}  // namespace

std::string_view code_text(Code code) { return kRows[static_cast<std::size_t>(code)].code; }
std::string_view code_meaning(Code code) { return kRows[static_cast<std::size_t>(code)].meaning; }

std::string to_string(const Diagnostic& d) {
  std::string out = d.place.file;
  if (d.place.line > 0) out += ":" + std::to_string(d.place.line);
  if (d.place.column > 0) out += ":" + std::to_string(d.place.column);
  if (!d.place.pointer.empty()) out += "#" + d.place.pointer;
  if (!out.empty()) out += ": ";
  out += severity_text(d.severity);
  out += "[";
  out += code_text(d.code);
  out += "]: ";
  return out + d.message;
}

void Diagnostics::error(Code code, Place place, std::string message) {
  add({Severity::Error, code, std::move(place), std::move(message)});
}

void Diagnostics::warning(Code code, Place place, std::string message) {
  add({Severity::Warning, code, std::move(place), std::move(message)});
}

void Diagnostics::note(Code code, Place place, std::string message) {
  add({Severity::Note, code, std::move(place), std::move(message)});
}

void Diagnostics::append(const Diagnostics& other) {
  items_.insert(items_.end(), other.items_.begin(), other.items_.end());
}

bool Diagnostics::has_errors() const {
  return std::any_of(items_.begin(), items_.end(), [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

}  // namespace entente
