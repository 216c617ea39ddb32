// Loading: every offset and index of the file is checked once, so that nothing after it needs to look twice.
#include "extract/gazetteer/gazetteer.hpp"

#include <algorithm>
#include <cstring>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"
#include "core/base/utf8.hpp"
#include "extract/gazetteer/fold.hpp"

namespace entente::extract {
namespace layout {

std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t a = 0x243F6A8885A308D3ULL;
  std::uint64_t b = 0x13198A2E03707344ULL;
  std::size_t i = 0;
  const auto word = [&](std::size_t at) {
    std::uint64_t w = 0;
    std::memcpy(&w, bytes.data() + at, sizeof w);
    return w;
  };
  for (; i + 16 <= bytes.size(); i += 16) {
    a = (a ^ word(i)) * 0x9E3779B97F4A7C15ULL;
    b = (b ^ word(i + 8)) * 0xD6E8FEB86659FD93ULL;
    a ^= a >> 32;
    b ^= b >> 29;
  }
  return hash64(bytes.substr(i), a ^ (b * 31) ^ bytes.size());
}

}  // namespace layout

namespace {

Diagnostic refuse(const std::string& source, const char* why) {
  return {Severity::Error, Code::GazetteerBinary, Place{source, 0, 0, {}},
          std::string("Compiled gazetteer refused: ") + why + "; compile it again"};
}

// The rows of a section, empty if they do not lie in the file; `bad` is then set.
template <typename Row>
std::span<const Row> rows(std::string_view bytes, const layout::Section& section, bool& bad) {
  const std::uint64_t size = bytes.size();
  if (section.offset > size || section.offset % 8 != 0 || section.count > (size - section.offset) / sizeof(Row)) {
    bad = true;
    return {};
  }
  return {reinterpret_cast<const Row*>(bytes.data() + section.offset), static_cast<std::size_t>(section.count)};
}

bool is_power_of_two(std::size_t n) { return n != 0 && (n & (n - 1)) == 0; }

// True if `first` of every row but the last is at most the next one's, the last being `end`.
template <typename Rows, typename First>
bool ascending(const Rows& all, std::size_t end, First first) {
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    if (first(all[i]) > first(all[i + 1])) return false;
  }
  return !all.empty() && first(all.front()) == 0 && first(all.back()) == end;
}

}  // namespace

Gazetteer::Gazetteer() = default;

Result<Gazetteer> Gazetteer::from_bytes(std::string bytes, const std::string& source) {
  auto owner = std::make_shared<const std::string>(std::move(bytes));
  Gazetteer gazetteer;
  auto done = gazetteer.attach(*owner, source);
  if (!done) return done.error();
  gazetteer.owner_ = std::move(owner);
  return gazetteer;
}

Result<Gazetteer> Gazetteer::open(const std::filesystem::path& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  auto owner = std::make_shared<const MappedFile>(std::move(*file));
  Gazetteer gazetteer;
  auto done = gazetteer.attach(owner->bytes(), path.string());
  if (!done) return done.error();
  gazetteer.owner_ = std::move(owner);
  return gazetteer;
}

