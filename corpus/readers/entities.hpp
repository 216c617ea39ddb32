// Character references of HTML and Markdown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::corpus {

// Decodes the reference that `text` begins with ("&amp;", "&#8217;", "&#x2019;"): its size, 0 if there is none or its
// name is not among the usual ones.
std::size_t decode_entity(std::string_view text, std::string& character);

}  // namespace entente::corpus
