#include "extract/language/train/name_crf.hpp"

#include <algorithm>
#include <cmath>

namespace entente::language::train {
namespace {

constexpr std::uint32_t kSpelled = 0x80000000U;

}  // namespace

NameCrf::NameCrf() : weights_(kRows, Row{}), squares_(kRows, Row{}), hashes_(kRows, 0), counts_(kRows, 0) {}

std::uint32_t NameCrf::row(std::uint64_t hash) {
  auto r = static_cast<std::uint32_t>(hash >> 20) & (kRows - 1);
  while (hashes_[r] != 0 && hashes_[r] != hash) r = (r + 1) & (kRows - 1);
  if (hashes_[r] == 0) {
    if (used_ >= kRows / 4 * 3) return kNoRow;
    hashes_[r] = hash;
    ++used_;
  }
  if (counts_[r] < 255) ++counts_[r];
  return r;
}

void NameCrf::prune(CrfExample& e) const {
  std::vector<std::uint32_t> begins{0}, features;
  for (std::size_t i = 0; i + 1 < e.begins.size(); ++i) {
    for (auto k = e.begins[i]; k < e.begins[i + 1]; ++k) {
      if (counts_[e.features[k] & (kRows - 1)] > 1) features.push_back(e.features[k]);
    }
    begins.push_back(static_cast<std::uint32_t>(features.size()));
  }
  e.begins = std::move(begins);
  e.features = std::move(features);
}

void NameCrf::emissions(const CrfExample& e, const std::vector<std::uint32_t>& begins, const std::vector<std::uint32_t>& features) {
  emission_.assign(e.gold.size(), Row{});
  for (std::size_t i = 0; i < e.gold.size(); ++i) {
    for (auto k = begins[i]; k < begins[i + 1]; ++k) __builtin_prefetch(&weights_[features[k]]);  // rows lie far apart
    for (auto k = begins[i]; k < begins[i + 1]; ++k) {
      const Row& w = weights_[features[k]];
      for (std::size_t c = 0; c < kNameColumns; ++c) emission_[i][c] += w[c];
    }
  }
}

// Forward and backward, each word's probabilities scaled to a sum of one.
void NameCrf::marginals() {
  const std::size_t n = emission_.size();
  std::array<Row, kNameClasses> pair{};
  for (std::size_t p = 0; p < kNameClasses; ++p) {
    for (std::size_t c = 0; c < kNameClasses; ++c) pair[p][c] = may_follow(p, c) ? std::exp(transitions_[p][c]) : 0;
  }
  Rows likely(n, Row{});
  for (std::size_t i = 0; i < n; ++i) {
    const float top = *std::max_element(emission_[i].begin(), emission_[i].begin() + kNameClasses);
    for (std::size_t c = 0; c < kNameClasses; ++c) likely[i][c] = std::exp(std::max(emission_[i][c] - top, -60.0F));
  }
  for (std::size_t c = 0; c < kNameClasses; ++c) likely[n - 1][c] = may_follow(c, 0) ? likely[n - 1][c] : 0;
  forward_.assign(n, Row{});
  backward_.assign(n, Row{});
  std::vector<float> sum(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    Row a = i == 0 ? pair[0] : Row{};
    for (std::size_t p = 0; i > 0 && p < kNameClasses; ++p) {
      for (std::size_t c = 0; c < kNameColumns; ++c) a[c] += forward_[i - 1][p] * pair[p][c];
    }
    for (std::size_t c = 0; c < kNameColumns; ++c) sum[i] += a[c] *= likely[i][c];
    sum[i] = std::max(sum[i], 1e-30F);
    for (std::size_t c = 0; c < kNameColumns; ++c) forward_[i][c] = a[c] / sum[i];
  }
  backward_[n - 1].fill(1);
  found_.pairs = {};
  for (std::size_t i = n - 1; i-- > 0;) {
    Row q{};
    for (std::size_t c = 0; c < kNameColumns; ++c) q[c] = likely[i + 1][c] * backward_[i + 1][c] / sum[i + 1];
    for (std::size_t p = 0; p < kNameClasses; ++p) {
      for (std::size_t c = 0; c < kNameColumns; ++c) backward_[i][p] += pair[p][c] * q[c];
    }
  }
  for (std::size_t c = 0; c < kNameClasses; ++c) found_.pairs[0][c] = forward_[0][c] * backward_[0][c];
  for (std::size_t i = 1; i < n; ++i) {
    for (std::size_t p = 0; p < kNameClasses; ++p) {
      if (forward_[i - 1][p] < 1e-5F) continue;
      for (std::size_t c = 0; c < kNameColumns; ++c) {
        found_.pairs[p][c] += forward_[i - 1][p] * pair[p][c] * likely[i][c] * backward_[i][c] / sum[i];
      }
    }
  }
  found_.words.assign(n, Row{});
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t c = 0; c < kNameClasses; ++c) found_.words[i][c] = forward_[i][c] * backward_[i][c];
  }
}

void NameCrf::change(Row& weights, Row& squares, const Row& gradient, const Options& o) const {
  for (std::size_t c = 0; c < kNameColumns; ++c) {
    const float g = gradient[c] - o.decay * weights[c];
    squares[c] += g * g;
    weights[c] += o.rate * g / (std::sqrt(squares[c]) + 1e-6F);
  }
}

