// The network's answers, and their loss.
#include <algorithm>
#include <cmath>

#include "extract/language/train/gemm.hpp"
#include "extract/language/train/network.hpp"
#include "extract/language/train/recurrence.hpp"

namespace entente::language::train {
namespace {

// Logits to shares; gives the logarithm of their divisor.
double to_shares(float* logits, std::size_t n) {
  const float most = *std::max_element(logits, logits + n);
  double total = 0;
  for (std::size_t i = 0; i < n; ++i) total += logits[i] = std::exp(logits[i] - most);
  for (std::size_t i = 0; i < n; ++i) logits[i] /= static_cast<float>(total);
  return most + std::log(total);
}

void to_log_shares(float* logits, std::size_t n) {
  const float most = *std::max_element(logits, logits + n);
  double total = 0;
  for (std::size_t i = 0; i < n; ++i) total += std::exp(logits[i] - most);
  for (std::size_t i = 0; i < n; ++i) logits[i] -= most + static_cast<float>(std::log(total));
}

// The answer with the largest share.
std::size_t best_answer(const Targets& targets, std::size_t item) {
  return std::max_element(targets.begin(item), targets.end(item), [](const Answer& a, const Answer& b) { return a.share < b.share; })->id;
}

// Loss of logits[0, n) against an item's answers; turns the logits into the gradient times `share`.
double cross_entropy(float* logits, std::size_t n, const Targets& targets, std::size_t item, float share, bool& right) {
  right = static_cast<std::size_t>(std::max_element(logits, logits + n) - logits) == best_answer(targets, item);
  to_shares(logits, n);
  double loss = 0;
  for (const auto* a = targets.begin(item); a != targets.end(item); ++a) loss -= a->share * std::log(std::max(logits[a->id], 1e-12F));
  for (std::size_t i = 0; i < n; ++i) logits[i] *= share;
  for (const auto* a = targets.begin(item); a != targets.end(item); ++a) logits[a->id] -= share * a->share;
  return loss;
}

float share_of(const Loss& loss) { return 1.0F / static_cast<float>(std::max<std::size_t>(loss.judged, 1)); }

std::size_t distance_between(std::size_t dependent, std::size_t head) {
  return distance_bucket(static_cast<std::int64_t>(head) - static_cast<std::int64_t>(dependent));
}

}  // namespace

void Network::arc_scores(std::size_t first, std::size_t size, std::size_t dependent, float* scores) {
  const auto width = shape_.projections();
  const std::size_t n = shape_.arc;
  const float* distance = dense(layout_.distance);
  const float* a = &projected_[(first + dependent) * width];
  for (std::size_t j = 0; j < size; ++j) {
    const float* b = &projected_[(first + j) * width + n];
    float sum = distance[distance_between(dependent, j)];
    for (std::size_t k = 0; k < n; ++k) sum += a[k] * b[k];
    scores[j] = j == dependent ? -1e30F : sum;
  }
}

void Network::score_arcs(const Batch& batch, Loss& loss, Weights* gradient) {
  const auto width = shape_.projections();
  const std::size_t n = shape_.arc;
  std::vector<float> scores;
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
    const std::size_t first = batch.begins[s];
    const std::size_t size = batch.begins[s + 1] - first;
    scores.resize(size);
    for (std::size_t i = 1; i < size; ++i) {
      if (!batch.targets[kHead].judged(first + i)) continue;
      arc_scores(first, size, i, scores.data());
      bool right = false;
      loss.arcs += cross_entropy(scores.data(), size, batch.targets[kHead], first + i, share_of(loss), right);
      loss.right_heads += right;
      if (gradient == nullptr) continue;
      const float* a = &projected_[(first + i) * width];
      float* da = &d_projected_[(first + i) * width];
      for (std::size_t j = 0; j < size; ++j) {
        const float g = scores[j];
        if (std::abs(g) < 1e-9F) continue;
        const float* b = &projected_[(first + j) * width + n];
        float* db = &d_projected_[(first + j) * width + n];
        for (std::size_t k = 0; k < n; ++k) {
          da[k] += g * b[k];
          db[k] += g * a[k];
        }
        gradient->dense[layout_.distance + distance_between(i, j)] += g;
      }
    }
  }
}

Network::Relations Network::relation_logits(const Batch& batch) {
  const auto width = shape_.projections();
  const std::size_t n = shape_.rel;
  const std::size_t at = 2 * std::size_t{shape_.arc};
  Relations r;
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
    for (std::size_t t = batch.begins[s] + 1; t < batch.begins[s + 1]; ++t) {
      if (batch.heads[t] < 0) continue;
      r.items.push_back(t);
      r.heads.push_back(batch.begins[s] + static_cast<std::size_t>(batch.heads[t]));
    }
  }
  r.inputs.resize(r.items.size() * n);
  for (std::size_t k = 0; k < r.items.size(); ++k) {
    const float* a = &projected_[r.items[k] * width + at];
    const float* b = &projected_[r.heads[k] * width + at + n];
    for (std::size_t i = 0; i < n; ++i) r.inputs[k * n + i] = clip(a[i] + b[i]);
  }
  r.logits.resize(r.items.size() * shape_.labels);
  multiply(r.items.size(), shape_.labels, n, {r.inputs.data(), n}, {dense(layout_.relations), shape_.labels}, r.logits.data(), shape_.labels, false);
  add_bias(r.logits, shape_.labels, dense(layout_.relations_bias));
  return r;
}

