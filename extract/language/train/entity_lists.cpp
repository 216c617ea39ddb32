// What lists say of words and names: the project's lexicon, the register's labels, the collected names.
#include <algorithm>
#include <filesystem>

#include "corpus/segment/segment.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/features.hpp"
#include "extract/language/entities/name_lists.hpp"
#include "extract/language/train/data.hpp"
#include "extract/language/train/entities.hpp"

namespace entente::language::train {
namespace {

using Bits = std::map<std::uint64_t, std::uint64_t>;

using K = ListKind;

void add_name(Bits& bits, std::string_view name, std::uint64_t kinds) {
  std::vector<std::uint64_t> words;
  for (const auto& t : corpus::segment(name).tokens) words.push_back(word_features(t.span.of(name)).lower);
  if (words.empty() || words.size() > 7) return;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    hash = NameLists::chain(hash, words[i]);
    bits[hash] |= i + 1 < words.size() ? bit(K::Prefix) : kinds;
  }
}

Result<Done> add_lexicon(Bits& bits, const std::string& folder, const char* file, K kind) {
  auto bytes = read_file(folder + "/" + file);
  if (!bytes) return bytes.error();
  const auto lines = lines_of(*bytes);
  for (std::string line; lines(line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto word = line.substr(0, line.find('\t'));
    if (word.find(' ') == std::string::npos) bits[NameLists::chain(0, word_features(word).lower)] |= bit(kind);
  }
  return Done{};
}

// The labels of one file of the register, which is written one subject a block and one predicate a line.
void add_register(Bits& bits, std::string_view text) {
  std::uint64_t type = 0;
  const auto lines = lines_of(text);
  for (std::string line; lines(line);) {
    if (line.empty() || line[0] == '@' || line[0] == '#') continue;
    if (line[0] != ' ') {
      const auto says = [&](std::string_view word) { return line.find(word) != std::string::npos; };
      type = says("ent:Person") ? bit(K::OwnPerson) : says("ent:State ") || says("ent:Place") ? bit(K::OwnLocation)
             : says("ent:Post") || says("Membership") ? 0
             : says("ent:Work") || says("ent:Election") || says("Ideology") || says("Event") || says("ActorGroup") ? bit(K::OwnOther)
             : bit(K::OwnOrganization);
    }
    const bool label = line.find("skos:prefLabel") != std::string::npos || line.find("skos:altLabel") != std::string::npos ||
                       line.find("ent:acronym") != std::string::npos;
    const bool adjective = line.find("ent:adjective") != std::string::npos || line.find("ent:demonym") != std::string::npos;
    if (type == 0 || (!label && !adjective)) continue;
    for (std::size_t at = line.find('"'); at != std::string::npos;) {
      const auto end = line.find('"', at + 1);
      if (end == std::string::npos) break;
      add_name(bits, std::string_view(line).substr(at + 1, end - at - 1), adjective ? bit(K::OwnAdjective) : type);
      at = line.find('"', end + 1);
    }
  }
}

// Lines "kind<tab>name" of scripts/make-entity-names.
Result<Done> add_collected(Bits& bits, const std::string& path) {
  constexpr std::pair<std::string_view, K> kinds[] = {
      {"given-common", K::GivenCommon}, {"given", K::Given}, {"surname-common", K::SurnameCommon}, {"surname-mid", K::SurnameMid},
      {"surname", K::Surname}, {"name", K::AnyName}, {"city-large", K::CityLarge}, {"city", K::City}, {"city-small", K::CitySmall},
      {"country", K::Country}, {"region", K::Region}, {"region-code", K::RegionCode}, {"county", K::County}, {"airport", K::Airport},
      {"org", K::Organization}, {"exchange", K::Organization}, {"brand", K::Brand}, {"venue", K::Venue}, {"team", K::Team},
      {"person", K::Person}, {"place", K::Place}, {"event", K::Event}, {"other", K::Other}, {"work", K::Other},
      {"word", K::OrdinaryWord}, {"demonym", K::Demonym}, {"actor", K::Actor},
  };
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  const auto lines = lines_of(*bytes);
  for (std::string line; lines(line);) {
    const auto tab = std::min(line.find('\t'), line.size() - 1);
    for (const auto& [name, kind] : kinds) {
      if (name == std::string_view(line).substr(0, tab)) add_name(bits, std::string_view(line).substr(tab + 1), bit(kind));
    }
  }
  return Done{};
}

}  // namespace

Result<Bits> read_lists(const std::string& lexicon, const std::string& names, const std::string& collected) {
  constexpr std::pair<const char*, K> files[] = {
      {"given-names.txt", K::Given}, {"titles.txt", K::Title}, {"organization-heads.txt", K::OrganizationHead},
      {"place-heads.txt", K::PlaceHead}, {"person-nouns.txt", K::PersonNoun}, {"group-nouns.txt", K::GroupNoun},
      {"peoples-and-religions.txt", K::People}, {"event-heads.txt", K::EventHead}, {"work-heads.txt", K::WorkHead},
  };
  Bits bits;
  for (const auto& [file, kind] : files) {
    if (auto done = add_lexicon(bits, lexicon, file, kind); !done) return done.error();
  }
  for (const char* day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
                          "may", "june", "july", "august", "september", "october", "november", "december"}) {
    bits[NameLists::chain(0, word_features(day).lower)] |= bit(K::Calendar);
  }
  if (!collected.empty()) {
    if (auto done = add_collected(bits, collected); !done) return done.error();
  }
  std::vector<std::string> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(names, error)) {
    if (entry.path().extension() == ".ttl") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    add_register(bits, *bytes);
  }
  return bits;
}

}  // namespace entente::language::train
