#include "corpus/readers/html/furniture.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace entente::corpus::html {
namespace {

constexpr std::array<std::string_view, 54> kSuspects = {
    "nav",       "navbar",     "navigation", "menu",      "sidebar",    "footer",      "breadcrumb", "breadcrumbs", "share",   "sharing",
    "sharebar",  "social",     "related",    "recommended", "recommendations", "comments", "comment", "respond",  "disqus",  "newsletter",
    "subscribe", "subscription", "signup",   "promo",     "advert",     "ads",         "ad",         "advertisement", "sponsored", "cookie",
    "cookies",   "consent",    "gdpr",       "popup",     "modal",      "overlay",     "banner",     "widget",      "toolbar", "pagination",
    "pager",     "tags",       "taglist",    "masthead",  "skip",       "print",       "rating",     "login",       "trending", "popular",
    "toc",       "paywall",    "donate",     "outbrain"};

constexpr std::array<std::string_view, 10> kBylines = {"byline",  "author", "authors", "dateline", "timestamp",
                                                       "pubdate", "published", "date", "posted",   "credits"};
constexpr std::array<std::string_view, 4> kBiographies = {"bio", "biography", "aboutauthor", "authorbox"};
constexpr std::array<std::string_view, 10> kFurnitureRoles = {"navigation", "banner", "complementary", "contentinfo", "search",
                                                              "dialog",     "alert",  "menu",          "menubar",     "toolbar"};

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// Calls use(word, with_next) for each word of "article-share author_bio": lower case, and the word joined to the one
// behind it, so that "tag-list" is found as "taglist".
template <typename Use>
void for_each_word(std::string_view names, Use use) {
  std::string word;
  std::string before;
  for (std::size_t i = 0; i <= names.size() && i < 400; ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    if (is_alnum(c)) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      continue;
    }
    if (word.empty()) continue;
    use(word, before + word);
    before = c == ' ' ? std::string() : word;
    word.clear();
  }
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Part part_by_names(const GumboNode* element) {
  Part part = Part::Content;
  const auto look = [&](const std::string& word, const std::string& joined) {
    if (among(kBiographies, word) || among(kBiographies, joined)) part = Part::Biography;
    if (part == Part::Biography) return;
    if (among(kSuspects, word) || among(kSuspects, joined)) part = Part::Suspect;
    if (part != Part::Suspect && among(kBylines, word)) part = Part::Byline;
    if (part == Part::Content && (word == "caption" || word == "figcaption" || joined == "wpcaption")) part = Part::Caption;
  };
  for_each_word(attribute(element, "class"), look);
  for_each_word(attribute(element, "id"), look);
  return part;
}

bool is_hidden(const GumboNode* element) {
  if (has_attribute(element, "hidden")) return true;
  const std::string_view style = attribute(element, "style");
  if (style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos) return true;
  return attribute(element, "aria-hidden") == "true";
}

}  // namespace

Part part_of(const GumboNode* element) {
  if (is_hidden(element)) return Part::Hidden;
  switch (tag_of(element)) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_HEAD: return Part::Hidden;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_MENU: return Part::Furniture;
    case GUMBO_TAG_FIGCAPTION: return Part::Caption;
    case GUMBO_TAG_ADDRESS: return Part::Byline;
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_H1: return Part::Content;
    default: break;
  }
  if (among(kFurnitureRoles, attribute(element, "role"))) return Part::Furniture;
  const Part by_names = part_by_names(element);
  if (by_names != Part::Content) return by_names;
  const std::string_view rel = attribute(element, "rel");
  return tag_of(element) == GUMBO_TAG_TIME || rel == "author" ? Part::Byline : Part::Content;
}

bool breaks_lines(const GumboNode* element) {
  switch (tag_of(element)) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_RB:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN: return false;
    default: return true;
  }
}

}  // namespace entente::corpus::html
