#include "extract/language/tagger.hpp"

namespace entente::language {
namespace {

const WordFeatures kEdge{};  // before the first and after the last word

}  // namespace

void tag_features(std::span<const WordFeatures> words, std::size_t i, TagId one, TagId two,
                  std::array<std::uint64_t, kTagFeatures>& out) {
  const auto at = [&](std::ptrdiff_t offset) -> const WordFeatures& {
    const auto j = static_cast<std::ptrdiff_t>(i) + offset;
    return j >= 0 && j < static_cast<std::ptrdiff_t>(words.size()) ? words[static_cast<std::size_t>(j)] : kEdge;
  };
  const auto& w = words[i];
  const auto& p = at(-1);
  const auto& n = at(1);
  const std::uint64_t t1 = one + 1U;
  const std::uint64_t t2 = two + 1U;
  std::size_t k = 0;
  const auto add = [&](std::uint64_t value) { out[k] = mix(value, k + 1), ++k; };
  add(0);
  add(w.form);
  add(w.lower);
  add(w.shape);
  for (const auto affix : w.prefix) add(affix);
  for (const auto affix : w.suffix) add(affix);
  add(t1);
  add(mix(t1, t2));
  add(mix(t1, w.lower));
  add(mix(t1, w.suffix[2]));
  add(mix(t1, n.lower));
  add(p.lower);
  add(p.suffix[2]);
  add(n.lower);
  add(n.suffix[2]);
  add(n.shape);
  add(at(-2).lower);
  add(at(2).lower);
  add(mix(w.shape, i == 0));
}

Result<std::vector<Tagger::Tag>> read_tags(const Container& container, const std::string& section) {
  auto names = read_strings(container, section);
  if (!names) return names.error();
  std::vector<Tagger::Tag> tags;
  for (const auto& name : *names) {
    const auto space = name.find(' ');
    const auto upos = upos_of(name.substr(0, space));
    if (space == std::string::npos || !upos) return container.broken(section, "'" + name + "' is no tag");
    tags.push_back({*upos, name.substr(space + 1)});
  }
  if (tags.empty() || tags.size() > 250) return container.broken(section, "it needs 1 to 250 tags");
  return tags;
}

Result<Tagger> Tagger::read(const Container& container) {
  Tagger tagger;
  auto tags = read_tags(container, "tagger.tags");
  if (!tags) return tags.error();
  tagger.tags_ = *std::move(tags);
  auto model = LinearModel::read(container, "tagger");
  if (!model) return model.error();
  tagger.model_ = *model;
  if (tagger.model_.classes() != tagger.tags_.size()) return container.broken("tagger.tags", "their number is not the model's");
  const auto fixed = container.get<Fixed>("tagger.fixed");
  if (!fixed) return fixed.error();
  tagger.fixed_ = *fixed;
  bool free = false;
  for (const auto& f : *fixed) {
    free = free || f.key == 0;
    if (f.tag >= tagger.tags_.size()) return container.broken("tagger.fixed", "a tag is out of range");
  }
  if (!free || (fixed->size() & (fixed->size() - 1)) != 0) return container.broken("tagger.fixed", "it is no table");
  return tagger;
}

const Tagger::Fixed* Tagger::fixed(std::uint64_t form) const {
  const auto mask = fixed_.size() - 1;
  const auto key = LinearModel::key_of(form);
  for (auto i = form & mask; fixed_[i].key != 0; i = (i + 1) & mask) {
    if (fixed_[i].key == key) return &fixed_[i];
  }
  return nullptr;
}

void Tagger::tag(std::span<const WordFeatures> words, std::vector<TagId>& tags) const {
  tags.resize(words.size());
  std::array<std::uint64_t, kTagFeatures> features;
  std::array<std::int32_t, 256> scores;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto* known = fixed(words[i].form)) {
      tags[i] = static_cast<TagId>(known->tag);
      continue;
    }
    tag_features(words, i, i > 0 ? tags[i - 1] : TagId{255}, i > 1 ? tags[i - 2] : TagId{255}, features);
    for (const auto f : features) model_.prefetch(f);
    std::fill_n(scores.begin(), tags_.size(), 0);
    for (const auto f : features) model_.add(f, scores.data());
    tags[i] = static_cast<TagId>(best_class({scores.data(), tags_.size()}));
  }
}

}  // namespace entente::language
