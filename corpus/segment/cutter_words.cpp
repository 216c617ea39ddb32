// Words: letters and digits with what UD English keeps inside them.
#include "corpus/segment/cutter.hpp"
#include "corpus/segment/lowered.hpp"

namespace entente::corpus {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || upper(c); }

bool all_upper(std::string_view w) {
  for (const char c : w) {
    if (!upper(c)) return false;
  }
  return !w.empty();
}

// Abbreviations with letters of unequal number between their full stops; the others are single letters.
bool is_degree(std::string_view lower) {
  return lower == "ph.d" || lower == "m.sc" || lower == "b.sc" || lower == "ed.d" || lower == "ll.b" || lower == "ll.m" ||
         lower == "d.phil" || lower == "m.phil";
}

}  // namespace

// From `at`, the end of the longest run that is one word, without abbreviations and clitics.
Cutter::Pos Cutter::word_end(Pos at, Pos end, bool& digits_only) const {
  const Pos begin = at;
  digits_only = true;
  while (at < end) {
    const Char c = classify(text_, at);
    if (is_letter(c.cls) && digits_only && at > begin) {  // 5kg, 3M, 7pm are two words; 9th, 1980s, 3D are one
      Pos q = at;
      while (q < end && letter(text_[q])) ++q;
      const std::string_view tail = text_.substr(at, q - at);
      if (tail != "G" && tail != "D" && is_unit(Lowered(tail).view()) && !(q < end && is_word(cls(q)))) return at;
    }
    if (is_word(c.cls) || text_[at] == '_') {
      digits_only = digits_only && c.cls == CharClass::Digit;
      at += c.size;
      continue;
    }
    const Pos joined = join(begin, at, end, digits_only);
    if (joined == at) break;
    at = joined;
  }
  return at;
}

// If the mark at `at` stands inside the word from `begin`, the position after it (or after all that it joins), else `at`.
Cutter::Pos Cutter::join(Pos begin, Pos at, Pos end, bool digits_only) const {
  const char mark = text_[at];
  if (at + 1 >= end) return at;
  const char left = text_[at - 1];
  const char right = text_[at + 1];
  const bool digits = digit(left) && digit(right);
  switch (mark) {
    case '.':
    case ',':
    case ':': return digits ? at + 1 : at;
    case '/': return digits && digits_only ? at + 1 : at;
    case '-': return hyphen(begin, at, end, digits_only);
    case '&': {
      Pos q = at + 1;
      while (q < end && upper(text_[q])) ++q;
      const bool short_letters = at - begin <= 4 && q - at <= 4 && q > at + 1 && all_upper(text_.substr(begin, at - begin));
      return short_letters && !(q < end && is_word(cls(q))) ? q : at;
    }
    default: break;
  }
  if (cls(at) == CharClass::Apostrophe && mark != '`' && !digits_only) {  // O'Brien, o'clock; 1990's
    const Pos next = at + classify(text_, at).size;
    if (next < end && is_letter(cls(next)) && clitic_end(at, end) == at) return next;
  }
  return at;
}

Cutter::Pos Cutter::hyphen(Pos begin, Pos at, Pos end, bool digits_only) const {
  const char right = text_[at + 1];
  if (digits_only && digit(right)) {  // telephone numbers and dates stay whole, ranges do not
    Pos q = at + 1;
    Pos group = q;
    int groups = 2;
    Pos last = 0;
    while (q < end && (digit(text_[q]) || (text_[q] == '-' && q + 1 < end && digit(text_[q + 1])))) {
      if (text_[q] == '-') {
        ++groups;
        group = q + 1;
      }
      ++q;
    }
    last = q - group;
    const bool phone = groups == 2 && (at - begin == 3 || at - begin == 1) && last == 4;
    return groups > 2 || phone ? q : at;
  }
  if (!letter(right) && !digit(right) && !is_word(cls(at + 1))) return at;
  const Lowered prefix(text_.substr(begin, at - begin));
  return is_bound_prefix(prefix.view()) ? at + 1 : at;
}

