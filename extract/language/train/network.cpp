#include "extract/language/train/network.hpp"

#include <algorithm>
#include <cmath>

#include "extract/language/train/gemm.hpp"
#include "extract/language/train/recurrence.hpp"

namespace entente::language::train {
namespace {

// One mask a sentence, the same for all of its words; kept numbers are scaled up.
void drop(const Batch& batch, std::size_t width, float dropout, Random& random, std::vector<float>& rows, std::vector<float>& mask) {
  mask.clear();
  if (dropout <= 0) return;
  mask.resize(rows.size());
  std::vector<float> one(width);
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
    for (auto& m : one) m = random.uniform() < dropout ? 0.0F : 1.0F / (1.0F - dropout);
    for (std::size_t t = batch.begins[s]; t < batch.begins[s + 1]; ++t) {
      for (std::size_t i = 0; i < width; ++i) {
        mask[t * width + i] = one[i];
        rows[t * width + i] *= one[i];
      }
    }
  }
}

}  // namespace

Loss& Loss::operator+=(const Loss& o) {
  arcs += o.arcs, labels += o.labels, tags += o.tags;
  right_heads += o.right_heads, right_labels += o.right_labels, right_upos += o.right_upos, judged += o.judged;
  return *this;
}

Layout::Layout(const NetworkShape& s) : size(0) {
  const auto take = [&](std::size_t count) {
    const auto at = size;
    size += count;
    return at;
  };
  for (std::size_t l = 0; l < s.layers; ++l) {
    const auto weights = take(s.layer_input(l) * s.layer_product(l));
    const auto bias = take(s.layer_product(l));
    layers.push_back({weights, bias, take(4 * std::size_t{s.hidden})});
  }
  projection = take(s.width() * s.projections());
  projection_bias = take(s.projections());
  tags = take(s.tag * s.tags());
  tags_bias = take(s.tags());
  relations = take(std::size_t{s.rel} * s.labels);
  relations_bias = take(s.labels);
  distance = take(kDistances);
}

Network::Network(const NetworkShape& shape, std::uint64_t seed) : shape_(shape), layout_(shape) {
  Random random(seed);
  const auto fill = [&](float* to, std::size_t count, float width) {
    for (std::size_t i = 0; i < count; ++i) to[i] = (random.uniform() * 2 - 1) * width;
  };
  weights.dense.assign(layout_.size, 0.0F);
  weights.words.resize(std::size_t{shape.learnt} * shape.word_dim);
  vectors.assign(std::size_t{shape.words} * shape.text_dim, 0.0F);
  weights.parts.resize((std::size_t{1} << shape.part_bits) * shape.part_dim);
  fill(weights.words.data(), weights.words.size(), 0.4F);
  fill(weights.parts.data(), weights.parts.size(), 0.15F);
  for (std::size_t l = 0; l < shape.layers; ++l) {
    const auto in = shape.layer_input(l);
    const auto out = shape.layer_product(l);
    fill(dense(layout_.layers[l].weights), in * out, std::sqrt(6.0F / static_cast<float>(in)));
    fill(dense(layout_.layers[l].peephole), 4 * std::size_t{shape.hidden}, 0.5F);
    for (std::size_t d = 0; d < 2; ++d) {  // forget gates remember for different times
      float* forget = dense(layout_.layers[l].bias) + (d * shape.gates(l) + 1) * shape.hidden;
      for (std::size_t i = 0; i < shape.hidden; ++i) forget[i] = random.uniform() * 3 - 1;
    }
  }
  const auto glorot = [](std::size_t in) { return std::sqrt(3.0F / static_cast<float>(in)); };
  fill(dense(layout_.projection), shape.width() * shape.projections(), 1.5F * glorot(shape.width()));
  fill(dense(layout_.tags), shape.tag * shape.tags(), glorot(shape.tag));
  fill(dense(layout_.relations), std::size_t{shape.rel} * shape.labels, glorot(shape.rel));
}

