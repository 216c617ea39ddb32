// Entries to bytes: sort, intern folded words, build the trie, lay the arrays out (layout.hpp).
#include <algorithm>
#include <cstring>
#include <map>
#include <unordered_map>

#include "core/base/hash.hpp"
#include "extract/gazetteer/fold.hpp"
#include "extract/gazetteer/gazetteer.hpp"

namespace entente::extract {
namespace {

using layout::Text;

constexpr std::size_t kMaxNameUnits = 16;

// Strings of the file, each once.
class Strings {
 public:
  Text add(std::string_view s) {
    const auto [it, is_new] = at_.try_emplace(std::string(s), static_cast<std::uint32_t>(bytes_.size()));
    if (is_new) bytes_ += s;
    return {it->second, static_cast<std::uint32_t>(s.size())};
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, std::uint32_t> at_;  // never iterated
};

struct Trie {
  std::unordered_map<std::string, std::uint32_t> word_ids;   // from 1
  std::vector<Text> words{Text{}};                           // by id
  std::vector<std::uint32_t> children{0};                    // by word id: the root's child
  std::unordered_map<std::uint64_t, std::uint32_t> edges;    // never iterated
  std::vector<layout::EdgeSlot> edge_list;
  std::uint32_t node_count = 1;                              // the root is 0

  std::uint32_t word(const std::string& folded, Strings& strings) {
    const auto [it, is_new] = word_ids.try_emplace(folded, static_cast<std::uint32_t>(words.size()));
    if (is_new) {
      words.push_back(strings.add(folded));
      children.push_back(0);
    }
    return it->second;
  }

  std::uint32_t child(std::uint32_t node, std::uint32_t word_id) {
    if (node == 0) {
      if (children[word_id] == 0) children[word_id] = node_count++;
      return children[word_id];
    }
    const auto key = (static_cast<std::uint64_t>(node) << 32) | word_id;
    const auto [it, is_new] = edges.try_emplace(key, node_count);
    if (is_new) edge_list.push_back({node, word_id, node_count++});
    return it->second;
  }
};

void warn(Diagnostics& diagnostics, const std::string& source, const Entry& entry, std::string message) {
  diagnostics.warning(Code::GazetteerEntry, Place{source, 0, 0, {}}, "Entry " + entry.key + " " + std::move(message));
}

bool same_name(const EntryName& a, const EntryName& b) { return a.text == b.text && a.kind == b.kind; }

bool name_less(const EntryName& a, const EntryName& b) {
  return std::tie(a.text, a.kind, a.flags) < std::tie(b.text, b.kind, b.flags);
}

bool link_less(const Link& a, const Link& b) {
  return std::tie(a.kind, a.target, a.from, a.until) < std::tie(b.kind, b.target, b.from, b.until);
}

void merge(Entry& into, const Entry& more) {
  if (into.name.empty()) into.name = more.name;
  if (more.name != into.name && !more.name.empty()) into.names.push_back({more.name, NameKind::Name, 0});
  if (into.gender == Gender::Unknown) into.gender = more.gender;
  if (more.type != into.type) into.more_types.push_back(more.type);
  into.more_types.insert(into.more_types.end(), more.more_types.begin(), more.more_types.end());
  into.names.insert(into.names.end(), more.names.begin(), more.names.end());
  into.links.insert(into.links.end(), more.links.begin(), more.links.end());
}

std::string plural_of(std::string_view word) {
  for (const std::string_view tail : {"ese", "sh", "ch", "s", "x", "z"}) {
    if (word.ends_with(tail)) return {};
  }
  if (word.ends_with("man")) return std::string(word.substr(0, word.size() - 3)) + "men";
  if (word.ends_with("y") && word.size() > 2 && std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos) {
    return std::string(word.substr(0, word.size() - 1)) + "ies";
  }
  return std::string(word) + "s";
}

// The preferred name as a name, combining forms marked, plurals of demonyms added, sorted, each once.
void complete(Entry& entry) {
  // "the West" is matched without its article.
  const std::string preferred = entry.name.starts_with("the ") ? entry.name.substr(4) : entry.name;
  const bool listed = std::any_of(entry.names.begin(), entry.names.end(), [&](const EntryName& n) { return n.text == preferred; });
  if (!preferred.empty() && !listed) entry.names.push_back({preferred, NameKind::Name, 0});
  std::vector<EntryName> plurals;
  for (auto& name : entry.names) {
    if (name.text.ends_with('-')) name.flags |= kCombining;
    if (name.kind != NameKind::Demonym) continue;
    if (auto plural = plural_of(name.text); !plural.empty()) {
      plurals.push_back({std::move(plural), NameKind::Demonym, static_cast<std::uint8_t>(name.flags | kPlural)});
    }
  }
  entry.names.insert(entry.names.end(), plurals.begin(), plurals.end());
  std::sort(entry.names.begin(), entry.names.end(), name_less);
  // Of equal names the last has the most flags: ambiguity stated once counts.
  std::vector<EntryName> unique;
  for (auto& name : entry.names) {
    if (!unique.empty() && same_name(unique.back(), name)) {
      unique.back().flags |= name.flags;
    } else {
      unique.push_back(std::move(name));
    }
  }
  entry.names = std::move(unique);
  std::sort(entry.links.begin(), entry.links.end(), link_less);
  std::sort(entry.more_types.begin(), entry.more_types.end());
  entry.more_types.erase(std::unique(entry.more_types.begin(), entry.more_types.end()), entry.more_types.end());
  std::erase(entry.more_types, entry.type);
}

std::vector<Entry> in_order(std::vector<Entry> entries, const std::string& source, Diagnostics& diagnostics) {
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.key, a.name, a.type) < std::tie(b.key, b.name, b.type);
  });
  std::vector<Entry> out;
  out.reserve(entries.size());
  for (auto& entry : entries) {
    if (!out.empty() && out.back().key == entry.key) {
      warn(diagnostics, source, entry, "stands twice and was merged");
      merge(out.back(), entry);
    } else {
      out.push_back(std::move(entry));
    }
  }
  for (auto& entry : out) complete(entry);
  return out;
}

