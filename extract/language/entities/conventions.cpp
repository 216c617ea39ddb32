#include "extract/language/entities/conventions.hpp"

#include <algorithm>

#include "extract/language/features.hpp"

namespace entente::language {
namespace {

bool ends_company(std::string_view form) {
  constexpr std::string_view endings[] = {"co.", "corp.", "gmbh", "inc", "inc.", "incorporated", "l.l.c.", "l.p.", "limited", "llc", "llp", "ltd", "ltd.", "plc"};
  return form.size() < 13 && std::binary_search(std::begin(endings), std::end(endings), std::string_view(lower_form(form)));
}

// An address of the net, or the name of a file.
bool is_address(std::string_view form) {
  if (form.find('@') != std::string_view::npos || form.find("://") != std::string_view::npos || form.substr(0, 4) == "www.") return true;
  constexpr std::string_view endings[] = {"com", "doc", "edu", "exe", "gov", "htm", "html", "jpg", "net", "org", "pdf", "ppt", "txt", "xls", "zip"};
  const auto dot = form.rfind('.');
  return dot != std::string_view::npos && dot > 0 && std::binary_search(std::begin(endings), std::end(endings), form.substr(dot + 1));
}

bool only_adjective(std::string_view form, const NameLists& lists) {
  const auto kinds = lists.kinds(NameLists::chain(0, word_features(form).lower));
  return (kinds & bit(ListKind::OwnAdjective)) != 0 &&
         (kinds & bits_of(ListKind::OwnLocation, ListKind::OwnOrganization, ListKind::OwnPerson)) == 0;
}

class Settler {
 public:
  Settler(std::span<const std::string_view> forms, std::span<const WordAnnotation> words, const NameLists& lists)
      : forms_(forms), words_(words), lists_(lists) {}

  void add(const NamedSpan& n) {
    if (n.type == NameType::Other || (!out.empty() && n.first < out.back().last)) return;
    if (n.last - n.first == 1 && (is_address(forms_[n.first]) || only_adjective(forms_[n.first], lists_))) return;
    if (n.last - n.first == 1 && ends_company(forms_[n.first])) return lone_ending(n);
    if (n.type == NameType::Location) return place(n);
    with_ending(n.type == NameType::Person ? house(untitled(n)) : n);
  }
  std::vector<NamedSpan> out;

 private:
  std::string_view form(std::size_t i) const { return i < forms_.size() ? forms_[i] : std::string_view(); }

  void lone_ending(const NamedSpan& n) {
    const bool near = !out.empty() && (out.back().last == n.first || (out.back().last + 1 == n.first && form(n.first - 1) == ","));
    if (near) out.back() = {out.back().first, n.last, NameType::Organization};
  }
  std::uint64_t kinds(std::size_t i) const { return lists_.kinds(NameLists::chain(0, word_features(forms_[i]).lower)); }

  NamedSpan untitled(NamedSpan n) const {
    while (n.last - n.first > 1 && (kinds(n.first) & bit(ListKind::Title)) != 0) ++n.first;
    return n;
  }
  // "at Delmonico's.": the possessive belongs to the name of a place or a firm.
  NamedSpan house(const NamedSpan& n) const {
    if (form(n.last) != "'s" && form(n.last) != "\xE2\x80\x99s") return n;
    if (words_[n.last].upos == Upos::AUX || words_[n.last].upos == Upos::VERB) return n;
    constexpr Upos free[] = {Upos::PUNCT, Upos::ADP, Upos::CCONJ, Upos::PRON, Upos::SCONJ, Upos::AUX, Upos::ADV, Upos::PART};
    const bool owns = n.last + 1 < forms_.size() && std::find(std::begin(free), std::end(free), words_[n.last + 1].upos) == std::end(free);
    if (owns) return n;
    constexpr std::string_view where[] = {"at", "from", "in", "near", "to"};
    const bool there = n.first > 0 && std::binary_search(std::begin(where), std::end(where), std::string_view(lower_form(forms_[n.first - 1])));
    return {n.first, n.last + 1, there ? NameType::Location : NameType::Organization};
  }
  // "San Jose California": where the region begins, or the end.
  std::uint32_t region_in(const NamedSpan& n) const {
    if (n.last - n.first < 2) return n.last;
    std::uint64_t hash = 0;
    for (auto i = n.first; i + 1 < n.last; ++i) hash = NameLists::chain(hash, word_features(forms_[i]).lower);
    const auto town = lists_.kinds(hash);
    const auto whole = lists_.kinds(NameLists::chain(hash, word_features(forms_[n.last - 1]).lower));
    const bool split = (town & bits_of(ListKind::CityLarge, ListKind::City, ListKind::CitySmall, ListKind::Place)) != 0 &&
                       (kinds(n.last - 1) & bits_of(ListKind::Region, ListKind::RegionCode, ListKind::Country, ListKind::OwnLocation)) != 0 &&
                       (whole & lists::kPlaces) == 0;
    return split ? n.last - 1 : n.last;
  }
  void place(const NamedSpan& n) {
    std::uint32_t first = n.first;
    for (auto i = n.first; i < n.last; ++i) {
      if (forms_[i] != ",") continue;
      if (i > first) out.push_back({first, i, n.type});
      first = i + 1;
    }
    if (first == n.last) return;
    const auto region = region_in({first, n.last, n.type});
    if (region < n.last) out.push_back({first, region, n.type});
    with_ending({region < n.last ? region : first, n.last, n.type});
  }
  void with_ending(NamedSpan n) {
    const std::uint32_t more = form(n.last) == "," && ends_company(form(n.last + 1)) ? 2 : ends_company(form(n.last)) ? 1 : 0;
    if (more > 0) n = {n.first, n.last + more, NameType::Organization};
    out.push_back(n);
  }

  std::span<const std::string_view> forms_;
  std::span<const WordAnnotation> words_;
  const NameLists& lists_;
};

}  // namespace

void settle(std::span<const std::string_view> forms, std::span<const WordAnnotation> words, const NameLists& lists, std::vector<NamedSpan>& names) {
  Settler settler(forms, words, lists);
  for (const auto& n : names) settler.add(n);
  names = std::move(settler.out);
}

}  // namespace entente::language
