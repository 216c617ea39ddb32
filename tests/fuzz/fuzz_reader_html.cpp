// The html reader on any bytes: a document that holds together or one diagnostic.
#include "tests/fuzz/read_any.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  entente::tests::read_any("html", {reinterpret_cast<const char*>(data), size});
  return 0;
}
