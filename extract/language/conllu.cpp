#include "extract/language/conllu.hpp"

#include <charconv>

namespace entente::language {
namespace {

constexpr std::size_t kMostWords = 1000000;

std::vector<std::string_view> split_tabs(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    const auto tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string value_of(std::string_view field) { return field == "_" ? std::string() : std::string(field); }

}  // namespace

Diagnostic ConlluReader::error(std::string message) const {
  return {Severity::Error, Code::ConlluSyntax, {name_, number_, 0, {}}, std::move(message)};
}

Result<Done> ConlluReader::add_range(ConlluSentence& sentence, const std::vector<std::string_view>& fields) {
  const auto dash = fields[0].find('-');
  const auto first = number_of(fields[0].substr(0, dash));
  const auto last = number_of(fields[0].substr(dash + 1));
  const auto next = static_cast<std::int64_t>(sentence.words.size()) + 1;
  if (!first || !last || *first != next || *last < *first || *last - *first > 1000) {
    return error("Range '" + std::string(fields[0]) + "' does not begin at the next word");
  }
  sentence.ranges.push_back({static_cast<std::uint32_t>(*first - 1), static_cast<std::uint32_t>(*last),
                             std::string(fields[1]), value_of(fields[9])});
  return Done{};
}

Result<Done> ConlluReader::add_line(ConlluSentence& sentence, std::vector<std::int64_t>& heads) {
  const auto fields = split_tabs(line_);
  if (fields.size() != 10) return error("A word line needs 10 fields between tabs, not " + std::to_string(fields.size()));
  if (fields[0].find('.') != std::string_view::npos) return Done{};
  if (fields[0].find('-') != std::string_view::npos) return add_range(sentence, fields);
  const auto id = number_of(fields[0]);
  if (!id || *id != static_cast<std::int64_t>(sentence.words.size()) + 1) {
    return error("Word number '" + std::string(fields[0]) + "' should be " + std::to_string(sentence.words.size() + 1));
  }
  if (fields[1].empty()) return error("A word has no form");
  if (sentence.words.size() >= kMostWords) return error("A sentence has more than " + std::to_string(kMostWords) + " words");
  const auto head = fields[6] == "_" ? std::optional<std::int64_t>(0) : number_of(fields[6]);
  if (!head || *head < 0) return error("Head '" + std::string(fields[6]) + "' is not a number");
  heads.push_back(*head);
  sentence.words.push_back({std::string(fields[1]), std::string(fields[2]), value_of(fields[3]), value_of(fields[4]),
                            value_of(fields[5]), value_of(fields[7]), value_of(fields[9]), -1});
  return Done{};
}

Result<std::optional<ConlluSentence>> ConlluReader::next() {
  ConlluSentence sentence;
  std::vector<std::int64_t> heads;
  while (lines_(line_)) {
    ++number_;
    if (!line_.empty() && line_.back() == '\r') line_.pop_back();
    if (line_.empty()) {
      if (!sentence.words.empty()) break;
      continue;
    }
    if (line_[0] == '#') {
      sentence.comments.push_back(line_);
    } else if (auto done = add_line(sentence, heads); !done) {
      return done.error();
    }
  }
  const auto words = static_cast<std::int64_t>(sentence.words.size());
  if (words == 0) return std::optional<ConlluSentence>();
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] > words) return error("Head " + std::to_string(heads[i]) + " of word " + std::to_string(i + 1) + " is not in the sentence");
    sentence.words[i].head = static_cast<std::int32_t>(heads[i] - 1);
  }
  if (!sentence.ranges.empty() && sentence.ranges.back().last > words) return error("A range goes beyond the sentence");
  return std::optional<ConlluSentence>(std::move(sentence));
}

ConlluReader::Lines lines_of(std::string_view text) {
  return [text](std::string& line) mutable {
    if (text.empty()) return false;
    const auto end = text.find('\n');
    line.assign(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return true;
  };
}

void write_conllu(const ConlluSentence& sentence, std::string& out) {
  for (const auto& comment : sentence.comments) out.append(comment).push_back('\n');
  auto range = sentence.ranges.begin();
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    if (range != sentence.ranges.end() && range->first == i) {
      write_conllu_range(range->first, range->last, range->form, range->misc, out);
      ++range;
    }
    const auto& w = sentence.words[i];
    write_conllu_word(i, {w.form, w.lemma, w.upos, w.xpos, w.feats, w.deprel, w.misc, w.head}, out);
  }
  out += '\n';
}

}  // namespace entente::language
