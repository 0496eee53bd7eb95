// Which links and anchors are found in a page, and what looks like one and is none.
#include "write/html_links.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "text/html_reader.hpp"
#include "write/site_link.hpp"

namespace gongshi {
namespace {

using Names = std::vector<std::string>;

// Where the links of a page lead, sorted.
Names links(std::string_view html, std::string_view page = "index.html") {
  Names out;
  const PageLinks found = find_links(html, page);
  for (const std::string_view url : found.urls) {
    const auto link = resolve_link(decode_entities(url), found.relative_to);
    if (link) out.push_back(link->anchor.empty() ? link->path : link->path + "#" + link->anchor);
  }
  std::sort(out.begin(), out.end());
  return out;
}

Names anchors(std::string_view html) { return find_links(html, "index.html").anchors; }

TEST(HtmlLinksTest, EveryAttributeThatLinks) {
  EXPECT_EQ(links(R"(<!doctype html><html><head><link rel="stylesheet" href="a.css"></head><body>
      <a class="x" href="b.html">b</a><img src="c.svg" alt=""><script src="d.js"></script>
      <form action="e.html"></form><video poster="f.png"></video><use href="g.svg#i"/>)"),
            (Names{"a.css", "b.html", "c.svg", "d.js", "e.html", "f.png", "g.svg#i"}));
}

TEST(HtmlLinksTest, AsWrittenAndInOrder) {
  EXPECT_EQ(find_links(R"(<a href="b.html#x&amp;"></a><a href=" ./a.html"></a>)", "index.html").urls,
            (std::vector<std::string_view>{"b.html#x&amp;", " ./a.html"}));
}

TEST(HtmlLinksTest, RelativeToThePage) {
  EXPECT_EQ(links(R"(<a href="../about.html">)", "items/zg-1.html"), Names{"about.html"});
}

TEST(HtmlLinksTest, OtherSitesAreNotOurs) {
  EXPECT_EQ(links(R"(<a href="https://a.gov/b"></a><a href="mailto:x@a.gov"></a><a href="tel:1"></a>
      <img src="data:image/png;base64,xx"><a href="//a.gov/"></a><a href="HTTPS://a.gov">)"),
            Names());
}

TEST(HtmlLinksTest, AttributesInAllTheirForms) {
  EXPECT_EQ(links("<a href='a.html'>"), Names{"a.html"});
  EXPECT_EQ(links("<A HREF=\"a.html\">"), Names{"a.html"});
  EXPECT_EQ(links("<a href=a.html>"), Names{"a.html"});
  EXPECT_EQ(links("<a\n\thref = \"a.html\"\n>"), Names{"a.html"});
  EXPECT_EQ(links("<a hidden href=\"a.html\"data-x=\"1\">"), Names{"a.html"});
  EXPECT_EQ(links("<a title=\"href='b.html' > \" href=\"a.html\">"), Names{"a.html"});
  EXPECT_EQ(links("<img/src=\"a.svg\"/>"), Names{"a.svg"});
  EXPECT_EQ(links("<a data-href=\"a.html\" xhref=\"b.html\">"), Names());
}

TEST(HtmlLinksTest, EntitiesAreDecodedBeforeTheUrlIsRead) {
  EXPECT_EQ(links(R"(<a href="a.html?x=1&amp;y=2#b&amp;c">)"), Names{"a.html#b&c"});
  EXPECT_EQ(links(R"(<a href="&#x26;&#38;&lt;&gt;&apos;&quot;&#39;.html">)"), Names{"&&<>'\"'.html"});
  EXPECT_EQ(links(R"(<a href="&#x5385;.html">)"), Names{"厅.html"});
  EXPECT_EQ(links(R"(<a href="https&#58;//a.gov">)"), Names());
  const std::string not_ours = "a&b=1&nbsp;&;&x0;&d;.html";
  EXPECT_EQ(links("<a href=\"" + not_ours + "\">"), Names{not_ours});
}

TEST(HtmlLinksTest, WhatIsNoEntityStaysAsItIs) {
  for (const std::string text :
       {"&#;", "&#x;", "&#0;", "&#xD800;", "&#x110000;", "&#12x;", "&#-1;", "&#99999999999;", "&"}) {
    EXPECT_EQ(anchors("<p id=\"" + text + "\">"), Names{text});
  }
}

TEST(HtmlLinksTest, WhatOnlyLooksLikeALink) {
  EXPECT_EQ(links("<!-- <p> <a href=\"a.html\"> --><a href=\"b.html\">"), Names{"b.html"});
  EXPECT_EQ(links("<script>x = '<a href=\"a.html\">';</script><a href=\"b.html\">"), Names{"b.html"});
  EXPECT_EQ(links("<SCRIPT>'</a><a href=\"a.html\">'</Script><a href=\"b.html\">"), Names{"b.html"});
  EXPECT_EQ(links("<style>/*<a href=\"a.html\">*/</style><title><a href=\"c.html\"></title>"), Names());
  EXPECT_EQ(links("<textarea><a href=\"a.html\"></textarea><a href=\"b.html\">"), Names{"b.html"});
  EXPECT_EQ(links("<p>1 < 2 href=\"a.html\" &lt;a href=\"c.html\"&gt;</p>"), Names());
  EXPECT_EQ(links("</a href=\"a.html\"><?x href=\"b.html\"?><!x href=\"c.html\">"), Names());
}

TEST(HtmlLinksTest, AnchorsAreIdsAndNamesOfLinks) {
  EXPECT_EQ(anchors(R"(<h2 id="b">B</h2><a name="a"></a><input name="q" id="c"><meta name="x">
      <p id='来&amp;去'>)"),
            (Names{"b", "a", "c", "来&去"}));
}

TEST(HtmlLinksTest, ABaseMakesLinksRelativeToTheSite) {
  const char* page = R"(<a href="items/a.html"><base href="https://a.gov/site/"><a href="b.html">)";
  EXPECT_EQ(links(page, "deep/404.html"), (Names{"b.html", "items/a.html"}));
  EXPECT_EQ(links("<a href=\"a.html\"><x base href=\"b.html\">", "deep/404.html"),
            (Names{"deep/a.html", "deep/b.html"}));
}

TEST(HtmlLinksTest, AnyPrefixOfAPageIsReadWithoutHarm) {
  const std::string page =
      R"(<!doctype html><!-- c --><a href="x&amp;y" id='z' w= v>t</a><script>s</script><b =/ "q">)";
  for (std::size_t length = 0; length <= page.size(); ++length)
    find_links(page.substr(0, length), "index.html");
  for (const char* odd :
       {"<", "<a", "<a ", "<a href", "<a href=", "<a href=\"", "<a =", "<a ==", "<a / / =x/>", "<a \"\">",
        "<script", "<script>", "<script></", "<!--", "<!-->", "<a href=x", "<a\0b>"}) {
    find_links(odd, "index.html");
  }
}

// What grows with the square of the page takes minutes at this size, what grows with it a blink.
TEST(HtmlLinksTest, TimeIsLinear) {
  constexpr std::size_t kSize = 1000000;
  const auto repeat = [](const std::string& piece) {
    std::string text;
    while (text.size() < kSize) text += piece;
    return text;
  };
  std::vector<std::string> pages = {"<a href=\"" + repeat("a/") + repeat("../")};
  for (const char* piece :
       {"<", "<a ", "<a =", "<a b", "<a href=\"&", "<a href=\"../", "<!--", "<script>", "</", "&"}) {
    pages.push_back(repeat(piece));
    pages.push_back("<a href=\"" + repeat(piece));
  }
  for (const std::string& page : pages) {
    const auto start = std::chrono::steady_clock::now();
    find_links(page, "index.html");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << page.substr(0, 20);
  }
}

TEST(HtmlLinksTest, AnchorsArePackedInOrderAndEachOnce) {
  const std::string packed = pack_anchors({"乙", "a", "乙", ""});
  EXPECT_EQ(unpack_anchors(packed), (std::vector<std::string_view>{"", "a", "乙"}));
  EXPECT_FALSE(pack_anchors({}).empty());
  EXPECT_TRUE(unpack_anchors(pack_anchors({})).empty());
  EXPECT_LE(unpack_anchors("\x7f short").size(), 2U);
}

}  // namespace
}  // namespace gongshi
