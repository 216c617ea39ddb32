#include "extract/language/container.hpp"

#include <doctest/doctest.h>

#include <cstring>

using namespace entente;
using language::Container;
using language::ContainerWriter;

namespace {

std::string sample() {
  ContainerWriter writer;
  writer.add("numbers", std::vector<std::int32_t>{1, -2, 3});
  writer.add_bytes("words", language::pack_strings({"alpha", "", "Ωmega"}));
  writer.add("empty", std::vector<std::uint64_t>{});
  return writer.finish();
}

}  // namespace

TEST_CASE("a container gives back what was written") {
  const auto bytes = sample();
  auto container = Container::from_bytes(bytes, "sample");
  REQUIRE(container);
  auto numbers = container->get<std::int32_t>("numbers", 3);
  REQUIRE(numbers);
  CHECK((*numbers)[1] == -2);
  auto words = language::read_strings(*container, "words");
  REQUIRE(words);
  CHECK(*words == std::vector<std::string>{"alpha", "", "Ωmega"});
  CHECK(container->get<std::uint64_t>("empty")->empty());
  CHECK(container->sections() == std::vector<std::string>{"numbers", "words", "empty"});
  CHECK(sample() == bytes);
}

TEST_CASE("missing sections and wrong sizes are refused") {
  auto container = Container::from_bytes(sample(), "sample");
  REQUIRE(container);
  auto missing = container->get<char>("verbs");
  REQUIRE_FALSE(missing);
  CHECK(to_string(missing.error()) == "sample: error[LX002]: Model section 'verbs' is unusable: it is missing");
  CHECK_FALSE(container->get<std::uint64_t>("numbers"));
  CHECK_FALSE(container->get<std::int32_t>("numbers", 4));
  CHECK_FALSE(language::read_strings(*container, "numbers"));
}

TEST_CASE("every damaged byte and every length is refused") {
  const auto good = sample();
  for (std::size_t i = 0; i < good.size(); ++i) {
    if (i >= 36 && i < 64) continue;  // unused part of the header
    auto bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x10);
    auto container = Container::from_bytes(bad, "bad");
    CHECK_MESSAGE(!container, "byte " << i);
  }
  for (std::size_t size = 0; size < good.size(); ++size) CHECK_FALSE(Container::from_bytes(good.substr(0, size), "cut"));
  CHECK_FALSE(Container::from_bytes(good + "x", "long"));
}

TEST_CASE("the message says what is wrong and where") {
  auto bytes = sample();
  bytes[8] = 9;
  CHECK(to_string(Container::from_bytes(bytes, "m").error()) ==
        "m: error[LX001]: Model file is damaged at byte 8: version 9 is not the version 1 that this program reads");
  bytes = sample();
  std::swap(bytes[12], bytes[15]);
  std::swap(bytes[13], bytes[14]);
  CHECK(Container::from_bytes(bytes, "m").error().message == "Model file is damaged at byte 12: it was written for another byte order");
}
