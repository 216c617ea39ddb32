// The classes that the entity tagger chooses among, and the spans they stand for.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/entities/name_weights.hpp"

namespace entente::language {

enum class NameType : std::uint8_t { Person, Organization, Location, Other };
inline constexpr std::size_t kNameTypes = 4;
std::string_view name_of(NameType type);  // PER, ORG, LOC, MISC

// Words [first, last) that name one thing. Spans are ascending and do not overlap.
struct NamedSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  NameType type = NameType::Other;
};

// 0 outside; then for each of the first three types begin, inside, last, alone; for other things begin and inside.
inline constexpr std::size_t kNameClasses = 15;
static_assert(kNameClasses <= kNameColumns);
enum class NamePart : std::uint8_t { Begin, Inside, Last, Alone };
constexpr std::size_t name_class(NameType type, NamePart part) {
  const std::size_t p = static_cast<std::size_t>(part);
  return 1 + static_cast<std::size_t>(type) * 4 + (type == NameType::Other ? (p == 0 || p == 3 ? 0 : 1) : p);
}
// The classes of a type: [first_class(type), first_class(type) + class_count(type)).
constexpr std::size_t first_class(NameType type) { return 1 + static_cast<std::size_t>(type) * 4; }
constexpr std::size_t class_count(NameType type) { return type == NameType::Other ? 2 : 4; }

// Whether class `b` may follow `a`; 0 stands before the first word and behind the last one.
bool may_follow(std::size_t a, std::size_t b);
std::vector<std::uint8_t> classes_of(std::span<const NamedSpan> names, std::size_t words);
// Appends the spans of a lawful sequence; `first` is added to their words.
void spans_of(std::span<const std::uint8_t> classes, std::uint32_t first, std::vector<NamedSpan>& out);
// The best lawful sequence of classes; `transition` has kNameClasses rows.
std::vector<std::uint8_t> best_sequence(std::span<const NameScores> emission, std::span<const NameScores> transition);

// "B-PER", "I-PER" or nothing for each of `words` words.
std::vector<std::string> iob_tags(std::span<const NamedSpan> names, std::size_t words);

}  // namespace entente::language
