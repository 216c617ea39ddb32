#include "extract/language/tagger.hpp"

#include <atomic>
#include <cstring>

namespace entente::language {
namespace {

const WordFeatures kEdge{};  // before the first and after the last word

// Features in groups, by what they look at; each has a number of its own.
constexpr std::size_t kOwn = 11, kBefore = 2, kAfter = 3, kContext = 8;
static_assert(kOwn + kBefore + kAfter + kContext == kTagFeatures);

template <std::size_t kCount>
struct Group {
  std::array<std::uint64_t, kCount> hashes;
  std::size_t used = 0;
  void add(std::uint64_t value, std::uint64_t number) { hashes[used++] = mix(value, number); }
};

Group<kOwn> own_features(const WordFeatures& w) {
  Group<kOwn> g;
  g.add(0, 1);
  g.add(w.form, 2);
  g.add(w.lower, 3);
  g.add(w.shape, 4);
  for (std::size_t i = 0; i < 3; ++i) g.add(w.prefix[i], 5 + i);
  for (std::size_t i = 0; i < 4; ++i) g.add(w.suffix[i], 8 + i);
  return g;
}

// Of the word before and the word behind the one that is tagged.
Group<kBefore> before_features(const WordFeatures& w) {
  Group<kBefore> g;
  g.add(w.lower, 17);
  g.add(w.suffix[2], 18);
  return g;
}

Group<kAfter> after_features(const WordFeatures& w) {
  Group<kAfter> g;
  g.add(w.lower, 19);
  g.add(w.suffix[2], 20);
  g.add(w.shape, 21);
  return g;
}

struct Context {
  const WordFeatures& word;
  const WordFeatures& next;
  const WordFeatures& two_before;
  const WordFeatures& two_after;
  bool first;
  TagId one, two;  // tags before
};

Group<kContext> context_features(const Context& c) {
  const std::uint64_t t1 = c.one + 1U;
  const std::uint64_t t2 = c.two + 1U;
  Group<kContext> g;
  g.add(t1, 12);
  g.add(mix(t1, t2), 13);
  g.add(mix(t1, c.word.lower), 14);
  g.add(mix(t1, c.word.suffix[2]), 15);
  g.add(mix(t1, c.next.lower), 16);
  g.add(c.two_before.lower, 22);
  g.add(c.two_after.lower, 23);
  g.add(mix(c.word.shape, c.first), 24);
  return g;
}

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace

void tag_features(std::span<const WordFeatures> words, std::size_t i, TagId one, TagId two,
                  std::array<std::uint64_t, kTagFeatures>& out) {
  const auto at = [&](std::ptrdiff_t offset) -> const WordFeatures& {
    const auto j = static_cast<std::ptrdiff_t>(i) + offset;
    return j >= 0 && j < static_cast<std::ptrdiff_t>(words.size()) ? words[static_cast<std::size_t>(j)] : kEdge;
  };
  auto to = out.begin();
  const auto put = [&](const auto& group) { to = std::copy(group.hashes.begin(), group.hashes.end(), to); };
  put(own_features(words[i]));
  put(before_features(at(-1)));
  put(after_features(at(1)));
  put(context_features({words[i], at(1), at(-2), at(2), i == 0, one, two}));
}

// What a word adds to the scores of itself and of its neighbours, kept for frequent words: a thread's own.
class Tagger::Memo {
 public:
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t size = UINT32_MAX;
    std::int32_t fixed = -1;  // the tag, if it is always the same
    char form[24] = {};
    WordFeatures features;
  };

  void use(const Tagger& tagger) {
    if (number_ == tagger.number_) return;
    number_ = tagger.number_;
    classes_ = tagger.tags_.size();
    entries_.assign(kEntries + 2, Entry());
    sums_.assign(entries_.size() * 3 * classes_, 0);
    fill(tagger, kEntries + 1, kEdge);
  }
  // The entry stays as it is until the next call.
  std::size_t find(const Tagger& tagger, std::string_view form) {
    if (form.size() > sizeof Entry::form) {
      fill(tagger, kEntries, word_features(form));
      return kEntries;
    }
    const auto key = form_key(form);
    const std::size_t at = key % kEntries;
    auto& entry = entries_[at];
    if (entry.key == key && entry.size == form.size() && std::memcmp(entry.form, form.data(), form.size()) == 0) return at;
    entry.key = key;
    entry.size = static_cast<std::uint32_t>(form.size());
    std::memcpy(entry.form, form.data(), form.size());
    fill(tagger, at, word_features(form));
    return at;
  }
  static constexpr std::size_t edge() { return kEntries + 1; }
  const Entry& entry(std::size_t at) const { return entries_[at]; }
  const std::int32_t* own(std::size_t at) const { return &sums_[at * 3 * classes_]; }
  const std::int32_t* before(std::size_t at) const { return own(at) + classes_; }
  const std::int32_t* after(std::size_t at) const { return own(at) + 2 * classes_; }

