// What the entity tagger's lists (places of GeoNames, family and given names of many countries, firms, ordinary words;
// docs/entity-tagger.md) say of a name. Asked only about names that nothing else has told.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "core/base/diagnostics.hpp"
#include "extract/language/container.hpp"
#include "extract/language/entities/name_lists.hpp"

namespace entente::extract {

class ListedNames {
 public:
  // Without a file: knows nothing. Reads extract/language/models/entities.model; faults are told.
  static ListedNames load(const std::filesystem::path& file, Diagnostics& diagnostics);

  // What a word goes by in the lists; never 0.
  static std::uint64_t key(std::string_view word);
  // Bits of language::ListKind of a name, given by the keys of its words; 0 if it is in no list.
  std::uint64_t kinds(std::span<const std::uint64_t> keys) const;

 private:
  std::shared_ptr<const language::Container> container_;  // holds what the lists look at
  language::NameLists lists_;
};

}  // namespace entente::extract