void Network::embed(const Batch& batch) {
  const auto width = shape_.input();
  raw_input_.assign(batch.items() * width, 0.0F);
  for (std::size_t t = 0; t < batch.items(); ++t) {
    float* row = &raw_input_[t * width];
    std::copy_n(&weights.words[std::size_t{batch.words[t]} * shape_.word_dim], shape_.word_dim, row);
    row += shape_.word_dim;
    std::copy_n(vectors.data() + std::size_t{batch.vectors[t]} * shape_.text_dim, shape_.text_dim, row);
    row += shape_.text_dim;
    for (auto p = batch.part_begins[t]; p < batch.part_begins[t + 1]; ++p) {
      const float* from = &weights.parts[std::size_t{batch.parts[p]} * shape_.part_dim];
      for (std::size_t i = 0; i < shape_.part_dim; ++i) row[i] += from[i];
    }
  }
  inputs_.resize(shape_.layers + 1);
  inputs_[0].resize(raw_input_.size());
  for (std::size_t i = 0; i < raw_input_.size(); ++i) inputs_[0][i] = clip(raw_input_[i]);
}

void Network::encode(const Batch& batch, float dropout, Random& random) {
  dropped_.resize(shape_.layers + 1);
  masks_.resize(shape_.layers + 1);
  products_.resize(shape_.layers);
  cells_.resize(shape_.layers * 2);
  const auto items = batch.items();
  for (std::size_t l = 0; l < shape_.layers; ++l) {
    const auto in = shape_.layer_input(l);
    const auto out = shape_.layer_product(l);
    dropped_[l] = inputs_[l];
    drop(batch, in, dropout, random, dropped_[l], masks_[l]);
    products_[l].resize(items * out);
    multiply(items, out, in, {dropped_[l].data(), in}, {dense(layout_.layers[l].weights), out}, products_[l].data(), out, false);
    add_bias(products_[l], out, dense(layout_.layers[l].bias));
    inputs_[l + 1].resize(items * shape_.width());
    for (std::size_t d = 0; d < 2; ++d) {
      const Recurrence part{shape_.hidden, shape_.gates(l), out, shape_.width(), d == 1,
                            dense(layout_.layers[l].peephole) + d * 2 * shape_.hidden};
      cells_[l * 2 + d].resize(items * shape_.hidden);
      for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
        const std::size_t t = batch.begins[s];
        part.run(batch.begins[s + 1] - t, &products_[l][t * out + d * shape_.gates(l) * shape_.hidden],
                 l == 0 ? nullptr : &inputs_[l][t * in + d * shape_.hidden],
                 &inputs_[l + 1][t * shape_.width() + d * shape_.hidden], &cells_[l * 2 + d][t * shape_.hidden]);
      }
    }
  }
}

void Network::project(const Batch& batch, float dropout, Random& random) {
  const auto top = shape_.layers;
  const auto width = shape_.projections();
  dropped_[top] = inputs_[top];
  drop(batch, shape_.width(), dropout, random, dropped_[top], masks_[top]);
  projected_.resize(batch.items() * width);
  multiply(batch.items(), width, shape_.width(), {dropped_[top].data(), shape_.width()}, {dense(layout_.projection), width},
           projected_.data(), width, false);
  add_bias(projected_, width, dense(layout_.projection_bias));
  d_projected_.assign(projected_.size(), 0.0F);
  // Arc and tag projections are clipped at once; relations are clipped after their sum.
  const std::size_t arcs = 2 * std::size_t{shape_.arc};
  const std::size_t rels = arcs + 2 * std::size_t{shape_.rel};
  for (std::size_t t = 0; t < batch.items(); ++t) {
    float* row = &projected_[t * width];
    for (std::size_t i = 0; i < arcs; ++i) row[i] = clip(row[i]);
    for (std::size_t i = rels; i < width; ++i) row[i] = clip(row[i]);
  }
  drop(batch, width, dropout, random, projected_, projection_mask_);
}

void Network::project_back(const Batch& batch, Weights& gradient) {
  const auto width = shape_.projections();
  const std::size_t arcs = 2 * std::size_t{shape_.arc};
  const std::size_t rels = arcs + 2 * std::size_t{shape_.rel};
  for (std::size_t t = 0; t < batch.items(); ++t) {
    for (std::size_t i = 0; i < width; ++i) {
      const auto k = t * width + i;
      const float m = projection_mask_.empty() ? 1.0F : projection_mask_[k];
      const bool clipped = (i < arcs || i >= rels) && std::abs(projected_[k]) >= m;
      d_projected_[k] = clipped ? 0.0F : d_projected_[k] * m;
    }
  }
  const auto& input = dropped_[shape_.layers];
  multiply(shape_.width(), width, batch.items(), {input.data(), shape_.width(), true}, {d_projected_.data(), width},
           &gradient.dense[layout_.projection], width, true);
  add_columns(d_projected_, width, &gradient.dense[layout_.projection_bias]);
  d_output_.resize(input.size());
  multiply(batch.items(), shape_.width(), width, {d_projected_.data(), width}, {dense(layout_.projection), width, true},
           d_output_.data(), shape_.width(), false);
}

