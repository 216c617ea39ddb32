// Closed classes of English words that more than one stage asks for.
#pragma once

#include <initializer_list>

namespace entente::extract {

// Prepositions of the place where somebody is, which hardly stand before somebody: "those in Brussels".
inline constexpr std::initializer_list<const char*> kLocatives = {"in", "at", "near", "inside", "outside", "across", "throughout"};

// Days that stand alone behind a phrase: "told reporters Tuesday".
inline constexpr std::initializer_list<const char*> kDays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                                                             "today", "yesterday", "tomorrow", "tonight"};

// Heads of phrases that say when: "told reporters this week".
inline constexpr std::initializer_list<const char*> kTimeNouns = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
                                                                  "march", "april", "june", "july", "august", "september", "october", "november", "december",
                                                                  "today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening", "night", "day",
                                                                  "week", "weekend", "month", "year", "decade", "hours", "days", "weeks", "months", "years"};

// Words that no verb loses to a noun phrase behind it: "carried out attacks", "set up a committee".
inline constexpr std::initializer_list<const char*> kParticles = {"out", "up", "away", "back"};

}  // namespace entente::extract
