// Loads the shallow tagger. The feature families and their keys are those of the training script:
// t1 tt (tags before), c1 cc (commonest tags after), tc, sh st (shape), w0 p1 n1 (words), s2 s3 (suffixes of rare
// words), wt wc (the 400 most ambiguous words with the tag before and the commonest tag after).
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>

#include "extract/shallow/tagger.hpp"
#include "extract/vocabulary/inflect.hpp"
#include "extract/vocabulary/split.hpp"

namespace entente::extract {
namespace {

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    int value = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
    bytes += static_cast<char>(value);
  }
  return bytes;
}

// Common words come first in the vocabulary: tables by symbol are then read in few places for most of a text.
void intern_common(std::string_view table, Vocabulary& vocabulary) {
  while (!table.empty()) {
    const auto end = table.find('\n');
    const auto line = table.substr(0, end);
    table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
    if (line.substr(0, 2) != "F\t") continue;
    const auto tab = line.find('\t', 2);
    if (tab != std::string_view::npos && line.substr(tab, 4) == "\t10\t") vocabulary.intern(line.substr(2, tab - 2));
  }
}

}  // namespace

// The table while it is read: weights by family and in the order of the file, before ShallowTagger's rows are laid out.
class ShallowTable {
 public:
  explicit ShallowTable(ShallowTagger& tagger, Vocabulary& vocabulary) : tagger_(tagger), vocabulary_(vocabulary) {}
  void add_form(const std::vector<std::string_view>& fields);
  void add_weights(std::string_view family, std::string_view key, std::string_view cells);
  void finish();
  // Eleven rows are added up at most, in sixteen bits.
  bool sums_fit() const;

 private:
  static constexpr std::size_t kContexts = ShallowTagger::kContexts;
  using Row = ShallowTagger::Row;
  struct WordRows {
    std::array<std::uint32_t, ShallowTagger::kParts> parts{};   // in rows_; 0: none
    std::uint32_t before = 0, after = 0;                        // the first of kContexts
  };
  Row* row_of(std::string_view family, std::string_view key);
  Row* row_of_word(std::string_view family, std::string_view key);
  Row* row_at(std::uint32_t& index);
  std::uint32_t& suffix(std::uint32_t key);
  void combine();
  void lay_out(Symbol symbol);
  void learn_suffixes();

  ShallowTagger& tagger_;
  Vocabulary& vocabulary_;
  std::vector<Row> rows_{1};
  std::vector<WordRows> words_;
  std::size_t suffix_count_ = 0;
  std::array<Row, kContexts> t1_{}, c1_{};
  std::array<Row, kContexts * kContexts> tc_{};
  std::array<Row, 64> shape_{};
};

Result<ShallowTagger> ShallowTagger::load(std::string_view table, Vocabulary& vocabulary) {
  ShallowTagger tagger;
  const auto reader = std::make_unique<ShallowTable>(tagger, vocabulary);
  intern_common(table, vocabulary);
  std::uint64_t line_number = 0;
  bool header = false;
  while (!table.empty()) {
    const auto end = table.find('\n');
    const auto line = table.substr(0, end);
    table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
    ++line_number;
    if (line.empty() || line[0] == '#') continue;
    const auto fields = split(line, '\t');
    header = header || fields[0] == "T";
    const bool form = fields[0] == "F" && fields.size() == 6;
    const bool weights = fields[0] == "W" && fields.size() == 4;
    if (fields[0] == "T" || (fields[0] == "J" && fields.size() == 2)) continue;
    if (!header || (!form && !weights))
      return Diagnostic{Severity::Error, Code::ShallowModel, {{}, line_number, 1, {}}, "A line of the shallow tagger's table is broken"};
    if (form) reader->add_form(fields);
    else reader->add_weights(fields[1], fields[2], fields[3]);
  }
  if (!header) return Diagnostic{Severity::Error, Code::ShallowModel, {}, "The shallow tagger's table is empty"};
  reader->finish();
  if (!reader->sums_fit()) return Diagnostic{Severity::Error, Code::ShallowModel, {}, "Weights of the shallow tagger's table are too large"};
  return tagger;
}

