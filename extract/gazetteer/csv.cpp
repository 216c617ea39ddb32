#include "extract/gazetteer/csv.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/hash.hpp"
#include "core/base/utf8.hpp"
#include "extract/gazetteer/fold.hpp"

namespace entente::extract {
namespace {

enum Column : std::size_t { kKey, kType, kName, kAliases, kAcronyms, kAdjectives, kDemonyms, kMetonyms, kSurnames, kTitles, kGender, kCountry,
                            kAmbiguousNames, kStrictNames, kColumnCount };

constexpr std::array<std::string_view, kColumnCount> kColumns{"key",      "type",     "name",   "aliases", "acronyms", "adjectives", "demonyms",
                                                              "metonyms", "surnames", "titles", "gender",  "country",  "ambiguous",  "strict"};

struct ListColumn {
  Column column;
  NameKind kind;
};

constexpr auto kLists = std::to_array<ListColumn>({{kAliases, NameKind::Name},
                                                   {kAcronyms, NameKind::Acronym},
                                                   {kAdjectives, NameKind::Adjective},
                                                   {kDemonyms, NameKind::Demonym},
                                                   {kMetonyms, NameKind::Metonym},
                                                   {kSurnames, NameKind::Surname},
                                                   {kTitles, NameKind::Title}});

// One record after another; a quoted field may hold commas, line breaks and doubled quotation marks.
class Records {
 public:
  explicit Records(std::string_view text) : text_(text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text) {}

  // False at the end. `broken` is set if the record has a quotation mark out of place.
  bool next(std::vector<std::string>& fields, bool& broken) {
    fields.clear();
    broken = false;
    line_ = next_line_;
    if (at_ >= text_.size()) return false;
    while (true) {
      fields.push_back(field(broken));
      if (at_ >= text_.size()) return true;
      const char c = text_[at_++];
      if (c == ',') continue;
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      ++next_line_;
      return true;
    }
  }
  std::uint64_t line() const { return line_; }

