// Terms <-> dense 32-bit ids, with the namespaces of IRIs and the types of literals stored once.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/rdf/term.hpp"

namespace entente::rdf {

using TermId = std::uint32_t;  // 0 is no term
inline constexpr TermId kNoTerm = 0;

// What many terms have in common: the kind and, by kind, an IRI's leading part or a literal's datatype and
// language. A dictionary numbers its groups densely, so facts about a datatype can be looked up by number.
struct TermGroup {
  TermKind kind = TermKind::None;
  std::string prefix;
  std::string datatype;
  std::string language;
};
using GroupId = std::uint32_t;

// Ids count from 1 in the order of first `intern`. Reading is safe from many threads while nobody interns. What a
// dictionary hands out (views, groups) stays where it is until the dictionary goes.
class Dictionary {
 public:
  // Split: IRIs share the text of their namespaces, for graphs of millions of terms. Whole: each IRI in one piece,
  // so that `view(id)` needs no buffer.
  enum class Iris : std::uint8_t { Split, Whole };

  explicit Dictionary(Iris iris = Iris::Split);
  // Goes on after the ids of `base`, which stay valid; `base` must not change any more. Keeps IRIs as it does.
  explicit Dictionary(std::shared_ptr<const Dictionary> base);

  TermId count() const { return base_count_ + own_count_; }
  TermId intern(const TermView& term) { return intern(term, hash(term)); }
  TermId intern(const TermView& term, std::uint64_t hash);  // `hash` must be hash(term)
  TermId find(const TermView& term) const { return find(term, hash(term)); }
  TermId find(const TermView& term, std::uint64_t hash) const;  // kNoTerm if it was never interned
  static std::uint64_t hash(const TermView& term);
  void prefetch(std::uint64_t hash) const;

  TermKind kind(TermId id) const { return group_of(id).kind; }
  const TermGroup& group_of(TermId id) const;
  // Numbers of groups are below group_count(); equal terms' groups are equal, equal groups may have two numbers.
  GroupId group(TermId id) const;
  GroupId group_count() const;
  const TermGroup& group_at(GroupId group) const;

  // The part after the group's prefix: all of a literal's lexical form or a blank node's label.
  std::string_view rest(TermId id) const;
  // Borrows from the dictionary where the term is stored in one piece, otherwise from `buffer`.
  TermView view(TermId id, std::string& buffer) const;
  TermView view(TermId id) const;  // where IRIs are whole; lives as long as the dictionary
  Term term(TermId id) const;

  // Gives back what only interning needs. Interning later is possible and correct.
  void settle();
  std::size_t bytes() const;  // memory held, about

 private:
  struct Slot {
    std::uint32_t id = 0;
    std::uint32_t hash = 0;
  };
  const Dictionary& owner(TermId id) const { return id <= base_count_ ? *base_ : *this; }
  std::uint64_t entry(TermId id) const;
  bool equals(TermId id, const TermView& term) const;
  GroupId group_for(const TermView& term, std::size_t& prefix_size);
  GroupId namespace_for(std::string_view iri, std::size_t& prefix_size);
  GroupId literal_group(const TermView& term);
  std::uint64_t store(std::string_view rest);
  void grow();

  std::shared_ptr<const Dictionary> base_;
  TermId base_count_ = 0;
  TermId own_count_ = 0;
  GroupId base_groups_ = 0;
  Iris iris_ = Iris::Split;
  std::deque<TermGroup> groups_;
  std::unordered_map<std::string, GroupId> group_index_;
  std::unordered_set<std::uint64_t> seen_namespaces_;  // seen once: the second time they get a group
  GroupId last_literal_group_ = 0;
  std::vector<std::unique_ptr<std::uint64_t[]>> entries_;  // group and place of each term
  std::vector<std::unique_ptr<char[]>> blocks_;            // length-prefixed rests
  std::size_t block_used_ = 0, block_size_ = 0;
  std::size_t block_bytes_ = 0;
  std::vector<Slot> slots_;
  std::string key_;
};

}  // namespace entente::rdf
