// Prefixes of namespaces, both ways.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::rdf {

struct ShortIri {
  std::string_view prefix, local;
  bool checked = false;  // true: the namespace is right and absolute, and so is every IRI below it that has a short form
};

// Ordered by prefix. A later `add` of a prefix replaces the earlier one; where two prefixes stand for one
// namespace, the first in the alphabet shortens.
class PrefixMap {
 public:
  PrefixMap() = default;
  PrefixMap(const PrefixMap& other);
  PrefixMap& operator=(const PrefixMap& other);
  PrefixMap(PrefixMap&&) noexcept = default;
  PrefixMap& operator=(PrefixMap&&) noexcept = default;

  void add(std::string_view prefix, std::string_view name_space);
  // Namespace of a prefix (without colon), or nothing.
  std::optional<std::string_view> find(std::string_view prefix) const;
  // Prefix and local name, where the local name is [A-Za-z0-9_][A-Za-z0-9_-]* (no client needs escapes) and the
  // namespace ends in another character; otherwise nothing.
  std::optional<ShortIri> shorten(std::string_view iri) const;
  // "prefix:local", or "<iri>".
  std::string text(std::string_view iri) const;

  const std::map<std::string, std::string, std::less<>>& all() const { return by_prefix_; }

 private:
  struct Slot {
    std::string_view name_space, prefix;  // views into by_prefix_; no prefix without a namespace
    bool checked = false;
  };
  std::size_t place_of(std::string_view name_space) const;
  void index();

  std::map<std::string, std::string, std::less<>> by_prefix_;
  std::vector<Slot> slots_;  // a hash table with open addressing, half empty at least
};

// Length of the namespace part of an IRI as `shorten` splits it; npos if it cannot be split.
std::size_t namespace_length(std::string_view iri);

}  // namespace entente::rdf
