#include "extract/names/lexicon.hpp"

#include <array>
#include <optional>
#include <system_error>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"
#include "core/base/utf8.hpp"
#include "extract/gazetteer/fold.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract {
namespace {

struct ClassName {
  std::string_view name;
  std::uint64_t bit;
};

constexpr auto kClassNames = std::to_array<ClassName>({
    {"given", kGiven},         {"honorific", kHonorific}, {"noble", kNoble},         {"title", kTitle},
    {"titlemod", kTitleModifier}, {"particle", kParticle}, {"party", kPartyNoun},    {"partyhead", kPartyHead},
    {"partyword", kPartyWord}, {"adherent", kAdherent},   {"faith", kFaith},         {"ideology", kIdeology},
    {"org", kOrgHead},         {"ministry", kMinistry},   {"university", kUniversity}, {"company", kCompany},
    {"media", kMedia},         {"military", kMilitary},   {"court", kCourt},         {"parliament", kParliament},
    {"placehead", kPlaceHead}, {"placepre", kPlaceBefore}, {"event", kEventHead},    {"election", kElectionHead},
    {"work", kWorkHead},       {"month", kMonth},         {"weekday", kWeekday},     {"electionword", kElectionWord},
    {"function", kFunction},   {"say", kSaying},          {"politics", kPolitics},   {"nonpolitics", kNotPolitics},
    {"personnoun", kPersonNoun}, {"groupnoun", kGroupNoun}, {"bodynoun", kBodyNoun}, {"placenoun", kPlaceNoun},
    {"motion", kMotion},       {"placecue", kPlaceCue},   {"bodycue", kBodyCue},     {"placeverb", kPlaceVerb},
    {"personverb", kPersonVerb}, {"headfirst", kHeadFirst}, {"placefirst", kPlaceFirst}, {"ship", kShip},
    {"personact", kPersonAct}, {"commonabbr", kAbbreviated}, {"placeprep", kPlacePreposition},
});

std::optional<std::uint64_t> class_of(std::string_view name) {
  for (const auto& row : kClassNames) {
    if (row.name == name) return row.bit;
  }
  return std::nullopt;
}

std::string folded(std::string_view word) {
  std::string buffer;
  std::vector<Unit> units;
  fold_units(word, buffer, units);
  return buffer;
}

// Calls `line(text, number)` for each line that is neither empty nor a comment.
template <typename Line>
void for_lines(std::string_view text, Line line) {
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto one = text.substr(at, end - at);
    if (one.ends_with('\r')) one.remove_suffix(1);
    ++number;
    if (!one.empty() && one[0] != '#') line(one, number);
    at = end + 1;
  }
}

}  // namespace

NameLexicon NameLexicon::load(const std::filesystem::path& folder, Diagnostics& diagnostics) {
  NameLexicon lexicon;
  lexicon.read_table(folder / "name-words.tsv", diagnostics);
  lexicon.read_list(folder / "given-names.txt", kGiven, diagnostics);
  lexicon.read_list(folder / "titles.txt", kTitle, diagnostics);
  lexicon.read_list(folder / "person-nouns.txt", kPersonNoun, diagnostics);
  lexicon.read_list(folder / "group-nouns.txt", kGroupNoun, diagnostics);
  lexicon.read_list(folder / "peoples-and-religions.txt", kFaith, diagnostics);
  return lexicon;
}

