// The state that extraction stages pass on for one document: words with attributes, mentions, entities.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/segment/quotes.hpp"
#include "corpus/segment/segment.hpp"
#include "extract/dependents.hpp"
#include "extract/extraction.hpp"
#include "extract/mention_heads.hpp"

namespace entente {
class Diagnostics;
}

namespace entente::extract {

namespace rules {
class Observer;
}

// Universal POS tags (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t { None, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct,
                                 Sconj, Sym, Verb, X };

// Verb forms as far as rules need them.
enum class VerbForm : std::uint8_t { None, Base, Present3, Past, Participle, Gerund };

// A word's spelling or lemma in the Vocabulary that rules and lexicons were compiled with; 0 = not in it.
using Symbol = std::uint32_t;

enum Shape : std::uint8_t { kCapitalised = 1, kAllCaps = 2, kHasDigit = 4, kAllDigits = 8, kSentenceStart = 16,
                            kPunctuation = 32, kHyphenated = 64,
                            kPlain = 128 };  // ASCII letters only: the spelling is the form's but for case

// Where a word stands with regard to quotation marks: inside or outside of a quotation, or the mark itself.
enum QuotePlace : std::uint8_t { kQuoteOut = 1, kQuoteIn = 2, kQuoteOpen = 4, kQuoteClose = 8 };

// One per corpus::Token, same index.
struct Word {
  Symbol form = 0;    // of the lower-cased spelling
  Symbol lemma = 0;
  Upos upos = Upos::None;
  VerbForm verb_form = VerbForm::None;
  std::uint8_t shape = 0;
  std::uint8_t quote = kQuoteOut;     // QuotePlace
  std::uint32_t sentence = 0;
  std::uint32_t head = UINT32_MAX;    // token index of the syntactic head; UINT32_MAX: unknown or root
  std::uint8_t deprel = 0;            // 0: unknown; a Deprel (extract/deprel.hpp)
  std::uint32_t chunk = UINT32_MAX;   // index into Analysis::chunks
};

// A mention found by any stage, as tokens [first, last), before or after it has got its entity.
struct MentionCandidate {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t head_first = 0;       // tokens of the head
  std::uint32_t head_last = 0;
  EntityType type = EntityType::Other;
  MentionForm form = MentionForm::Name;
  std::uint32_t register_entry = UINT32_MAX;  // index into the gazetteer's entries
  std::uint32_t name_node = 0;        // of the gazetteer, where all readings of the name hang; 0: not from there
  Id entity = kNoId;                          // index into Analysis::result.entities once resolved
  RuleRef rule = 0;
  float confidence = 1.0F;
  std::uint8_t gender = 0;            // a Gender (gazetteer/entry.hpp), where the words of a person's name tell it

  std::uint32_t size() const { return last - first; }
};

enum class ChunkKind : std::uint8_t { NounPhrase, VerbGroup };

// What a verb group says beside its main verb.
enum GroupFlag : std::uint16_t {
  kPassive = 1,       // be or get + participle
  kNegated = 2,       // not, n't, never, no longer
  kModal = 4,         // may, might, could, would, should, must, can
  kFuture = 8,        // will, shall, going to
  kPastTense = 16,
  kPerfect = 32,      // have + participle
  kProgressive = 64,  // be + gerund
  kInfinitive = 128,  // to + base form
  kGerund = 256,      // -ing form without an auxiliary
  kBare = 512,        // participle without an auxiliary: "troops sent to ..."
  kCopula = 1024,     // be is the main verb
};

// A base noun phrase (from its determiner or 's to its head noun) or a verb group (auxiliaries to main verb):
// tokens [first, last) of one sentence. Chunks are in text order and never overlap.
struct Chunk {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t head = 0;             // token of the head noun or main verb
  std::uint32_t modal = UINT32_MAX;   // token of the modal verb
  ChunkKind kind = ChunkKind::NounPhrase;
  std::uint16_t flags = 0;            // GroupFlag, for verb groups
};

// A stretch of tokens that a rule of kind `mark` labelled, for rules of later priority: #label in patterns.
struct Mark {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint16_t label = 0;
};

// Grows from stage to stage; every stage is a free function `void stage(const Config&, Analysis&)`.
struct Analysis {
  const corpus::Document* document = nullptr;
  corpus::Segmentation segmentation;
  corpus::Quotes quotes;
  std::vector<Word> words;                    // same indices as segmentation.tokens
  Dependents dependents;                      // of `words`, since heads are known
  std::vector<Chunk> chunks;
  std::vector<Mark> marks;
  std::vector<MentionCandidate> mentions;     // by first, longest first; may nest, never cross
  MentionHeads heads;                         // of `mentions`, since they have their entities
  Extraction result;
  rules::Observer* observer = nullptr;        // told what rules do; `rules explain` and `rules test`
  Diagnostics* diagnostics = nullptr;         // set while Extractor::analyse runs

  std::string_view text() const { return document->text; }
  std::string_view form(std::uint32_t token) const { return segmentation.tokens[token].span.of(document->text); }
  Span span(std::uint32_t first, std::uint32_t last) const {
    return {segmentation.tokens[first].span.begin, segmentation.tokens[last - 1].span.end};
  }
};

}  // namespace entente::extract
