#include "extract/vocabulary/lexicons.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/base/file.hpp"
#include "core/base/utf8.hpp"
#include "extract/vocabulary/inflect.hpp"
#include "extract/vocabulary/split.hpp"

namespace entente::extract {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

// Words of an item as the segmenter cuts them: at blanks, and before 's.
std::vector<std::string> item_words(std::string_view text) {
  std::vector<std::string> out;
  for (auto word : split(text, ' ')) {
    if (word.empty()) continue;
    std::string lower;
    append_lower(word, lower);
    const bool possessive = lower.size() > 2 && lower.compare(lower.size() - 2, 2, "'s") == 0;
    out.push_back(possessive ? lower.substr(0, lower.size() - 2) : lower);
    if (possessive) out.emplace_back("'s");
  }
  return out;
}

bool fits(LexiconKind kind, const Word& word) {
  switch (kind) {
    case LexiconKind::Verbs: return word.upos == Upos::Verb || word.upos == Upos::Aux;
    case LexiconKind::Nouns: return word.upos == Upos::Noun || word.upos == Upos::Propn;
    default: return true;
  }
}

}  // namespace

std::string_view LexiconItem::attribute(std::string_view key) const {
  for (const auto& [name, value] : attributes)
    if (name == key) return value;
  return {};
}

void Lexicons::load(const std::filesystem::path& folder, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    if (it->path().extension() == ".txt" && it->path().stem().extension() != ".LICENSE") files.push_back(it->path());
  if (error) return diagnostics.error(Code::IoOpen, {folder.string(), 0, 0, {}}, "Cannot read the folder of lexicons: " + error.message());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    auto text = read_file(file);
    if (!text) diagnostics.add(text.error());
    else add(file.stem().string(), *text, file.string(), vocabulary, diagnostics);
  }
}

void Lexicons::add(std::string_view name, std::string_view text, const std::string& file, Vocabulary& vocabulary,
                   Diagnostics& diagnostics) {
  if (names_.size() == kMaxLexicons)
    return diagnostics.error(Code::LexiconLimit, {file, 0, 0, {}}, "There are more than 256 lexicons");
  if (const auto at = find_invalid_utf8(text)) {
    const auto line = 1 + static_cast<std::uint64_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*at), '\n'));
    return diagnostics.error(Code::TextNotUtf8, {file, line, 0, {}}, "The lexicon is not UTF-8");
  }
  const auto id = static_cast<LexiconId>(names_.size());
  names_.emplace_back(name);
  kinds_.push_back(text.substr(0, 8) == "#! verbs" ? LexiconKind::Verbs
                   : text.substr(0, 8) == "#! nouns" ? LexiconKind::Nouns : LexiconKind::Words);
  std::uint64_t number = 0;
  for (auto line : split(text, '\n')) {
    ++number;
    if (const auto hash = line.find('#'); hash != std::string_view::npos) line = line.substr(0, hash);
    if (!trim(line).empty()) add_item(id, line, {file, number, 1, {}}, vocabulary, diagnostics);
  }
}

void Lexicons::add_item(LexiconId id, std::string_view line, Place place, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  const auto fields = split(line, '\t');
  LexiconItem item;
  item.text = std::string(trim(fields[0]));
  item.lexicon = id;
  for (std::size_t i = 1; i < fields.size(); ++i) {
    const auto field = trim(fields[i]);
    const auto equals = field.find('=');
    if (field.empty()) continue;
    if (equals == std::string_view::npos || equals == 0) {
      diagnostics.error(Code::LexiconSyntax, place, "An attribute must be key=value, found \"" + std::string(field) + '"');
      return;
    }
    item.attributes.emplace_back(field.substr(0, equals), field.substr(equals + 1));
  }
  const auto words = item_words(item.text);
  if (words.empty() || words.size() > 12) {
    diagnostics.error(Code::LexiconSyntax, place, "An item must have one to twelve words");
    return;
  }
  const auto kind = kinds_[id];
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool verb = kind == LexiconKind::Verbs && i == 0;
    const bool noun = kind == LexiconKind::Nouns && i + 1 == words.size();
    item.words.push_back(verb ? vocabulary.intern_verb(words[i]) : noun ? vocabulary.intern_noun(words[i]) : vocabulary.intern(words[i]));
  }
  index(item, vocabulary);
  items_.push_back(std::move(item));
}

