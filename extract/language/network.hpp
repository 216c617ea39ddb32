// The network that reads sentences: tags, features and trees, in whole numbers throughout.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/annotation.hpp"
#include "extract/language/cell.hpp"
#include "extract/language/container.hpp"
#include "extract/language/network_input.hpp"
#include "extract/language/network_shape.hpp"
#include "extract/language/product.hpp"

namespace entente::language {

// What it says of a word.
struct NetworkWord {
  Upos upos = Upos::X;
  std::uint16_t xpos = 0;    // index into xpos()
  std::uint16_t feats = 0;   // index into feats()
  std::uint16_t label = 0;   // index into labels()
  std::int32_t head = -1;    // index in the sentence, -1: root
};

class Network {
 public:
  // Views into the container, which must outlive it. Sections "net.*": what train/quantize.hpp writes.
  static Result<Network> read(const Container& container);

  // Sentences up to this many words are parsed whole; longer ones must be cut by the caller.
  static constexpr std::size_t kMostWords = 256;

  // Annotates sentences laid one after the other in `forms`; `ends` are their ends. Words are read together for
  // speed, and do not influence each other across sentences. out[i] is of forms[i].
  void annotate(std::span<const std::string_view> forms, std::span<const std::uint32_t> ends, std::span<NetworkWord> out) const;

  const std::vector<std::string>& xpos() const { return xpos_; }
  const std::vector<std::string>& feats() const { return feats_; }
  const std::vector<std::string>& labels() const { return labels_; }

 private:
  struct Dense {  // a matrix with the scaling of its columns
    PackedMatrix matrix;
    std::span<const std::int32_t> factor, bias;
    int shift = 0;
    // For the columns from `first` on.
    Scaling scaling(std::size_t first) const { return {factor.data() + first, bias.data() + first, shift}; }
  };
  struct Slot {
    std::uint32_t key, word;
  };
  struct Triple {
    std::uint16_t upos, xpos, feats, unused;
  };
  struct Pair {  // triples [first, last) of one UPOS and XPOS
    std::uint16_t upos, xpos;
    std::uint32_t first, last;
  };
  struct Workspace;
  class Memo;

  static Result<Dense> read_dense(const Container& container, const std::string& name, std::size_t depth, std::size_t columns);
  Result<Done> read_names(const Container& container);
  Result<Done> read_words(const Container& container);
  std::uint32_t word_of(std::uint64_t hash) const;
  void embed(std::string_view form, Style style, std::int8_t* row) const;      // the input of a word
  void embed_new(std::string_view form, Style style, std::int8_t* row) const;  // the same, without the memo
  void encode(Workspace& w) const;
  void project(Workspace& w) const;
  const Triple& best_triple(const std::int32_t* scores) const;
  void choose_tags(Workspace& w, std::span<NetworkWord> out) const;
  void find_close(Workspace& w, std::uint32_t dependent, std::size_t size) const;
  void weigh_relations(Workspace& w, std::size_t first, std::size_t size) const;
  void choose_heads(Workspace& w, std::size_t sentence, std::span<NetworkWord> out) const;
  void choose_labels(Workspace& w, std::span<NetworkWord> out) const;

  std::uint64_t number_ = 0;  // of this network in this process, for memos
  NetworkShape shape_;
  std::vector<Dense> layers_;
  std::vector<std::span<const std::int32_t>> peepholes_;
  Dense projection_, tags_, relations_;
  std::span<const std::int32_t> distance_;
  std::span<const std::int8_t> words_, texts_, parts_;
  std::int32_t part_factor_ = 0;  // sum of parts to bytes: sum * part_factor >> 16
  std::span<const Slot> vocabulary_;
  std::span<const Triple> triples_;
  std::vector<Pair> pairs_;
  std::vector<std::string> xpos_, feats_, labels_;
};

}  // namespace entente::language
