#include "extract/relations/relations.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "extract/events/arguments.hpp"
#include "extract/events/participants.hpp"
#include "extract/relations/dates.hpp"
#include "extract/rules/run.hpp"

namespace entente::extract {
namespace {

class RelationFinder {
 public:
  RelationFinder(const RelationConfig& config, rules::Scene& scene, Analysis& a)
      : config_(config), lexical_(*config.lexical), scene_(scene), a_(a), arguments_(lexical_, a), participants_(lexical_, a, arguments_, config.descriptor) {}

  void run() {
    rules::RunOptions options;
    options.observer = a_.observer;
    Diagnostics unused;
    rules::run(config_.book->of("relation"), scene_, [&](const rules::Match& m) { matched(m); },
               options, a_.diagnostics != nullptr ? *a_.diagnostics : unused);
    std::stable_sort(a_.result.relations.begin(), a_.result.relations.end(),
                     [](const Relation& x, const Relation& y) { return x.evidence < y.evidence; });
  }

 private:
  // "Finance ministers A and B", but "President A and her deputy B".
  bool alone(const rules::Match& match, std::string_view role) const {
    const auto* trigger = match.role("trigger");
    if (role != "subject" || trigger == nullptr || match.rule->value("subject") != "alone") return false;
    const Word& noun = a_.words[trigger->head];
    return noun.form == noun.lemma;
  }

  std::vector<Id> entities(const rules::Match& match, std::string_view role) {
    std::vector<Id> out;
    const auto units = match.all(role);
    for (const auto& unit : units) {
      // A phrase that the pattern names once stands for all that are coordinated with it.
      const auto heads = units.size() == 1 && !alone(match, role) ? arguments_.conjuncts(unit.head) : std::vector<std::uint32_t>{unit.head};
      for (const auto head : heads) {
        const auto* mention = head == unit.head ? rules::Match::mention(a_, unit) : participants_.mention_headed(head);
        const Id id = mention != nullptr && mention->entity != kNoId ? mention->entity : participants_.resolve(head).entity;
        if (id != kNoId && std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
      }
    }
    return out;
  }

  // Whom the sentence before is about: its first named person.
  std::vector<Id> topic_before(std::uint32_t sentence) const {
    if (sentence == 0) return {};
    const auto& before = a_.segmentation.sentences[sentence - 1];
    auto mention = std::lower_bound(a_.mentions.begin(), a_.mentions.end(), before.first,
                                    [](const MentionCandidate& m, std::uint32_t t) { return m.first < t; });
    for (; mention != a_.mentions.end() && mention->first < before.last; ++mention)
      if (mention->entity != kNoId && is_a(mention->type, EntityType::Person)) return {mention->entity};
    return {};
  }

  void matched(const rules::Match& match) {
    const bool elided = match.rule->value("subject") == "previous";
    if ((!elided && match.role("subject") == nullptr) || match.role("object") == nullptr) return;
    const auto* trigger = match.role("trigger");
    Relation relation;
    relation.predicate = std::string(match.rule->value("predicate"));
    relation.polarity = match.rule->value("polarity") == "negative" ? Polarity::Negative : Polarity::Positive;
    if (match.rule->value("status") == "claimed") relation.status = RelationStatus::Claimed;
    relation.evidence = a_.segmentation.sentences[match.sentence].span;
    relation.trigger = trigger != nullptr ? a_.span(trigger->first, trigger->last) : a_.span(match.first, match.last);
    relation.rule = match.rule->ref;
    relation.confidence = match.rule->confidence;
    if (trigger != nullptr && negated(trigger->head)) relation.polarity = Polarity::Negative;
    date_relation(a_, match, relation);
    const auto subjects = elided ? topic_before(match.sentence) : entities(match, "subject");
    if (elided && !subjects.empty()) relation.evidence = cover(a_.segmentation.sentences[match.sentence - 1].span, relation.evidence);
    for (const Id from : subjects)
      for (const Id to : entities(match, "object")) {
        relation.subject = from;
        relation.object = to;
        if (from == to || !known_.emplace(from, to, match.rule->value("predicate"), relation.evidence).second) continue;
        a_.result.relations.push_back(relation);
      }
  }

  bool negated(std::uint32_t token) const {
    const Chunk* group = arguments_.chunk_of(token);
    return group != nullptr && group->kind == ChunkKind::VerbGroup && (group->flags & kNegated) != 0;
  }

  const RelationConfig& config_;
  const Lexical& lexical_;
  rules::Scene& scene_;
  Analysis& a_;
  Arguments arguments_;
  Participants participants_;
  std::set<std::tuple<Id, Id, std::string_view, Span>> known_;  // subject, object, predicate and evidence of each relation
};

}  // namespace

void find_relations(const RelationConfig& config, rules::Scene& scene, Analysis& analysis) { RelationFinder(config, scene, analysis).run(); }

}  // namespace entente::extract
