#include "extract/authors.hpp"

#include <algorithm>

#include "extract/gazetteer/fold.hpp"

namespace entente::extract {
namespace {

Id entity_named(Analysis& analysis, const std::string& name) {
  auto& entities = analysis.result.entities;
  const std::string key = fold_key(name);
  for (Id id = 0; id < entities.size(); ++id) {
    if (is_a(entities[id].type, EntityType::Person) && fold_key(entities[id].name) == key) return id;
  }
  Entity author;
  author.type = EntityType::Person;
  author.types = {EntityType::Person};
  author.name = name;
  entities.push_back(std::move(author));
  return static_cast<Id>(entities.size() - 1);
}

}  // namespace

void find_authors(Analysis& analysis) {
  for (const auto& name : analysis.document->metadata.authors) {
    const Id id = entity_named(analysis, name);
    auto& authors = analysis.result.authors;
    if (std::find(authors.begin(), authors.end(), id) == authors.end()) authors.push_back(id);
  }
}

}  // namespace entente::extract