void Network::encode_back(const Batch& batch, Weights& gradient) {
  std::vector<float> du, d_input;
  const auto masked = [&](std::size_t l, std::vector<float>& d) {
    for (std::size_t i = 0; i < masks_[l].size(); ++i) d[i] *= masks_[l][i];
  };
  masked(shape_.layers, d_output_);
  for (std::size_t l = shape_.layers; l-- > 0;) {
    const auto in = shape_.layer_input(l);
    const auto out = shape_.layer_product(l);
    du.resize(products_[l].size());
    std::vector<float> d_skip(l == 0 ? 0 : batch.items() * in, 0.0F);
    for (std::size_t d = 0; d < 2; ++d) {
      const Recurrence part{shape_.hidden, shape_.gates(l), out, shape_.width(), d == 1,
                            dense(layout_.layers[l].peephole) + d * 2 * shape_.hidden};
      for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
        const std::size_t t = batch.begins[s];
        const auto column = t * out + d * shape_.gates(l) * shape_.hidden;
        part.back(batch.begins[s + 1] - t, &products_[l][column], l == 0 ? nullptr : &inputs_[l][t * in + d * shape_.hidden],
                  &cells_[l * 2 + d][t * shape_.hidden], &d_output_[t * shape_.width() + d * shape_.hidden], &du[column],
                  l == 0 ? nullptr : &d_skip[t * in + d * shape_.hidden],
                  &gradient.dense[layout_.layers[l].peephole + d * 2 * shape_.hidden]);
      }
    }
    multiply(in, out, batch.items(), {dropped_[l].data(), in, true}, {du.data(), out}, &gradient.dense[layout_.layers[l].weights], out, true);
    add_columns(du, out, &gradient.dense[layout_.layers[l].bias]);
    d_input.resize(batch.items() * in);
    multiply(batch.items(), in, out, {du.data(), out}, {dense(layout_.layers[l].weights), out, true}, d_input.data(), in, false);
    masked(l, d_input);
    for (std::size_t i = 0; i < d_skip.size(); ++i) d_input[i] += d_skip[i];
    std::swap(d_output_, d_input);
  }
}

void Network::embed_back(const Batch& batch, Weights& gradient) {
  const auto width = shape_.input();
  for (std::size_t i = 0; i < raw_input_.size(); ++i) {
    if (std::abs(raw_input_[i]) >= 1.0F) d_output_[i] = 0.0F;
  }
  for (std::size_t t = 0; t < batch.items(); ++t) {
    const float* row = &d_output_[t * width];
    float* word = &gradient.words[std::size_t{batch.words[t]} * shape_.word_dim];
    for (std::size_t i = 0; i < shape_.word_dim; ++i) word[i] += row[i];
    row += shape_.word_dim + shape_.text_dim;
    for (auto p = batch.part_begins[t]; p < batch.part_begins[t + 1]; ++p) {
      float* to = &gradient.parts[std::size_t{batch.parts[p]} * shape_.part_dim];
      for (std::size_t i = 0; i < shape_.part_dim; ++i) to[i] += row[i];
    }
  }
}

Loss Network::run(const Batch& batch, float dropout, Random& random, Weights* gradient) {
  Loss loss;
  for (const auto head : batch.heads) loss.judged += head >= 0;
  embed(batch);
  encode(batch, dropout, random);
  project(batch, dropout, random);
  score_arcs(batch, loss, gradient);
  score_labels(batch, loss, gradient);
  score_tags(batch, loss, gradient);
  if (gradient != nullptr) {
    project_back(batch, *gradient);
    encode_back(batch, *gradient);
    embed_back(batch, *gradient);
  }
  return loss;
}

}  // namespace entente::language::train
