// What each block of a page is. A page has a head (everything before the first paragraph of prose), a body and a tail.
//
// 1. Every block is looked at alone: a formula of pages (furniture.def), a date line, a byline, a person's name.
// 2. In the head, lines that were printed before are furniture; the title is the line that the page repeats or else the
//    longest that is no date, byline or formula; a name beside a date line is the author's.
// 3. A label such as "About the author" or "Written by" opens a biography: names and the prose about them.
// 4. A label such as "Related articles" or "Leave a reply" makes the titles of links below it furniture.
// 5. What is left of the short lines are headings.
//
// Only short blocks are looked at closely, each a fixed number of times: linear in the text.
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/blocks/blocks.hpp"
#include "corpus/blocks/look.hpp"
#include "corpus/blocks/marks.hpp"
#include "corpus/blocks/names.hpp"
#include "corpus/blocks/split.hpp"

namespace entente::corpus {
namespace {

constexpr std::size_t kHeadBlocks = 40;  // a head longer than this is none
constexpr std::size_t kTitleBytes = 300;
constexpr std::size_t kEdge = 12;        // blocks from either end of the page

// Most words of more than three letters begin with a capital: a title even if it ends with a full stop.
bool is_title_case(std::string_view text) {
  std::size_t long_words = 0;
  std::size_t capital = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (word.size() > 3) {
      ++long_words;
      capital += starts_upper(word);
    }
    at = end + 1;
  }
  return long_words >= 2 && capital * 20 >= long_words * 17;
}

class Page {
 public:
  explicit Page(Document& document) : document_(document), blocks_(document.blocks) {
    looks_.reserve(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const bool at_edge = i < kEdge || i + kEdge >= blocks_.size();
      looks_.push_back(look_at(blocks_[i].span.of(document.text), at_edge));
    }
    done_.assign(blocks_.size(), false);
  }

  void classify() {
    mark_known_kinds();
    mark_formulas();
    mark_biographies();
    mark_head();
    mark_closing_biographies();
    mark_link_lists();
    mark_headings();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (looks_[i].date && blocks_[i].kind == BlockKind::Byline) take_date(looks_[i]);
    }
  }

 private:
  void set(std::size_t i, BlockKind kind) {
    blocks_[i].kind = kind;
    done_[i] = true;
  }

  bool is_prose(std::size_t i) const {
    const Look& look = looks_[i];
    return !done_[i] && (look.words >= 30 || (look.words >= 15 && look.sentence && !is_title_case(look.text)));
  }

