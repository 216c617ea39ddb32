// Words that tell what a name names: given names, titles, nouns that head the names of bodies, places, events.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostics.hpp"

namespace entente::extract {

class Vocabulary;

// What a word can be inside or beside a name. Words may have several.
enum WordClass : std::uint64_t {
  kGiven = 1ULL << 0,          // a given name
  kHonorific = 1ULL << 1,      // Mr, Dr
  kNoble = 1ULL << 2,          // Sir, King: stays part of the name in some uses
  kTitle = 1ULL << 3,          // President, Gen.
  kTitleModifier = 1ULL << 4,  // Prime, Foreign, Deputy before a title
  kParticle = 1ULL << 5,       // de, van, al
  kPartyNoun = 1ULL << 6,      // Party
  kPartyHead = 1ULL << 7,      // Union, Front: of a party if a party word stands with it
  kPartyWord = 1ULL << 8,      // Democratic, Socialist
  kAdherent = 1ULL << 9,       // Republican, Socialists: members of parties and movements
  kFaith = 1ULL << 10,         // Muslim, Kurds: groups by religion or descent
  kIdeology = 1ULL << 11,      // communism
  kOrgHead = 1ULL << 12,       // Council, Association
  kMinistry = 1ULL << 13,
  kUniversity = 1ULL << 14,
  kCompany = 1ULL << 15,
  kMedia = 1ULL << 16,
  kMilitary = 1ULL << 17,
  kCourt = 1ULL << 18,
  kParliament = 1ULL << 19,
  kPlaceHead = 1ULL << 20,     // Province, River
  kPlaceBefore = 1ULL << 21,   // Lake, Mount
  kEventHead = 1ULL << 22,     // War, Summit
  kElectionHead = 1ULL << 23,
  kWorkHead = 1ULL << 24,      // Treaty, Act
  kMonth = 1ULL << 25,
  kWeekday = 1ULL << 26,
  kElectionWord = 1ULL << 27,  // general, federal, before "election"
  kFunction = 1ULL << 28,      // begins sentences without being a name
  kSaying = 1ULL << 29,        // said, argues
  kPolitics = 1ULL << 30,      // words around politicians
  kNotPolitics = 1ULL << 31,   // words around other people
  kPersonNoun = 1ULL << 32,    // singular nouns of people: "analyst"
  kGroupNoun = 1ULL << 33,     // plural and collective nouns of actors: "officials", "rebels"
  kBodyNoun = 1ULL << 34,      // common nouns of bodies: "government", "ministry"
  kPlaceNoun = 1ULL << 35,     // common nouns of places: "city", "border"
  kFemale = 1ULL << 36,        // of given names and titles that say so
  kMale = 1ULL << 37,
  kEveryday = 1ULL << 38,      // a given name that is also a word or a place: "Grace", "Victoria"
  kMotion = 1ULL << 39,        // moved, trip: before "to" and a place
  kPlaceCue = 1ULL << 40,      // village, residents, airport: before "of" and a place, or behind a place
  kBodyCue = 1ULL << 41,       // members, fighters, company: before "of" and a body, or behind a body
  kPlaceVerb = 1ULL << 42,     // captured, reached: their object is a place
  kPersonVerb = 1ULL << 43,    // told, met: their object is a person
  kHeadFirst = 1ULL << 44,     // Movimiento, Agence: heads that stand first
  kPlaceFirst = 1ULL << 45,    // Lake, Jebel: stand before the name of a place
  kPersonAct = 1ULL << 47,     // resigned, elected: behind a person
  kAbbreviated = 1ULL << 48,   // GDP, HIV: common nouns in capitals
  kPlacePreposition = 1ULL << 49,  // in, near, northern: before a place
  kShip = 1ULL << 46,          // HMS: stands before the name of a ship
  kNameHeads = kPartyNoun | kPartyHead | kOrgHead | kMinistry | kUniversity | kCompany | kMedia | kMilitary | kCourt | kParliament,
};

// What the lexicon knows of one spelling of a vocabulary (words_of).
struct NameWord {
  std::uint64_t classes = 0;
  std::uint64_t hash = 0;      // of the folded spelling
};

class NameLexicon {
 public:
  // Reads every table the stage knows in the lexicon folder; missing optional ones are fine, a broken line is told.
  static NameLexicon load(const std::filesystem::path& folder, Diagnostics& diagnostics);

  // Adds classes to a word, by its folded spelling (fold_units without cuts: "Sen." as "sen").
  void add(std::string_view folded, std::uint64_t classes);
  // The classes of a folded word; 0 if unknown.
  std::uint64_t classes(std::string_view folded) const { return classes(folded, slot_of(folded)); }
  std::size_t size() const { return used_; }
  // One row for each symbol.
  std::vector<NameWord> words_of(const Vocabulary& vocabulary) const;

 private:
  struct Slot {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;  // 0: free
    std::uint64_t classes = 0;
  };
  std::uint64_t classes(std::string_view folded, std::size_t slot) const;
  std::size_t slot_of(std::string_view folded) const;
  void grow();
  void read_table(const std::filesystem::path& file, Diagnostics& diagnostics);
  void read_list(const std::filesystem::path& file, std::uint64_t classes, Diagnostics& diagnostics);
  void add_item(std::string_view line, std::uint64_t classes, bool plurals);

  std::string text_;
  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::size_t used_ = 0;
};

}  // namespace entente::extract
