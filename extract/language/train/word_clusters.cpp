#include "extract/language/train/word_clusters.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "extract/language/train/data.hpp"

namespace entente::language::train {
namespace {

constexpr std::size_t kCaseDims = 4, kCoarse = 64, kParts = 16;

class KMeans {
 public:
  KMeans(const Vectors& vectors, std::uint64_t seed) : dim_(vectors.dim - kCaseDims), random_(seed) {
    points_.resize(vectors.words.size() * dim_);
    for (std::size_t r = 0; r < vectors.words.size(); ++r) {
      double size = 1e-9;
      for (std::size_t i = 0; i < dim_; ++i) size += vectors.rows[r * vectors.dim + i] * vectors.rows[r * vectors.dim + i];
      const auto scale = static_cast<float>(1 / std::sqrt(size));
      for (std::size_t i = 0; i < dim_; ++i) points_[r * dim_ + i] = vectors.rows[r * vectors.dim + i] * scale;
    }
  }

  // The group, below k, of each of `members`.
  std::vector<std::size_t> split(const std::vector<std::size_t>& members, std::size_t k) {
    std::vector<std::size_t> group(members.size(), 0);
    if (members.size() <= k) {
      for (std::size_t m = 0; m < members.size(); ++m) group[m] = m;
      return group;
    }
    std::vector<float> centres(k * dim_);
    for (std::size_t c = 0; c < k; ++c) {
      const auto m = members[random_.below(members.size())];
      std::copy_n(&points_[m * dim_], dim_, &centres[c * dim_]);
    }
    for (int round = 0; round < 20; ++round) {
      for (std::size_t m = 0; m < members.size(); ++m) group[m] = nearest(&points_[members[m] * dim_], centres, k);
      average(members, group, centres, k);
    }
    return group;
  }

 private:
  // Vectors have length one, so the nearest centre is that with the largest product, but for its own length.
  std::size_t nearest(const float* point, const std::vector<float>& centres, std::size_t k) const {
    std::size_t best = 0;
    float most = -1e30F;
    for (std::size_t c = 0; c < k; ++c) {
      float product = 0, size = 0;
      for (std::size_t i = 0; i < dim_; ++i) {
        product += point[i] * centres[c * dim_ + i];
        size += centres[c * dim_ + i] * centres[c * dim_ + i];
      }
      const float score = product - size / 2;
      if (score > most) most = score, best = c;
    }
    return best;
  }
  void average(const std::vector<std::size_t>& members, const std::vector<std::size_t>& group, std::vector<float>& centres, std::size_t k) {
    std::vector<float> sums(k * dim_, 0);
    std::vector<std::size_t> counts(k, 0);
    for (std::size_t m = 0; m < members.size(); ++m) {
      ++counts[group[m]];
      for (std::size_t i = 0; i < dim_; ++i) sums[group[m] * dim_ + i] += points_[members[m] * dim_ + i];
    }
    for (std::size_t c = 0; c < k; ++c) {
      for (std::size_t i = 0; i < dim_ && counts[c] > 0; ++i) centres[c * dim_ + i] = sums[c * dim_ + i] / static_cast<float>(counts[c]);
    }
  }

  std::size_t dim_;
  Random random_;
  std::vector<float> points_;
};

// From the share of capitals, which vectors.cpp writes as 0.8 * (2 * share - 1).
std::uint8_t written(float number) {
  const float share = (number / 0.8F + 1) / 2;
  return share < 0.1F ? 1 : share < 0.5F ? 2 : share < 0.9F ? 3 : 4;
}

}  // namespace

std::map<std::uint64_t, WordCluster> cluster_words(const Vectors& vectors, std::uint64_t seed) {
  KMeans means(vectors, seed);
  std::vector<std::size_t> all(vectors.words.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  const auto coarse = means.split(all, kCoarse);
  std::map<std::uint64_t, WordCluster> out;
  for (std::size_t c = 0; c < kCoarse; ++c) {
    std::vector<std::size_t> members;
    for (const auto i : all) {
      if (coarse[i] == c) members.push_back(i);
    }
    const auto fine = means.split(members, kParts);
    for (std::size_t m = 0; m < members.size(); ++m) {
      const auto i = members[m];
      out[vectors.words[i]] = {static_cast<std::uint16_t>(c * kParts + fine[m] + 1), static_cast<std::uint8_t>(c + 1),
                               written(vectors.rows[i * vectors.dim + vectors.dim - kCaseDims])};
    }
  }
  return out;
}

}  // namespace entente::language::train
