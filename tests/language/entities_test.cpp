#include <doctest/doctest.h>

#include "extract/language/entities/acronyms.hpp"
#include "extract/language/entities/conventions.hpp"
#include "extract/language/entities/document_scores.hpp"
#include "extract/language/entities/entity_tagger.hpp"
#include "extract/language/entities/word_clusters.hpp"
#include "tests/support/shared.hpp"

using namespace entente;
using namespace entente::language;

namespace {

const std::filesystem::path kModels = std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/language/models";

std::string printed(std::span<const std::string_view> forms, std::span<const NamedSpan> names) {
  std::string out;
  for (const auto& n : names) {
    if (!out.empty()) out += "; ";
    for (auto i = n.first; i < n.last; ++i) out += std::string(i > n.first ? " " : "") + std::string(forms[i]);
    out += "/" + std::string(name_of(n.type));
  }
  return out;
}

// "Word Word/PER; ..." of the names found in a text.
std::string names_in(std::string_view text) {
  static const auto model = Model::load(kModels / "english.model");
  static const auto tagger = EntityTagger::load(kModels / "entities.model");
  REQUIRE(model);
  REQUIRE(tagger);
  const auto s = corpus::segment(text);
  std::vector<std::string_view> forms;
  std::vector<WordRange> ranges;
  for (const auto& t : s.tokens) forms.push_back(t.span.of(text));
  for (const auto& sentence : s.sentences) ranges.push_back({sentence.first, sentence.last});
  const auto words = model->annotate(text, s);
  const auto whole = printed(forms, tagger->find(forms, words, ranges));
  for (const std::size_t most : {1U, 20U, 60U}) CHECK(printed(forms, tagger->find(forms, words, ranges, most)) == whole);
  return whole;
}

std::uint64_t hash_of(std::string_view word) { return NameLists::chain(0, word_features(word).lower); }

struct Lists {
  Container container;
  NameLists lists;
};

Lists lists_of(const std::map<std::uint64_t, std::uint64_t>& kinds) {
  ContainerWriter writer;
  NameLists::write(kinds, writer);
  auto container = Container::from_bytes(writer.finish(), "lists");
  REQUIRE(container);
  auto lists = NameLists::read(*container);
  REQUIRE(lists);
  return {*std::move(container), *lists};
}

}  // namespace

TEST_CASE("classes and spans of names are two writings of one thing") {
  const std::vector<NamedSpan> names = {{0, 1, NameType::Person}, {1, 4, NameType::Organization}, {4, 6, NameType::Other}, {6, 8, NameType::Location}};
  const auto classes = classes_of(names, 9);
  std::vector<NamedSpan> back;
  spans_of(classes, 10, back);
  REQUIRE(back.size() == 4);
  CHECK(back[1].first == 11);
  CHECK(back[1].last == 14);
  CHECK(back[2].type == NameType::Other);
  CHECK(back[2].last == 16);
  CHECK(back[3].type == NameType::Location);
  for (std::size_t i = 0; i + 1 < classes.size(); ++i) CHECK(may_follow(classes[i], classes[i + 1]));
  const auto iob = iob_tags(names, 9);
  CHECK(iob[1] == "B-ORG");
  CHECK(iob[3] == "I-ORG");
  CHECK(iob[8].empty());
}

TEST_CASE("only lawful sequences are decoded, whatever the scores") {
  std::vector<NameScores> emission(7);
  for (std::size_t i = 0; i < emission.size(); ++i) {
    for (std::size_t c = 0; c < kNameClasses; ++c) emission[i][c] = static_cast<std::int32_t>((i * 7919 + c * 104729) % 101);
  }
  const std::vector<NameScores> none(kNameClasses, NameScores{});
  const auto classes = best_sequence(emission, none);
  REQUIRE(classes.size() == 7);
  CHECK(may_follow(0, classes.front()));
  CHECK(may_follow(classes.back(), 0));
  for (std::size_t i = 0; i + 1 < classes.size(); ++i) CHECK(may_follow(classes[i], classes[i + 1]));
  CHECK(best_sequence({}, none).empty());
}

