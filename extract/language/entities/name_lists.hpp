// Words and names that lists know, as the entity model sees them: bits by word, bits by whole name.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/container.hpp"

namespace entente::language {

// What a list says of a word or name.
enum ListBit : std::uint32_t {
  kGivenName = 1, kTitle = 2, kOrganizationHead = 4, kPlaceHead = 8, kPersonNoun = 16, kGroupNoun = 32, kPeople = 64,
  kEventHead = 128, kWorkHead = 256, kSurname = 512, kNamePrefix = 1024,  // begins a known name
  kPerson = 2048, kOrganization = 4096, kLocation = 8192, kAdjective = 16384, kOther = 32768, kCalendar = 65536,
};

class NameLists {
 public:
  struct Slot {
    std::uint32_t key;   // high half of the name's hash, never 0; 0: free
    std::uint32_t bits;
  };
  // Section entities.lists.
  static Result<NameLists> read(const Container& container);

  // Bits of a name whose words' hashes are chained by `chain`, 0 if unknown.
  std::uint32_t bits(std::uint64_t hash) const;
  static std::uint64_t chain(std::uint64_t before, std::uint64_t lower_word);

  // For training: bits by hash into the section's slots.
  static std::vector<Slot> pack(const std::map<std::uint64_t, std::uint32_t>& bits);

 private:
  std::span<const Slot> slots_;
  std::uint64_t mask_ = 0;
};

}  // namespace entente::language
