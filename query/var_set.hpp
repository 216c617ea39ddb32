// Sets of variables of one query.
#pragma once

#include <cstdint>
#include <vector>

namespace entente::query {

using VarId = std::uint32_t;  // index of a variable in its query

class VarSet {
 public:
  void add(VarId v) {
    if (words_.size() <= v / 64) words_.resize(v / 64 + 1);
    words_[v / 64] |= std::uint64_t{1} << (v % 64);
  }
  bool has(VarId v) const { return v / 64 < words_.size() && ((words_[v / 64] >> (v % 64)) & 1) != 0; }
  void add(const VarSet& other) {
    if (words_.size() < other.words_.size()) words_.resize(other.words_.size());
    for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void keep(const VarSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= i < other.words_.size() ? other.words_[i] : 0;
  }
  bool empty() const {
    for (const auto word : words_) {
      if (word != 0) return false;
    }
    return true;
  }
  bool within(const VarSet& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((words_[i] & ~(i < other.words_.size() ? other.words_[i] : 0)) != 0) return false;
    }
    return true;
  }
  friend VarSet operator&(VarSet a, const VarSet& b) { return a.keep(b), a; }
  friend VarSet operator|(VarSet a, const VarSet& b) { return a.add(b), a; }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace entente::query
