// A sidecar of any bytes.
#include "tests/fuzz/read_any.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  entente::tests::read_any("sidecar", {reinterpret_cast<const char*>(data), size});
  return 0;
}
