// What bodies look like as HTML, to the byte.
#include "render/markdown.hpp"

#include <gtest/gtest.h>

#include "unit/render/markdown_case.hpp"

namespace gongshi {
namespace {

using testing::found_in;
using testing::html_of;
using testing::Lines;

TEST(MarkdownTest, ParagraphsAndInlineMarkup) {
  EXPECT_EQ(html_of(""), "");
  EXPECT_EQ(html_of("a *b* **c** ~~d~~ `e<f` g\\*h &amp; i<j"),
            "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;f</code> g*h &amp; i&lt;j</p>\n");
  EXPECT_EQ(html_of("a  \nb\n\nc\\\nd"), "<p>a<br>\nb</p>\n<p>c<br>\nd</p>\n");
  EXPECT_EQ(html_of("\"a\" 'b' {{c}} {{{d}}}"), "<p>&quot;a&quot; &#39;b&#39; {{c}} {{{d}}}</p>\n");
}

TEST(MarkdownTest, HeadingsBeginBelowThePagesTitle) {
  EXPECT_EQ(html_of("## 一\n\n### 二\n"), "<h2>一</h2>\n<h3>二</h3>\n");
  EXPECT_EQ(html_of("# 一\n## 二\n###### 六\n"), "<h2>一</h2>\n<h3>二</h3>\n<h6>六</h6>\n");
}

TEST(MarkdownTest, BlocksNest) {
  EXPECT_EQ(
      html_of("> 引\n>\n> 文\n\n***\n\n    a <b>\n"),
      "<blockquote>\n<p>引</p>\n<p>文</p>\n</blockquote>\n<hr>\n<pre><code>a &lt;b&gt;\n</code></pre>\n");
  EXPECT_EQ(html_of("- 甲\n  - 乙\n- 丙\n"),
            "<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ul>\n");
  EXPECT_EQ(html_of("3. 三\n\n   续\n4. 四\n"),
            "<ol start=\"3\">\n<li><p>三</p>\n<p>续</p>\n</li>\n<li><p>四</p>\n</li>\n</ol>\n");
}

TEST(MarkdownTest, TheInfoOfACodeFenceIsDropped) {
  EXPECT_EQ(html_of("```\" onclick=x <b>\na\n```\n"), "<pre><code>a\n</code></pre>\n");
}

TEST(MarkdownTest, Tables) {
  EXPECT_EQ(
      html_of("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | *2* | `3\\|` | |\n| x |\n"),
      "<div class=\"table-scroll\"><table>\n<thead>\n<tr>\n"
      "<th scope=\"col\">a</th>\n<th scope=\"col\" class=\"align-left\">b</th>\n"
      "<th scope=\"col\" class=\"align-center\">c</th>\n<th scope=\"col\" class=\"align-right\">d</th>\n"
      "</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class=\"align-left\"><em>2</em></td>\n"
      "<td class=\"align-center\"><code>3|</code></td>\n<td class=\"align-right\"></td>\n</tr>\n"
      "<tr>\n<td>x</td>\n<td class=\"align-left\"></td>\n<td class=\"align-center\"></td>\n"
      "<td class=\"align-right\"></td>\n</tr>\n</tbody>\n</table></div>\n");
  EXPECT_EQ(html_of("|a|\n|-|\n"),
            "<div class=\"table-scroll\"><table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n"
            "</tr>\n</thead>\n</table></div>\n");
}

TEST(MarkdownTest, LinesOfChineseTextAreJoined) {
  EXPECT_EQ(html_of("甲\n乙"), "<p>甲乙</p>\n");
  EXPECT_EQ(html_of("甲，\r\n**乙**\n丙"), "<p>甲，<strong>乙</strong>丙</p>\n");
  EXPECT_EQ(html_of("“甲”\n乙\n“丙”"), "<p>“甲”乙“丙”</p>\n");
  EXPECT_EQ(html_of("甲\nabc\n乙"), "<p>甲\nabc\n乙</p>\n");
  EXPECT_EQ(html_of("a\nb"), "<p>a\nb</p>\n");
  EXPECT_EQ(html_of("“a”\n“b”"), "<p>“a”\n“b”</p>\n");
  EXPECT_EQ(html_of("甲\n[[zg-1]]"), "<p>甲<a href=\"../items/zg-1.html\">事项&lt;zg-1&gt;</a></p>\n");
}

TEST(MarkdownTest, RangesAndProductsKeepTheirText) {
  EXPECT_EQ(html_of("10~20万元，30~40万元"), "<p>10~20万元，30~40万元</p>\n");
  EXPECT_EQ(html_of("长3*宽"), "<p>长3*宽</p>\n");
  EXPECT_EQ(html_of("138****5678"), "<p>138****5678</p>\n");
}

TEST(MarkdownTest, BareAddressesAreText) {
  EXPECT_EQ(html_of("网址：https://a.gov/公开，请查收 www.b.gov a@b.gov"),
            "<p>网址：https://a.gov/公开，请查收 www.b.gov a@b.gov</p>\n");
}

TEST(MarkdownTest, Links) {
  EXPECT_EQ(
      html_of("[a](https://a.gov/x?y=1&z=2 \"t\\\"<\") <https://b.gov/甲> [m](mailto:a@b.gov) [t](tel:+861) "
              "[f](#x)"),
      "<p><a href=\"https://a.gov/x?y=1&amp;z=2\" title=\"t&quot;&lt;\" rel=\"external noopener\">a</a> "
      "<a href=\"https://b.gov/%E7%94%B2\" rel=\"external noopener\">https://b.gov/甲</a> "
      "<a href=\"mailto:a@b.gov\">m</a> <a href=\"tel:+861\">t</a> <a href=\"#x\">f</a></p>\n");
  EXPECT_EQ(html_of("[a][r] [R] [r]\n\n[r]: https://a.gov\n"),
            "<p><a href=\"https://a.gov\" rel=\"external noopener\">a</a> "
            "<a href=\"https://a.gov\" rel=\"external noopener\">R</a> "
            "<a href=\"https://a.gov\" rel=\"external noopener\">r</a></p>\n");
}

// CommonMark allows an address in the text of a link, HTML no link in a link.
TEST(MarkdownTest, AddressInTheTextOfALink) {
  EXPECT_EQ(html_of("[a <https://b.gov> c](https://a.gov) [d](https://d.gov)"),
            "<p><a href=\"https://a.gov\" rel=\"external noopener\">a https://b.gov c</a> "
            "<a href=\"https://d.gov\" rel=\"external noopener\">d</a></p>\n");
  Diagnostics diagnostics;
  EXPECT_EQ(render_markdown({"[a <https://b.gov> c](javascript:x) d", {0, 0}}, {}, diagnostics),
            "<p>a https://b.gov c d</p>\n");
  EXPECT_EQ(diagnostics.sorted().size(), 1U);
}

TEST(MarkdownTest, Images) {
  EXPECT_EQ(html_of("![甲*乙*\"](files/2026/图.png \"题\")"),
            "<p><img src=\"../files/2026/%E5%9B%BE.png\" alt=\"甲乙&quot;\" title=\"题\"></p>\n");
  EXPECT_EQ(html_of("[![a](files/a.png)](https://a.gov)"),
            "<p><a href=\"https://a.gov\" rel=\"external noopener\"><img src=\"../files/a.png\" "
            "alt=\"a\"></a></p>\n");
  EXPECT_EQ(html_of("![a ![b](files/b.png) [c](javascript:x)\nd](files/a.png)e"),
            "<p><img src=\"../files/a.png\" alt=\"a b c d\">e</p>\n");
}

TEST(MarkdownTest, RecordLinks) {
  EXPECT_EQ(html_of("见 [[zg-1]]、[[ phases/x ]]。"),
            "<p>见 <a href=\"../items/zg-1.html\">事项&lt;zg-1&gt;</a>、"
            "<a href=\"../items/phases/x.html\">事项&lt;phases/x&gt;</a>。</p>\n");
  EXPECT_EQ(html_of("见 [[hidden]]"), "<p>见 未公开的记录</p>\n");
  EXPECT_EQ(html_of("[[a_b_c]] **[[x]]**"),
            "<p><a href=\"../items/a_b_c.html\">事项&lt;a_b_c&gt;</a> "
            "<strong><a href=\"../items/x.html\">事项&lt;x&gt;</a></strong></p>\n");
  EXPECT_EQ(html_of("|a|\n|-|\n|[[x]]|\n").find("<td><a href=\"../items/x.html\">") != std::string::npos,
            true);
}

TEST(MarkdownTest, NoRecordLinkWhereNoneIsMeant) {
  EXPECT_EQ(html_of("\\[[a]] `[[b]]` [[]] [[ ]] [[c] [[d\ne]] [[f"),
            "<p>[[a]] <code>[[b]]</code> [[]] [[ ]] [[c] [[d\ne]] [[f</p>\n");
  EXPECT_EQ(html_of("[甲 [[x]]](https://a.gov)"),
            "<p><a href=\"https://a.gov\" rel=\"external noopener\">甲 事项&lt;x&gt;</a></p>\n");
  MarkdownContext context;
  Diagnostics diagnostics;
  EXPECT_EQ(render_markdown({"[[x]]", {0, 0}}, context, diagnostics), "<p>[[x]]</p>\n");
}

TEST(MarkdownTest, Footnotes) {
  EXPECT_EQ(html_of("甲[^乙]丙[^2]丁[^乙]\n\n[^2]: - 表\n[^乙]: 注\n[^unused]: x\n"),
            "<p>甲<sup class=\"footnote-ref\"><a href=\"#b-fn1\" id=\"b-fnref1\">1</a></sup>丙"
            "<sup class=\"footnote-ref\"><a href=\"#b-fn2\" id=\"b-fnref2\">2</a></sup>丁"
            "<sup class=\"footnote-ref\"><a href=\"#b-fn1\">1</a></sup></p>\n"
            "<section class=\"footnotes\">\n<ol>\n<li id=\"b-fn1\">\n"
            "<p>注 <a href=\"#b-fnref1\" class=\"footnote-back\" aria-label=\"回到正文\">↩</a></p>\n</li>\n"
            "<li id=\"b-fn2\">\n<ul>\n<li>表</li>\n</ul>\n"
            "<p><a href=\"#b-fnref2\" class=\"footnote-back\" "
            "aria-label=\"回到正文\">↩</a></p>\n</li>\n</ol>\n</section>\n");
  EXPECT_EQ(html_of("甲[^x]"), "<p>甲[^x]</p>\n");
}

TEST(MarkdownTest, ValuesOfTheContextAreEscaped) {
  const MarkdownContext context{[](std::string_view, Position, Diagnostics&) {
                                  return LinkTarget{"a.html?x=\"&y", "<b>"};
                                },
                                "", "\"", "\"<"};
  Diagnostics diagnostics;
  register_markdown();
  const std::string html = render_markdown({"[[x]][^1]\n\n[^1]: n", {0, 0}}, context, diagnostics);
  EXPECT_NE(html.find("<a href=\"a.html?x=&quot;&amp;y\">&lt;b&gt;</a>"), std::string::npos) << html;
  EXPECT_NE(html.find("aria-label=\"&quot;&lt;\""), std::string::npos) << html;
}

TEST(MarkdownTest, AnAddressFromOutsideThatIsNoneIsABug) {
  const MarkdownContext context{[](std::string_view, Position, Diagnostics&) {
                                  return LinkTarget{"javascript:alert(1)", "x"};
                                },
                                "", "", ""};
  Diagnostics diagnostics;
  register_markdown();
  EXPECT_THROW(render_markdown({"[[x]]", {0, 0}}, context, diagnostics), std::logic_error);
}

TEST(MarkdownTest, TaskListsAreNotMade) {
  EXPECT_EQ(html_of("- [ ] 甲\n"), "<ul>\n<li>[ ] 甲</li>\n</ul>\n");
}

}  // namespace
}  // namespace gongshi
