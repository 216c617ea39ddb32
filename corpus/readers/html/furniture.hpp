// Elements that hold page furniture or bylines, by what their markup says.
#pragma once

#include <cstdint>

#include "corpus/readers/html/tree.hpp"

namespace entente::corpus::html {

enum class Part : std::uint8_t {
  Content,
  Hidden,     // never shown: scripts, templates, hidden elements
  Furniture,  // by element or role: nav, aside, footer, form
  Suspect,    // by class or id: "sidebar", "share", "related"; furniture unless it holds the article
  Byline,     // by class, rel or element: author, date
  Biography,  // by class: "author-bio"
  Caption,
};

Part part_of(const GumboNode* element);

// True if text before and after the element is not on one line.
bool breaks_lines(const GumboNode* element);

}  // namespace entente::corpus::html
