// What of a page is searched: the text of <main>, line by line, as it is shown.
#include "search/page_text.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

std::string body_of(const std::string& main) {
  return page_text("<title>t</title><p>甲</p><main>" + main + "</main><p>乙</p>").body;
}

TEST(PageTextTest, MainAloneAroundItsTitle) {
  const PageText text = page_text(
      "<html><title>no</title><body><nav>no</nav><main class=\"x\"><p>栏目 / zg-1</p><h1> 一项 "
      "<em>整改</em></h1>"
      "<p>正文</p></main><footer>no</footer>");
  EXPECT_EQ(text.head, "栏目 / zg-1\n");
  EXPECT_EQ(text.title, "一项 整改");
  EXPECT_EQ(text.body, "正文\n");
}

TEST(PageTextTest, WhatEndsALine) {
  const auto after_title = [](const std::string& main) { return body_of("<h1>t</h1>" + main); };
  EXPECT_EQ(after_title("<dl><dt>问题</dt><dd>排队<a href=\"x\">时间</a>长</dd></dl>"), "问题\n排队时间长\n");
  EXPECT_EQ(after_title("<p>一<br>二<img alt=\"no\">三</p>"), "一\n二\n三\n");
  EXPECT_EQ(after_title("<p><span>甲</span><span>乙</span> <span>丙</span></p>"), "甲\n乙 丙\n");
  EXPECT_EQ(after_title("<p>甲<strong>乙</strong><time>丙</time></p>"), "甲乙丙\n");
  EXPECT_EQ(after_title("<TD>甲</TD><TD>乙</TD>"), "甲\n乙\n");
}

TEST(PageTextTest, BlanksEntitiesAndNormalForm) {
  EXPECT_EQ(body_of("<h1>t</h1><p>\n a \t\n b\u3000c\u00A0</p><p> \n </p>"), "a b c\n");
  EXPECT_EQ(body_of("<h1>t</h1><p>&lt;a&gt; &amp;amp; &#x6574;</p>"), "<a> &amp; 整\n");
  EXPECT_EQ(body_of("<h1>t</h1><p>cafe\u0301</p>"), "café\n");
}

TEST(PageTextTest, LeavesOutWhatSaysSoAndWhatIsNoText) {
  EXPECT_EQ(body_of("<h1>t</h1><p>甲</p><div data-unsearched><div>乙</div>丙</div><p>丁</p>"), "甲\n丁\n");
  EXPECT_EQ(body_of("<h1>t</h1><p>甲<code data-unsearched>乙</code>丙</p>"), "甲丙\n");
  EXPECT_EQ(body_of("<h1>t</h1><!-- 乙 --><p>甲</p><script>乙<p>丙</p></script><style>丁</style>"), "甲\n");
}

TEST(PageTextTest, CutAnywhereItEnds) {
  const std::string page = "<main><h1 class='a'>甲</h1><p data-unsearched>乙</p>丙&lt;<!-- x --></main>";
  for (std::size_t length = 0; length <= page.size(); ++length) page_text(page.substr(0, length));
  EXPECT_EQ(page_text("<h1>甲</h1>").title, "");
}

}  // namespace
}  // namespace gongshi
