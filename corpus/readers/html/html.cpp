// HTML: Gumbo's tree, the article in it, and its text with the way back to the bytes of the page.
#include <algorithm>
#include <utility>

#include "corpus/readers/formats.hpp"
#include "corpus/readers/html/align.hpp"
#include "corpus/readers/html/content.hpp"
#include "corpus/readers/html/guard.hpp"
#include "corpus/readers/html/meta.hpp"
#include "corpus/readers/html/tree.hpp"
#include "corpus/readers/metadata.hpp"

namespace entente::corpus {
namespace {

constexpr std::size_t kTreeBytes = std::size_t{64} << 20;  // of a tree, besides kTreeFactor times the page
constexpr std::size_t kTreeFactor = 40;

// Where Gumbo says a text node stands; an empty range if that is not inside the page.
std::pair<std::size_t, std::size_t> place_in(const std::string& page, const GumboNode* node) {
  const GumboStringPiece& piece = node->v.text.original_text;
  if (piece.data == nullptr || piece.data < page.data() || piece.data > page.data() + page.size()) return {0, 0};
  const auto begin = static_cast<std::size_t>(piece.data - page.data());
  return {begin, begin + std::min(piece.length, page.size() - begin)};
}

std::size_t begin_of(const std::string& page, const html::Run& run) {
  for (const GumboNode* part : run.parts) {
    if (!html::is_text(part)) continue;
    if (const auto place = place_in(page, part); place.second > place.first) return place.first;
  }
  return page.size();
}

void write_run(const std::string& page, const html::Run& run, TextBuilder& out) {
  for (const GumboNode* part : run.parts) {
    if (!html::is_text(part)) {
      if (!out.after_space()) out.separator("\n");
      continue;
    }
    const auto [begin, end] = place_in(page, part);
    if (begin == end) continue;
    html::write_text(part->v.text.text, std::string_view(page).substr(begin, end - begin), begin, run.preformatted, out);
  }
}

void write_article(const std::string& page, std::vector<html::Run> runs, TextBuilder& out) {
  // Text that the parser moved (out of tables) goes back to its place.
  std::stable_sort(runs.begin(), runs.end(),
                   [&](const html::Run& a, const html::Run& b) { return begin_of(page, a) < begin_of(page, b); });
  bool has_title = false;
  for (const html::Run& run : runs) {
    const bool title = run.heading_one && !std::exchange(has_title, has_title || run.heading_one);
    out.open(title ? BlockKind::Title : run.kind);
    write_run(page, run, out);
    out.close();
  }
}

}  // namespace

Result<Document> parse_html(RawDocument raw, const ReadOptions& options, Diagnostics&) {
  const Place place = place_of(raw);
  if (auto why = why_not_text(raw.bytes, place)) return *why;
  if (auto why = why_not_parsed(raw.bytes, options.limits, place)) return *why;
  Document document;
  document.original = std::move(raw.bytes);
  const auto tree = html::Tree::parse(document.original, kTreeBytes + kTreeFactor * document.original.size());
  if (!tree) {
    return Diagnostic{Severity::Error, Code::TextHtmlLimit, place, "Page would need a tree of more than " + std::to_string(kTreeFactor) + " times its size"};
  }
  document.metadata = html::metadata_of(*tree);
  TextBuilder builder;
  write_article(document.original, html::article_runs(*tree), builder);
  builder.give_to(document);
  if (document.blocks.empty()) return Diagnostic{Severity::Error, Code::TextEmpty, place, "Page holds no text"};
  return document;
}

}  // namespace entente::corpus
