// The tagging loop of ShallowTagger.
#pragma once

namespace entente::extract {

template <typename Lower>
void ShallowTagger::tag(Word* words, std::uint32_t count, const Lower& lower, std::vector<FineTag>& out) const {
  out.assign(count, FineTag::X);
  const auto guess_at = [&](std::uint32_t i) -> std::uint8_t {
    if (i >= count) return static_cast<std::uint8_t>(FineTag::Start);
    const std::uint8_t best = known(words[i].form).best;
    return best < kTags ? best : guess(words[i], lower(i));
  };
  Context context{FineTag::Start, FineTag::Start, guess_at(1), guess_at(2), 0};
  for (std::uint32_t i = 0; i < count; ++i) {
    const Known& seen = known(words[i].form);
    if (seen.mask != 0 && (seen.mask & (seen.mask - 1)) == 0) {
      out[i] = static_cast<FineTag>(__builtin_ctz(seen.mask));
    } else {
      const Form& now = form(words[i].form);
      const unsigned shape = words[i].shape;  // bits as the training script numbers them
      context.shape = static_cast<std::uint8_t>((shape & 15U) | (shape & kHyphenated ? 16U : 0U) | (shape & kSentenceStart ? 32U : 0U));
      const Form& before = i > 0 ? form(words[i - 1].form) : forms_[0];
      const Form& after = i + 1 < count ? form(words[i + 1].form) : forms_[0];
      out[i] = best(seen, now, before, after, context, &now == &forms_[0] ? std::string_view(lower(i)) : std::string_view{});
    }
    context.t2 = context.t1;
    context.t1 = out[i];
    context.c1 = context.c2;
    context.c2 = guess_at(i + 3);
  }
}

}  // namespace entente::extract
