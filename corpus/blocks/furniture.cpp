// One RE2::Set over all formulas decides a line in one pass; long lines see only the formulas that allow them.
#include "corpus/blocks/furniture.hpp"

#include <re2/set.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

#include "core/base/utf8.hpp"
#include "corpus/blocks/marks.hpp"

namespace entente::corpus {
namespace {

struct Formula {
  LineRole role;
  std::size_t longest;
  std::string_view pattern;
};

constexpr Formula kFormulas[] = {
#define ENTENTE_FORMULA(role, longest, pattern) {LineRole::role, longest, pattern},
#include "corpus/blocks/furniture.def"
#undef ENTENTE_FORMULA
};

struct Shorthand {
  std::string_view name;
  std::string_view pattern;
};

constexpr Shorthand kShorthands[] = {
    {"{n}", "[0-9][0-9.,]*[km]?"},
    {"{unit}", "(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)"},
    {"{counted}", "(comments?|shares?|views?|likes?|reads?|replies|reactions?|retweets?|claps?|responses?|words|followers|tweets?|downloads?)"},
    {"{net}",
     "(facebook|twitter|x|linked ?in|whatsapp|telegram|reddit|e-?mail|print|share|copy( link| url)?|link copied!?|pinterest|"
     "flipboard|pocket|messenger|instagram|youtube|rss|save|tweet|pin( it)?|bluesky|mastodon|threads|vk|viber|wechat|weibo|"
     "sms|bookmark|gift|comments?|follow|subscribe|embed|cite|pdf|google\\+|tumblr|more options|skype|hacker news)"},
    {"{page}",
     "(article|story|post|page|piece|report|item|news|link|interview|episode|analysis|commentary|publication|blog|essay|paper|"
     "text|column|op-?ed|release|opinion piece|opinion|blog post|podcast|transcript|speech|document|video|content)"},
    {"{agency}",
     "(getty( images)?|afp|reuters|ap|ap photo|associated press|epa|epa-efe|efe|shutterstock|istock|alamy|bloomberg|xinhua|tass|"
     "ria novosti|sputnik|anadolu( agency)?|dpa|ansa|kyodo|yonhap|flickr|wikimedia( commons)?|unsplash|pexels|pixabay|"
     "depositphotos|adobe stock|public domain)"},
};

constexpr std::size_t kShort = 160;

std::string expanded(std::string_view pattern) {
  std::string out(pattern);
  for (const Shorthand& shorthand : kShorthands) {
    for (std::size_t at = 0; (at = out.find(shorthand.name, at)) != std::string::npos;) {
      out.replace(at, shorthand.name.size(), shorthand.pattern);
      at += shorthand.pattern.size();
    }
  }
  return out;
}

// The formulas that allow lines of more than `longer_than` bytes.
class FormulaSet {
 public:
  explicit FormulaSet(std::size_t longer_than) : set_(options(), RE2::ANCHOR_BOTH) {
    for (const Formula& formula : kFormulas) {
      if (formula.longest <= longer_than) continue;
      [[maybe_unused]] const int index = set_.Add(expanded(formula.pattern), nullptr);
      assert(index >= 0);
      formulas_.push_back(&formula);
    }
    [[maybe_unused]] const bool compiled = set_.Compile();
    assert(compiled);
  }

  LineRole role(std::string_view line) const {
    thread_local std::vector<int> found;
    if (!set_.Match(re2::StringPiece(line.data(), line.size()), &found)) return LineRole::None;
    std::sort(found.begin(), found.end());
    for (const int index : found) {
      const Formula& formula = *formulas_[static_cast<std::size_t>(index)];
      if (line.size() <= formula.longest) return formula.role;
    }
    return LineRole::None;
  }

 private:
  static RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(64 << 20);
    return options;
  }
  RE2::Set set_;
  std::vector<const Formula*> formulas_;
};

// ASCII for the characters that pages set in several ways; 0 if there is none.
char plain_of(char32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x2032) return '\'';
  if (c == 0x201C || c == 0x201D) return '"';
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c == 0xB7 || c == 0x2022 || c == 0x2502) return '|';
  if (c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200B)) return ' ';
  return 0;
}

}  // namespace

std::string plain_line(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    std::size_t run = at;
    while (run < line.size() && line[run] > ' ') ++run;  // ASCII other than white space and controls
    out.append(line, at, run - at);
    if (run == line.size()) break;
    at = run;
    char c = ' ';
    std::size_t size = 1;
    if (static_cast<unsigned char>(line[at]) >= 0x80) {
      const Decoded d = decode_at(line, at);
      size = d.size;
      c = plain_of(d.code_point);
    }
    if (c == 0) {
      out.append(line, at, size);
    } else if (c != ' ' || (!out.empty() && out.back() != ' ')) {
      out += c;
    }
    at += size;
  }
  constexpr std::string_view kAround = " []|<>";
  const std::size_t begin = out.find_first_not_of(kAround);
  if (begin == std::string::npos) return out;
  out.erase(out.find_last_not_of(kAround) + 1);
  out.erase(0, begin);
  if (out.size() > 2 && out.front() == '(' && out.back() == ')') out = out.substr(1, out.size() - 2);
  return out;
}

std::size_t longest_formula() {
  static const std::size_t longest =
      std::max_element(std::begin(kFormulas), std::end(kFormulas), [](const Formula& a, const Formula& b) {
        return a.longest < b.longest;
      })->longest;
  return longest;
}

LineRole role_of_line(std::string_view plain) {
  if (plain.size() > longest_formula()) return LineRole::None;
  static const FormulaSet all(0);
  static const FormulaSet long_ones(kShort);
  thread_local std::string lower;
  lower.assign(plain);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return lower.size() <= kShort ? all.role(lower) : long_ones.role(lower);
}

}  // namespace entente::corpus
