// schema.org articles in JSON-LD.
#pragma once

#include <string_view>

#include "corpus/document.hpp"

namespace entente::corpus::html {

// The first node of a type that ends in "Article", "Posting", "Report" or the like, also below "@graph" or in a list.
// Broken JSON gives nothing.
Metadata read_json_ld(std::string_view json);

}  // namespace entente::corpus::html
