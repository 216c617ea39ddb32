// What extraction finds in one document: the contract of EXTRACTION.md as values.
// Spans are bytes of Document::text; ids are positions in the vectors of one Extraction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/span.hpp"

namespace entente::extract {

enum class EntityType : std::uint8_t {
  None,
#define ENTENTE_TYPE(name, parent) name,
#include "extract/entity_types.def"
#undef ENTENTE_TYPE
};

std::string_view name_of(EntityType type);                       // "InternationalOrganization"
std::optional<EntityType> entity_type_of(std::string_view name);
EntityType parent_of(EntityType type);                           // None for a root
bool is_a(EntityType type, EntityType ancestor);                 // reflexive, transitive

enum class MentionForm : std::uint8_t { Name, Acronym, Metonym, Adjective, Descriptor, Pronoun };
enum class Polarity : std::uint8_t { Positive, Negative };
// How sure the text is that an event is real (MODEL.md).
enum class Factuality : std::uint8_t { Certain, Probable, Possible, Hypothetical, Improbable, Attempted };
enum class Modality : std::uint8_t { Certain, Probable, Possible, Hypothetical, Future, Deontic, Intention };
enum class ClaimKind : std::uint8_t { Direct, Mixed, Indirect };
enum class Attitude : std::uint8_t { Speech, Belief, Perception, Aim };
enum class Stance : std::uint8_t { Positive, Neutral, Negative };
enum class RelationStatus : std::uint8_t { Asserted, Claimed };
enum class DateBasis : std::uint8_t { Explicit, InferredFromPublicationDate, Relative, MonthOnly, None };

// Lower-case names as in the contract: "metonym", "inferred-from-publication-date" ...
std::string_view name_of(MentionForm value);
std::string_view name_of(Polarity value);
std::string_view name_of(Factuality value);
std::string_view name_of(Modality value);
std::string_view name_of(ClaimKind value);
std::string_view name_of(Attitude value);
std::string_view name_of(Stance value);
std::string_view name_of(RelationStatus value);
std::string_view name_of(DateBasis value);

using Id = std::uint32_t;
inline constexpr Id kNoId = UINT32_MAX;

// Position of the rule (or named stage, such as "coreference-pronoun") in the RuleCatalogue of the run.
using RuleRef = std::uint16_t;

struct Mention {
  Span span;
  Span head;                      // inside span; the words that carry the name
  MentionForm form = MentionForm::Name;
  std::uint32_t sentence = 0;     // index into Extraction::sentences
  RuleRef rule = 0;
  float confidence = 1.0F;
};

struct Entity {
  std::string key;                // of the register, "org/brics"; empty for one the register does not know
  EntityType type = EntityType::Other;
  std::vector<EntityType> types;  // type first, then more and finer ones
  std::string name;               // preferred name of the register, else the fullest name in the text
  std::vector<Id> members;        // of a group of named actors ("both governments"), else empty
  std::vector<Mention> mentions;  // in text order; never empty, but for the document's author and group members
  bool unnamed = false;           // known by what the text says of it only; its identifier is the document's
};

struct TimeExpression {
  Span span;
  std::string edtf;               // empty if nothing can be said in EDTF
  DateBasis basis = DateBasis::None;
  std::string timex;              // TIMEX3 value and type where they say more than EDTF (durations, sets)
  std::string timex_type;
  bool vague = false;             // "recent" of an event: says when, but is no expression of a time
  RuleRef rule = 0;
};

struct Relation {
  Id subject = kNoId;             // entities
  std::string predicate;          // local name of an ontology property
  Id object = kNoId;
  RelationStatus status = RelationStatus::Asserted;
  Polarity polarity = Polarity::Positive;
  Span evidence;                  // the sentence, or more where the text needs it
  Span trigger;
  Id time = kNoId;                // Extraction::times, when the text dates it
  bool begins = false;            // `time` is when it began ("since 2017", "joined in 2017")
  RuleRef rule = 0;
  float confidence = 1.0F;
};

struct Participant {
  std::string role;               // actor, recipient, ... (eval/scorers/maps/roles.tsv)
  Id entity = kNoId;
  Span mention;                   // where the sentence names it
};

struct Event {
  std::string type;               // PLOVER: CONSULT ...
  std::string mode;               // visit ..., may be empty
  Span trigger;
  std::vector<Participant> participants;
  Id place = kNoId;               // entity
  Id time = kNoId;                // Extraction::times
  Factuality factuality = Factuality::Certain;
  Polarity polarity = Polarity::Positive;
  Span evidence;
  RuleRef rule = 0;
  float confidence = 1.0F;
};

struct Claim {
  std::vector<Id> claimants;      // entities; the document's author where nobody else is named
  std::vector<Span> source;       // what the text says, "the minister"; empty for the author's own
  std::vector<Span> cue;
  std::vector<Span> content;
  ClaimKind kind = ClaimKind::Indirect;
  Attitude attitude = Attitude::Speech;
  Modality modality = Modality::Certain;
  Polarity polarity = Polarity::Positive;
  Stance reporter_stance = Stance::Neutral;
  std::vector<Id> about;          // entities
  std::vector<Id> reported_by;    // entities
  std::vector<Id> states;         // relations that stand in the content
  std::vector<Id> events;         // events that stand in the content
  Id parent = kNoId;              // the claim in whose content this one stands
  Id same_as = kNoId;             // an earlier claim that this one repeats
  bool own = false;               // the author's own, without a source in the text
  Span evidence;
  RuleRef rule = 0;
  float confidence = 1.0F;
};

struct Extraction {
  std::vector<Span> boilerplate;
  std::vector<Span> sentences;
  std::vector<Entity> entities;
  std::vector<Relation> relations;
  std::vector<Event> events;
  std::vector<Claim> claims;
  std::vector<TimeExpression> times;
  std::vector<Id> authors;        // entities of the document's metadata
};

// What `RuleRef`s of one run point to. Filled while rules and stages are loaded, const afterwards.
struct RuleInfo {
  std::string id;                 // "influence-1"
  std::string version;            // short hash of the rule's text; empty for a stage in code
  std::string kind;               // entity, relation, event, claim, stage
};

class RuleCatalogue {
 public:
  // The reference of `info.id`, added if new.
  RuleRef add(RuleInfo info);
  const RuleInfo& operator[](RuleRef ref) const { return rules_[ref]; }
  std::size_t size() const { return rules_.size(); }

 private:
  std::vector<RuleInfo> rules_;
};

}  // namespace entente::extract
