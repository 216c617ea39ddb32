#include "extract/names/tokens.hpp"

#include <algorithm>
#include <initializer_list>

#include "core/base/hash.hpp"

namespace entente::extract {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::uint16_t number_bits(std::string_view form) {
  for (const char c : form) {
    if (!is_digit(c)) return 0;
  }
  if (form.empty()) return 0;
  const bool year = form.size() == 4 && (form[0] == '1' || (form[0] == '2' && form[1] == '0'));
  return static_cast<std::uint16_t>(kBitNumber | (year ? kBitYear : 0));
}

bool is_roman(std::string_view form) {
  return form.find_first_not_of("IVX") == std::string_view::npos && !form.empty() && form.size() < 6;
}

std::uint16_t bits_of(std::string_view form, std::uint8_t shape) {
  if (form.empty()) return 0;
  if (form == "-" || form == "–" || form == "—" || form == "‑" || form == "‐") return kBitHyphen;
  if (form == "'s" || form == "’s" || form == "'S" || form == "’S" || form == "'" || form == "’") return kBitPossessive;
  if (form == ",") return kBitComma;
  if (form == "“" || form == "\"" || form == ":" || form == "‘") return kBitIntroduces;
  if (is_digit(form[0])) return number_bits(form);
  std::uint16_t bits = 0;
  if ((shape & kUnitCapital) != 0) {
    bits |= kBitCapital;
    if ((shape & kUnitAllCaps) != 0) bits |= kBitAllCaps;
    if (form.size() == 1 || (form.size() == 2 && form[1] == '.')) bits |= kBitInitial;
    if (is_roman(form)) bits |= kBitRoman;
  } else if (form[0] >= 'a' && form[0] <= 'z') {
    bits |= kBitLower;
  }
  return bits;
}

// The same for a word of ASCII letters, by the shape that annotation found.
std::uint16_t bits_of_plain(std::string_view form, std::uint8_t shape) {
  if ((shape & kCapitalised) == 0) return kBitLower;
  std::uint16_t bits = kBitCapital;
  if ((shape & kAllCaps) != 0) bits |= kBitAllCaps;
  if (form.size() == 1) bits |= kBitInitial;
  if (is_roman(form)) bits |= kBitRoman;
  return bits;
}

// A mark of one ASCII character is its own spelling.
bool is_mark(std::string_view form) { return form.size() == 1 && static_cast<unsigned char>(form[0]) < '0'; }

// Opening marks after which a sentence still begins.
bool opens(std::string_view form) {
  return form == "\"" || form == "“" || form == "‘" || form == "'" || form == "(" || form == "[" || form == "•" || form == "-" ||
         form == "–" || form == "—" || form == "*" || form == "``" || form == "«" || form == "...";
}

}  // namespace

void HashSet::insert(std::uint64_t hash) {
  hash |= hash == 0;
  if (has(hash)) return;
  if (++used_ * 2 > slots_.size()) {
    std::vector<std::uint64_t> old(slots_.size() * 2);
    old.swap(slots_);
    used_ = 1;
    for (const auto h : old)
      if (h != 0) insert(h);
  }
  std::size_t i = hash & (slots_.size() - 1);
  while (slots_[i] != 0) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = hash;
}

bool HashSet::has(std::uint64_t hash) const {
  hash |= hash == 0;
  for (std::size_t i = hash & (slots_.size() - 1); slots_[i] != 0; i = (i + 1) & (slots_.size() - 1))
    if (slots_[i] == hash) return true;
  return false;
}

NameTokens::NameTokens(const NameLexicon& lexicon, std::span<const NameWord> known, const Analysis& analysis) : analysis_(analysis) {
  const auto count = static_cast<std::uint32_t>(analysis.segmentation.tokens.size());
  tokens_.resize(count);
  for (std::uint32_t t = 0; t < count; ++t) {
    const Word* word = t < analysis.words.size() ? &analysis.words[t] : nullptr;
    const NameWord* row = word != nullptr && word->form != 0 && word->form < known.size() ? &known[word->form] : nullptr;
    if (row != nullptr && (word->shape & kPlain) != 0) {
      tokens_[t] = {row->classes, row->hash, bits_of_plain(form(t), word->shape)};
    } else if (row != nullptr && is_mark(form(t))) {
      tokens_[t] = {row->classes, row->hash, bits_of(form(t), 0)};
    } else {
      tokens_[t] = look_up(lexicon, form(t));
    }
  }
  mark_loose_lines();
  mark_beginnings();
}

NameToken NameTokens::look_up(const NameLexicon& lexicon, std::string_view form) {
  buffer_.clear();
  units_.clear();
  fold_units(form, buffer_, units_);
  std::uint8_t all_shape = units_.empty() ? 0 : units_[0].shape;
  for (const Unit& unit : units_) {
    if ((unit.shape & kUnitAllCaps) == 0) all_shape &= static_cast<std::uint8_t>(~kUnitAllCaps);
  }
  return {lexicon.classes(buffer_), hash64(buffer_), bits_of(form, all_shape)};
}

