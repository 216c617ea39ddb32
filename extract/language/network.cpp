#include "extract/language/network.hpp"

#include <algorithm>

#include "extract/language/linear.hpp"
#include "extract/language/network_input.hpp"
#include "extract/language/tree.hpp"

namespace entente::language {

// Numbers of the sentences under way; a sentence's root stands before its words.
struct Network::Workspace {
  std::vector<std::uint32_t> begins;     // items: root of each sentence, and the end
  std::vector<std::uint32_t> of_word;    // item of each word
  std::size_t items = 0;
  std::vector<std::int8_t> bytes, next;  // input of the layer and of the next one
  std::vector<std::int16_t> skip, output;
  std::vector<std::int32_t> sums;
  std::vector<std::int32_t> relations;   // fixed point, dependents and heads
};

void Network::embed(std::string_view form, std::int8_t* row) const {
  const auto word = word_of(word_hash(form));
  std::copy_n(&words_[std::size_t{word} * shape_.word_dim], shape_.word_dim, row);
  thread_local std::vector<std::uint32_t> parts;
  word_parts(form, shape_.part_bits, parts);
  std::int16_t sums[1024] = {};
  for (const auto part : parts) {
    const std::int8_t* from = &parts_[std::size_t{part} * shape_.part_dim];
    for (std::size_t i = 0; i < shape_.part_dim; ++i) sums[i] = static_cast<std::int16_t>(sums[i] + from[i]);
  }
  for (std::size_t i = 0; i < shape_.part_dim; ++i) {
    const std::int32_t v = (sums[i] * part_factor_ + (1 << 15)) >> 16;
    row[shape_.word_dim + i] = static_cast<std::int8_t>(std::clamp(v, -127, 127));
  }
}

void Network::encode(Workspace& w) const {
  std::vector<std::int32_t> cell(shape_.hidden);
  const auto width = shape_.width();
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const auto& layer = layers_[l];
    const auto columns = PackedMatrix::packed_columns(layer.matrix.columns);
    w.sums.resize(w.items * columns);
    w.next.assign(w.items * width, 0);
    w.output.resize(w.items * width);
    multiply(w.bytes.data(), w.items, shape_.layer_input(l), layer.matrix, w.sums.data());
    for (std::size_t s = 0; s + 1 < w.begins.size(); ++s) {
      const std::size_t words = w.begins[s + 1] - w.begins[s];
      for (std::size_t d = 0; d < 2; ++d) {
        const auto column = d * shape_.gates(l) * shape_.hidden;
        std::fill(cell.begin(), cell.end(), 0);
        for (std::size_t k = 0; k < words; ++k) {
          const std::size_t t = d == 0 ? w.begins[s] + k : w.begins[s + 1] - 1 - k;
          const auto at = t * width + d * shape_.hidden;
          run_cell({shape_.hidden, l == 0, &w.sums[t * columns + column],
                    {&layer.factor[column], &layer.bias[column], layer.shift}, &peepholes_[l][d * 2 * shape_.hidden],
                    l == 0 ? nullptr : &w.skip[at], cell.data(), &w.output[at], &w.next[at]});
        }
      }
    }
    std::swap(w.bytes, w.next);
    std::swap(w.skip, w.output);
  }
}

void Network::project(Workspace& w) const {
  const auto columns = PackedMatrix::packed_columns(projection_.matrix.columns);
  const std::size_t arcs = 2 * std::size_t{shape_.arc};
  const std::size_t rels = 2 * std::size_t{shape_.rel};
  w.sums.resize(w.items * columns);
  multiply(w.bytes.data(), w.items, shape_.width(), projection_.matrix, w.sums.data());
  // The bytes become: arc dependent, arc head, tag.
  const auto stride = arcs + shape_.tag;
  w.next.assign(w.items * stride, 0);
  w.relations.resize(w.items * rels);
  for (std::size_t t = 0; t < w.items; ++t) {
    const std::int32_t* sums = &w.sums[t * columns];
    for (std::size_t i = 0; i < arcs; ++i) w.next[t * stride + i] = to_byte(projection_.at(sums[i], i));
    for (std::size_t i = 0; i < rels; ++i) w.relations[t * rels + i] = projection_.at(sums[arcs + i], arcs + i);
    for (std::size_t i = 0; i < shape_.tag; ++i) {
      w.next[t * stride + arcs + i] = to_byte(projection_.at(sums[arcs + rels + i], arcs + rels + i));
    }
  }
  std::swap(w.bytes, w.next);
}

