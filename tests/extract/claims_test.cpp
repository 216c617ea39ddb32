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
