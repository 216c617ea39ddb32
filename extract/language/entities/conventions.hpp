// What annotators agree on that a word's surroundings do not teach: general rules over the spans found.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/language/entities/document_words.hpp"
#include "extract/language/entities/name_classes.hpp"
#include "extract/language/entities/name_lists.hpp"

namespace entente::language {

// Drops names of other things, single adjectives of places, addresses and names of files; cuts places at commas ("Baltimore,
// MD" is two) and before the region that a known town lies in; leaves titles out of names and takes initials in; lets a company's ending belong to its
// name ("CCNG, Inc."), leaves out the streets of addresses ("12 Elm Road"), and takes a person's possessive with nothing possessed for a house ("at Delmonico's").
// The names are those of one sentence, words [begin, end) of the document: no name reaches out of it, and words behind it are not looked at.
void settle(const DocumentWords& words, std::uint32_t begin, std::uint32_t end, const NameLists& lists, std::vector<NamedSpan>& names);

// A proper noun behind "Mr.", "Dr." or its like that is in no name is a person.
void name_titled(const DocumentWords& words, std::vector<NamedSpan>& names);

// Drops the names of storms: persons' names that follow "Hurricane" or its like somewhere in the document, wherever they stand in it alone.
void drop_storms(const DocumentWords& words, std::vector<NamedSpan>& names);

}  // namespace entente::language