void ShallowTable::add_form(const std::vector<std::string_view>& fields) {
  const Symbol symbol = vocabulary_.intern(fields[1]);
  if (symbol >= tagger_.forms_.size()) tagger_.forms_.resize(symbol + 1);
  ShallowTagger::Form& known = tagger_.forms_[symbol];
  known = {};
  known.count = static_cast<std::uint8_t>(number(fields[2]));
  known.best = static_cast<std::uint8_t>(number(fields[3]));
  if (!fields[4].empty())
    for (const auto tag : split(fields[4], ',')) known.mask |= 1U << (static_cast<unsigned>(number(tag)) % ShallowTagger::kTags);
  if (fields[5].empty()) return;
  for (const auto lemma : split(fields[5], ',')) {
    if (lemma.size() < 3) continue;
    const bool other = lemma[0] != 'v' && lemma[0] != 'n';
    const Symbol target = vocabulary_.intern(other ? std::string(lemma.substr(2)) : canonical_lemma(lemma.substr(2)));  // one for British and American
    WordInfo& info = vocabulary_.info(symbol);
    (lemma[0] == 'v' ? info.verb_lemma : lemma[0] == 'n' ? info.noun_lemma : info.other_lemma) = target;
  }
}

ShallowTable::Row* ShallowTable::row_at(std::uint32_t& index) {
  if (index == 0) {
    index = static_cast<std::uint32_t>(rows_.size());
    rows_.emplace_back();
  }
  return &rows_[index];
}

// The row number kept for a suffix; a new one has 0.
std::uint32_t& ShallowTable::suffix(std::uint32_t key) {
  auto& all = tagger_.suffixes_;
  std::size_t i = tagger_.home(key);
  while (all[i].key != 0 && all[i].key != key) i = (i + 1) & (all.size() - 1);
  if (all[i].key == 0) {
    all[i].key = key;
    if (++suffix_count_ * 2 > all.size()) {
      std::vector<ShallowTagger::Suffix> old(all.size() * 2);
      old.swap(all);
      for (const auto& s : old) {
        if (s.key == 0) continue;
        std::size_t to = tagger_.home(s.key);
        while (all[to].key != 0) to = (to + 1) & (all.size() - 1);
        all[to] = s;
      }
      return suffix(key);
    }
  }
  return all[i].row;
}

// Null for a word that the table does not know.
ShallowTable::Row* ShallowTable::row_of_word(std::string_view family, std::string_view key) {
  const bool joint = family == "wt" || family == "wc";
  const auto comma = key.rfind(',');
  const Symbol symbol = vocabulary_.find(joint ? key.substr(0, comma) : key);
  if (symbol == 0 || symbol >= tagger_.forms_.size()) return nullptr;
  if (symbol >= words_.size()) words_.resize(tagger_.forms_.size());
  WordRows& word = words_[symbol];
  if (family == "w0") return row_at(word.parts[ShallowTagger::kAsItself]);
  if (family == "p1") return row_at(word.parts[ShallowTagger::kAsPrevious]);
  if (family == "n1") return row_at(word.parts[ShallowTagger::kAsNext]);
  std::uint32_t& block = family == "wt" ? word.before : word.after;
  if (block == 0) {
    block = static_cast<std::uint32_t>(rows_.size());
    rows_.resize(rows_.size() + kContexts);
  }
  const auto context = comma == std::string_view::npos ? 0U : static_cast<unsigned>(number(key.substr(comma + 1)));
  return &rows_[block + context % kContexts];
}

