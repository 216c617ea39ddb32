#include "corpus/readers/html/meta.hpp"

#include <algorithm>
#include <array>

#include "corpus/blocks/marks.hpp"
#include "corpus/blocks/names.hpp"
#include "corpus/readers/html/json_ld.hpp"
#include "corpus/readers/metadata.hpp"

namespace entente::corpus::html {
namespace {

struct MetaName {
  std::string_view name;  // of <meta name>, property or itemprop, in lower case
  const char* field;
};

// The first of a field wins.
constexpr MetaName kMetaNames[] = {
    {"citation_title", "title"},         {"og:title", "title"},
    {"dc.title", "title"},               {"dcterms.title", "title"},
    {"headline", "title"},               {"twitter:title", "title"},
    {"citation_author", "authors"},      {"author", "authors"},
    {"article:author", "authors"},       {"dc.creator", "authors"},
    {"dcterms.creator", "authors"},      {"parsely-author", "authors"},
    {"sailthru.author", "authors"},      {"byl", "authors"},
    {"article:published_time", "published"}, {"datepublished", "published"},
    {"citation_publication_date", "published"}, {"dc.date.issued", "published"},
    {"dcterms.issued", "published"},     {"dc.date", "published"},
    {"dcterms.date", "published"},       {"date", "published"},
    {"pubdate", "published"},            {"publish-date", "published"},
    {"parsely-pub-date", "published"},   {"sailthru.date", "published"},
    {"og:url", "url"},                   {"og:site_name", "publisher"},
    {"citation_publisher", "publisher"}, {"dc.publisher", "publisher"},
    {"dcterms.publisher", "publisher"},  {"application-name", "publisher"},
    {"og:locale", "language"},           {"dc.language", "language"},
    {"language", "language"},            {"content-language", "language"},
    {"dcterms.license", "license"},      {"dc.rights.license", "license"},
};
constexpr std::size_t kMetaCount = std::size(kMetaNames);

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

// "By Jane Roe and John Doe" and profile addresses are no names as they stand.
void add_author(std::vector<std::string>& authors, std::string_view value) {
  if (value.find("://") != std::string_view::npos || value.empty()) return;
  std::vector<std::string> found;
  if (!parse_byline(value, found)) found = persons_of(value);
  if (found.empty()) found.emplace_back(value);
  for (std::string& name : found) {
    if (std::find(authors.begin(), authors.end(), name) == authors.end()) authors.push_back(std::move(name));
  }
}

class Collector {
 public:
  bool enter(const GumboNode* node) {
    switch (tag_of(node)) {
      case GUMBO_TAG_META: meta(node); break;
      case GUMBO_TAG_LINK: link(node); break;
      case GUMBO_TAG_SCRIPT: script(node); break;
      case GUMBO_TAG_TITLE:
        if (title_.empty() && node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML) title_ = text_below(node);
        break;
      case GUMBO_TAG_HTML: language_ = attribute(node, "lang"); break;
      case GUMBO_TAG_TIME: time(node); break;
      default: property(node); break;
    }
    return true;
  }

  Metadata result() {
    Metadata all = std::move(ld_);
    Metadata tags;
    Diagnostics ignored;
    for (std::size_t i = 0; i < kMetaCount; ++i) {
      const std::string_view field = kMetaNames[i].field;
      if (values_[i].empty()) continue;
      Metadata one;
      if (field == "authors") {
        for (const std::string& value : values_[i]) add_author(one.authors, value);
      } else {
        set_field(one, field, values_[i], {}, ignored);
      }
      fill_from(tags, std::move(one));
    }
    fill_from(all, std::move(tags));
    Metadata weak;
    set_field(weak, "url", {canonical_}, {}, ignored);
    set_field(weak, "language", {std::string(language_)}, {}, ignored);
    set_field(weak, "published", {time_}, {}, ignored);
    set_field(weak, "license", {license_}, {}, ignored);
    weak.authors = rel_authors_;
    const std::string site = all.publisher.value_or("");
    set_field(weak, "title", {without_site(title_, site)}, {}, ignored);
    fill_from(all, std::move(weak));
    if (all.title) all.title = without_site(*all.title, site);
    return all;
  }

 private:
  void meta(const GumboNode* node) {
    const std::string_view value = attribute(node, "content");
    if (value.empty() || value.size() > 2000) return;
    for (const char* key : {"name", "property", "itemprop", "http-equiv"}) put(lower(attribute(node, key)), value);
  }

  void put(const std::string& name, std::string_view value) {
    if (name.empty()) return;
    for (std::size_t i = 0; i < kMetaCount; ++i) {
      if (kMetaNames[i].name == name && values_[i].size() < 50) values_[i].emplace_back(value);
    }
  }

  void link(const GumboNode* node) {
    const std::string rel = lower(attribute(node, "rel"));
    if (rel == "canonical" && canonical_.empty()) canonical_ = attribute(node, "href");
    if (rel == "license" && license_.empty()) license_ = attribute(node, "href");
  }

  void script(const GumboNode* node) {
    if (lower(attribute(node, "type")) != "application/ld+json") return;
    const GumboVector& inside = children(node);
    if (inside.length == 0) return;
    const auto* text = static_cast<const GumboNode*>(inside.data[0]);
    if (is_text(text)) fill_from(ld_, read_json_ld(text->v.text.text));
  }

  void time(const GumboNode* node) {
    const std::string_view value = attribute(node, "datetime");
    if (value.empty()) return;
    property(node);
    const std::string of = lower(attribute(node, "class"));
    if (time_.empty() && of.find("update") == std::string::npos && of.find("modif") == std::string::npos) time_ = value;
  }

  void property(const GumboNode* node) {
    if (!is_element(node) || node->v.element.attributes.length == 0) return;
    if (lower(attribute(node, "rel")) == "author" && rel_authors_.size() < 50) add_author(rel_authors_, text_below(node, 200));
    const std::string name = lower(attribute(node, "itemprop"));
    if (name == "datepublished" || name == "headline" || name == "author") {
      const std::string_view content = attribute(node, "content");
      const std::string_view datetime = attribute(node, "datetime");
      put(name, !content.empty() ? std::string(content) : !datetime.empty() ? std::string(datetime) : text_below(node, 300));
    }
  }

  Metadata ld_;
  std::array<std::vector<std::string>, kMetaCount> values_;
  std::string title_;
  std::string canonical_;
  std::string license_;
  std::string_view language_;
  std::string time_;
  std::vector<std::string> rel_authors_;
};

}  // namespace

std::string without_site(const std::string& title, const std::string& site) {
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", " · "}) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    const std::string tail = title.substr(at + mark.size());
    const bool short_tail = std::count(tail.begin(), tail.end(), ' ') < 3;
    if (site.empty() ? mark == " | " && short_tail : tail == site) return title.substr(0, at);
  }
  return title;
}

Metadata metadata_of(const Tree& tree) {
  Collector collector;
  walk(
      tree.root(), [&](const GumboNode* node) { return collector.enter(node); }, [](const GumboNode*) {});
  return collector.result();
}

}  // namespace entente::corpus::html
