// The last check of a body's HTML: each way out that a mistake could open is closed.
#include "render/html_allow_list.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace gongshi {
namespace {

TEST(HtmlAllowListTest, AcceptsWhatBodiesAreMadeOf) {
  for (const char* html :
       {"", "文字 &amp; &lt;&gt;&quot;&#39; \"'", "<p>a<br>\n<em>b</em></p>\n<hr>\n",
        "<ol start=\"3\">\n<li>a</li>\n</ol>",
        "<a href=\"https://a.gov/?x=1&amp;y=2\" title=\"&lt;\" rel=\"external noopener\">x</a>",
        "<a href=\"../a.html#b\">x</a>",
        "<a href=\"#fn1\" id=\"fnref1\" class=\"footnote-back\" aria-label=\"回\">↩</a>",
        R"(<div class="table-scroll"><table><thead><tr><th scope="col">x</th></tr></thead></table></div>)",
        R"(<table><tbody><tr><td class="align-left">x</td></tr></tbody></table>)",
        "<img src=\"../files/a.png\" alt=\"\" title=\"t\">"})
    EXPECT_NO_THROW(check_allowed_html(html)) << html;
}

TEST(HtmlAllowListTest, RefusesEverythingElse) {
  for (const char* html : {"<script>x</script>",
                           "<SCRIPT>",
                           "<p",
                           "<p>",
                           "</p>",
                           "<p></em></p>",
                           "<p><em></p></em>",
                           "<",
                           "a > b",
                           "<!-- x -->",
                           "<!doctype html>",
                           "<?x?>",
                           "<p/>",
                           "< p>",
                           "<p onclick=\"x\"></p>",
                           "<p style=\"x\"></p>",
                           "<p class=\"align-left\"></p>",
                           "<td class=\"other\"></td>",
                           "<td class=align-left></td>",
                           "<td class='align-left'></td>",
                           "<td d=\"x\"></td>",
                           "<td class=\"align-left></td>",
                           "<a href=\"javascript:x\">y</a>",
                           "<a href=\"&#106;avascript:x\">y</a>",
                           "<a href=\"//evil\">y</a>",
                           "<a href=\"data:x\">y</a>",
                           "<a href=\"https://a.gov\"href=\"#\">y</a>",
                           "<a href=\"#a\"><a href=\"#b\">x</a></a>",
                           "<img src=\"https://a.gov/x.png\" alt=\"x\">",
                           "<img src=\"//a\" alt=\"x\">",
                           "<img onerror=\"x\">",
                           "<ol start=\"-1\"></ol>",
                           "<ol start=\"1;\"></ol>",
                           "<li id=\"a b\"></li>",
                           "<li id=\"\"></li>",
                           "&nbsp;",
                           "&",
                           "&amp",
                           "&#x3c;",
                           "<th scope=\"row\"></th>",
                           "<a rel=\"opener\"></a>",
                           "<h1>x</h1>",
                           "<hr></hr>",
                           "<iframe></iframe>",
                           "<svg></svg>",
                           "<p\n></p>",
                           "<a title=\"<\"></a>"})
    EXPECT_THROW(check_allowed_html(html), std::logic_error) << html;
  EXPECT_THROW(check_allowed_html(std::string_view("a\0b", 3)), std::logic_error);
}

}  // namespace
}  // namespace gongshi
