#include "extract/language/entities/name_classes.hpp"

#include <algorithm>

namespace entente::language {
namespace {

constexpr std::size_t kOther = name_class(NameType::Other, NamePart::Begin);

NameType type_of(std::size_t c) { return static_cast<NameType>((c - 1) / 4); }
NamePart part_of(std::size_t c) { return static_cast<NamePart>((c - 1) % 4); }

// may_follow() in a table, and as lists of the classes that may stand before each.
struct Follow {
  std::array<std::vector<std::uint8_t>, kNameClasses> before;
  Follow() {
    for (std::size_t c = 0; c < kNameClasses; ++c) {
      for (std::size_t p = 0; p < kNameClasses; ++p) {
        if (may_follow(p, c)) before[c].push_back(static_cast<std::uint8_t>(p));
      }
    }
  }
};

}  // namespace

std::string_view name_of(NameType type) {
  constexpr std::string_view names[] = {"PER", "ORG", "LOC", "MISC"};
  return names[static_cast<std::size_t>(type)];
}

bool may_follow(std::size_t a, std::size_t b) {
  const bool open = a != 0 && a < kOther && (part_of(a) == NamePart::Begin || part_of(a) == NamePart::Inside);
  if (open) return b != 0 && b < kOther && type_of(a) == type_of(b) && (part_of(b) == NamePart::Inside || part_of(b) == NamePart::Last);
  if (b == kOther + 1) return a >= kOther;
  return b == 0 || b == kOther || part_of(b) == NamePart::Begin || part_of(b) == NamePart::Alone;
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

void spans_of(std::span<const std::uint8_t> classes, std::uint32_t first, std::vector<NamedSpan>& out) {
  std::uint32_t begin = first;
  for (std::uint32_t k = 0; k < classes.size(); ++k) {
    const std::size_t c = classes[k];
    const auto i = first + k;
    if (c == 0) continue;
    if (c == kOther + 1) {
      out.back().last = i + 1;  // lawful: its beginning stands before it
    } else if (c == kOther || part_of(c) == NamePart::Alone) {
      out.push_back({i, i + 1, type_of(c)});
    } else if (part_of(c) == NamePart::Begin) {
      begin = i;
    } else if (part_of(c) == NamePart::Last) {
      out.push_back({begin, i + 1, type_of(c)});
    }
  }
}

std::vector<std::uint8_t> best_sequence(std::span<const NameScores> emission, std::span<const NameScores> transition) {
  static const Follow follow;
  constexpr std::int32_t never = -1000000000;
  std::vector<std::array<std::uint8_t, kNameClasses>> back(emission.size());
  std::array<std::int32_t, kNameClasses> before{}, now{};
  for (std::size_t i = 0; i < emission.size(); ++i) {
    for (std::size_t c = 0; c < kNameClasses; ++c) {
      std::int32_t best = never;
      std::uint8_t from = 0;
      for (const auto p : follow.before[c]) {
        if (i == 0 && p != 0) continue;
        const std::int32_t score = before[p] + transition[p][c];
        if (score <= best) continue;
        best = score;
        from = p;
      }
      now[c] = best == never ? never : best + emission[i][c];
      back[i][c] = from;
    }
    const auto top = *std::max_element(now.begin(), now.end());
    for (std::size_t c = 0; c < kNameClasses; ++c) before[c] = now[c] == never ? never : std::max(now[c] - top, never);  // sums stay small
  }
  std::vector<std::uint8_t> classes(emission.size());
  std::size_t last = 0;
  for (std::size_t c = 1; c < kNameClasses; ++c) {
    if (may_follow(c, 0) && before[c] > before[last]) last = c;
  }
  for (std::size_t i = classes.size(); i-- > 0;) {
    classes[i] = static_cast<std::uint8_t>(last);
    last = back[i][last];
  }
  return classes;
}

std::vector<std::string> iob_tags(std::span<const NamedSpan> names, std::size_t words) {
  std::vector<std::string> out(words);
  for (const auto& n : names) {
    for (auto i = n.first; i < n.last && i < words; ++i) (out[i] = i == n.first ? "B-" : "I-") += name_of(n.type);
  }
  return out;
}

}  // namespace entente::language
