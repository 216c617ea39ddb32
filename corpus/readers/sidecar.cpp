#include "corpus/readers/sidecar.hpp"

#include <algorithm>

#include "core/base/file.hpp"
#include "corpus/readers/formats.hpp"
#include "corpus/readers/json_object.hpp"
#include "corpus/readers/metadata.hpp"

namespace entente::corpus {
namespace {

constexpr std::uint64_t kSidecarBytes = 1 << 20;

// RFC 6901.
std::string pointer_to(std::string_view name) {
  std::string pointer = "/";
  for (const char c : name) pointer += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return pointer;
}

// Line and column, from 1, of the byte before `offset` (a count of bytes read).
Place locate(Place place, std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset == 0 ? 0 : offset - 1);
  place.line = 1 + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
  place.column = before.size() - (before.rfind('\n') + 1) + 1;
  return place;
}

std::filesystem::path sidecar_of(const std::filesystem::path& path) {
  std::filesystem::path whole = path;
  whole += ".meta.json";
  std::error_code ignored;
  if (std::filesystem::exists(whole, ignored)) return whole;
  std::filesystem::path stem = path;
  return stem.replace_extension(".meta.json");
}

}  // namespace

void apply_sidecar(const std::filesystem::path& path, Metadata& metadata, Diagnostics& diagnostics) {
  const std::filesystem::path sidecar = sidecar_of(path);
  std::error_code ignored;
  if (!std::filesystem::exists(sidecar, ignored)) return;
  const auto json = read_file(sidecar, kSidecarBytes);
  if (!json) return diagnostics.add(json.error());
  apply_sidecar_text(*json, sidecar.string(), metadata, diagnostics);
}

void apply_sidecar_text(std::string_view json, const std::string& file, Metadata& metadata, Diagnostics& diagnostics) {
  Place place{file, 0, 0, {}};
  if (const auto why = why_not_text(json, place)) return diagnostics.add(*why);
  if (json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
  const auto members = read_json_object(json, place);
  if (!members) {
    Diagnostic error = members.error();
    error.place = locate(place, json, error.place.column);
    return diagnostics.add(error);
  }
  for (const JsonMember& member : *members) {
    place.pointer = pointer_to(member.name);
    if (!member.usable) {
      diagnostics.warning(Code::TextBadMetadata, place, "Member must be a string or a list of strings; it is left out");
    } else if (!set_field(metadata, member.name, member.values, place, diagnostics)) {
      diagnostics.warning(Code::TextBadMetadata, place, "Metadata has no member of this name; it is left out");
    }
  }
}

}  // namespace entente::corpus
