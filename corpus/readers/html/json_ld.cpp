#include "corpus/readers/html/json_ld.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpus/readers/entities.hpp"
#include "corpus/readers/metadata.hpp"

namespace entente::corpus::html {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 1 << 20;
constexpr std::size_t kMostNodes = 1000;

bool is_article_type(const std::string& type) {
  constexpr std::array<std::string_view, 7> kEnds = {"Article", "Posting", "Report", "Interview", "PressRelease", "Statement", "AnalysisNewsArticle"};
  for (const std::string_view end : kEnds) {
    if (type.size() >= end.size() && type.compare(type.size() - end.size(), end.size(), end) == 0) return true;
  }
  return false;
}

bool is_article(const Json& node) {
  const auto type = node.find("@type");
  if (type == node.end()) return false;
  if (type->is_string()) return is_article_type(type->get_ref<const std::string&>());
  if (!type->is_array()) return false;
  for (const Json& item : *type) {
    if (item.is_string() && is_article_type(item.get_ref<const std::string&>())) return true;
  }
  return false;
}

// Breadth first through lists and "@graph", without recursion.
const Json* find_article(const Json& root) {
  std::vector<const Json*> queue = {&root};
  for (std::size_t i = 0; i < queue.size() && i < kMostNodes; ++i) {
    const Json& node = *queue[i];
    if (node.is_array()) {
      for (const Json& item : node) queue.push_back(&item);
    } else if (node.is_object()) {
      if (is_article(node)) return &node;
      for (const char* key : {"@graph", "mainEntity"}) {
        if (const auto inner = node.find(key); inner != node.end()) queue.push_back(&*inner);
      }
    }
  }
  return nullptr;
}

// Many sites escape the strings of their JSON-LD as if they were HTML.
std::string without_references(const std::string& value) {
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    std::string character;
    const std::size_t size = value[at] == '&' ? decode_entity(std::string_view(value).substr(at), character) : 0;
    out += size == 0 ? value.substr(at, 1) : character;
    at += std::max<std::size_t>(size, 1);
  }
  return out;
}

// Strings, names of objects, and those of the items of a list.
std::vector<std::string> strings_of(const Json& value) {
  std::vector<std::string> out;
  const auto add = [&](const Json& item) {
    if (item.is_string()) out.push_back(without_references(item.get<std::string>()));
    if (!item.is_object()) return;
    for (const char* key : {"name", "@id"}) {
      const auto name = item.find(key);
      if (name != item.end() && name->is_string()) return out.push_back(without_references(name->get<std::string>()));
    }
  };
  if (value.is_array()) {
    for (const Json& item : value) add(item);
  } else {
    add(value);
  }
  return out;
}

}  // namespace

Metadata read_json_ld(std::string_view json) {
  Metadata metadata;
  if (json.size() > kMostBytes) return metadata;
  const Json root = Json::parse(json.begin(), json.end(), nullptr, false);
  const Json* article = root.is_discarded() ? nullptr : find_article(root);
  if (article == nullptr) return metadata;
  constexpr std::array<std::pair<const char*, const char*>, 9> kNames = {{{"headline", "title"},
                                                                          {"name", "title"},
                                                                          {"author", "authors"},
                                                                          {"datePublished", "published"},
                                                                          {"url", "url"},
                                                                          {"mainEntityOfPage", "url"},
                                                                          {"publisher", "publisher"},
                                                                          {"inLanguage", "language"},
                                                                          {"license", "license"}}};
  Diagnostics ignored;
  for (const auto& [key, field] : kNames) {
    const auto value = article->find(key);
    if (value == article->end()) continue;
    Metadata one;
    set_field(one, field, strings_of(*value), {}, ignored);
    fill_from(metadata, std::move(one));
  }
  return metadata;
}

}  // namespace entente::corpus::html
