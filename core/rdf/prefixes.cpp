#include "core/rdf/prefixes.hpp"

#include <array>

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

void PrefixMap::index() {
  by_namespace_.clear();
  for (const auto& [prefix, name_space] : by_prefix_) by_namespace_.emplace(name_space, prefix);
}

void PrefixMap::add(std::string_view prefix, std::string_view name_space) {
  const auto [at, fresh] = by_prefix_.insert_or_assign(std::string(prefix), std::string(name_space));
  if (!fresh) return index();
  const auto [known, first] = by_namespace_.emplace(at->second, at->first);
  if (!first && at->first < known->second) known->second = at->first;
}

std::optional<std::string_view> PrefixMap::find(std::string_view prefix) const {
  const auto at = by_prefix_.find(prefix);
  if (at == by_prefix_.end()) return std::nullopt;
  return at->second;
}

std::optional<std::pair<std::string_view, std::string_view>> PrefixMap::shorten(std::string_view iri) const {
  const auto length = namespace_length(iri);
  if (length == std::string_view::npos) return std::nullopt;
  const auto at = by_namespace_.find(iri.substr(0, length));
  if (at == by_namespace_.end()) return std::nullopt;
  return std::pair(at->second, iri.substr(length));
}

std::string PrefixMap::text(std::string_view iri) const {
  if (const auto name = shorten(iri)) return std::string(name->first) + ':' + std::string(name->second);
  return '<' + std::string(iri) + '>';
}

}  // namespace entente::rdf
