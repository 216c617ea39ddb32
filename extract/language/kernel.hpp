// The instruction sets that the network's whole numbers can be computed with. All give the same numbers.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::language {

// Each needs those before it.
enum class Kernel : std::uint8_t { Plain, Avx2, Avx512Vnni, Amx };

// The best one of this machine.
Kernel best_kernel();
// What is used: best_kernel(), or the lower one that a test asked for.
Kernel kernel_in_use();
// For tests and benchmarks, while no other thread works: uses `kernel` or the best one below it from now on.
void use_kernel(Kernel kernel);
std::string_view kernel_name(Kernel kernel);

}  // namespace entente::language