void Lexicons::index(const LexiconItem& item, Vocabulary& vocabulary) {
  building_.resize(vocabulary.size());
  const auto kind = kinds_[item.lexicon];
  const Symbol first = item.words.front();
  std::vector<Symbol> spellings{first};
  const bool inflected = kind == LexiconKind::Verbs || (kind == LexiconKind::Nouns && item.words.size() == 1);
  if (inflected) {
    const std::string lemma(vocabulary.text(first));
    if (kind == LexiconKind::Verbs)
      for (const auto& [form, unused] : verb_forms(lemma)) spellings.push_back(vocabulary.find(form));
    else
      for (const auto& form : noun_forms(lemma)) spellings.push_back(vocabulary.find(form));
  }
  for (const Symbol symbol : spellings)
    (item.words.size() == 1 ? building_[symbol].first : building_[symbol].second).set(item.lexicon);
}

void Lexicons::order_by_first(std::size_t symbols) {
  first_items_.resize(items_.size());
  for (std::uint32_t i = 0; i < items_.size(); ++i) first_items_[i] = i;
  std::stable_sort(first_items_.begin(), first_items_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const LexiconItem& x = items_[a];
    const LexiconItem& y = items_[b];
    if (x.words.front() != y.words.front()) return x.words.front() < y.words.front();
    return x.lexicon != y.lexicon ? x.lexicon < y.lexicon : x.words.size() > y.words.size();
  });
  first_begin_.assign(symbols + 1, 0);
  for (const LexiconItem& item : items_) ++first_begin_[item.words.front() + 1];
  for (std::size_t s = 0; s < symbols; ++s) first_begin_[s + 1] += first_begin_[s];
}

void Lexicons::freeze(Vocabulary& vocabulary) {
  struct Hash {
    std::size_t operator()(const std::pair<LexiconSet, LexiconSet>& set) const {
      return std::hash<LexiconSet>()(set.first) * 31 + std::hash<LexiconSet>()(set.second);
    }
  };
  std::unordered_map<std::pair<LexiconSet, LexiconSet>, std::uint16_t, Hash> known;  // never iterated
  building_.resize(vocabulary.size());
  for (Symbol symbol = 0; symbol < building_.size(); ++symbol) {
    const auto& set = building_[symbol];
    if (set.first.none() && set.second.none()) continue;
    const auto [at, fresh] = known.try_emplace(set, static_cast<std::uint16_t>(sets_.size()));
    if (fresh) sets_.push_back(set);
    vocabulary.info(symbol).lexicons = at->second;
  }
  building_.clear();
  order_by_first(vocabulary.size());
}

std::optional<LexiconId> Lexicons::find(std::string_view name) const {
  const auto at = std::find(names_.begin(), names_.end(), name);
  if (at == names_.end()) return std::nullopt;
  return static_cast<LexiconId>(at - names_.begin());
}

bool Lexicons::contains(LexiconId id, const Vocabulary& vocabulary, const Word& word) const {
  return word.form != 0 && members(vocabulary.info(word.form)).test(id) && fits(kinds_[id], word);
}

Lexicons::Found Lexicons::longest(LexiconId id, const Vocabulary& vocabulary, const std::vector<Word>& words, std::uint32_t at,
                                  std::uint32_t end) const {
  if (words[at].form == 0) return {};
  const WordInfo& info = vocabulary.info(words[at].form);
  if (!members(info).test(id) && !starters(info).test(id)) return {};
  const auto kind = kinds_[id];
  const auto same = [&](Symbol wanted, std::uint32_t token, bool inflected) {
    if (words[token].form == wanted && (!inflected || fits(kind, words[token]))) return true;
    if (!inflected || words[token].form == 0) return false;
    const WordInfo& known = vocabulary.info(words[token].form);
    return fits(kind, words[token]) && wanted == (kind == LexiconKind::Verbs ? known.verb_lemma : known.noun_lemma);
  };
  Found best;
  const auto try_first = [&](Symbol first) {
    if (first + 1U >= first_begin_.size()) return;
    for (std::uint32_t item = first_begin_[first]; item < first_begin_[first + 1]; ++item) {
      const std::uint32_t number = first_items_[item];
      if (items_[number].lexicon != id) continue;
      const auto& wanted = items_[number].words;
      if (wanted.size() <= best.words) return;
      if (at + wanted.size() > end) continue;
      bool all = true;
      for (std::uint32_t i = 0; all && i < wanted.size(); ++i)
        all = same(wanted[i], at + i, kind == LexiconKind::Verbs ? i == 0 : kind == LexiconKind::Nouns && i + 1 == wanted.size());
      if (all) best = {number, static_cast<std::uint32_t>(wanted.size())};
    }
  };
  try_first(words[at].form);
  if (kind == LexiconKind::Verbs && info.verb_lemma != 0) try_first(info.verb_lemma);
  if (kind == LexiconKind::Nouns && info.noun_lemma != 0) try_first(info.noun_lemma);
  return best;
}

}  // namespace entente::extract
