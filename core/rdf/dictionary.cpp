// Each term is a 64-bit entry: 28 bits of group, 36 bits of place. A place is a block number and an offset in
// that block; there lie the length (base 128) and the bytes of the term without its group's prefix. A namespace
// becomes a group when it is met the second time, so IRIs with a tail of their own ("…/mention/17/target")
// use a shorter one that they share. The table keeps 32 bits of each hash, so growing it never reads a term.
#include "core/rdf/dictionary.hpp"

#include <algorithm>
#include <cstring>

#include "core/rdf/fast_hash.hpp"

namespace entente::rdf {
namespace {

constexpr unsigned kPlaceBits = 36;
constexpr std::uint64_t kPlaceMask = (UINT64_C(1) << kPlaceBits) - 1;
constexpr unsigned kBlockBits = 20;
constexpr std::size_t kBlockSize = std::size_t{1} << kBlockBits;
constexpr std::size_t kFirstBlock = std::size_t{1} << 14U;  // blocks double up to kBlockSize, so small dictionaries stay small
constexpr unsigned kEntryBits = 15;  // entries are kept in pieces, so growing never copies them
constexpr std::size_t kMaxNamespaces = std::size_t{1} << 18U;
constexpr std::size_t kFewGroups = 16;
constexpr std::size_t kSmallTable = std::size_t{1} << 16U;  // slots
constexpr GroupId kPlainIri = 0;
constexpr GroupId kBlankNode = 1;
constexpr GroupId kPlainString = 2;

std::size_t put_length(char* to, std::size_t length) {
  std::size_t n = 0;
  for (; length >= 128; length >>= 7U) to[n++] = static_cast<char>(length | 128U);
  to[n++] = static_cast<char>(length);
  return n;
}

std::string_view sized_string(const char* from) {
  std::size_t length = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*from++);
    length |= static_cast<std::size_t>(byte & 127U) << shift;
    if (byte < 128) return {from, length};
  }
}

}  // namespace

Dictionary::Dictionary(Iris iris) : iris_(iris), slots_(64) {
  groups_ = {{TermKind::Iri, "", "", ""}, {TermKind::Blank, "", "", ""}, {TermKind::Literal, "", std::string(kXsdString), ""}};
  last_literal_group_ = kPlainString;
}

Dictionary::Dictionary(std::shared_ptr<const Dictionary> base)
    : base_(std::move(base)), base_count_(base_->count()), base_groups_(base_->group_count()), iris_(base_->iris_), slots_(4096) {
  groups_ = {{TermKind::Iri, "", "", ""}, {TermKind::Blank, "", "", ""}, {TermKind::Literal, "", std::string(kXsdString), ""}};
  last_literal_group_ = kPlainString;
}

// Few types are used, and they differ in their last bytes: no more of them is looked at.
std::uint64_t Dictionary::hash(const TermView& term) {
  if (term.kind != TermKind::Literal) return fast_hash(term.value, static_cast<std::uint64_t>(term.kind));
  const std::string_view type = term.language.empty() ? term.datatype : term.language;
  return fast_hash(term.value, fast_hash(type.substr(type.size() - std::min<std::size_t>(type.size(), 8)), type.size()));
}

void Dictionary::prefetch(std::uint64_t hash) const {
  __builtin_prefetch(&slots_[static_cast<std::uint32_t>(hash) & (slots_.size() - 1)]);
}

// The private functions are inline: in position-independent code others are called, even in their own file.
inline std::uint64_t Dictionary::entry(TermId id) const {
  const std::size_t index = id - base_count_ - 1;
  return entries_[index >> kEntryBits][index & ((std::size_t{1} << kEntryBits) - 1)];
}

GroupId Dictionary::group(TermId id) const {
  if (id <= base_count_) return base_->group(id);
  return base_groups_ + static_cast<GroupId>(entry(id) >> kPlaceBits);
}

GroupId Dictionary::group_count() const { return base_groups_ + static_cast<GroupId>(groups_.size()); }

