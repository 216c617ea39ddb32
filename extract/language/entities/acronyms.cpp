#include "extract/language/entities/acronyms.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "extract/language/features.hpp"

namespace entente::language {
namespace {

bool capitals(std::string_view form) {
  return form.size() > 2 && form.size() < 9 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}
bool capital(std::string_view form) { return !form.empty() && form[0] >= 'A' && form[0] <= 'Z'; }
bool joins(std::string_view form) {
  return form == "of" || form == "the" || form == "for" || form == "and" || form == "&" || form == "-" || form == "in" || form == "on";
}

class Shortener {
 public:
  Shortener(const DocumentWords& words, const NameLists& lists, std::vector<NamedSpan>& names)
      : words_(words), lists_(lists), names_(names), taken_(words.size(), false), longer_(taken_) {
    for (const auto& n : names) {
      if (n.last - n.first > 1) mark(longer_, n);
      else if (n.type == NameType::Organization) firms_.insert(words.form(n.first));
    }
  }

  void run() {
    for (std::uint32_t i = 2; i + 2 < words_.size(); ++i) {
      if (words_.form(i) == "(" && words_.form(i + 2) == ")" && capitals(words_.form(i + 1))) shorten(i);
    }
    if (types_.empty()) return;
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      const auto form = words_.form(i);
      const auto type = capitals(form) ? types_.find(form) : types_.end();
      if (type != types_.end() && !longer_[i]) add({i, i + 1, type->second});
    }
    for (const auto& n : names_) {
      const auto word = taken_.begin() + static_cast<std::ptrdiff_t>(n.first);
      if (std::find(word, word + static_cast<std::ptrdiff_t>(n.last - n.first), true) == word + static_cast<std::ptrdiff_t>(n.last - n.first)) made_.push_back(n);
    }
    std::sort(made_.begin(), made_.end(), begins_before);
    names_ = std::move(made_);
  }

 private:
  static bool begins_before(const NamedSpan& a, const NamedSpan& b) { return a.first < b.first; }

  // The bracket at `i` encloses the initials of the words before it.
  void shorten(std::uint32_t i) {
    const auto letters = words_.form(i + 1);
    const auto first = long_form(i, letters);
    const auto type = first ? type_of(*first, i, letters) : std::nullopt;
    if (!type) return;
    add({*first, i, *type});
    mark(longer_, {*first, i, *type});
    types_.emplace(letters, *type);
  }
  // Where the words before `end` begin whose initials are `letters`.
  std::optional<std::uint32_t> long_form(std::uint32_t end, std::string_view letters) const {
    std::size_t left = letters.size();
    for (std::uint32_t i = end; i-- > 0 && end - i < 16;) {
      if (taken_[i]) return {};
      const auto form = words_.form(i);
      if (capital(form) && form[0] == letters[left - 1]) {
        if (--left == 0) return i;
      } else if (!joins(form)) {
        return {};
      }
    }
    return {};
  }
  std::optional<NameType> type_of(std::uint32_t first, std::uint32_t last, std::string_view letters) const {
    const auto found = std::lower_bound(names_.begin(), names_.end(), NamedSpan{first, last, NameType::Other}, begins_before);
    if (found != names_.end() && found->first == first && found->last == last) return found->type;
    if (firms_.count(letters) > 0) return NameType::Organization;
    for (auto i = first; i < last; ++i) {
      const auto kinds = lists_.kinds(NameLists::chain(0, word_features(words_.form(i)).lower));
      if ((kinds & bit(ListKind::OrganizationHead)) != 0) return NameType::Organization;
    }
    return {};
  }
  static void mark(std::vector<bool>& words, const NamedSpan& n) {
    for (auto i = n.first; i < n.last; ++i) words[i] = true;
  }
  void add(const NamedSpan& n) {
    made_.push_back(n);
    mark(taken_, n);
  }

  const DocumentWords& words_;
  const NameLists& lists_;
  std::vector<NamedSpan>& names_;           // ascending
  std::vector<NamedSpan> made_;             // take the place of those that they overlap
  std::vector<bool> taken_, longer_;        // words of made_; words of names of several words
  std::set<std::string_view> firms_;        // organisations of one word
  std::map<std::string_view, NameType> types_;
};

// What the document says of a word that is a name by itself.
struct Lone {
  std::uint32_t found = 0, passed_over = 0;
  NameType type = NameType::Other;
};

// The words that are no name and written like one that is, each with what is known of it.
template <typename Use>
void for_each_passed_over(const DocumentWords& words, const std::vector<NamedSpan>& names, std::map<std::string_view, Lone>& known, Use use) {
  auto next = names.begin();
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    while (next != names.end() && next->last <= i) ++next;
    if (next != names.end() && next->first <= i) continue;
    const auto form = words.form(i);
    if (!capital(form)) continue;
    const auto word = known.find(form);
    if (word != known.end()) use(i, word->second);
  }
}

}  // namespace

void name_acronyms(const DocumentWords& words, const NameLists& lists, std::vector<NamedSpan>& names) {
  Shortener(words, lists, names).run();
}

void find_passed_over(const DocumentWords& words, std::vector<NamedSpan>& names) {
  std::map<std::string_view, Lone> known;
  for (const auto& n : names) {
    const auto form = words.form(n.first);
    if (n.last - n.first > 1 || !capital(form) || form.size() < 3) continue;
    auto& word = known[form];
    ++word.found;
    word.type = n.type;
  }
  for_each_passed_over(words, names, known, [](std::uint32_t, Lone& word) { ++word.passed_over; });
  std::vector<NamedSpan> more;
  for_each_passed_over(words, names, known, [&](std::uint32_t i, const Lone& word) {
    if (word.found >= 2 && word.found > word.passed_over) more.push_back({i, i + 1, word.type});
  });
  names.insert(names.end(), more.begin(), more.end());
  std::sort(names.begin(), names.end(), [](const NamedSpan& a, const NamedSpan& b) { return a.first < b.first; });
}

void agree_on_types(const DocumentWords& words, std::vector<NamedSpan>& names) {
  std::map<std::string, std::array<unsigned, kNameTypes>> counts;
  const auto key = [&](const NamedSpan& n) {
    std::string out;
    for (auto i = n.first; i < n.last; ++i) out += lower_form(words.form(i)) + ' ';
    return out;
  };
  for (const auto& n : names) ++counts[key(n)][static_cast<std::size_t>(n.type)];
  for (auto& n : names) {
    const auto& c = counts[key(n)];
    const auto most = std::max_element(c.begin(), c.end());
    if (*most > c[static_cast<std::size_t>(n.type)]) n.type = static_cast<NameType>(most - c.begin());
  }
}

}  // namespace entente::language
