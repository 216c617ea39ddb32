#include "extract/resolve/resolve.hpp"

#include "extract/coreference/coreference.hpp"
#include "extract/gazetteer/find_known.hpp"
#include "extract/gazetteer/fold.hpp"
#include "extract/resolve/entities.hpp"
#include "extract/resolve/metonym.hpp"

namespace entente::extract {
namespace {

class Resolver {
 public:
  Resolver(const Gazetteer& gazetteer, const EntityStages& stages, Analysis& a)
      : gazetteer_(gazetteer), stages_(stages), a_(a), table_(gazetteer, a) {}

  void run() {
    for (auto& mention : a_.mentions) choose_reading(mention);
    Coreference coreference(gazetteer_, stages_, a_, table_);
    coreference.link_names();
    coreference.link_offices();
    coreference.link_references();
    hand_over();
  }

 private:
  // A capital is its government where it acts.
  void choose_reading(MentionCandidate& mention) const {
    if (mention.name_node == 0) return;
    EntryIndex place = kNoEntry;
    EntryIndex actor = kNoEntry;
    bool seat = false;  // the mention was read as one of those that the name stands for
    for (std::size_t i = 0; i < gazetteer_.meaning_count(mention.name_node); ++i) {
      const Meaning meaning = gazetteer_.meaning(mention.name_node, i);
      if (meaning.kind == NameKind::Title) continue;
      seat = seat || (meaning.kind == NameKind::Metonym && meaning.entry == mention.register_entry);
      // "Brussels" acts as the Union before it does as Belgium.
      const bool union_of_states = gazetteer_.type(meaning.entry) == EntityType::InternationalOrganization;
      if (meaning.kind == NameKind::Metonym && (actor == kNoEntry || union_of_states)) actor = meaning.entry;
      if (gazetteer_.type(meaning.entry) == EntityType::Place && place == kNoEntry) place = meaning.entry;
    }
    if (actor == kNoEntry || (place != mention.register_entry && !seat)) return;
    const NameUse use = use_of(a_, mention.first, mention.last);
    const bool acts = use == NameUse::Actor || (use == NameUse::Unclear && place == kNoEntry);
    if (!acts && place == kNoEntry) return;
    mention.register_entry = acts ? actor : place;
    mention.form = acts ? MentionForm::Metonym : MentionForm::Name;
    mention.type = gazetteer_.type(mention.register_entry);
  }

  void hand_over() {
    for (const auto& mention : a_.mentions) {
      if (mention.entity == kNoId) continue;
      Mention m;
      m.span = a_.span(mention.first, mention.last);
      m.head = a_.span(mention.head_first, mention.head_last);
      m.form = mention.form;
      m.sentence = a_.words[mention.first].sentence;
      m.rule = mention.rule;
      m.confidence = mention.confidence;
      table_.at(mention.entity).mentions.push_back(m);
    }
  }

  const Gazetteer& gazetteer_;
  const EntityStages& stages_;
  Analysis& a_;
  EntityTable table_;
};

}  // namespace

void resolve(const Gazetteer& gazetteer, const EntityStages& stages, Analysis& analysis) {
  for (auto& mention : analysis.mentions) {
    if (mention.rule != 0) continue;
    const bool described = mention.name_node == 0 && mention.form == MentionForm::Descriptor;
    mention.rule = described ? stages.descriptors : mention.name_node != 0 ? stages.gazetteer : stages.names;
  }
  Resolver(gazetteer, stages, analysis).run();
  analysis.heads = MentionHeads(analysis.mentions, analysis.words.size());
}

}  // namespace entente::extract
