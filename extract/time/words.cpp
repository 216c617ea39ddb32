#include "extract/time/words.hpp"

#include <array>
#include <cstddef>

namespace entente::extract {
namespace {

struct Entry {
  std::string_view word;
  TimeWord meaning;
};

constexpr Entry entries[] = {
#define X(word, cls, value) {word, {TimeClass::cls, value}},
#include "extract/time/time_words.def"
#undef X
};

constexpr std::size_t table_size = 1024;
static_assert(std::size(entries) * 2 < table_size);

constexpr std::uint32_t hash(std::string_view word) {
  std::uint32_t h = 0x811C9DC5U;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return h ^ (h >> 15);
}

// Open addressing, filled at compile time: slot -> entry + 1.
constexpr std::array<std::uint16_t, table_size> make_table() {
  std::array<std::uint16_t, table_size> table{};
  for (std::size_t i = 0; i < std::size(entries); ++i) {
    std::size_t slot = hash(entries[i].word) % table_size;
    while (table[slot] != 0) slot = (slot + 1) % table_size;
    table[slot] = static_cast<std::uint16_t>(i + 1);
  }
  return table;
}

constexpr auto table = make_table();

}  // namespace

TimeWord time_word(std::string_view lower) {
  for (std::size_t slot = hash(lower) % table_size; table[slot] != 0; slot = (slot + 1) % table_size) {
    const Entry& entry = entries[table[slot] - 1];
    if (entry.word == lower) return entry.meaning;
  }
  return {};
}

}  // namespace entente::extract
