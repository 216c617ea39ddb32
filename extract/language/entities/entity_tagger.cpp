#include "extract/language/entities/entity_tagger.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "extract/language/features.hpp"

namespace entente::language {
namespace {

NamePart part_of(std::size_t c) { return static_cast<NamePart>((c - 1) % 4); }
NameType type_of(std::size_t c) { return static_cast<NameType>((c - 1) / 4); }

}  // namespace

std::string_view name_of(NameType type) {
  constexpr std::string_view names[] = {"PER", "ORG", "LOC", "MISC"};
  return names[static_cast<std::size_t>(type)];
}

std::uint64_t transition_feature(std::size_t from) { return mix(0x7A5, from); }

bool may_follow(std::size_t a, std::size_t b) {
  const bool open = a != 0 && (part_of(a) == NamePart::Begin || part_of(a) == NamePart::Inside);
  if (!open) return b == 0 || part_of(b) == NamePart::Begin || part_of(b) == NamePart::Alone;
  return b != 0 && type_of(a) == type_of(b) && (part_of(b) == NamePart::Inside || part_of(b) == NamePart::Last);
}

std::vector<std::uint8_t> classes_of(std::span<const NamedSpan> names, std::size_t words) {
  std::vector<std::uint8_t> out(words, 0);
  for (const auto& n : names) {
    for (auto i = n.first; i < n.last && i < words; ++i) {
      const NamePart part = n.last - n.first == 1 ? NamePart::Alone : i == n.first ? NamePart::Begin
                            : i + 1 == n.last ? NamePart::Last : NamePart::Inside;
      out[i] = static_cast<std::uint8_t>(name_class(n.type, part));
    }
  }
  return out;
}

void spans_of(std::span<const std::uint8_t> classes, std::vector<NamedSpan>& out) {
  out.clear();
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < classes.size(); ++i) {
    const auto c = classes[i];
    if (c == 0) continue;
    if (part_of(c) == NamePart::Begin) begin = i;
    if (part_of(c) == NamePart::Alone) out.push_back({i, i + 1, type_of(c)});
    if (part_of(c) == NamePart::Last) out.push_back({begin, i + 1, type_of(c)});
  }
}

std::vector<std::string> iob_tags(std::span<const NamedSpan> names, std::size_t words) {
  std::vector<std::string> out(words);
  for (const auto& n : names) {
    for (auto i = n.first; i < n.last && i < words; ++i) (out[i] = i == n.first ? "B-" : "I-") += name_of(n.type);
  }
  return out;
}

Result<EntityTagger> EntityTagger::load(const std::filesystem::path& path) {
  auto container = Container::open(path);
  if (!container) return container.error();
  return read(*std::move(container));
}

Result<EntityTagger> EntityTagger::read(Container container) {
  auto model = LinearModel::read(container, "entities");
  if (!model) return model.error();
  if (model->classes() != kModelClasses) return container.broken("entities.meta", "it has not the classes of this program");
  auto lists = NameLists::read(container);
  if (!lists) return lists.error();
  EntityTagger tagger;
  for (std::size_t from = 0; from < kNameClasses; ++from) {
    std::array<std::int32_t, kModelClasses> row{};
    model->add(transition_feature(from), row.data());
    tagger.transitions_.insert(tagger.transitions_.end(), row.begin(), row.begin() + kNameClasses);
  }
  tagger.model_ = *std::move(model);
  tagger.lists_ = *std::move(lists);
  tagger.container_ = std::move(container);
  return tagger;
}

void EntityTagger::find(std::span<const std::string_view> forms, std::span<const Upos> tags, std::vector<NamedSpan>& out) const {
  out.clear();
  if (forms.empty()) return;
  const EntityFeatures features(forms, tags, lists_);
  std::vector<std::uint64_t> hashes;
  hashes.reserve(kMostFeatures);
  std::vector<std::int32_t> emission(forms.size() * kNameClasses);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    features.at(i, hashes);
    for (const auto h : hashes) model_.prefetch(h);
    std::array<std::int32_t, kModelClasses> scores{};
    for (const auto h : hashes) model_.add(h, scores.data());
    std::copy_n(scores.begin(), kNameClasses, emission.begin() + static_cast<std::ptrdiff_t>(i * kNameClasses));
  }
  const auto classes = best_sequence(emission, transitions_);
  spans_of(classes, out);
  std::erase_if(out, [&](const NamedSpan& n) {
    return n.type == NameType::Other || (n.last - n.first == 1 && features.is_adjective(n.first));
  });
}

std::vector<NamedSpan> EntityTagger::find(std::span<const std::string_view> forms, std::span<const Upos> tags,
                                          std::span<const WordRange> sentences) const {
  std::vector<NamedSpan> all, some;
  for (const auto& s : sentences) {
    find(forms.subspan(s.first, s.last - s.first), tags.subspan(s.first, s.last - s.first), some);
    for (const auto& n : some) all.push_back({n.first + s.first, n.last + s.first, n.type});
  }
  agree(forms, all);
  return all;
}

void agree(std::span<const std::string_view> forms, std::vector<NamedSpan>& names) {
  std::map<std::string, std::array<std::uint32_t, 4>> votes;
  std::map<std::string_view, std::uint32_t> last_names;
  const auto key = [&](const NamedSpan& n) {
    std::string k;
    for (auto i = n.first; i < n.last; ++i) (k += forms[i]) += ' ';
    return k;
  };
  for (const auto& n : names) {
    ++votes[key(n)][static_cast<std::size_t>(n.type)];
    if (n.type == NameType::Person && n.last - n.first > 1) ++last_names[forms[n.last - 1]];
  }
  for (auto& n : names) {
    const auto& v = votes[key(n)];
    const auto best = static_cast<std::size_t>(std::max_element(v.begin(), v.end()) - v.begin());
    if (v[best] > v[static_cast<std::size_t>(n.type)]) n.type = static_cast<NameType>(best);
    const auto person = n.last - n.first == 1 ? last_names.find(forms[n.first]) : last_names.end();
    if (person != last_names.end() && person->second * 2 >= v[best]) n.type = NameType::Person;
  }
}

}  // namespace entente::language
