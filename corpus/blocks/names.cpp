#include "corpus/blocks/names.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "core/base/utf8.hpp"
#include "corpus/blocks/marks.hpp"

namespace entente::corpus {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 26> kParticles = {"de", "da",  "das", "dos", "di",  "del", "della", "der", "den", "van", "von", "zu", "bin",
                                                         "ibn", "al", "el",  "la",  "le",  "du",  "y",     "e",   "ter", "ten", "ben", "af", "av"};
constexpr std::array<std::string_view, 14> kHonorifics = {"dr",  "dr.", "prof", "prof.", "professor", "mr", "mr.",
                                                          "mrs", "mrs.", "ms",  "ms.",   "amb.",      "sir", "ambassador"};

// Capitalised words that stand in titles, labels and names of bodies, hardly in names of people.
constexpr std::array<std::string_view, 124> kNotPersons = {
    "the",        "a",          "an",          "and",         "or",        "of",         "in",         "on",        "for",       "to",
    "with",       "at",         "from",        "as",          "by",        "is",         "are",        "was",       "new",       "press",
    "release",    "joint",      "statement",   "communique",  "communiqué", "declaration", "ministry", "minister",  "president", "news",
    "report",     "policy",     "brief",       "briefing",    "analysis",  "commentary", "opinion",    "interview", "blog",      "centre",
    "center",     "institute",  "institution", "council",     "university", "college",   "forum",      "review",    "journal",   "agency",
    "union",      "organization", "organisation", "association", "department", "office", "world",      "politics",  "international", "national",
    "affairs",    "security",   "asia",        "asian",       "europe",    "european",   "africa",     "african",   "america",   "american",
    "east",       "west",       "north",       "south",       "central",   "middle",     "eastern",    "western",   "northern",  "southern",
    "united",     "nations",    "states",      "republic",    "government", "foreign",   "economy",    "economic",  "defence",   "defense",
    "war",        "peace",      "summit",      "part",        "chapter",   "special",    "times",      "post",      "research",  "editorial",
    "senior",     "fellow",     "director",    "professor",   "lecturer",  "editor",     "correspondent", "analyst", "researcher", "associate",
    "deputy",     "chief",      "head",        "chair",       "ambassador", "reporter",  "columnist",  "adviser",   "advisor",   "expert",
    "staff",      "visiting",   "assistant",   "executive"};

constexpr std::array<std::string_view, 16> kAgencies = {"afp",     "ap",      "associated press", "reuters", "upi",  "tass",  "xinhua", "dpa",
                                                        "bloomberg", "anadolu agency", "efe", "ansa", "kyodo", "yonhap", "agence france-presse", "interfax"};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// Letters, hyphens, apostrophes and full stops of initials; begins with a capital letter.
bool is_name_word(std::string_view word) {
  if (!starts_upper(word) || among(kNotPersons, lower(word))) return false;
  for (std::size_t at = 0; at < word.size();) {
    const Decoded d = decode_at(word, at);
    const char32_t c = d.code_point;
    const int8_t type = u_charType(static_cast<UChar32>(c));
    const bool mark = type == U_NON_SPACING_MARK;
    if (!u_isalpha(static_cast<UChar32>(c)) && !mark && c != '-' && c != '\'' && c != 0x2019 && c != '.') return false;
    at += d.size;
  }
  const bool initial = word.size() == 2 || (word.size() == 4 && word[1] == '.');
  return word.back() != '.' || initial;
}

bool is_particle(std::string_view word) { return among(kParticles, word) || word.substr(0, 3) == "al-" || word.substr(0, 2) == "d'"; }

// Words at the front that make up one name; `end` is set to where they stop in `words`.
std::size_t name_length(const std::vector<std::string_view>& words, std::size_t from) {
  std::size_t at = from;
  while (at < words.size() && at - from < 6 && (is_name_word(words[at]) || (at > from && is_particle(words[at])))) ++at;
  while (at > from && is_particle(words[at - 1])) --at;
  return at - from;
}

std::size_t skip_honorifics(const std::vector<std::string_view>& words, std::size_t at) {
  while (at < words.size() && among(kHonorifics, lower(words[at]))) ++at;
  return at;
}

std::string join(const std::vector<std::string_view>& words, std::size_t from, std::size_t count) {
  std::string out;
  for (std::size_t i = from; i < from + count; ++i) (out += out.empty() ? "" : " ") += words[i];
  return out;
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" ,;");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" ,;.") - begin + 1);
}

// The text up to the next ",", ";", "&" or " and ", which is taken off `rest`.
std::string_view next_item(std::string_view& rest) {
  std::size_t end = rest.size();
  std::size_t skip = 0;
  for (const std::string_view mark : {",", ";", " & ", " and ", " AND "}) {
    const std::size_t at = rest.find(mark);
    if (at < end) {
      end = at;
      skip = mark.size();
    }
  }
  const std::string_view item = rest.substr(0, end);
  rest.remove_prefix(std::min(rest.size(), end + skip));
  return item;
}

// `prefix` is in lower case.
bool strip_prefix(std::string_view& text, std::string_view prefix) {
  if (!starts_with_any_case(text, prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// "our staff correspondent", "correspondents in Dakar".
bool is_unnamed_writer(std::string who) {
  who = who.substr(0, who.find(" in "));
  constexpr std::array<std::string_view, 9> kWriters = {"staff", "correspondent", "correspondents", "reporter", "editor", "desk", "editors", "reporters", "writer"};
  const std::size_t space = who.rfind(' ');
  return among(kWriters, space == std::string::npos ? who : who.substr(space + 1));
}

}  // namespace

bool looks_like_person(std::string_view line) {
  const auto words = words_of(line);
  const std::size_t from = skip_honorifics(words, 0);
  const std::size_t length = name_length(words, from);
  return length >= 2 && length <= 5 && from + length == words.size();
}

std::vector<std::string> persons_of(std::string_view names) {
  std::vector<std::string> persons;
  while (!names.empty()) {
    const auto words = words_of(trim(next_item(names)));
    const std::size_t from = skip_honorifics(words, 0);
    const std::size_t length = name_length(words, from);
    if (length < 2 || length > 5) break;
    persons.push_back(join(words, from, length));
    if (from + length < words.size()) break;  // "Jane Roe in Dakar"
  }
  return persons;
}

bool parse_byline(std::string_view line, std::vector<std::string>& authors) {
  if (line.size() > 200) return false;
  bool opened = false;
  for (const std::string_view prefix : {"written by ", "posted by ", "published by ", "an article by ", "article by ", "story by ",
                                        "analysis by ", "commentary by ", "text by ", "text: ", "byline: ", "author: ", "authors: ", "by: ", "by "}) {
    if (strip_prefix(line, prefix)) {
      opened = true;
      break;
    }
  }
  if (!opened) return false;
  const auto persons = persons_of(line);
  if (!persons.empty()) {
    authors.insert(authors.end(), persons.begin(), persons.end());
    return !ends_like_sentence(line) || words_of(line).size() <= 4;
  }
  std::string who = lower(trim(line));
  const std::string_view name = trim(line);
  if (who.substr(0, 4) == "the ") who = who.substr(4);
  if (among(kAgencies, who)) return authors.emplace_back(name.substr(name.size() - who.size())), true;
  return words_of(line).size() <= 7 && is_unnamed_writer(who);
}

}  // namespace entente::corpus
