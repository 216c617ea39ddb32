// Products by the tile instructions of newer x86-64 processors (AMX); internal to product.cpp.
#pragma once

#include "extract/language/product.hpp"

namespace entente::language {

// True if processor and operating system let this process use them.
bool amx_available();

// All rows but the last few that are not worth a tile; gives their number (0 if the depth is no multiple of 64).
std::size_t multiply_amx(const std::int8_t* a, std::size_t rows, std::size_t stride, const PackedMatrix& b, std::int32_t* sums);

}  // namespace entente::language
