// Rule files: JSON objects {kind, doc?, define?, rules: [...]}; everything that nothing reads is refused.
#include <algorithm>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"
#include "extract/rules/json.hpp"
#include "extract/rules/rule.hpp"

namespace entente::extract::rules {
namespace {

constexpr std::size_t kMaxCode = 20000;

class FileLoader {
 public:
  FileLoader(std::string_view text, const std::string& file, PatternContext context, Diagnostics& diagnostics)
      : text_(text), file_(file), context_(context), diagnostics_(diagnostics) {
    context_.definitions = &definitions_;
  }

  // Hands every sound rule to `accept`.
  template <typename Accept>
  void read(const Json& root, const Accept& accept) {
    if (!is(root, Json::Kind::Object, "an object")) return;
    only(root, {"$schema", "kind", "doc", "define", "rules"});
    const Json* kind = need(root, "kind", Json::Kind::String, "a string");
    if (kind == nullptr) return;
    const auto known = std::find_if(kinds().begin(), kinds().end(), [&](const Kind& k) { return k.name == kind->text; });
    if (known == kinds().end()) return error(*kind, Code::RuleName, "There is no kind of rule \"" + kind->text + '"');
    if (const Json* define = optional(root, "define", Json::Kind::Object, "an object")) definitions(*define);
    const Json* rules = need(root, "rules", Json::Kind::Array, "a list");
    if (rules == nullptr) return;
    for (const Json& item : rules->items) {
      auto rule = std::make_unique<Rule>();
      const auto before = errors();
      one(item, *known, *rule);
      if (errors() == before) accept(std::move(rule), item);
    }
  }

  void error(const Json& at, Code code, std::string message) {
    diagnostics_.error(code, place_at(text_, at.offset, file_, at.pointer), std::move(message));
  }

 private:
  std::size_t errors() const { return diagnostics_.items().size(); }

  static std::string quoted(std::string_view word) { return '"' + std::string(word) + '"'; }

  bool is(const Json& value, Json::Kind kind, const char* what) {
    if (value.kind == kind) return true;
    error(value, Code::RuleType, std::string("This must be ") + what);
    return false;
  }

  void only(const Json& object, std::initializer_list<std::string_view> keys) {
    for (std::size_t i = 0; i < object.keys.size(); ++i) {
      if (std::find(keys.begin(), keys.end(), object.keys[i]) != keys.end()) continue;
      diagnostics_.error(Code::RuleKey, place_at(text_, object.key_offsets[i], file_, object.items[i].pointer),
                         "Nothing reads the key " + quoted(object.keys[i]));
    }
  }

  const Json* optional(const Json& object, std::string_view key, Json::Kind kind, const char* what) {
    const Json* value = object.find(key);
    return value != nullptr && is(*value, kind, what) ? value : nullptr;
  }

  const Json* need(const Json& object, std::string_view key, Json::Kind kind, const char* what) {
    if (object.find(key) != nullptr) return optional(object, key, kind, what);
    error(object, Code::RuleKey, "The key " + quoted(key) + " is missing");
    return nullptr;
  }

  void definitions(const Json& define) {
    for (std::size_t i = 0; i < define.keys.size(); ++i) {
      const auto& name = define.keys[i];
      const bool sound = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
      if (!sound) error(define.items[i], Code::RuleName, "The name of a definition must be in capital letters");
      if (!is(define.items[i], Json::Kind::String, "a pattern")) continue;
      Pattern unused;
      if (sound && pattern(define.items[i], unused)) definitions_.emplace_back(name, define.items[i].text);
    }
  }

  bool pattern(const Json& value, Pattern& out) {
    PatternFault fault;
    if (parse_pattern(value.text, context_, out, fault)) return true;
    const std::size_t offset = value.offset + (value.escaped ? 0 : 1 + fault.offset);
    diagnostics_.error(fault.code, place_at(text_, offset, file_, value.pointer), fault.message);
    return false;
  }

