#include "query/functions.hpp"

#include <re2/re2.h>

namespace entente::query {
namespace {

using Table = std::unordered_map<std::string_view, const Function*>;

Table collect(std::initializer_list<std::span<const Function>> families) {
  Table table;
  for (const auto family : families) {
    for (const Function& function : family) table.emplace(function.name, &function);
  }
  return table;
}

const Function* find_in(const Table& table, std::string_view name) {
  const auto at = table.find(name);
  return at == table.end() ? nullptr : at->second;
}

}  // namespace

CallContext::CallContext() = default;
CallContext::~CallContext() = default;

std::uint64_t CallContext::random() {
  std::uint64_t z = (random_state += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

const Function* find_function(std::string_view name) {
  static const Table table = collect({term_functions(), string_functions(), number_functions(), date_functions(),
                                      hash_functions(), regex_functions()});
  std::string upper(name);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return find_in(table, upper);
}

const Function* find_cast(std::string_view iri) {
  static const Table table = collect({cast_functions()});
  return find_in(table, iri);
}

}  // namespace entente::query
