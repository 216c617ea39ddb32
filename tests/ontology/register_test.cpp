// The shipped register: readable, in step with its tables, true to its shapes, and answering as it should.
#include "ontology/register_reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "core/rdf/load.hpp"
#include "extract/gazetteer/gazetteer.hpp"
#include "shapes/engine/validator.hpp"

using namespace entente;
using extract::EntryIndex;
using extract::Gazetteer;
using extract::NameKind;

namespace {

const std::filesystem::path kRoot = ENTENTE_SOURCE_DIR;

void tell(const Diagnostics& diagnostics) {
  for (const auto& d : diagnostics.items()) MESSAGE(to_string(d));
}

const ontology::Register& shipped() {
  static const ontology::Register value = [] {
    Diagnostics diagnostics;
    auto read = ontology::read_register({kRoot / "ontology/register"}, diagnostics);
    tell(diagnostics);
    CHECK(diagnostics.empty());
    return read;
  }();
  return value;
}

const Gazetteer& gazetteer() {
  static const Gazetteer value = [] {
    Diagnostics diagnostics;
    auto made = extract::make_gazetteer(shipped().entries, "register", diagnostics);
    REQUIRE(made);
    tell(diagnostics);
    return *made;
  }();
  return value;
}

// True if `name` can mean the entry as a name of this kind.
bool means(const std::string& name, const std::string& key, NameKind kind) {
  const auto node = gazetteer().look_up(name);
  if (!node) return false;
  for (std::size_t i = 0; i < gazetteer().meaning_count(*node); ++i) {
    const auto meaning = gazetteer().meaning(*node, i);
    if (gazetteer().key(meaning.entry) == key && meaning.kind == kind) return true;
  }
  return false;
}

std::string holder(const std::string& post, extract::DayNumber day) {
  const EntryIndex found = gazetteer().holder(gazetteer().find(post), day);
  return found == extract::kNoEntry ? "" : std::string(gazetteer().key(found));
}

}  // namespace

TEST_CASE("The register's files are what its tables make") {
  if (std::system("command -v python3 >/dev/null 2>&1") != 0) {
    std::printf("skipped: python3 is not there\n");
    return;
  }
  CHECK(std::system(("python3 '" + (kRoot / "scripts/make-register").string() + "' --check").c_str()) == 0);
}

TEST_CASE("The register satisfies its shapes") {
  Diagnostics diagnostics;
  rdf::Graph shapes_graph, data;
  rdf::load_files({kRoot / "shapes/register.ttl"}, shapes_graph, {}, diagnostics);
  rdf::load_files(ontology::register_files({kRoot / "ontology/register"}, diagnostics), data, {}, diagnostics);
  const auto plan = shapes::compile(shapes_graph, {}, diagnostics);
  tell(diagnostics);
  REQUIRE(plan);
  const auto report = shapes::validate(*plan, data);
  REQUIRE(report);
  CHECK(report->conforms);
  for (std::size_t i = 0; i < std::min<std::size_t>(report->results.size(), 20); ++i) {
    const auto& result = report->results[i];
    MESSAGE(result.focus.value << ": " << result.messages.front().value << " [" << result.value.value << "]");
  }
  for (rdf::TermId id = 1; id <= data.term_count(); ++id) CHECK(data.kind(id) != rdf::TermKind::Blank);
}

TEST_CASE("State, government and capital are three things") {
  CHECK(means("China", "state/china", NameKind::Name));
  CHECK(means("Chinese", "state/china", NameKind::Adjective));
  CHECK(means("Beijing", "place/beijing", NameKind::Name));
  CHECK(means("Beijing", "government/china", NameKind::Metonym));
  CHECK(means("Kremlin", "government/russia", NameKind::Metonym));
  CHECK(means("Foggy Bottom", "org/us-department-of-state", NameKind::Metonym));
  CHECK(means("EEU", "org/eaeu", NameKind::Acronym));
  CHECK(means("EAEU", "org/eaeu", NameKind::Acronym));
  CHECK_FALSE(means("China", "government/china", NameKind::Name));
  const auto& all = shipped().entries;
  const auto states = std::count_if(all.begin(), all.end(), [](const auto& e) { return e.key.rfind("state/", 0) == 0; });
  CHECK(states >= 197);
}

TEST_CASE("Posts are held by whoever held them on the day") {
  CHECK(holder("post/president-of-russia", 20100601) == "person/dmitry-medvedev");
  CHECK(holder("post/president-of-russia", 20210601) == "person/vladimir-putin");
  CHECK(holder("post/prime-minister-of-russia", 20100601) == "person/vladimir-putin");
  CHECK(holder("post/president-of-united-states", 20161108) == "person/barack-obama");
  CHECK(holder("post/us-secretary-of-state", 20120911) == "person/hillary-clinton");
  CHECK(holder("post/foreign-minister-of-germany", 20230301) == "person/annalena-baerbock");
  CHECK(holder("post/president-of-france", 20170601) == "person/emmanuel-macron");
}

TEST_CASE("Memberships carry their dates, source and as-of date") {
  const auto& all = shipped().memberships;
  const auto found = std::find_if(all.begin(), all.end(), [](const auto& m) {
    return m.member == "state/china" && m.organization == "org/brics";
  });
  REQUIRE(found != all.end());
  CHECK(found->from == "2009-06-16");
  for (const auto& m : all) {
    CHECK_MESSAGE(!m.source.empty(), m.key);
    CHECK_MESSAGE(!m.as_of.empty(), m.key);
    CHECK_MESSAGE((m.until.empty() || m.from.empty() || m.from.substr(0, 4) <= m.until.substr(0, 4)), m.key);
  }
}
