#include "extract/extractor.hpp"

#include <algorithm>

#include "extract/authors.hpp"
#include "extract/claims/claims.hpp"
#include "extract/gazetteer/find_known.hpp"
#include "extract/names/find_names.hpp"
#include "extract/resolve/resolve.hpp"
#include "extract/resources.hpp"
#include "extract/time/times.hpp"
#include "extract/shallow/approximate.hpp"
#include "extract/shallow/attach.hpp"

namespace entente::extract {
namespace {

void list_blocks(Analysis& a) {
  for (const auto& block : a.document->blocks) {
    if (block.kind == corpus::BlockKind::Furniture) a.result.boilerplate.push_back(block.span);
  }
  for (const auto& sentence : a.segmentation.sentences) a.result.sentences.push_back(sentence.span);
}

// A pronoun inside a known name, or one name found by two stages: each entity is mentioned once by the same words.
void drop_repeated_mentions(Analysis& a) {
  for (auto& entity : a.result.entities) {
    auto& all = entity.mentions;
    if (all.size() < 2) continue;
    std::stable_sort(all.begin(), all.end(), [](const Mention& x, const Mention& y) { return x.span < y.span; });
    all.erase(std::unique(all.begin(), all.end(), [](const Mention& x, const Mention& y) { return x.span == y.span; }), all.end());
  }
}

// Equal ones have one trigger, so only neighbours in the order of triggers are compared.
template <typename T, typename Same>
void keep_first(std::vector<T>& all, Same same) {
  std::stable_sort(all.begin(), all.end(), [](const T& x, const T& y) { return x.trigger < y.trigger; });
  std::vector<T> kept;
  for (auto& item : all) {
    bool repeated = false;
    for (auto k = kept.rbegin(); k != kept.rend() && k->trigger == item.trigger && !repeated; ++k) repeated = same(*k, item);
    if (!repeated) kept.push_back(std::move(item));
  }
  all = std::move(kept);
}

// Two rules may see one event or relation: the first one, which is the surer, stays.
void drop_repeated_findings(Analysis& a) {
  const auto same_event = [](const Event& x, const Event& y) {
    if (x.type != y.type || x.mode != y.mode || x.trigger != y.trigger || x.participants.size() != y.participants.size()) return false;
    for (const auto& p : x.participants) {
      const auto equal = [&](const Participant& q) { return p.role == q.role && p.entity == q.entity; };
      if (std::none_of(y.participants.begin(), y.participants.end(), equal)) return false;
    }
    return true;
  };
  const auto same_relation = [](const Relation& x, const Relation& y) {
    return x.subject == y.subject && x.predicate == y.predicate && x.object == y.object && x.evidence == y.evidence &&
           x.trigger == y.trigger && x.polarity == y.polarity;
  };
  keep_first(a.result.events, same_event);
  keep_first(a.result.relations, same_relation);
}

}  // namespace

Extractor::Extractor(std::shared_ptr<const Resources> resources) : resources_(std::move(resources)) {}

const RuleCatalogue& Extractor::rules() const { return resources_->rules; }

// The pipeline: each line is a stage that reads what stands above it.
Analysis Extractor::analyse(const corpus::Document& document, Diagnostics& diagnostics, rules::Observer* observer,
                            StageWatcher* watcher) const {
  Analysis a;
  a.observer = observer;
  a.diagnostics = &diagnostics;
  a.document = &document;
  const auto ended = [&](std::string_view stage) {
    if (watcher != nullptr) watcher->ended(stage);
  };
  const auto& lexical = resources_->lexical;
  a.segmentation = corpus::segment(document);
  ended("sentences and words");
  a.quotes = corpus::find_quotes(document.text, a.segmentation);
  ended("quotations");
  annotate(lexical.annotator, a);
  approximate(lexical.function_words, a);
  list_blocks(a);
  ended("tags and lemmas");
  find_known(resources_->gazetteer, resources_->known_words, a);
  ended("known names");
  find_names({resources_->names, resources_->listed_names, resources_->name_words}, a);
  ended("unknown names");
  a.result.times = find_times(a, resources_->time_words);
  ended("dates");
  chunk(lexical.function_words, lexical.vocabulary, a);
  attach(lexical.function_words, a);
  a.dependents = Dependents(a.words);
  ended("chunks and heads");
  resolve(resources_->gazetteer, resources_->entity_stages, a);
  drop_repeated_mentions(a);
  find_authors(a);
  ended("entities");
  rules::Scene scene(a, lexical.vocabulary, lexical.lexicons);  // what follows adds no mentions, chunks or marks
  find_relations(resources_->relations, scene, a);
  ended("relations");
  find_events(resources_->events, scene, a);
  drop_repeated_findings(a);
  ended("events");
  const ClaimConfig claims{&lexical.vocabulary, &lexical.lexicons, &resources_->book, &resources_->claim_words,
                           resources_->claim_stages, observer};
  find_claims(claims, scene, a, diagnostics);
  ended("claims");
  a.diagnostics = nullptr;
  return a;
}

Extraction Extractor::extract(const corpus::Document& document, Diagnostics& diagnostics) const {
  return std::move(analyse(document, diagnostics).result);
}

}  // namespace entente::extract