void Network::choose_tags(Workspace& w, std::span<NetworkWord> out) const {
  const auto stride = 2 * std::size_t{shape_.arc} + shape_.tag;
  const auto columns = PackedMatrix::packed_columns(tags_.matrix.columns);
  w.sums.resize(w.items * columns);
  multiply(w.bytes.data() + 2 * std::size_t{shape_.arc}, w.items, stride, tags_.matrix, w.sums.data());
  std::vector<std::int32_t> scores(shape_.tags());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::int32_t* sums = &w.sums[w.of_word[i] * columns];
    for (std::size_t k = 0; k < scores.size(); ++k) scores[k] = tags_.at(sums[k], k);
    const std::int32_t* xpos = scores.data() + shape_.upos;
    const std::int32_t* feats = xpos + shape_.xpos;
    std::int32_t most = INT32_MIN;
    for (const auto& t : triples_) {
      const auto score = scores[t.upos] + xpos[t.xpos] + feats[t.feats];
      if (score <= most) continue;
      most = score;
      out[i].upos = static_cast<Upos>(t.upos);
      out[i].xpos = t.xpos;
      out[i].feats = t.feats;
    }
  }
}

void Network::choose_heads(Workspace& w, std::size_t sentence, std::span<NetworkWord> out) const {
  const auto stride = 2 * std::size_t{shape_.arc} + shape_.tag;
  const std::size_t first = w.begins[sentence];
  const std::size_t size = w.begins[sentence + 1] - first;
  std::vector<std::int32_t> scores(size * size);
  for (std::size_t d = 1; d < size; ++d) {
    const std::int8_t* a = &w.bytes[(first + d) * stride];
    for (std::size_t h = 0; h < size; ++h) {
      const std::int8_t* b = &w.bytes[(first + h) * stride + shape_.arc];
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < shape_.arc; ++i) sum += a[i] * b[i];
      scores[d * size + h] = sum + distance_[distance_bucket(static_cast<std::int64_t>(h) - static_cast<std::int64_t>(d))];
    }
  }
  const auto heads = best_tree(scores, static_cast<std::uint32_t>(size - 1));
  for (std::size_t d = 1; d < size; ++d) out[d - 1].head = static_cast<std::int32_t>(heads[d]) - 1;
}

void Network::choose_labels(Workspace& w, std::span<NetworkWord> out) const {
  const std::size_t n = shape_.rel;
  const auto columns = PackedMatrix::packed_columns(relations_.matrix.columns);
  w.next.assign(out.size() * n, 0);
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    while (w.of_word[i] >= w.begins[sentence + 1]) ++sentence;
    const std::size_t head = w.begins[sentence] + static_cast<std::size_t>(out[i].head + 1);
    const std::int32_t* a = &w.relations[w.of_word[i] * 2 * n];
    const std::int32_t* b = &w.relations[head * 2 * n + n];
    for (std::size_t k = 0; k < n; ++k) w.next[i * n + k] = to_byte(a[k] + b[k]);
  }
  w.sums.resize(out.size() * columns);
  multiply(w.next.data(), out.size(), n, relations_.matrix, w.sums.data());
  for (std::size_t i = 0; i < out.size(); ++i) {
    std::int32_t most = INT32_MIN;
    for (std::size_t k = 0; k < shape_.labels; ++k) {
      const auto score = relations_.at(w.sums[i * columns + k], k);
      if (score > most) most = score, out[i].label = static_cast<std::uint16_t>(k);
    }
  }
}

void Network::annotate(std::span<const std::string_view> forms, std::span<const std::uint32_t> ends, std::span<NetworkWord> out) const {
  thread_local Workspace w;
  w.begins.clear();
  w.of_word.clear();
  std::uint32_t item = 0;
  for (std::size_t s = 0, i = 0; s < ends.size(); ++s) {
    w.begins.push_back(item++);
    for (; i < ends[s]; ++i) w.of_word.push_back(item++);
  }
  w.begins.push_back(item);
  w.items = item;
  w.bytes.assign(w.items * shape_.input(), 0);
  for (std::size_t s = 0; s + 1 < w.begins.size(); ++s) {
    std::copy_n(&words_[kRootWord * std::size_t{shape_.word_dim}], shape_.word_dim, &w.bytes[w.begins[s] * shape_.input()]);
  }
  for (std::size_t i = 0; i < forms.size(); ++i) embed(forms[i], &w.bytes[w.of_word[i] * shape_.input()]);
  encode(w);
  project(w);
  choose_tags(w, out);
  std::uint32_t begin = 0;
  for (std::size_t s = 0; s < ends.size(); ++s) {
    choose_heads(w, s, out.subspan(begin, ends[s] - begin));
    begin = ends[s];
  }
  choose_labels(w, out);
}

}  // namespace entente::language
