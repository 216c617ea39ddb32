#include "extract/resolve/entities.hpp"

#include <algorithm>

#include "extract/gazetteer/fold.hpp"

namespace entente::extract {
namespace {

// A name that was broken over two lines is the same name: one space stands for any white space.
std::string single_spaced(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

}  // namespace

EntityType root_of(EntityType type) {
  while (parent_of(type) != EntityType::None) type = parent_of(type);
  return type;
}

void EntityTable::add_type(Id id, EntityType type) {
  auto& types = at(id).types;
  for (; type != EntityType::None; type = parent_of(type)) {
    if (std::find(types.begin(), types.end(), type) == types.end()) types.push_back(type);
  }
}

Id EntityTable::add(EntityType type, std::string_view name, EntryIndex entry) {
  const auto id = static_cast<Id>(size());
  Entity entity;
  entity.type = root_of(type);
  entity.types = {entity.type};
  entity.name = single_spaced(name);
  analysis_.result.entities.push_back(std::move(entity));
  entries_.push_back(entry);
  genders_.push_back(Gender::Unknown);
  add_type(id, type);
  return id;
}

Id EntityTable::of_entry(EntryIndex entry) {
  const auto it = by_entry_.find(entry);
  if (it != by_entry_.end()) return it->second;
  const Id id = add(gazetteer_.type(entry), gazetteer_.name(entry), entry);
  at(id).key = gazetteer_.key(entry);
  for (const EntityType type : gazetteer_.types(entry)) add_type(id, type);
  genders_[id] = gazetteer_.gender(entry);
  by_entry_.emplace(entry, id);
  return id;
}

Id EntityTable::of_name(EntityType type, std::string_view name) {
  key_.assign(1, static_cast<char>(root_of(type)));
  append_fold_key(name, key_);
  const auto [id, fresh] = by_name_.try_emplace(key_, static_cast<Id>(size()));
  if (fresh) return add(type, name, kNoEntry);
  add_type(id, type);
  return id;
}

Id EntityTable::add_unnamed(EntityType type, std::string_view name) { return add(type, name, kNoEntry); }

}  // namespace entente::extract