TEST_CASE("words that recur in a document share their evidence") {
  const std::vector<std::string_view> forms = {"Brenn", "is", "near", "BRENN", "is"};
  std::vector<WordAnnotation> words(5);
  std::vector<NameScores> scores(5, NameScores{});
  const auto person = name_class(NameType::Person, NamePart::Alone), place = name_class(NameType::Location, NamePart::Alone);
  scores[0][person] = 10;
  scores[3][place] = 90;
  scores[1][0] = 50;
  SharedScores shared;
  shared.add(std::span(forms).first(2), std::span(words).first(2), std::span(scores).first(2));
  shared.add(std::span(forms).subspan(2), std::span(words).subspan(2), std::span(scores).subspan(2));
  shared.share(forms, words, scores);
  CHECK(scores[0][place] > scores[0][person]);
  CHECK(scores[3][place] > scores[3][person]);
  CHECK(scores[1][0] == 50);  // no name
  CHECK(scores[4][0] == 0);
}

TEST_CASE("lists are found again and damage is refused") {
  std::map<std::uint64_t, std::uint64_t> kinds;
  for (std::uint64_t i = 1; i < 5000; ++i) kinds[mix(i)] = i % 3000 + 1;
  const auto made = lists_of(kinds);
  for (const auto& [hash, set] : kinds) CHECK(made.lists.kinds(hash) == set);
  CHECK(made.lists.kinds(mix(77777)) == 0);
  ContainerWriter writer;
  writer.add("entities.lists", std::vector<std::uint32_t>{0, 0x1005});
  writer.add("entities.kinds", std::vector<std::uint64_t>{1});
  const auto broken = Container::from_bytes(writer.finish(), "broken");
  REQUIRE(broken);
  CHECK_FALSE(NameLists::read(*broken));
}

TEST_CASE("weights of known features are added, others add nothing") {
  ContainerWriter writer;
  NameWeights::write({{mix(1), {1, -2, 3}}, {mix(2), {10, 20, 30}}}, writer);
  const auto container = Container::from_bytes(writer.finish(), "weights");
  REQUIRE(container);
  const auto weights = NameWeights::read(*container);
  REQUIRE(weights);
  NameScores scores{};
  weights->add(std::vector<std::uint64_t>{mix(1), mix(2), mix(2), mix(3)}, scores);
  CHECK(scores[0] == 21);
  CHECK(scores[1] == 38);
  CHECK(scores[2] == 63);
  weights->add(std::vector<std::uint64_t>(10000, mix(2)), scores);  // more than sixteen bits hold
  CHECK(scores[2] == 63 + 300000);
}

TEST_CASE("spans are settled by general conventions") {
  const auto made = lists_of({{hash_of("Elmside"), bit(ListKind::City)}, {hash_of("Ohio"), bit(ListKind::Region)}, {hash_of("Dr."), bit(ListKind::Title)},
                              {hash_of("Peru"), bit(ListKind::Country)}});
  const auto settled = [&](const std::vector<std::string_view>& forms, std::vector<NamedSpan> names, Upos last = Upos::PUNCT) {
    std::vector<WordAnnotation> words(forms.size());
    if (!words.empty()) words.back().upos = last;
    settle(ArrayWords(forms, words), 0, static_cast<std::uint32_t>(forms.size()), made.lists, names);
    return printed(forms, names);
  };
  CHECK(settled({"Brenn", ",", "Ohio"}, {{0, 3, NameType::Location}}) == "Brenn/LOC; Ohio/LOC");
  CHECK(settled({"Elmside", "Ohio"}, {{0, 2, NameType::Location}}) == "Elmside/LOC; Ohio/LOC");
  CHECK(settled({"Brenn", "Ohio"}, {{0, 2, NameType::Location}}) == "Brenn Ohio/LOC");
  CHECK(settled({"Dr.", "Ana", "Holt"}, {{0, 3, NameType::Person}}) == "Ana Holt/PER");
  CHECK(settled({"Holt", ",", "Inc."}, {{0, 1, NameType::Person}, {2, 3, NameType::Organization}}) == "Holt , Inc./ORG");
  CHECK(settled({"at", "Holt", "'s", "."}, {{1, 2, NameType::Person}}) == "Holt 's/LOC");
  CHECK(settled({"Holt", "'s", "car"}, {{0, 1, NameType::Person}}, Upos::NOUN) == "Holt/PER");
  CHECK(settled({"notes.pdf"}, {{0, 1, NameType::Organization}}).empty());
  CHECK(settled({"Holt"}, {{0, 1, NameType::Other}}).empty());
  CHECK(settled({"A.", "Holt", "left"}, {{1, 2, NameType::Person}}) == "Holt/PER");  // not tagged as a proper noun
  CHECK(settled({"Peru"}, {{0, 1, NameType::Organization}}) == "Peru/LOC");
  CHECK(settled({"Thurs."}, {{0, 1, NameType::Person}}).empty());
  CHECK(settled({"\"", "Keane", ",", "Rosa", "\""}, {{1, 2, NameType::Person}, {3, 4, NameType::Person}}) == "Keane , Rosa/PER");
  CHECK(settled({"to", "Keane", ",", "Rosa", "and"}, {{1, 2, NameType::Person}, {3, 4, NameType::Person}}) == "Keane/PER; Rosa/PER");
}

