// JSON with places: every value knows its byte offset, so that a loader can point at it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.hpp"

namespace entente::extract::rules {

// RFC 8259. Numbers are kept as doubles; members keep their order; a key twice is an error.
struct Json {
  enum class Kind : std::uint8_t { Null, Bool, Number, String, Array, Object };
  Kind kind = Kind::Null;
  std::size_t offset = 0;       // of the first byte; of the opening quotation mark for strings
  bool boolean = false;
  bool escaped = false;         // the string holds an escape, so columns inside it are not those of the file
  double number = 0;
  std::string text;             // of a string
  std::string pointer;          // RFC 6901
  std::vector<Json> items;      // of an array, or the values of an object
  std::vector<std::string> keys;
  std::vector<std::size_t> key_offsets;

  // The member's value, or null.
  const Json* find(std::string_view key) const;
};

// At most 32 levels deep. The error's place has line and column.
Result<Json> parse_json(std::string_view text, const std::string& file);

// Line and column (bytes, from 1) of an offset.
Place place_at(std::string_view text, std::size_t offset, const std::string& file, const std::string& pointer = {});

}  // namespace entente::extract::rules