// U.S., e.g., Ph.D., J. (an initial), and host names; `at` if there is no such thing here.
Cutter::Pos Cutter::cut_dotted(Pos at, Pos end) {
  Pos q = at;
  std::size_t segments = 0;
  while (q + 1 < end && q < at + look_ahead && letter(text_[q]) && text_[q + 1] == '.') {
    q += 2;
    ++segments;
  }
  const bool last_letter = q < end && letter(text_[q]) && !(q + 1 < end && is_word(cls(q + 1)));
  if (segments >= 2 || (segments == 1 && last_letter)) {
    const bool open_end = segments >= 1 && last_letter;  // U.S without its last full stop
    const Pos stop = open_end ? q + 1 : q;
    if (!(stop < end && is_word(cls(stop)))) {
      const Lowered lower(text_.substr(at, stop - at - (open_end ? 0 : 1)));
      Abbreviation kind = abbreviation(lower.view(), true);
      if (kind == Abbreviation::None) kind = Abbreviation::Final;
      emit(at, stop, open_end ? Kind::Word : Kind::Abbreviated, false, open_end ? Abbreviation::None : kind);
      return cut_clitics(stop, end);
    }
  }
  Pos dot = at;
  while (dot < end && letter(text_[dot])) ++dot;
  if (dot >= end || text_[dot] != '.' || dot == at) return at;
  Pos second = dot + 1;
  while (second < end && letter(text_[second])) ++second;
  if (second < end && text_[second] == '.' && is_degree(Lowered(text_.substr(at, second - at)).view())) {
    emit(at, second + 1, Kind::Abbreviated, false, Abbreviation::Final);
    return cut_clitics(second + 1, end);
  }
  const Abbreviation kind = dot == at + 1 ? initial_at(at, dot) : abbreviation_at(at, dot);
  if (kind == Abbreviation::None) return at;
  emit(at, dot + 1, Kind::Abbreviated, false, kind);
  return cut_clitics(dot + 1, end);
}

// A letter and a full stop: an initial of a name, or a short form before a number.
Abbreviation Cutter::initial_at(Pos begin, Pos dot) const {
  const Pos next = next_visible(dot + 1);
  if (!upper(text_[begin])) {
    const Abbreviation kind = abbreviation(text_.substr(begin, 1), false);
    if (kind == Abbreviation::Inner) return kind;
    const bool numbered = kind == Abbreviation::Numbered || text_[begin] == 'c';
    return numbered && digit(byte(next)) ? Abbreviation::Numbered : Abbreviation::None;
  }
  if (next >= stop_ || text_[begin] == 'I') {
    if (next >= stop_ || !upper(byte(next)) || byte(next + 1) != '.') return Abbreviation::None;
  }
  const CharClass c = cls(next);
  if (c != CharClass::Upper && c != CharClass::Letter && byte(next) != ',') return Abbreviation::None;
  const bool after_initial = !cuts_.empty() && last_end_ > start_ && cuts_.back().kind == Kind::Abbreviated;
  if (!after_initial && byte(next + 1) != '.') {  // Plan B. The ...
    Pos q = next;
    while (q < stop_ && letter(text_[q])) ++q;
    if (starts_sentence(Lowered(text_.substr(next, q - next)).view())) return Abbreviation::None;
  }
  return Abbreviation::Title;
}

Abbreviation Cutter::abbreviation_at(Pos begin, Pos dot) const {
  const Lowered lower(text_.substr(begin, dot - begin));
  const Abbreviation kind = abbreviation(lower.view(), upper(text_[begin]));
  const Pos next = next_visible(dot + 1);
  const bool number = digit(byte(next));
  switch (kind) {
    case Abbreviation::Numbered: return number ? kind : Abbreviation::None;
    case Abbreviation::Month: {
      const std::string_view w = lower.view();
      const bool ambiguous = w == "sun" || w == "sat" || w == "mar" || w == "mon" || w == "wed" || w == "dec" || w == "jun";
      return !ambiguous || number || byte(next) == ',' || byte(next) == ')' ? kind : Abbreviation::None;
    }
    case Abbreviation::Title:
    case Abbreviation::Inner: return next >= stop_ ? Abbreviation::None : kind;
    case Abbreviation::Final:
      if (lower.view() == "al") {
        const bool et = begin >= start_ + 3 && text_.substr(begin - 3, 2) == "et";
        return et ? kind : Abbreviation::None;
      }
      return kind;
    default: return Abbreviation::None;
  }
}