void NameLexicon::read_table(const std::filesystem::path& file, Diagnostics& diagnostics) {
  const auto bytes = read_file(file);
  if (!bytes) return diagnostics.add(bytes.error());
  if (find_invalid_utf8(*bytes)) return diagnostics.error(Code::TextNotUtf8, Place{file.string(), 0, 0, {}}, "The word list is not UTF-8");
  for_lines(*bytes, [&](std::string_view line, std::uint64_t number) {
    const auto tab = line.find('\t');
    std::uint64_t classes = 0;
    auto rest = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
    while (!rest.empty()) {
      const auto end = std::min(rest.find(' '), rest.size());
      const auto bit = class_of(rest.substr(0, end));
      if (!bit) {
        diagnostics.error(Code::GazetteerEntry, Place{file.string(), number, 0, {}},
                          "Unknown word class " + std::string(rest.substr(0, end)));
      }
      classes |= bit.value_or(0);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (classes == 0) {
      return diagnostics.error(Code::GazetteerEntry, Place{file.string(), number, 0, {}}, "A word needs a tab and its classes");
    }
    add(folded(line.substr(0, tab)), classes);
  });
}

void NameLexicon::read_list(const std::filesystem::path& file, std::uint64_t classes, Diagnostics& diagnostics) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return;
  const auto bytes = read_file(file);
  if (!bytes) return diagnostics.add(bytes.error());
  if (find_invalid_utf8(*bytes)) return diagnostics.error(Code::TextNotUtf8, Place{file.string(), 0, 0, {}}, "The word list is not UTF-8");
  // "#! nouns" on top: items are singular nouns, whose plurals count too.
  const bool plurals = bytes->starts_with("#! nouns");
  for_lines(*bytes, [&](std::string_view line, std::uint64_t) { add_item(line, classes, plurals); });
}

// One item of a word list; items of several words count by nothing here, because classes are of words.
void NameLexicon::add_item(std::string_view line, std::uint64_t classes, bool plurals) {
  const auto word = line.substr(0, line.find('\t'));
  if (word.empty() || word.find(' ') != std::string_view::npos) return;
  if (line.find("gender=f") != std::string_view::npos) classes |= kFemale;
  if (line.find("gender=m") != std::string_view::npos) classes |= kMale;
  if (line.find("word=yes") != std::string_view::npos || line.find("place=yes") != std::string_view::npos) classes |= kEveryday;
  if ((classes & kTitle) != 0 && line.find("kind=honorific") != std::string_view::npos) classes = (classes & ~kTitle) | kHonorific;
  const auto key = folded(word);
  add(key, classes);
  if (!plurals) return;
  const std::uint64_t plural = (classes & kPersonNoun) != 0 ? (classes & ~kPersonNoun) | kGroupNoun : classes;
  if (key.ends_with("man")) {
    add(key.substr(0, key.size() - 2) + "en", plural);
  } else if (key.ends_with('y') && key.size() > 2 && std::string_view("aeiou").find(key[key.size() - 2]) == std::string_view::npos) {
    add(key.substr(0, key.size() - 1) + "ies", plural);
  } else if (key.ends_with('s') || key.ends_with("ch") || key.ends_with("sh") || key.ends_with('x')) {
    add(key + "es", plural);
  } else {
    add(key + "s", plural);
  }
}

std::size_t NameLexicon::slot_of(std::string_view word) const { return hash64(word) & (slots_.size() - 1); }

std::uint64_t NameLexicon::classes(std::string_view word, std::size_t slot) const {
  for (const std::size_t mask = slots_.size() - 1; slots_[slot].size != 0; slot = (slot + 1) & mask) {
    if (std::string_view(text_).substr(slots_[slot].begin, slots_[slot].size) == word) return slots_[slot].classes;
  }
  return 0;
}

void NameLexicon::add(std::string_view word, std::uint64_t classes) {
  if (word.empty()) return;
  if (used_ * 2 >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = slot_of(word);
  for (; slots_[slot].size != 0; slot = (slot + 1) & mask) {
    if (std::string_view(text_).substr(slots_[slot].begin, slots_[slot].size) == word) {
      slots_[slot].classes |= classes;
      return;
    }
  }
  slots_[slot] = {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(word.size()), classes};
  text_ += word;
  ++used_;
}

std::vector<NameWord> NameLexicon::words_of(const Vocabulary& vocabulary) const {
  std::vector<NameWord> rows(vocabulary.size());
  for (Symbol symbol = 1; symbol < rows.size(); ++symbol) {
    const auto word = folded(vocabulary.text(symbol));
    rows[symbol] = {classes(word), hash64(word)};
  }
  return rows;
}

void NameLexicon::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& s : old) {
    if (s.size == 0) continue;
    auto slot = slot_of(std::string_view(text_).substr(s.begin, s.size));
    while (slots_[slot].size != 0) slot = (slot + 1) & mask;
    slots_[slot] = s;
  }
}

}  // namespace entente::extract
