// REGEX and REPLACE over RE2 (17.4.3.14, 17.4.3.15): linear time; back-references are an error.
#include <re2/re2.h>

#include <cctype>

#include "query/functions.hpp"

namespace entente::query {
namespace {

using Args = std::span<const Value>;

// XPath's flags. "x" removes white space outside classes, "q" quotes the whole pattern.
bool apply_flags(const std::string& flags, std::string& pattern, RE2::Options& options) {
  options.set_log_errors(false);
  options.set_max_mem(8 << 20);
  std::string inline_flags;
  for (const char flag : flags) {
    switch (flag) {
      case 'i': options.set_case_sensitive(false); break;
      case 's': inline_flags += 's'; break;
      case 'm': inline_flags += 'm'; break;
      case 'q': options.set_literal(true); break;
      case 'x': {
        std::string kept;
        bool in_class = false;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
          const char c = pattern[i];
          if (c == '\\' && i + 1 < pattern.size()) {
            kept.append(pattern, i++, 2);
            continue;
          }
          if (c == '[') in_class = true;
          if (c == ']') in_class = false;
          if (in_class || (c != ' ' && c != '\t' && c != '\n' && c != '\r')) kept += c;
        }
        pattern = kept;
        break;
      }
      default: return false;
    }
  }
  if (!inline_flags.empty() && !options.literal()) pattern = "(?" + inline_flags + ")" + pattern;
  return true;
}

// Compiled once per evaluation; null if the pattern or a flag is wrong.
const RE2* compiled(const std::string& pattern, const std::string& flags, CallContext& context) {
  const std::string key = flags + '\n' + pattern;
  auto& slot = context.regexes[key];
  if (!slot) {
    if (context.regexes.size() > 1000) {
      context.regexes.clear();
      return compiled(pattern, flags, context);
    }
    std::string text = pattern;
    RE2::Options options;
    const bool known = apply_flags(flags, text, options);
    slot = std::make_unique<RE2>(known ? text : std::string("("), options);
  }
  return slot->ok() ? slot.get() : nullptr;
}

bool plain(const Value& v) { return v.kind == Value::Kind::String; }

Value regex(Args a, CallContext& context) {
  if (!a[0].is_string() || !plain(a[1]) || (a.size() == 3 && !plain(a[2]))) return error_value();
  const RE2* re = compiled(a[1].text, a.size() == 3 ? a[2].text : std::string(), context);
  return re == nullptr ? error_value() : boolean_value(RE2::PartialMatch(a[0].text, *re));
}

// "$1" to RE2's "\1"; false for a "$" or "\" that XPath forbids.
bool replacement(const std::string& text, bool literal, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (literal) {
      if (c == '\\') out += '\\';
      out += c;
    } else if (c == '$') {
      if (std::isdigit(static_cast<unsigned char>(next)) == 0) return false;
      ((out += '\\') += next);
      ++i;
    } else if (c == '\\') {
      if (next != '\\' && next != '$') return false;
      if (next == '\\') out += "\\\\";
      if (next == '$') out += '$';
      ++i;
    } else {
      out += c;
    }
  }
  return true;
}

Value replace(Args a, CallContext& context) {
  if (!a[0].is_string() || !plain(a[1]) || !plain(a[2]) || (a.size() == 4 && !plain(a[3]))) return error_value();
  const std::string flags = a.size() == 4 ? a[3].text : std::string();
  const RE2* re = compiled(a[1].text, flags, context);
  std::string rewrite;
  if (re == nullptr || !replacement(a[2].text, flags.find('q') != std::string::npos, rewrite)) return error_value();
  std::string why;
  if (RE2::PartialMatch("", *re) || !re->CheckRewriteString(rewrite, &why)) return error_value();  // FORX0003
  if ((a[0].text.size() + 1) * (rewrite.size() + 1) > kMaxText * 16) return error_value();
  std::string out = a[0].text;
  RE2::GlobalReplace(&out, *re, rewrite);
  return out.size() > kMaxText ? error_value() : lang_value(std::move(out), a[0].language);
}

constexpr Function kFunctions[] = {{"REGEX", 2, 3, &regex}, {"REPLACE", 3, 4, &replace}};

}  // namespace

std::span<const Function> regex_functions() { return kFunctions; }

}  // namespace entente::query
