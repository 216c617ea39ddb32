// The state of find_names for one document; its parts lie in patterns.cpp, reader.cpp, headless.cpp, open_names.cpp, descriptors.cpp and find_names.cpp.
#pragma once

#include <map>
#include <vector>

#include "extract/names/classify.hpp"
#include "extract/names/evidence.hpp"
#include "extract/names/find_names.hpp"
#include "extract/names/known.hpp"
#include "extract/names/runs.hpp"
#include "extract/names/tokens.hpp"

namespace entente::extract {

class NameFinder {
 public:
  NameFinder(const NameConfig& config, Analysis& analysis)
      : a_(analysis), listed_(config.listed), tokens_(config.lexicon, config.known, analysis), known_(analysis), grower_(tokens_, known_),
        taken_(tokens_.size(), false), list_keys_(tokens_.size(), 0) {}

  void run();

 private:
  struct Context {
    TokenRange sentence;
    int politics = 0;      // words around politicians minus words around others
    int parties = 0;       // words of parties
  };

  // patterns.cpp: "2016 United States presidential election", "2003 invasion of Iraq".
  void find_dated(const Context& context);
  std::uint32_t election_begin(const Context& context, std::uint32_t head) const;
  bool add_event(const Context& context, std::uint32_t head);

  // reader.cpp: a run of capitals cut into names, titles and known names.
  void read_run(const Context& context, TokenRange run, EntityType before);
  void read_titled(const Context& context, TokenRange run, std::uint32_t title_first, std::uint32_t title_last, EntityType before);
  bool find_title(TokenRange run, std::uint32_t& first, std::uint32_t& last) const;
  std::string_view word_before(const Context& context, std::uint32_t token) const;
  bool ends_person(std::uint32_t token) const;
  bool cut_known(const Context& context, TokenRange run, EntityType before);
  bool cut_given(const Context& context, TokenRange run, std::uint32_t head, EntityType before);

  // headless.cpp: a run without a head noun.
  void read_headless(const Context& context, TokenRange run, EntityType before);
  bool is_family_name(std::uint32_t token) const;
  bool is_place_of_given_name(const Context& context, TokenRange run) const;
  bool is_person(TokenRange run, EntityType before) const;
  EntityType person_type(const Context& context, TokenRange run) const;
  NameType weak_type(const Context& context, TokenRange run, NameType type) const;
  bool form_is_noise(std::uint32_t token, EntityType before) const;
  static bool is_derived(std::string_view word);
  bool is_rare(std::uint32_t token) const;
  void read_single(const Context& context, TokenRange run, EntityType before);
  bool is_everyday(const Context& context, TokenRange run) const;
  bool is_emphasis(const Context& context, TokenRange run) const;
  bool names_itself(std::uint32_t token) const;
  bool is_no_name(const Context& context, TokenRange run, EntityType before) const;
  bool is_letters(TokenRange run) const;
  Evidence evidence_of_form(const Context& context, TokenRange run, bool rare) const;

  // open_names.cpp: names whose type only their surroundings tell, settled when all of the document's are known.
  struct Open {
    std::size_t found = 0;                      // index into found_
    Evidence evidence;
    Context context;
    bool after_the = false;
    int needed = 1;                             // points without which it stays untold
    bool guess_person = false;                  // without any evidence
    bool known_word = false;                    // one word that the tagger's lexicon has
  };
  void add_open(const Context& context, TokenRange run, Evidence prior, bool guess_person);
  void settle_open();
  // Of the lists: a word's key, made once, and its kinds.
  std::span<const std::uint64_t> keys_of(TokenRange range) const;
  std::uint64_t kinds_of(std::uint32_t token) const { return listed_.kinds(keys_of({token, token + 1})); }
  EntityType body_type(const Open& open) const;
  void share_by_name();
  void share_by_coordination();
  Evidence coordinated(const std::map<std::uint32_t, Evidence>& sure, bool leftwards, TokenRange name) const;
  std::string_view words(const MentionCandidate& c) const { return a_.span(c.first, c.last).of(a_.text()); }

  // descriptors.cpp: "European leaders", "the two governments"
  void find_descriptors(const Context& context);
  bool is_described_head(const Context& context, std::uint32_t token) const;
  bool is_predicate(const Context& context, std::uint32_t first) const;
  bool modifies(const Context& context, std::uint32_t token) const;
  EntityType described_type(std::uint32_t head) const;

  // find_names.cpp
  void find_runs(const Context& context);
  void find_singles(const Context& context);
  void find_acronyms();
  void agree();
  void finish();
  void add(TokenRange range, EntityType type, MentionForm form, float confidence);
  std::uint8_t gender_of(TokenRange range) const;
  bool free(TokenRange range) const;

  Analysis& a_;
  const ListedNames& listed_;
  NameTokens tokens_;
  KnownMentions known_;
  RunGrower grower_;
  std::vector<bool> taken_;                 // tokens inside a name found here
  std::vector<MentionCandidate> found_;
  std::vector<Open> open_;
  mutable std::vector<std::uint64_t> list_keys_;  // ListedNames::key of tokens; 0: not asked for yet
};

}  // namespace entente::extract
