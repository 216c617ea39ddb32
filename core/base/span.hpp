// Half-open ranges of bytes in one text.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace entente {

// Bytes [begin, end) of a text named by the context. Inside the program all offsets are bytes;
// code points exist only at the edge (JSON contract, RDF selectors), see base/code_points.hpp.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span o) const { return begin <= o.begin && o.end <= end; }
  constexpr bool overlaps(Span o) const { return begin < o.end && o.begin < end; }
  constexpr std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// The smallest span that holds both.
constexpr Span cover(Span a, Span b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace entente
