#include "extract/vocabulary/vocabulary.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "core/base/utf8.hpp"
#include "extract/vocabulary/inflect.hpp"

namespace entente::extract {

namespace {

constexpr std::size_t kBlock = 1U << 16;

template <typename T>
std::uint64_t load(const char* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

// All of at most eight bytes in one number.
std::uint64_t short_bytes(const char* at, std::size_t size) {
  if (size == 8) return load<std::uint64_t>(at);
  if (size >= 4) return load<std::uint32_t>(at) | load<std::uint32_t>(at + size - 4) << 32;
  if (size == 0) return 0;
  return load<std::uint8_t>(at) | load<std::uint8_t>(at + size / 2) << 8 | load<std::uint8_t>(at + size - 1) << 16;
}

}  // namespace

// For tables in memory only: eight bytes a step, because most words have no more.
Vocabulary::Key Vocabulary::key_of(std::string_view word) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
  const char* at = word.data();
  std::size_t left = word.size();
  std::uint64_t h = left * kMix;
  for (; left > 8; left -= 8, at += 8) {
    h = (h ^ load<std::uint64_t>(at)) * kMix;
    h ^= h >> 32;
  }
  const std::uint64_t last = short_bytes(at, left);
  h = (h ^ last) * kMix;
  h ^= h >> 32;
  return {word.size() <= 8 ? last : h, static_cast<std::uint32_t>(word.size()), static_cast<std::uint32_t>(h)};
}

Vocabulary::Vocabulary() : slots_(1U << 12) {
  texts_.emplace_back();
  infos_.emplace_back();
}

Symbol Vocabulary::find(const Key& key, std::string_view lower) const {
  for (std::size_t i = key.hash & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[i];
    if (slot.symbol == 0) return 0;
    if (slot.bytes == key.bytes && slot.size == key.size && (key.size <= 8 || texts_[slot.symbol] == lower)) return slot.symbol;
  }
}

Symbol Vocabulary::find(std::string_view lower) const { return find(key_of(lower), lower); }

void Vocabulary::find_all(std::span<const std::string_view> lower, std::vector<Symbol>& out) const {
  std::array<Key, 32> keys;
  out.resize(lower.size());
  for (std::size_t first = 0; first < lower.size(); first += keys.size()) {
    const std::size_t last = std::min(lower.size(), first + keys.size());
    for (std::size_t i = first; i < last; ++i) {
      keys[i - first] = key_of(lower[i]);
      __builtin_prefetch(&slots_[keys[i - first].hash & (slots_.size() - 1)]);
    }
    for (std::size_t i = first; i < last; ++i) out[i] = find(keys[i - first], lower[i]);
  }
}

std::string_view Vocabulary::keep(std::string_view spelling) {
  if (spelling.size() > room_) {
    room_ = std::max(kBlock, spelling.size());
    blocks_.push_back(std::make_unique<char[]>(room_));
    block_end_ = blocks_.back().get() + room_;
  }
  char* const at = block_end_ - room_;
  std::copy(spelling.begin(), spelling.end(), at);
  room_ -= spelling.size();
  return {at, spelling.size()};
}

void Vocabulary::place(Symbol symbol) {
  const Key key = key_of(texts_[symbol]);
  std::size_t i = key.hash & (slots_.size() - 1);
  while (slots_[i].symbol != 0) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = {key.bytes, key.size, symbol};
}

Symbol Vocabulary::intern(std::string_view lower) {
  if (lower.empty()) return 0;
  if (const Symbol known = find(lower)) return known;
  const auto symbol = static_cast<Symbol>(texts_.size());
  texts_.push_back(keep(lower));
  infos_.emplace_back();
  if (texts_.size() * 2 > slots_.size()) {
    slots_.assign(slots_.size() * 2, {});
    for (Symbol old = 1; old < symbol; ++old) place(old);
  }
  place(symbol);
  return symbol;
}

Symbol Vocabulary::intern_verb(std::string_view lemma) {
  const std::string base = canonical_lemma(lemma);
  const Symbol symbol = intern(base);
  for (const auto& [form, kind] : verb_forms(base)) {
    const Symbol inflected = intern(form);
    WordInfo& known = infos_[inflected];
    known.verb_forms |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
    if (known.verb_lemma == 0 && inflected != symbol) known.verb_lemma = symbol;
  }
  return symbol;
}

Symbol Vocabulary::intern_noun(std::string_view lemma) {
  const std::string base = canonical_lemma(lemma);
  const Symbol symbol = intern(base);
  for (const auto& form : noun_forms(base)) {
    const Symbol inflected = intern(form);
    if (infos_[inflected].noun_lemma == 0 && inflected != symbol) infos_[inflected].noun_lemma = symbol;
  }
  return symbol;
}

Symbol Vocabulary::intern_lemma(std::string_view lemma) {
  intern_noun(lemma);
  return intern_verb(lemma);
}

void append_lower(std::string_view form, std::string& out) {
  for (std::size_t i = 0; i < form.size();) {
    const auto byte = static_cast<unsigned char>(form[i]);
    if (byte < 0x80) {
      out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      ++i;
      continue;
    }
    const Decoded at = decode_at(form, i);
    i += at.size;
    if (at.code_point == 0x2018 || at.code_point == 0x2019) out += '\'';
    else if (at.code_point == 0x201C || at.code_point == 0x201D) out += '"';
    else if (at.code_point == 0x2013 || at.code_point == 0x2014) out += '-';
    else append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(at.code_point))));
  }
}

}  // namespace entente::extract
