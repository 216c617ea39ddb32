#include "extract/language/entities/conventions.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "extract/language/entities/entity_features.hpp"
#include "extract/language/features.hpp"

namespace entente::language {
namespace {

bool ends_company(std::string_view form) {
  constexpr std::string_view endings[] = {"co.", "corp.", "gmbh", "inc", "inc.", "incorporated", "l.l.c.", "l.p.", "limited", "llc", "llp", "ltd", "ltd.", "plc"};
  return form.size() < 13 && std::binary_search(std::begin(endings), std::end(endings), std::string_view(lower_form(form)));
}

// A short name of a weekday.
bool is_weekday(std::string_view form) {
  constexpr std::string_view days[] = {"fri", "mon", "sat", "sun", "thu", "thur", "thurs", "tue", "tues", "wed"};
  const auto lower = lower_form(form.back() == '.' ? form.substr(0, form.size() - 1) : form);
  return std::binary_search(std::begin(days), std::end(days), std::string_view(lower)) && lower != "sun";
}

bool is_number(std::string_view form) { return std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; }); }

bool is_road(std::string_view form) {
  constexpr std::string_view roads[] = {"ave", "ave.", "avenue", "blvd", "blvd.", "boulevard", "drive", "lane", "parkway", "rd", "rd.", "road", "st", "st.", "street"};
  return std::binary_search(std::begin(roads), std::end(roads), std::string_view(lower_form(form)));
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
  Settler(const DocumentWords& words, std::uint32_t begin, std::uint32_t end, const NameLists& lists)
      : words_(words), begin_(begin), end_(end), lists_(lists) {}

  void add(const NamedSpan& n) {
    if (n.type == NameType::Other || (!out.empty() && n.first < out.back().last)) return;
    if (n.last - n.first == 1 && (is_address(form(n.first)) || is_weekday(form(n.first)) || only_adjective(form(n.first), lists_))) return;
    if (n.last - n.first == 1 && ends_company(form(n.first))) return lone_ending(n);
    if (n.type == NameType::Location || is_country(n)) return place({n.first, n.last, NameType::Location});
    if (const auto first = practice(n); first < n.first) {
      while (!out.empty() && out.back().last > first) out.pop_back();
      return with_ending({first, n.last, NameType::Organization});
    }
    if (n.type == NameType::Person && ends_inverted(n)) {
      out.back().last = n.last;
      return;
    }
    with_ending(n.type == NameType::Person ? house(with_initials(untitled(n))) : n);
  }
  std::vector<NamedSpan> out;

 private:
  // Of the sentence or before it; nothing behind it.
  std::string_view form(std::uint32_t i) const { return i < end_ ? words_.form(i) : std::string_view(); }
  Upos upos(std::uint32_t i) const { return words_.tags(i).upos; }

  void lone_ending(const NamedSpan& n) {
    const bool near = !out.empty() && (out.back().last == n.first || (out.back().last + 1 == n.first && form(n.first - 1) == ","));
    if (near) out.back() = {out.back().first, n.last, NameType::Organization};
  }
  bool is_country(const NamedSpan& n) const {
    std::uint64_t hash = 0;
    for (auto i = n.first; i < n.last; ++i) hash = NameLists::chain(hash, word_features(form(i)).lower);
    return n.type == NameType::Organization && (lists_.kinds(hash) & bit(ListKind::Country)) != 0;
  }
  // The second part of a name as address books have it: "Keane , Rosa" between quotation marks or before an address.
  bool ends_inverted(const NamedSpan& n) const {
    if (out.empty() || out.back().type != NameType::Person || out.back().last + 1 != n.first || form(n.first - 1) != ",") return false;
    const auto before = out.back().first == 0 ? std::string_view() : form(out.back().first - 1);
    const auto behind = form(n.last);
    return before == "\"" && (behind == "\"" || behind == "<" || behind == "(");
  }
  std::uint64_t kinds(std::uint32_t i) const { return lists_.kinds(NameLists::chain(0, word_features(form(i)).lower)); }

  NamedSpan untitled(NamedSpan n) const {
    while (n.last - n.first > 1 && (kinds(n.first) & bit(ListKind::Title)) != 0) ++n.first;
    return n;
  }
  // "A. Rosa Keane": an initial that was left outside.
  NamedSpan with_initials(NamedSpan n) const {
    const auto is_initial = [&](std::uint32_t i) {
      const auto word = form(i);
      return capital_at(i) && (word.size() == 1 || (word.size() == 2 && word[1] == '.')) && upos(i) == Upos::PROPN;
    };
    while (n.first > begin_ && is_initial(n.first - 1) && (out.empty() || out.back().last < n.first)) --n.first;
    return n;
  }
  // "Law Offices of Rosa Keane" is a firm: where it begins.
  std::uint32_t practice(const NamedSpan& n) const {
    const auto is = [&](std::uint32_t back, std::string_view a, std::string_view b) {
      const auto lower = lower_form(form(n.first - back));
      return capital_at(n.first - back) && (lower == a || lower == b);
    };
    if (n.first < begin_ + 3 || form(n.first - 1) != "of" || !is(2, "office", "offices") || !is(3, "law", "legal")) return n.first;
    return n.first - 3;
  }
  bool capital_at(std::uint32_t i) const {
    const auto word = form(i);
    return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
  }
  // "at Delmonico's.": the possessive belongs to the name of a place or a firm.
  NamedSpan house(const NamedSpan& n) const {
    if (form(n.last) != "'s" && form(n.last) != "\xE2\x80\x99s") return n;
    if (upos(n.last) == Upos::AUX || upos(n.last) == Upos::VERB) return n;
    constexpr Upos free[] = {Upos::PUNCT, Upos::ADP, Upos::CCONJ, Upos::PRON, Upos::SCONJ, Upos::AUX, Upos::ADV, Upos::PART};
    const bool owns = n.last + 1 < end_ && std::find(std::begin(free), std::end(free), upos(n.last + 1)) == std::end(free);
    if (owns) return n;
    constexpr std::string_view where[] = {"at", "from", "in", "near", "to"};
    const bool there = n.first > 0 && std::binary_search(std::begin(where), std::end(where), std::string_view(lower_form(form(n.first - 1))));
    return {n.first, n.last + 1, there ? NameType::Location : NameType::Organization};
  }
  // "San Jose California": where the region begins, or the end.
  std::uint32_t region_in(const NamedSpan& n) const {
    if (n.last - n.first < 2) return n.last;
    std::uint64_t hash = 0;
    for (auto i = n.first; i + 1 < n.last; ++i) hash = NameLists::chain(hash, word_features(form(i)).lower);
    const auto town = lists_.kinds(hash);
    const auto whole = lists_.kinds(NameLists::chain(hash, word_features(form(n.last - 1)).lower));
    const bool split = (town & bits_of(ListKind::CityLarge, ListKind::City, ListKind::CitySmall, ListKind::Place)) != 0 &&
                       (kinds(n.last - 1) & bits_of(ListKind::Region, ListKind::RegionCode, ListKind::Country, ListKind::OwnLocation)) != 0 &&
                       (whole & lists::kPlaces) == 0;
    return split ? n.last - 1 : n.last;
  }
  void place(const NamedSpan& n) {
    if (n.first > 0 && is_number(form(n.first - 1)) && is_road(form(n.last - 1))) return;
    std::uint32_t first = n.first;
    for (auto i = n.first; i < n.last; ++i) {
      if (form(i) != ",") continue;
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

  const DocumentWords& words_;
  std::uint32_t begin_, end_;
  const NameLists& lists_;
};

}  // namespace

void drop_storms(const DocumentWords& words, std::vector<NamedSpan>& names) {
  constexpr std::string_view kinds[] = {"cyclone", "hurricane", "storm", "typhoon"};
  const auto follows = [&](const NamedSpan& n) {
    return n.first > 0 && n.last - n.first == 1 && std::binary_search(std::begin(kinds), std::end(kinds), std::string_view(lower_form(words.form(n.first - 1))));
  };
  std::set<std::string> storms;
  for (const auto& n : names) {
    if (follows(n)) storms.insert(lower_form(words.form(n.first)));
  }
  if (storms.empty()) return;
  names.erase(std::remove_if(names.begin(), names.end(), [&](const NamedSpan& n) {
    return n.type == NameType::Person && n.last - n.first == 1 && storms.count(lower_form(words.form(n.first))) > 0;
  }), names.end());
}

void name_titled(const DocumentWords& words, std::vector<NamedSpan>& names) {
  constexpr std::string_view titles[] = {"Doctor", "Dr", "Dr.", "Miss", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof.", "Professor"};
  const auto is_title = [&](std::string_view form) {
    return form.size() > 1 && (form[0] == 'D' || form[0] == 'M' || form[0] == 'P') && std::binary_search(std::begin(titles), std::end(titles), form);
  };
  const auto size = words.size();
  const auto proper = [&](std::uint32_t i) { return i < size && words.tags(i).upos == Upos::PROPN && begins_capital(words.form(i)); };
  std::vector<NamedSpan> more;
  auto next = names.begin();
  for (std::uint32_t i = 0; i + 1 < size; ++i) {
    while (next != names.end() && next->last <= i + 1) ++next;
    if (!is_title(words.form(i)) || (i > 0 && proper(i - 1))) continue;
    const bool covered = next != names.end() && next->first <= i + 1;
    if (covered || !proper(i + 1) || words.form(i + 1).size() < 3) continue;
    const auto limit = next == names.end() ? size : next->first;
    auto last = i + 2;
    const auto flat = [&](std::uint32_t word) { return !words.tags(word).root && words.tags(word).deprel == "flat"; };
    while (last < limit && proper(last) && flat(last)) ++last;
    more.push_back({i + 1, last, NameType::Person});
  }
  if (more.empty()) return;
  names.insert(names.end(), more.begin(), more.end());
  std::sort(names.begin(), names.end(), [](const NamedSpan& a, const NamedSpan& b) { return a.first < b.first; });
}

void settle(const DocumentWords& words, std::uint32_t begin, std::uint32_t end, const NameLists& lists, std::vector<NamedSpan>& names) {
  Settler settler(words, begin, end, lists);
  for (const auto& n : names) settler.add(n);
  names = std::move(settler.out);
}

}  // namespace entente::language
