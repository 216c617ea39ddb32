#include <algorithm>

#include "extract/language/entities/entity_tagger.hpp"
#include "extract/language/features.hpp"

namespace entente::language {
namespace {

bool capital(std::string_view form) {
  const auto c = static_cast<unsigned char>(form.empty() ? 0 : form.front());
  return (c >= 'A' && c <= 'Z') || (c == 0xC3 && form.size() > 1 && static_cast<unsigned char>(form[1]) < 0x9F);
}

bool all_capitals(std::string_view form) {
  return form.size() > 1 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool letters(std::string_view form) {
  const char c = form.empty() ? ' ' : form.front();
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

EntityFeatures::EntityFeatures(std::span<const std::string_view> forms, std::span<const Upos> tags, const NameLists& lists) {
  constexpr std::size_t longest = 8;  // words of a name that is looked up
  words_.resize(forms.size());
  std::size_t upper = 0, capitals = 0, alphabetic = 0;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    Word& w = words_[i];
    w.spelling = word_features(forms[i]);
    w.tag = static_cast<std::uint8_t>(i < tags.size() ? tags[i] : Upos::X);
    w.capital = capital(forms[i]);
    w.lists = lists.bits(NameLists::chain(0, w.spelling.lower));
    upper += all_capitals(forms[i]) ? 1 : 0;
    capitals += w.capital ? 1 : 0;
    alphabetic += letters(forms[i]) ? 1 : 0;
  }
  style_ = alphabetic < 3 ? 0 : upper * 2 > alphabetic ? 1 : capitals * 10 > alphabetic * 7 ? 2 : capitals == 0 ? 3 : 4;
  edge_.tag = 31;
  for (std::size_t i = 0; i < words_.size();) {  // the longest known name from left to right
    std::uint64_t hash = 0;
    std::uint32_t found = 0;
    std::size_t end = i;
    for (std::size_t k = i; k < words_.size() && k < i + longest; ++k) {
      hash = NameLists::chain(hash, words_[k].spelling.lower);
      const auto bits = lists.bits(hash);
      constexpr std::uint32_t names = kPerson | kOrganization | kLocation | kAdjective | kOther;
      if ((bits & names) != 0 && (words_[i].capital || style_ == 3)) {
        found = bits & names;
        end = k + 1;
      }
      if ((bits & kNamePrefix) == 0) break;
    }
    for (std::size_t k = i; k < end; ++k) words_[k].phrases = (found >> 10) | (k == i ? 1U : 0U) | (end - i > 1 ? 256U : 0U);
    i = end > i ? end : i + 1;
  }
}

const EntityFeatures::Word& EntityFeatures::word(std::ptrdiff_t i) const {
  return i < 0 || i >= static_cast<std::ptrdiff_t>(words_.size()) ? edge_ : words_[static_cast<std::size_t>(i)];
}

bool EntityFeatures::is_adjective(std::size_t i) const {
  return (words_[i].lists & kAdjective) != 0 && (words_[i].lists & (kLocation | kOrganization | kPerson | kSurname)) == 0;
}

void EntityFeatures::at(std::size_t at, std::vector<std::uint64_t>& out) const {
  const auto i = static_cast<std::ptrdiff_t>(at);
  const Word& w = word(i);
  const Word& l = word(i - 1);
  const Word& r = word(i + 1);
  const Word& ll = word(i - 2);
  const Word& rr = word(i + 2);
  std::uint64_t name = 0;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    ++name;
    out.push_back(mix(mix(mix(name, a), b), c));
  };
  const auto& s = w.spelling;
  out.clear();
  add(s.form);
  add(s.lower);
  add(s.shape, at == 0 ? 1 : 0, style_);
  for (const auto p : s.prefix) add(p);
  for (const auto p : s.suffix) add(p);
  add(l.spelling.lower);
  add(r.spelling.lower);
  add(ll.spelling.lower);
  add(rr.spelling.lower);
  add(l.spelling.lower, s.lower);
  add(s.lower, r.spelling.lower);
  add(l.spelling.lower, s.shape);
  add(r.spelling.lower, s.shape);
  add(l.spelling.shape, s.shape, r.spelling.shape);
  add(w.tag, w.capital ? 1 : 0, style_);
  add(l.tag, w.tag, w.capital ? 1 : 0);
  add(w.tag, r.tag, w.capital ? 1 : 0);
  add(l.tag, w.tag, r.tag);
  add(mix(ll.tag, l.tag), w.tag, mix(r.tag, rr.tag));
  add(w.lists, w.capital ? 1 : 0, w.tag);
  add(l.lists, w.lists, w.capital ? 1 : 0);
  add(w.lists, r.lists, w.capital ? 1 : 0);
  add(l.lists, w.capital ? 1 : 0, w.tag);
  add(r.lists, w.capital ? 1 : 0, w.tag);
  add(w.phrases, w.capital ? 1 : 0, w.tag);
  add(w.phrases, l.spelling.lower);
  add(w.phrases, r.phrases, l.phrases);
  add(w.phrases, mix(l.tag, r.tag));
  // the first word to the left and to the right that begins with a small letter
  std::ptrdiff_t a = i - 1;
  while (a >= 0 && word(a).capital && i - a < 6) --a;
  std::ptrdiff_t b = i + 1;
  while (word(b).capital && b - i < 6) ++b;
  add(word(a).spelling.lower, static_cast<std::uint64_t>(i - a), w.capital ? 1 : 0);
  add(word(b).spelling.lower, static_cast<std::uint64_t>(b - i), w.capital ? 1 : 0);
  add(word(b - 1).lists, static_cast<std::uint64_t>(b - i), w.capital ? 1 : 0);      // the head of the run of capitals
  add(word(b - 1).spelling.lower, w.capital ? 1 : 0);
  add(word(a + 1).lists, static_cast<std::uint64_t>(i - a), w.capital ? 1 : 0);
  add(word(a).lists, w.capital ? 1 : 0);
}

}  // namespace entente::language
