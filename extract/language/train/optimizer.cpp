#include "extract/language/train/optimizer.hpp"

#include <algorithm>
#include <cmath>

namespace entente::language::train {
namespace {

constexpr float kKeepFirst = 0.9F;
constexpr float kKeepSecond = 0.98F;
constexpr double kLargestNorm = 5;
constexpr std::uint32_t kAverageEvery = 10;  // steps
constexpr float kKeepAverage = 0.99F;        // of the average, each time

double squares(const float* values, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; i += 256) {
    float part = 0;
    for (std::size_t k = i; k < std::min(i + 256, count); ++k) part += values[k] * values[k];
    sum += part;
  }
  return sum;
}

}  // namespace

Optimizer::Optimizer(const Network& network) {
  const auto& w = network.weights;
  gradient_.dense.assign(w.dense.size(), 0.0F);
  gradient_.words.assign(w.words.size(), 0.0F);
  gradient_.parts.assign(w.parts.size(), 0.0F);
  average_ = w;
  dense_ = {gradient_.dense, gradient_.dense};
  words_ = {gradient_.words, gradient_.words};
  parts_ = {gradient_.parts, gradient_.parts};
  word_stamps_.assign(network.shape().learnt, 0);
  part_stamps_.assign(std::size_t{1} << network.shape().part_bits, 0);
}

std::vector<std::size_t> Optimizer::rows_of(const std::vector<std::uint32_t>& ids, std::vector<std::uint32_t>& stamps) const {
  std::vector<std::size_t> rows;
  for (const auto id : ids) {
    if (stamps[id] == steps_) continue;
    stamps[id] = steps_;
    rows.push_back(id);
  }
  return rows;
}

void Optimizer::move(float* weights, float* gradient, Moments& moments, std::size_t at, std::size_t count, float rate, float factor) const {
  float* __restrict w = weights + at;
  float* __restrict g = gradient + at;
  float* __restrict m = moments.first.data() + at;
  float* __restrict v = moments.second.data() + at;
  for (std::size_t i = 0; i < count; ++i) {
    const float x = g[i] * factor;
    m[i] = kKeepFirst * m[i] + (1 - kKeepFirst) * x;
    v[i] = kKeepSecond * v[i] + (1 - kKeepSecond) * x * x;
    w[i] -= rate * m[i] / (std::sqrt(v[i]) + 1e-8F);
    g[i] = 0;
  }
}

void Optimizer::add_to_average(const Weights& weights) {
  const float keep = std::min(kKeepAverage, static_cast<float>(steps_) / static_cast<float>(steps_ + 10 * kAverageEvery));
  const auto mix = [&](const std::vector<float>& from, std::vector<float>& to) {
    const float* __restrict f = from.data();
    float* __restrict t = to.data();
    for (std::size_t i = 0; i < from.size(); ++i) t[i] = keep * t[i] + (1 - keep) * f[i];
  };
  mix(weights.dense, average_.dense);
  mix(weights.words, average_.words);
  mix(weights.parts, average_.parts);
}

void Optimizer::step(Network& network, const Batch& batch, float rate) {
  ++steps_;
  const auto& shape = network.shape();
  const auto words = rows_of(batch.words, word_stamps_);
  const auto parts = rows_of(batch.parts, part_stamps_);
  double norm = squares(gradient_.dense.data(), gradient_.dense.size());
  for (const auto row : words) norm += squares(&gradient_.words[row * shape.word_dim], shape.word_dim);
  for (const auto row : parts) norm += squares(&gradient_.parts[row * shape.part_dim], shape.part_dim);
  norm = std::sqrt(norm);
  const auto factor = static_cast<float>(norm > kLargestNorm ? kLargestNorm / norm : 1.0);
  const double n = std::min<std::uint32_t>(steps_, 10000);
  const auto corrected = static_cast<float>(rate * std::sqrt(1 - std::pow(kKeepSecond, n)) / (1 - std::pow(kKeepFirst, n)));
  auto& w = network.weights;
  move(w.dense.data(), gradient_.dense.data(), dense_, 0, w.dense.size(), corrected, factor);
  for (const auto row : words) move(w.words.data(), gradient_.words.data(), words_, row * shape.word_dim, shape.word_dim, corrected, factor);
  for (const auto row : parts) move(w.parts.data(), gradient_.parts.data(), parts_, row * shape.part_dim, shape.part_dim, corrected, factor);
  if (steps_ % kAverageEvery == 0) add_to_average(w);
}

}  // namespace entente::language::train
