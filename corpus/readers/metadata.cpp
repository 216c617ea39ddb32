#include "corpus/readers/metadata.hpp"

#include <array>
#include <utility>

#include "corpus/blocks/date.hpp"

namespace entente::corpus {
namespace {

std::string trimmed(std::string_view value) {
  const std::size_t begin = value.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(value.substr(begin, value.find_last_not_of(" \t\r\n") - begin + 1));
}

bool is_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// BCP 47 as far as its shape goes: subtags of 1 to 8 letters and digits, the first of letters only.
std::optional<std::string> normal_language(std::string_view value) {
  std::string tag;
  std::size_t length = 0;
  for (char c : value) {
    if (c == '_') c = '-';
    if (c != '-' && !is_alnum(c)) return std::nullopt;
    length = c == '-' ? 0 : length + 1;
    if (length > 8 || (c == '-' && (tag.empty() || tag.back() == '-'))) return std::nullopt;
    tag += c;
  }
  if (tag.empty() || tag.back() == '-' || tag[0] <= '9') return std::nullopt;
  return tag;
}

struct Field {
  std::string_view name;
  std::string_view alias;
  std::optional<std::string> Metadata::*member;
  std::optional<std::string> (*normal)(std::string_view);  // null: as it is
};

constexpr std::array kFields = {
    Field{"id", "identifier", &Metadata::id, nullptr},
    Field{"title", "headline", &Metadata::title, nullptr},
    Field{"published", "date", &Metadata::published, normal_date},
    Field{"url", "link", &Metadata::url, nullptr},
    Field{"publisher", "site", &Metadata::publisher, nullptr},
    Field{"language", "lang", &Metadata::language, normal_language},
    Field{"license", "licence", &Metadata::license, nullptr},
};

}  // namespace

bool set_field(Metadata& metadata, std::string_view name, const std::vector<std::string>& values, const Place& place,
               Diagnostics& diagnostics) {
  if (name == "authors" || name == "author") {
    metadata.authors.clear();
    for (const std::string& value : values) {
      if (std::string author = trimmed(value); !author.empty()) metadata.authors.push_back(std::move(author));
    }
    return true;
  }
  for (const Field& field : kFields) {
    if (name != field.name && name != field.alias) continue;
    const std::string value = values.empty() ? std::string() : trimmed(values.front());
    if (value.empty()) return true;
    const auto normal = field.normal != nullptr ? field.normal(value) : std::optional(value);
    if (normal) {
      metadata.*field.member = normal;
    } else {
      diagnostics.warning(Code::TextBadMetadata, place,
                          "Value of \"" + std::string(name) + "\" is unusable and left out: " + value);
    }
    return true;
  }
  return false;
}

void fill_from(Metadata& strong, Metadata weak) {
  for (const Field& field : kFields) {
    if (!(strong.*field.member)) strong.*field.member = std::move(weak.*field.member);
  }
  if (strong.authors.empty()) strong.authors = std::move(weak.authors);
}

std::optional<std::string> normal_date(std::string_view value) {
  if (auto date = iso_date(value)) return date;
  return date_in_words(value);
}

}  // namespace entente::corpus
