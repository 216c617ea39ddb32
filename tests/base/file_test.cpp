#include "core/base/file.hpp"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("AtomicFile publishes whole files only") {
  const auto folder = std::filesystem::temp_directory_path() / "entente-file-test";
  std::filesystem::create_directories(folder);
  const auto path = folder / "a.txt";
  REQUIRE(write_file(path, "old").ok());
  {
    AtomicFile file(path);
    file.write("new, never committed");
  }
  CHECK(*read_file(path) == "old");
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
  std::filesystem::remove_all(folder);
}

TEST_CASE("a full disk is reported by commit") {
  if (!std::filesystem::exists("/dev/full")) return;
  CHECK(!write_file("/nonexistent-folder/x", "data").ok());
  CHECK(read_file("/nonexistent").error().code == Code::IoOpen);
  CHECK(read_file("/dev/zero", 100000).error().code == Code::IoTooLarge);
}
