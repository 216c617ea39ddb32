// Regular English inflection with the usual spelling changes; irregular verbs and nouns from tables.
#include "extract/vocabulary/inflect.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace entente::extract {
namespace {

struct Irregular {
  std::string_view base, past, participle;
};

constexpr Irregular kVerbs[] = {
#define ENTENTE_VERB(base, past, participle) {base, past, participle},
#include "extract/vocabulary/irregular.def"
#undef ENTENTE_VERB
};

constexpr std::pair<std::string_view, std::string_view> kNouns[] = {
    {"man", "men"},           {"woman", "women"},       {"child", "children"}, {"person", "people"},  {"foot", "feet"},
    {"tooth", "teeth"},       {"mouse", "mice"},        {"crisis", "crises"},  {"thesis", "theses"},  {"basis", "bases"},
    {"analysis", "analyses"}, {"hypothesis", "hypotheses"}, {"criterion", "criteria"}, {"phenomenon", "phenomena"},
    {"medium", "media"},      {"knife", "knives"},      {"life", "lives"},     {"wife", "wives"},     {"leaf", "leaves"},
    {"thief", "thieves"},     {"half", "halves"},       {"self", "selves"},    {"memorandum", "memoranda"},
    {"referendum", "referenda"}, {"series", "series"},  {"aircraft", "aircraft"}, {"police", "police"},
    {"embargo", "embargoes"}, {"hero", "heroes"},       {"veto", "vetoes"},    {"echo", "echoes"}};

// Verbs of several syllables stressed on the last one, which double the final consonant.
constexpr std::string_view kDoubling[] = {"admit", "permit", "submit", "commit", "omit", "transmit", "refer", "prefer", "confer",
    "infer", "defer", "transfer", "occur", "incur", "concur", "recur", "deter", "expel", "compel", "propel", "repel", "dispel",
    "rebel", "control", "patrol", "regret", "forget", "begin", "equip", "abet", "acquit", "embed", "handicap", "kidnap",
    "worship", "format", "program", "input", "abhor", "upset", "unplug", "outfit", "remit", "intermit"};

bool vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }
bool ends(std::string_view s, std::string_view end) { return s.size() > end.size() && s.substr(s.size() - end.size()) == end; }

std::string with_s(std::string_view word) {
  std::string out(word);
  if (ends(word, "s") || ends(word, "x") || ends(word, "z") || ends(word, "ch") || ends(word, "sh") ||
      word == "go" || word == "do" || word == "undergo" || word == "veto" || word == "forgo" || word == "undo")
    return out + "es";
  if (word.size() > 1 && word.back() == 'y' && !vowel(word[word.size() - 2])) {
    out.back() = 'i';
    return out + "es";
  }
  return out + "s";
}

std::size_t vowel_groups(std::string_view word) {
  std::size_t groups = 0;
  bool inside = false;
  for (const char c : word) {
    const bool now = vowel(c) || (c == 'y' && groups > 0);
    groups += now && !inside;
    inside = now;
  }
  return groups;
}

// 0: never doubles the last consonant, 1: always, 2: in British spelling only ("travelled").
int doubling(std::string_view word) {
  if (std::find(std::begin(kDoubling), std::end(kDoubling), word) != std::end(kDoubling)) return 1;
  if (word.size() < 3) return 0;
  const char a = word[word.size() - 3];
  const char b = word[word.size() - 2];
  const char c = word.back();
  if (vowel(c) || !vowel(b) || (vowel(a) && !(a == 'u' && word.size() > 3 && word[word.size() - 4] == 'q'))) return 0;
  if (c == 'w' || c == 'x' || c == 'y') return 0;
  if (vowel_groups(word) == 1) return 1;
  return c == 'l' ? 2 : 0;
}

// Stems to which -ed and -ing are added.
std::vector<std::string> stems(std::string_view word, bool gerund) {
  std::string stem(word);
  if (gerund && ends(word, "ie")) return {stem.substr(0, stem.size() - 2) + "y"};
  if (ends(word, "ee") || ends(word, "oe") || ends(word, "ye")) return {gerund ? stem : stem.substr(0, stem.size() - 1)};
  if (word.back() == 'e' && word.size() > 2) return {stem.substr(0, stem.size() - 1)};
  if (!gerund && word.size() > 1 && word.back() == 'y' && !vowel(word[word.size() - 2])) {
    stem.back() = 'i';
    return {stem};
  }
  if (ends(word, "c") && word.size() > 2 && vowel(word[word.size() - 2])) return {stem + "k"};
  switch (doubling(word)) {
    case 1: return {stem + stem.back()};
    case 2: return {stem, stem + stem.back()};
    default: return {stem};
  }
}

