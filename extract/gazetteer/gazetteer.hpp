// A compiled gazetteer: known names and what they may mean, read-only, shared by all threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "core/base/result.hpp"
#include "corpus/segment/segment.hpp"
#include "extract/gazetteer/entry.hpp"
#include "extract/gazetteer/layout.hpp"

namespace entente::extract {

struct Analysis;
class Vocabulary;

using EntryIndex = std::uint32_t;  // entries are sorted by key
inline constexpr EntryIndex kNoEntry = UINT32_MAX;

// One reading of a matched name.
struct Meaning {
  EntryIndex entry = kNoEntry;
  NameKind kind = NameKind::Name;
  std::uint8_t flags = 0;
  std::string_view text;  // the name as the register writes it
};

struct LinkView {
  LinkKind kind = LinkKind::PartOf;
  EntryIndex other = kNoEntry;
  DayNumber from = 0;
  DayNumber until = 0;
};

// A name found in a text: tokens [first, last), with all its readings behind `node`.
struct KnownName {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t node = 0;
  // How the text writes it, one bit a unit: capital first, all capitals, four letters or more.
  std::uint16_t capitals = 0;
  std::uint16_t all_caps = 0;
  std::uint16_t long_units = 0;
  bool hyphen_follows = false;
  bool nested = false;  // stands inside the one before it that is not nested
};

// What the gazetteer knows of one spelling of a vocabulary (words_of).
struct KnownWord {
  std::uint32_t word = 0;   // 0: in no name
  std::uint32_t child = 0;  // 0: starts no name
  std::uint8_t size = 0;    // of the folded word, at most 255
};

class Gazetteer {
 public:
  // An empty one: knows nothing, matches nothing.
  Gazetteer();

  // From compiled bytes (see compile). Damaged, cut, foreign or outdated bytes are GZ002.
  static Result<Gazetteer> from_bytes(std::string bytes, const std::string& source);
  // The same over a mapped file.
  static Result<Gazetteer> open(const std::filesystem::path& path);

  std::size_t size() const { return entries_.empty() ? 0 : entries_.size() - 1; }
  std::size_t name_count() const { return names_.size(); }

  std::string_view key(EntryIndex entry) const { return text(entries_[entry].key); }
  std::string_view name(EntryIndex entry) const { return text(entries_[entry].name); }
  EntityType type(EntryIndex entry) const { return static_cast<EntityType>(types_[entries_[entry].first_type]); }
  std::vector<EntityType> types(EntryIndex entry) const;  // own type first
  Gender gender(EntryIndex entry) const { return static_cast<Gender>(entries_[entry].gender); }
  std::vector<Meaning> names(EntryIndex entry) const;
  // Links from the entry, and links of others to it (`other` is then the source).
  std::vector<LinkView> links(EntryIndex entry) const;
  std::vector<LinkView> back_links(EntryIndex entry) const;
  // The first link of a kind; kNoEntry if there is none.
  EntryIndex linked(EntryIndex entry, LinkKind kind) const;
  EntryIndex back_linked(EntryIndex entry, LinkKind kind) const;
  // The person who held `post` on `day` (0: nobody can be said); kNoEntry if unknown or more than one did.
  EntryIndex holder(EntryIndex post, DayNumber day) const;

  EntryIndex find(std::string_view key) const;  // kNoEntry if unknown

  // Readings that end in a trie node, in a fixed order: by entry key, then kind.
  std::size_t meaning_count(std::uint32_t node) const;
  Meaning meaning(std::uint32_t node, std::size_t i) const;
  // True if reading `i` of the found name allows the case in which the text writes it.
  bool fits(const KnownName& found, std::size_t i) const;

  // Every longest known name from left to right, each followed by the names inside it. Case is respected: a capital in the
  // register's spelling must be one in the text, an acronym must be all capitals (of four letters or more also
  // "Nato"), and words in all capitals fit any name that is written with capitals.
  // No name crosses the end of a sentence.
  void match(std::string_view text, const corpus::Segmentation& segmentation, std::vector<KnownName>& out) const;
  // The same for annotated words: those of the vocabulary for which `known` was made are not looked up again.
  void match(const Analysis& analysis, std::span<const KnownWord> known, std::vector<KnownName>& out) const;
  // One row for each symbol.
  std::vector<KnownWord> words_of(const Vocabulary& vocabulary) const;
  // The node of a name given alone, all readings and titles whatever their case; nothing if unknown.
  std::optional<std::uint32_t> look_up(std::string_view name) const;

 private:
  friend class MatchRun;
  Result<Done> attach(std::string_view bytes, const std::string& source);
  std::string_view text(layout::Text t) const { return strings_.substr(t.offset, t.size); }
  const layout::WordSlot* find_word(std::string_view word) const;
  std::uint32_t find_edge(std::uint32_t node, std::uint32_t word) const;
  LinkView view(const layout::LinkRow& row) const;

  std::shared_ptr<const void> owner_;  // the mapping or the bytes
  std::string_view strings_;
  std::span<const layout::EntryRow> entries_;  // with a sentinel
  std::span<const std::uint8_t> types_;
  std::span<const std::uint32_t> entry_names_;
  std::span<const layout::LinkRow> links_;
  std::span<const layout::LinkRow> back_links_;
  std::span<const layout::NameRow> names_;
  std::span<const layout::NodeRow> nodes_;  // with a sentinel
  std::span<const layout::WordSlot> words_;
  std::span<const layout::EdgeSlot> edges_;
};

// Compiles entries to the bytes that Gazetteer::from_bytes reads: the same bytes for the same entries in any
// order. Two entries with one key are merged; a link to an unknown key, a name without a letter or of more than
// 16 words is left out. Each of these adds a warning.
std::string compile(std::vector<Entry> entries, const std::string& source, Diagnostics& diagnostics);

// compile and from_bytes.
Result<Gazetteer> make_gazetteer(std::vector<Entry> entries, const std::string& source, Diagnostics& diagnostics);

}  // namespace entente::extract