Result<Done> Gazetteer::attach(std::string_view bytes, const std::string& source) {
  layout::Header header;
  if (bytes.size() < sizeof header) return refuse(source, "it is cut short");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0) return refuse(source, "its bytes are not aligned");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != layout::kMagic) return refuse(source, "it is no gazetteer");
  if (header.endian != layout::kEndianMark) return refuse(source, "it is from a machine of another byte order");
  if (header.version != layout::kVersion || header.fold_version != kFoldVersion) return refuse(source, "it is of another version");
  if (header.unused != 0) return refuse(source, "its header is damaged");
  if (header.size != bytes.size()) return refuse(source, "it has not the size it says");
  if (header.checksum != layout::checksum(bytes.substr(layout::kChecked))) return refuse(source, "its checksum is wrong");

  bool bad = false;
  const auto strings = rows<char>(bytes, header.sections[layout::kStrings], bad);
  strings_ = {strings.data(), strings.size()};
  entries_ = rows<layout::EntryRow>(bytes, header.sections[layout::kEntries], bad);
  types_ = rows<std::uint8_t>(bytes, header.sections[layout::kTypes], bad);
  entry_names_ = rows<std::uint32_t>(bytes, header.sections[layout::kEntryNames], bad);
  links_ = rows<layout::LinkRow>(bytes, header.sections[layout::kLinks], bad);
  back_links_ = rows<layout::LinkRow>(bytes, header.sections[layout::kBackLinks], bad);
  names_ = rows<layout::NameRow>(bytes, header.sections[layout::kNames], bad);
  nodes_ = rows<layout::NodeRow>(bytes, header.sections[layout::kNodes], bad);
  words_ = rows<layout::WordSlot>(bytes, header.sections[layout::kWords], bad);
  edges_ = rows<layout::EdgeSlot>(bytes, header.sections[layout::kEdges], bad);
  if (bad) return refuse(source, "a section lies outside the file");

  const auto inside = [&](layout::Text t) { return t.offset <= strings_.size() && t.size <= strings_.size() - t.offset; };
  bad |= find_invalid_utf8(strings_).has_value();
  bad |= !is_power_of_two(words_.size()) || !is_power_of_two(edges_.size());
  bad |= !ascending(entries_, types_.size(), [](const auto& r) { return r.first_type; });
  bad |= !ascending(entries_, entry_names_.size(), [](const auto& r) { return r.first_name; });
  bad |= !ascending(entries_, links_.size(), [](const auto& r) { return r.first_link; });
  bad |= !ascending(entries_, back_links_.size(), [](const auto& r) { return r.first_back_link; });
  bad |= !ascending(nodes_, names_.size(), [](const auto& r) { return r.first_name; });
  if (bad) return refuse(source, "its tables do not fit together");
  const std::size_t entry_count = entries_.size() - 1;
  for (std::size_t i = 0; i < entry_count; ++i) {
    bad |= !inside(entries_[i].key) || !inside(entries_[i].name) || entries_[i].gender > 2;
    bad |= entries_[i].first_type == entries_[i + 1].first_type;
  }
  for (const auto type : types_) bad |= type == 0 || type > static_cast<std::uint8_t>(EntityType::Other);
  for (const auto name : entry_names_) bad |= name >= names_.size();
  for (const auto& name : names_) {
    bad |= !inside(name.text) || name.entry >= entry_count || name.kind > static_cast<std::uint8_t>(NameKind::Title);
  }
  for (const auto* table : {&links_, &back_links_}) {
    for (const auto& link : *table) {
      bad |= link.other >= entry_count || link.kind > static_cast<std::uint32_t>(LinkKind::Country);
    }
  }
  std::size_t free_words = 0;
  for (const auto& word : words_) {
    bad |= !inside(word.text) || word.child >= nodes_.size() - 1;
    free_words += word.text.size == 0 ? 1 : 0;
  }
  std::size_t free_edges = 0;
  for (const auto& edge : edges_) {
    bad |= edge.child >= nodes_.size() - 1;
    free_edges += edge.node == 0 ? 1 : 0;
  }
  if (bad || free_words == 0 || free_edges == 0) return refuse(source, "a row points outside its table");
  return Done{};
}

std::vector<EntityType> Gazetteer::types(EntryIndex entry) const {
  std::vector<EntityType> out;
  for (auto i = entries_[entry].first_type; i < entries_[entry + 1].first_type; ++i) {
    out.push_back(static_cast<EntityType>(types_[i]));
  }
  return out;
}

std::vector<Meaning> Gazetteer::names(EntryIndex entry) const {
  std::vector<Meaning> out;
  for (auto i = entries_[entry].first_name; i < entries_[entry + 1].first_name; ++i) {
    const auto& row = names_[entry_names_[i]];
    out.push_back({row.entry, static_cast<NameKind>(row.kind), row.flags, text(row.text)});
  }
  return out;
}

