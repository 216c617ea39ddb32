// What the entity tagger learns from: columns, GUM's mentions, word lists, the register's labels.
#include <array>
#include <cctype>
#include <filesystem>

#include "corpus/segment/segment.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/features.hpp"
#include "extract/language/train/data.hpp"
#include "extract/language/train/entities.hpp"

namespace entente::language::train {
namespace {

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  while (at < line.size()) {
    const auto end = std::min(line.find_first_of(" \t\r", at), line.size());
    if (end > at) out.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

NameType type_of(std::string_view tag) {
  if (tag == "PER") return NameType::Person;
  if (tag == "ORG") return NameType::Organization;
  return tag == "LOC" ? NameType::Location : NameType::Other;
}

// One word's tag: O, B-PER, I-PER.
void add_tag(NamedSentence& s, std::string_view tag) {
  const auto i = static_cast<std::uint32_t>(s.forms.size()) - 1;
  if (tag.size() < 3 || tag[1] != '-') return;
  const NameType type = type_of(tag.substr(2));
  const bool goes_on = tag[0] == 'I' && !s.names.empty() && s.names.back().last == i && s.names.back().type == type;
  if (goes_on) s.names.back().last = i + 1;
  else s.names.push_back({i, i + 1, type});
}

}  // namespace

Result<std::vector<NamedSentence>> read_columns(const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  std::vector<NamedSentence> out;
  NamedSentence sentence;
  bool new_document = true;
  const auto finish = [&] {
    if (sentence.forms.empty()) return;
    sentence.new_document = new_document;
    new_document = false;
    out.push_back(std::move(sentence));
    sentence = {};
  };
  const auto lines = lines_of(*bytes);
  for (std::string line; lines(line);) {
    if (line.rfind("# newdoc", 0) == 0) new_document = true;
    const auto fields = split(line);
    if (fields.empty()) finish();
    if (fields.size() < 2 || (line[0] == '#' && line[1] == ' ')) continue;
    const bool numbered = fields.size() > 3 && std::isdigit(static_cast<unsigned char>(fields[0][0])) != 0;
    sentence.forms.emplace_back(fields[numbered ? 1 : 0]);
    add_tag(sentence, numbered ? fields[2] : fields.back());
  }
  finish();
  return out;
}

namespace {

struct GumMention {
  std::string id;
  NameType type = NameType::Other;
  std::uint32_t first = 0, last = 0;
  bool time = false;  // a date, no name
};

std::string_view entity_of(std::string_view misc) {
  const auto at = misc.find("Entity=");
  return at == std::string_view::npos ? std::string_view() : misc.substr(at + 7, std::min(misc.find('|', at), misc.size()) - at - 7);
}

// Brackets of Entity=: "(4-person-new-...(5-place-..." opens, "5)" closes, "(6-object-...)" is one word.
void read_brackets(std::string_view text, std::uint32_t word, std::vector<GumMention>& open, std::vector<GumMention>& done) {
  std::size_t at = 0;
  while (at < text.size()) {
    const bool opens = text[at] == '(';
    if (opens) ++at;
    auto end = text.find_first_of("()", at);
    if (end == std::string_view::npos) end = text.size();
    const auto body = text.substr(at, end - at);
    const auto dash = body.find('-');
    const std::string id(body.substr(0, dash));
    if (opens) {
      const auto kind = dash == std::string_view::npos ? std::string_view() : body.substr(dash + 1, body.find('-', dash + 1) - dash - 1);
      const NameType type = kind == "person" ? NameType::Person : kind == "organization" ? NameType::Organization
                            : kind == "place" ? NameType::Location : NameType::Other;
      open.push_back({id, type, word, word, kind == "time"});
    }
    if (end < text.size() && text[end] == ')') {
      for (std::size_t k = open.size(); k-- > 0;) {
        if (open[k].id != id) continue;
        open[k].last = word + 1;
        done.push_back(open[k]);
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
        break;
      }
      ++end;
    }
    at = end;
  }
}

bool capital(const std::string& form) { return !form.empty() && form[0] >= 'A' && form[0] <= 'Z'; }

// The name within a mention: the proper nouns and capitals around its head, "of" and its like between them.
NamedSpan name_in(const ConlluSentence& s, const GumMention& m) {
  std::uint32_t head = m.first;
  for (auto i = m.first; i < m.last; ++i) {
    const auto h = s.words[i].head;
    if (h < static_cast<std::int32_t>(m.first) || h >= static_cast<std::int32_t>(m.last)) head = i;
  }
  if (s.words[head].upos != "PROPN") return {};
  const auto belongs = [&](std::uint32_t i) {
    const auto& w = s.words[i];
    return w.upos == "PROPN" || (capital(w.form) && w.upos != "DET" && w.upos != "PRON") || (w.upos == "NUM" && i > head);
  };
  const auto joins = [&](std::uint32_t i) {
    const auto& f = s.words[i].form;
    return f == "of" || f == "the" || f == "for" || f == "and" || f == "&" || f == "-" || f == "de" || f == "'s" || f == "." || f == "for";
  };
  NamedSpan n{head, head + 1, m.type};
  while (n.first > m.first && belongs(n.first - 1)) --n.first;
  while (n.first > m.first + 1 && s.words[n.first - 1].form == "-" && belongs(n.first - 2)) {
    n.first -= 2;
    while (n.first > m.first && belongs(n.first - 1)) --n.first;
  }
  while (n.last < m.last) {
    if (belongs(n.last)) ++n.last;
    else if (n.last + 1 < m.last && joins(n.last) && s.words[n.last].form != "'s" && belongs(n.last + 1)) n.last += 2;
    else if (n.last + 2 < m.last && joins(n.last) && s.words[n.last + 1].form == "the" && belongs(n.last + 2)) n.last += 3;
    else break;
  }
  constexpr std::string_view titles[] = {"Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Professor", "President", "Senator", "Sen.", "Rep.", "Minister",
                                         "Secretary", "General", "Gen.", "King", "Queen", "Prince", "Lord", "Sir", "Mr", "Mrs", "Dr", "Judge",
                                         "Justice", "Captain", "Colonel", "Chief", "Prime", "Vice", "Chancellor", "Governor", "Gov."};
  if (n.type == NameType::Person) {
    const auto is_title = [&](std::uint32_t i) { return std::find(std::begin(titles), std::end(titles), s.words[i].form) != std::end(titles); };
    while (n.first < n.last && is_title(n.first)) ++n.first;
    for (auto i = n.first; i < n.last; ++i) {
      if (s.words[i].form == "of" || s.words[i].form == "and") return {};
    }
  }
  return n;
}

}  // namespace

Result<std::vector<NamedSentence>> read_gum(const std::string& path) {
  auto treebank = read_treebank(path);
  if (!treebank) return treebank.error();
  std::vector<NamedSentence> out;
  for (const auto& s : *treebank) {
    NamedSentence named;
    for (const auto& c : s.comments) named.new_document = named.new_document || c.rfind("# newdoc", 0) == 0;
    std::vector<GumMention> open, done;
    for (std::uint32_t i = 0; i < s.words.size(); ++i) {
      named.forms.push_back(s.words[i].form);
      read_brackets(entity_of(s.words[i].misc), i, open, done);
    }
    std::vector<NamedSpan> names;
    for (const auto& m : done) {
      if (m.time) continue;
      const auto n = name_in(s, m);
      if (n.last > n.first) names.push_back(n);
    }
    std::sort(names.begin(), names.end(), [](const NamedSpan& a, const NamedSpan& b) {  // the longest of nested ones stays
      return a.last - a.first != b.last - b.first ? a.last - a.first > b.last - b.first : a.first < b.first;
    });
    for (const auto& n : names) {
      const bool taken = std::any_of(named.names.begin(), named.names.end(), [&](const NamedSpan& o) { return n.first < o.last && o.first < n.last; });
      if (!taken) named.names.push_back(n);
    }
    std::sort(named.names.begin(), named.names.end(), [](const NamedSpan& a, const NamedSpan& b) { return a.first < b.first; });
    out.push_back(std::move(named));
  }
  return out;
}

namespace {

using Bits = std::map<std::uint64_t, std::uint32_t>;

void add_name(Bits& bits, std::string_view name, std::uint32_t bit) {
  std::vector<std::uint64_t> words;
  for (const auto& t : corpus::segment(name).tokens) words.push_back(word_features(t.span.of(name)).lower);
  if (words.empty() || words.size() > 8) return;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    hash = NameLists::chain(hash, words[i]);
    bits[hash] |= i + 1 < words.size() ? static_cast<std::uint32_t>(kNamePrefix) : bit;
  }
  if (bit == kPerson && words.size() > 1) {
    bits[NameLists::chain(0, words.back())] |= kSurname;
    bits[NameLists::chain(0, words.front())] |= kGivenName;
  }
}

Result<Done> add_lexicon(Bits& bits, const std::string& folder, const char* file, std::uint32_t bit) {
  auto bytes = read_file(folder + "/" + file);
  if (!bytes) return bytes.error();
  const auto lines = lines_of(*bytes);
  for (std::string line; lines(line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto word = line.substr(0, line.find('\t'));
    if (word.find(' ') == std::string::npos) bits[NameLists::chain(0, word_features(word).lower)] |= bit;
  }
  return Done{};
}

// The labels of one file of the register, which is written one subject a block and one predicate a line.
void add_register(Bits& bits, std::string_view text) {
  std::uint32_t type = 0;
  const auto lines = lines_of(text);
  for (std::string line; lines(line);) {
    if (line.empty() || line[0] == '@' || line[0] == '#') continue;
    if (line[0] != ' ') {
      const auto says = [&](std::string_view word) { return line.find(word) != std::string::npos; };
      type = says("ent:Person") ? kPerson : says("ent:State ") || says("ent:Place") ? kLocation : says("ent:Post") || says("Membership") ? 0U
             : says("ent:Work") || says("ent:Election") || says("Ideology") || says("Event") || says("ActorGroup") ? kOther : kOrganization;
    }
    const bool label = line.find("skos:prefLabel") != std::string::npos || line.find("skos:altLabel") != std::string::npos ||
                       line.find("ent:acronym") != std::string::npos;
    const bool adjective = line.find("ent:adjective") != std::string::npos || line.find("ent:demonym") != std::string::npos;
    if (type == 0 || (!label && !adjective)) continue;
    for (std::size_t at = line.find('"'); at != std::string::npos;) {
      const auto end = line.find('"', at + 1);
      if (end == std::string::npos) break;
      add_name(bits, std::string_view(line).substr(at + 1, end - at - 1), adjective ? static_cast<std::uint32_t>(kAdjective) : type);
      at = line.find('"', end + 1);
    }
  }
}

}  // namespace

Result<Bits> read_lists(const std::string& lexicon, const std::string& names) {
  constexpr std::pair<const char*, std::uint32_t> files[] = {
      {"given-names.txt", kGivenName}, {"titles.txt", kTitle}, {"organization-heads.txt", kOrganizationHead},
      {"place-heads.txt", kPlaceHead}, {"person-nouns.txt", kPersonNoun}, {"group-nouns.txt", kGroupNoun},
      {"peoples-and-religions.txt", kPeople}, {"event-heads.txt", kEventHead}, {"work-heads.txt", kWorkHead},
  };
  Bits bits;
  for (const auto& [file, bit] : files) {
    if (auto done = add_lexicon(bits, lexicon, file, bit); !done) return done.error();
  }
  for (const char* day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
                          "may", "june", "july", "august", "september", "october", "november", "december"}) {
    bits[NameLists::chain(0, word_features(day).lower)] |= kCalendar;
  }
  std::vector<std::string> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(names, error)) {
    if (entry.path().extension() == ".ttl") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    add_register(bits, *bytes);
  }
  return bits;
}

}  // namespace entente::language::train
