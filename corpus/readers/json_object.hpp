// The string members of one JSON object, read without building a tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "core/base/result.hpp"

namespace entente::corpus {

struct JsonMember {
  std::string name;
  std::vector<std::string> values;  // a string or number; the strings of an array; "name" of its objects
  bool usable = true;               // false: null, boolean, object or a mixture
};

// The members of the object that `json` (UTF-8) must be, in order; of two with one name the last counts.
// The error's place is `place` with the column, in bytes, where the JSON breaks. Nested values cost no stack.
Result<std::vector<JsonMember>> read_json_object(std::string_view json, const Place& place);

}  // namespace entente::corpus
