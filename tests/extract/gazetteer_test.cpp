#include "extract/gazetteer/gazetteer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>

#include "extract/gazetteer/find_known.hpp"
#include "extract/gazetteer/fold.hpp"

using namespace entente;
using namespace entente::extract;

namespace {

Entry entry(std::string key, EntityType type, std::string name, std::vector<EntryName> names = {}) {
  Entry e;
  e.key = std::move(key);
  e.type = type;
  e.name = std::move(name);
  e.names = std::move(names);
  return e;
}

std::vector<Entry> small_register() {
  std::vector<Entry> all;
  all.push_back(entry("state/russia", EntityType::State, "Russia",
                      {{"Russian Federation"}, {"Russian", NameKind::Adjective}, {"Russian", NameKind::Demonym}, {"Russo-", NameKind::Adjective}}));
  all.push_back(entry("state/china", EntityType::State, "China",
                      {{"People's Republic of China"}, {"Chinese", NameKind::Adjective}, {"Chinese", NameKind::Demonym}, {"Sino-", NameKind::Adjective}}));
  all.push_back(entry("state/united-states", EntityType::State, "United States",
                      {{"US", NameKind::Acronym, kStrictCase}, {"U.S.", NameKind::Acronym, kStrictCase}, {"American", NameKind::Adjective}}));
  all.push_back(entry("state/turkey", EntityType::State, "Turkey", {{"Türkiye"}}));
  all.push_back(entry("org/who", EntityType::InternationalOrganization, "World Health Organization", {{"WHO", NameKind::Acronym, kStrictCase}}));
  all.push_back(entry("org/nato", EntityType::InternationalOrganization, "NATO", {{"North Atlantic Treaty Organisation"}}));
  all.push_back(entry("place/moscow", EntityType::Place, "Moscow"));
  all.back().links.push_back({LinkKind::CapitalOf, "state/russia"});
  all.push_back(entry("government/russia", EntityType::Government, "Government of Russia",
                      {{"Russian government"}, {"Moscow", NameKind::Metonym}, {"Kremlin", NameKind::Metonym}}));
  all.back().links.push_back({LinkKind::GovernmentOf, "state/russia"});
  all.push_back(entry("post/president-of-russia", EntityType::Post, "President of Russia", {{"Russian President"}, {"President", NameKind::Title}}));
  all.push_back(entry("person/dmitry-medvedev", EntityType::Politician, "Dmitry Medvedev", {{"Medvedev", NameKind::Surname}}));
  all.back().links.push_back({LinkKind::Holds, "post/president-of-russia", 20080507, 20120507});
  all.push_back(entry("person/vladimir-putin", EntityType::Politician, "Vladimir Putin", {{"Putin", NameKind::Surname}}));
  all.back().links.push_back({LinkKind::Holds, "post/president-of-russia", 20120507, 0});
  all.push_back(entry("person/recep-tayyip-erdogan", EntityType::Politician, "Recep Tayyip Erdoğan"));
  return all;
}

Gazetteer make(std::vector<Entry> entries = small_register()) {
  Diagnostics diagnostics;
  auto made = make_gazetteer(std::move(entries), "test", diagnostics);
  REQUIRE(made.ok());
  CHECK(diagnostics.empty());
  return *made;
}

// "text=name" of every outer match.
std::vector<std::string> matches(const Gazetteer& gazetteer, std::string_view text) {
  const auto segmentation = corpus::segment(text);
  std::vector<KnownName> found;
  gazetteer.match(text, segmentation, found);
  std::vector<std::string> out;
  for (const auto& name : found) {
    if (name.nested) continue;
    const Span span{segmentation.tokens[name.first].span.begin, segmentation.tokens[name.last - 1].span.end};
    out.emplace_back(span.of(text));
  }
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("words fold over case, diacritics, full stops and apostrophes") {
  CHECK(fold_key("Recep Tayyip ERDOĞAN") == "recep tayyip erdogan");
  CHECK(fold_key("U.S.") == "us");
  CHECK(fold_key("People’s Republic") == "people s republic");
  CHECK(fold_key("Asia-Pacific") == "asia pacific");
  CHECK(fold_key("Organisation") == fold_key("Organization"));
  CHECK(fold_key("Łódź") == "lodz");
  CHECK(fold_key("Straße") == "strasse");
  CHECK(fold_key("’ - –").empty());
}

TEST_CASE("the longest name wins, whatever its hyphens and apostrophes") {
  const auto g = make();
  CHECK(matches(g, "The People’s Republic of China and the Russian Federation met.") ==
        Strings{"People’s Republic of China", "Russian Federation"});
  CHECK(matches(g, "Talks with Erdogan, or Recep Tayyip Erdogan, failed.") == Strings{"Recep Tayyip Erdogan"});
  CHECK(matches(g, "The North Atlantic Treaty Organization grew.") == Strings{"North Atlantic Treaty Organization"});
}

TEST_CASE("case is respected") {
  const auto g = make();
  CHECK(matches(g, "They told us who would serve turkey.").empty());
  CHECK(matches(g, "The US left the WHO over Turkey.") == Strings{"US", "WHO", "Turkey"});
  CHECK(matches(g, "The U.S. economy grew.") == Strings{"U.S."});
  CHECK(matches(g, "Who told Us?").empty());
  CHECK(matches(g, "Nato expands.") == Strings{"Nato"});
  CHECK(matches(g, "RUSSIA ATTACKS") == Strings{"RUSSIA"});
}

TEST_CASE("possessives, plurals of demonyms and combining forms match") {
  const auto g = make();
  CHECK(matches(g, "China's plan surprised Russians.") == Strings{"China", "Russians"});
  CHECK(matches(g, "A Sino-Russian deal.") == Strings{"Sino", "Russian"});
  CHECK(matches(g, "Sino is no word.").empty());
}

TEST_CASE("no name crosses the end of a sentence") {
  const auto g = make();
  CHECK(matches(g, "They came from Russian. Federation was far.") == Strings{"Russian"});
}

TEST_CASE("one name has all its readings") {
  const auto g = make();
  const auto node = g.look_up("Moscow");
  REQUIRE(node);
  REQUIRE(g.meaning_count(*node) == 2);
  CHECK(g.key(g.meaning(*node, 0).entry) == "government/russia");
  CHECK(g.meaning(*node, 0).kind == NameKind::Metonym);
  CHECK(g.key(g.meaning(*node, 1).entry) == "place/moscow");
  CHECK_FALSE(g.look_up("Atlantis"));
}

TEST_CASE("posts know their holder of a day") {
  const auto g = make();
  const auto post = g.find("post/president-of-russia");
  REQUIRE(post != kNoEntry);
  CHECK(g.key(g.holder(post, 20100301)) == "person/dmitry-medvedev");
  CHECK(g.key(g.holder(post, 20210000)) == "person/vladimir-putin");
  CHECK(g.holder(post, 0) == kNoEntry);
  CHECK(g.holder(post, 20120507) == kNoEntry);  // the day both held it
  CHECK(g.find("post/none") == kNoEntry);
}

TEST_CASE("compiling does not depend on the order of entries") {
  Diagnostics diagnostics;
  auto entries = small_register();
  const auto bytes = compile(entries, "test", diagnostics);
  std::reverse(entries.begin(), entries.end());
  CHECK(compile(entries, "test", diagnostics) == bytes);
}

TEST_CASE("odd entries are told about and the rest is used") {
  Diagnostics diagnostics;
  auto entries = small_register();
  entries.push_back(entry("state/china", EntityType::State, "China", {{"PRC", NameKind::Acronym}}));
  entries.push_back(entry("x/nameless", EntityType::Other, "- '"));
  entries.back().links.push_back({LinkKind::PartOf, "x/nowhere"});
  const auto made = make_gazetteer(std::move(entries), "test", diagnostics);
  REQUIRE(made.ok());
  CHECK(diagnostics.items().size() == 3);
  CHECK(matches(*made, "The PRC and China") == Strings{"PRC", "China"});
}

TEST_CASE("a damaged compiled gazetteer is refused") {
  Diagnostics diagnostics;
  const auto bytes = compile(small_register(), "test", diagnostics);
  for (std::size_t size = 0; size < bytes.size(); size += 97) {
    CHECK_FALSE(Gazetteer::from_bytes(bytes.substr(0, size), "cut").ok());
  }
  for (std::size_t at = 0; at < bytes.size(); at += 13) {
    auto damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    CHECK_FALSE(Gazetteer::from_bytes(damaged, "flipped").ok());
  }
  const auto cut = Gazetteer::from_bytes("entGAZ", "short");
  REQUIRE_FALSE(cut.ok());
  CHECK(code_text(cut.error().code) == "GZ002");
}

TEST_CASE("an empty gazetteer matches nothing") {
  const Gazetteer g;
  CHECK(g.size() == 0);
  CHECK(matches(g, "Russia").empty());
  CHECK(g.find("state/russia") == kNoEntry);
  CHECK(make({}).size() == 0);
}

TEST_CASE("rows that point outside their table are refused though the checksum is right") {
  Diagnostics diagnostics;
  const auto good = compile(small_register(), "test", diagnostics);
  layout::Header header;
  std::memcpy(&header, good.data(), sizeof header);
  const auto with_child = [&](std::uint32_t child) {
    auto bytes = good;
    layout::WordSlot slot;
    auto at = header.sections[layout::kWords].offset;
    for (;; at += sizeof slot) {
      std::memcpy(&slot, bytes.data() + at, sizeof slot);
      if (slot.text.size != 0) break;
    }
    slot.child = child;
    std::memcpy(bytes.data() + at, &slot, sizeof slot);
    auto fixed = header;
    fixed.checksum = layout::checksum(std::string_view(bytes).substr(layout::kChecked));
    std::memcpy(bytes.data(), &fixed, sizeof fixed);
    return Gazetteer::from_bytes(bytes, "child").ok();
  };
  CHECK(with_child(1));
  const auto nodes = static_cast<std::uint32_t>(header.sections[layout::kNodes].count);
  CHECK_FALSE(with_child(nodes - 1));
  CHECK_FALSE(with_child(nodes));
  CHECK_FALSE(with_child(UINT32_MAX));  // found by fuzzing: child + 1 wrapped to 0
}