LinkView Gazetteer::view(const layout::LinkRow& row) const {
  return {static_cast<LinkKind>(row.kind), row.other, row.from, row.until};
}

std::vector<LinkView> Gazetteer::links(EntryIndex entry) const {
  std::vector<LinkView> out;
  for (auto i = entries_[entry].first_link; i < entries_[entry + 1].first_link; ++i) out.push_back(view(links_[i]));
  return out;
}

std::vector<LinkView> Gazetteer::back_links(EntryIndex entry) const {
  std::vector<LinkView> out;
  for (auto i = entries_[entry].first_back_link; i < entries_[entry + 1].first_back_link; ++i) {
    out.push_back(view(back_links_[i]));
  }
  return out;
}

EntryIndex Gazetteer::linked(EntryIndex entry, LinkKind kind) const {
  for (auto i = entries_[entry].first_link; i < entries_[entry + 1].first_link; ++i) {
    if (links_[i].kind == static_cast<std::uint32_t>(kind)) return links_[i].other;
  }
  return kNoEntry;
}

EntryIndex Gazetteer::back_linked(EntryIndex entry, LinkKind kind) const {
  for (auto i = entries_[entry].first_back_link; i < entries_[entry + 1].first_back_link; ++i) {
    if (back_links_[i].kind == static_cast<std::uint32_t>(kind)) return back_links_[i].other;
  }
  return kNoEntry;
}

EntryIndex Gazetteer::holder(EntryIndex post, DayNumber day) const {
  EntryIndex found = kNoEntry;
  if (day == 0) return found;
  for (auto i = entries_[post].first_back_link; i < entries_[post + 1].first_back_link; ++i) {
    const auto& row = back_links_[i];
    if (row.kind != static_cast<std::uint32_t>(LinkKind::Holds) || !holds_on(row.from, row.until, day)) continue;
    if (found != kNoEntry && found != row.other) return kNoEntry;
    found = row.other;
  }
  return found;
}

EntryIndex Gazetteer::find(std::string_view wanted) const {
  if (entries_.empty()) return kNoEntry;
  const auto end = entries_.end() - 1;
  const auto it = std::lower_bound(entries_.begin(), end, wanted,
                                   [&](const layout::EntryRow& row, std::string_view k) { return text(row.key) < k; });
  return it != end && text(it->key) == wanted ? static_cast<EntryIndex>(it - entries_.begin()) : kNoEntry;
}

std::size_t Gazetteer::meaning_count(std::uint32_t node) const {
  return nodes_[node + 1].first_name - nodes_[node].first_name;
}

Meaning Gazetteer::meaning(std::uint32_t node, std::size_t i) const {
  const auto& row = names_[nodes_[node].first_name + i];
  return {row.entry, static_cast<NameKind>(row.kind), row.flags, text(row.text)};
}

const layout::WordSlot* Gazetteer::find_word(std::string_view word) const {
  if (words_.empty()) return nullptr;
  const std::size_t mask = words_.size() - 1;
  for (std::size_t slot = hash64(word) & mask; words_[slot].text.size != 0; slot = (slot + 1) & mask) {
    if (text(words_[slot].text) == word) return &words_[slot];
  }
  return nullptr;
}

std::uint32_t Gazetteer::find_edge(std::uint32_t node, std::uint32_t word) const {
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t slot = layout::mix_edge(node, word) & mask; edges_[slot].node != 0; slot = (slot + 1) & mask) {
    if (edges_[slot].node == node && edges_[slot].word == word) return edges_[slot].child;
  }
  return 0;
}

std::optional<std::uint32_t> Gazetteer::look_up(std::string_view name) const {
  std::uint32_t node = 0;
  for (const auto& unit : fold_name(name)) {
    const auto* word = find_word(unit);
    if (word == nullptr) return std::nullopt;
    node = node == 0 ? word->child : find_edge(node, word->word);
    if (node == 0) return std::nullopt;
  }
  if (node == 0 || meaning_count(node) == 0) return std::nullopt;
  return node;
}

}  // namespace entente::extract
