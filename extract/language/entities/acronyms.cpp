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
  Shortener(std::span<const std::string_view> forms, std::uint32_t begin, const NameLists& lists, std::vector<NamedSpan>& names)
      : forms_(forms), begin_(begin), lists_(lists), names_(names), taken_(forms.size() - begin, false), longer_(taken_) {
    for (const auto& n : names) {
      starts_[n.first] = n;
      if (n.last - n.first > 1) mark(longer_, n);
      else if (n.type == NameType::Organization) firms_.insert(forms[n.first]);
    }
  }

  void run() {
    std::map<std::string_view, NameType> types;
    for (std::uint32_t i = begin_ + 2; i + 2 < forms_.size(); ++i) {
      if (forms_[i] != "(" || forms_[i + 2] != ")" || !capitals(forms_[i + 1])) continue;
      const auto first = long_form(i, forms_[i + 1]);
      const auto type = first ? type_of(*first, i, forms_[i + 1]) : std::nullopt;
      if (!type) continue;
      add({*first, i, *type});
      mark(longer_, {*first, i, *type});
      types.emplace(forms_[i + 1], *type);
    }
    if (types.empty()) return;
    for (std::uint32_t i = begin_; i < forms_.size(); ++i) {
      const auto type = types.find(forms_[i]);
      if (type != types.end() && !longer_[i - begin_]) add({i, i + 1, type->second});
    }
    for (const auto& n : names_) {
      const auto word = taken_.begin() + static_cast<std::ptrdiff_t>(n.first - begin_);
      if (std::find(word, word + static_cast<std::ptrdiff_t>(n.last - n.first), true) == word + static_cast<std::ptrdiff_t>(n.last - n.first)) made_.push_back(n);
    }
    std::sort(made_.begin(), made_.end(), [](const NamedSpan& a, const NamedSpan& b) { return a.first < b.first; });
    names_ = std::move(made_);
  }

 private:
  // Where the words before `end` begin whose initials are `letters`.
  std::optional<std::uint32_t> long_form(std::uint32_t end, std::string_view letters) const {
    std::size_t left = letters.size();
    for (std::uint32_t i = end; i-- > begin_ && end - i < 16;) {
      if (taken_[i - begin_]) return {};
      if (capital(forms_[i]) && forms_[i][0] == letters[left - 1]) {
        if (--left == 0) return i;
      } else if (!joins(forms_[i])) {
        return {};
      }
    }
    return {};
  }
  std::optional<NameType> type_of(std::uint32_t first, std::uint32_t last, std::string_view letters) const {
    const auto found = starts_.find(first);
    if (found != starts_.end() && found->second.last == last) return found->second.type;
    if (firms_.count(letters) > 0) return NameType::Organization;
    for (auto i = first; i < last; ++i) {
      const auto kinds = lists_.kinds(NameLists::chain(0, word_features(forms_[i]).lower));
      if ((kinds & bit(ListKind::OrganizationHead)) != 0) return NameType::Organization;
    }
    return {};
  }
  void mark(std::vector<bool>& words, const NamedSpan& n) const {
    for (auto i = n.first; i < n.last; ++i) words[i - begin_] = true;
  }
  void add(const NamedSpan& n) {
    made_.push_back(n);
    mark(taken_, n);
  }

  std::span<const std::string_view> forms_;
  std::uint32_t begin_;
  const NameLists& lists_;
  std::vector<NamedSpan>& names_;
  std::vector<NamedSpan> made_;             // take the place of those that they overlap
  std::vector<bool> taken_, longer_;        // words of made_; words of names of several words
  std::map<std::uint32_t, NamedSpan> starts_;
  std::set<std::string_view> firms_;        // organisations of one word
};

}  // namespace

void name_acronyms(std::span<const std::string_view> forms, std::uint32_t begin, const NameLists& lists, std::vector<NamedSpan>& names) {
  Shortener(forms, begin, lists, names).run();
}

void find_passed_over(std::span<const std::string_view> forms, std::uint32_t begin, std::vector<NamedSpan>& names) {
  struct Places {
    std::vector<std::uint32_t> passed_over;
    std::uint32_t found = 0;
    NameType type = NameType::Other;
  };
  std::map<std::string_view, Places> words;
  std::vector<bool> taken(forms.size() - begin, false);
  for (const auto& n : names) {
    for (auto i = n.first; i < n.last; ++i) taken[i - begin] = true;
    if (n.last - n.first > 1 || !capital(forms[n.first]) || forms[n.first].size() < 3) continue;
    auto& places = words[forms[n.first]];
    ++places.found;
    places.type = n.type;
  }
  for (auto i = begin; i < forms.size(); ++i) {
    if (taken[i - begin]) continue;
    const auto word = words.find(forms[i]);
    if (word != words.end()) word->second.passed_over.push_back(i);
  }
  for (const auto& [form, places] : words) {
    if (places.found < 2 || places.found <= places.passed_over.size()) continue;
    for (const auto i : places.passed_over) names.push_back({i, i + 1, places.type});
  }
  std::sort(names.begin(), names.end(), [](const NamedSpan& a, const NamedSpan& b) { return a.first < b.first; });
}

void agree_on_types(std::span<const std::string_view> forms, std::vector<NamedSpan>& names) {
  std::map<std::string, std::array<unsigned, kNameTypes>> counts;
  const auto key = [&](const NamedSpan& n) {
    std::string out;
    for (auto i = n.first; i < n.last; ++i) out += lower_form(forms[i]) + ' ';
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
