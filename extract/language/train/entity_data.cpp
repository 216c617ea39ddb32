// What the entity tagger learns from: columns of words and tags, GUM's mentions.
#include <array>
#include <cctype>
#include <cstdio>
#include <map>

#include "extract/language/conllu.hpp"
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

namespace {

bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; }

// A word's parts: around hyphens between letters, and before a possessive.
std::vector<std::string> parts_of(const std::string& form) {
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool hyphen = form[i] == '-' && i > 0 && i + 1 < form.size() && letter(form[i - 1]) && letter(form[i + 1]);
    if (hyphen) {
      out.emplace_back("-");
      out.emplace_back();
    } else {
      out.back() += form[i];
    }
  }
  auto& last = out.back();
  for (const std::string ending : {"'s", "\xE2\x80\x99s"}) {
    if (last.size() <= ending.size() || last.compare(last.size() - ending.size(), ending.size(), ending) != 0) continue;
    last.resize(last.size() - ending.size());
    out.push_back(ending);
    break;
  }
  return out;
}

// Words of short messages as the treebanks have them; see read_columns().
NamedSentence tidied(const NamedSentence& s) {
  NamedSentence out;
  out.new_document = s.new_document;
  std::vector<std::uint32_t> at(s.forms.size() + 1);  // where each old word begins
  std::vector<std::uint32_t> end(s.forms.size());     // behind its last part that belongs to a person's name
  for (std::size_t i = 0; i < s.forms.size(); ++i) {
    const auto& f = s.forms[i];
    at[i] = end[i] = static_cast<std::uint32_t>(out.forms.size());
    const bool handle = f == "@" && i + 1 < s.forms.size() && (letter(s.forms[i + 1][0]) || std::isdigit(static_cast<unsigned char>(s.forms[i + 1][0])) != 0 || s.forms[i + 1][0] == '_');
    if (handle) {
      ++i;
      at[i] = end[i] = at[i - 1];
      continue;
    }
    if ((f.size() > 1 && f[0] == '@') || f.rfind("http://", 0) == 0 || f.rfind("https://", 0) == 0) continue;
    const auto parts = f.find('/') == std::string::npos && f.find('@') == std::string::npos ? parts_of(f) : std::vector<std::string>{f};
    out.forms.insert(out.forms.end(), parts.begin(), parts.end());
    const bool possessive = parts.size() > 1 && parts.back().size() > 1 && parts.back().back() == 's' && !letter(parts.back()[0]);
    end[i] = static_cast<std::uint32_t>(out.forms.size()) - (possessive ? 1 : 0);
  }
  at.back() = static_cast<std::uint32_t>(out.forms.size());
  for (auto n : s.names) {
    n = {at[n.first], n.type == NameType::Person ? end[n.last - 1] : at[n.last], n.type};
    if (n.last > n.first) out.names.push_back(n);
  }
  return out;
}

}  // namespace

Result<std::vector<NamedSentence>> read_columns(const std::string& path, bool tidy) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  std::vector<NamedSentence> out;
  NamedSentence sentence;
  bool new_document = true;
  const auto finish = [&] {
    if (sentence.forms.empty()) return;
    sentence.new_document = new_document;
    if (tidy) sentence = tidied(sentence);
    if (!sentence.forms.empty() && (!tidy || !sentence.names.empty() || sentence.forms.size() > 2)) {
      new_document = false;
      out.push_back(std::move(sentence));
    }
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

// "first-last:TYPE", nothing if it is not that or lies outside of the sentence.
NamedSpan span_of(std::string_view text, std::size_t words) {
  unsigned first = 0, last = 0;
  char type[4] = {};
  if (std::sscanf(std::string(text).c_str(), "%u-%u:%3[A-Z]", &first, &last, type) != 3) return {};
  if (first == 0 || first > last || last > words) return {};
  return {first - 1, last, type_of(type)};
}

}  // namespace

Result<std::vector<NamedSentence>> read_stand_off(const std::string& treebank, const std::string& names) {
  auto bytes = read_file(names);
  if (!bytes) return bytes.error();
  std::map<std::string, std::string, std::less<>> by_sentence;
  const auto lines = lines_of(*bytes);
  for (std::string line; lines(line);) {
    const auto tab = line.find('\t');
    if (line[0] != '#' && tab != std::string::npos) by_sentence[line.substr(0, tab)] = line.substr(tab + 1);
  }
  auto sentences = read_treebank(treebank);
  if (!sentences) return sentences.error();
  std::vector<NamedSentence> out;
  for (const auto& s : *sentences) {
    NamedSentence named;
    for (const auto& w : s.words) named.forms.push_back(w.form);
    for (const auto& c : s.comments) {
      named.new_document = named.new_document || c.rfind("# newdoc", 0) == 0;
      constexpr std::string_view id = "# sent_id = ";
      const auto found = c.rfind(id, 0) == 0 ? by_sentence.find(std::string_view(c).substr(id.size())) : by_sentence.end();
      if (found == by_sentence.end()) continue;
      for (const auto text : split(found->second)) {
        const auto n = span_of(text, s.words.size());
        if (n.last == 0) return Diagnostic{Severity::Error, Code::ConlluSyntax, {}, names + ": " + found->first + " has no words " + std::string(text)};
        named.names.push_back(n);
      }
    }
    out.push_back(std::move(named));
  }
  return out;
}

}  // namespace entente::language::train
