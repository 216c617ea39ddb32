#include "ontology/mapping/table.hpp"

#include <nlohmann/json.hpp>

#include "core/base/file.hpp"

namespace entente::ontology {
namespace {

using nlohmann::json;

const std::map<std::string, std::string, std::less<>> kPrefixes{
    {"ent", "https://w3id.org/entente/ns#"},
    {"org", "http://www.w3.org/ns/org#"},
    {"plover", "https://w3id.org/entente/plover/"},
};

// Reads members with their JSON pointers; the first fault stays.
class Loader {
 public:
  explicit Loader(std::string file) : file_(std::move(file)) {}

  bool failed() const { return failed_; }
  const Diagnostic& fault() const { return fault_; }

  void fail(std::string pointer, std::string message) {
    if (failed_) return;
    failed_ = true;
    fault_ = {Severity::Error, Code::MapTable, {file_, 0, 0, std::move(pointer)}, std::move(message)};
  }

  const json& member(const json& object, const std::string& pointer, const std::string& key) {
    static const json kNull;
    if (object.is_object() && object.contains(key)) return object[key];
    fail(pointer, "Member \"" + key + "\" is missing");
    return kNull;
  }

  void only(const json& object, const std::string& pointer, const std::set<std::string>& keys) {
    for (const auto& item : object.items()) {
      if (keys.count(item.key()) == 0) fail(pointer + "/" + item.key(), "Unknown member");
    }
  }

  std::string iri(const json& value, const std::string& pointer) {
    if (!value.is_string()) return fail(pointer, "Expected a prefixed name"), "";
    const auto text = value.get<std::string>();
    const auto colon = text.find(':');
    const auto prefix = colon == std::string::npos ? kPrefixes.end() : kPrefixes.find(text.substr(0, colon));
    if (prefix == kPrefixes.end()) return fail(pointer, "Unknown prefix in \"" + text + "\""), "";
    return prefix->second + text.substr(colon + 1);
  }

 private:
  std::string file_;
  bool failed_ = false;
  Diagnostic fault_;
};

template <typename E>
void demand(Loader& loader, const std::map<std::string, std::string, std::less<>>& list, const char* name, E last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const std::string value(extract::name_of(static_cast<E>(i)));
    if (list.count(value) == 0) loader.fail(std::string("/terms/") + name, "No term for \"" + value + "\"");
  }
}

}  // namespace

Result<MappingTable> MappingTable::load(const std::filesystem::path& path) {
  auto bytes = entente::read_file(path);
  if (!bytes.ok()) return bytes.error();
  Loader loader(path.string());
  const json root = json::parse(*bytes, nullptr, false);
  if (root.is_discarded()) loader.fail("", "The file is not valid JSON");
  MappingTable table;
  loader.only(root, "", {"doc", "entityTypes", "terms", "relations"});
  const auto& types = loader.member(root, "", "entityTypes");
  table.classes_.resize(static_cast<std::size_t>(extract::EntityType::Other) + 1);
  table.segments_.resize(table.classes_.size());
  for (std::size_t i = 1; i < table.classes_.size(); ++i) {
    const std::string name(extract::name_of(static_cast<extract::EntityType>(i)));
    const auto& row = loader.member(types, "/entityTypes", name);
    table.classes_[i] = loader.iri(loader.member(row, "/entityTypes/" + name, "class"), "/entityTypes/" + name);
    const auto& segment = loader.member(row, "/entityTypes/" + name, "segment");
    if (segment.is_string()) table.segments_[i] = segment.get<std::string>();
  }
  const auto& terms = loader.member(root, "", "terms");
  for (const auto& list : terms.items()) {
    for (const auto& item : list.value().items()) {
      table.terms_[list.key()][item.key()] = loader.iri(item.value(), "/terms/" + list.key() + "/" + item.key());
    }
  }
  demand(loader, table.terms_["form"], "form", extract::MentionForm::Pronoun);
  demand(loader, table.terms_["factuality"], "factuality", extract::Factuality::Attempted);
  demand(loader, table.terms_["modality"], "modality", extract::Modality::Intention);
  demand(loader, table.terms_["kind"], "kind", extract::ClaimKind::Indirect);
  demand(loader, table.terms_["attitude"], "attitude", extract::Attitude::Aim);
  demand(loader, table.terms_["stance"], "stance", extract::Stance::Negative);
  demand(loader, table.terms_["basis"], "basis", extract::DateBasis::None);
  const auto& relations = loader.member(root, "", "relations");
  loader.only(relations, "/relations", {"default", "also", "memberships", "posts"});
  table.relation_namespace_ =
      loader.iri(loader.member(loader.member(relations, "/relations", "default"), "/relations/default", "namespace"),
                 "/relations/default/namespace");
  for (const auto& item : loader.member(relations, "/relations", "also").items()) {
    table.also_[item.key()] = loader.iri(item.value(), "/relations/also/" + item.key());
  }
  for (const auto& item : loader.member(relations, "/relations", "memberships")) table.memberships_.insert(item);
  for (const auto& item : loader.member(relations, "/relations", "posts")) table.posts_.insert(item);
  if (loader.failed()) return loader.fault();
  return table;
}

const std::string& MappingTable::term(std::string_view list, std::string_view value) const {
  static const std::string kNone;
  const auto found = terms_.find(list);
  if (found == terms_.end()) return kNone;
  const auto item = found->second.find(value);
  return item == found->second.end() ? kNone : item->second;
}

std::vector<std::string> MappingTable::predicates(std::string_view relation) const {
  std::vector<std::string> out{relation_namespace_ + std::string(relation)};
  if (const auto more = also_.find(relation); more != also_.end()) out.push_back(more->second);
  return out;
}

}  // namespace entente::ontology
