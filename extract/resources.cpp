#include "extract/resources.hpp"

namespace entente::extract {

std::shared_ptr<const Resources> load_resources(const ResourcePaths& paths, Gazetteer gazetteer, Diagnostics& diagnostics) {
  auto resources = std::make_shared<Resources>();
  resources->gazetteer = std::move(gazetteer);
  resources->names = NameLexicon::load(paths.lexicon, diagnostics);
  resources->listed_names = ListedNames::load(paths.listed, diagnostics);
  resources->entity_stages = add_entity_stages(resources->rules);
  Lexical& lexical = resources->lexical;
  resources->claim_stages = add_claim_stages(resources->rules);
  lexical.load(paths.lexicon, diagnostics);
  resources->claim_words = claims::ClaimWords::make(lexical.vocabulary);
  resources->book.load(paths.rules, lexical.vocabulary, lexical.lexicons, resources->rules, diagnostics);
  lexical.freeze();
  resources->claim_words.take_lists(lexical.vocabulary, lexical.lexicons);
  resources->book.build(lexical.vocabulary, lexical.lexicons);
  resources->events = {&lexical, &resources->book, resources->rules.add({"descriptor", "", "stage"})};
  resources->relations = {&lexical, &resources->book, resources->events.descriptor};
  if (diagnostics.has_errors()) return nullptr;
  resources->known_words = resources->gazetteer.words_of(lexical.vocabulary);
  resources->name_words = resources->names.words_of(lexical.vocabulary);
  resources->time_words = time_words_of(lexical.vocabulary);
  return resources;
}

}  // namespace entente::extract