// Where a capital may be due to the place alone, and which words have one elsewhere.
void NameTokens::mark_beginnings() {
  for (const auto& sentence : analysis_.segmentation.sentences) {
    std::uint32_t t = sentence.first;
    while (t < sentence.last && !has(t, kBitLower | kBitCapital) &&
           (opens(form(t)) || (number_bits(form(t)) != 0 && t + 1 < sentence.last && form(t + 1) == "."))) ++t;
    if (t < sentence.last) tokens_[t].bits |= kBitSentenceStart;
    for (std::uint32_t i = t + 1; i < sentence.last; ++i) {
      if (has(i - 1, kBitIntroduces)) {
        tokens_[i].bits |= kBitSentenceStart;
      } else if (has(i, kBitCapital) && !has(i, kBitLoose)) {
        capitals_.insert(tokens_[i].hash);
      }
    }
  }
}

// A heading in title case or a line in capitals: nearly every word starts with a capital. Lists of names do too, but
// they end in a full stop or are full of commas.
void NameTokens::mark_loose_lines() {
  for (const auto& sentence : analysis_.segmentation.sentences) {
    unsigned words = 0;
    unsigned capitals = 0;
    unsigned names = 0;
    unsigned commas = 0;
    unsigned all_caps = 0;
    for (auto t = sentence.first; t < sentence.last; ++t) {
      commas += has(t, kBitComma) ? 1 : 0;
      if (has(t, kBitLower) && !is(t, kFunction)) ++words;
      if (!has(t, kBitCapital)) continue;
      ++words;
      ++capitals;
      if (has(t, kBitAllCaps) && form(t).size() > 4) ++all_caps;
      if (is(t, kGiven)) ++names;
    }
    const auto last = sentence.last > sentence.first ? form(sentence.last - 1) : std::string_view{};
    const bool ended = last == "." || last == "”" || last == "\"";
    const bool shouted = all_caps * 2 > words && words > 2;
    const bool heading = sentence.block < analysis_.document->blocks.size() &&
                         analysis_.document->blocks[sentence.block].kind == corpus::BlockKind::Heading;
    const bool titled = !ended && (words > 2 || (heading && words == 2 && sentence.last - sentence.first > 2)) && capitals * 10 >= words * 8 && commas * 3 < words && names * 3 < words;
    if (!shouted && !titled) continue;
    for (auto t = sentence.first; t < sentence.last; ++t) tokens_[t].bits |= kBitLoose;
  }
}

// "In April Beijing offered": a month behind a word that dates begin with.
bool NameTokens::stands_for_time(std::uint32_t t) const {
  if (t == 0) return false;
  const auto before = form(t - 1);
  return std::ranges::any_of(std::initializer_list<std::string_view>{"in", "In", "since", "Since", "until", "Until", "last", "Last", "next", "this", "early", "late", "mid"},
                             [&](std::string_view word) { return word == before; });
}

bool NameTokens::name_like(std::uint32_t t) const {
  const auto& token = tokens_[t];
  if ((token.bits & kBitCapital) == 0) return false;
  if ((token.bits & kBitLoose) != 0) return capital_elsewhere(t) && (token.classes & kFunction) == 0;
  const bool goes_on = t + 1 < size() && has(t + 1, kBitCapital) && !is(t + 1, kFunction | kMonth | kWeekday) && !has(t + 1, kBitSentenceStart);
  if ((token.classes & (kMonth | kWeekday)) != 0 && ((token.classes & kGiven) == 0 || !goes_on || stands_for_time(t))) return false;
  if ((token.bits & kBitSentenceStart) == 0) {
    if ((token.classes & kFunction) == 0 || (token.bits & kBitAllCaps) != 0) return true;
    const auto word = form(t);  // "The Hague", "First World War"
    return goes_on && std::ranges::any_of(std::initializer_list<std::string_view>{"The", "First", "Second", "Third", "Three", "Four", "Five", "Seven"},
                                          [&](std::string_view w) { return w == word; });
  }
  if ((token.classes & kFunction) != 0) return false;
  const Upos upos = tag(t);
  if (upos == Upos::Propn) return true;
  if (token.classes == 0 && t < analysis_.words.size() && analysis_.words[t].form == 0 && (token.bits & kBitAllCaps) == 0) {  // a word of no lexicon, but not "Anti-war"
    return !(t + 1 < size() && has(t + 1, kBitHyphen) && !space_before(t + 1) && form(t).size() < 5);
  }
  if (capital_elsewhere(t)) return true;
  if ((token.classes & (kGiven | kEveryday)) == kGiven || (token.classes & (kHonorific | kNoble | kAdherent | kFaith | kTitle)) != 0) return true;
  // Unknown first words of a sentence: part of a name if one goes on behind them.
  if ((token.classes & (kNameHeads | kWorkHead)) != 0 && t + 1 < size() && form(t + 1) == "of") return true;
  if (upos == Upos::None) return goes_on || (token.bits & kBitAllCaps) != 0;
  return (upos == Upos::Noun || upos == Upos::Adj || upos == Upos::X) && (goes_on || (token.bits & kBitAllCaps) != 0);
}

}  // namespace entente::extract
