#include <doctest/doctest.h>

#include "tests/corpus/check_document.hpp"
#include "tests/corpus/support.hpp"

using namespace entente;
using namespace entente::tests;
using corpus::BlockKind;

namespace {

const std::string kProse =
    "Ministers of five river states agreed on Tuesday to share data on the level of the lake, a step that fishermen on both "
    "shores had asked for since the drought began.";

corpus::Document page(const std::string& html) {
  Diagnostics diagnostics;
  auto document = read_bytes("html", html, diagnostics);
  REQUIRE(document.ok());
  CHECK(fault_of(*document) == "");
  return std::move(*document);
}

std::string back(const corpus::Document& d, const std::string& text) {
  const auto at = static_cast<std::uint32_t>(d.text.find(text));
  REQUIRE(at < d.text.size());
  return std::string(d.to_original({at, at + static_cast<std::uint32_t>(text.size())}).of(d.original));
}

bool has(const corpus::Document& d, const std::string& text, BlockKind kind) {
  for (const auto& block : d.blocks) {
    if (block.span.of(d.text) == text && block.kind == kind) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the article is found, the page's furniture left out") {
  const auto d = page(
      "<!DOCTYPE html><html lang=en><head><title>Lake Accord | Northern Forum</title><style>p{}</style></head><body class='has-sidebar'>"
      "<header><nav><a href=/>Home</a> <a href=/n>News</a></nav></header><div class=sidebar><p>" + kProse + "</p></div>"
      "<main><article><h1>Lake Accord</h1><div class=byline>By Mara Ilves</div><time datetime=2024-05-03>3 May 2024</time>"
      "<div class='share-bar'><a>Facebook</a></div><p>" + kProse + "</p><ul><li>First <b>point</b> of it</li><li>Second point of it</li></ul>"
      "<blockquote><p>We shall wait.</p></blockquote><figure><figcaption>The lake in May.</figcaption></figure><h2>Next steps</h2><p>" +
      kProse + "</p><div class='author-bio'>Mara Ilves teaches law.</div></article><aside>" + kProse + "</aside></main>"
      "<footer>All rights reserved</footer><script>var x = '<p>no</p>';</script></body></html>");
  CHECK(has(d, "Lake Accord", BlockKind::Title));
  CHECK(has(d, "By Mara Ilves", BlockKind::Byline));
  CHECK(has(d, "3 May 2024", BlockKind::Byline));
  CHECK(has(d, "First point of it", BlockKind::ListItem));
  CHECK(has(d, "We shall wait.", BlockKind::Quotation));
  CHECK(has(d, "The lake in May.", BlockKind::Caption));
  CHECK(has(d, "Next steps", BlockKind::Heading));
  CHECK(has(d, "Mara Ilves teaches law.", BlockKind::AboutAuthor));
  for (const char* out : {"Home", "Facebook", "rights", "var x", "p{}"}) CHECK_MESSAGE(d.text.find(out) == std::string::npos, out);
  CHECK(d.text.find(kProse, d.text.find(kProse, d.text.find(kProse) + 1) + 1) == std::string::npos);
  CHECK(d.metadata.title == "Lake Accord");
  CHECK(d.metadata.authors == std::vector<std::string>{"Mara Ilves"});
  CHECK(d.metadata.published == "2024-05-03");
  CHECK(d.metadata.language == "en");
}

TEST_CASE("offsets lead back into the page") {
  const auto d = page("<body><p>" + kProse + "</p><p>The AT&amp;T &ldquo;deal&rdquo; of\r\n  the <i>Foreign <b>Mini</b>ster</i>&nbsp;holds; &notin; "
                      "&#8217;tis 3 &lt; 5 &copy2024 a</foo>b.</p></body>");
  CHECK(d.text.find("The AT&T “deal” of the Foreign Minister\xC2\xA0holds; ∉ ’tis 3 < 5 ©2024 ab.") != std::string::npos);
  CHECK(back(d, "AT&T") == "AT&amp;T");
  CHECK(back(d, "&") == "&amp;");
  CHECK(back(d, "“deal”") == "&ldquo;deal&rdquo;");
  CHECK(back(d, "Foreign Minister") == "Foreign <b>Mini</b>ster");
  CHECK(back(d, "Minister\xC2\xA0") == "Mini</b>ster</i>&nbsp;");
  CHECK(back(d, "of the Foreign M") == "of\r\n  the <i>Foreign <b>M");
  CHECK(back(d, "∉") == "&notin;");
  CHECK(back(d, "©") == "&copy");
  CHECK(back(d, "ab.") == "a</foo>b.");
  CHECK(back(d, kProse) == kProse);
}

TEST_CASE("metadata: JSON-LD before meta tags before the page") {
  const std::string body = "<body><p>" + kProse + "</p></body>";
  const auto d = page(R"(<head><title>Old - Forum</title><meta property="og:title" content="Open Graph"><meta property=og:site_name content=Forum>)"
                      R"(<meta name="author" content="By Jo Adeyemi and Mara Ilves"><link rel=canonical href="https://example.org/a">)"
                      R"(<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],)"
                      R"( "headline": "Accord &amp; Lake", "datePublished": "2024-05-03T10:00:00Z", "author": {"name": "Mara Ilves"}}]}</script></head>)" + body);
  CHECK(d.metadata.title == "Accord & Lake");
  CHECK(d.metadata.authors == std::vector<std::string>{"Mara Ilves"});
  CHECK(d.metadata.published == "2024-05-03");
  CHECK(d.metadata.url == "https://example.org/a");
  CHECK(d.metadata.publisher == "Forum");
  const auto e = page(R"(<head><title>Old - Forum</title><meta property=og:site_name content=Forum><meta name=author content="By Jo Adeyemi and Mara Ilves">)"
                      R"(<script type="application/ld+json">{broken</script></head>)" + body);
  CHECK(e.metadata.title == "Old");
  CHECK(e.metadata.authors == std::vector<std::string>{"Jo Adeyemi", "Mara Ilves"});
  CHECK(!e.metadata.published);
}

TEST_CASE("pages without structure") {
  const auto d = page(kProse + "<br><br>" + kProse + "<br>A line.");
  CHECK(d.blocks.size() == 2);
  CHECK(page("<table><tr><td>" + kProse + "</td></tr>Lost " + kProse + "</table>").text.find("Lost") != std::string::npos);
  Diagnostics diagnostics;
  CHECK(read_bytes("html", "<p></p><script>x</script>", diagnostics).error().code == Code::TextEmpty);
}

TEST_CASE("pages that would make the parser slow are refused") {
  Diagnostics diagnostics;
  const auto repeated = [](const std::string& what, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += what;
    return out;
  };
  const auto deep = read_bytes("html", "<p>x</p>\n" + repeated("<div>", 100000), diagnostics);
  REQUIRE(!deep.ok());
  CHECK(deep.error().code == Code::TextHtmlLimit);
  CHECK(deep.error().place.line == 2);
  CHECK(deep.error().place.column == 512 * 5 + 1);
  std::string attributes = "<p ";
  for (int i = 0; i < 100000; ++i) attributes += "a" + std::to_string(i) + " ";
  CHECK(read_bytes("html", attributes + ">x", diagnostics).error().code == Code::TextHtmlLimit);
  for (const char* unit : {"<b><div></b>", "<span><div></span>", "<dd><li>", "<a><p>", "<table><tr><td>", "<select><option>", "<p><b id=x></p>"}) {
    const auto result = read_bytes("html", repeated(unit, 20000) + "text", diagnostics);
    CHECK_MESSAGE((result.ok() || result.error().code == Code::TextHtmlLimit), unit);
  }
  // Formatting elements that are reopened in every paragraph grow the tree quadratically.
  std::string growing;
  for (int i = 0; i < 30000; ++i) growing += "<p><font color=" + std::to_string(i) + "></p>";
  const auto grown = read_bytes("html", growing + "text", diagnostics);
  CHECK((grown.ok() || grown.error().code == Code::TextHtmlLimit));
  // Long pages of ordinary depth are read.
  CHECK(read_bytes("html", repeated("<p>" + kProse + "<li>", 5000), diagnostics).ok());
}