  void one(const Json& item, const Kind& kind, Rule& rule) {
    if (!is(item, Json::Kind::Object, "a rule")) return;
    only(item, {"id", "priority", "pattern", "roles", "set", "doc", "match", "no_match", "overlap", "confidence"});
    rule.kind = kind.name;
    rule.file = file_;
    rule.place = place_at(text_, item.offset, file_, item.pointer);
    if (const Json* id = need(item, "id", Json::Kind::String, "a string")) rule.id = id->text;
    if (const Json* doc = need(item, "doc", Json::Kind::String, "a string")) rule.doc = doc->text;
    if (const Json* priority = need(item, "priority", Json::Kind::Number, "a whole number")) rule.priority = static_cast<int>(std::clamp(priority->number, -1e6, 1e6));
    if (const Json* overlap = optional(item, "overlap", Json::Kind::Bool, "true or false")) rule.overlap = overlap->boolean;
    if (const Json* confidence = optional(item, "confidence", Json::Kind::Number, "a number")) {
      rule.confidence = static_cast<float>(confidence->number);
      if (confidence->number <= 0 || confidence->number > 1) error(*confidence, Code::RuleType, "A confidence is above 0 and at most 1");
    }
    patterns(item, rule);
    roles(item, kind, rule);
    settings(item, kind, rule);
    examples(item, "match", true, rule.match);
    examples(item, "no_match", true, rule.no_match);
  }

  void patterns(const Json& item, Rule& rule) {
    const Json* value = item.find("pattern");
    if (value == nullptr) return error(item, Code::RuleKey, "The key \"pattern\" is missing");
    std::vector<const Json*> list;
    if (value->kind == Json::Kind::Array)
      for (const Json& one : value->items) list.push_back(&one);
    else
      list.push_back(value);
    if (list.empty()) error(*value, Code::RuleType, "A rule needs a pattern");
    for (const Json* one : list) {
      Pattern parsed;
      if (!is(*one, Json::Kind::String, "a pattern or a list of patterns") || !pattern(*one, parsed)) continue;
      rule.sources.push_back(one->text);
      rule.anchors.push_back(anchor_of(parsed.root, *context_.vocabulary));
      rule.gates.push_back(gate_of(parsed.root));
      rule.programs.push_back(compile(parsed.root));
      if (rule.programs.back().code.size() > kMaxCode) error(*one, Code::RulePattern, "The pattern is too large; use smaller bounds");
      rule.patterns.push_back(std::move(parsed));
    }
  }

  void roles(const Json& item, const Kind& kind, Rule& rule) {
    const Json* value = optional(item, "roles", Json::Kind::Object, "an object");
    for (std::size_t i = 0; value != nullptr && i < value->keys.size(); ++i) {
      const auto& role = value->keys[i];
      const Json& capture = value->items[i];
      if (!is(capture, Json::Kind::String, "the name of a capture")) continue;
      const auto has = [&](const std::vector<std::string_view>& list) { return std::find(list.begin(), list.end(), role) != list.end(); };
      if (!has(kind.required) && !has(kind.optional))
        error(capture, Code::RuleName, "Rules of kind " + std::string(kind.name) + " have no role " + quoted(role));
      const bool somewhere = std::any_of(rule.patterns.begin(), rule.patterns.end(), [&](const Pattern& p) {
        return std::find(p.captures.begin(), p.captures.end(), capture.text) != p.captures.end();
      });
      if (!somewhere && !rule.patterns.empty()) error(capture, Code::RuleName, "The pattern has no capture " + quoted(capture.text));
      rule.roles.emplace_back(role, capture.text);
    }
    // A capture with the name of a role plays it without being told.
    for (const auto* list : {&kind.required, &kind.optional})
      for (const auto role : *list)
        for (const Pattern& p : rule.patterns)
          if (rule.capture_of(role).empty() && std::find(p.captures.begin(), p.captures.end(), role) != p.captures.end())
            rule.roles.emplace_back(role, role);
    for (const auto role : kind.required)
      if (rule.capture_of(role).empty() && !rule.patterns.empty()) error(item, Code::RuleKey, "The role " + quoted(role) + " is missing");
  }

  void settings(const Json& item, const Kind& kind, Rule& rule) {
    const Json* value = optional(item, "set", Json::Kind::Object, "an object");
    for (std::size_t i = 0; value != nullptr && i < value->keys.size(); ++i) {
      const auto& key = value->keys[i];
      const Json& given = value->items[i];
      const auto known = std::find_if(kind.set.begin(), kind.set.end(), [&](const auto& entry) { return entry.first == key || (entry.first[0] == '!' && entry.first.substr(1) == key); });
      if (known == kind.set.end()) {
        error(given, Code::RuleName, "Rules of kind " + std::string(kind.name) + " set no " + quoted(key));
        continue;
      }
      if (!is(given, Json::Kind::String, "a string")) continue;
      if (known->second.front() != "*" && std::find(known->second.begin(), known->second.end(), given.text) == known->second.end())
        error(given, Code::RuleName, quoted(given.text) + " is no value of " + key);
      if (key == "type" && kind.name == "entity" && !entity_type_of(given.text)) error(given, Code::RuleName, "There is no entity type " + given.text);
      rule.set.emplace_back(key, given.text);
    }
    if (kind.name == "relation" && !rule.patterns.empty() && rule.capture_of("subject").empty() && rule.value("subject").empty())
      error(item, Code::RuleKey, "The role \"subject\" is missing");
    for (const auto& [key, values] : kind.set)
      if (key[0] == '!' && rule.value(key.substr(1)).empty()) error(item, Code::RuleKey, "\"set\" needs " + quoted(key.substr(1)));
  }

