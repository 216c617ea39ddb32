// Names, descriptors, coreference and resolution through the whole extractor, over a small gazetteer of its own.
#include <doctest/doctest.h>

#include <algorithm>

#include "extract/extractor.hpp"
#include "extract/resources.hpp"

using namespace entente;
using namespace entente::extract;

namespace {

Entry entry(std::string key, EntityType type, std::string name, std::vector<EntryName> names, std::vector<Link> links = {}) {
  Entry e;
  e.key = std::move(key);
  e.type = type;
  e.name = std::move(name);
  e.names = std::move(names);
  e.links = std::move(links);
  return e;
}

std::vector<Entry> register_entries() {
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
      entry("group/west", EntityType::Group, "West", {{"West", Name, kAfterThe | kAmbiguous | kStrictCase}, {"Western", Adjective}}),
  };
}

const Extractor& extractor() {
  static const Extractor made = [] {
    Diagnostics diagnostics;
    auto gazetteer = make_gazetteer(register_entries(), "test", diagnostics);
    ResourcePaths paths;
    paths.rules = std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/rules";
    paths.lexicon = std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/lexicon";
    return Extractor(load_resources(paths, std::move(*gazetteer), diagnostics));
  }();
  return made;
}

struct Run {
  std::string text;
  Extraction x;

  explicit Run(std::string words, std::string published = {}) : text(std::move(words)) {
    corpus::Document document;
    document.text = document.original = text;
    if (!published.empty()) document.metadata.published = published;
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

}  // namespace

TEST_CASE("capitals act as governments and stay places behind prepositions of place") {
  const Run acts("Beijing rejected the plan, and analysts expect Moscow to follow.");
  CHECK(acts.has("Beijing", EntityType::Government));
  const Run place("The delegation met reporters in Beijing before it flew to Moscow.");
  CHECK(place.has("Beijing", EntityType::Place));
  CHECK(place.has("Moscow", EntityType::Place));
  const Run between("Trust between Moscow and Beijing remains thin.");
  CHECK(between.has("Moscow", EntityType::Government));
  CHECK(between.has("Beijing", EntityType::Government));
}

TEST_CASE("names of unknown people and bodies are typed by their words") {
  const Run r("The Institute for Harbour Studies hired Sen. Marta Olsen, while the Northern Farmers Party praised the Treaty of Elmsford.");
  CHECK(r.has("Institute for Harbour Studies", EntityType::Organization));
  CHECK(r.has("Marta Olsen", EntityType::Person));
  CHECK(r.has("Northern Farmers Party", EntityType::PoliticalParty));
  CHECK(r.has("Treaty of Elmsford", EntityType::Work));
}

TEST_CASE("elections and dated events are one name") {
  const Run r("Turnout fell in the 2017 Norland parliamentary election after the 2009 invasion of Norland.");
  CHECK(r.has("2017 Norland parliamentary election", EntityType::Election));
  CHECK(r.has("2009 invasion of Norland", EntityType::NamedEvent));
}

TEST_CASE("surnames and acronyms stand for the full names of the document") {
  const Run r("Anna Bergstrom leads the Coastal Trade Council (CTC). The CTC meets in May. Bergstrom will speak.");
  CHECK(r.same("Anna Bergstrom", "Bergstrom"));
  CHECK(r.of("CTC", 2) == r.of("Coastal Trade Council"));
}

TEST_CASE("an office holder is the one of the document's day") {
  const std::string text = "The Russian president spoke for an hour.";
  const Run then(text, "2010-03-01");
  REQUIRE(then.of("Russian president") != nullptr);
  CHECK(then.of("Russian president")->key == "person/dmitry-medvedev");
  const Run later(text, "2021-06-15");
  CHECK(later.of("Russian president")->key == "person/vladimir-putin");
  const Run undated(text);
  CHECK(undated.of("Russian president")->key == "post/president-of-russia");
  const Run named("The guest was Russian President Dmitry Medvedev.", "2021-06-15");
  CHECK(named.of("Russian President")->key == "post/president-of-russia");
  CHECK(named.of("Dmitry Medvedev")->key == "person/dmitry-medvedev");
}

TEST_CASE("pronouns agree in gender and number") {
  const Run r("Maria Keller met David Stone on Monday. She thanked him for his letter.");
  CHECK(r.same("She", "Maria Keller"));
  CHECK(r.same("him", "David Stone"));
}

TEST_CASE("two governments are a group with two members") {
  const Run r("China and Russia signed a pact. Both governments promised to publish it, and the two countries began at once.");
  const auto* group = r.of("Both governments");
  REQUIRE(group != nullptr);
  REQUIRE(group->members.size() == 2);
  CHECK(r.x.entities[group->members[0]].key == "state/china");
  CHECK(r.x.entities[group->members[1]].key == "state/russia");
  CHECK(r.of("the two countries") == group);
}

TEST_CASE("a word that needs support is believed behind its article") {
  CHECK(Run("Relations with the West cooled.").has("West", EntityType::Group));
  const Run away("They drove West for hours.");
  CHECK((away.of("West") == nullptr || away.of("West")->key.empty()));
}

TEST_CASE("a body of a state keeps the state's mention, another body does not") {
  const Run r("He joined the Polish Health Ministry after years at the Polish Bridge Club.");
  CHECK(r.has("Polish Health Ministry", EntityType::Ministry));
  CHECK(r.of("Polish") != nullptr);
  CHECK(r.of("Polish", 2) == nullptr);
}

TEST_CASE("the same text gives the same entities, and every mention is a slice") {
  const std::string text = "“Chinese media” praised Jean-Paul Moreau’s plan; O’Brien, al-Rashid & Sons Ltd. and the U.S.-led group did not.";
  const Run a(text);
  const Run b(text);
  REQUIRE(a.x.entities.size() == b.x.entities.size());
  for (std::size_t i = 0; i < a.x.entities.size(); ++i) {
    CHECK(a.x.entities[i].name == b.x.entities[i].name);
    for (const auto& m : a.x.entities[i].mentions) CHECK(m.span.end <= text.size());
  }
  CHECK(Run("").x.entities.empty());
}
