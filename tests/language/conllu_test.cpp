#include "extract/language/conllu.hpp"

#include <doctest/doctest.h>

using namespace entente::language;

namespace {

const char* const kText =
    "# newdoc id = a\n# text = Don't go.\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tDo\tdo\tAUX\tVB\tVerbForm=Inf\t3\taux\t_\t_\n"
    "2\tn't\tnot\tPART\tRB\tPolarity=Neg\t3\tadvmod\t_\t_\n"
    "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";

std::string error_of(const std::string& text) {
  ConlluReader reader(lines_of(text), "f");
  while (true) {
    auto sentence = reader.next();
    if (!sentence) return to_string(sentence.error());
    if (!*sentence) return "";
  }
}

}  // namespace

TEST_CASE("a sentence is read and written as it was") {
  ConlluReader reader(lines_of(kText), "f");
  auto sentence = reader.next();
  REQUIRE(sentence);
  REQUIRE(*sentence);
  CHECK((*sentence)->words.size() == 4);
  CHECK((*sentence)->words[0].head == 2);
  CHECK((*sentence)->words[2].head == -1);
  CHECK((*sentence)->ranges.size() == 1);
  std::string out;
  write_conllu(**sentence, out);
  CHECK(out == kText);
  CHECK_FALSE(reader.next()->has_value());
}

TEST_CASE("broken lines are refused with their place") {
  CHECK(error_of("1\ta\n") == "f:1: error[LX003]: A word line needs 10 fields between tabs, not 2");
  CHECK(error_of("2\ta\t_\t_\t_\t_\t0\troot\t_\t_\n") == "f:1: error[LX003]: Word number '2' should be 1");
  CHECK(error_of("1\ta\t_\t_\t_\t_\tx\troot\t_\t_\n") == "f:1: error[LX003]: Head 'x' is not a number");
  CHECK(error_of("1\ta\t_\t_\t_\t_\t7\troot\t_\t_\n\n") == "f:2: error[LX003]: Head 7 of word 1 is not in the sentence");
  CHECK(error_of("1\t\t_\t_\t_\t_\t0\troot\t_\t_\n") == "f:1: error[LX003]: A word has no form");
  CHECK(error_of("1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n\n") ==
        "f:3: error[LX003]: A range goes beyond the sentence");
}

TEST_CASE("empty nodes are skipped, missing heads and the last blank line are no fault") {
  ConlluReader reader(lines_of("1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1.1\tb\t_\t_\t_\t_\t_\t_\t_\t_\n2\tc\t_\t_\t_\t_\t_\t_\t_\t_"), "f");
  auto sentence = reader.next();
  REQUIRE(sentence);
  REQUIRE(*sentence);
  CHECK((*sentence)->words.size() == 2);
  CHECK((*sentence)->words[1].head == -1);
}
