// Words and names that lists know, as the entity tagger sees them: kinds by word and by whole name.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/container.hpp"
#include "extract/language/entities/list_kinds.hpp"

namespace entente::language {

// A hash table with open addressing; a slot holds 20 bits of the name's hash and the number of its set of kinds, so
// about one unknown name in a million is taken for a known one.
// Sections: entities.lists u32[any number], 0: free; entities.kinds u64[at most 4,095], sets of ListKind.
class NameLists {
 public:
  static Result<NameLists> read(const Container& container);

  // Kinds of a name whose words' hashes (WordFeatures::lower) are chained, 0 if unknown.
  std::uint64_t kinds(std::uint64_t hash) const;
  static std::uint64_t chain(std::uint64_t before, std::uint64_t lower_word);

  // For training: writes both sections.
  static void write(const std::map<std::uint64_t, std::uint64_t>& kinds, ContainerWriter& out);

 private:
  std::span<const std::uint32_t> slots_;
  std::span<const std::uint64_t> sets_;
};

}  // namespace entente::language
