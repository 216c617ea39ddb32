// Loads and scores the shallow tagger. The feature families and their keys are those of the training script:
// t1 tt (tags before), c1 cc (commonest tags after), tc, sh st (shape), w0 p1 n1 (words), s2 s3 (suffixes of rare
// words), wt wc (the 400 most ambiguous words with the tag before and the commonest tag after).
#include "extract/shallow/tagger.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>

#include "extract/vocabulary/split.hpp"

namespace entente::extract {
namespace {

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::uint32_t pack(std::string_view bytes) {
  auto key = static_cast<std::uint32_t>(bytes.size()) << 24;
  for (const char c : bytes) key = (key & 0xFF000000U) | ((key & 0xFFFFU) << 8) | static_cast<unsigned char>(c);
  return key;
}

std::uint32_t pack_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    int value = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
    bytes += static_cast<char>(value);
  }
  return pack(bytes);
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

Result<ShallowTagger> ShallowTagger::load(std::string_view table, Vocabulary& vocabulary) {
  ShallowTagger tagger;
  const auto families = std::make_unique<Families>();
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
    if (form) tagger.add_form(fields, vocabulary);
    else tagger.add_weights(fields[1], fields[2], fields[3], vocabulary, *families);
  }
  if (!header) return Diagnostic{Severity::Error, Code::ShallowModel, {}, "The shallow tagger's table is empty"};
  tagger.combine(*families, vocabulary);
  if (!tagger.sums_fit()) return Diagnostic{Severity::Error, Code::ShallowModel, {}, "Weights of the shallow tagger's table are too large"};
  return tagger;
}

void ShallowTagger::add_form(const std::vector<std::string_view>& fields, Vocabulary& vocabulary) {
  const Symbol symbol = vocabulary.intern(fields[1]);
  if (symbol >= forms_.size()) {
    forms_.resize(symbol + 1);
    known_.resize(symbol + 1);
  }
  Known known;
  known.count = static_cast<std::uint8_t>(number(fields[2]));
  known.best = static_cast<std::uint8_t>(number(fields[3]));
  if (!fields[4].empty())
    for (const auto tag : split(fields[4], ',')) known.mask |= 1U << (static_cast<unsigned>(number(tag)) % kTags);
  known_[symbol] = known;
  if (fields[5].empty()) return;
  for (const auto lemma : split(fields[5], ',')) {
    if (lemma.size() < 3) continue;
    const Symbol target = vocabulary.intern(lemma.substr(2));
    WordInfo& info = vocabulary.info(symbol);
    (lemma[0] == 'v' ? info.verb_lemma : lemma[0] == 'n' ? info.noun_lemma : info.other_lemma) = target;
  }
}

ShallowTagger::Row& ShallowTagger::row_at(std::uint32_t& index) {
  if (index == 0) {
    index = static_cast<std::uint32_t>(rows_.size());
    rows_.emplace_back();
  }
  return rows_[index];
}

// The row number kept for a suffix; a new one has 0.
std::uint32_t& ShallowTagger::suffix(std::uint32_t key) {
  const auto home = [&](std::uint32_t k) { return (k * 0x9E3779B1U) >> 8 & (suffixes_.size() - 1); };
  std::size_t i = home(key);
  while (suffixes_[i].key != 0 && suffixes_[i].key != key) i = (i + 1) & (suffixes_.size() - 1);
  if (suffixes_[i].key == 0) {
    suffixes_[i].key = key;
    if (++suffix_count_ * 2 > suffixes_.size()) {
      std::vector<Suffix> old(suffixes_.size() * 2);
      old.swap(suffixes_);
      for (const Suffix& s : old) {
        if (s.key == 0) continue;
        std::size_t to = home(s.key);
        while (suffixes_[to].key != 0) to = (to + 1) & (suffixes_.size() - 1);
        suffixes_[to] = s;
      }
      return suffix(key);
    }
  }
  return suffixes_[i].row;
}

std::uint32_t ShallowTagger::suffix_row(std::string_view lower, std::size_t size) const {
  const std::uint32_t key = pack(lower.substr(lower.size() < size ? 0 : lower.size() - size));
  for (std::size_t i = (key * 0x9E3779B1U) >> 8 & (suffixes_.size() - 1); suffixes_[i].key != 0; i = (i + 1) & (suffixes_.size() - 1))
    if (suffixes_[i].key == key) return suffixes_[i].row;
  return 0;
}

// One row after the other, so that each is three additions of eight numbers.
[[gnu::always_inline]] inline void ShallowTagger::add_row(Row& sum, const Row& row) {
  for (std::size_t k = 0; k < sum.size(); ++k) sum[k] = static_cast<std::int16_t>(sum[k] + row[k]);
}

// Families that always go together become one, and rare words learn the rows of their suffixes.
void ShallowTagger::combine(const Families& families, const Vocabulary& vocabulary) {
  for (std::size_t t = 0; t < kContexts; ++t) {
    for (std::size_t c = 0; c < kContexts; ++c) {
      Row& row = near_[t * kContexts + c];
      row = families.tc[t * kContexts + c];
      add_row(row, families.t1[t]);
      add_row(row, families.c1[c]);
    }
    for (std::size_t shape = 0; shape < families.shape.size(); ++shape) add_row(outline_[shape * kContexts + t], families.shape[shape]);
  }
  for (Symbol symbol = 1; symbol < forms_.size(); ++symbol) {
    if (known_[symbol].count >= 10) continue;
    forms_[symbol].s2 = suffix_row(vocabulary.text(symbol), 2);
    forms_[symbol].s3 = suffix_row(vocabulary.text(symbol), 3);
  }
}