class Compiler {
 public:
  Compiler(const std::vector<Entry>& entries, const std::string& source, Diagnostics& diagnostics)
      : entries_(entries), source_(source), diagnostics_(diagnostics) {}

  std::string run() {
    for (std::uint32_t i = 0; i < entries_.size(); ++i) by_key_.emplace(entries_[i].key, i);
    for (std::uint32_t i = 0; i < entries_.size(); ++i) add_entry(i);
    rows_.push_back(next_row());
    finish_names();
    finish_back_links();
    return lay_out();
  }

 private:
  layout::EntryRow next_row() const {
    layout::EntryRow row;
    row.first_type = static_cast<std::uint32_t>(types_.size());
    row.first_name = static_cast<std::uint32_t>(name_owner_.size());
    row.first_link = static_cast<std::uint32_t>(links_.size());
    return row;
  }

  void add_entry(std::uint32_t index) {
    const Entry& entry = entries_[index];
    auto row = next_row();
    row.key = strings_.add(entry.key);
    row.name = strings_.add(entry.name);
    row.gender = static_cast<std::uint32_t>(entry.gender);
    rows_.push_back(row);
    types_.push_back(static_cast<std::uint8_t>(entry.type));
    for (const EntityType type : entry.more_types) types_.push_back(static_cast<std::uint8_t>(type));
    for (const EntryName& name : entry.names) add_name(index, name);
    for (const Link& link : entry.links) add_link(index, link);
  }

  void add_name(std::uint32_t index, const EntryName& name) {
    std::vector<std::uint8_t> shapes;
    const auto units = fold_name(name.text, &shapes);
    if (units.empty() || units.size() > kMaxNameUnits) {
      return warn(diagnostics_, source_, entries_[index], "has the unusable name \"" + name.text + "\"");
    }
    std::uint32_t node = 0;
    layout::NameRow row;
    for (std::size_t i = 0; i < units.size(); ++i) {
      node = trie_.child(node, trie_.word(units[i], strings_));
      const auto bit = static_cast<std::uint16_t>(1U << i);
      if ((shapes[i] & kUnitLetters) == 0 || (name.flags & kAnyCase) != 0) continue;
      if ((shapes[i] & kUnitCapital) != 0) row.capitals |= bit;
      if ((shapes[i] & kUnitAllCaps) != 0) row.all_caps |= bit;
    }
    row.text = strings_.add(name.text);
    row.entry = index;
    row.node = node;
    row.kind = static_cast<std::uint8_t>(name.kind);
    row.flags = name.flags;
    name_owner_.push_back(static_cast<std::uint32_t>(names_.size()));
    names_.push_back(row);
  }

  void add_link(std::uint32_t index, const Link& link) {
    const auto target = by_key_.find(link.target);
    if (target == by_key_.end()) {
      return warn(diagnostics_, source_, entries_[index], "links to the unknown entry " + link.target);
    }
    links_.push_back({target->second, link.from, link.until, static_cast<std::uint32_t>(link.kind)});
    link_source_.push_back(index);
  }

