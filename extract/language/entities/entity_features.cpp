#include "extract/language/entities/entity_features.hpp"

#include <algorithm>
#include <bit>

namespace entente::language {
namespace {

using K = ListKind;

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t h = 1469598103934665603ULL;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return mix(h);
}

bool all_capitals(std::string_view form) {
  return form.size() > 1 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool begins_small(std::string_view form) { return !form.empty() && ((form.front() >= 'a' && form.front() <= 'z') || form.front() == '&'); }

bool letters(std::string_view form) {
  const char c = form.empty() ? ' ' : form.front();
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// The kinds of a word in few numbers, so that they can be paired with other things.
std::uint32_t summary_of(std::uint64_t k) {
  const auto any = [&](std::uint64_t kinds) { return (k & kinds) != 0; };
  const std::uint32_t given = any(bit(K::GivenCommon)) ? 3 : any(bit(K::Given)) ? 2 : any(bit(K::AnyName)) ? 1 : 0;
  const std::uint32_t surname = any(bit(K::SurnameCommon)) ? 3 : any(bit(K::SurnameMid)) ? 2 : any(bit(K::Surname)) ? 1 : 0;
  const std::uint32_t place = any(bits_of(K::CityLarge, K::Country, K::Region, K::OwnLocation)) ? 3 : any(bit(K::City)) ? 2
                              : any(bits_of(K::CitySmall, K::Place)) ? 1 : 0;
  return given | surname << 2 | place << 4 | (any(lists::kOrganizations) ? 1U : 0U) << 6 | (any(bit(K::OrdinaryWord)) ? 1U : 0U) << 7 |
         (any(bits_of(K::OwnAdjective, K::Demonym, K::People)) ? 1U : 0U) << 8;
}

constexpr std::ptrdiff_t kReach = 6;  // of a run of words with capitals, to either side

constexpr auto kHeads = bits_of(K::OrganizationHead, K::PlaceHead, K::PersonNoun, K::EventHead, K::WorkHead, K::Title, K::GroupNoun);

}  // namespace

bool begins_capital(std::string_view form) {
  const auto c = static_cast<unsigned char>(form.empty() ? 0 : form.front());
  return (c >= 'A' && c <= 'Z') || (c == 0xC3 && form.size() > 1 && static_cast<unsigned char>(form[1]) < 0x9F);
}

std::vector<NameWord> name_words(std::span<const std::string_view> forms, std::span<const WordAnnotation> words, std::uint32_t first) {
  std::vector<NameWord> out;
  out.reserve(forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto& w = words[i];
    out.push_back({forms[i], w.lemma, w.xpos, w.deprel, w.upos, w.head < 0 ? -1 : w.head - static_cast<std::int32_t>(first)});
  }
  return out;
}

// Numbers the templates, so that equal values of different ones differ.
class EntityFeatures::Sink {
 public:
  explicit Sink(std::vector<std::uint64_t>& out) : out_(out) {}
  void operator()(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    ++name_;
    out_.push_back(mix(mix(mix(name_, a), b), c));
  }
  // One feature for each kind.
  void kinds(std::uint64_t set, std::uint64_t beside) {
    ++name_;
    for (set &= ~bit(K::Prefix); set != 0; set &= set - 1) {
      out_.push_back(mix(mix(name_, static_cast<std::uint64_t>(std::countr_zero(set))), beside));
    }
  }
  void skip(std::uint64_t templates) { name_ += templates; }

 private:
  std::vector<std::uint64_t>& out_;
  std::uint64_t name_ = 0;
};

EntityFeatures::EntityFeatures(std::span<const NameWord> sentence, const NameLists& lists, const WordClusters& clusters) {
  describe(sentence, lists, clusters);
  constexpr std::uint64_t groups[] = {lists::kPersons, lists::kOrganizations, lists::kPlaces, lists::kOthers};
  for (std::size_t g = 0; g < 4; ++g) find_phrases(lists, g, groups[g]);
}

void EntityFeatures::describe(std::span<const NameWord> sentence, const NameLists& lists, const WordClusters& clusters) {
  words_.resize(sentence.size());
  std::size_t upper = 0, capitals = 0, alphabetic = 0;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const NameWord& s = sentence[i];
    Word& w = words_[i];
    w.spelling = word_features(s.form);
    w.cluster = clusters.of(w.spelling.lower);
    w.kinds = lists.kinds(NameLists::chain(0, w.spelling.lower));
    w.xpos = hash_of(s.xpos);
    w.deprel = hash_of(s.deprel);
    w.lemma = hash_of(s.lemma);
    w.upos = static_cast<std::uint64_t>(s.upos);
    w.summary = summary_of(w.kinds);
    w.head = s.head >= 0 && s.head < static_cast<std::int32_t>(sentence.size()) ? s.head : -1;
    w.capital = begins_capital(s.form) ? 1 : 0;
    w.little = s.form.size() < 4 && begins_small(s.form);
    w.inner = s.deprel == "compound" || s.deprel.substr(0, 4) == "flat" || s.deprel == "goeswith";
    upper += all_capitals(s.form) ? 1 : 0;
    capitals += w.capital;
    alphabetic += letters(s.form) ? 1 : 0;
  }
  for (const Word& w : words_) {
    if (w.head < 0 || sentence[static_cast<std::size_t>(&w - words_.data())].deprel != "case") continue;
    auto& preposition = words_[static_cast<std::size_t>(w.head)].preposition;
    if (preposition == 0) preposition = w.spelling.lower;
  }
  style_ = alphabetic < 3 ? 0 : upper * 2 > alphabetic ? 1 : capitals * 10 > alphabetic * 7 ? 2 : capitals == 0 ? 3 : 4;
}

// The longest known names of one group from left to right.
void EntityFeatures::find_phrases(const NameLists& lists, std::size_t group, std::uint64_t kinds) {
  constexpr std::size_t longest = 7;  // words of a name that is looked up
  for (std::size_t i = 0; i < words_.size();) {
    std::uint64_t hash = 0, found = 0;
    std::size_t end = i;
    for (std::size_t k = i; k < words_.size() && k < i + longest; ++k) {
      hash = NameLists::chain(hash, words_[k].spelling.lower);
      const auto known = k == i ? words_[i].kinds : lists.kinds(hash);
      if ((known & kinds) != 0) {
        found = known & kinds;
        end = k + 1;
      }
      if ((known & bit(K::Prefix)) == 0) break;
    }
    std::uint64_t capitals = 1;
    for (std::size_t k = i; k < end; ++k) capitals &= words_[k].capital | (k > i && k + 1 < end && words_[k].little ? 1U : 0U);
    for (std::size_t k = i; k < end; ++k) {
      const std::uint64_t part = end - i == 1 ? 3 : k == i ? 0 : k + 1 == end ? 2 : 1;
      words_[k].phrases[group] = mix(found, part << 1 | capitals) | 1U;
      words_[k].known[group] = found;
      words_[k].lengths[group] = static_cast<std::uint8_t>(std::min<std::size_t>(end - i, 3) << 3 | part << 1 | capitals);
    }
    i = std::max(end, i + 1);
  }
}

const EntityFeatures::Word& EntityFeatures::word(std::ptrdiff_t i) const {
  return i < 0 || i >= static_cast<std::ptrdiff_t>(words_.size()) ? edge_ : words_[static_cast<std::size_t>(i)];
}

void EntityFeatures::at(std::size_t i, std::vector<std::uint64_t>& out) const {
  out.clear();
  Sink add(out);
  const auto at = static_cast<std::ptrdiff_t>(i);
  spelling(at, add);
  listed(at, add);
  run_of_capitals(at, add);
  tree(at, add);
  alike(at, add);
}

void EntityFeatures::spelling(std::ptrdiff_t i, Sink& add) const {
  const Word &w = word(i), &l = word(i - 1), &r = word(i + 1), &ll = word(i - 2), &rr = word(i + 2);
  const auto& s = w.spelling;
  add(0);
  add(s.form);
  add(s.lower);
  add(s.lower, r.spelling.lower);
  add(l.spelling.lower, s.lower);
  add(s.shape, i == 0 ? 1 : 0, style_);
  for (const auto p : s.prefix) add(p);
  for (const auto p : s.suffix) add(p);
  for (const Word* o : {&l, &r, &ll, &rr}) add(o->spelling.lower);
  add(l.spelling.lower, s.shape);
  add(r.spelling.lower, s.shape);
  add(l.spelling.shape, s.shape, r.spelling.shape);
  add(w.upos, w.capital, style_);
  add(l.upos, w.upos, w.capital);
  add(w.upos, r.upos, w.capital);
  add(l.upos, w.upos, r.upos);
  add(mix(ll.upos, l.upos), w.upos, mix(r.upos, rr.upos));
  add(w.xpos, w.capital);
  add(l.xpos, w.xpos, r.xpos);
}

void EntityFeatures::listed(std::ptrdiff_t i, Sink& add) const {
  const Word &w = word(i), &l = word(i - 1), &r = word(i + 1);
  add(w.summary, w.capital, w.upos);
  add(w.summary, l.summary);
  add(w.summary, r.summary);
  add(w.summary, mix(l.summary, r.summary));
  add(l.summary, w.capital, w.upos);
  add(r.summary, w.capital, w.upos);
  add(w.summary, style_, w.capital);
  add(w.summary, l.spelling.lower);
  add(w.summary, r.spelling.lower);
  add.kinds(w.kinds, w.capital);
  add.kinds(l.kinds, w.capital);
  add.kinds(r.kinds, w.capital);
  add.kinds(w.kinds, mix(w.upos, w.capital));
  add.kinds(word(i - 2).kinds, w.capital);
  add.kinds(word(i + 2).kinds, w.capital);
  for (const auto phrase : w.phrases) {
    if (phrase == 0) {
      add.skip(3);
      continue;
    }
    add(phrase, w.capital);
    add(phrase, w.upos);
    add(phrase, l.spelling.lower);
  }
  for (std::size_t g = 0; g < w.known.size(); ++g) add.kinds(w.known[g], w.lengths[g]);
  add(w.lengths[0], w.lengths[1], mix(w.lengths[2], w.lengths[3]));
  add(w.lengths[0] >> 3, w.lengths[1] >> 3, mix(w.lengths[2] >> 3, w.upos));
  add(mix(w.phrases[0], w.phrases[1]), mix(w.phrases[2], w.phrases[3]), w.capital);
}

// The words around the run of words with capitals in which the word stands, and the run's ends.
void EntityFeatures::run_of_capitals(std::ptrdiff_t i, Sink& add) const {
  const Word& w = word(i);
  std::ptrdiff_t a = i - 1, b = i + 1;
  while (a >= 0 && word(a).capital != 0 && i - a < kReach) --a;
  while (word(b).capital != 0 && b - i < kReach) ++b;
  const auto before = static_cast<std::uint64_t>(i - a), behind = static_cast<std::uint64_t>(b - i);
  const Word &first = word(a + 1), &last = word(b - 1), &left = word(a), &right = word(b);
  add(left.spelling.lower, before, w.capital);
  add(right.spelling.lower, behind, w.capital);
  add(last.spelling.lower, w.capital, behind == 1 ? 1 : 0);
  add(last.summary, behind, w.capital);
  add(first.summary, before, w.capital);
  add(before, behind, w.capital);
  add(last.kinds & kHeads, behind, w.capital);
  add(left.kinds & bits_of(K::Title, K::PersonNoun, K::OrganizationHead, K::PlaceHead), w.capital);
}

// The word's place in the tree, and that of the head of the name it belongs to.
void EntityFeatures::tree(std::ptrdiff_t i, Sink& add) const {
  const Word& w = word(i);
  const Word& head = word(w.head);
  add(w.deprel, w.capital);
  add(w.deprel, w.upos, word(i - 1).upos);
  add(w.deprel, head.spelling.lower, w.capital);
  add(w.deprel, head.upos, head.capital);
  std::ptrdiff_t t = i;
  for (int steps = 0; steps < 6 && word(t).inner && word(t).head >= 0; ++steps) t = word(t).head;
  const Word& top = word(t);
  const Word& governor = word(top.head);
  add(top.deprel, governor.spelling.lower, w.capital);
  add(top.deprel, governor.lemma, 1);
  add(top.preposition, top.deprel, w.capital);
  add(top.spelling.lower, t == i ? 1 : 0, w.capital);
  add(top.summary, t > i ? 1 : t == i ? 0 : 2, w.capital);
  add(top.deprel, w.capital, w.summary);
  add(t == i ? 0 : 1, top.kinds & bits_of(K::OrganizationHead, K::PlaceHead, K::PersonNoun), w.capital);
  add(top.preposition, governor.lemma, w.summary & 0x30U);
}

// What plain text says of the word and of those around it.
void EntityFeatures::alike(std::ptrdiff_t i, Sink& add) const {
  const Word &w = word(i), &l = word(i - 1), &r = word(i + 1), &ll = word(i - 2), &rr = word(i + 2);
  add(w.cluster.fine, w.capital);
  add(w.cluster.coarse, w.capital, w.upos);
  add(l.cluster.fine, w.capital);
  add(r.cluster.fine, w.capital);
  add(ll.cluster.fine, w.capital);
  add(rr.cluster.fine, w.capital);
  add(l.cluster.coarse, w.cluster.coarse);
  add(w.cluster.coarse, r.cluster.coarse);
  add(l.cluster.coarse, w.summary);
  add(r.cluster.coarse, w.summary);
  add(l.cluster.coarse, r.cluster.coarse, w.capital);
  add(w.cluster.coarse, w.summary);
  add(w.cluster.written, w.capital, style_);
  add(w.cluster.written, w.capital, w.summary);
  add(l.cluster.written, w.cluster.written, mix(r.cluster.written, w.capital));
  std::ptrdiff_t a = i - 1, b = i + 1;
  while (a >= 0 && word(a).capital != 0 && i - a < kReach) --a;
  while (word(b).capital != 0 && b - i < kReach) ++b;
  add(word(a).cluster.fine, static_cast<std::uint64_t>(i - a), w.capital);
  add(word(b).cluster.fine, static_cast<std::uint64_t>(b - i), w.capital);
  add(word(b - 1).cluster.fine, w.capital, b - i == 1 ? 1 : 0);
  add(word(a + 1).cluster.fine, w.capital, i - a == 1 ? 1 : 0);
  std::ptrdiff_t t = i;
  for (int steps = 0; steps < 6 && word(t).inner && word(t).head >= 0; ++steps) t = word(t).head;
  const Word& governor = word(word(t).head);
  add(word(t).deprel, governor.cluster.fine, w.capital);
  add(word(t).deprel, governor.cluster.coarse, w.summary);
  add(word(t).cluster.fine, t == i ? 1 : 0, w.capital);
}

}  // namespace entente::language