void NameCrf::learn(const CrfExample& e, const Options& o, Random& random) {
  std::vector<std::uint32_t> begins{0}, features;
  for (std::size_t i = 0; i < e.gold.size(); ++i) {
    const bool hidden = random.uniform() < o.hide;
    for (auto k = e.begins[i]; k < e.begins[i + 1]; ++k) {
      if (hidden && (e.features[k] & kSpelled) != 0) continue;
      if (random.uniform() >= o.drop) features.push_back(e.features[k] & (kRows - 1));
    }
    begins.push_back(static_cast<std::uint32_t>(features.size()));
  }
  emissions(e, begins, features);
  marginals();
  for (std::size_t i = 0; i < e.gold.size(); ++i) {
    Row gradient{};
    float size = 0;
    for (std::size_t c = 0; c < kNameClasses; ++c) {
      gradient[c] = ((c == e.gold[i] ? 1.0F : 0.0F) - found_.words[i][c]) * e.weight;
      size += std::fabs(gradient[c]);
    }
    if (size < 0.01F) continue;  // settled
    for (auto k = begins[i]; k < begins[i + 1]; ++k) __builtin_prefetch(&squares_[features[k]]);
    for (auto k = begins[i]; k < begins[i + 1]; ++k) change(weights_[features[k]], squares_[features[k]], gradient, o);
  }
  for (std::size_t i = 0; i < e.gold.size(); ++i) found_.pairs[i > 0 ? e.gold[i - 1] : 0][e.gold[i]] -= 1;
  for (std::size_t p = 0; p < kNameClasses; ++p) {
    Row gradient{};
    for (std::size_t c = 0; c < kNameClasses; ++c) gradient[c] = -found_.pairs[p][c] * e.weight;
    change(transitions_[p], transition_squares_[p], gradient, o);
  }
}

void NameCrf::forget() {
  std::fill(weights_.begin(), weights_.end(), Row{});
  std::fill(squares_.begin(), squares_.end(), Row{});
  transitions_ = transition_squares_ = {};
}

void NameCrf::remember() {
  sums_.resize(kRows, Row{});
  ++remembered_;
  for (std::uint32_t r = 0; r < kRows; ++r) {
    for (std::size_t c = 0; c < kNameColumns && counts_[r] > 1; ++c) sums_[r][c] += weights_[r][c];
  }
  for (std::size_t p = 0; p < kNameClasses; ++p) {
    for (std::size_t c = 0; c < kNameColumns; ++c) transition_sums_[p][c] += transitions_[p][c];
  }
}

void NameCrf::average() {
  if (remembered_ == 0) return;
  const auto parts = static_cast<float>(remembered_);
  for (std::uint32_t r = 0; r < kRows; ++r) {
    for (std::size_t c = 0; c < kNameColumns; ++c) weights_[r][c] = sums_[r][c] / parts;
  }
  for (std::size_t p = 0; p < kNameClasses; ++p) {
    for (std::size_t c = 0; c < kNameColumns; ++c) transitions_[p][c] = transition_sums_[p][c] / parts;
  }
}

void NameCrf::write(ContainerWriter& out, std::size_t most) const {
  std::vector<std::pair<float, std::uint32_t>> heavy;
  std::vector<float> sizes;
  for (std::uint32_t r = 0; r < kRows; ++r) {
    if (counts_[r] < 2) continue;
    float size = 0;
    for (std::size_t c = 0; c < kNameClasses; ++c) size = std::max(size, std::fabs(weights_[r][c]));
    // how much it says, times how often (rare ones are many and seldom met again)
    if (size > 0) heavy.emplace_back(size * std::log2(1.0F + static_cast<float>(counts_[r])), r);
  }
  std::sort(heavy.begin(), heavy.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (heavy.size() > most) heavy.resize(most);
  for (const auto& [weight, r] : heavy) {
    for (std::size_t c = 0; c < kNameClasses; ++c) sizes.push_back(std::fabs(weights_[r][c]));
  }
  float factor = 1;
  if (!sizes.empty()) {
    const auto nth = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 9998 / 10000);
    std::nth_element(sizes.begin(), nth, sizes.end());
    factor = *nth > 0 ? 127 / *nth : 1;
  }
  std::vector<std::pair<std::uint64_t, std::array<std::int8_t, kNameColumns>>> rows;
  for (const auto& [weight, r] : heavy) {
    std::array<std::int8_t, kNameColumns> row{};
    for (std::size_t c = 0; c < kNameClasses; ++c) {
      row[c] = static_cast<std::int8_t>(std::clamp(std::lround(weights_[r][c] * factor), -127L, 127L));
    }
    rows.emplace_back(hashes_[r], row);
  }
  std::sort(rows.begin(), rows.end());
  NameWeights::write(rows, out);
  std::vector<std::int32_t> transitions(kNameClasses * kNameColumns, 0);
  for (std::size_t k = 0; k < transitions.size(); ++k) {
    transitions[k] = static_cast<std::int32_t>(std::lround(transitions_[k / kNameColumns][k % kNameColumns] * factor));
  }
  out.add("entities.transitions", transitions);
}

}  // namespace entente::language::train
