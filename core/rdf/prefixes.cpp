#include "core/rdf/prefixes.hpp"

#include <algorithm>
#include <array>

#include "core/rdf/fast_hash.hpp"
#include "core/rdf/iri.hpp"

namespace entente::rdf {
namespace {

constexpr std::array<bool, 256> local_table() {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")) table[static_cast<unsigned char>(c)] = true;
  return table;
}

constexpr auto kLocal = local_table();

bool is_local(char c) { return kLocal[static_cast<unsigned char>(c)]; }

}  // namespace

std::size_t namespace_length(std::string_view iri) {
  std::size_t length = iri.size();
  while (length > 0 && is_local(iri[length - 1])) --length;
  return length == 0 || length == iri.size() || iri[length] == '-' ? std::string_view::npos : length;
}

PrefixMap::PrefixMap(const PrefixMap& other) : by_prefix_(other.by_prefix_) { index(); }

PrefixMap& PrefixMap::operator=(const PrefixMap& other) {
  if (this != &other) {
    by_prefix_ = other.by_prefix_;
    index();
  }
  return *this;
}

// By the last bytes alone: that is where namespaces differ.
std::size_t PrefixMap::place_of(std::string_view name_space) const {
  const std::uint64_t hash = fast_hash(name_space.substr(name_space.size() - std::min<std::size_t>(name_space.size(), 12)));
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].name_space.data() != nullptr && slots_[at].name_space != name_space) at = (at + 1) & (slots_.size() - 1);
  return at;
}

void PrefixMap::index() {
  std::size_t size = 16;
  while (size < 2 * by_prefix_.size()) size *= 2;
  slots_.assign(size, {});
  for (const auto& [prefix, name_space] : by_prefix_) {
    Slot& slot = slots_[place_of(name_space)];
    if (slot.name_space.data() == nullptr) slot = {name_space, prefix, is_plain_iri(name_space) && scheme_length(name_space) != 0};
  }
}

void PrefixMap::add(std::string_view prefix, std::string_view name_space) {
  by_prefix_.insert_or_assign(std::string(prefix), std::string(name_space));
  index();
}

std::optional<std::string_view> PrefixMap::find(std::string_view prefix) const {
  const auto at = by_prefix_.find(prefix);
  if (at == by_prefix_.end()) return std::nullopt;
  return at->second;
}

std::optional<ShortIri> PrefixMap::shorten(std::string_view iri) const {
  const auto length = namespace_length(iri);
  if (length == std::string_view::npos || slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[place_of(iri.substr(0, length))];
  if (slot.name_space.data() == nullptr) return std::nullopt;
  return ShortIri{slot.prefix, iri.substr(length), slot.checked};
}

std::string PrefixMap::text(std::string_view iri) const {
  if (const auto name = shorten(iri)) return std::string(name->prefix) + ':' + std::string(name->local);
  return '<' + std::string(iri) + '>';
}

}  // namespace entente::rdf
