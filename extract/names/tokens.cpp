#include "extract/names/tokens.hpp"

#include "core/base/hash.hpp"
#include "extract/gazetteer/fold.hpp"

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

// Opening marks after which a sentence still begins.
bool opens(std::string_view form) {
  return form == "\"" || form == "“" || form == "‘" || form == "'" || form == "(" || form == "[" || form == "•" || form == "-" ||
         form == "–" || form == "—" || form == "*" || form == "``" || form == "«" || form == "...";
}

}  // namespace

NameTokens::NameTokens(const NameLexicon& lexicon, const Analysis& analysis) : analysis_(analysis) {
  const auto& all = analysis.segmentation.tokens;
  tokens_.resize(all.size());
  std::string buffer;
  std::vector<Unit> units;
  for (std::size_t t = 0; t < all.size(); ++t) {
    const auto form = all[t].span.of(analysis.text());
    buffer.clear();
    units.clear();
    fold_units(form, buffer, units);
    std::uint8_t all_shape = units.empty() ? 0 : units[0].shape;
    for (const Unit& unit : units) {
      if ((unit.shape & kUnitAllCaps) == 0) all_shape &= static_cast<std::uint8_t>(~kUnitAllCaps);
    }
    tokens_[t].classes = lexicon.classes(buffer);
    tokens_[t].hash = hash64(buffer);
    tokens_[t].bits = bits_of(form, all_shape);
  }
  mark_loose_lines();
  for (const auto& sentence : analysis.segmentation.sentences) {
    std::uint32_t t = sentence.first;
    while (t < sentence.last && (opens(form(t)) || (number_bits(form(t)) != 0 && t + 1 < sentence.last && form(t + 1) == "."))) ++t;
    if (t < sentence.last) tokens_[t].bits |= kBitSentenceStart;
    for (std::uint32_t i = t + 1; i < sentence.last; ++i) {
      const auto previous = form(i - 1);
      if (previous == "“" || previous == "\"" || previous == ":" || previous == "‘") {
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
      commas += form(t) == "," ? 1 : 0;
      if (has(t, kBitLower) && (form(t).size() > 3 || !is(t, kFunction))) ++words;
      if (!has(t, kBitCapital)) continue;
      ++words;
      ++capitals;
      if (has(t, kBitAllCaps) && form(t).size() > 4) ++all_caps;
      if (is(t, kGiven)) ++names;
    }
    const auto last = sentence.last > sentence.first ? form(sentence.last - 1) : std::string_view{};
    const bool ended = last == "." || last == "”" || last == "\"";
    const bool shouted = all_caps * 2 > words && words > 2;
    const bool titled = !ended && words > 2 && capitals * 10 >= words * 8 && commas * 3 < words && names * 3 < words;
    if (!shouted && !titled) continue;
    for (auto t = sentence.first; t < sentence.last; ++t) tokens_[t].bits |= kBitLoose;
  }
}

bool NameTokens::name_like(std::uint32_t t) const {
  const auto& token = tokens_[t];
  if ((token.bits & kBitCapital) == 0) return false;
  if ((token.bits & kBitLoose) != 0) return capital_elsewhere(t) && (token.classes & kFunction) == 0;
  const bool goes_on = t + 1 < size() && has(t + 1, kBitCapital) && !is(t + 1, kFunction | kMonth | kWeekday) && !has(t + 1, kBitSentenceStart);
  if ((token.classes & (kMonth | kWeekday)) != 0 && ((token.classes & kGiven) == 0 || !goes_on)) return false;
  if ((token.bits & kBitSentenceStart) == 0) {
    if ((token.classes & kFunction) == 0 || (token.bits & kBitAllCaps) != 0) return true;
    const auto word = form(t);  // "The Hague", "First World War"
    return goes_on && (word == "The" || word == "First" || word == "Second" || word == "Third");
  }
  if ((token.classes & kFunction) != 0) return false;
  const Upos upos = tag(t);
  if (upos == Upos::Propn) return true;
  if (capital_elsewhere(t)) return true;
  if ((token.classes & (kGiven | kEveryday)) == kGiven || (token.classes & (kHonorific | kNoble | kAdherent | kFaith | kTitle)) != 0) return true;
  // Unknown first words of a sentence: part of a name if one goes on behind them.
  if ((token.classes & (kNameHeads | kWorkHead)) != 0 && t + 1 < size() && form(t + 1) == "of") return true;
  if (upos == Upos::None) return goes_on || (token.bits & kBitAllCaps) != 0;
  return (upos == Upos::Noun || upos == Upos::Adj || upos == Upos::X) && (goes_on || (token.bits & kBitAllCaps) != 0);
}

}  // namespace entente::extract
