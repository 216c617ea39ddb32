// Private to the graph: its three sorted arrays.
#pragma once

#include "core/rdf/graph.hpp"

namespace entente::rdf {

// An array of plain values without the zeros that a vector would write first.
template <typename T>
class Column {
 public:
  Column() = default;
  explicit Column(std::size_t size) : data_(std::make_unique_for_overwrite<T[]>(size)), size_(size) {}
  T& operator[](std::size_t at) { return data_[at]; }
  const T& operator[](std::size_t at) const { return data_[at]; }
  std::size_t size() const { return size_; }
  void cut(std::size_t size) { size_ = size; }  // keeps the memory
  std::span<const T> range(std::size_t from, std::size_t to) const { return {data_.get() + from, to - from}; }

 private:
  std::unique_ptr<T[]> data_;
  std::size_t size_ = 0;
};

struct Graph::State {
  std::shared_ptr<const Dictionary> dictionary = std::make_shared<Dictionary>();
  TermId terms = 0;                          // ids the offset tables cover
  Column<PredicateObject> spo;               // by subject, predicate, object
  Column<SubjectPredicate> osp;              // by object, subject, predicate
  Column<ObjectSubject> pos;                 // by predicate, object, subject
  std::vector<std::uint32_t> subject_start;  // terms + 2 offsets into spo, by subject
  std::vector<std::uint32_t> object_start;   // terms + 2 offsets into osp, by object
  std::vector<TermId> predicates;            // ascending
  std::vector<std::uint32_t> predicate_start;
};

}  // namespace entente::rdf
