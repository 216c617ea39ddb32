// Which earlier mention a later one repeats, inside one document.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/deprel.hpp"
#include "extract/gazetteer/gazetteer.hpp"
#include "extract/resolve/entities.hpp"
#include "extract/resolve/stages.hpp"
#include "extract/text_map.hpp"

namespace entente::extract {

struct Pronoun;  // pronouns.cpp

// One part a file: names.cpp, short_names.cpp, offices.cpp, coordinations.cpp, groups.cpp, governments.cpp, appositions.cpp, possessed.cpp, descriptors.cpp,
// pronouns.cpp.
// Mentions are taken in text order; each part sets `entity` where it is sure enough and leaves the rest.
class Coreference {
 public:
  Coreference(const Gazetteer& gazetteer, const EntityStages& stages, Analysis& analysis, EntityTable& table);

  // Names: full ones first, then surnames, acronyms and shortened forms of them.
  void link_names();
  // Posts beside a name stay posts; "the Russian president" alone is whoever held the post on the document's day.
  void link_offices();
  // Descriptors and pronouns, in one pass over the text.
  void link_references();

 private:
  // names.cpp
  void link_full_name(MentionCandidate& mention, std::size_t index);
  void link_person(MentionCandidate& mention);
  void link_acronym(MentionCandidate& mention, std::size_t index);
  void remember_person(Id person, const MentionCandidate& mention);
  void define_acronyms();

  // short_names.cpp
  bool heads_name(const MentionCandidate& mention, std::uint32_t first, std::uint32_t last) const;
  const MentionCandidate* long_name(std::size_t index, std::uint32_t first, std::uint32_t last) const;
  bool link_short_name(MentionCandidate& mention, std::size_t index);
  void add_short_names();

  // offices.cpp
  bool names_holder(std::size_t index) const;
  Id holder_of(const MentionCandidate& mention);
  bool has_title(Id person, std::string_view title) const;
  Id person_with_title(std::string_view title, std::size_t before);
  const std::vector<std::string>& held_titles(EntryIndex person);
  Id office_holder(const MentionCandidate& mention, std::string_view title);

  // coordinations.cpp
  static constexpr std::size_t kNoMention = SIZE_MAX;
  enum class Standing : std::uint8_t { Place = 1, Other = 2, Subject = 4, Between = 6 };
  struct Coordination {
    std::uint32_t first = 0, last = 0;  // tokens
    Standing standing = Standing::Other;
    std::vector<std::size_t> members;   // positions in a_.mentions, at least two
  };
  void find_coordinations();
  std::size_t headed_before(std::size_t index, std::uint32_t token) const;
  bool goes_on_describing(const MentionCandidate& mention) const;
  std::size_t conjunct_before(std::size_t index) const;
  std::size_t mention_beside(std::size_t index) const;
  Standing standing_of(const MentionCandidate& left, const MentionCandidate& right) const;
  std::vector<Id> members_of(const Coordination& joint, bool states);
  Id group_of(std::vector<Id> members);
  Id coordinated_in(std::uint32_t s, const MentionCandidate& mention, std::size_t count, std::uint32_t latest = UINT32_MAX);

  // groups.cpp
  enum class Counted : std::uint8_t { None, States, People, Any };
  bool possessive(std::uint32_t token) const;
  Counted counted_noun(std::uint32_t token) const;
  std::size_t count_of(const MentionCandidate& mention) const;
  std::vector<Id> salient(std::uint32_t here, std::uint32_t before, std::size_t count, Counted kind);
  std::vector<Id> last_two(std::size_t index);
  std::vector<Id> only_two(std::uint32_t s);
  Id counted_group(const MentionCandidate& mention, std::size_t index);
  Id two_before(const MentionCandidate& mention);

  // governments.cpp
  EntryIndex government_of(EntryIndex state) const;
  EntryIndex state_within(const MentionCandidate& mention, std::size_t index) const;
  Id government(const MentionCandidate& mention, std::size_t index);

  // appositions.cpp
  bool closes_apposition(std::uint32_t token) const;
  std::uint32_t behind_description(const MentionCandidate& mention) const;
  Id named_by_apposition(const MentionCandidate& mention, std::size_t index) const;

  // possessed.cpp
  EntryIndex possessing_state(const MentionCandidate& mention, std::size_t index) const;
  EntryIndex possessed(const MentionCandidate& mention, std::size_t index) const;
  EntryIndex other_owner(const MentionCandidate& mention, std::size_t index) const;
  Id possessed_body(const MentionCandidate& mention, std::size_t index);

  // descriptors.cpp
  void link_descriptor(std::size_t index);
  Id repeated(const MentionCandidate& mention);
  Id earlier_body(const MentionCandidate& mention, std::size_t before) const;

  // pronouns.cpp
  void add_pronouns();
  std::uint32_t counted_behind(std::uint32_t t) const;
  MentionCandidate counted(std::uint32_t number, std::uint32_t noun) const;
  Id antecedent(std::size_t index);
  bool argue_together(const MentionCandidate& candidate, const MentionCandidate& object) const;
  bool agrees(const Pronoun& pronoun, const MentionCandidate& candidate) const;

  std::string_view text(const MentionCandidate& mention) const { return a_.span(mention.first, mention.last).of(a_.text()); }
  std::string lower(std::uint32_t token) const;
  // The words folded, in space that the next call uses again.
  std::string_view folded(std::string_view words);
  bool related(std::uint32_t token, Deprel relation) const { return a_.words[token].deprel == static_cast<std::uint8_t>(relation); }
  std::uint32_t sentence(std::uint32_t token) const { return a_.words[token].sentence; }
  // Mentions of the sentences [from, to], as positions in a_.mentions.
  std::size_t first_mention_of(std::uint32_t sentence) const;
  bool is_state_like(const MentionCandidate& mention) const;
  EntryIndex state_of(Id entity) const;

  const Gazetteer& gazetteer_;
  const EntityStages& stages_;
  Analysis& a_;
  EntityTable& table_;
  DayNumber day_ = 0;
  std::vector<Coordination> joint_;       // by their first token
  Id last_pair_ = kNoId;
  std::uint32_t last_pair_sentence_ = 0;
  Id last_government_ = kNoId;  // of the register, spoken of by a description
  TextMap<Id> persons_;      // folded last (or only given) name -> the last person so named
  TextMap<Id> acronyms_;
  TextMap<Id> descriptors_;  // type and words of a descriptor
  std::string key_;
  std::map<EntryIndex, std::vector<std::string>> held_;  // see held_titles
  std::vector<std::pair<Id, std::uint32_t>> titles_;  // persons, each with the words that stand beside the names of it
};

}  // namespace entente::extract