  // What the reader knows stays, unless it is a kind that furniture can look like.
  void mark_known_kinds() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const BlockKind kind = blocks_[i].kind;
      done_[i] = kind == BlockKind::Title || kind == BlockKind::Quotation || kind == BlockKind::Caption ||
                 kind == BlockKind::Byline || kind == BlockKind::AboutAuthor || kind == BlockKind::Furniture;
      if (kind == BlockKind::Title && !document_.metadata.title) document_.metadata.title = looks_[i].text;
      if (kind == BlockKind::Byline) add_authors(looks_[i].authors);
    }
  }

  void mark_formulas() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (done_[i]) continue;
      const Look& look = looks_[i];
      // What the reader knows to be a heading of the text below it.
      if (blocks_[i].kind == BlockKind::Heading && i + 1 < blocks_.size() && looks_[i + 1].sentence) continue;
      if (look.role == LineRole::Furniture || look.role == LineRole::RelatedLabel) set(i, BlockKind::Furniture);
      if (look.role == LineRole::Credit) set(i, look.words >= 9 ? BlockKind::Caption : BlockKind::Furniture);
      if (look.role == LineRole::SignOff) set(i, BlockKind::Byline);
    }
  }

  // From a label on: names, prose about them, until something else begins.
  void mark_biographies() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const LineRole role = looks_[i].role;
      if (done_[i] || (role != LineRole::AboutLabel && role != LineRole::WrittenBy)) continue;
      const bool at_end = !has_prose_after_biography(i + 1);
      if (role == LineRole::AboutLabel && !at_end) continue;  // a heading of the article
      set(i, role == LineRole::AboutLabel ? BlockKind::Furniture : BlockKind::Byline);
      mark_biography(i + 1, at_end);
    }
  }

  bool is_name_line(std::size_t i) const { return looks_[i].person && !done_[i]; }

  // Much more prose than biographies hold.
  bool has_prose_after_biography(std::size_t from) const {
    std::size_t prose = 0;
    std::size_t names = 1;
    for (std::size_t i = from; i < blocks_.size() && looks_[i].role != LineRole::RelatedLabel; ++i) {
      prose += is_prose(i);
      names += is_name_line(i);
    }
    return prose > 3 * names;
  }

  void mark_biography(std::size_t from, bool with_prose) {
    for (std::size_t i = from; i < blocks_.size(); ++i) {
      if (done_[i]) {
        if (looks_[i].role == LineRole::Credit) continue;
        return;
      }
      const auto persons = looks_[i].words <= 16 && !looks_[i].sentence ? persons_of(looks_[i].plain) : std::vector<std::string>();
      if (!persons.empty()) {
        set(i, BlockKind::Byline);
        add_authors(persons);
      } else if (with_prose && (looks_[i].sentence || looks_[i].words >= 12)) {
        set(i, BlockKind::AboutAuthor);
      } else {
        return;
      }
    }
  }

  std::size_t head_end() const {
    std::size_t i = 0;
    while (i < blocks_.size() && i < kHeadBlocks && !is_prose(i)) ++i;
    if (i == blocks_.size() || i == kHeadBlocks) return std::min<std::size_t>(i, 3);
    return i;
  }

  void mark_head() {
    const std::size_t end = head_ = head_end();
    std::unordered_map<std::string_view, std::size_t> count;
    for (std::size_t i = 0; i < end; ++i) ++count[looks_[i].text];
    mark_place_and_date(end);
    mark_title(end, count);
    mark_names_beside_dates(end, count);
    std::unordered_map<std::string_view, bool> seen;
    for (std::size_t i = 0; i < end; ++i) {
      if (looks_[i].by && !done_[i]) {
        set(i, BlockKind::Byline);
        add_authors(looks_[i].authors);
      }
      if (seen[looks_[i].text] && !ends_like_sentence(looks_[i].text)) set(i, BlockKind::Furniture);
      seen[looks_[i].text] = true;
    }
    // A byline below the head ("By Jane Roe" after a summary) is one all the same.
    for (std::size_t i = end; i < blocks_.size(); ++i) {
      if (done_[i] || !looks_[i].by) continue;
      const bool near_head = i < end + 6 || i + 6 >= blocks_.size();
      if (near_head && (!looks_[i].authors.empty() || looks_[i].date)) {
        set(i, BlockKind::Byline);
        add_authors(looks_[i].authors);
      }
    }
  }

  void mark_place_and_date(std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      if (done_[i] || looks_[i].by || looks_[i].text.size() > kLineBytes) continue;
      looks_[i].date = place_and_date(looks_[i].plain);
      looks_[i].by = looks_[i].date.has_value();
    }
  }

  bool may_be_title(std::size_t i) const {
    const Look& look = looks_[i];
    if (done_[i] || look.by || look.words < 2 || look.text.size() > kTitleBytes || blocks_[i].kind == BlockKind::ListItem) return false;
    if (look.text.back() == ':' || look.text.back() == ',') return false;
    return !look.sentence || look.text.back() == '?' || look.text.back() == '!' || is_title_case(look.text);
  }

  void mark_title(std::size_t end, const std::unordered_map<std::string_view, std::size_t>& count) {
    if (std::any_of(blocks_.begin(), blocks_.end(), [](const Block& b) { return b.kind == BlockKind::Title; })) return;
    if (end == blocks_.size() && blocks_.size() < 2) return;
    std::optional<std::size_t> best;
    std::size_t best_score = 0;
    for (std::size_t i = 0; i < end; ++i) {
      if (!may_be_title(i)) continue;
      std::size_t score = std::min<std::size_t>(looks_[i].words, 12) + (looks_[i].person ? 0 : 4) + (best ? 0 : 3);
      if (count.at(looks_[i].text) > 1) score += looks_[i].person ? 0 : 10;
      if (document_.metadata.title) {
        if (!resembles(looks_[i].text, *document_.metadata.title)) continue;
        score += 20;
      }
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
    if (!best || (end == blocks_.size() && looks_[*best].words < 3)) return;
    set(*best, BlockKind::Title);
    if (!document_.metadata.title) document_.metadata.title = looks_[*best].text;
  }

  // At least half of the words of `given` stand in `line`.
  static bool resembles(std::string_view line, std::string_view given) {
    std::size_t words = 0;
    std::size_t found = 0;
    for (std::size_t at = 0; at < given.size() && words < 64;) {
      const std::size_t end = std::min(given.find(' ', at), given.size());
      words += end > at;
      found += end > at && line.find(given.substr(at, end - at)) != std::string_view::npos;
      at = end + 1;
    }
    return found * 2 >= words;
  }

  // "Jane Roe and John Doe", both known as authors.
  bool names_authors(const Look& look) const {
    if (look.text.size() > kLineBytes || look.words > kMetadataWords || look.sentence) return false;
    const auto& known = document_.metadata.authors;
    const auto persons = known.empty() ? std::vector<std::string>() : persons_of(look.plain);
    return !persons.empty() && std::all_of(persons.begin(), persons.end(), [&](const std::string& person) {
      return std::find(known.begin(), known.end(), person) != known.end();
    });
  }

  void mark_names_beside_dates(std::size_t end, const std::unordered_map<std::string_view, std::size_t>& count) {
    for (std::size_t i = 0; i < end; ++i) {
      if (!done_[i] && names_authors(looks_[i])) {
        set(i, BlockKind::Byline);
        continue;
      }
      if (!is_name_line(i)) continue;
      const bool beside = (i > 0 && looks_[i - 1].by && looks_[i - 1].date) || (i + 1 < end && looks_[i + 1].by && looks_[i + 1].date);
      if (!beside && count.at(looks_[i].text) < 2) continue;
      set(i, BlockKind::Byline);
      add_authors(persons_of(looks_[i].plain));
    }
  }

  // "Jane Roe is a fellow at ..." at the end of an article by Jane Roe; "The author is ...".
  void mark_closing_biographies() {
    std::size_t seen = 0;
    for (std::size_t i = blocks_.size(); i-- > 0 && seen < 4;) {
      if (blocks_[i].kind == BlockKind::Furniture || blocks_[i].kind == BlockKind::AboutAuthor || done_[i]) continue;
      ++seen;
      if (i > 0 && tells_of_author(looks_[i].text)) set(i, BlockKind::AboutAuthor);
    }
  }

  bool tells_of_author(std::string_view text) const {
    if (text.size() > 1200) return false;
    const auto goes_on = [](std::string_view rest) {
      for (const std::string_view verb : {" is ", " was ", " are ", ", is ", " works ", " teaches ", " covers ", " writes ", " served ", " holds ",
                                          " has served", " leads ", " directs "}) {
        if (rest.substr(0, verb.size()) == verb) return true;
      }
      return false;
    };
    for (const std::string_view who : {"The author", "The writer", "The authors", "The writers"}) {
      if (text.substr(0, who.size()) == who && goes_on(text.substr(who.size()))) return true;
    }
    for (const std::string& author : document_.metadata.authors) {
      std::string_view rest = text;
      for (const std::string_view title : {"Dr ", "Dr. ", "Professor ", "Prof. ", "Ambassador "}) {
        if (rest.substr(0, title.size()) == title) rest.remove_prefix(title.size());
      }
      if (rest.substr(0, author.size()) == author && goes_on(rest.substr(author.size()))) return true;
    }
    return false;
  }

  // Below a label only lines without an end of sentence are titles of links.
  void mark_link_lists() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (looks_[i].role != LineRole::RelatedLabel || blocks_[i].kind != BlockKind::Furniture) continue;
      std::size_t end = i + 1;
      while (end < blocks_.size() && !is_prose(end) && (done_[end] ? blocks_[end].kind == BlockKind::Furniture : looks_[end].words <= 25)) ++end;
      if (end < blocks_.size() && 3 * i < 2 * blocks_.size()) continue;  // prose goes on: the lines belong to it
      for (std::size_t k = i + 1; k < end; ++k) {
        if (!done_[k] && (!looks_[k].sentence || looks_[k].words <= 8)) set(k, BlockKind::Furniture);
      }
    }
  }

  void mark_headings() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!done_[i] && blocks_[i].kind == BlockKind::Paragraph && is_heading(i)) blocks_[i].kind = BlockKind::Heading;
    }
  }

  bool is_heading(std::size_t i) const {
    const Look& look = looks_[i];
    if (look.words > 14 || look.text.size() > kLineBytes || look.words == 0) return false;
    if (i + 1 == blocks_.size() || (looks_[i + 1].text.size() <= look.text.size() && i >= head_)) return false;
    const char last = look.text.back();
    if (last == ',' || last == ';' || last == ':' || last == '"' || starts_lower(look.text)) return false;
    const bool capitals = std::none_of(look.text.begin(), look.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return !look.sentence || (last == '?' && look.words <= 10 && look.text.find(':') == std::string_view::npos) || (capitals && look.words <= 6);
  }

  void add_authors(const std::vector<std::string>& authors) {
    if (has_given_authors_) return;
    for (const std::string& author : authors) {
      auto& all = document_.metadata.authors;
      if (std::find(all.begin(), all.end(), author) == all.end()) all.push_back(author);
    }
  }

  void take_date(const Look& look) {
    auto& published = document_.metadata.published;
    if (published && (!published_from_update_ || look.updated)) return;
    published = look.date;
    published_from_update_ = look.updated;
  }

  Document& document_;
  std::vector<Block>& blocks_;
  std::vector<Look> looks_;
  std::vector<bool> done_;
  const bool has_given_authors_ = !document_.metadata.authors.empty();
  bool published_from_update_ = false;
  std::size_t head_ = 0;  // blocks before the first prose
};

}  // namespace

void find_blocks(Document& document) {
  if (document.blocks.empty()) document.blocks = split_blocks(document.text);
  Page(document).classify();
}

}  // namespace entente::corpus
