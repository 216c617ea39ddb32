#include "extract/vocabulary/vocabulary.hpp"

#include <unicode/uchar.h>

#include "core/base/hash.hpp"
#include "core/base/utf8.hpp"
#include "extract/vocabulary/inflect.hpp"

namespace entente::extract {

Vocabulary::Vocabulary() : slots_(1U << 12) {
  texts_.emplace_back();
  infos_.emplace_back();
}

Symbol Vocabulary::find(std::string_view lower) const {
  const std::uint64_t hash = hash64(lower);
  for (std::size_t i = hash & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[i];
    if (slot.symbol == 0) return 0;
    if (slot.hash == hash && texts_[slot.symbol] == lower) return slot.symbol;
  }
}

Symbol Vocabulary::intern(std::string_view lower) {
  if (lower.empty()) return 0;
  if (const Symbol known = find(lower)) return known;
  if (texts_.size() * 2 > slots_.size()) grow();
  const auto symbol = static_cast<Symbol>(texts_.size());
  texts_.emplace_back(lower);
  infos_.emplace_back();
  const std::uint64_t hash = hash64(lower);
  std::size_t i = hash & (slots_.size() - 1);
  while (slots_[i].symbol != 0) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = {hash, symbol};
  return symbol;
}

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.symbol == 0) continue;
    std::size_t i = slot.hash & (slots_.size() - 1);
    while (slots_[i].symbol != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = slot;
  }
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
