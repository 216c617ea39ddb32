// Metadata fields by name, from JSON members, sidecars, front matter and meta tags.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "corpus/document.hpp"

namespace entente::corpus {

// Sets the field called `name` ("title", "authors" or "author", "published" or "date", "url", "publisher",
// "language" or "lang", "license" or "licence", "id"). False if no field has that name. A value that cannot be
// used (a date that is none, an ill-formed language tag) is a warning and leaves the field as it is.
bool set_field(Metadata& metadata, std::string_view name, const std::vector<std::string>& values, const Place& place,
               Diagnostics& diagnostics);

// What `strong` says, and where it says nothing what `weak` says.
void fill_from(Metadata& strong, Metadata weak);

// "2021-06-15", "2021-06" or "2021" out of an ISO 8601 date or date and time, or out of a date in English
// words; nothing if it is none or no such day exists.
std::optional<std::string> normal_date(std::string_view value);

}  // namespace entente::corpus
