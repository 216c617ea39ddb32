// Words that carry a full stop of their own, and the words that start sentences.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::corpus {

enum class Abbreviation : std::uint8_t {
  None,
  Title,     // a name follows: Mr., Gen., Sen.; never ends a sentence
  Inner,     // something follows: e.g., i.e., vs., cf.; never ends a sentence
  Numbered,  // an abbreviation before a number only: No., p., vol.; else an ordinary word
  Month,     // Jan., Sept., Mon.; ends a sentence only before a capital that is no number
  Final,     // may end a sentence: Inc., etc., Jr., U.S., a.m.
  Capital,   // as Final, but only when written with a capital: Mass., Ore., Pa.
};

// `lower`: the letters before the full stop in ASCII lower case. `capital`: whether the first was a capital.
Abbreviation abbreviation(std::string_view lower, bool capital);

// Words that, capitalised after a doubtful full stop, almost always begin a sentence (the, he, but, ...).
bool starts_sentence(std::string_view lower);

// Prefixes that stay with what follows their hyphen (UD English: non-, anti-, re-, ...).
bool is_bound_prefix(std::string_view lower);

// Units and scales that are cut from the number they are written to (5kg, 3M, 7pm).
bool is_unit(std::string_view lower);

// Last labels of host names and common file endings, without the full stop.
bool is_domain_ending(std::string_view lower);

// Verbs that report speech, in the forms that follow a quotation (said, asks, ...).
bool is_speech_verb(std::string_view lower);

// Names of weekdays and months, in full.
bool is_day_or_month(std::string_view lower);

}  // namespace entente::corpus
