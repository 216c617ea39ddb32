// JSON Lines: one object a line, {"id"?, "text", "title"?, "authors"?, "published"?, "url"?, "language"?, ...}.
// The original of such a document is its `text` member, so offsets count from the member's first character.
#include <utility>

#include "core/base/utf8.hpp"
#include "corpus/readers/formats.hpp"
#include "corpus/readers/json_object.hpp"
#include "corpus/readers/lines.hpp"
#include "corpus/readers/metadata.hpp"

namespace entente::corpus {
namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\xEF\xBB\xBF") == std::string_view::npos; }

class JsonLines : public RecordReader {
 public:
  JsonLines(LineReader lines, const std::filesystem::path& path, std::uint64_t limit)
      : lines_(std::move(lines)), name_(path.string()), limit_(limit) {}

  std::optional<RawDocument> next(Diagnostics& diagnostics) override {
    while (true) {
      std::string line;
      const LineState state = lines_.next(line);
      if (state == LineState::End) return std::nullopt;
      const Place place{name_, lines_.number(), 0, {}};
      if (state == LineState::Failed) {
        diagnostics.error(Code::IoRead, place, "Could not read the file to its end");
        return std::nullopt;
      }
      if (state == LineState::TooLong) {
        diagnostics.error(Code::IoTooLarge, place, "Line is longer than the limit of " + std::to_string(limit_) + " bytes");
      } else if (!is_blank(line)) {
        return RawDocument{format_named("jsonl"), name_ + ":" + std::to_string(place.line), {}, std::move(line), place.line};
      }
    }
  }

 private:
  LineReader lines_;
  std::string name_;
  std::uint64_t limit_;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> open_json_lines(const std::filesystem::path& path, const ReadOptions& options) {
  auto lines = LineReader::open(path, options.limits.document_bytes);
  if (!lines) return lines.error();
  return std::unique_ptr<RecordReader>(new JsonLines(std::move(*lines), path, options.limits.document_bytes));
}

Result<Document> parse_json_line(RawDocument raw, const ReadOptions&, Diagnostics& diagnostics) {
  Place place = place_of(raw);
  if (const auto bad = find_invalid_utf8(raw.bytes)) {
    place.column = *bad + 1;
    return Diagnostic{Severity::Error, Code::TextNotUtf8, place,
                      "Line is not UTF-8 from byte offset " + std::to_string(*bad)};
  }
  auto members = read_json_object(raw.bytes, place);
  if (!members) return members.error();
  Document document;
  bool has_text = false;
  for (JsonMember& member : *members) {
    place.pointer = "/" + member.name;
    const bool one = member.usable && member.values.size() == 1;
    if (member.name == "text" && one) {
      document.original = std::move(member.values.front());
      has_text = true;
    } else if (member.usable) {
      set_field(document.metadata, member.name, member.values, place, diagnostics);
    }
  }
  place.pointer = "/text";
  if (!has_text) return Diagnostic{Severity::Error, Code::TextBadJson, place, "Object has no string member \"text\""};
  if (auto why = why_not_text(document.original, place)) return *why;
  return document;
}

}  // namespace entente::corpus
