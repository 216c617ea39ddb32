#include "extract/language/kernel.hpp"

#include <algorithm>
#include <atomic>

#include "extract/language/product_amx.hpp"

namespace entente::language {
namespace {

Kernel find_kernel() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq")) {
    return amx_available() ? Kernel::Amx : Kernel::Avx512Vnni;
  }
  if (__builtin_cpu_supports("avx2")) return Kernel::Avx2;
#endif
  return Kernel::Plain;
}

std::atomic<Kernel>& chosen() {
  static std::atomic<Kernel> kernel{best_kernel()};
  return kernel;
}

}  // namespace

Kernel best_kernel() {
  static const Kernel kernel = find_kernel();
  return kernel;
}

Kernel kernel_in_use() { return chosen().load(std::memory_order_relaxed); }
void use_kernel(Kernel kernel) { chosen().store(std::min(kernel, best_kernel())); }

std::string_view kernel_name(Kernel kernel) {
  if (kernel == Kernel::Amx) return "amx";
  return kernel == Kernel::Avx512Vnni ? "avx512vnni" : kernel == Kernel::Avx2 ? "avx2" : "plain";
}

}  // namespace entente::language
