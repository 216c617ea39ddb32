#include "extract/language/lemmatizer.hpp"

#include <doctest/doctest.h>

using namespace entente::language;

TEST_CASE("an edit script leads from form to lemma and survives its text") {
  const char* const pairs[][2] = {{"ministers", "minister"}, {"Countries", "country"}, {"IRAQ", "Iraq"}, {"NATO", "NATO"},
                                  {"n't", "not"}, {"better", "good"}, {"i", "I"}, {"cafés", "café"}, {"É", "é"}, {"went", "go"}};
  for (const auto& [form, lemma] : pairs) {
    const auto script = edit_script(form, lemma);
    CHECK(script.apply(form) == lemma);
    const auto read = EditScript::parse(script.text());
    REQUIRE(read);
    CHECK(read->apply(form) == lemma);
  }
}

TEST_CASE("scripts are general where they can be") {
  CHECK(edit_script("ministers", "minister").text() == "l1:s");
  CHECK(edit_script("Countries", "country").text() == "l3:iesy");
  CHECK(edit_script("NATO", "NATO").text() == "k0:");
  CHECK(edit_script("IRAQ", "Iraq").text() == "c0:");
}

TEST_CASE("a script that does not fit gives the form, and never cuts a character") {
  CHECK(EditScript::parse("l3:iesy")->apply("its") == "its");
  CHECK(EditScript::parse("l3:iesy")->apply("ies") == "y");
  CHECK_FALSE(EditScript::parse("l3:iesy")->fits("its"));
  CHECK(EditScript::parse("l3:iesy")->fits("CITIES"));
  CHECK(EditScript::parse("l1:\xA9")->apply("é") == "é");
  CHECK_FALSE(EditScript::parse("l9:ies"));
  CHECK_FALSE(EditScript::parse(""));
  CHECK_FALSE(EditScript::parse("z1:x"));
  CHECK_FALSE(EditScript::parse("l1x"));
  CHECK_FALSE(EditScript::parse("l-1:"));
}
