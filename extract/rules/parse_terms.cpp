// What stands in [...]: attributes with values, and flags.
#include <algorithm>
#include <optional>

#include "extract/rules/names.hpp"
#include "extract/rules/pattern_parser.hpp"

namespace entente::extract::rules {

bool PatternParser::terms(Node& out, bool verbal) {
  ++at_;
  space();
  if (take("]")) return true;
  do {
    space();
    if (!term(out, verbal)) return false;
    space();
  } while (take(","));
  return close("]");
}

bool PatternParser::term(Node& out, bool verbal) {
  Term term;
  term.negated = take("!");
  const std::size_t begin = at_;
  while (at_ < text_.size() && text_[at_] >= 'a' && text_[at_] <= 'z') ++at_;
  const auto key = text_.substr(begin, at_ - begin);
  if (see("!=") && !term.negated) term.negated = true, ++at_;
  if (!take("=")) {
    const auto flag = flag_of(key);
    if (!flag) return at_ = begin, fail("There is no flag \"" + std::string(key) + '"', Code::RuleName);
    if (!verbal) return at_ = begin, fail("Flags belong to VG");
    term.key = Key::Flag;
    term.mask = *flag;
  } else {
    std::vector<std::string> list;
    const std::size_t values = at_;
    if (!names(list, "A value")) return false;
    if (!fill(term, key, list, begin, values)) return false;
  }
  std::sort(term.values.begin(), term.values.end());
  out.terms.push_back(std::move(term));
  return true;
}

bool PatternParser::fill(Term& term, std::string_view key, const std::vector<std::string>& list, std::size_t begin, std::size_t values) {
  if (key == "form" || key == "lemma") {
    term.key = key == "form" ? Key::Form : Key::Lemma;
    return add_words(list, term.key, term, values);
  }
  for (const auto& name : list) {
    std::optional<std::uint64_t> bits;
    const auto bit = [](std::optional<unsigned> index) -> std::optional<std::uint64_t> {
      if (!index) return std::nullopt;
      return std::uint64_t{1} << *index;
    };
    if (key == "pos") term.key = Key::Pos, bits = bit(pos_of(name));
    else if (key == "verb") term.key = Key::Verb, bits = bit(verb_form_of(name));
    else if (key == "mention") term.key = Key::Mention, bits = bit(mention_form_of(name));
    else if (key == "shape") term.key = Key::Shape, bits = shape_of(name);
    else if (key == "quote") term.key = Key::Quote, bits = quote_of(name);
    else if (key == "is") term.key = Key::Is, bits = types_of(name);
    else if (key == "rel") {
      term.key = Key::Rel;
      if (const auto relation = deprel_of(name)) bits = std::uint64_t{1} << static_cast<unsigned>(*relation);
    } else if (key == "in") {
      term.key = Key::In;
      const auto id = context_.lexicons->find(name);
      if (id) term.values.push_back(*id), bits = 0;
    } else {
      return at_ = begin, fail("There is no attribute \"" + std::string(key) + '"', Code::RuleName);
    }
    if (!bits) return at_ = values, fail("\"" + name + "\" is no value of " + std::string(key), Code::RuleName);
    term.mask |= *bits;
  }
  return true;
}

}  // namespace entente::extract::rules