// whitehouse.gov, report.pdf: the last label must be a known one in one case.
Cutter::Pos Cutter::domain_end(Pos begin, Pos end) const {
  Pos q = begin;
  Pos label = begin;
  std::size_t dots = 0;
  bool lower = true;
  while (q < end && q < begin + look_ahead && (letter(text_[q]) || digit(text_[q]) || text_[q] == '-' || text_[q] == '_' || text_[q] == '.')) {
    if (text_[q] == '.') {
      if (q + 1 >= end || !(letter(text_[q + 1]) || digit(text_[q + 1]))) break;
      label = q + 1;
      ++dots;
    }
    lower = lower && !upper(text_[q]);
    ++q;
  }
  if (dots == 0) return begin;
  const std::string_view last = text_.substr(label, q - label);
  if (dots >= 2 && lower && !digit(text_[begin])) return q;  // comp.sources.unix
  const bool one_case = all_upper(last) || !upper(last.front());
  if (!one_case || !is_domain_ending(Lowered(last).view())) return begin;
  return q < end && text_[q] == '/' ? trim_url(begin, end) : q;
}

Cutter::Pos Cutter::cut_word(Pos at, Pos end) {
  if (const Pos dotted = cut_dotted(at, end); dotted > at) return dotted;
  bool digits_only = false;
  const Pos stop = word_end(at, end, digits_only);
  if (stop < end && text_[stop] == '.' && !digits_only) {
    if (const Pos domain = domain_end(at, end); domain > stop) {
      emit(at, domain, Kind::Url);
      return domain;
    }
  }
  if (stop < end && text_[stop] == '$' && stop - at <= 3 && all_upper(text_.substr(at, stop - at))) {  // US$
    emit(at, stop + 1, Kind::Symbol);
    return stop + 1;
  }
  const CharClass mark = cls(stop);
  if (stop < end && mark == CharClass::Apostrophe && !digits_only) {
    const Pos clitic = clitic_end(stop, end);
    const bool negation = clitic > stop && ascii_lower(text_[clitic - 1]) == 't';
    if (negation && stop - 1 > at) {  // do+n't: the n belongs to what follows
      emit(at, stop - 1, Kind::Word);
      emit(stop - 1, clitic, Kind::Word, true);
      return cut_clitics(clitic, end);
    }
    if (negation) {
      emit(at, clitic, Kind::Word);
      return clitic;
    }
  }
  emit_word(at, stop, digits_only);
  return cut_clitics(stop, end);
}

// The end of 's, 'm, 'd, 're, 've, 'll or of the 't of n't if one stands at `at`, else `at`.
Cutter::Pos Cutter::clitic_end(Pos at, Pos end) const {
  const Pos first = at + classify(text_, at).size;
  Pos q = first;
  while (q < end && q < first + 3 && letter(text_[q])) ++q;
  if (q == first || (q < end && is_word(cls(q)))) return at;
  const Lowered lower(text_.substr(first, q - first));
  const std::string_view w = lower.view();
  if (w == "s" || w == "m" || w == "d" || w == "re" || w == "ve" || w == "ll") return q;
  const bool negation = w == "t" && at > start_ && ascii_lower(text_[at - 1]) == 'n';
  return negation ? q : at;
}

// What hangs on the word before `at` by an apostrophe, as words joined to it.
Cutter::Pos Cutter::cut_clitics(Pos at, Pos end) {
  while (at < end && cls(at) == CharClass::Apostrophe) {
    const Pos clitic = clitic_end(at, end);
    if (clitic > at) {
      if (digit(text_[at - 1])) {  // the 1990's: one word
        tokens_.back().span.end = static_cast<std::uint32_t>(clitic);
        last_end_ = clitic;
      } else {
        emit(at, clitic, Kind::Word, true);
      }
      at = clitic;
      continue;
    }
    const Pos next = at + classify(text_, at).size;
    const char last = ascii_lower(text_[at - 1]);
    const bool ends_word = next >= end || !is_word(cls(next));
    if (!ends_word || text_[at] == '`' || (last != 's' && last != 'x' && last != 'z')) break;
    if (singles_ > 0) {  // in a quotation it may close it: not if the noun follows and another mark can close
      const bool noun = next + 1 < stop_ && text_[next] == ' ' && text_[next + 1] >= 'a' && text_[next + 1] <= 'z';
      if (!noun || !closes_single_after(at)) break;
    }
    emit(at, next, Kind::Word, true);  // the states' rights
    at = next;
  }
  return at;
}

}  // namespace entente::corpus
