// The network in floats: its weights, the loss of a batch and the gradient.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/language/network_shape.hpp"
#include "extract/language/train/data.hpp"
#include "extract/language/train/targets.hpp"

namespace entente::language::train {

// Sentences laid one after the other, each with the root before its words.
struct Batch {
  std::vector<std::uint32_t> begins;  // first item (the root) of each sentence, and the end of the last
  std::vector<std::uint32_t> words;    // rows of the embeddings that are learnt
  std::vector<std::uint32_t> vectors;  // rows of those made from plain text
  std::vector<std::uint32_t> part_begins;  // one more than items
  std::vector<std::uint32_t> parts;
  // Heads in the tree, for relations; they count from the sentence's root, which is 0. -1: not judged.
  std::vector<std::int32_t> heads;
  TargetSet targets;                   // of all items

  std::size_t items() const { return words.size(); }
};

// Where the weights of the dense part lie in one list.
struct Layout {
  explicit Layout(const NetworkShape& shape);
  struct Layer {
    std::size_t weights, bias, peephole;  // peephole: direction x (forget, reset) x hidden
  };
  std::vector<Layer> layers;
  std::size_t projection, projection_bias, tags, tags_bias, relations, relations_bias, distance, size;
};

struct Weights {
  std::vector<float> dense, words, parts;
};

struct Loss {
  double arcs = 0, labels = 0, tags = 0;
  std::size_t right_heads = 0, right_labels = 0, right_upos = 0, judged = 0;
  Loss& operator+=(const Loss& o);
};

// What the network thinks of a batch, as logarithms of shares.
struct Opinion {
  std::vector<float> heads;                // a square of items for each sentence: dependent, head
  std::vector<std::size_t> head_begins;    // of the sentences' squares
  std::vector<float> tags;                 // items: UPOS, XPOS, features
};

class Network {
 public:
  Network(const NetworkShape& shape, std::uint64_t seed);

  const NetworkShape& shape() const { return shape_; }
  const Layout& layout() const { return layout_; }
  Weights weights;
  std::vector<float> vectors;  // of words, from plain text; not learnt

  // Loss of the batch; with `dropout` > 0 also its gradient, added to `gradient` (embeddings: rows touched are in
  // batch.words and batch.parts). Embedding gradients go to gradient.words and .parts.
  Loss run(const Batch& batch, float dropout, Random& random, Weights* gradient);

  Opinion judge(const Batch& batch);
  // After judge: of each relation between an item and its head in the batch, in rows of labels; items without a head have none.
  std::vector<float> judge_relations(const Batch& batch);

 private:
  void embed(const Batch& batch);
  void encode(const Batch& batch, float dropout, Random& random);
  void project(const Batch& batch, float dropout, Random& random);
  void arc_scores(std::size_t first, std::size_t size, std::size_t dependent, float* scores);
  std::vector<float> tag_logits(const Batch& batch);
  struct Relations {
    std::vector<std::size_t> items, heads;
    std::vector<float> inputs, logits;
  };
  Relations relation_logits(const Batch& batch);
  void score_arcs(const Batch& batch, Loss& loss, Weights* gradient);
  void score_labels(const Batch& batch, Loss& loss, Weights* gradient);
  void score_tags(const Batch& batch, Loss& loss, Weights* gradient);
  void project_back(const Batch& batch, Weights& gradient);
  void encode_back(const Batch& batch, Weights& gradient);
  void embed_back(const Batch& batch, Weights& gradient);
  float* dense(std::size_t at) { return weights.dense.data() + at; }

  NetworkShape shape_;
  Layout layout_;
  // Of the last batch: inputs of each layer before and after dropout, masks, products, cells.
  std::vector<std::vector<float>> inputs_, dropped_, masks_, products_, cells_;
  std::vector<float> raw_input_, projected_, projection_mask_, d_projected_, d_output_;
};

}  // namespace entente::language::train
