#include "corpus/segment/boundary.hpp"

#include <algorithm>

#include "corpus/segment/chars.hpp"

namespace entente::corpus {
namespace {

constexpr std::int8_t weights[1U << boundary_table_bits] = {
#include "corpus/segment/boundary_weights.inc"
};

constexpr std::uint32_t mix(std::uint32_t h, std::uint32_t v) {
  h ^= v + 0x9E3779B9U + (h << 6) + (h >> 2);
  h *= 0x85EBCA6BU;
  return h ^ (h >> 15);
}

class Collector {
 public:
  Collector(const TokenView& view, const Place& place, std::array<std::uint32_t, boundary_features>& out)
      : v_(view), p_(place), out_(out) {}

  void run() {
    const std::size_t a = p_.at;
    const std::size_t b = p_.end + 1;
    const std::uint32_t ka = key(a), kb = key(b), kp = a > p_.block ? key(a - 1) : 99, kn = key(b + 1);
    const std::uint32_t kpp = a > p_.block + 1 ? key(a - 2) : 99;
    const std::uint32_t wa = word(a), wb = word(b), wp = a > p_.block ? word(a - 1) : 7, wn = word(b + 1);
    const std::uint32_t closed = p_.end > a ? 1 : 0;
    const std::uint32_t space = v_.tokens[b].space_before ? 2U : 0U;
    const std::uint32_t lines = v_.cuts[b].lines;
    const std::uint32_t length = bucket(a - p_.begin);
    const std::uint32_t sa = sign(a), sb = sign(b), sp = a > p_.block ? sign(a - 1) : 3;
    const std::uint32_t lower = (p_.lower_before ? 1U : 0U) + (v_.cuts[p_.begin].shape == Shape::Lower ? 2U : 0U);
    add(ka, closed + space);
    add(ka, kb, closed + space);
    add(kp, ka, kb);
    add(ka, kb, kn);
    add(kp, ka, kb, kn);
    add(kpp, kp, ka, kb, kn);
    add(wa, closed);
    add(wb, 1);
    add(wp, ka);
    add(wn, kb);
    add(wa, kb);
    add(wb, ka);
    add(wa, wb);
    add(wp, wb, ka);
    add(length, ka, kb);
    add(lower, ka, kb);
    add(lower, length, ka);
    add(sa, kb);
    add(sb, ka);
    add(sa, sb);
    add(sp, ka, kb);
    add(bucket(v_.tokens[a].span.size()), ka, kb);
    add(lines, ka, kb);
    add(wb, wn);
    static_assert(boundary_features == 24);
  }

 private:
  // Kind and shape in one number.
  std::uint32_t key(std::size_t t) const {
    if (t >= v_.tokens.size()) return 98;
    return static_cast<std::uint32_t>(v_.cuts[t].kind) * 4 + static_cast<std::uint32_t>(v_.cuts[t].shape);
  }

  std::uint32_t word(std::size_t t) const {
    if (t >= v_.tokens.size()) return 5;
    std::uint32_t h = 0x811C9DC5U;
    const auto form = v_.tokens[t].span.of(v_.text).substr(0, 24);
    if (v_.cuts[t].kind == Kind::Number) return 11 + static_cast<std::uint32_t>(form.size());
    for (const char c : form) h = (h ^ static_cast<unsigned char>(ascii_lower(c))) * 0x01000193U;
    return h;
  }

  // The word's outline: runs of letters and digits collapsed, other bytes as they are.
  std::uint32_t sign(std::size_t t) const {
    if (t >= v_.tokens.size()) return 5;
    std::uint32_t h = 0x811C9DC5U;
    char last = 0;
    for (const char c : v_.tokens[t].span.of(v_.text).substr(0, 24)) {
      const char s = c >= '0' && c <= '9' ? '9' : (c >= 'a' && c <= 'z' ? 'a' : (c >= 'A' && c <= 'Z' ? 'A' : c));
      if (s != last) h = (h ^ static_cast<unsigned char>(s)) * 0x01000193U;
      last = s;
    }
    return h;
  }

  static std::uint32_t bucket(std::size_t n) {
    constexpr std::size_t edges[] = {1, 2, 3, 4, 6, 9, 13, 19, 28, 45};
    return static_cast<std::uint32_t>(std::upper_bound(std::begin(edges), std::end(edges), n) - std::begin(edges));
  }

  template <typename... Parts>
  void add(Parts... parts) {
    std::uint32_t h = 0x1234567U * (count_ + 1);
    ((h = mix(h, static_cast<std::uint32_t>(parts))), ...);
    out_[count_++] = h >> (32 - boundary_table_bits);
  }

  const TokenView& v_;
  const Place& p_;
  std::array<std::uint32_t, boundary_features>& out_;
  std::uint32_t count_ = 0;
};

}  // namespace

void collect_features(const TokenView& view, const Place& place, std::array<std::uint32_t, boundary_features>& features) {
  Collector(view, place, features).run();
}

int boundary_score(const TokenView& view, const Place& place) {
  std::array<std::uint32_t, boundary_features> features;
  collect_features(view, place, features);
  int sum = 0;
  for (const auto f : features) sum += weights[f];
  return sum;
}

}  // namespace entente::corpus
