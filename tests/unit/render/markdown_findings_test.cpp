// What is refused or warned of in a body, at the exact line and column.
#include <gtest/gtest.h>

#include "unit/render/markdown_case.hpp"

namespace gongshi {
namespace {

using testing::found_in;
using testing::Lines;
using testing::MarkdownCase;
using testing::render_case;

TEST(MarkdownFindingsTest, RawHtmlIsAnErrorWhereItBegins) {
  EXPECT_EQ(found_in("甲 <b>乙</b>"), (Lines{"1:3 markdown-raw-html", "1:7 markdown-raw-html"}));
  EXPECT_EQ(found_in("甲\n\n<script>\nalert(1)\n</script>\n"), Lines{"3:1 markdown-raw-html"});
  EXPECT_EQ(found_in("甲 <!-- 内部 -->"), Lines{"1:3 markdown-raw-html"});
  EXPECT_EQ(found_in("  <div>"), Lines{"1:3 markdown-raw-html"});
  EXPECT_EQ(found_in("<![CDATA[x]]>\n\n<?php ?>\n\n<!DOCTYPE html>\n"),
            (Lines{"1:1 markdown-raw-html", "3:1 markdown-raw-html", "5:1 markdown-raw-html"}));
  EXPECT_EQ(found_in("a < b, <张三>, 1<2"), Lines{});
}

TEST(MarkdownFindingsTest, RawHtmlNeverReachesThePage) {
  for (const char* body :
       {"<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "<a href=\"javascript:x\">y</a>",
        "<!-- 内部 -->", "<form action=x>\n", "*a <svg onload=x>*"}) {
    MarkdownCase done;
    render_case(body, done);
    EXPECT_EQ(done.html.find("script"), std::string::npos) << done.html;
    EXPECT_EQ(done.html.find("内部"), std::string::npos) << done.html;
    EXPECT_EQ(done.html.find('='), std::string::npos) << done.html;
    EXPECT_FALSE(done.found.empty()) << body;
  }
}

TEST(MarkdownFindingsTest, PlacesAreExactWhereTheParsersAreNot) {
  EXPECT_EQ(found_in("> a <b>\n> c <i>\nlazy <u>\n"),
            (Lines{"1:5 markdown-raw-html", "2:5 markdown-raw-html", "3:6 markdown-raw-html"}));
  EXPECT_EQ(found_in("- a\n      deep <b>\n"), Lines{"2:12 markdown-raw-html"});
  EXPECT_EQ(found_in("| a |\n|---|\n| \\| \\| <b> |\n"), Lines{"3:9 markdown-raw-html"});
  EXPECT_EQ(found_in("`a\nb` <b> [x](\ny) <i>\n"),
            (Lines{"2:4 markdown-raw-html", "2:8 markdown-link", "3:4 markdown-raw-html"}));
  EXPECT_EQ(found_in("`<b>` <b>"), Lines{"1:7 markdown-raw-html"});
  EXPECT_EQ(found_in("**“甲”**乙 <b>"), Lines{"1:10 markdown-raw-html"});
  EXPECT_EQ(found_in("甲[^1]\n\n[^1]: 注 <b>\n"), Lines{"3:9 markdown-raw-html"});
  EXPECT_EQ(found_in("a\r\n\r\nb <b>\r\n"), Lines{"3:3 markdown-raw-html"});
  EXPECT_EQ(found_in("## 题 <b> ##"), Lines{"1:6 markdown-raw-html"});
}

TEST(MarkdownFindingsTest, PlacesCountFromTheStartOfTheFile) {
  Diagnostics diagnostics;
  register_markdown();
  render_markdown({"a\n\nb <b>", {7, 100}}, {}, diagnostics);
  ASSERT_EQ(diagnostics.sorted().size(), 1U);
  EXPECT_EQ(diagnostics.sorted()[0].at, (Position{7, 105}));
}

TEST(MarkdownFindingsTest, LinksAreOfFewKinds) {
  for (const char* address :
       {"javascript:alert(1)", "JAVASCRIPT:x", "javascript&colon;alert(1)", "&#106;avascript:x", "vbscript:x",
        "data:text/html,x", "file:///etc/passwd", "//evil.example", "about:blank", "blob:x", "ftp://a",
        "/abs", "rel.html", "../up", "https://a.gov@evil", "https:evil", "<java script:x>"}) {
    const std::string body = "甲 [乙](" + std::string(address) + ")";
    MarkdownCase done;
    render_case(body, done);
    EXPECT_EQ(done.found, Lines{"1:3 markdown-link"}) << address;
    EXPECT_EQ(done.html, "<p>甲 乙</p>\n") << address;
  }
  EXPECT_EQ(found_in("[a]()"), Lines{"1:1 markdown-link"});
  EXPECT_EQ(found_in("甲 [r]\n\n[r]: javascript:x\n"), Lines{"1:3 markdown-link"});
  EXPECT_EQ(found_in("甲 <javascript:alert(1)>"), Lines{"1:3 markdown-link"});
  EXPECT_EQ(found_in("a\n[b](c) [d](e)"), (Lines{"2:1 markdown-link", "2:8 markdown-link"}));
}

TEST(MarkdownFindingsTest, TheAddressIsNamed) {
  MarkdownCase done;
  render_case("[a](//evil.example/x)", done);
  EXPECT_EQ(testing::wordings(done.diagnostics), Lines{"this link is not accepted: //evil.example/x"});
}

TEST(MarkdownFindingsTest, ImagesAreLocalAndDescribed) {
  for (const char* address : {"https://a.gov/x.png", "data:image/png;base64,x", "../files/x.png",
                              "/files/x.png", "x.png", "files/../../x", "files/%2e%2e/x", "//evil/x.png"}) {
    const std::string body = "甲 ![乙](" + std::string(address) + ")";
    MarkdownCase done;
    render_case(body, done);
    EXPECT_EQ(done.found, Lines{"1:3 markdown-image"}) << address;
    EXPECT_EQ(done.html, "<p>甲 </p>\n") << address;
  }
  MarkdownCase done;
  render_case("a ![](files/x.png) ![ ](files/y.png)", done);
  EXPECT_EQ(done.found, (Lines{"1:3 markdown-image", "1:20 markdown-image"}));
  EXPECT_EQ(testing::wordings(done.diagnostics)[0],
            "the image `files/x.png` is not accepted: it has no text that describes it");
}

TEST(MarkdownFindingsTest, RecordReferencesAreResolvedAtTheirPlace) {
  EXPECT_EQ(found_in("甲 [[zg-1]] 乙 [[none]]\n\n> [[none]]\n"),
            (Lines{"1:14 dangling-reference", "3:3 dangling-reference"}));
  EXPECT_EQ(found_in("a \\[[none]] &amp; \\* `[[none]]` [[none]]"), Lines{"1:33 dangling-reference"});
  EXPECT_EQ(found_in("|a|\n|-|\n|\\| [[none]]|\n"), Lines{"3:5 dangling-reference"});
  MarkdownCase done;
  render_case("[[none]]", done);
  EXPECT_EQ(done.html, "<p>none</p>\n");
}

TEST(MarkdownFindingsTest, ProductsTakenForEmphasisAreWarnedOf) {
  EXPECT_EQ(found_in("面积 3*4*5 米"), Lines{"1:5 markdown-emphasis"});
  EXPECT_EQ(found_in("2**3**4"), Lines{"1:2 markdown-emphasis"});
  EXPECT_EQ(found_in("1~~2~~3"), Lines{"1:2 markdown-emphasis"});
  EXPECT_EQ(found_in("甲\n\n- a*b*c\n"), Lines{"3:4 markdown-emphasis"});
  EXPECT_EQ(found_in("|x|\n|-|\n|\\|3*4*5|\n"), Lines{"3:5 markdown-emphasis"});
  EXPECT_EQ(found_in("3\\*4\\*5, 3 * 4 * 5, `3*4*5`, 甲*乙*丙, 10~20, a_b_c"), Lines{});
  MarkdownCase done;
  render_case("3*4*5", done);
  EXPECT_EQ(testing::wordings(done.diagnostics), Lines{"here * was taken for italics and is not shown"});
  EXPECT_EQ(testing::cures(done.diagnostics), Lines{"要显示符号本身就写成 \\*；数的范围用“至”或“—”。"});
  EXPECT_FALSE(done.diagnostics.has_errors());
}

TEST(MarkdownFindingsTest, EmphasisThatFailsIsWarnedOf) {
  EXPECT_EQ(found_in("甲 ** 乙 **"), (Lines{"1:3 markdown-emphasis", "1:8 markdown-emphasis"}));
  EXPECT_EQ(found_in("**甲"), Lines{"1:1 markdown-emphasis"});
  EXPECT_EQ(found_in("~~甲"), Lines{"1:1 markdown-emphasis"});
  EXPECT_EQ(found_in("张**、李**"), (Lines{"1:2 markdown-emphasis", "1:6 markdown-emphasis"}));
  EXPECT_EQ(found_in("&lt;\\* 甲** 乙"), Lines{"1:9 markdown-emphasis"});
  EXPECT_EQ(found_in("\\*\\*甲 `**` 138****5678 ~~~~"), Lines{});
}

TEST(MarkdownFindingsTest, LinesThatBecomeHeadingsAreWarnedOf) {
  EXPECT_EQ(found_in("甲\n\n合计\n---\n"), Lines{"3:1 markdown-heading"});
  EXPECT_EQ(found_in("合计\n==="), Lines{"1:1 markdown-heading"});
  EXPECT_EQ(found_in("#5 号\n---\n"), Lines{"1:1 markdown-heading"});
  EXPECT_EQ(found_in("## 甲\n\n---\n\n#\n"), Lines{});
}

TEST(MarkdownFindingsTest, CharactersThatHideAreRefused) {
  EXPECT_EQ(found_in("a\n甲\xEE\x80\x80乙"), Lines{"2:2 source-control-character"});
  EXPECT_EQ(found_in("a\xE2\x80\xAE"), Lines{"1:2 source-control-character"});
  EXPECT_EQ(found_in("甲\xFF"), Lines{"1:2 source-encoding"});
  EXPECT_EQ(found_in(std::string_view("a\0b", 3)), Lines{"1:2 source-control-character"});
  EXPECT_EQ(found_in("甲&#x202E;乙"), Lines{"1:2 source-control-character"});
  EXPECT_EQ(found_in("a &nbsp;&#x202E;b &lt;&lt; &#x202E;"),
            (Lines{"1:9 source-control-character", "1:28 source-control-character"}));
  EXPECT_EQ(found_in("[a](https://a.gov \"&#x200F;\")"), Lines{"1:1 source-control-character"});
  Diagnostics diagnostics;
  EXPECT_EQ(render_markdown({"a\xEE\x80\x80", {0, 50}}, {}, diagnostics), "");
  ASSERT_EQ(diagnostics.sorted().size(), 1U);
  EXPECT_EQ(diagnostics.sorted()[0].at.offset, 51U);
  EXPECT_EQ(diagnostics.sorted()[0].arguments.front(), Argument{std::int64_t{51}});
}

TEST(MarkdownFindingsTest, AllErrorsOfABodyAreReported) {
  EXPECT_EQ(found_in("<b> [a](x) ![b](y) 3*4*5 [[none]]\n合计\n---"),
            (Lines{"1:1 markdown-heading", "1:1 markdown-raw-html", "1:5 markdown-link",
                   "1:12 markdown-image", "1:21 markdown-emphasis", "1:26 dangling-reference"}));
}

}  // namespace
}  // namespace gongshi
