// Who does what to whom, through the whole extractor.
#include <doctest/doctest.h>

#include "tests/extract/text_run.hpp"

using namespace entente;
using namespace entente::extract;
using entente::extract::test::Run;

namespace {

// "TYPE role=words role=words" of the event whose trigger is these words; empty if there is none.
std::string event(const Run& run, std::string_view trigger) {
  for (const auto& e : run.x.events) {
    if (e.trigger.of(run.text) != trigger) continue;
    std::string out = e.type;
    for (const auto& p : e.participants) out += " " + p.role + "=" + std::string(p.mention.of(run.text));
    return out;
  }
  return "";
}

}  // namespace

TEST_CASE("what does not act is the object, whoever gets it the recipient") {
  const Run r("Norway returned two old vases to Peru. Chad lifted its blockade of Mali.");
  CHECK(event(r, "returned") == "RETREAT actor=Norway recipient=Peru object=two old vases");
  CHECK(event(r, "lifted") == "RETREAT actor=Chad recipient=Mali");
}

TEST_CASE("a governed clause gives the participants that its governor lacks") {
  const Run r("Kenya is willing to withdraw its troops from Somalia. Norway agreed to lend two ferries to Ghana.");
  CHECK(event(r, "willing") == "AGREE actor=Kenya recipient=Somalia object=its troops");
  CHECK(event(r, "agreed") == "AGREE actor=Norway recipient=Ghana object=two ferries");
}

TEST_CASE("demanding that somebody do something is a request to them") {
  const Run r("Chile demanded that Bolivia open the pass.");
  CHECK(event(r, "demanded") == "REQUEST actor=Chile recipient=Bolivia");
}

TEST_CASE("what a text does is done by whoever makes it") {
  const Run r("The Swedish parliament passed a resolution criticizing Hungary.");
  CHECK(event(r, "criticizing") == "ACCUSE actor=The Swedish parliament recipient=Hungary");
}

TEST_CASE("a court in which a suit is filed is not accused") {
  const Run r("Norway filed a lawsuit in a Lisbon court against Chad.");
  CHECK(event(r, "lawsuit") == "ACCUSE actor=Norway recipient=Chad");
}

TEST_CASE("an apposition names the actor, and a date of another clause is not the event's") {
  const Run r("Norway's envoy, Anna Bergstrom, thanked Chad, which has patrolled the lake since 2017.");
  CHECK(event(r, "thanked") == "SUPPORT actor=Anna Bergstrom recipient=Chad");
  REQUIRE(!r.x.events.empty());
  CHECK(r.x.events.front().time == kNoId);
  const Run own("Poland criticised China on 4 May 2017.");
  REQUIRE(!own.x.events.empty());
  CHECK(own.x.events.front().time != kNoId);
}

TEST_CASE("a phrase of time is no part of a name, and a particle goes with its verb") {
  const Run r("Norway signed a fisheries agreement with Chad last week. Russia carried out attacks in Poland.");
  CHECK(event(r, "agreement") == "SUPPORT actor=Norway actor=Chad");
  CHECK(event(r, "attacks").starts_with("ASSAULT actor=Russia"));
}

TEST_CASE("who is accused of a deed does it, and a participle before its noun is no deed") {
  const Run r("Chad accused Norway of attacking Mali. Peru keeps a list of banned parties.");
  CHECK(event(r, "attacking").starts_with("ASSAULT actor=Norway"));
  CHECK(event(r, "banned").empty());
}
