#include "core/base/parallel.hpp"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("ordered_parallel hands results on in input order for any number of threads") {
  for (const unsigned threads : {1U, 2U, 7U}) {
    int next = 0;
    std::vector<int> got;
    ordered_parallel(
        threads, [&]() -> std::optional<int> { return next < 500 ? std::optional<int>(next++) : std::nullopt; },
        [](int value) { return value * value; }, [&](int value) { got.push_back(value); });
    REQUIRE(got.size() == 500);
    for (int i = 0; i < 500; ++i) REQUIRE(got[static_cast<std::size_t>(i)] == i * i);
  }
}
