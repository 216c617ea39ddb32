// Whose claims they are, through the whole extractor.
#include <doctest/doctest.h>

#include "tests/extract/text_run.hpp"

using namespace entente;
using namespace entente::extract;
using entente::extract::test::Run;

namespace {

// The claim whose content has these words, innermost first; null if there is none.
const Claim* claim_of(const Run& run, std::string_view words) {
  const Claim* best = nullptr;
  for (const auto& claim : run.x.claims) {
    for (const Span part : claim.content) {
      const bool smaller = best == nullptr || part.size() < best->content.front().size();
      if (part.of(run.text).find(words) != std::string_view::npos && smaller) best = &claim;
    }
  }
  return best;
}

std::string claimant(const Run& run, std::string_view words) {
  const Claim* claim = claim_of(run, words);
  if (claim == nullptr || claim->claimants.empty()) return "";
  return run.x.entities[claim->claimants.front()].name;
}

std::string source(const Run& run, std::string_view words) {
  const Claim* claim = claim_of(run, words);
  return claim == nullptr || claim->source.empty() ? "" : std::string(claim->source.front().of(run.text));
}

}  // namespace

TEST_CASE("a relative pronoun stands for the phrase its clause hangs on") {
  const Run r("Farmers met Anna Bergstrom, who said that the tariff would fall. Villagers who believe the dam is safe stayed at home.");
  CHECK(claimant(r, "the tariff would fall") == "Anna Bergstrom");
  CHECK(claimant(r, "the dam is safe") == "Villagers");
}

TEST_CASE("nobody in a place holds the claim, not the place") {
  const Run r("Nobody in Poland said that the canal was shut. The envoy criticised those in Moscow who believe that grain is cheap. "
              "Some in the harbour guild argue that the pier must close.");
  CHECK(claimant(r, "the canal was shut") == "Nobody in Poland");
  CHECK(claimant(r, "grain is cheap") == "those in Moscow");
  CHECK(claimant(r, "the pier must close") == "Some in the harbour guild");
}

TEST_CASE("the object of a relative clause is not the subject of the verb behind it") {
  const Run r("Farmers who support the coalition say that the tariff will fall. Those who say the mill burnt down want a refund.");
  CHECK(claimant(r, "the tariff will fall") == "Farmers");
  CHECK(source(r, "the tariff will fall") == "Farmers who support the coalition");
  CHECK(claimant(r, "the mill burnt down") == "Those");
}

TEST_CASE("a participle of saying is of its own clause") {
  const Run r("The farmers back the dam, but Anna Bergstrom has refused it, arguing that the valley would drown. "
              "According to the envoy, the two boards agreed to share the water.");
  CHECK(claimant(r, "the valley would drown") == "Anna Bergstrom");
  CHECK(claimant(r, "the two boards agreed") == "envoy");
  CHECK(claim_of(r, "According to") == nullptr);
}

TEST_CASE("a name behind the whole description holds the claim, and pronouns are not the subject beside them") {
  const Run r("The president of Poland, Jan Bergstrom, told the board that the mill would close. The mayor, Paul Keller, accused him of haste.");
  CHECK(claimant(r, "the mill would close") == "Jan Bergstrom");
  CHECK(r.same("him", "Jan Bergstrom"));
}

TEST_CASE("a content ends with its clause") {
  const Run r("The court ordered Poland to close the mine but did not fine it. Russia, which maintains forts in the hills, had lent its maps. "
              "A panel in Moscow ruled that the fee was fair. Local experts doubt that the truce will hold unless rain falls.");
  CHECK(claimant(r, "to close the mine") == "court");
  CHECK(claim_of(r, "did not fine") == nullptr);
  CHECK(claimant(r, "had lent its maps") != "Russia");
  CHECK(claimant(r, "the fee was fair") == "A panel");
  CHECK(claimant(r, "the truce will hold") == "Local experts");
}