 private:
  std::string field(bool& broken) {
    std::string out;
    if (at_ >= text_.size() || text_[at_] != '"') {
      const auto end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
      out = text_.substr(at_, end - at_);
      broken = broken || out.find('"') != std::string::npos;
      at_ = end;
      return out;
    }
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++next_line_;
      if (text_[at_] != '"') {
        out += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        out += text_[++at_];
      } else {
        ++at_;
        const bool ends = at_ >= text_.size() || text_[at_] == ',' || text_[at_] == '\r' || text_[at_] == '\n';
        broken = broken || !ends;
        at_ = ends ? at_ : std::min(text_.find_first_of(",\r\n", at_), text_.size());
        return out;
      }
    }
    broken = true;  // the quotation never ends
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t next_line_ = 1;
};

std::string trimmed(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
  return std::string(s);
}

std::vector<std::string> several(std::string_view cell) {
  std::vector<std::string> out;
  while (!cell.empty()) {
    const auto end = std::min(cell.find(';'), cell.size());
    if (auto one = trimmed(cell.substr(0, end)); !one.empty()) out.push_back(std::move(one));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return out;
}

// "person/anna-example" from type and name, with a hash so that equal slugs stay apart.
std::string make_key(EntityType type, std::string_view name) {
  std::string key(name_of(type));
  for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  key += '/';
  for (const char c : fold_key(name)) key += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
  return key + "-" + short_hash(name, 6);
}

class Table {
 public:
  Table(const std::string& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

  bool read_header(const std::vector<std::string>& fields, std::uint64_t line) {
    for (const auto& field : fields) {
      const auto at = std::find(kColumns.begin(), kColumns.end(), trimmed(field));
      if (at == kColumns.end()) {
        error(line, "Unknown column \"" + field + "\"");
        return false;
      }
      order_.push_back(static_cast<Column>(at - kColumns.begin()));
    }
    if (std::find(order_.begin(), order_.end(), kName) != order_.end()) return true;
    error(line, "The header line has no column \"name\"");
    return false;
  }

  std::optional<Entry> row(const std::vector<std::string>& fields, std::uint64_t line) {
    if (fields.size() != order_.size()) {
      error(line, "The row has " + std::to_string(fields.size()) + " fields, the header " + std::to_string(order_.size()));
      return std::nullopt;
    }
    std::array<std::string, kColumnCount> cell;
    for (std::size_t i = 0; i < fields.size(); ++i) cell[order_[i]] = trimmed(fields[i]);
    return entry(cell, line);
  }

  void error(std::uint64_t line, std::string message) {
    diagnostics_.error(Code::GazetteerCsv, Place{source_, line, 0, {}}, std::move(message));
  }

 private:
  std::optional<Entry> entry(const std::array<std::string, kColumnCount>& cell, std::uint64_t line) {
    Entry e;
    e.name = cell[kName];
    if (e.name.empty()) {
      error(line, "The row has no name");
      return std::nullopt;
    }
    if (!cell[kType].empty()) {
      const auto type = entity_type_of(cell[kType]);
      if (!type) {
        error(line, "Unknown type \"" + cell[kType] + "\"");
        return std::nullopt;
      }
      e.type = *type;
    }
    e.key = cell[kKey].empty() ? make_key(e.type, e.name) : cell[kKey];
    if (cell[kGender] == "female") e.gender = Gender::Female;
    if (cell[kGender] == "male") e.gender = Gender::Male;
    for (const auto& list : kLists) {
      for (auto& name : several(cell[list.column])) e.names.push_back({std::move(name), list.kind, 0});
    }
    flag(e, cell[kAmbiguousNames], kAmbiguous);
    flag(e, cell[kStrictNames], kStrictCase);
    if (!cell[kCountry].empty()) e.links.push_back({LinkKind::Country, cell[kCountry], 0, 0});
    return e;
  }

  static void flag(Entry& e, std::string_view names, NameFlag bit) {
    for (const auto& name : several(names)) {
      bool found = false;
      for (auto& own : e.names) {
        if (own.text != name) continue;
        own.flags |= bit;
        found = true;
      }
      if (!found) e.names.push_back({name, NameKind::Name, static_cast<std::uint8_t>(bit)});
    }
  }

  const std::string& source_;
  Diagnostics& diagnostics_;
  std::vector<Column> order_;
};

std::string quoted(std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(field);
  std::string out = "\"";
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string names_where(const Entry& e, auto test) {
  std::string out;
  for (const auto& name : e.names) {
    if (!test(name)) continue;
    if (!out.empty()) out += ';';
    out += name.text;
  }
  return out;
}

std::string cell_of(const Entry& e, Column column) {
  switch (column) {
    case kKey: return e.key;
    case kType: return std::string(name_of(e.type));
    case kName: return e.name;
    case kGender: return e.gender == Gender::Female ? "female" : e.gender == Gender::Male ? "male" : "";
    case kAmbiguousNames: return names_where(e, [](const EntryName& n) { return (n.flags & kAmbiguous) != 0; });
    case kStrictNames: return names_where(e, [](const EntryName& n) { return (n.flags & kStrictCase) != 0; });
    case kCountry:
      for (const auto& link : e.links) {
        if (link.kind == LinkKind::Country) return link.target;
      }
      return {};
    default: break;
  }
  for (const auto& list : kLists) {
    if (list.column == column) return names_where(e, [&](const EntryName& n) { return n.kind == list.kind && n.text != e.name; });
  }
  return {};
}

}  // namespace

std::vector<Entry> read_csv(std::string_view text, const std::string& source, Diagnostics& diagnostics) {
  std::vector<Entry> entries;
  Table table(source, diagnostics);
  if (find_invalid_utf8(text)) {
    table.error(0, "The table is not UTF-8");
    return entries;
  }
  Records records(text);
  std::vector<std::string> fields;
  bool broken = false;
  if (!records.next(fields, broken) || !table.read_header(fields, records.line())) return entries;
  while (records.next(fields, broken)) {
    if (fields.size() == 1 && fields[0].empty()) continue;  // an empty line
    if (broken) {
      table.error(records.line(), "A quotation mark stands inside an unquoted field or is never closed");
    } else if (auto entry = table.row(fields, records.line())) {
      entries.push_back(std::move(*entry));
    }
  }
  return entries;
}

std::string write_csv(const std::vector<Entry>& entries) {
  std::string out;
  for (std::size_t c = 0; c < kColumnCount; ++c) out += (c > 0 ? "," : "") + std::string(kColumns[c]);
  out += '\n';
  for (const Entry& entry : entries) {
    for (std::size_t c = 0; c < kColumnCount; ++c) out += (c > 0 ? "," : "") + quoted(cell_of(entry, static_cast<Column>(c)));
    out += '\n';
  }
  return out;
}

}  // namespace entente::extract