void add_alternatives(std::string_view bar_separated, VerbForm kind, std::vector<std::pair<std::string, VerbForm>>& out) {
  while (!bar_separated.empty()) {
    const auto bar = bar_separated.find('|');
    out.emplace_back(bar_separated.substr(0, bar), kind);
    bar_separated = bar == std::string_view::npos ? std::string_view{} : bar_separated.substr(bar + 1);
  }
}

// Spellings of a canonical lemma: organize and organise, honour and honor.
std::vector<std::string> spellings(std::string_view lemma) {
  std::vector<std::string> out{std::string(lemma)};
  if (lemma.size() > 5 && ends(lemma, "ize")) out.push_back(std::string(lemma.substr(0, lemma.size() - 2)) + "se");
  if (ends(lemma, "yze")) out.push_back(std::string(lemma.substr(0, lemma.size() - 2)) + "se");
  for (const std::string_view our : {"labour", "favour", "honour", "endeavour", "harbour", "neighbour", "rumour", "armour", "colour"})
    if (const auto at = lemma.find(our); at != std::string_view::npos)
      out.push_back(std::string(lemma.substr(0, at + our.size() - 2)) + std::string(lemma.substr(at + our.size() - 1)));
  if (lemma == "defence" || lemma == "offence") out.push_back(std::string(lemma.substr(0, lemma.size() - 2)) + "se");
  return out;
}

}  // namespace

std::string canonical_lemma(std::string_view lemma) {
  static constexpr std::string_view kReal[] = {"advise", "revise", "supervise", "exercise", "promise", "surprise", "compromise",
      "advertise", "devise", "comprise", "arise", "despise", "televise", "improvise", "excise", "disguise", "franchise", "praise",
      "raise", "noise", "poise", "premise", "demise", "enterprise", "expertise", "paradise", "treatise", "otherwise", "likewise",
      "precise", "concise", "cruise", "bruise", "merchandise", "rise", "wise", "uprise", "reprise"};
  std::string out(lemma);
  if (lemma.size() > 5 && ends(lemma, "ise") && std::find(std::begin(kReal), std::end(kReal), lemma) == std::end(kReal)) {
    out[out.size() - 2] = 'z';
  } else if (ends(lemma, "lyse")) {
    out[out.size() - 2] = 'z';
  } else if (lemma == "defense" || lemma == "offense") {
    out[out.size() - 2] = 'c';
  } else {
    for (const std::string_view american : {"labor", "favor", "honor", "endeavor", "harbor", "neighbor", "rumor", "armor", "color"})
      if (lemma == american) out.insert(out.size() - 1, "u");
  }
  return out;
}

std::vector<std::pair<std::string, VerbForm>> verb_forms(std::string_view lemma) {
  std::vector<std::pair<std::string, VerbForm>> out;
  if (lemma == "be") {
    for (const auto* base : {"be", "am", "are", "'re", "'m"}) out.emplace_back(base, VerbForm::Base);
    for (const auto* past : {"was", "were"}) out.emplace_back(past, VerbForm::Past);
    out.insert(out.end(), {{"is", VerbForm::Present3}, {"been", VerbForm::Participle}, {"being", VerbForm::Gerund}});
    return out;
  }
  if (lemma == "have") {
    out = {{"have", VerbForm::Base}, {"has", VerbForm::Present3}, {"had", VerbForm::Past}, {"had", VerbForm::Participle},
           {"having", VerbForm::Gerund}, {"'ve", VerbForm::Base}};
    return out;
  }
  for (const std::string& word : spellings(lemma)) {
    out.emplace_back(word, VerbForm::Base);
    out.emplace_back(with_s(word), VerbForm::Present3);
    for (const auto& stem : stems(word, true)) out.emplace_back(stem + "ing", VerbForm::Gerund);
    const auto* irregular = std::find_if(std::begin(kVerbs), std::end(kVerbs), [&](const Irregular& v) { return v.base == word; });
    if (irregular != std::end(kVerbs)) {
      add_alternatives(irregular->past, VerbForm::Past, out);
      add_alternatives(irregular->participle, VerbForm::Participle, out);
      continue;
    }
    for (const auto& stem : stems(word, false)) {
      out.emplace_back(stem + "ed", VerbForm::Past);
      out.emplace_back(stem + "ed", VerbForm::Participle);
    }
  }
  return out;
}

std::vector<std::string> noun_forms(std::string_view lemma) {
  std::vector<std::string> out;
  for (const std::string& word : spellings(lemma)) {
    out.push_back(word);
    std::string plural;
    for (const auto& [one, many] : kNouns) {
      if (word == one) plural = many;
      else if (ends(word, one) && (one == "man" || one == "woman")) plural = word.substr(0, word.size() - one.size()) + std::string(many);
    }
    out.push_back(plural.empty() ? with_s(word) : plural);
  }
  return out;
}

}  // namespace entente::extract
