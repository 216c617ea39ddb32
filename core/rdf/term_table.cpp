#include "core/rdf/term_table.hpp"

#include <algorithm>
#include <cstring>

#include "core/base/hash.hpp"

namespace entente::rdf {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

std::string_view annotation_of(const TermView& term) { return term.language.empty() ? term.datatype : term.language; }

}  // namespace

std::uint64_t TermTable::hash(const TermView& term) const {
  auto h = hash64(term.value, static_cast<std::uint64_t>(term.kind));
  if (term.is_literal()) h ^= hash64(annotation_of(term), h);
  return h;
}

bool TermTable::equal(const Entry& entry, const TermView& term) const {
  return entry.kind == term.kind && entry.language == !term.language.empty() &&
         std::string_view(entry.value, entry.size) == term.value &&
         (entry.kind != TermKind::Literal || annotations_[entry.annotation] == annotation_of(term));
}

// The slot that holds the term, or the free one where it belongs.
std::size_t TermTable::slot_of(const TermView& term, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    const TermId id = slots_[slot];
    if (id == kNoTerm) return slot;
    const Entry& entry = entries_[id - 1];
    if (entry.hash == hash && equal(entry, term)) return slot;
  }
}

const char* TermTable::keep(std::string_view text) {
  if (blocks_.empty() || block_used_ + text.size() > block_size_) {
    block_size_ = std::max(kBlock, text.size());
    blocks_.push_back(std::make_unique<char[]>(block_size_));
    block_used_ = 0;
  }
  char* place = blocks_.back().get() + block_used_;
  if (!text.empty()) std::memcpy(place, text.data(), text.size());
  block_used_ += text.size();
  return place;
}

std::uint32_t TermTable::annotation(std::string_view text) {
  const auto found = annotation_ids_.find(text);
  if (found != annotation_ids_.end()) return found->second;
  const std::string_view own(keep(text), text.size());
  const auto id = static_cast<std::uint32_t>(annotations_.size());
  annotations_.push_back(own);
  annotation_ids_.emplace(own, id);
  return id;
}

void TermTable::grow() {
  slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), kNoTerm);
  const std::size_t mask = slots_.size() - 1;
  for (TermId id = 1; id <= entries_.size(); ++id) {
    std::size_t slot = entries_[id - 1].hash & mask;
    while (slots_[slot] != kNoTerm) slot = (slot + 1) & mask;
    slots_[slot] = id;
  }
}

TermId TermTable::intern(const TermView& term) {
  if (term.kind == TermKind::None) return kNoTerm;
  if (entries_.size() * 3 >= slots_.size() * 2) grow();
  const auto h = static_cast<std::uint32_t>(hash(term));
  const std::size_t slot = slot_of(term, h);
  if (slots_[slot] != kNoTerm) return slots_[slot];
  const auto size = static_cast<std::uint32_t>(term.value.size());
  const auto note = term.is_literal() ? annotation(annotation_of(term)) : 0;
  entries_.push_back({keep(term.value), size, h, note, term.kind, !term.language.empty()});
  return slots_[slot] = static_cast<TermId>(entries_.size());
}

TermId TermTable::find(const TermView& term) const {
  if (term.kind == TermKind::None || slots_.empty()) return kNoTerm;
  return slots_[slot_of(term, static_cast<std::uint32_t>(hash(term)))];
}

TermView TermTable::term(TermId id) const {
  if (id == kNoTerm) return {};
  const Entry& entry = entries_[id - 1];
  TermView view{entry.kind, {entry.value, entry.size}, {}, {}};
  if (entry.kind == TermKind::Literal) {
    view.datatype = entry.language ? kRdfLangString : annotations_[entry.annotation];
    if (entry.language) view.language = annotations_[entry.annotation];
  }
  return view;
}

}  // namespace entente::rdf
