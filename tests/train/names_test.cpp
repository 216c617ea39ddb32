// What the entity tagger learns from: names that stand off from a treebank, groups of words.
#include <unistd.h>

#include <doctest/doctest.h>

#include <filesystem>

#include "core/base/file.hpp"
#include "extract/language/train/entities.hpp"
#include "extract/language/train/word_clusters.hpp"

using namespace entente;
using namespace entente::language;
using namespace entente::language::train;

namespace {

std::string written(const std::string& name, const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() / ("entente-names-test-" + std::to_string(::getpid()) + name);
  REQUIRE(write_file(path.string(), text));
  return path.string();
}

const std::string kTreebank =
    "# newdoc id = a\n# sent_id = a-1\n1\tRosa\trosa\tPROPN\t_\t_\t0\troot\t_\t_\n2\tHolt\tholt\tPROPN\t_\t_\t1\tflat\t_\t_\n\n"
    "# sent_id = a-2\n1\tOslo\toslo\tPROPN\t_\t_\t0\troot\t_\t_\n\n";

}  // namespace

TEST_CASE("names that stand off from a treebank are found by sentence") {
  const auto treebank = written("t", kTreebank);
  const auto names = written("n", "# a comment\na-1\t1-2:PER\n");
  const auto read = read_stand_off(treebank, names);
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  CHECK((*read)[0].new_document);
  REQUIRE((*read)[0].names.size() == 1);
  CHECK((*read)[0].names[0].last == 2);
  CHECK((*read)[0].names[0].type == NameType::Person);
  CHECK((*read)[1].names.empty());
  CHECK_FALSE((*read)[1].new_document);
  for (const char* wrong : {"a-1\t1-3:PER\n", "a-1\t0-1:PER\n", "a-1\t2-1:PER\n", "a-1\tPER\n"}) {
    CHECK_FALSE(read_stand_off(treebank, written("w", wrong)));
  }
  CHECK_FALSE(read_stand_off(treebank, treebank + ".missing"));
  for (const char* name : {"t", "n", "w"}) std::filesystem::remove(std::filesystem::temp_directory_path() / ("entente-names-test-" + std::to_string(::getpid()) + name));
}

TEST_CASE("words used alike come into one group") {
  Vectors vectors;
  vectors.dim = 6;  // two numbers that group, four of writing
  for (std::uint64_t i = 0; i < 4000; ++i) {
    vectors.words.push_back(i * 1000003);
    const float side = i % 2 == 0 ? 1.0F : -1.0F;
    vectors.rows.insert(vectors.rows.end(), {side, 0.001F * static_cast<float>(i % 7), i % 2 == 0 ? -0.8F : 0.8F, 0, 0, 0});
  }
  const auto groups = cluster_words(vectors, 1);
  REQUIRE(groups.size() == 4000);
  CHECK(groups.at(0).coarse != groups.at(1000003).coarse);
  CHECK(groups.at(0).written == 1);
  CHECK(groups.at(1000003).written == 4);
  for (const auto& [hash, group] : groups) {
    CHECK(group.fine > 0);
    CHECK((group.fine - 1) / 16 + 1 == group.coarse);
  }
  const auto again = cluster_words(vectors, 1);
  CHECK(again.at(2000006).fine == groups.at(2000006).fine);
}
