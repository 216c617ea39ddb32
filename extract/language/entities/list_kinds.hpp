// What the tagger's lists say of a word or of a whole name: one bit a kind, 64 at most.
#pragma once

#include <cstdint>

namespace entente::language {

enum class ListKind : std::uint8_t {
  GivenCommon, Given, SurnameCommon, SurnameMid, Surname, AnyName,  // by how many people bear it; of many countries
  CityLarge, City, CitySmall, Country, Region, RegionCode, County, Airport,
  Organization, Brand, Venue, Team, Person, Place, Event, Other,
  OrdinaryWord, Demonym, Actor,
  Prefix,  // begins a longer name
  Title, OrganizationHead, PlaceHead, PersonNoun, GroupNoun, People, EventHead, WorkHead, Calendar,
  OwnPerson, OwnOrganization, OwnLocation, OwnAdjective, OwnOther,  // of the project's register
  Count,
};
static_assert(static_cast<int>(ListKind::Count) <= 64);

constexpr std::uint64_t bit(ListKind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }
template <typename... Kinds>
constexpr std::uint64_t bits_of(Kinds... kinds) {
  return (bit(kinds) | ...);
}

namespace lists {
inline constexpr auto kPersons = bits_of(ListKind::Person, ListKind::OwnPerson);
inline constexpr auto kOrganizations = bits_of(ListKind::Organization, ListKind::Brand, ListKind::Venue, ListKind::Team, ListKind::OwnOrganization);
inline constexpr auto kPlaces = bits_of(ListKind::CityLarge, ListKind::City, ListKind::CitySmall, ListKind::Country, ListKind::Region,
                                        ListKind::RegionCode, ListKind::County, ListKind::Airport, ListKind::Place, ListKind::OwnLocation);
inline constexpr auto kOthers = bits_of(ListKind::Event, ListKind::Other, ListKind::OwnOther, ListKind::OwnAdjective, ListKind::Demonym);
}  // namespace lists

}  // namespace entente::language
