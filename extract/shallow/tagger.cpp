// Scores the tags of words. Loading is in table.cpp.
#include "extract/shallow/tagger.hpp"

#include <climits>

namespace entente::extract {
namespace {

std::uint8_t guess(const Word& word, std::string_view lower) {
  const auto tag = [&] {
    if (word.shape & kHasDigit) return FineTag::Num;
    if ((word.shape & kCapitalised) && !(word.shape & kSentenceStart)) return FineTag::Propn;
    if (lower.ends_with("ing")) return FineTag::Vbg;
    if (lower.ends_with("ed")) return FineTag::Vbn;
    if (lower.ends_with("ly")) return FineTag::Adv;
    return (word.shape & kPunctuation) ? FineTag::Punct : FineTag::Noun;
  }();
  return static_cast<std::uint8_t>(tag);
}

// Bits as the training script numbers them.
std::uint8_t outline(unsigned shape) {
  return static_cast<std::uint8_t>((shape & 15U) | (shape & kHyphenated ? 16U : 0U) | (shape & kSentenceStart ? 32U : 0U));
}

constexpr std::size_t kAhead = 3;  // words after the present one whose guesses are read

bool one_bit(std::uint32_t mask) { return mask != 0 && (mask & (mask - 1)) == 0; }

}  // namespace

std::uint32_t ShallowTagger::pack(std::string_view bytes) {
  auto key = static_cast<std::uint32_t>(bytes.size()) << 24;
  for (const char c : bytes) key = (key & 0xFF000000U) | ((key & 0xFFFFU) << 8) | static_cast<unsigned char>(c);
  return key;
}

std::uint32_t ShallowTagger::suffix_row(std::string_view lower, std::size_t size) const {
  const std::uint32_t key = pack(lower.substr(lower.size() < size ? 0 : lower.size() - size));
  for (std::size_t i = home(key); suffixes_[i].key != 0; i = (i + 1) & (suffixes_.size() - 1))
    if (suffixes_[i].key == key) return suffixes_[i].row;
  return 0;
}

FineTag ShallowTagger::best(const Form& now, const Form& before, const Form& after, const Context& context, std::string_view lower) const {
  const auto t1 = static_cast<std::size_t>(context.t1);
  const auto t2 = static_cast<std::size_t>(context.t2);
  const bool unknown = &now == forms_.data();
  Row sum = near_[t1 * kContexts + context.c1];
  add_row(sum, tt_[t2 * kContexts + t1]);
  add_row(sum, cc_[context.c1 * kContexts + context.c2]);
  add_row(sum, outline_[context.shape * kContexts + t1]);
  add_row(sum, rows_[now.rows + kAsItself]);
  add_row(sum, rows_[before.rows + kAsPrevious]);
  add_row(sum, rows_[after.rows + kAsNext]);
  if (now.count < 10) {
    add_row(sum, rows_[unknown ? suffix_row(lower, 2) : now.s2]);
    add_row(sum, rows_[unknown ? suffix_row(lower, 3) : now.s3]);
  }
  if (now.joint != 0) {
    add_row(sum, rows_[now.joint + t1]);
    add_row(sum, rows_[now.joint + kContexts + context.c1]);
  }
  unsigned chosen = 0;
  int high = INT_MIN;
  for (std::uint32_t left = now.mask != 0 ? now.mask : open_class(now) ? kOpen : kAll; left != 0; left &= left - 1) {
    const auto k = static_cast<unsigned>(__builtin_ctz(left));
    if (sum[k] <= high) continue;
    high = sum[k];
    chosen = k;
  }
  return static_cast<FineTag>(chosen);
}

// All words first, so that their rows are on the way from memory together when the tags are chosen.
void ShallowTagger::look_up(std::span<const Word> words, std::span<const std::string_view> lower, Work& work) const {
  work.forms.resize(words.size());
  work.guesses.assign(words.size() + kAhead, static_cast<std::uint8_t>(FineTag::Start));
  for (std::size_t i = 0; i < words.size(); ++i) {
    work.forms[i] = &form(words[i].form);
    __builtin_prefetch(work.forms[i]);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Form& known = *work.forms[i];
    work.guesses[i] = known.best < kTags ? known.best : guess(words[i], lower[i]);
    const char* const rows = reinterpret_cast<const char*>(&rows_[known.rows]);
    for (std::size_t at = 0; at < kParts * sizeof(Row); at += 64) __builtin_prefetch(rows + at);
  }
}

void ShallowTagger::tag(std::span<const Word> words, std::span<const std::string_view> lower, Work& work) const {
  look_up(words, lower, work);
  work.tags.resize(words.size());
  const std::uint8_t* const guesses = work.guesses.data();
  Context context{FineTag::Start, FineTag::Start, guesses[1], guesses[2], 0};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Form& now = *work.forms[i];
    if (one_bit(now.mask)) {
      work.tags[i] = static_cast<FineTag>(__builtin_ctz(now.mask));
    } else {
      context.shape = outline(words[i].shape);
      const Form& before = i > 0 ? *work.forms[i - 1] : forms_[0];
      const Form& after = i + 1 < words.size() ? *work.forms[i + 1] : forms_[0];
      work.tags[i] = best(now, before, after, context, lower[i]);
      const bool alone = i + 1 == words.size() || (words[i + 1].shape & kCapitalised) == 0;
      if (i == 0 && alone && work.tags[i] == FineTag::Propn && is_common(now)) work.tags[i] = FineTag::Noun;  // "Cargo was moved"
    }
    context.t2 = context.t1;
    context.t1 = work.tags[i];
    context.c1 = context.c2;
    context.c2 = guesses[i + kAhead];
  }
}

}  // namespace entente::extract
