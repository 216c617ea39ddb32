// Interns terms: equal terms get equal 32-bit ids, dense from 1.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/rdf/graph.hpp"

namespace entente::rdf {

// Views that `term` gives live as long as the table (also when it is moved). Not thread-safe while interning.
class TermTable {
 public:
  TermId intern(const TermView& term);       // kNoTerm for TermKind::None
  TermId find(const TermView& term) const;   // kNoTerm if it was never interned
  TermView term(TermId id) const;            // TermKind::None for kNoTerm
  TermId size() const { return static_cast<TermId>(entries_.size()); }

 private:
  struct Entry {
    const char* value;
    std::uint32_t size;
    std::uint32_t hash;
    std::uint32_t annotation;  // index into annotations_: datatype, or language where `language`
    TermKind kind;
    bool language;
  };

  std::uint64_t hash(const TermView& term) const;
  bool equal(const Entry& entry, const TermView& term) const;
  std::size_t slot_of(const TermView& term, std::uint32_t hash) const;
  const char* keep(std::string_view text);
  std::uint32_t annotation(std::string_view text);
  void grow();

  std::vector<Entry> entries_;
  std::vector<TermId> slots_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_used_ = 0, block_size_ = 0;
  std::vector<std::string_view> annotations_;
  std::unordered_map<std::string_view, std::uint32_t> annotation_ids_;
};

}  // namespace entente::rdf