// Eleven rows are added up at most, in sixteen bits.
bool ShallowTagger::sums_fit() const {
  int most = 0;
  const auto see = [&](const auto& rows) {
    for (const Row& row : rows)
      for (const std::int16_t w : row) most = std::max(most, std::abs(static_cast<int>(w)));
  };
  see(rows_);
  see(tt_);
  see(cc_);
  see(near_);
  see(outline_);
  return most * 11 <= INT16_MAX;
}

ShallowTagger::Row& ShallowTagger::row_of(std::string_view family, std::string_view key, const Vocabulary& vocabulary,
                                          Families& families) {
  const auto comma = key.rfind(',');
  const auto first = static_cast<unsigned>(number(key));
  const auto second = comma == std::string_view::npos ? 0U : static_cast<unsigned>(number(key.substr(comma + 1)));
  if (family == "t1") return families.t1[first % 22];
  if (family == "c1") return families.c1[first % 22];
  if (family == "tt") return tt_[(first % 22) * 22 + second % 22];
  if (family == "cc") return cc_[(first % 22) * 22 + second % 22];
  if (family == "tc") return families.tc[(first % 22) * 22 + second % 22];
  if (family == "sh") return families.shape[first % 64];
  if (family == "st") return outline_[(first % 64) * 22 + second % 22];
  if (family == "s2" || family == "s3") return row_at(suffix(pack_hex(key)));
  const bool joint = family == "wt" || family == "wc";
  const Symbol symbol = vocabulary.find(joint ? key.substr(0, comma) : key);
  if (symbol == 0 || symbol >= forms_.size()) return rows_[0];
  Form& known = forms_[symbol];
  if (family == "w0") return row_at(known.w0);
  if (family == "p1") return row_at(known.p1);
  if (family == "n1") return row_at(known.n1);
  std::uint32_t& block = family == "wt" ? known.wt : known.wc;
  if (block == 0) {
    block = static_cast<std::uint32_t>(rows_.size());
    rows_.resize(rows_.size() + 22);
  }
  return rows_[block + second % 22];
}

void ShallowTagger::add_weights(std::string_view family, std::string_view key, std::string_view cells, Vocabulary& vocabulary,
                                Families& families) {
  Row& row = row_of(family, key, vocabulary, families);
  if (&row == rows_.data()) return;
  for (const auto cell : split(cells, ' ')) {
    const auto colon = cell.find(':');
    if (colon == std::string_view::npos) continue;
    row[static_cast<unsigned>(number(cell)) % kTags] = static_cast<std::int16_t>(number(cell.substr(colon + 1)));
  }
}

std::uint8_t ShallowTagger::guess(const Word& word, std::string_view lower) const {
  const auto ends = [&](std::string_view end) { return lower.size() >= end.size() && lower.substr(lower.size() - end.size()) == end; };
  const auto tag = [&] {
    if (word.shape & kHasDigit) return FineTag::Num;
    if ((word.shape & kCapitalised) && !(word.shape & kSentenceStart)) return FineTag::Propn;
    if (ends("ing")) return FineTag::Vbg;
    if (ends("ed")) return FineTag::Vbn;
    if (ends("ly")) return FineTag::Adv;
    return (word.shape & kPunctuation) ? FineTag::Punct : FineTag::Noun;
  }();
  return static_cast<std::uint8_t>(tag);
}

FineTag ShallowTagger::best(const Known& known, const Form& now, const Form& before, const Form& after, const Context& context,
                            std::string_view lower) const {
  const auto t1 = static_cast<std::size_t>(context.t1);
  const auto t2 = static_cast<std::size_t>(context.t2);
  const bool unknown = &now == &forms_[0];
  Row sum = near_[t1 * kContexts + context.c1];
  add_row(sum, tt_[t2 * kContexts + t1]);
  add_row(sum, cc_[context.c1 * kContexts + context.c2]);
  add_row(sum, outline_[context.shape * kContexts + t1]);
  add_row(sum, rows_[now.w0]);
  add_row(sum, rows_[before.p1]);
  add_row(sum, rows_[after.n1]);
  if (known.count < 10) {
    add_row(sum, rows_[unknown ? suffix_row(lower, 2) : now.s2]);
    add_row(sum, rows_[unknown ? suffix_row(lower, 3) : now.s3]);
  }
  if (now.wt != 0) add_row(sum, rows_[now.wt + t1]);
  if (now.wc != 0) add_row(sum, rows_[now.wc + context.c1]);
  unsigned chosen = 0;
  int high = INT32_MIN;
  for (std::uint32_t left = known.mask != 0 ? known.mask : (1U << kTags) - 1; left != 0; left &= left - 1) {
    const auto k = static_cast<unsigned>(__builtin_ctz(left));
    if (sum[k] <= high) continue;
    high = sum[k];
    chosen = k;
  }
  return static_cast<FineTag>(chosen);
}

}  // namespace entente::extract
