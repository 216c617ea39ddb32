// A text through the whole extractor, over a small gazetteer of its own.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "extract/extractor.hpp"
#include "extract/resources.hpp"

namespace entente::extract::test {

inline Entry entry(std::string key, EntityType type, std::string name, std::vector<EntryName> names, std::vector<Link> links = {}) {
  Entry e;
  e.key = std::move(key);
  e.type = type;
  e.name = std::move(name);
  e.names = std::move(names);
  e.links = std::move(links);
  return e;
}

inline std::vector<Entry> register_entries() {
  using enum NameKind;
  return {
      entry("state/russia", EntityType::State, "Russia", {{"Russian", Adjective}, {"Russian Federation", Name}}),
      entry("state/china", EntityType::State, "China", {{"Chinese", Adjective}, {"Sino-", Adjective}}),
      entry("state/poland", EntityType::State, "Poland", {{"Polish", Adjective}}),
      entry("place/beijing", EntityType::Place, "Beijing", {}, {{LinkKind::CapitalOf, "state/china", 0, 0}}),
      entry("place/moscow", EntityType::Place, "Moscow", {}, {{LinkKind::CapitalOf, "state/russia", 0, 0}}),
      entry("government/china", EntityType::Government, "Government of China", {{"Beijing", Metonym}}, {{LinkKind::GovernmentOf, "state/china", 0, 0}}),
      entry("government/russia", EntityType::Government, "Government of Russia", {{"Moscow", Metonym}, {"Kremlin", Metonym}},
            {{LinkKind::GovernmentOf, "state/russia", 0, 0}}),
      entry("post/president-of-russia", EntityType::Post, "President of Russia", {{"Russian president", Name}, {"Russian President", Name}, {"President", Title}},
            {{LinkKind::PostOf, "government/russia", 0, 0}}),
      entry("person/dmitry-medvedev", EntityType::Politician, "Dmitry Medvedev", {{"Medvedev", Surname}},
            {{LinkKind::Holds, "post/president-of-russia", 20080507, 20120507}}),
      entry("person/vladimir-putin", EntityType::Politician, "Vladimir Putin", {{"Putin", Surname}}, {{LinkKind::Holds, "post/president-of-russia", 20120507, 0}}),
      entry("body/polish-high-court", EntityType::Court, "High Court of Poland", {{"High Court", Name, kStrictCase}}, {{LinkKind::Country, "state/poland", 0, 0}}),
      entry("government/poland", EntityType::Government, "Government of Poland", {{"Lodrun", Metonym}}, {{LinkKind::GovernmentOf, "state/poland", 0, 0}}),
      entry("org/river-union", EntityType::InternationalOrganization, "River Union", {{"Lodrun", Metonym}, {"MENKA", Acronym}}),
      entry("group/west", EntityType::Group, "West", {{"West", Name, kAfterThe | kAmbiguous | kStrictCase}, {"Western", Adjective}}),
  };
}

inline const Extractor& extractor() {
  static const Extractor made = [] {
    Diagnostics diagnostics;
    auto gazetteer = make_gazetteer(register_entries(), "test", diagnostics);
    ResourcePaths paths;
    paths.rules = std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/rules";
    paths.lexicon = std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/lexicon";
    paths.listed = std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/language/models/entities.model";
    return Extractor(load_resources(paths, std::move(*gazetteer), diagnostics));
  }();
  return made;
}

struct Run {
  std::string text;
  Extraction x;

  explicit Run(std::string words, std::string published = {}, std::vector<std::string> authors = {}) : text(std::move(words)) {
    corpus::Document document;
    document.text = document.original = text;
    if (!published.empty()) document.metadata.published = published;
    document.metadata.authors = std::move(authors);
    document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, corpus::BlockKind::Paragraph});
    Diagnostics diagnostics;
    x = extractor().extract(document, diagnostics);
  }

  // The entity of the n-th mention with exactly these words; null if there is none.
  const Entity* of(std::string_view words, int n = 1) const {
    std::vector<std::pair<std::uint32_t, const Entity*>> found;
    for (const auto& entity : x.entities) {
      for (const auto& mention : entity.mentions) {
        if (mention.span.of(text) == words) found.emplace_back(mention.span.begin, &entity);
      }
    }
    std::sort(found.begin(), found.end());
    return n <= static_cast<int>(found.size()) ? found[static_cast<std::size_t>(n - 1)].second : nullptr;
  }
  bool has(std::string_view words, EntityType type) const {
    const auto* e = of(words);
    return e != nullptr && std::find(e->types.begin(), e->types.end(), type) != e->types.end();
  }
  bool same(std::string_view a, std::string_view b) const { return of(a) != nullptr && of(a) == of(b); }
};

}  // namespace entente::extract::test