void Network::score_labels(const Batch& batch, Loss& loss, Weights* gradient) {
  const auto width = shape_.projections();
  const std::size_t n = shape_.rel;
  const std::size_t at = 2 * std::size_t{shape_.arc};
  auto [items, heads, z, logits] = relation_logits(batch);
  for (std::size_t k = 0; k < items.size(); ++k) {
    bool right = false;
    loss.labels += cross_entropy(&logits[k * shape_.labels], shape_.labels, batch.targets[kLabel], items[k], share_of(loss), right);
    loss.right_labels += right;
  }
  if (gradient == nullptr) return;
  multiply(n, shape_.labels, items.size(), {z.data(), n, true}, {logits.data(), shape_.labels},
           &gradient->dense[layout_.relations], shape_.labels, true);
  add_columns(logits, shape_.labels, &gradient->dense[layout_.relations_bias]);
  std::vector<float> dz(z.size());
  multiply(items.size(), n, shape_.labels, {logits.data(), shape_.labels}, {dense(layout_.relations), shape_.labels, true},
           dz.data(), n, false);
  for (std::size_t k = 0; k < items.size(); ++k) {
    float* da = &d_projected_[items[k] * width + at];
    float* db = &d_projected_[heads[k] * width + at + n];
    for (std::size_t i = 0; i < n; ++i) {
      const float g = std::abs(z[k * n + i]) < 1.0F ? dz[k * n + i] : 0.0F;
      da[i] += g;
      db[i] += g;
    }
  }
}

std::vector<float> Network::tag_logits(const Batch& batch) {
  const auto width = shape_.projections();
  const auto tags = shape_.tags();
  const std::size_t at = 2 * std::size_t{shape_.arc} + 2 * std::size_t{shape_.rel};
  std::vector<float> logits(batch.items() * tags);
  multiply(batch.items(), tags, shape_.tag, {projected_.data() + at, width}, {dense(layout_.tags), tags}, logits.data(), tags, false);
  add_bias(logits, tags, dense(layout_.tags_bias));
  return logits;
}

void Network::score_tags(const Batch& batch, Loss& loss, Weights* gradient) {
  const auto width = shape_.projections();
  const auto tags = shape_.tags();
  const std::size_t at = 2 * std::size_t{shape_.arc} + 2 * std::size_t{shape_.rel};
  auto logits = tag_logits(batch);
  for (std::size_t t = 0; t < batch.items(); ++t) {
    float* row = &logits[t * tags];
    const auto part = [&](std::size_t count, Question question, float weight) {
      const auto& targets = batch.targets[question];
      bool right = false;
      if (targets.judged(t)) {
        loss.tags += weight * cross_entropy(row, count, targets, t, weight * share_of(loss), right);
      } else {
        std::fill_n(row, count, 0.0F);
      }
      row += count;
      return right;
    };
    loss.right_upos += part(shape_.upos, kUpos, 1.0F);
    part(shape_.xpos, kXpos, 0.5F);
    part(shape_.feats, kFeats, 0.5F);
  }
  if (gradient == nullptr) return;
  multiply(shape_.tag, tags, batch.items(), {projected_.data() + at, width, true}, {logits.data(), tags},
           &gradient->dense[layout_.tags], tags, true);
  add_columns(logits, tags, &gradient->dense[layout_.tags_bias]);
  multiply(batch.items(), shape_.tag, tags, {logits.data(), tags}, {dense(layout_.tags), tags, true}, d_projected_.data() + at, width, true);
}

Opinion Network::judge(const Batch& batch) {
  Random unused(0);
  embed(batch);
  encode(batch, 0, unused);
  project(batch, 0, unused);
  Opinion opinion;
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
    const std::size_t size = batch.begins[s + 1] - batch.begins[s];
    const auto at = opinion.heads.size();
    opinion.head_begins.push_back(at);
    opinion.heads.resize(at + size * size, 0.0F);
    for (std::size_t i = 1; i < size; ++i) {
      arc_scores(batch.begins[s], size, i, &opinion.heads[at + i * size]);
      to_log_shares(&opinion.heads[at + i * size], size);
    }
  }
  opinion.tags = tag_logits(batch);
  for (std::size_t t = 0; t < batch.items(); ++t) {
    float* row = &opinion.tags[t * shape_.tags()];
    for (const auto count : {shape_.upos, shape_.xpos, shape_.feats}) {
      to_log_shares(row, count);
      row += count;
    }
  }
  return opinion;
}

std::vector<float> Network::judge_relations(const Batch& batch) {
  auto logits = relation_logits(batch).logits;
  for (std::size_t at = 0; at < logits.size(); at += shape_.labels) to_log_shares(&logits[at], shape_.labels);
  return logits;
}

}  // namespace entente::language::train
