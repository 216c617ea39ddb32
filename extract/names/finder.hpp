// The state of find_names for one document; its parts lie in patterns.cpp, reader.cpp and find_names.cpp.
#pragma once

#include <vector>

#include "extract/names/classify.hpp"
#include "extract/names/known.hpp"
#include "extract/names/runs.hpp"
#include "extract/names/tokens.hpp"

namespace entente::extract {

class NameFinder {
 public:
  NameFinder(const NameLexicon& lexicon, std::span<const NameWord> known, Analysis& analysis)
      : a_(analysis), tokens_(lexicon, known, analysis), known_(analysis), grower_(tokens_, known_), taken_(tokens_.size(), false) {}

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
  void read_headless(const Context& context, TokenRange run, EntityType before);
  bool cut_known(const Context& context, TokenRange run, EntityType before);
  bool cut_given(const Context& context, TokenRange run, std::uint32_t head, EntityType before);
  bool is_person(TokenRange run, EntityType before) const;
  EntityType person_type(const Context& context, TokenRange run) const;
  NameType weak_type(const Context& context, TokenRange run, NameType type) const;
  bool form_is_noise(std::uint32_t token, EntityType before) const;
  static bool is_derived(std::string_view word);
  bool is_rare(std::uint32_t token) const;
  NameType single_type(const Context& context, std::uint32_t token, EntityType before) const;
  std::string_view word_before(const Context& context, std::uint32_t token) const;

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
  NameTokens tokens_;
  KnownMentions known_;
  RunGrower grower_;
  std::vector<bool> taken_;                 // tokens inside a name found here
  std::vector<MentionCandidate> found_;
};

}  // namespace entente::extract