ShallowTable::Row* ShallowTable::row_of(std::string_view family, std::string_view key) {
  const auto comma = key.rfind(',');
  const auto first = static_cast<unsigned>(number(key));
  const auto second = comma == std::string_view::npos ? 0U : static_cast<unsigned>(number(key.substr(comma + 1)));
  const auto pair = (first % kContexts) * kContexts + second % kContexts;
  if (family == "t1") return &t1_[first % kContexts];
  if (family == "c1") return &c1_[first % kContexts];
  if (family == "tt") return &tagger_.tt_[pair];
  if (family == "cc") return &tagger_.cc_[pair];
  if (family == "tc") return &tc_[pair];
  if (family == "sh") return &shape_[first % 64];
  if (family == "st") return &tagger_.outline_[(first % 64) * kContexts + second % kContexts];
  if (family == "s2" || family == "s3") return row_at(suffix(ShallowTagger::pack(from_hex(key))));
  return row_of_word(family, key);
}

void ShallowTable::add_weights(std::string_view family, std::string_view key, std::string_view cells) {
  Row* const row = row_of(family, key);
  if (row == nullptr) return;
  for (const auto cell : split(cells, ' ')) {
    const auto colon = cell.find(':');
    if (colon == std::string_view::npos) continue;
    (*row)[static_cast<unsigned>(number(cell)) % ShallowTagger::kTags] = static_cast<std::int16_t>(number(cell.substr(colon + 1)));
  }
}

// Families that always go together become one.
void ShallowTable::combine() {
  for (std::size_t t = 0; t < kContexts; ++t) {
    for (std::size_t c = 0; c < kContexts; ++c) {
      Row& row = tagger_.near_[t * kContexts + c];
      row = tc_[t * kContexts + c];
      ShallowTagger::add_row(row, t1_[t]);
      ShallowTagger::add_row(row, c1_[c]);
    }
    for (std::size_t shape = 0; shape < shape_.size(); ++shape) ShallowTagger::add_row(tagger_.outline_[shape * kContexts + t], shape_[shape]);
  }
}

// Copies a word's rows to stand together.
void ShallowTable::lay_out(Symbol symbol) {
  const WordRows& word = words_[symbol];
  ShallowTagger::Form& form = tagger_.forms_[symbol];
  auto& out = tagger_.rows_;
  if (word.parts != decltype(word.parts){}) {
    form.rows = static_cast<std::uint32_t>(out.size());
    for (const auto part : word.parts) out.push_back(rows_[part]);
  }
  if (word.before == 0 && word.after == 0) return;
  form.joint = static_cast<std::uint32_t>(out.size());
  for (const auto block : {word.before, word.after})
    for (std::uint32_t c = 0; c < kContexts; ++c) out.push_back(block == 0 ? Row{} : rows_[block + c]);
}

// Rare words know the rows of their suffixes.
void ShallowTable::learn_suffixes() {
  for (auto& suffix : tagger_.suffixes_) {
    if (suffix.row == 0) continue;
    tagger_.rows_.push_back(rows_[suffix.row]);
    suffix.row = static_cast<std::uint32_t>(tagger_.rows_.size() - 1);
  }
  for (Symbol symbol = 1; symbol < tagger_.forms_.size(); ++symbol) {
    ShallowTagger::Form& form = tagger_.forms_[symbol];
    if (form.count >= 10) continue;
    form.s2 = tagger_.suffix_row(vocabulary_.text(symbol), 2);
    form.s3 = tagger_.suffix_row(vocabulary_.text(symbol), 3);
  }
}

void ShallowTable::finish() {
  combine();
  for (Symbol symbol = 1; symbol < words_.size(); ++symbol) lay_out(symbol);
  learn_suffixes();
}

bool ShallowTable::sums_fit() const {
  int most = 0;
  const auto see = [&](const auto& rows) {
    for (const Row& row : rows)
      for (const std::int16_t w : row) most = std::max(most, std::abs(static_cast<int>(w)));
  };
  see(tagger_.rows_);
  see(tagger_.tt_);
  see(tagger_.cc_);
  see(tagger_.near_);
  see(tagger_.outline_);
  return most * 11 <= INT16_MAX;
}

}  // namespace entente::extract
