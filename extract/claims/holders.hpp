// Who a claim belongs to and what it is about, as entities.
#pragma once

#include <vector>

#include "extract/claims/operators.hpp"

namespace entente::extract::claims {

// Where mentions stand, by byte, for one document. Rebuilt only when entities are added by this class.
class Holders {
 public:
  explicit Holders(Analysis& analysis);

  // Entities that the source names; an unnamed holder ("officials") becomes an entity with a descriptor mention, a relative
  // pronoun is what its clause hangs on.
  std::vector<Id> claimants(const SentenceView& s, Range source, RuleRef rule);
  // True if the source can hold an attitude: a person, state, body or group, or a pronoun for one.
  bool can_hold(const SentenceView& s, Range source) const;
  // Entities that the spans name, or refer to by a pronoun (but for the claimants themselves), each once, in text order.
  std::vector<Id> about(const std::vector<Span>& content, const std::vector<Id>& claimants) const;
  // The document's author(s); an unnamed one is added where the document names none.
  std::vector<Id> authors();
  // Whoever it is that the text leaves unsaid ("asked about the plan"), one for the document.
  Id somebody();
  // The first person whom the text names, its authors aside; somebody if it names none.
  Id interviewed();
  // A new entity for a holder whom nothing names.
  Id add_descriptor(const SentenceView& s, Range words, RuleRef rule);

 private:
  struct At {
    Span span;
    Id entity;
    MentionForm form;
  };
  void add(Span span, Id entity, MentionForm form);
  // Calls `use(row)` for every mention inside the span, in text order, until it gives false.
  template <typename Use>
  void inside(Span span, Use use) const;
  bool acts(const At& row) const;
  // What an "it" that coreference took for an expletive stands for: whoever it names holds a claim, so it is a body.
  Id body_before(const SentenceView& s, Token pronoun) const;
  void add_owner(Span span, std::vector<Id>& out) const;
  static Token behind(const SentenceView& s, Token last, const At* mention);
  Id first_named_person(Span span) const;
  Id name_behind(const SentenceView& s, Token comma, Token end) const;
  void add_examples(const SentenceView& s, Range source, std::vector<Id>& out) const;

  Analysis& analysis_;
  std::vector<At> at_;     // mentions of the text by span
  std::vector<At> added_;  // those of holders found here, by span: they come in text order, nearly
  Id add_unnamed(std::string_view name);
  Id unnamed_author_ = kNoId;
  Id somebody_ = kNoId;
};

}  // namespace entente::extract::claims
