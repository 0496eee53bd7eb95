// Where the invisible mark goes, and what Chinese emphasis looks like because of it.
#include "render/cjk_emphasis.hpp"

#include <gtest/gtest.h>

#include "unit/render/markdown_case.hpp"

namespace gongshi {
namespace {

using testing::html_of;

/// `body` with each mark shown as ^.
std::string marked(std::string_view body) {
  const MarkedText text = mark_cjk_emphasis(body);
  std::string shown;
  std::size_t at = 0;
  for (const std::size_t mark : text.marks) {
    shown += text.text.substr(at, mark - at) + "^";
    at = mark + 3;
  }
  shown += text.text.substr(at);
  EXPECT_EQ(without_marks(text.text), body);
  return shown;
}

std::string paragraph(std::string_view body) {
  const std::string html = html_of(body);
  return html.starts_with("<p>") && html.ends_with("</p>\n") ? html.substr(3, html.size() - 8) : html;
}

TEST(CjkEmphasisTest, MarksStandBetweenRunAndPunctuation) {
  EXPECT_EQ(marked("**“中文”**后"), "**“中文”^**后");
  EXPECT_EQ(marked("前**“中文”**"), "前**^“中文”**");
  EXPECT_EQ(marked("前**“中文”**后"), "前**^“中文”^**后");
  EXPECT_EQ(marked("~~“删”~~后"), "~~“删”^~~后");
}

TEST(CjkEmphasisTest, NothingIsMarkedThatWorksAnyway) {
  for (const char* body : {"**中文**", "前**中文**后", "**中文**，后", "（试行）**通知**",
                           "**甲**（乙）**丙**", "“**中文**”后", "（**中文**）", "a **b** c", "5 * 3",
                           "**foo\"**bar", "`**“中文”**后`", "\\**“中文”**后", "张**、李**", "* 甲\n* 乙"})
    EXPECT_EQ(marked(body), body);
}

TEST(CjkEmphasisTest, StateEndsWithItsBlock) {
  EXPECT_EQ(marked("**甲\n\n（一）**乙**"), "**甲\n\n（一）**乙**");
  EXPECT_EQ(marked("- **甲\n- （一）**乙**"), "- **甲\n- （一）**乙**");
  EXPECT_EQ(marked("|**甲|（一）**乙**|"), "|**甲|（一）**乙**|");
  EXPECT_EQ(marked("3*4（一）*乙*"), "3*4（一）*乙*");
}

TEST(CjkEmphasisTest, ProbesThatCommonMarkGetsWrongAreRight) {
  EXPECT_EQ(paragraph("**“中文”**后"), "<strong>“中文”</strong>后");
  EXPECT_EQ(paragraph("**中文。**后"), "<strong>中文。</strong>后");
  EXPECT_EQ(paragraph("**`code`**后"), "<strong><code>code</code></strong>后");
  EXPECT_EQ(paragraph("**[链接](https://a.gov)**后"),
            "<strong><a href=\"https://a.gov\" rel=\"external noopener\">链接</a></strong>后");
  EXPECT_EQ(paragraph("**（试行）**通知"), "<strong>（试行）</strong>通知");
  EXPECT_EQ(paragraph("前**“中文”**后"), "前<strong>“中文”</strong>后");
  EXPECT_EQ(paragraph("~~“中文”~~后"), "<del>“中文”</del>后");
  EXPECT_EQ(paragraph("*“甲”*乙，**“丙”**丁，***“戊”***己"),
            "<em>“甲”</em>乙，<strong>“丙”</strong>丁，<em><strong>“戊”</strong></em>己");
  EXPECT_EQ(paragraph("**甲*“乙”*丙**丁"), "<strong>甲<em>“乙”</em>丙</strong>丁");
  EXPECT_EQ(paragraph("**“十五”**2026年"), "<strong>“十五”</strong>2026年");
  EXPECT_EQ(paragraph("**完成。**A组"), "<strong>完成。</strong>A组");
}

TEST(CjkEmphasisTest, ProbesThatWereRightStayRight) {
  EXPECT_EQ(paragraph("前**中文**后"), "前<strong>中文</strong>后");
  EXPECT_EQ(paragraph("**甲**（乙）**丙**丁"), "<strong>甲</strong>（乙）<strong>丙</strong>丁");
  EXPECT_EQ(paragraph("`**“中文”**后`"), "<code>**“中文”**后</code>");
  EXPECT_EQ(paragraph("\\*\\*“中文”\\*\\*后"), "**“中文”**后");
  EXPECT_EQ(paragraph("``a`**“中文”**后``"), "<code>a`**“中文”**后</code>");
  EXPECT_EQ(paragraph("[甲](https://a.gov/x**（y）**z)"),
            "<a href=\"https://a.gov/x**%EF%BC%88y%EF%BC%89**z\" rel=\"external noopener\">甲</a>");
  EXPECT_EQ(paragraph("a **b** c"), "a <strong>b</strong> c");
}

TEST(CjkEmphasisTest, AnEscapedBacktickLeavesTheRestOfItsRun) {
  EXPECT_EQ(paragraph("\\``甲` **“乙”**丙"), "`<code>甲</code> <strong>“乙”</strong>丙");
  EXPECT_EQ(paragraph("\\``` **“乙”**丙"), "``` <strong>“乙”</strong>丙");
}

TEST(CjkEmphasisTest, OffsetsLeadBackToTheBody) {
  const std::string body = "前**“中”**后<b>";
  const MarkedText text = mark_cjk_emphasis(body);
  ASSERT_EQ(text.marks.size(), 2U);
  for (std::size_t i = 0; i < body.size(); ++i) {
    const std::size_t in_marked = text.text.find(body.substr(i, 3));
    if (in_marked == std::string::npos || body.find(body.substr(i, 3)) != i) continue;
    EXPECT_EQ(text.original_offset(in_marked), i);
  }
  EXPECT_EQ(text.original_offset(text.text.size()), body.size());
}

TEST(CjkEmphasisTest, WorkIsLinear) {
  // Each of these made an earlier version look at every character again for each character.
  for (const char* unit : {"~", "*", "`", "`a", "``a`", "**“", "”**甲", "|", "\n", "\\"}) {
    std::string body;
    while (body.size() < 60'000) body += unit;
    EXPECT_LE(mark_cjk_emphasis(body).text.size(), body.size() * 3) << unit;
  }
}

}  // namespace
}  // namespace gongshi
