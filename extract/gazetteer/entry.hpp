// What the gazetteer knows about one thing, as plain values: the text world's form of the register.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.hpp"

namespace entente::extract {

enum class NameKind : std::uint8_t {
  Name,
  Acronym,
  Adjective,  // "Russian"; also combining forms, which end in a hyphen: "Sino-"
  Demonym,    // "Russian" as a person, "Dane"; its plural is understood
  Metonym,    // "Kremlin" of the Government of Russia
  Surname,    // "Putin"
  Title,      // "President" of a post: found by look_up, never matched by itself
};

enum NameFlag : std::uint8_t {
  kAmbiguous = 1,   // also a name of others: believed only with further evidence
  kAnyCase = 2,     // matches in lower case too: "eurozone"
  kAfterThe = 32,   // believed only behind "the": "the West"
  kStrictCase = 16, // also an everyday word: the exact case only, not believed in a line of capitals
  kCombining = 4,   // set by the compiler: must be followed by a hyphen
  kPlural = 8,      // set by the compiler: the plural of a demonym
};

struct EntryName {
  std::string text;
  NameKind kind = NameKind::Name;
  std::uint8_t flags = 0;
};

// A day as year * 10000 + month * 100 + day; month or day 0: not known; 0: open.
using DayNumber = std::int32_t;

enum class LinkKind : std::uint8_t {
  GovernmentOf,  // government -> state
  CapitalOf,     // place -> state
  PostOf,        // post -> state or organisation
  Holds,         // person -> post
  MemberOf,      // anything -> organisation or group
  PartOf,        // place -> place or state, body -> body
  Country,       // anything -> the state it belongs to
};

struct Link {
  LinkKind kind = LinkKind::PartOf;
  std::string target;  // key of another entry
  DayNumber from = 0;
  DayNumber until = 0;  // the last day; 0: still
};

enum class Gender : std::uint8_t { Unknown, Female, Male };

struct Entry {
  std::string key;  // "org/brics"; unique
  EntityType type = EntityType::Other;
  std::vector<EntityType> more_types;
  std::string name;  // preferred; matched too, as a Name
  Gender gender = Gender::Unknown;
  std::vector<EntryName> names;
  std::vector<Link> links;
};

std::string_view name_of(NameKind kind);  // "name", "acronym" ...
bool parse_name_kind(std::string_view text, NameKind& out);
std::string_view name_of(LinkKind kind);  // "governmentOf" ...
bool parse_link_kind(std::string_view text, LinkKind& out);

// The day of an EDTF level 0 date (2021, 2021-06, 2021-06-15); 0 if `text` is not one.
DayNumber parse_day(std::string_view text);

// True if [from, until] holds `day`, unknown parts read generously.
bool holds_on(DayNumber from, DayNumber until, DayNumber day);

}  // namespace entente::extract
