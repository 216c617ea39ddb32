#include "extract/language/network.hpp"

#include <algorithm>

#include "extract/language/network_workspace.hpp"
#include "extract/language/row.hpp"

namespace entente::language {

void Network::encode(Workspace& w) const {
  const auto width = shape_.width();
  w.cell.resize(shape_.hidden);
  w.output.resize(w.items * width);
  w.skip.resize(w.items * width);
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const auto& layer = layers_[l];
    const auto count = shape_.gates(l) * shape_.hidden;
    w.next.resize(w.room * width);
    for (std::size_t d = 0; d < 2; ++d) {
      const auto first = d * count;
      const Scaling scaling{&layer.factor[first], &layer.bias[first], layer.shift};
      for_products(w.bytes.data(), w.items, shape_.layer_input(l), columns_of(layer.matrix, first, count), d == 1, w.sums,
                   [&](std::size_t t, const std::int32_t* sums) {
                     if ((w.edges[t] & (d == 0 ? kFirst : kLast)) != 0) std::fill(w.cell.begin(), w.cell.end(), 0);
                     const auto at = t * width + d * shape_.hidden;
                     run_cell({shape_.hidden, l == 0, sums, scaling, &peepholes_[l][d * 2 * shape_.hidden],
                               l == 0 ? nullptr : &w.skip[at], w.cell.data(), &w.output[at], &w.next[at]});
                   });
    }
    std::swap(w.bytes, w.next);
    std::swap(w.skip, w.output);
  }
}

void Network::project(Workspace& w) const {
  const std::size_t arcs = 2 * std::size_t{shape_.arc};
  const std::size_t rels = 2 * std::size_t{shape_.rel};
  // The bytes become: arc dependent, arc head, tag.
  const auto stride = arcs + shape_.tag;
  w.next.resize(w.room * stride);
  w.relations.resize(w.items * rels);
  for_products(w.bytes.data(), w.items, shape_.width(), projection_.matrix, false, w.sums, [&](std::size_t t, const std::int32_t* sums) {
    scale_to_bytes(sums, projection_.scaling(0), arcs, &w.next[t * stride]);
    scale_row(sums + arcs, projection_.scaling(arcs), rels, &w.relations[t * rels]);
    scale_to_bytes(sums + arcs + rels, projection_.scaling(arcs + rels), shape_.tag, &w.next[t * stride + arcs]);
  });
  std::swap(w.bytes, w.next);
}

// The triple with the highest sum, the first of several. Pairs of UPOS and XPOS that cannot reach the best sum so far even with
// the best features are passed over, which is most of them once the best pair was looked at.
const Network::Triple& Network::best_triple(const std::int32_t* scores) const {
  const std::int32_t* xpos = scores + shape_.upos;
  const std::int32_t* feats = xpos + shape_.xpos;
  const auto most_feats = *std::max_element(feats, feats + shape_.feats);
  const auto of_pair = [&](const Pair& p) { return scores[p.upos] + xpos[p.xpos]; };
  const Triple* best = nullptr;
  std::int32_t most = INT32_MIN;
  const auto look = [&](const Pair& p) {
    const auto own = of_pair(p);
    if (best != nullptr && own + most_feats < most) return;
    for (auto i = p.first; i < p.last; ++i) {
      const auto score = own + feats[triples_[i].feats];
      if (best == nullptr || score > most || (score == most && &triples_[i] < best)) most = score, best = &triples_[i];
    }
  };
  look(*std::max_element(pairs_.begin(), pairs_.end(), [&](const Pair& a, const Pair& b) { return of_pair(a) < of_pair(b); }));
  for (const auto& p : pairs_) look(p);
  return *best;
}

void Network::choose_tags(Workspace& w, std::span<NetworkWord> out) const {
  const auto stride = 2 * std::size_t{shape_.arc} + shape_.tag;
  w.scores.resize(shape_.tags());
  std::size_t i = 0;
  for_products(w.bytes.data() + 2 * std::size_t{shape_.arc}, w.items, stride, tags_.matrix, false, w.sums, [&](std::size_t t, const std::int32_t* sums) {
    if (i == out.size() || w.of_word[i] != t) return;  // a root
    scale_row(sums, tags_.scaling(0), w.scores.size(), w.scores.data());
    const auto& best = best_triple(w.scores.data());
    out[i].upos = static_cast<Upos>(best.upos);
    out[i].xpos = best.xpos;
    out[i].feats = best.feats;
    ++i;
  });
}

void Network::choose_labels(Workspace& w, std::span<NetworkWord> out) const {
  const std::size_t n = shape_.rel;
  w.next.resize(room_for(out.size()) * n);
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    while (w.of_word[i] >= w.begins[sentence + 1]) ++sentence;
    const std::size_t head = w.begins[sentence] + static_cast<std::size_t>(out[i].head + 1);
    add_to_bytes(&w.relations[w.of_word[i] * 2 * n], &w.relations[head * 2 * n + n], n, &w.next[i * n]);
  }
  w.scores.resize(shape_.labels);
  for_products(w.next.data(), out.size(), n, relations_.matrix, false, w.sums, [&](std::size_t i, const std::int32_t* sums) {
    scale_row(sums, relations_.scaling(0), w.scores.size(), w.scores.data());
    out[i].label = static_cast<std::uint16_t>(std::max_element(w.scores.begin(), w.scores.end()) - w.scores.begin());
  });
}

void Network::annotate(std::span<const std::string_view> forms, std::span<const std::uint32_t> ends, std::span<NetworkWord> out) const {
  thread_local Workspace w;
  w.begins.clear();
  w.of_word.clear();
  std::uint32_t item = 0;
  w.edges.clear();
  for (std::size_t s = 0, i = 0; s < ends.size(); ++s) {
    w.begins.push_back(item++);
    for (; i < ends[s]; ++i) w.of_word.push_back(item++);
    w.edges.resize(item, 0);
    w.edges[w.begins.back()] |= kFirst;
    w.edges.back() |= kLast;
  }
  w.begins.push_back(item);
  w.items = item;
  w.room = room_for(item);
  w.bytes.assign(w.room * shape_.input(), 0);
  for (std::size_t s = 0; s + 1 < w.begins.size(); ++s) {
    std::copy_n(&words_[kRootWord * std::size_t{shape_.word_dim}], shape_.word_dim, &w.bytes[w.begins[s] * shape_.input()]);
  }
  for (std::size_t s = 0, i = 0; s < ends.size(); ++s) {
    const auto style = style_of(forms.subspan(i, ends[s] - i));
    for (; i < ends[s]; ++i) embed(forms[i], style, &w.bytes[w.of_word[i] * shape_.input()]);
  }
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
