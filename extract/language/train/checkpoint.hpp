// Networks in floats, on disk.
#pragma once

#include <string>

#include "core/base/result.hpp"
#include "extract/language/train/catalogue.hpp"
#include "extract/language/train/network.hpp"

namespace entente::language::train {

struct Checkpoint {
  Network network;
  Catalogue catalogue;
};

Result<Done> write_checkpoint(const std::string& path, const Network& network, const Catalogue& catalogue);
Result<Checkpoint> read_checkpoint(const std::string& path);

}  // namespace entente::language::train