TEST_CASE("streets of addresses are left out, law offices are one name") {
  const auto made = lists_of({});
  const auto settled = [&](const std::vector<std::string_view>& forms, std::vector<NamedSpan> names) {
    const std::vector<WordAnnotation> words(forms.size());
    settle(ArrayWords(forms, words), 0, static_cast<std::uint32_t>(forms.size()), made.lists, names);
    return printed(forms, names);
  };
  CHECK(settled({"at", "12", "Elm", "Road"}, {{2, 4, NameType::Location}}).empty());
  CHECK(settled({"on", "Elm", "Road"}, {{1, 3, NameType::Location}}) == "Elm Road/LOC");
  CHECK(settled({"Law", "Offices", "of", "Rosa", "Keane"}, {{0, 2, NameType::Organization}, {3, 5, NameType::Person}}) == "Law Offices of Rosa Keane/ORG");
  CHECK(settled({"the", "office", "of", "Rosa", "Keane"}, {{3, 5, NameType::Person}}) == "Rosa Keane/PER");
}

TEST_CASE("capitals in brackets are named as the words before them") {
  const auto made = lists_of({{hash_of("Authority"), bit(ListKind::OrganizationHead)}});
  const std::vector<std::string_view> forms = {"Elm",  "Valley", "Water", "Authority", "(", "EVWA", ")", "fell", ".", "EVWA",
                                               "fell", "(",      "OLS",   ")",         "in", "Rome", "and", "Oslo", "."};
  const std::vector<WordAnnotation> words(forms.size());
  std::vector<NamedSpan> names = {{0, 2, NameType::Location}, {9, 10, NameType::Person}, {15, 16, NameType::Location}};
  name_acronyms(ArrayWords(forms, words), made.lists, names);
  CHECK(printed(forms, names) == "Elm Valley Water Authority/ORG; EVWA/ORG; EVWA/ORG; Rome/LOC");
  const auto rest = std::span(forms).subspan(9);
  names = {{6, 7, NameType::Location}};
  name_acronyms(ArrayWords(rest, words), made.lists, names);  // the other document
  CHECK(printed(rest, names) == "Rome/LOC");
}

TEST_CASE("a document agrees on its names") {
  const std::vector<std::string_view> forms = {"Brenn", "and", "BRENN", "and", "Brenn", "and", "Brenn", "or", "Holt", "or", "Holt"};
  const std::vector<WordAnnotation> words(forms.size());
  std::vector<NamedSpan> names = {{0, 1, NameType::Location}, {2, 3, NameType::Person}, {4, 5, NameType::Location}, {8, 9, NameType::Person}};
  agree_on_types(ArrayWords(forms, words), names);
  CHECK(names[1].type == NameType::Location);
  find_passed_over(ArrayWords(forms, words), names);
  CHECK(printed(forms, names) == "Brenn/LOC; BRENN/LOC; Brenn/LOC; Brenn/LOC; Holt/PER");  // Holt was found once only
}

TEST_CASE("a proper noun behind a title is a person") {
  const std::vector<std::string_view> forms = {"Dr.", "Holt", "met", "Mr.", "Brenn", "on", "Elm", "Dr.", "Marsh"};
  std::vector<WordAnnotation> words(forms.size());
  for (const std::size_t i : {1U, 4U, 6U, 8U}) words[i].upos = Upos::PROPN;
  std::vector<NamedSpan> names = {{4, 5, NameType::Location}};
  name_titled(ArrayWords(forms, words), names);
  CHECK(printed(forms, names) == "Holt/PER; Brenn/LOC");
}

