#include "ontology/register_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <system_error>

#include "core/rdf/reader.hpp"

namespace entente::ontology {
namespace {

using extract::Entry;
using extract::EntityType;
using extract::EntryName;
using extract::LinkKind;
using extract::NameKind;

constexpr std::string_view kEnt = "https://w3id.org/entente/ns#";
constexpr std::string_view kOrg = "http://www.w3.org/ns/org#";
constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

// What is kept of a subject until all files are read.
struct Subject {
  std::vector<std::string> classes;                                // IRIs
  std::vector<std::pair<std::string, std::string>> texts;          // predicate, lexical form
  std::vector<std::pair<std::string, std::string>> references;     // predicate, IRI
  std::string file;
  std::uint64_t line = 0;
};

using Subjects = std::map<std::string, Subject, std::less<>>;

struct NamePredicate {
  std::string_view iri;
  NameKind kind;
};

constexpr auto kNamePredicates = std::to_array<NamePredicate>({
    {"http://www.w3.org/2004/02/skos/core#prefLabel", NameKind::Name},
    {"http://www.w3.org/2004/02/skos/core#altLabel", NameKind::Name},
    {"http://www.w3.org/2004/02/skos/core#hiddenLabel", NameKind::Name},
    {"http://www.w3.org/2000/01/rdf-schema#label", NameKind::Name},
    {"http://schema.org/name", NameKind::Name},
    {"http://schema.org/alternateName", NameKind::Name},
    {"https://w3id.org/entente/ns#acronym", NameKind::Acronym},
    {"https://w3id.org/entente/ns#adjective", NameKind::Adjective},
    {"https://w3id.org/entente/ns#demonym", NameKind::Demonym},
    {"https://w3id.org/entente/ns#metonym", NameKind::Metonym},
    {"https://w3id.org/entente/ns#familyName", NameKind::Surname},
    {"https://w3id.org/entente/ns#title", NameKind::Title},
});

struct LinkPredicate {
  std::string_view iri;
  LinkKind kind;
  bool inverse = false;  // from the object to the subject
};

constexpr auto kLinkPredicates = std::to_array<LinkPredicate>({
    {"https://w3id.org/entente/ns#governmentOf", LinkKind::GovernmentOf},
    {"https://w3id.org/entente/ns#capital", LinkKind::CapitalOf, true},
    {"https://w3id.org/entente/ns#inState", LinkKind::Country},
    {"https://w3id.org/entente/ns#citizenOf", LinkKind::Country},
    {"https://w3id.org/entente/ns#partOf", LinkKind::PartOf},
    {"https://w3id.org/entente/ns#party", LinkKind::MemberOf},
    {"http://www.w3.org/ns/org#memberOf", LinkKind::MemberOf},
    {"http://www.w3.org/ns/org#unitOf", LinkKind::PartOf},
    {"http://www.w3.org/ns/org#postIn", LinkKind::PostOf},
    {"http://www.w3.org/2004/02/skos/core#broader", LinkKind::PartOf},
});

bool is_english(std::string_view language) { return language.empty() || language == "en" || language.starts_with("en-"); }

void take(Subjects& subjects, const rdf::QuadView& quad, std::uint64_t line, const std::string& file) {
  if (!quad.subject.is_iri()) return;
  auto [it, is_new] = subjects.try_emplace(std::string(quad.subject.value));
  Subject& subject = it->second;
  if (is_new) {
    subject.file = file;
    subject.line = line;
  }
  if (quad.object.is_literal()) {
    if (is_english(quad.object.language)) subject.texts.emplace_back(quad.predicate.value, quad.object.value);
  } else if (quad.predicate.value == kType) {
    subject.classes.emplace_back(quad.object.value);
  } else {
    subject.references.emplace_back(quad.predicate.value, quad.object.value);
  }
}

// "state/china" of .../id/state/china; for foreign IRIs the last two segments, made safe.
std::string key_of(std::string_view iri) {
  if (const auto at = iri.find("/id/"); at != std::string_view::npos) return std::string(iri.substr(at + 4));
  const auto last = iri.find_last_of("/#");
  std::string local(last == std::string_view::npos ? iri : iri.substr(last + 1));
  std::string_view rest = last == std::string_view::npos ? std::string_view{} : iri.substr(0, last);
  const auto before = rest.find_last_of("/#");
  std::string scheme(before == std::string_view::npos ? rest : rest.substr(before + 1));
  for (auto* part : {&scheme, &local}) {
    for (char& c : *part) {
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')) c = '-';
    }
  }
  return (scheme.empty() ? "x" : scheme) + "/" + local;
}

std::string_view text_of(const Subject& subject, std::string_view predicate) {
  for (const auto& [p, text] : subject.texts) {
    if (p == predicate) return text;
  }
  return {};
}

std::string reference_of(const Subject& subject, std::string_view predicate) {
  for (const auto& [p, iri] : subject.references) {
    if (p == predicate) return key_of(iri);
  }
  return {};
}

std::string ent(std::string_view local) { return std::string(kEnt) + std::string(local); }
std::string org(std::string_view local) { return std::string(kOrg) + std::string(local); }

EntityType class_type(std::string_view iri) {
  if (!iri.starts_with(kEnt)) return EntityType::None;
  const auto local = iri.substr(kEnt.size());
  if (local == "ActorGroup") return EntityType::Group;
  if (local == "OtherEntity") return EntityType::Other;
  return extract::entity_type_of(local).value_or(EntityType::None);
}

int depth(EntityType type) {
  int n = 0;
  for (; type != EntityType::None; type = extract::parent_of(type)) ++n;
  return n;
}

// The finest type first; an international organisation stays one whatever else it is.
std::vector<EntityType> types_of(const Subject& subject) {
  std::vector<EntityType> types;
  for (const auto& c : subject.classes) {
    const EntityType type = class_type(c);
    if (type != EntityType::None && std::find(types.begin(), types.end(), type) == types.end()) types.push_back(type);
  }
  const auto rank = [](EntityType t) {
    return std::pair(t == EntityType::InternationalOrganization ? 0 : 1 - depth(t), static_cast<int>(t));
  };
  std::sort(types.begin(), types.end(), [&](EntityType a, EntityType b) { return rank(a) < rank(b); });
  return types;
}

void add_names(Entry& entry, const Subject& subject) {
  for (const auto& [predicate, text] : subject.texts) {
    for (const auto& known : kNamePredicates) {
      if (predicate == known.iri) entry.names.push_back({text, known.kind, 0});
    }
  }
  std::erase_if(entry.names, [](const EntryName& name) {  // a form of address is no part of a name
    return name.text.starts_with("Mr. ") || name.text.starts_with("Ms. ") || name.text.starts_with("Mrs. ");
  });
  for (auto& name : entry.names) {
    if (name.text.starts_with("the ") && name.kind == NameKind::Name) {  // the article is no part of the name
      name.text.erase(0, 4);
      name.flags |= extract::kAfterThe;
    }
    for (const auto& [predicate, text] : subject.texts) {
      if (text != name.text) continue;
      if (predicate == ent("ambiguousName")) name.flags |= extract::kStrictCase;
      if (predicate == ent("contextName")) name.flags |= extract::kAmbiguous;
    }
  }
  // Where the name also stands without the article and without conditions, the article says nothing.
  std::erase_if(entry.names, [&](const EntryName& name) {
    return (name.flags & extract::kAfterThe) != 0 && std::any_of(entry.names.begin(), entry.names.end(), [&](const EntryName& other) {
             return other.text == name.text && (other.flags & (extract::kAfterThe | extract::kAmbiguous)) == 0;
           });
  });
}

std::string preferred_name(const Subject& subject) {
  for (const auto& known : kNamePredicates) {
    if (const auto text = text_of(subject, known.iri); !text.empty()) return std::string(text);
  }
  return {};
}

void add_links(std::vector<std::pair<std::string, extract::Link>>& links, const std::string& key, const Subject& subject) {
  for (const auto& [predicate, iri] : subject.references) {
    for (const auto& known : kLinkPredicates) {
      if (predicate != known.iri) continue;
      const auto other = key_of(iri);
      if (known.inverse) {
        links.emplace_back(other, extract::Link{known.kind, key, 0, 0});
      } else {
        links.emplace_back(key, extract::Link{known.kind, other, 0, 0});
      }
    }
  }
}

RegisterMembership membership_of(const std::string& key, const Subject& subject) {
  RegisterMembership m;
  m.key = key;
  m.member = reference_of(subject, org("member"));
  m.organization = reference_of(subject, org("organization"));
  m.post = reference_of(subject, ent("post"));
  m.role = reference_of(subject, org("role"));
  m.from = text_of(subject, ent("validFrom"));
  m.until = text_of(subject, ent("validTo"));
  m.source = text_of(subject, "http://purl.org/dc/terms/source");
  m.as_of = text_of(subject, ent("asOf"));
  return m;
}

extract::Link link_of(const RegisterMembership& m) {
  return {m.post.empty() ? LinkKind::MemberOf : LinkKind::Holds, m.post.empty() ? m.organization : m.post,
          extract::parse_day(m.from), extract::parse_day(m.until)};
}

Entry entry_of(const std::string& key, const Subject& subject, EntityType fallback) {
  Entry entry;
  entry.key = key;
  const auto types = types_of(subject);
  entry.type = types.empty() ? fallback : types.front();
  if (types.size() > 1) entry.more_types.assign(types.begin() + 1, types.end());
  entry.name = preferred_name(subject);
  const auto gender = text_of(subject, ent("gender"));
  entry.gender = gender == "female" ? extract::Gender::Female
                 : gender == "male" ? extract::Gender::Male
                                    : extract::Gender::Unknown;
  add_names(entry, subject);
  return entry;
}

// Things without a name or a type of ours are no actors: scheme nodes, sources, data set descriptions.
bool is_entry(const Subject& subject) {
  if (preferred_name(subject).empty()) return false;
  if (!types_of(subject).empty()) return true;
  const auto concept_class = std::string(kSkos) + "Concept";
  return std::find(subject.classes.begin(), subject.classes.end(), concept_class) != subject.classes.end();
}

Register collect(const Subjects& subjects, EntityType fallback, Diagnostics& diagnostics) {
  Register out;
  std::map<std::string, Entry> entries;
  std::vector<std::pair<std::string, extract::Link>> links;
  const auto membership_class = org("Membership");
  for (const auto& [iri, subject] : subjects) {
    const auto key = key_of(iri);
    if (std::find(subject.classes.begin(), subject.classes.end(), membership_class) != subject.classes.end()) {
      out.memberships.push_back(membership_of(key, subject));
    } else if (is_entry(subject)) {
      if (!entries.emplace(key, entry_of(key, subject, fallback)).second) {
        diagnostics.warning(Code::RegisterEntry, Place{subject.file, subject.line, 0, {}}, "Two things share the key " + key);
      }
      add_links(links, key, subject);
    }
  }
  std::sort(out.memberships.begin(), out.memberships.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  for (const auto& m : out.memberships) {
    if (m.member.empty() || (m.post.empty() && m.organization.empty())) {
      diagnostics.warning(Code::RegisterEntry, {}, "Membership " + m.key + " has no member or no body");
      continue;
    }
    links.emplace_back(m.member, link_of(m));
  }
  for (auto& [key, link] : links) {
    if (const auto it = entries.find(key); it != entries.end()) it->second.links.push_back(std::move(link));
  }
  for (auto& [key, entry] : entries) out.entries.push_back(std::move(entry));
  return out;
}

// Every RDF file that `paths` mean, in a fixed order.
std::vector<std::filesystem::path> rdf_files(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics) {
  std::vector<std::filesystem::path> files;
  for (const auto& path : paths) {
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::filesystem::path> inside;
    for (const auto& item : std::filesystem::directory_iterator(path, error)) {
      if (rdf::syntax_of(item.path())) inside.push_back(item.path());
    }
    if (error) diagnostics.error(Code::IoOpen, Place{path.string(), 0, 0, {}}, "Cannot list the folder: " + error.message());
    std::sort(inside.begin(), inside.end());
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

}  // namespace

std::vector<std::filesystem::path> register_files(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics) {
  return rdf_files(paths, diagnostics);
}

Register read_register(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics, EntityType fallback) {
  Subjects subjects;
  for (const auto& file : rdf_files(paths, diagnostics)) {
    rdf::ReadOptions options;
    options.source = file.string();
    rdf::read_file(
        file, options, [&](const rdf::QuadView& quad, std::uint64_t line) { take(subjects, quad, line, file.string()); },
        diagnostics);
  }
  return collect(subjects, fallback, diagnostics);
}

}  // namespace entente::ontology