TEST_CASE("I and we in a quotation are its speaker") {
  const Run r("\"I believe that the canal will pay for itself,\" said Anna Bergstrom. \"We think the loan is fair.\"");
  CHECK(claimant(r, "the canal will pay for itself") == "Anna Bergstrom");
  CHECK(claimant(r, "the loan is fair") == "Anna Bergstrom");
}

TEST_CASE("I outside of quotations is the author") {
  const Run r("Anna Bergstrom leads the council. I think that her plan is wrong for the coast.", {}, {"Lena Ortiz"});
  CHECK(claimant(r, "her plan is wrong") == "Lena Ortiz");
}

TEST_CASE("a source is no phrase of time, and its possessor belongs to it") {
  const Run r("Anna Bergstrom said Tuesday that the port would close. Poland's envoy this week warned that ferries may stop.");
  CHECK(source(r, "the port would close") == "Anna Bergstrom");
  CHECK(source(r, "ferries may stop") == "Poland's envoy");
}

TEST_CASE("an apposition names the holder, a possessor is not the holder") {
  const Run r("\"We will not sign,\" the foreign minister, Anna Bergstrom, told reporters. Poland's envoy, Lena Ortiz, said that ferries may stop.");
  CHECK(claimant(r, "We will not sign") == "Anna Bergstrom");
  CHECK(claimant(r, "ferries may stop") == "Lena Ortiz");
}

TEST_CASE("what is denied, doubted or not believed is held as not so") {
  const Run r("Poland denied that the port was closed. Poland does not believe that China will pay. Neither Russia nor China thinks the dam is safe.");
  REQUIRE(claim_of(r, "the port was closed") != nullptr);
  CHECK(claim_of(r, "the port was closed")->polarity == Polarity::Negative);
  CHECK(claim_of(r, "China will pay")->polarity == Polarity::Negative);
  CHECK(claim_of(r, "the dam is safe")->polarity == Polarity::Negative);
  CHECK(claim_of(r, "the dam is safe")->claimants.size() == 2);
}

TEST_CASE("a clause without a conjunction follows whom it is told to") {
  const Run r("The envoy told reporters the port would close. Anna Bergstrom told a radio station she was tired of the dispute.");
  CHECK(source(r, "the port would close") == "The envoy");
  CHECK(source(r, "she was tired of the dispute") == "Anna Bergstrom");
}

TEST_CASE("a verb of saying without a clause may still have an object or an infinitive") {
  const Run r("Poland pledged to rebuild the harbour. Anna Bergstrom announced a new tariff on grain.");
  CHECK(source(r, "to rebuild the harbour") == "Poland");
  CHECK(source(r, "a new tariff on grain") == "Anna Bergstrom");
}

TEST_CASE("an interrupted clause is what stands behind the second comma") {
  const Run r("Otherwise, she said, the ferries would stop. As Anna Bergstrom noted, the dam is old.");
  CHECK(source(r, "the ferries would stop") == "she");
  CHECK(source(r, "the dam is old") == "Anna Bergstrom");
}

TEST_CASE("a joined verb has the subject of the verb it is joined to") {
  const Run r("Anna Bergstrom called on Poland to open the port and said that the ferries would run.");
  CHECK(claimant(r, "the ferries would run") == "Anna Bergstrom");
  CHECK(claim_of(r, "the ferries would run")->parent == kNoId);
}

TEST_CASE("a participle after a comma has the subject of its clause") {
  const Run r("Anna Bergstrom left the talks with the president of the bank, saying that the loan was unfair.");
  CHECK(claimant(r, "the loan was unfair") == "Anna Bergstrom");
}

TEST_CASE("whom a relative clause hangs on says what the main verb says") {
  const Run r("Villagers who met the envoy said that the well was dry.");
  CHECK(source(r, "the well was dry") == "Villagers who met the envoy");
}

