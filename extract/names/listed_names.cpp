#include "extract/names/listed_names.hpp"

#include "extract/language/features.hpp"

namespace entente::extract {

ListedNames ListedNames::load(const std::filesystem::path& file, Diagnostics& diagnostics) {
  ListedNames names;
  if (file.empty()) return names;
  auto container = language::Container::open(file);
  if (!container) return diagnostics.add(container.error()), names;
  auto held = std::make_shared<const language::Container>(*std::move(container));
  auto lists = language::NameLists::read(*held);
  if (!lists) return diagnostics.add(lists.error()), names;
  names.lists_ = *lists;
  names.container_ = std::move(held);
  return names;
}

std::uint64_t ListedNames::key(std::string_view word) {
  const auto hash = language::word_features(word).lower;
  return hash | (hash == 0);
}

std::uint64_t ListedNames::kinds(std::span<const std::uint64_t> keys) const {
  if (container_ == nullptr) return 0;
  std::uint64_t hash = 0;
  for (const auto key : keys) hash = language::NameLists::chain(hash, key);
  return lists_.kinds(hash);
}

}  // namespace entente::extract
