// Paths along dependencies: {>nsubj ...}.
#include "extract/rules/names.hpp"
#include "extract/rules/pattern_parser.hpp"

namespace entente::extract::rules {

bool PatternParser::path(Node& out) {
  ++at_;
  out.kind = Node::Kind::Path;
  pattern_.has_path = true;
  out.negated = take("!");
  while (see(">") || see("<")) {
    if (!step(out)) return false;
  }
  if (out.path.empty()) return fail("A path begins with > or <");
  space();
  out.children.emplace_back();
  if (see("}")) return take("}");  // only that there is such a word: any token
  return choice(out.children.back()) && close("}");
}

bool PatternParser::step(Node& out) {
  Step step;
  step.up = text_[at_++] == '<';
  step.deep = take(step.up ? "<" : ">");
  const std::size_t begin = at_;
  std::vector<std::string> list;
  if (at_ < text_.size() && word_byte(text_[at_]) && !names(list, "A relation")) return false;
  for (const auto& name : list) {
    std::string_view base = name;
    auto relation = deprel_of(base);
    const auto colon = base.find(':');
    if (colon != std::string_view::npos && relation && name_of(*relation) != base) {
      if (list.size() > 1) return at_ = begin, fail("A relation with a preposition stands alone");
      step.preposition = context_.vocabulary->intern(base.substr(colon + 1));
    }
    if (!relation) return at_ = begin, fail("There is no relation " + name, Code::RuleName);
    step.relations |= std::uint64_t{1} << static_cast<unsigned>(*relation);
  }
  out.path.push_back(step);
  return out.path.size() <= 6 || fail("A path has more than six steps");
}

}  // namespace entente::extract::rules
