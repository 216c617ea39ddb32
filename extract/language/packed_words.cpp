#include "extract/language/packed_words.hpp"

#include <algorithm>

#include "extract/language/features.hpp"

namespace entente::language {

// Names of tags are views into the model: the same name has the same address.
bool PackedWords::Description::operator==(const Description& other) const {
  return upos == other.upos && xpos.data() == other.xpos.data() && feats.data() == other.feats.data() && deprel.data() == other.deprel.data();
}

std::size_t PackedWords::DescriptionHash::operator()(const Description& d) const {
  const auto address = [](std::string_view name) { return reinterpret_cast<std::uintptr_t>(name.data()); };
  return mix(mix(mix(address(d.xpos), address(d.feats)), address(d.deprel)), static_cast<std::uint64_t>(d.upos));
}

void PackedWords::add(const AnnotatedSentences& sentences) {
  const auto& segmentation = sentences.segmentation;
  const auto& words = sentences.words;
  for (const auto& s : segmentation.sentences) firsts_.push_back(size_ + s.first);
  for (std::size_t i = 0; i < words.size(); ++i) {
    add(segmentation.tokens[i], words[i], words[i].head < 0 ? 0 : words[i].head - static_cast<std::int32_t>(i));
  }
}

void PackedWords::add(const corpus::Token& token, const WordAnnotation& annotation, std::int32_t head) {
  const auto k = size_ % kGroup;
  if (k == 0) groups_.push_back({end_, {}, {}, {}, {}});
  auto& group = groups_.back();
  const auto form = token.span.of(text_);
  const auto lemma = annotation.lemma == form ? LemmaKind::Form : annotation.lemma == lower_form(form) ? LemmaKind::Lower : LemmaKind::Other;
  const Word word{token.span.begin - end_, token.span.size(), head, number_of(annotation)};
  const bool fits = word.gap < 16 && word.size < 256 && word.head >= INT8_MIN && word.head <= INT8_MAX && word.description <= UINT16_MAX;
  group.bits[k] = static_cast<std::uint8_t>(static_cast<unsigned>(lemma) << 2 | (token.joined ? 2U : 0U) | (token.space_before ? 1U : 0U));
  if (fits) {
    group.bits[k] |= static_cast<std::uint8_t>(word.gap << 4);
    group.descriptions[k] = static_cast<std::uint16_t>(word.description);
    group.heads[k] = static_cast<std::int8_t>(word.head);
    group.sizes[k] = static_cast<std::uint8_t>(word.size);
  } else {
    wide_.emplace_back(size_, word);
  }
  end_ = token.span.end;
  ++size_;
}

std::uint32_t PackedWords::number_of(const WordAnnotation& word) {
  const Description description{word.upos, word.xpos, word.feats, word.deprel};
  const auto [found, added] = numbers_.emplace(description, static_cast<std::uint32_t>(descriptions_.size()));
  if (added) descriptions_.push_back(description);
  return found->second;
}

PackedWords::Word PackedWords::at(std::uint32_t word) const {
  const auto& group = groups_[word / kGroup];
  const auto k = word % kGroup;
  if (group.sizes[k] > 0) return {static_cast<std::uint32_t>(group.bits[k] >> 4), group.sizes[k], group.heads[k], group.descriptions[k]};
  return std::lower_bound(wide_.begin(), wide_.end(), word, [](const auto& a, std::uint32_t b) { return a.first < b; })->second;
}

Span PackedWords::span_of(std::uint32_t word) const {
  auto begin = groups_[word / kGroup].begin;
  for (auto i = word - word % kGroup; i < word; ++i) {
    const auto before = at(i);
    begin += before.gap + before.size;
  }
  const auto own = at(word);
  return {begin + own.gap, begin + own.gap + own.size};
}

WordTags PackedWords::tags(std::uint32_t word) const {
  const auto w = at(word);
  const auto& d = descriptions_[w.description];
  return {d.upos, d.deprel, w.head == 0};
}

std::string PackedWords::lemma(std::string_view form, const Description& d, LemmaKind kind) const {
  if (kind == LemmaKind::Form) return std::string(form);
  return kind == LemmaKind::Lower ? lower_form(form) : model_.lemma(form, d.upos, d.xpos);
}

std::uint32_t PackedWords::sentences_within(std::uint32_t first, std::size_t words) const {
  auto next = first;
  while (next < sentences() && firsts_[next] - firsts_[first] < words) ++next;
  return next;
}

AnnotatedSentences PackedWords::unpack(std::uint32_t first, std::size_t words) const {
  AnnotatedSentences out;
  if (first >= sentences()) return out;
  const auto begin = firsts_[first];
  const auto next = sentences_within(first, words);
  const auto end = next < sentences() ? firsts_[next] : size_;
  out.words.reserve(end - begin);
  out.segmentation.tokens.reserve(end - begin);
  Span span{0, span_of(begin).begin - at(begin).gap};
  for (auto i = begin; i < end; ++i) {
    const auto w = at(i);
    const auto bits = groups_[i / kGroup].bits[i % kGroup];
    const auto& d = descriptions_[w.description];
    span = {span.end + w.gap, span.end + w.gap + w.size};
    out.segmentation.tokens.push_back({span, (bits & 1U) != 0, (bits & 2U) != 0});
    const auto head = w.head == 0 ? -1 : static_cast<std::int32_t>(i - begin) + w.head;
    out.words.push_back({d.upos, head, lemma(span.of(text_), d, static_cast<LemmaKind>(bits >> 2U & 3U)), d.xpos, d.feats, d.deprel});
  }
  out.space_behind = end == size_ || (groups_[end / kGroup].bits[end % kGroup] & 1U) != 0;
  for (auto s = first; s < next; ++s) {
    const auto from = firsts_[s] - begin, to = (s + 1 < sentences() ? firsts_[s + 1] : size_) - begin;
    const auto& tokens = out.segmentation.tokens;
    out.segmentation.sentences.push_back({cover(tokens[from].span, tokens[to - 1].span), from, to, 0});
  }
  return out;
}

std::size_t PackedWords::bytes() const {
  return groups_.size() * sizeof(Group) + wide_.capacity() * sizeof(wide_[0]) + firsts_.size() * sizeof(std::uint32_t) +
         descriptions_.size() * (sizeof(Description) * 2 + 32);
}

}  // namespace entente::language