TEST_CASE("what was said in a subordinate clause ends where the main clause begins") {
  const Run r("While Poland said the port was safe, Anna Bergstrom said that nobody had looked.");
  const Claim* first = claim_of(r, "the port was safe");
  REQUIRE(first != nullptr);
  CHECK(first->content.front().of(r.text) == "the port was safe");
  CHECK(claim_of(r, "nobody had looked")->parent == kNoId);
}

TEST_CASE("according to X, Y says Z: X says that Y says it") {
  const Run r("According to the Polish envoy, Russia has asked China to open the port.");
  const Claim* outer = claim_of(r, "Russia has asked China");
  REQUIRE(outer != nullptr);
  CHECK(outer->cue.front().of(r.text) == "According to");
}

TEST_CASE("a text may end where a claim would begin") {
  std::string text;
  for (int i = 0; i < 70; ++i) {  // some lengths have no room behind the last word: AddressSanitizer sees a look beyond it
    for (const char* end : {"She said that", "The minister told", "He warned, ", "According to"}) {
      for (const auto& claim : Run(text + end).x.claims) CHECK(claim.cue.front().end <= text.size() + std::string_view(end).size());
    }
    text += "word ";
  }
}

TEST_CASE("a participle or infinitive has its own content and the subject of its clause") {
  const Run r("\"The pier is safe,\" Anna Bergstrom said, while arguing that the harbour needs walls. The envoy stopped the farmers to announce that the mill was sold. "
              "The board asked the mayor to explain why the road was shut. Paul Keller called the fee a disgrace, calling it theft and asking why it rose.");
  CHECK(claimant(r, "the harbour needs walls") == "Anna Bergstrom");
  CHECK(source(r, "the mill was sold") == "The envoy");
  CHECK(source(r, "the road was shut") != "The board");
  CHECK(claimant(r, "it rose") == "Paul Keller");
}

TEST_CASE("a noun of saying has its possessor, or the clause it goes with, and no clause that only describes it") {
  const Run r("Anna Bergstrom's recent, baseless claim that the dam was leaking was withdrawn. The farmers stayed in the hope that the rain would stop. "
              "It was a claim that the envoy has rejected.");
  CHECK(claimant(r, "the dam was leaking") == "Anna Bergstrom");
  CHECK(source(r, "the rain would stop") == "The farmers");
  CHECK(claim_of(r, "the envoy has rejected") == nullptr);
}

TEST_CASE("what a relative clause judges stands before its pronoun") {
  const Run r("The tax on land, which farmers, traders and unions condemn, begins in May. The court backs a bridge that Anna Bergstrom opposed. "
              "The canal, which Moscow says is a trap, was dug in June.");
  CHECK(source(r, "The tax on land") == "farmers, traders and unions");
  CHECK(claimant(r, "a bridge") == "Anna Bergstrom");
  const Claim* trap = claim_of(r, "is a trap");
  REQUIRE(trap != nullptr);
  CHECK(trap->content.front().of(r.text) == "is a trap");
}

TEST_CASE("a description with its name and another one joined to it hold the claim together") {
  const Run r("The Polish envoy, Anna Bergstrom, and her deputy, Paul Keller, said that the pier was safe. He met the mayor, Ian Cole, and the bishop said the roof leaked.");
  CHECK(source(r, "the pier was safe") == "The Polish envoy, Anna Bergstrom, and her deputy, Paul Keller");
  REQUIRE(claim_of(r, "the pier was safe") != nullptr);
  CHECK(claim_of(r, "the pier was safe")->claimants.size() == 2);
  CHECK(source(r, "the roof leaked") == "the bishop");
}

