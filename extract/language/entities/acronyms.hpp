// Names that a document shortens: "Elm Valley Water Authority (EVWA)".
#pragma once

#include <vector>

#include "extract/language/entities/document_words.hpp"
#include "extract/language/entities/name_classes.hpp"
#include "extract/language/entities/name_lists.hpp"

namespace entente::language {

// Where capitals in brackets are the initials of the words before them, and those words were found as a name, or hold a word that heads
// names of organisations, or the capitals were found as an organisation somewhere, both are names of one type: the words get the span from their
// first initial on, the capitals theirs wherever the document has them. Time is linear but for the sorting of names.
void name_acronyms(const DocumentWords& words, const NameLists& lists, std::vector<NamedSpan>& names);

// Names of the same words get the type that most of them have in the document; where two types are as frequent, all stay.
void agree_on_types(const DocumentWords& words, std::vector<NamedSpan>& names);

// A name of one word with a capital that was found at least twice in the document, and at more places than it was passed over, is one at those, too.
void find_passed_over(const DocumentWords& words, std::vector<NamedSpan>& names);

}  // namespace entente::language