  // Scores of four words that follow each other, and the features of eight.
  std::int32_t* scores(std::size_t word) { return scores_[word % 4].data(); }
  WordFeatures& features(std::size_t word) { return features_[word % 8]; }
  std::int32_t& fixed(std::size_t word) { return fixed_[word % 8]; }

 private:
  static constexpr std::size_t kEntries = 1024;

  void fill(const Tagger& tagger, std::size_t at, const WordFeatures& features) {
    auto& entry = entries_[at];
    entry.features = features;
    const auto* known = tagger.fixed(features.form);
    entry.fixed = known != nullptr ? static_cast<std::int32_t>(known->tag) : -1;
    std::int32_t* to = &sums_[at * 3 * classes_];
    std::fill_n(to, 3 * classes_, 0);
    const auto own = own_features(features);
    const auto before = before_features(features);
    const auto after = after_features(features);
    for (const auto h : own.hashes) tagger.model_.prefetch(h);
    for (const auto h : before.hashes) tagger.model_.prefetch(h);
    for (const auto h : after.hashes) tagger.model_.prefetch(h);
    for (const auto h : own.hashes) tagger.model_.add(h, to);
    for (const auto h : before.hashes) tagger.model_.add(h, to + classes_);
    for (const auto h : after.hashes) tagger.model_.add(h, to + 2 * classes_);
  }

  std::uint64_t number_ = 0;
  std::size_t classes_ = 0;
  std::vector<Entry> entries_;
  std::vector<std::int32_t> sums_;  // of an entry: own, before, after
  std::array<std::array<std::int32_t, 256>, 4> scores_;
  std::array<WordFeatures, 8> features_;
  std::array<std::int32_t, 8> fixed_;
};

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
  tagger.number_ = next_number();
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

void Tagger::tag(std::span<const std::string_view> forms, std::vector<TagId>& tags) const {
  static thread_local Memo memo;
  memo.use(*this);
  const std::size_t n = forms.size();
  const std::size_t classes = tags_.size();
  tags.resize(n);
  const auto add = [classes](const std::int32_t* __restrict from, std::int32_t* __restrict to) {
    for (std::size_t c = 0; c < classes; ++c) to[c] += from[c];
  };
  std::copy_n(memo.before(Memo::edge()), classes, memo.scores(0));
  // Word `j` is read, then word j - 2 is tagged, of whose neighbours all is known.
  for (std::size_t j = 0; j < n + 2; ++j) {
    const auto at = j < n ? memo.find(*this, forms[j]) : Memo::edge();
    memo.features(j) = memo.entry(at).features;
    memo.fixed(j) = memo.entry(at).fixed;
    if (j > 0) add(memo.after(at), memo.scores(j - 1));
    if (j < n) add(memo.own(at), memo.scores(j));
    std::copy_n(memo.before(at), classes, memo.scores(j + 1));
    if (j < 2) continue;
    const auto i = j - 2;
    if (memo.fixed(i) >= 0) {
      tags[i] = static_cast<TagId>(memo.fixed(i));
      continue;
    }
    const auto context = context_features({memo.features(i), memo.features(i + 1), i > 1 ? memo.features(i - 2) : kEdge, memo.features(j),
                                           i == 0, i > 0 ? tags[i - 1] : TagId{255}, i > 1 ? tags[i - 2] : TagId{255}});
    for (const auto f : context.hashes) model_.prefetch(f);
    for (const auto f : context.hashes) model_.add(f, memo.scores(i));
    tags[i] = static_cast<TagId>(best_class({memo.scores(i), classes}));
  }
}

}  // namespace entente::language
