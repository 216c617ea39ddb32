// The text world in one call: a Document in, an Extraction out.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "core/base/diagnostics.hpp"
#include "corpus/document.hpp"
#include "extract/analysis.hpp"
#include "extract/extraction.hpp"

namespace entente::extract {

struct Resources;  // gazetteer, rules, lexicons, models: see extract/resources.hpp

// Told when a stage has ended, in the order of the pipeline: stages themselves read no clock.
class StageWatcher {
 public:
  virtual ~StageWatcher() = default;
  virtual void ended(std::string_view stage) = 0;
};

// Compiled configuration: loaded once, const and shared by all threads afterwards.
class Extractor {
 public:
  explicit Extractor(std::shared_ptr<const Resources> resources);

  // Runs every stage. Odd input is noted in `diagnostics`; there is always a value.
  Extraction extract(const corpus::Document& document, Diagnostics& diagnostics) const;
  // The same with the intermediate state, for `rules explain` and tests. `document` must outlive it;
  // `observer` (may be null) is told what the rules do, `watcher` (may be null) which stage has ended.
  Analysis analyse(const corpus::Document& document, Diagnostics& diagnostics, rules::Observer* observer = nullptr,
                   StageWatcher* watcher = nullptr) const;

  const RuleCatalogue& rules() const;
  const Resources& resources() const { return *resources_; }

 private:
  std::shared_ptr<const Resources> resources_;
};

}  // namespace entente::extract
