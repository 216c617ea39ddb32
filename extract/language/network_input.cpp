#include "extract/language/network_input.hpp"

#include "core/base/hash.hpp"
#include "core/base/utf8.hpp"

namespace entente::language {

std::uint64_t word_hash(std::string_view form) { return word_features(form).lower; }

Style style_of(std::span<const std::string_view> sentence) {
  std::size_t letters = 0, small = 0, longer = 0, capital = 0, any_capital = 0;
  for (const auto form : sentence) {
    const bool up = !form.empty() && form[0] >= 'A' && form[0] <= 'Z';
    const bool low = !form.empty() && form[0] >= 'a' && form[0] <= 'z';
    letters += up || low;
    any_capital += up;
    for (const char c : form) small += c >= 'a' && c <= 'z';
    if ((up || low) && form.size() > 3) ++longer, capital += up;
  }
  if (letters == 0) return Style::NoLetters;
  if (small == 0) return Style::AllCapitals;
  if (any_capital == 0) return Style::NoCapitals;
  return longer >= 3 && capital * 10 >= longer * 8 ? Style::Title : Style::Running;
}

void word_parts(std::string_view form, Style style, unsigned bits, std::vector<std::uint32_t>& out) {
  const auto f = word_features(form);
  out.clear();
  const auto add = [&](std::uint64_t value, std::uint64_t kind) {
    out.push_back(static_cast<std::uint32_t>(mix(value, kind) >> (64 - bits)));
  };
  add(f.form, 1);
  add(f.shape, 2);
  for (std::uint64_t i = 0; i < 3; ++i) add(f.prefix[i], 3 + i);
  for (std::uint64_t i = 0; i < 4; ++i) add(f.suffix[i], 6 + i);
  add(f.shape, 11 + static_cast<std::uint64_t>(style));
  const auto text = '<' + lower_form(normalize_form(form)) + '>';
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_continuation(text[i])) starts.push_back(i);
  }
  starts.push_back(text.size());
  for (std::size_t i = 0; i + 3 < starts.size() && out.size() < kMostParts; ++i) {
    add(hash64(std::string_view(text).substr(starts[i], starts[i + 3] - starts[i])), 10);
  }
}

}  // namespace entente::language
