// Eight bytes of every string at a time, as one number: strings that agree in them go on to the next eight, the
// others are apart for good. Long prefixes that most IRIs share so cost one comparison of numbers each.
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
  if (item.size > depth) std::memcpy(bytes, item.text + depth, std::min<std::size_t>(8, item.size - depth));
  std::uint64_t key = 0;
  for (const unsigned char byte : bytes) key = key << 8U | byte;
  return key;
}

class Sorter {
 public:
  explicit Sorter(const Dictionary& terms) : terms_(terms) {}

  // The items agree in the bytes before `depth`, and none ends there or before.
  void sort(Item* begin, Item* end, std::size_t depth) const {
    while (end - begin > 1) {
      bool same = true;
      for (Item* item = begin; item != end; ++item) {
        item->key = key_at(*item, depth);
        same = same && item->key == begin->key;
      }
      depth += 8;
      if (!same) return sort_runs(begin, end, depth);
      begin = put_ended(begin, end, depth);  // all agree: the rest goes on in this loop
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
