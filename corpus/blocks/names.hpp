// Lines that give the names of authors.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::corpus {

// Two to five capitalised words (particles such as "van" between them), none of which names an institution, a place
// at large or a kind of text. Honorifics in front are allowed.
bool looks_like_person(std::string_view line);

// The persons of "Jane Roe", "Jane Roe and John Doe", "Jane Roe, John Doe & Ann Poe"; what follows the names after a
// comma ("..., Senior Fellow", "... in Dakar") is left out. Empty if the line begins with no person. Honorifics are
// taken off.
std::vector<std::string> persons_of(std::string_view names);

// True if the line is a byline: "By Jane Roe", "Written by ...", "By AFP", "By our correspondent". `authors` gets the
// persons or the agency, nothing for unnamed ones.
bool parse_byline(std::string_view line, std::vector<std::string>& authors);

}  // namespace entente::corpus
