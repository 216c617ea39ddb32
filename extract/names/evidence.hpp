// What speaks for the type of a name that neither its words nor the register tell: the words around it, and lists.
// One mention is weak evidence; find_names adds up that of all mentions with the same words.
#pragma once

#include "extract/names/listed_names.hpp"
#include "extract/names/runs.hpp"

namespace entente::extract {

// Points for each reading; 1 hints, 3 says, 5 settles.
struct Evidence {
  int person = 0;
  int place = 0;
  int body = 0;    // an organisation, a party, a group

  Evidence& operator+=(const Evidence& other) {
    person += other.person;
    place += other.place;
    body += other.body;
    return *this;
  }
};

// Of the words around `name` in its sentence: prepositions and what governs them, nouns and verbs beside it, appositions.
Evidence evidence_around(const NameTokens& tokens, const KnownMentions& known, TokenRange sentence, TokenRange name);

// By the kinds that the lists have of a word: it has an everyday meaning and is not better known as the name of a place or
// a person; inside of a longer name, where more people's names are believed, too.
bool is_ordinary(std::uint64_t kinds, bool inside);

// Of the lists that have the whole name, and of its ending; ordinary words have next to none. `keys` are ListedNames::key
// of the name's words.
Evidence evidence_of_lists(const NameTokens& tokens, const ListedNames& lists, TokenRange name, std::span<const std::uint64_t> keys);

}  // namespace entente::extract
