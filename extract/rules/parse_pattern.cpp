// Recursive-descent parser of the pattern language; nesting is bounded by kMaxDepth.
//
//   choice   = sequence { " | " sequence }
//   sequence = { [ name ":" ] atom [ quantifier ] }
//   atom     = word | ~lemma | %lexicon | @Type [terms] | NP [terms] | VG [terms] | [terms] | . | #label | $NAME
//            | "(" choice ")" | "^" | "$" | "(?=" choice ")" ... | "{" path choice "}" [ "?" ]
#include <algorithm>
#include <charconv>

#include "extract/rules/names.hpp"
#include "extract/rules/pattern.hpp"
#include "extract/vocabulary/inflect.hpp"

namespace entente::extract::rules {
namespace {

constexpr int kMaxDepth = 24;
constexpr std::uint32_t kMaxBound = 200;
constexpr std::uint32_t kMaxBehind = 12;

bool word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
         c == '\'' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

class Parser {
 public:
  Parser(std::string_view text, const PatternContext& context, Pattern& pattern, PatternFault& fault, int depth)
      : text_(text), context_(context), pattern_(pattern), fault_(fault), depth_(depth) {}

  bool whole(Node& out) {
    if (!choice(out)) return false;
    if (at_ != text_.size()) return fail("A closing bracket has no opening one");
    return true;
  }

 private:
  bool fail(std::string message, Code code = Code::RulePattern) {
    if (fault_.message.empty()) fault_ = {at_, code, std::move(message)};
    return false;
  }
  void space() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool see(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  bool take(std::string_view what) {
    if (!see(what)) return false;
    at_ += what.size();
    return true;
  }

  bool choice(Node& out) {
    if (++depth_ > kMaxDepth) return fail("The pattern is nested too deeply");
    Node all;
    all.kind = Node::Kind::Choice;
    do {
      all.children.emplace_back();
      if (!sequence(all.children.back())) return false;
      space();
    } while (take("|"));
    --depth_;
    out = all.children.size() == 1 ? std::move(all.children.front()) : std::move(all);
    return true;
  }

  bool sequence(Node& out) {
    out.kind = Node::Kind::Sequence;
    space();
    while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')' && text_[at_] != '}') {
      out.children.emplace_back();
      if (!item(out.children.back())) return false;
      space();
    }
    if (out.children.empty()) return fail("A pattern or an alternative is empty");
    if (out.children.size() == 1) {
      Node only = std::move(out.children.front());
      out = std::move(only);
    }
    return true;
  }

  bool item(Node& out) {
    std::string name;
    if (!capture_name(name)) return false;
    Node inner;
    if (!atom(inner)) return false;
    if (!name.empty()) {
      auto known = std::find(pattern_.captures.begin(), pattern_.captures.end(), name);
      out.kind = Node::Kind::Capture;
      out.capture = static_cast<std::uint16_t>(known - pattern_.captures.begin());
      if (known == pattern_.captures.end()) pattern_.captures.push_back(name);
      if (width_of(inner).least == 0) return fail("A capture must take at least one token");
      out.children.push_back(std::move(inner));
    } else {
      out = std::move(inner);
    }
    return quantifier(out);
  }

  bool capture_name(std::string& name) {
    std::size_t end = at_;
    while (end < text_.size() && ((text_[end] >= 'a' && text_[end] <= 'z') || text_[end] == '_')) ++end;
    if (end == at_ || end >= text_.size() || text_[end] != ':') return true;
    name = text_.substr(at_, end - at_);
    at_ = end + 1;
    return at_ < text_.size() || fail("A capture has nothing to name");
  }

  bool quantifier(Node& out) {
    std::uint32_t least = 1;
    std::uint32_t most = 1;
    if (take("?")) least = 0;
    else if (take("*")) least = 0, most = UINT32_MAX;
    else if (take("+")) most = UINT32_MAX;
    else if (at_ + 1 < text_.size() && text_[at_] == '{' && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9') {
      if (!bounds(least, most)) return false;
    } else {
      return true;
    }
    if (out.kind == Node::Kind::Path) {
      if (least != 0 || most != 1) return fail("Only ? may follow a path");
      out.optional = true;
      return true;
    }
    if (width_of(out).least == 0) return fail("What may be empty cannot be repeated");
    Node repeat;
    repeat.kind = Node::Kind::Repeat;
    repeat.least = least;
    repeat.most = most;
    repeat.lazy = take("?");
    repeat.children.push_back(std::move(out));
    out = std::move(repeat);
    return true;
  }

  bool bounds(std::uint32_t& least, std::uint32_t& most) {
    const auto close = text_.find('}', at_);
    if (close == std::string_view::npos) return fail("A bound is not closed");
    const auto inside = text_.substr(at_ + 1, close - at_ - 1);
    const auto* end = inside.data() + inside.size();
    auto got = std::from_chars(inside.data(), end, least);
    most = least;
    if (got.ec == std::errc{} && got.ptr != end && *got.ptr == ',') {
      most = UINT32_MAX;
      if (got.ptr + 1 != end) got = std::from_chars(got.ptr + 1, end, most);
      else ++got.ptr;
    }
    if (got.ec != std::errc{} || got.ptr != end || least > most || most == 0) return fail("A bound must be {n}, {n,} or {n,m}");
    if (least > kMaxBound || (most != UINT32_MAX && most > kMaxBound)) return fail("A bound is larger than 200");
    at_ = close + 1;
    return true;
  }