TEST_CASE("a second clause behind a comma is said too, and a question is not the author's") {
  const Run r("Anna Bergstrom said that the mill was shut, and that the bakers had left. Asked about the mill, Paul Keller laughed.", "", {"Mia Sand"});
  const Claim* said = claim_of(r, "the mill was shut");
  REQUIRE(said != nullptr);
  CHECK(said->content.front().of(r.text) == "the mill was shut, and that the bakers had left");
  CHECK(claimant(r, "the mill, Paul") == "");
  REQUIRE(claim_of(r, "the mill") != nullptr);
  for (const auto& claim : r.x.claims)
    for (const Id holder : claim.claimants) CHECK(r.x.entities[holder].name != "Mia Sand");
}

TEST_CASE("whoever is quoted as saying something says it, as told by whoever quotes") {
  const Run r("The Harbour Times quoted the mayor, Anna Bergstrom, as saying that the pier was safe.");
  CHECK(claimant(r, "the pier was safe") == "Anna Bergstrom");
  const Claim* said = claim_of(r, "the pier was safe");
  REQUIRE(said != nullptr);
  CHECK(said->reported_by.size() == 1);
  CHECK(said->parent != kNoId);
}

TEST_CASE("an answer in a printed interview goes on to the next speaker") {
  const Run r("Anna Bergstrom runs the mill. Q: Will it close? A: It may close in May. We have no grain. Q: Who will buy it? A: I think nobody will.");
  const Claim* answer = claim_of(r, "It may close in May");
  REQUIRE(answer != nullptr);
  CHECK(answer->content.front().of(r.text) == "It may close in May. We have no grain.");
  CHECK(claimant(r, "We have no grain") == "Anna Bergstrom");
  CHECK(claimant(r, "nobody will") == "Anna Bergstrom");
  CHECK(claim_of(r, "Who will buy it") == nullptr);
}

TEST_CASE("a quotation belongs to the name behind its dash, and to the speaker who goes on, not to a relative clause") {
  const Run r("“The pier is old. It must be rebuilt.” — Paul Keller\n\n“The mill is safe,” said Anna Bergstrom, who teaches law. "
              "“Rain came late,” Selma Dalgaard wrote in a note explaining the harvest, “but the barns are full.”");
  CHECK(claimant(r, "It must be rebuilt") == "Paul Keller");
  CHECK(source(r, "The mill is safe") == "Anna Bergstrom");
  const Claim* wrote = claim_of(r, "Rain came late");
  REQUIRE(wrote != nullptr);
  REQUIRE(wrote->content.size() == 2);
  CHECK(wrote->content[1].of(r.text) == "but the barns are full.");
}

TEST_CASE("titles behind a name are of one person, and people joined to a name hold the claim with it") {
  const Run r("“Fees will rise,” Anna Bergstrom, managing director and co-owner of the mill, told cheering visitors on Monday. "
              "Paul Keller and his supporters said that the pier was safe. Lawyers insist he paid.");
  const Claim* fees = claim_of(r, "Fees will rise");
  REQUIRE(fees != nullptr);
  CHECK(fees->claimants.size() == 1);
  CHECK(claimant(r, "Fees will rise") == "Anna Bergstrom");
  REQUIRE(claim_of(r, "the pier was safe") != nullptr);
  CHECK(claim_of(r, "the pier was safe")->claimants.size() == 2);
  CHECK(source(r, "he paid") == "Lawyers");
}

TEST_CASE("who urges, notes between commas, and describes in a relative clause") {
  const Run r("The miners were urged by Anna Bergstrom to go home. No mayor, notes Paul Keller of the bank, has paid the fee. "
              "They built a pier that Selma Dalgaard described as a folly. Farmers accused the board on Friday of hiding the bill.");
  CHECK(claimant(r, "to go home") == "Anna Bergstrom");
  CHECK(claimant(r, "has paid the fee") == "Paul Keller");
  const Claim* folly = claim_of(r, "as a folly");
  REQUIRE(folly != nullptr);
  CHECK(folly->content.front().of(r.text) == "a pier");
  CHECK(claimant(r, "as a folly") == "Selma Dalgaard");
  CHECK(claimant(r, "of hiding the bill") == "Farmers");
}
