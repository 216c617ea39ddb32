#include <unordered_map>

#include "core/rdf/line_blocks.hpp"
#include "core/rdf/reader.hpp"
#include "core/rdf/scanner.hpp"
#include "shapes/load.hpp"

namespace entente::shapes {
namespace {

// How well a triple fits a result; 0: not at all.
int fit(const ValidationResult& result, const rdf::QuadView& quad) {
  if (!result.path) return 1;
  const bool inverse = result.path->kind == PathKind::Inverse && result.path->parts[0].kind == PathKind::Predicate;
  const Path& step = inverse ? result.path->parts[0] : result.path->kind == PathKind::Sequence ? result.path->parts[0] : *result.path;
  if (inverse || step.kind != PathKind::Predicate || step.predicate.view() != quad.predicate) return 1;
  return result.value.view() == quad.object ? 3 : 2;
}

class Finder {
 public:
  explicit Finder(const std::vector<const ValidationResult*>& results) : results_(results), places_(results.size()), fits_(results.size(), 0) {
    for (std::size_t i = 0; i < results.size(); ++i) by_subject_[rdf::to_ntriples(results[i]->focus)].push_back(i);
  }

  void read(const std::filesystem::path& path, const std::string& blank_prefix) {
    const auto syntax = rdf::syntax_of(path);
    if (!syntax) return;
    rdf::ReadOptions options;
    options.blank_prefix = blank_prefix;
    Diagnostics ignored;  // told when the data were loaded
    const auto sink = [&](const rdf::QuadView& quad, std::uint64_t line) { see(quad, path, first_line_ + line); };
    first_line_ = 0;
    if (*syntax == rdf::Syntax::Turtle || *syntax == rdf::Syntax::TriG) {
      rdf::read_file(path, options, sink, ignored);
      return;
    }
    auto blocks = rdf::LineBlocks::open(path);
    if (!blocks) return;
    const auto wanted = [&](std::string_view raw) {
      if (raw[0] == '_' || raw.find('\\') != std::string_view::npos) return true;  // may be written in several ways
      key_.assign(raw);
      return by_subject_.count(key_) != 0;
    };
    while (const auto block = blocks->next()) first_line_ += rdf::scan_for(*block, *syntax, options, wanted, sink);
  }

  std::vector<Place> take() { return std::move(places_); }

 private:
  void see(const rdf::QuadView& quad, const std::filesystem::path& path, std::uint64_t line) {
    const auto found = by_subject_.find(rdf::to_ntriples(quad.subject));
    if (found == by_subject_.end()) return;
    for (const std::size_t i : found->second) {
      const int better = fit(*results_[i], quad);
      if (better <= fits_[i]) continue;
      fits_[i] = better;
      places_[i] = {path.string(), line, 0, {}};
    }
  }

  const std::vector<const ValidationResult*>& results_;
  std::vector<Place> places_;
  std::vector<int> fits_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_subject_;
  std::uint64_t first_line_ = 0;
  std::string key_;
};

}  // namespace

std::vector<Place> locate(const std::vector<const ValidationResult*>& results, const std::vector<std::filesystem::path>& paths) {
  Finder finder(results);
  if (results.empty()) return {};
  for (std::size_t i = 0; i < paths.size(); ++i) {
    std::string prefix;
    if (i > 0) prefix.append("f").append(std::to_string(i + 1)).append(".");
    finder.read(paths[i], prefix);
  }
  return finder.take();
}

}  // namespace entente::shapes