const TermGroup& Dictionary::group_at(GroupId group) const {
  return group < base_groups_ ? base_->group_at(group) : groups_[group - base_groups_];
}

const TermGroup& Dictionary::group_of(TermId id) const {
  const Dictionary& dictionary = owner(id);
  if (&dictionary != this) return dictionary.group_of(id);
  return groups_[entry(id) >> kPlaceBits];
}

std::string_view Dictionary::rest(TermId id) const {
  const Dictionary& dictionary = owner(id);
  if (&dictionary != this) return dictionary.rest(id);
  const std::uint64_t place = entry(id) & kPlaceMask;
  return sized_string(blocks_[place >> kBlockBits].get() + (place & (kBlockSize - 1)));
}

TermView Dictionary::view(TermId id, std::string& buffer) const {
  const TermGroup& shared = group_of(id);
  const std::string_view tail = rest(id);
  if (shared.prefix.empty()) return {shared.kind, tail, shared.datatype, shared.language};
  buffer.assign(shared.prefix).append(tail);
  return {shared.kind, buffer, {}, {}};
}

TermView Dictionary::view(TermId id) const {
  const Dictionary& dictionary = owner(id);
  const std::uint64_t entry = dictionary.entry(id);
  const std::uint64_t place = entry & kPlaceMask;
  const TermGroup& shared = dictionary.groups_[entry >> kPlaceBits];
  const auto rest = sized_string(dictionary.blocks_[place >> kBlockBits].get() + (place & (kBlockSize - 1)));
  return {shared.kind, rest, shared.datatype, shared.language};
}

Term Dictionary::term(TermId id) const {
  std::string buffer;
  return Term(view(id, buffer));
}

inline bool Dictionary::equals(TermId id, const TermView& term) const {
  const std::uint64_t found = entry(id);
  const TermGroup& shared = groups_[found >> kPlaceBits];
  if (shared.kind != term.kind) return false;
  const std::uint64_t place = found & kPlaceMask;
  const std::string_view tail = sized_string(blocks_[place >> kBlockBits].get() + (place & (kBlockSize - 1)));
  if (shared.prefix.size() + tail.size() != term.value.size()) return false;
  return term.value.substr(shared.prefix.size()) == tail && term.value.substr(0, shared.prefix.size()) == shared.prefix &&
         shared.datatype == term.datatype && shared.language == term.language;
}

TermId Dictionary::find(const TermView& term, std::uint64_t hash) const {
  if (base_) {
    if (const TermId id = base_->find(term, hash)) return id;
  }
  const auto short_hash = static_cast<std::uint32_t>(hash);
  for (std::size_t at = short_hash;; ++at) {
    const Slot& slot = slots_[at & (slots_.size() - 1)];
    if (slot.id == kNoTerm) return kNoTerm;
    if (slot.hash == short_hash && equals(slot.id, term)) return slot.id;
  }
}

TermId Dictionary::intern(const TermView& term, std::uint64_t hash) {
  if (base_) {
    if (const TermId id = base_->find(term, hash)) return id;
  }
  const auto short_hash = static_cast<std::uint32_t>(hash);
  std::size_t at = short_hash;
  for (;; ++at) {
    const Slot& slot = slots_[at & (slots_.size() - 1)];
    if (slot.id == kNoTerm) break;
    if (slot.hash == short_hash && equals(slot.id, term)) return slot.id;
  }
  std::size_t prefix_size = 0;
  const GroupId group = group_for(term, prefix_size);
  const std::uint64_t place = store(term.value.substr(prefix_size));
  constexpr std::size_t piece = std::size_t{1} << kEntryBits;
  if ((own_count_ & (piece - 1)) == 0) entries_.push_back(std::make_unique_for_overwrite<std::uint64_t[]>(piece));
  entries_.back()[own_count_ & (piece - 1)] = static_cast<std::uint64_t>(group) << kPlaceBits | place;
  ++own_count_;
  slots_[at & (slots_.size() - 1)] = {base_count_ + own_count_, short_hash};
  // In a fuller table what is not there is found out late; in a large one memory counts more.
  const std::size_t most = slots_.size() <= kSmallTable ? slots_.size() / 2 : slots_.size() / 4 * 3;
  if (own_count_ > most) grow();
  return base_count_ + own_count_;
}

