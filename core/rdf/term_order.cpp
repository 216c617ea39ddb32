// Eight bytes of every string at a time, as one number: strings that agree in them go on to the next eight, the
// others are apart for good. Where all agree for longer, as IRIs do, what they share is skipped at once.
#include "core/rdf/term_order.hpp"

#include <algorithm>
#include <cstring>

namespace entente::rdf {
namespace {

struct Item {
  std::uint64_t key;  // the eight bytes at the depth that is looked at, zeros behind the end
  const char* text;
  std::uint32_t size;
  TermId id;
};

std::uint64_t key_at(const Item& item, std::size_t depth) {
  unsigned char bytes[8] = {};
  if (item.size >= depth + 8) {
    std::memcpy(bytes, item.text + depth, 8);
  } else if (item.size > depth) {
    std::memcpy(bytes, item.text + depth, item.size - depth);
  }
  std::uint64_t key = 0;
  for (const unsigned char byte : bytes) key = key << 8U | byte;
  return key;
}

// How many bytes two texts share, at most `limit`.
std::size_t shared_by(const char* a, const char* b, std::size_t limit) {
  std::size_t same = 0;
  std::uint64_t left = 0, right = 0;
  for (; same + 8 <= limit; same += 8) {
    std::memcpy(&left, a + same, 8);
    std::memcpy(&right, b + same, 8);
    if (left != right) break;
  }
  while (same < limit && a[same] == b[same]) ++same;
  return same;
}

// How many bytes from `depth` on all items share.
std::size_t shared_bytes(const Item* begin, const Item* end, std::size_t depth) {
  std::size_t shared = begin->size - depth;
  for (const Item* item = begin + 1; item != end && shared > 0; ++item) {
    shared = shared_by(begin->text + depth, item->text + depth, std::min<std::size_t>(shared, item->size - depth));
  }
  return shared;
}

class Sorter {
 public:
  explicit Sorter(const Dictionary& terms) : terms_(terms) {}

  // The items agree in the bytes before `depth`, and none ends there or before.
  void sort(Item* begin, Item* end, std::size_t depth) const {
    while (end - begin > 1) {
      if (const std::size_t shared = shared_bytes(begin, end, depth); shared > 0) {
        begin = put_ended(begin, end, depth += shared);
        continue;
      }
      for (Item* item = begin; item != end; ++item) item->key = key_at(*item, depth);
      return sort_runs(begin, end, depth + 8);
    }
  }

 private:
  void sort_runs(Item* begin, Item* end, std::size_t depth) const {
    std::sort(begin, end, [](const Item& a, const Item& b) { return a.key < b.key; });
    while (begin != end) {
      Item* stop = begin + 1;
      while (stop != end && stop->key == begin->key) ++stop;
      if (stop - begin > 1) sort(put_ended(begin, stop, depth), stop, depth);
      begin = stop;
    }
  }

  // Brings what ends before `depth` to the front, the shorter first (the bytes missing count as zeros so far).
  Item* put_ended(Item* begin, Item* end, std::size_t depth) const {
    Item* rest = std::partition(begin, end, [depth](const Item& item) { return item.size <= depth; });
    std::sort(begin, rest, [this](const Item& a, const Item& b) {
      return a.size != b.size ? a.size < b.size : terms_.view(a.id) < terms_.view(b.id);
    });
    return rest;
  }

  const Dictionary& terms_;
};

}  // namespace

void sort_terms(const Dictionary& terms, std::vector<TermId>& ids) {
  std::vector<Item> items[4];
  for (const TermId id : ids) {
    const TermView term = terms.view(id);
    items[static_cast<std::size_t>(term.kind)].push_back({0, term.value.data(), static_cast<std::uint32_t>(term.value.size()), id});
  }
  auto out = ids.begin();
  for (auto& kind : items) {
    Sorter(terms).sort(kind.data(), kind.data() + kind.size(), 0);
    for (const Item& item : kind) *out++ = item.id;
  }
}

}  // namespace entente::rdf