TEST_CASE("storms are no persons") {
  const std::vector<std::string_view> forms = {"Hurricane", "Odette", "came", ".", "Odette", "grew", ".", "Odette", "Marsh", "left"};
  const std::vector<WordAnnotation> words(forms.size());
  std::vector<NamedSpan> names = {{1, 2, NameType::Person}, {4, 5, NameType::Person}, {7, 9, NameType::Person}};
  drop_storms(ArrayWords(forms, words), names);
  CHECK(printed(forms, names) == "Odette Marsh/PER");
  names = {{4, 5, NameType::Person}};
  drop_storms(ArrayWords(forms, words), names);
  CHECK(names.size() == 1);  // the storm itself was not found
}

TEST_CASE("groups of words are found again and damage is refused") {
  std::map<std::uint64_t, WordCluster> words;
  for (std::uint64_t i = 1; i < 3000; ++i) {
    const auto fine = static_cast<std::uint16_t>(i % 1024 + 1);
    words[mix(i)] = {fine, static_cast<std::uint8_t>((fine - 1) / 16 + 1), static_cast<std::uint8_t>(i % 4 + 1)};
  }
  ContainerWriter writer;
  WordClusters::write(words, writer);
  const auto container = Container::from_bytes(writer.finish(), "clusters");
  REQUIRE(container);
  const auto clusters = WordClusters::read(*container);
  REQUIRE(clusters);
  for (const auto& [hash, cluster] : words) {
    const auto found = clusters->of(hash);
    CHECK(found.fine == cluster.fine);
    CHECK(found.coarse == cluster.coarse);
    CHECK(found.written == cluster.written);
  }
  CHECK(clusters->of(mix(77777)).fine == 0);
  ContainerWriter full;
  full.add("entities.clusters", std::vector<std::uint32_t>{1, 2});
  const auto broken = Container::from_bytes(full.finish(), "broken");
  REQUIRE(broken);
  CHECK_FALSE(WordClusters::read(*broken));
}

TEST_CASE("the shipped model finds names") {
  CHECK(names_in("Chancellor Angela Merkel flew to Paris on Monday.") == "Angela Merkel/PER; Paris/LOC");
  CHECK(names_in("").empty());
}

TEST_CASE("a document that is seen piece by piece has the names of the whole") {
  const auto found = names_in(
      "The Elm Valley Water Authority (EVWA) opened an office in Brenn. Hurricane Odette reached the coast near Lisbon. Mr. Tarn and Ana Holt "
      "spoke for EVWA. Odette grew weaker. At Holt's they met A. B. Keane, a lawyer from Oslo, Norway. Brenn is a town, BRENN is small, and "
      "Brenn's mayor likes Lisbon. The EVWA is broke. Law Offices of Ana Holt sued. \"Keane, Rosa\" <r@elm.example> wrote to Holt, Inc. Tarn "
      "left Lisbon for Oslo with Holt and Keane.");
  CHECK(found.find("EVWA/ORG") != std::string::npos);
  CHECK(found.find("Odette") == std::string::npos);
  CHECK(found.find("Tarn/PER") != std::string::npos);
}

TEST_CASE("a name does not reach into the sentence before") {
  const auto made = lists_of({});
  const std::vector<std::string_view> forms = {"Plan", "B.", "Rosa", "Keane", "left"};
  std::vector<WordAnnotation> words(forms.size());
  words[1].upos = Upos::PROPN;
  std::vector<NamedSpan> names = {{2, 4, NameType::Person}};
  settle(ArrayWords(forms, words), 2, 5, made.lists, names);
  CHECK(printed(forms, names) == "Rosa Keane/PER");
  settle(ArrayWords(forms, words), 0, 5, made.lists, names);
  CHECK(printed(forms, names) == "B. Rosa Keane/PER");
}

TEST_CASE("a damaged model is refused") {
  CHECK_FALSE(EntityTagger::load(kModels / "english.model"));
  CHECK_FALSE(EntityTagger::load(kModels / "missing.model"));
}
