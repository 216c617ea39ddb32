#include "corpus/segment/abbreviations.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace entente::corpus {
namespace {

using namespace std::string_view_literals;
using A = Abbreviation;

struct Entry {
  std::string_view word;
  A kind;
};

// Sorted by word.
constexpr Entry abbreviations[] = {
    {"a.k.a", A::Inner}, {"adm", A::Title}, {"al", A::Final}, {"ala", A::Capital}, {"amb", A::Title},
    {"app", A::Numbered}, {"approx", A::Inner}, {"apr", A::Month}, {"apt", A::Numbered}, {"ariz", A::Capital},
    {"ark", A::Capital}, {"arrv", A::Final}, {"art", A::Numbered}, {"arts", A::Numbered}, {"assn", A::Final},
    {"assoc", A::Inner}, {"asst", A::Inner}, {"attn", A::Inner}, {"atty", A::Title}, {"aug", A::Month},
    {"ave", A::Final}, {"avg", A::Inner}, {"bldg", A::Final}, {"blvd", A::Final}, {"brig", A::Title},
    {"bros", A::Final}, {"ca", A::Inner}, {"calif", A::Capital}, {"capt", A::Title}, {"cf", A::Inner},
    {"ch", A::Numbered}, {"chap", A::Numbered}, {"cmdr", A::Title}, {"co", A::Final}, {"col", A::Title},
    {"colo", A::Capital}, {"comdr", A::Title}, {"conf", A::Final}, {"conn", A::Capital}, {"corp", A::Final},
    {"cos", A::Capital}, {"cpl", A::Title}, {"cpt", A::Title}, {"ct", A::Capital}, {"dec", A::Month},
    {"del", A::Capital}, {"dept", A::Inner}, {"dist", A::Final}, {"dr", A::Title}, {"drs", A::Title},
    {"e.g", A::Inner}, {"ect", A::Final}, {"ed", A::Capital}, {"eds", A::Capital}, {"eg", A::Inner},
    {"esp", A::Inner}, {"esq", A::Final}, {"est", A::Capital}, {"etc", A::Final}, {"excl", A::Inner},
    {"exec", A::Capital}, {"ext", A::Numbered}, {"feb", A::Month}, {"fig", A::Numbered}, {"figs", A::Numbered},
    {"fla", A::Capital}, {"fr", A::Title}, {"fri", A::Month}, {"ft", A::Capital}, {"ga", A::Capital},
    {"gen", A::Title}, {"gens", A::Title}, {"gov", A::Title}, {"govs", A::Title}, {"govt", A::Inner},
    {"hon", A::Title}, {"hr", A::Final}, {"hrs", A::Final}, {"i.e", A::Inner}, {"ibid", A::Final}, {"ie", A::Inner},
    {"ill", A::Capital}, {"inc", A::Final}, {"incl", A::Inner}, {"ind", A::Capital}, {"inst", A::Final},
    {"intl", A::Inner}, {"jan", A::Month}, {"jr", A::Final}, {"jul", A::Month}, {"jun", A::Month},
    {"kan", A::Capital}, {"ky", A::Capital}, {"la", A::Capital}, {"lb", A::Final}, {"lbs", A::Final},
    {"lt", A::Title}, {"ltd", A::Final}, {"maj", A::Title}, {"mar", A::Month}, {"mass", A::Capital},
    {"md", A::Capital}, {"messrs", A::Title}, {"mfg", A::Final}, {"mich", A::Capital}, {"min", A::Final},
    {"minn", A::Capital}, {"mins", A::Final}, {"miss", A::Capital}, {"mlle", A::Title}, {"mme", A::Title},
    {"mo", A::Capital}, {"mob", A::Numbered}, {"mon", A::Month}, {"mont", A::Capital}, {"mr", A::Title},
    {"mrs", A::Title}, {"ms", A::Title}, {"msgr", A::Title}, {"mt", A::Title}, {"n.b", A::Inner}, {"neb", A::Capital},
    {"nev", A::Capital}, {"no", A::Numbered}, {"nos", A::Numbered}, {"nov", A::Month}, {"oct", A::Month},
    {"okla", A::Capital}, {"op", A::Numbered}, {"ore", A::Capital}, {"oz", A::Final}, {"p", A::Numbered},
    {"pa", A::Capital}, {"para", A::Numbered}, {"paras", A::Numbered}, {"penn", A::Capital}, {"pfc", A::Title},
    {"ph.d", A::Final}, {"phd", A::Final}, {"pp", A::Numbered}, {"pres", A::Title}, {"prof", A::Title},
    {"profs", A::Title}, {"prop", A::Numbered}, {"pte", A::Title}, {"pty", A::Final}, {"pub", A::Numbered},
    {"pvt", A::Title}, {"que", A::Capital}, {"rd", A::Capital}, {"rep", A::Title}, {"reps", A::Title},
    {"ret", A::Capital}, {"rev", A::Title}, {"revd", A::Title}, {"rs", A::Numbered}, {"sat", A::Month},
    {"sc", A::Capital}, {"sec", A::Numbered}, {"sect", A::Numbered}, {"sen", A::Title}, {"sens", A::Title},
    {"sep", A::Month}, {"sept", A::Month}, {"sgt", A::Title}, {"sq", A::Inner}, {"sr", A::Final}, {"sra", A::Title},
    {"st", A::Title}, {"ste", A::Title}, {"sts", A::Final}, {"sun", A::Month}, {"supt", A::Title},
    {"tel", A::Numbered}, {"tenn", A::Capital}, {"tex", A::Capital}, {"thur", A::Month}, {"thurs", A::Month},
    {"tue", A::Month}, {"tues", A::Month}, {"univ", A::Inner}, {"v", A::Inner}, {"va", A::Capital}, {"viz", A::Inner},
    {"vol", A::Numbered}, {"vols", A::Numbered}, {"vs", A::Inner}, {"vt", A::Capital}, {"wash", A::Capital},
    {"wed", A::Month}, {"wis", A::Capital}, {"wyo", A::Capital}, {"yr", A::Final}, {"yrs", A::Final},
};

constexpr std::string_view starters[] = {
    "a", "about", "according", "after", "all", "also", "although", "among", "an", "and", "another", "any", "as",
    "asked", "at", "because", "before", "both", "but", "by", "can", "despite", "do", "does", "during", "each",
    "earlier", "even", "every", "few", "finally", "first", "for", "from", "further", "given", "had", "has", "have",
    "he", "her", "here", "his", "how", "however", "i", "if", "in", "indeed", "instead", "is", "it", "its", "last",
    "later", "many", "meanwhile", "more", "most", "much", "my", "nevertheless", "no", "none", "nor", "not", "nothing",
    "now", "of", "on", "once", "one", "only", "or", "other", "our", "over", "please", "put", "rather", "several",
    "she", "should", "since", "so", "some", "still", "such", "that", "the", "their", "then", "there", "these", "they",
    "this", "those", "though", "through", "thus", "to", "today", "under", "unless", "until", "was", "we", "were",
    "what", "when", "where", "whether", "which", "while", "who", "why", "will", "with", "without", "yet", "you",
    "your",
};

constexpr std::string_view prefixes[] = {
    "anti", "arch", "auto", "bi", "bio", "co", "counter", "cross", "de", "e", "eco", "em", "euro", "ex", "extra",
    "geo", "hyper", "inter", "intra", "macro", "mega", "micro", "mid", "mini", "mis", "multi", "nano", "neo", "non", "over",
    "para", "post", "pre", "pro", "pseudo", "psycho", "quasi", "re", "semi", "socio", "sub", "super", "trans", "tri",
    "ultra", "un", "under",
};

constexpr std::string_view units[] = {
    "am", "b", "billion", "bn", "c", "cm", "days", "f", "ft", "g", "gb", "ghz", "gw", "h", "ha", "hh", "hours", "hp",
    "hrs", "hz", "in", "k", "kb", "kg", "kgs", "km", "km2", "kmh", "kph", "kw", "kwh", "lb", "lbs", "m", "mb", "mg",
    "mhz", "million", "min", "mins", "ml", "mm", "mn", "mph", "mw", "oz", "p", "percent", "pm", "sec", "sq", "sqft",
    "sqm", "t", "tb", "tn", "trillion", "trn", "tw", "yards", "yd", "yds", "years", "yrs",
};

constexpr std::string_view endings[] = {
    "asp", "au", "be", "biz", "blog", "br", "ca", "cfm", "ch", "cn", "co", "com", "csv", "cz", "de", "dk", "do",
    "doc", "docx", "edu", "es", "eu", "exe", "fi", "fm", "fr", "gif", "gov", "gr", "gz", "hk", "htm", "html", "hu",
    "ie", "il", "in", "info", "int", "io", "ir", "it", "jp", "jpeg", "jpg", "js", "json", "kr", "me", "mil", "mobi",
    "mp3", "mp4", "mx", "net", "news", "nl", "no", "nz", "org", "pdf", "php", "pl", "png", "ppt", "pptx", "pt", "ro",
    "rtf", "ru", "se", "sg", "shtml", "tk", "tr", "ttl", "tv", "tw", "txt", "ua", "uk", "unix", "url", "us", "vn",
    "wav", "xls", "xlsx", "xml", "za", "zip",
};

constexpr std::string_view speech[] = {
    "add", "added", "adding", "adds", "admits", "admitted", "announced", "answered", "answers", "argued", "argues",
    "asked", "asking", "asks", "called", "cautioned", "claimed", "commented", "concluded", "continued", "cried",
    "declared", "demanded", "exclaimed", "explained", "explains", "insisted", "insists", "joked", "noted", "notes",
    "quipped", "quoted", "recalled", "remarked", "replied", "replies", "responded", "retorted", "said", "say",
    "saying", "says", "shouted", "shouting", "stated", "states", "stressed", "told", "tweeted", "urged", "urges",
    "warned", "warns", "went", "wondered", "wonders", "writes", "wrote", "yelled",
};

constexpr std::string_view calendar[] = {
    "april", "august", "december", "february", "friday", "january", "july", "june", "march", "may", "monday", "november",
    "october", "saturday", "september", "sunday", "thursday", "tuesday", "wednesday",
};

template <std::size_t N>
constexpr bool sorted(const std::string_view (&list)[N]) {
  for (std::size_t i = 1; i < N; ++i) {
    if (!(list[i - 1] < list[i])) return false;
  }
  return true;
}

template <std::size_t N>
bool has(const std::string_view (&list)[N], std::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

constexpr bool sorted_abbreviations() {
  for (std::size_t i = 1; i < std::size(abbreviations); ++i) {
    if (!(abbreviations[i - 1].word < abbreviations[i].word)) return false;
  }
  return true;
}

static_assert(sorted_abbreviations());
static_assert(sorted(starters) && sorted(prefixes) && sorted(units) && sorted(endings) && sorted(speech) && sorted(calendar));

}  // namespace

Abbreviation abbreviation(std::string_view lower, bool capital) {
  const auto* at = std::lower_bound(std::begin(abbreviations), std::end(abbreviations), lower,
                                    [](const Entry& e, std::string_view w) { return e.word < w; });
  if (at == std::end(abbreviations) || at->word != lower) return A::None;
  switch (at->kind) {
    case A::Capital: return capital ? A::Final : A::None;
    case A::Month:
    case A::Title: return capital ? at->kind : A::None;
    default: return at->kind;
  }
}

bool starts_sentence(std::string_view lower) { return has(starters, lower); }
bool is_bound_prefix(std::string_view lower) { return has(prefixes, lower); }
bool is_unit(std::string_view lower) { return has(units, lower); }
bool is_domain_ending(std::string_view lower) { return has(endings, lower); }
bool is_speech_verb(std::string_view lower) { return has(speech, lower); }

bool is_day_or_month(std::string_view lower) { return has(calendar, lower); }

}  // namespace entente::corpus
