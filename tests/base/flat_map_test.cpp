#include "core/base/flat_map.hpp"

#include <doctest/doctest.h>

#include <map>

TEST_CASE("flat map: agrees with std::map over many keys") {
  entente::FlatMap<std::uint32_t> flat;
  std::map<std::uint64_t, std::uint32_t> plain;
  std::uint64_t key = 1;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    key = key * 6364136223846793005ULL + 1442695040888963407ULL;
    const std::uint64_t at = i % 3 == 0 ? key : (key >> 52U) << 32U;  // some come again, some differ in high bits only
    CHECK(flat[at] == plain[at]);
    flat[at] = plain[at] = i;
  }
  for (const auto& [at, value] : plain) CHECK(flat[at] == value);
  CHECK(flat[0] == plain[0]);
}
