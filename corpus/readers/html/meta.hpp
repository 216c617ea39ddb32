// What a page says about itself: JSON-LD, meta tags, microdata, link and html elements, in this order of weight.
#pragma once

#include "corpus/document.hpp"
#include "corpus/readers/html/tree.hpp"

namespace entente::corpus::html {

// Unusable values are left out; a page is no place to complain to its reader about.
Metadata metadata_of(const Tree& tree);

// The page's title without the name of the site behind " | " or " - ".
std::string without_site(const std::string& title, const std::string& site);

}  // namespace entente::corpus::html
