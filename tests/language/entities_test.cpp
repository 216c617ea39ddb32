#include <doctest/doctest.h>

#include "extract/language/entities/entity_tagger.hpp"
#include "tests/support/shared.hpp"

using namespace entente;
using namespace entente::language;

namespace {

const std::filesystem::path kModels = std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/language/models";

// "Word Word/PER ..." of the names found in a text.
std::string names_in(std::string_view text) {
  static const auto model = Model::load(kModels / "english.model");
  static const auto tagger = EntityTagger::load(kModels / "entities.model");
  REQUIRE(model);
  REQUIRE(tagger);
  const auto s = corpus::segment(text);
  std::vector<std::string_view> forms;
  std::vector<Upos> tags;
  std::vector<WordRange> ranges;
  for (const auto& t : s.tokens) forms.push_back(t.span.of(text));
  for (const auto& sentence : s.sentences) {
    std::vector<Upos> some;
    model->tag(std::span(forms).subspan(sentence.first, sentence.last - sentence.first), some);
    tags.insert(tags.end(), some.begin(), some.end());
    ranges.push_back({sentence.first, sentence.last});
  }
  std::string out;
  for (const auto& n : tagger->find(forms, tags, ranges)) {
    if (!out.empty()) out += ", ";
    for (auto i = n.first; i < n.last; ++i) out += std::string(i > n.first ? " " : "") + std::string(forms[i]);
    out += "/" + std::string(name_of(n.type));
  }
  return out;
}

}  // namespace

TEST_CASE("classes and spans of names are two writings of one thing") {
  const std::vector<NamedSpan> names = {{0, 1, NameType::Person}, {1, 4, NameType::Organization}, {5, 7, NameType::Location}};
  const auto classes = classes_of(names, 8);
  std::vector<NamedSpan> back;
  spans_of(classes, back);
  REQUIRE(back.size() == 3);
  CHECK(back[1].first == 1);
  CHECK(back[1].last == 4);
  CHECK(back[2].type == NameType::Location);
  for (std::size_t i = 0; i + 1 < classes.size(); ++i) CHECK(may_follow(classes[i], classes[i + 1]));
  const auto iob = iob_tags(names, 8);
  CHECK(iob[1] == "B-ORG");
  CHECK(iob[3] == "I-ORG");
  CHECK(iob[4].empty());
}

TEST_CASE("only lawful sequences are decoded, whatever the scores") {
  std::vector<int> emission(5 * kNameClasses, 0);
  for (std::size_t i = 0; i < emission.size(); ++i) emission[i] = static_cast<int>((i * 7919) % 101);
  const auto classes = best_sequence(emission, std::vector<int>(kNameClasses * kNameClasses, 0));
  CHECK(may_follow(0, classes.front()));
  CHECK(may_follow(classes.back(), 0));
  for (std::size_t i = 0; i + 1 < classes.size(); ++i) CHECK(may_follow(classes[i], classes[i + 1]));
}

TEST_CASE("a document decides once for each name") {
  const std::vector<std::string_view> forms = {"Ana", "Holt", "met", "Holt", "in", "Brenn", "and", "Brenn", "and", "Brenn"};
  std::vector<NamedSpan> names = {{0, 2, NameType::Person}, {3, 4, NameType::Organization}, {5, 6, NameType::Location},
                                  {7, 8, NameType::Person}, {9, 10, NameType::Location}};
  agree(forms, names);
  CHECK(names[1].type == NameType::Person);
  CHECK(names[3].type == NameType::Location);
}

TEST_CASE("the shipped model finds names") {
  CHECK(names_in("Chancellor Angela Merkel flew to Paris on Monday.") == "Angela Merkel/PER, Paris/LOC");
  CHECK(names_in("").empty());
}

TEST_CASE("a damaged model is refused") {
  CHECK_FALSE(EntityTagger::load(kModels / "english.model"));
  CHECK_FALSE(EntityTagger::load(kModels / "missing.model"));
}