  bool atom(Node& out) {
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

  bool group(Node& out) {
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

  bool close(std::string_view bracket) {
    space();
    return take(bracket) || fail("A closing " + std::string(bracket) + " is missing");
  }

  bool definition_follows() const { return at_ + 1 < text_.size() && text_[at_ + 1] >= 'A' && text_[at_ + 1] <= 'Z'; }

  bool definition(Node& out) {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && ((text_[at_] >= 'A' && text_[at_] <= 'Z') || text_[at_] == '_')) ++at_;
    const auto name = text_.substr(begin + 1, at_ - begin - 1);
    for (const auto& [known, body] : *context_.definitions) {
      if (known != name) continue;
      PatternFault inner_fault;
      if (Parser(body, context_, pattern_, inner_fault, depth_ + 1).whole(out)) return true;
      return at_ = begin, fail("In the definition " + std::string(name) + ": " + inner_fault.message, inner_fault.code);
    }
    return at_ = begin, fail("There is no definition " + std::string(name) + " before this place", Code::RuleName);
  }

  // A list of names tied by bars: Person|State.
  bool names(std::vector<std::string>& out, const char* what) {
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

  bool words(Node& out, Key key) {
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

  bool add_words(const std::vector<std::string>& list, Key key, Term& term, std::size_t begin) {
    for (const auto& word : list) {
      std::string lower;
      append_lower(word, lower);
      if (lower != word || word.find(' ') != std::string::npos)
        return at_ = begin, fail("The word \"" + word + "\" must be one word in lower case");
      term.values.push_back(key == Key::Lemma ? context_.vocabulary->intern_lemma(word) : context_.vocabulary->intern(word));
    }
    return true;
  }

  bool mention(Node& out) {
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

  bool chunk(Node& out) {
    out.kind = Node::Kind::Chunk;
    out.mask = std::uint64_t{1} << static_cast<unsigned>(see("NP") ? ChunkKind::NounPhrase : ChunkKind::VerbGroup);
    const bool verbal = see("VG");
    at_ += 2;
    return at_ < text_.size() && text_[at_] == '[' ? terms(out, verbal) : true;
  }

  bool lexicon_item(Node& out) {
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

  bool mark(Node& out) {
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

  // [key=value|value, key!=value, flag, !flag]
  bool terms(Node& out, bool verbal) {
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

  bool term(Node& out, bool verbal) {
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

  bool fill(Term& term, std::string_view key, const std::vector<std::string>& list, std::size_t begin, std::size_t values) {
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

  bool path(Node& out) {
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

  bool step(Node& out) {
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

  std::string_view text_;
  const PatternContext& context_;
  Pattern& pattern_;
  PatternFault& fault_;
  int depth_;
  std::size_t at_ = 0;
};

}  // namespace

bool parse_pattern(std::string_view text, const PatternContext& context, Pattern& pattern, PatternFault& fault) {
  pattern = {};
  fault = {};
  if (!Parser(text, context, pattern, fault, 0).whole(pattern.root)) {
    pattern = {};
    return false;
  }
  if (width_of(pattern.root).least == 0) {
    fault = {0, Code::RulePattern, "A pattern must take at least one token"};
    return false;
  }
  return true;
}

Width width_of(const Node& node) {
  const auto add = [](std::uint32_t a, std::uint32_t b) { return a == UINT32_MAX || b == UINT32_MAX ? UINT32_MAX : std::min(a + b, 100000U); };
  switch (node.kind) {
    case Node::Kind::Token: return {1, 1};
    case Node::Kind::Item: return {1, 12};
    case Node::Kind::Mention:
    case Node::Kind::Chunk:
    case Node::Kind::Mark: return {1, kMaxUnit};
    case Node::Kind::Capture: return width_of(node.children.front());
    case Node::Kind::Sequence: {
      Width all;
      for (const auto& child : node.children) {
        const Width one = width_of(child);
        all = {add(all.least, one.least), add(all.most, one.most)};
      }
      return all;
    }
    case Node::Kind::Choice: {
      Width all{UINT32_MAX, 0};
      for (const auto& child : node.children) {
        const Width one = width_of(child);
        all = {std::min(all.least, one.least), std::max(all.most, one.most)};
      }
      return all;
    }
    case Node::Kind::Repeat: {
      const Width one = width_of(node.children.front());
      const bool open = one.most == UINT32_MAX || node.most == UINT32_MAX;
      return {std::min(one.least * node.least, 100000U), open ? UINT32_MAX : std::min(one.most * node.most, 100000U)};
    }
    default: return {0, 0};
  }
}

}  // namespace entente::extract::rules
