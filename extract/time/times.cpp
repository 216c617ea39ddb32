#include "extract/time/times.hpp"

#include "extract/analysis.hpp"
#include "extract/time/reader.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract {
namespace {

TimeExpression expression_of(const TimeReader::Found& found, const corpus::Token* tokens) {
  TimeExpression e;
  e.span = cover(tokens[found.first].span, tokens[found.last - 1].span);
  e.edtf = found.value.edtf;
  e.basis = found.value.basis;
  e.timex = found.value.timex;
  e.timex_type = found.value.type;
  return e;
}

std::vector<TimeExpression> find(const corpus::Document& document, const corpus::Segmentation& segmentation, const KnownItems& known) {
  std::vector<TimeExpression> times;
  std::vector<Item> items;
  TimeContext context;
  if (document.metadata.published) context.published = parse_date(*document.metadata.published);
  for (const auto& sentence : segmentation.sentences) {
    context.sentence_day.reset();
    if (!read_items(document.text, segmentation.tokens, sentence.first, sentence.last, known, items)) continue;
    const corpus::Token* tokens = segmentation.tokens.data() + sentence.first;
    TimeReader reader(items, document.text, tokens, context);
    for (std::size_t i = 0; i < items.size();) {
      if (items[i].cls == TimeClass::None && !items[i].capital) {
        ++i;
        continue;
      }
      const auto found = reader.read(i);
      if (!found) {
        ++i;
        continue;
      }
      context.remember(found->value);
      times.push_back(expression_of(*found, tokens));
      i = found->last;
    }
  }
  return times;
}

}  // namespace

std::vector<TimeExpression> find_times(const corpus::Document& document, const corpus::Segmentation& segmentation) {
  return find(document, segmentation, {});
}

std::vector<TimeExpression> find_times(const Analysis& analysis, std::span<const KnownTimeWord> known) {
  return find(*analysis.document, analysis.segmentation, {analysis.words, known});
}

std::vector<KnownTimeWord> time_words_of(const Vocabulary& vocabulary) {
  std::vector<KnownTimeWord> rows(vocabulary.size());
  for (Symbol symbol = 1; symbol < rows.size(); ++symbol) {
    const TimeWord word = time_word(vocabulary.text(symbol));
    rows[symbol] = {static_cast<std::uint8_t>(word.cls), word.value};
  }
  return rows;
}

}  // namespace entente::extract