  // Sorts names by node; entry_names keeps each entry's own, by their new places.
  void finish_names() {
    std::vector<std::uint32_t> order(names_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
      return std::tie(names_[a].node, names_[a].entry, names_[a].kind) < std::tie(names_[b].node, names_[b].entry, names_[b].kind);
    });
    std::vector<layout::NameRow> sorted;
    std::vector<std::uint32_t> place(names_.size());
    for (const auto i : order) {
      place[i] = static_cast<std::uint32_t>(sorted.size());
      sorted.push_back(names_[i]);
    }
    for (auto& i : name_owner_) i = place[i];
    names_ = std::move(sorted);
    nodes_.assign(trie_.node_count + 1, {static_cast<std::uint32_t>(names_.size())});
    for (std::size_t i = names_.size(); i-- > 0;) nodes_[names_[i].node].first_name = static_cast<std::uint32_t>(i);
    for (std::size_t n = trie_.node_count; n-- > 0;) {
      nodes_[n].first_name = std::min(nodes_[n].first_name, nodes_[n + 1].first_name);
    }
  }

  void finish_back_links() {
    std::vector<std::uint32_t> order(links_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return links_[a].other < links_[b].other; });
    std::uint32_t entry = 0;
    const auto fill = [&](std::uint32_t up_to) {
      for (; entry <= up_to && entry < rows_.size(); ++entry) {
        rows_[entry].first_back_link = static_cast<std::uint32_t>(back_links_.size());
      }
    };
    for (const auto i : order) {
      fill(links_[i].other);
      back_links_.push_back({link_source_[i], links_[i].from, links_[i].until, links_[i].kind});
    }
    fill(UINT32_MAX - 1);
  }

  static std::size_t table_size(std::size_t items) {
    std::size_t size = 8;
    while (size < items * 2) size *= 2;
    return size;
  }

  std::vector<layout::WordSlot> word_table() const {
    std::vector<layout::WordSlot> table(table_size(trie_.words.size()));
    for (std::uint32_t id = 1; id < trie_.words.size(); ++id) {
      const auto text = std::string_view(strings_.bytes()).substr(trie_.words[id].offset, trie_.words[id].size);
      auto slot = hash64(text) & (table.size() - 1);
      while (table[slot].text.size != 0) slot = (slot + 1) & (table.size() - 1);
      table[slot] = {trie_.words[id], trie_.children[id], id};
    }
    return table;
  }

  std::vector<layout::EdgeSlot> edge_table() const {
    std::vector<layout::EdgeSlot> table(table_size(trie_.edge_list.size()));
    for (const auto& edge : trie_.edge_list) {
      auto slot = layout::mix_edge(edge.node, edge.word) & (table.size() - 1);
      while (table[slot].node != 0) slot = (slot + 1) & (table.size() - 1);
      table[slot] = edge;
    }
    return table;
  }

  template <typename Row>
  static void put(std::string& out, layout::Section& section, const Row* rows, std::size_t count) {
    out.resize((out.size() + 7) / 8 * 8, '\0');
    section = {out.size(), count};
    if (count > 0) out.append(reinterpret_cast<const char*>(rows), count * sizeof(Row));
  }

  std::string lay_out() const {
    std::string out(sizeof(layout::Header), '\0');
    layout::Header header;
    const auto put_all = [&](layout::SectionId id, const auto& rows) {
      put(out, header.sections[id], rows.data(), rows.size());
    };
    put_all(layout::kStrings, strings_.bytes());
    put_all(layout::kEntries, rows_);
    put_all(layout::kTypes, types_);
    put_all(layout::kEntryNames, name_owner_);
    put_all(layout::kLinks, links_);
    put_all(layout::kBackLinks, back_links_);
    put_all(layout::kNames, names_);
    put_all(layout::kNodes, nodes_);
    put_all(layout::kWords, word_table());
    put_all(layout::kEdges, edge_table());
    std::memcpy(header.magic, layout::kMagic.data(), sizeof header.magic);
    header.version = layout::kVersion;
    header.endian = layout::kEndianMark;
    header.fold_version = kFoldVersion;
    header.size = out.size();
    std::memcpy(out.data(), &header, sizeof header);
    header.checksum = layout::checksum(std::string_view(out).substr(layout::kChecked));
    std::memcpy(out.data(), &header, sizeof header);
    return out;
  }

  const std::vector<Entry>& entries_;
  const std::string& source_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string_view, std::uint32_t> by_key_;
  Strings strings_;
  Trie trie_;
  std::vector<layout::EntryRow> rows_;
  std::vector<std::uint8_t> types_;
  std::vector<std::uint32_t> name_owner_;
  std::vector<layout::LinkRow> links_;
  std::vector<std::uint32_t> link_source_;
  std::vector<layout::LinkRow> back_links_;
  std::vector<layout::NameRow> names_;
  std::vector<layout::NodeRow> nodes_;
};

}  // namespace

std::string compile(std::vector<Entry> entries, const std::string& source, Diagnostics& diagnostics) {
  const auto sorted = in_order(std::move(entries), source, diagnostics);
  return Compiler(sorted, source, diagnostics).run();
}

Result<Gazetteer> make_gazetteer(std::vector<Entry> entries, const std::string& source, Diagnostics& diagnostics) {
  return Gazetteer::from_bytes(compile(std::move(entries), source, diagnostics), source);
}

}  // namespace entente::extract
