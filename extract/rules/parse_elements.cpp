// Single elements: words, mentions, chunks, lexicon items, marks, groups and definitions.
#include <algorithm>

#include "extract/rules/names.hpp"
#include "extract/rules/pattern_parser.hpp"

namespace entente::extract::rules {
namespace {

constexpr std::uint32_t kMaxBehind = 12;

}  // namespace

bool PatternParser::atom(Node& out) {
  if (at_ >= text_.size()) return fail("A pattern ends where an element is expected");
  const char c = text_[at_];
  if (c == '(') return group(out);
  if (c == '[') return terms(out, false);
  if (c == '{') return path(out);
  if (c == '^' || (c == '$' && !definition_follows())) {
    ++at_;
    out.kind = c == '^' ? Node::Kind::SentenceStart : Node::Kind::SentenceEnd;
    return true;
  }
  if (c == '$') return definition(out);
  if (c == '.' && !(at_ + 1 < text_.size() && word_byte(text_[at_ + 1]))) {
    ++at_;
    return true;  // any token: Token without terms
  }
  if (c == '@') return mention(out);
  if (c == '%') return lexicon_item(out);
  if (c == '#') return mark(out);
  if (c == '~') {
    ++at_;
    return words(out, Key::Lemma);
  }
  if ((see("NP") || see("VG")) && !(at_ + 2 < text_.size() && word_byte(text_[at_ + 2]))) return chunk(out);
  return words(out, Key::Form);
}

bool PatternParser::group(Node& out) {
  const bool look = see("(?=") || see("(?!") || see("(?<=") || see("(?<!");
  if (!look) {
    ++at_;
    return choice(out) && close(")");
  }
  out.kind = Node::Kind::Look;
  out.behind = see("(?<");
  out.negated = text_[at_ + (out.behind ? 3 : 2)] == '!';
  at_ += out.behind ? 4 : 3;
  out.children.emplace_back();
  if (!choice(out.children.back()) || !close(")")) return false;
  if (out.behind && width_of(out.children.back()).most > kMaxBehind) return fail("A look-behind must be bounded by 12 tokens");
  return true;
}

bool PatternParser::close(std::string_view bracket) {
  space();
  return take(bracket) || fail("A closing " + std::string(bracket) + " is missing");
}

bool PatternParser::definition(Node& out) {
  const std::size_t begin = at_++;
  while (at_ < text_.size() && ((text_[at_] >= 'A' && text_[at_] <= 'Z') || text_[at_] == '_')) ++at_;
  const auto name = text_.substr(begin + 1, at_ - begin - 1);
  for (const auto& [known, body] : *context_.definitions) {
    if (known != name) continue;
    PatternFault inner_fault;
    if (PatternParser(body, context_, pattern_, inner_fault, depth_ + 1).whole(out)) return true;
    return at_ = begin, fail("In the definition " + std::string(name) + ": " + inner_fault.message, inner_fault.code);
  }
  return at_ = begin, fail("There is no definition " + std::string(name) + " before this place", Code::RuleName);
}

bool PatternParser::names(std::vector<std::string>& out, const char* what) {
  do {
    std::string name;
    if (take("`")) {
      const auto end = text_.find('`', at_);
      if (end == std::string_view::npos) return fail("A quoted word is not closed");
      name = text_.substr(at_, end - at_);
      at_ = end + 1;
    } else {
      const std::size_t begin = at_;
      while (at_ < text_.size() && (word_byte(text_[at_]) || text_[at_] == ':')) ++at_;
      name = text_.substr(begin, at_ - begin);
    }
    if (name.empty()) return fail(std::string(what) + " is expected");
    out.push_back(std::move(name));
  } while (at_ + 1 < text_.size() && text_[at_] == '|' && text_[at_ + 1] != ' ' && take("|"));
  return true;
}

bool PatternParser::words(Node& out, Key key) {
  Term term;
  term.key = key;
  static constexpr std::string_view kMarks = ",;!\"/&%-";
  if (key == Key::Form && at_ < text_.size() && kMarks.find(text_[at_]) != std::string_view::npos && text_[at_] != '-') {
    term.values.push_back(context_.vocabulary->intern(text_.substr(at_++, 1)));
  } else {
    const std::size_t begin = at_;
    std::vector<std::string> list;
    if (at_ < text_.size() && !word_byte(text_[at_]) && text_[at_] != '`') return fail("An element cannot begin here");
    if (!names(list, "A word")) return false;
    if (!add_words(list, key, term, begin)) return false;
  }
  std::sort(term.values.begin(), term.values.end());
  out.terms.push_back(std::move(term));
  return true;
}

bool PatternParser::add_words(const std::vector<std::string>& list, Key key, Term& term, std::size_t begin) {
  for (const auto& word : list) {
    std::string lower;
    append_lower(word, lower);
    if (lower != word || word.find(' ') != std::string::npos)
      return at_ = begin, fail("The word \"" + word + "\" must be one word in lower case");
    term.values.push_back(key == Key::Lemma ? context_.vocabulary->intern_lemma(word) : context_.vocabulary->intern(word));
  }
  return true;
}

bool PatternParser::mention(Node& out) {
  const std::size_t begin = at_++;
  out.kind = Node::Kind::Mention;
  if (take("*")) {
    out.mask = ~std::uint64_t{0};
  } else {
    std::vector<std::string> list;
    if (!names(list, "An entity type")) return false;
    for (const auto& name : list) {
      const auto types = types_of(name);
      if (!types) return at_ = begin, fail("There is no entity type " + name, Code::RuleName);
      out.mask |= *types;
    }
  }
  return at_ < text_.size() && text_[at_] == '[' ? terms(out, false) : true;
}

bool PatternParser::chunk(Node& out) {
  out.kind = Node::Kind::Chunk;
  out.mask = std::uint64_t{1} << static_cast<unsigned>(see("NP") ? ChunkKind::NounPhrase : ChunkKind::VerbGroup);
  const bool verbal = see("VG");
  at_ += 2;
  return at_ < text_.size() && text_[at_] == '[' ? terms(out, verbal) : true;
}

bool PatternParser::lexicon_item(Node& out) {
  const std::size_t begin = at_++;
  out.kind = Node::Kind::Item;
  std::vector<std::string> list;
  if (!names(list, "A lexicon")) return false;
  for (const auto& name : list) {
    const auto id = context_.lexicons->find(name);
    if (!id) return at_ = begin, fail("There is no lexicon " + name, Code::RuleName);
    out.values.push_back(*id);
  }
  return true;
}

bool PatternParser::mark(Node& out) {
  ++at_;
  out.kind = Node::Kind::Mark;
  std::vector<std::string> list;
  if (!names(list, "A label")) return false;
  for (const auto& name : list) {
    auto known = std::find(context_.labels->begin(), context_.labels->end(), name);
    out.values.push_back(static_cast<std::uint32_t>(known - context_.labels->begin()));
    if (known == context_.labels->end()) context_.labels->push_back(name);
  }
  return true;
}

}  // namespace entente::extract::rules
