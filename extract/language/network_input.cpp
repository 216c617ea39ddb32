#include "extract/language/network_input.hpp"

#include "core/base/hash.hpp"
#include "core/base/utf8.hpp"

namespace entente::language {

std::uint64_t word_hash(std::string_view form) { return word_features(form).lower; }

void word_parts(std::string_view form, unsigned bits, std::vector<std::uint32_t>& out) {
  const auto f = word_features(form);
  out.clear();
  const auto add = [&](std::uint64_t value, std::uint64_t kind) {
    out.push_back(static_cast<std::uint32_t>(mix(value, kind) >> (64 - bits)));
  };
  add(f.form, 1);
  add(f.shape, 2);
  for (std::uint64_t i = 0; i < 3; ++i) add(f.prefix[i], 3 + i);
  for (std::uint64_t i = 0; i < 4; ++i) add(f.suffix[i], 6 + i);
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
