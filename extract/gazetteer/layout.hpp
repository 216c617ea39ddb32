// The bytes of a compiled gazetteer: a header, then arrays of fixed rows, each 8-aligned, found by the header.
// Written and read in the machine's byte order; the header says which, and a file of the other one is refused.
//
// Matching walks a trie over folded words. The words stand in one open-addressed table whose slot also holds
// the root's child, so that a word that starts no name costs one look-up; all deeper edges stand in a second
// open-addressed table keyed by (node, word). `names` is sorted by node, `nodes[i]` to `nodes[i + 1]` being the
// names that end in node i. Row counts are one higher where a row gives the begin of a range (sentinel).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente::extract::layout {

inline constexpr std::string_view kMagic = "entGAZ\r\n";
inline constexpr std::uint32_t kVersion = 3;
inline constexpr std::uint32_t kEndianMark = 0x01020304;

enum SectionId : std::uint32_t { kStrings, kEntries, kTypes, kEntryNames, kLinks, kBackLinks, kNames, kNodes, kWords,
                                 kEdges, kSectionCount };

struct Section {
  std::uint64_t offset = 0;  // from the file's begin
  std::uint64_t count = 0;   // rows
};

struct Header {
  char magic[8] = {};
  std::uint32_t version = 0;
  std::uint32_t endian = 0;
  std::uint32_t fold_version = 0;
  std::uint32_t unused = 0;
  std::uint64_t size = 0;      // of the whole file
  std::uint64_t checksum = 0;  // of everything behind this field
  Section sections[kSectionCount];
};

inline constexpr std::size_t kChecked = offsetof(Header, sections);  // the checksum begins here

struct Text {
  std::uint32_t offset = 0;  // into strings
  std::uint32_t size = 0;
};

struct EntryRow {
  Text key;
  Text name;
  std::uint32_t first_type = 0;  // own type first
  std::uint32_t first_name = 0;  // into entry_names
  std::uint32_t first_link = 0;
  std::uint32_t first_back_link = 0;
  std::uint32_t gender = 0;
};

struct NameRow {
  Text text;
  std::uint32_t entry = 0;
  std::uint32_t node = 0;
  std::uint16_t capitals = 0;  // bit i: unit i must start with a capital
  std::uint16_t all_caps = 0;  // bit i: unit i must be all capitals
  std::uint8_t kind = 0;
  std::uint8_t flags = 0;
  std::uint16_t unused = 0;
};

struct LinkRow {
  std::uint32_t other = 0;  // entry
  std::int32_t from = 0;
  std::int32_t until = 0;
  std::uint32_t kind = 0;
};

struct NodeRow {
  std::uint32_t first_name = 0;
};

struct WordSlot {
  Text text;                 // size 0: free
  std::uint32_t child = 0;   // node below the root; 0: starts no name
  std::uint32_t word = 0;    // id, from 1
};

struct EdgeSlot {
  std::uint32_t node = 0;    // 0: free (the root's edges stand in the word slots)
  std::uint32_t word = 0;
  std::uint32_t child = 0;
};

// 64-bit checksum, eight bytes a step.
std::uint64_t checksum(std::string_view bytes);

constexpr std::uint64_t mix_edge(std::uint32_t node, std::uint32_t word) {
  std::uint64_t h = ((static_cast<std::uint64_t>(node) << 32) | word) * 0x9E3779B97F4A7C15ULL;
  return h ^ (h >> 29);
}

}  // namespace entente::extract::layout