void Dictionary::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.id == kNoTerm) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].id != kNoTerm) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

inline std::uint64_t Dictionary::store(std::string_view rest) {
  const std::size_t need = rest.size() + 10;
  if (block_used_ + need > block_size_) {
    block_size_ = std::max(std::clamp(block_size_ * 2, kFirstBlock, kBlockSize), need);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size_));
    block_bytes_ += block_size_;
    block_used_ = 0;
  }
  const std::uint64_t place = (static_cast<std::uint64_t>(blocks_.size() - 1) << kBlockBits) + block_used_;
  char* to = blocks_.back().get() + block_used_;
  const std::size_t head = put_length(to, rest.size());
  if (!rest.empty()) std::memcpy(to + head, rest.data(), rest.size());
  block_used_ += head + rest.size();
  return place;
}

inline GroupId Dictionary::group_for(const TermView& term, std::size_t& prefix_size) {
  if (term.kind == TermKind::Iri) return iris_ == Iris::Whole ? kPlainIri : namespace_for(term.value, prefix_size);
  return term.kind == TermKind::Blank ? kBlankNode : literal_group(term);
}

GroupId Dictionary::namespace_for(std::string_view iri, std::size_t& prefix_size) {
  std::size_t end = iri.size();
  for (int depth = 0; depth < 4 && end > 0; ++depth) {
    const std::size_t cut = iri.find_last_of("/#", end - 1);
    if (cut == std::string_view::npos || cut < 8) break;  // leave "https://" alone
    end = cut + 1;
    key_.assign(iri.substr(0, end));
    const auto found = group_index_.find(key_);
    if (found != group_index_.end()) {
      prefix_size = end;
      return found->second;
    }
    if (groups_.size() < kMaxNamespaces && !seen_namespaces_.insert(fast_hash(key_)).second) {
      seen_namespaces_.erase(fast_hash(key_));
      const auto group = static_cast<GroupId>(groups_.size());
      groups_.push_back({TermKind::Iri, key_, "", ""});
      group_index_.emplace(key_, group);
      prefix_size = end;
      return group;
    }
    if (seen_namespaces_.size() > kMaxNamespaces) seen_namespaces_.clear();
    end = cut;
  }
  prefix_size = 0;
  return kPlainIri;
}

GroupId Dictionary::literal_group(const TermView& term) {
  const TermGroup& last = groups_[last_literal_group_];
  const auto is = [&term](const TermGroup& g) { return g.datatype == term.datatype && g.language == term.language && g.kind == TermKind::Literal; };
  if (is(last)) return last_literal_group_;
  if (groups_.size() <= kFewGroups) {  // a look at each is cheaper than a key
    const auto found = std::find_if(groups_.begin(), groups_.end(), is);
    if (found != groups_.end()) return last_literal_group_ = static_cast<GroupId>(found - groups_.begin());
  }
  key_.assign("\"").append(term.language).append("^").append(term.datatype);
  const auto [place, added] = group_index_.try_emplace(key_, static_cast<GroupId>(groups_.size()));
  if (added) groups_.push_back({TermKind::Literal, "", std::string(term.datatype), std::string(term.language)});
  return last_literal_group_ = place->second;
}

void Dictionary::settle() {
  std::unordered_set<std::uint64_t>().swap(seen_namespaces_);
}

std::size_t Dictionary::bytes() const {
  std::size_t total = slots_.size() * sizeof(Slot) + (entries_.size() << kEntryBits) * 8 + block_bytes_;
  for (const TermGroup& group : groups_) {
    total += 2 * (sizeof(TermGroup) + group.prefix.capacity() + group.datatype.capacity() + group.language.capacity());
  }
  return total;
}

}  // namespace entente::rdf