  void examples(const Json& item, std::string_view key, bool needed, std::vector<Example>& out) {
    const Json* list = needed ? need(item, key, Json::Kind::Array, "a list of sentences") : nullptr;
    if (list == nullptr) return;
    if (list->items.empty()) error(*list, Code::RuleType, "A rule needs at least one example here");
    for (const Json& one : list->items) {
      Example example;
      if (one.kind == Json::Kind::String) {
        example.text = one.text;
      } else if (is(one, Json::Kind::Object, "a sentence, or an object with \"text\" and expected captures")) {
        for (std::size_t i = 0; i < one.keys.size(); ++i) {
          if (!is(one.items[i], Json::Kind::String, "a string")) continue;
          if (one.keys[i] == "text") example.text = one.items[i].text;
          else example.captures.emplace_back(one.keys[i], one.items[i].text);
        }
      }
      if (example.text.empty()) error(one, Code::RuleKey, "An example needs a sentence");
      out.push_back(std::move(example));
    }
  }

  std::string_view text_;
  const std::string& file_;
  PatternContext context_;
  Diagnostics& diagnostics_;
  std::vector<std::pair<std::string, std::string>> definitions_;
};

// Nine digits of the hash of what the rule says.
std::string version_of(std::string_view text, const Json& item) {
  int depth = 0;
  bool inside = false;
  std::size_t end = item.offset;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (inside && c == '\\') ++end;
    else if (c == '"') inside = !inside;
    else if (!inside && c == '{') ++depth;
    else if (!inside && c == '}' && --depth == 0) break;
  }
  return short_hash(text.substr(item.offset, end - item.offset + 1), 9);
}

}  // namespace

std::string_view Rule::value(std::string_view key) const {
  for (const auto& [name, value] : set)
    if (name == key) return value;
  return {};
}

std::string_view Rule::capture_of(std::string_view role) const {
  for (const auto& [name, capture] : roles)
    if (name == role) return capture;
  return {};
}

void RuleBook::load(const std::filesystem::path& folder, Vocabulary& vocabulary, const Lexicons& lexicons, RuleCatalogue& catalogue,
                    Diagnostics& diagnostics) {
  std::vector<std::filesystem::path> files;
  std::error_code fault;
  for (std::filesystem::recursive_directory_iterator it(folder, fault), end; !fault && it != end; it.increment(fault))
    if (it->path().extension() == ".json" && it->path().filename() != "rules.schema.json") files.push_back(it->path());
  if (fault) return diagnostics.error(Code::IoOpen, {folder.string(), 0, 0, {}}, "Cannot read the folder of rules: " + fault.message());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const auto text = read_file(file, UINT64_C(16) << 20);
    if (!text) diagnostics.add(text.error());
    else add(*text, file.string(), vocabulary, lexicons, catalogue, diagnostics);
  }
}

void RuleBook::add(std::string_view text, const std::string& file, Vocabulary& vocabulary, const Lexicons& lexicons,
                   RuleCatalogue& catalogue, Diagnostics& diagnostics) {
  const auto root = parse_json(text, file);
  if (!root) return diagnostics.add(root.error());
  FileLoader loader(text, file, {&vocabulary, &lexicons, &labels_, nullptr}, diagnostics);
  loader.read(*root, [&](std::unique_ptr<Rule> rule, const Json& item) {
    if (find(rule->id) != nullptr) return loader.error(item, Code::RuleDuplicate, "The id \"" + rule->id + "\" is used by another rule");
    rule->ref = catalogue.add({rule->id, version_of(text, item), rule->kind});
    if (rule->kind == "mark" && std::find(labels_.begin(), labels_.end(), rule->value("label")) == labels_.end())
      labels_.emplace_back(rule->value("label"));
    rules_.push_back(std::move(rule));
  });
}

const Rule* RuleBook::find(std::string_view id) const {
  for (const auto& rule : rules_)
    if (rule->id == id) return rule.get();
  return nullptr;
}

}  // namespace entente::extract::rules
