// Parts and words put together, where values may stand, and the limits of all that.
#include "render/template_program.hpp"

#include <gtest/gtest.h>

#include "unit/render/template_case.hpp"

namespace gongshi {
namespace {

using testing::Lines;
using testing::load_findings;
using testing::object;
using testing::page_of;
using testing::Templates;

const ViewObject kPage = object({{"x", "<X>"}, {"yes", true}, {"html", Html{"<b>"}}, {"count", "7"}});

TEST(TemplateProgramTest, PartsArePutIn) {
  EXPECT_EQ(page_of({{"page", "a{{> p}}c"}, {"parts/p", "[{{x}}]"}}, kPage), "a[&lt;X&gt;]c");
  EXPECT_EQ(page_of({{"page", "{{> a/b}}"}, {"parts/a/b", "{{> c}}{{> c}}"}, {"parts/c", "c"}}, kPage), "cc");
  EXPECT_EQ(page_of({{"page", "a\n  {{> p}}\nb\n"}, {"parts/p", "1\n2\n"}}, kPage), "a\n1\n2\nb\n");
  EXPECT_EQ(page_of({{"page", "a\n{{> p}}\nb\n"}, {"parts/p", ""}}, kPage), "a\nb\n");
}

TEST(TemplateProgramTest, WithinALineAPartLeavesItsLastLineBreakBehind) {
  EXPECT_EQ(page_of({{"page", "<i>{{> p}}</i>\n"}, {"parts/p", "1\n"}}, kPage), "<i>1</i>\n");
  EXPECT_EQ(page_of({{"page", "<i>{{> p}}</i>\n"}, {"parts/p", "{{#yes}}1{{/yes}}\r\n"}}, kPage),
            "<i>1</i>\n");
  EXPECT_EQ(page_of({{"page", "<i>{{> p}}</i>\n"}, {"parts/p", "1\n\n"}}, kPage), "<i>1\n</i>\n");
  EXPECT_EQ(page_of({{"page", "<i>{{> p}}</i>"}, {"parts/p", "{{#yes}}\n1\n{{/yes}}\n"}}, kPage),
            "<i>1\n</i>");
}

TEST(TemplateProgramTest, LiteralBracesStayLiteral) {
  EXPECT_EQ(page_of({{"page", "{{> p}}{{x}}} {{! c}}{a{{! }}{b}"}, {"parts/p", "{"}}, kPage),
            "{&lt;X&gt;} {a{b}");
}

TEST(TemplateProgramTest, UnknownPartsAreFoundInUsedAndUnusedTemplates) {
  Diagnostics diagnostics;
  EXPECT_EQ(load_findings({{"page", "\n {{> heder}}"}, {"parts/header", ""}, {"parts/unused", "{{> zzz}}"}},
                          diagnostics),
            (Lines{"page 2:2 template-unknown-partial", "parts/unused 1:1 template-unknown-partial"}));
  EXPECT_EQ(testing::wordings(diagnostics),
            (Lines{"there is no partial `heder`", "there is no partial `zzz`"}));
  EXPECT_EQ(testing::cures(diagnostics), (Lines{"是不是“header”？部件在主题的 templates/parts/ 里。",
                                                "部件在主题的 templates/parts/ 里。"}));
  EXPECT_EQ(load_findings({{"page", "{{> other}}"}, {"other", ""}}),
            Lines{"page 1:1 template-unknown-partial"});
}

TEST(TemplateProgramTest, PartsThatIncludeThemselvesAreRefused) {
  Diagnostics diagnostics;
  EXPECT_EQ(
      load_findings({{"page", "{{> a}}"}, {"parts/a", "\n{{> b}}"}, {"parts/b", "{{#yes}}{{> a}}{{/yes}}"}},
                    diagnostics),
      Lines{"parts/b 1:9 template-recursive-partial"});
  EXPECT_EQ(testing::wordings(diagnostics),
            Lines{"the partial `a` includes itself: parts/a → parts/b → parts/a"});
  EXPECT_EQ(load_findings({{"parts/a", "{{> a}}"}}), Lines{"parts/a 1:1 template-recursive-partial"});
}

TEST(TemplateProgramTest, WordsAreFilledInWhereTheyStand) {
  EXPECT_EQ(page_of("{{words.hello}}", kPage), "您好 &amp; &lt;再见&gt;");
  EXPECT_EQ(page_of("<p title=\"{{words.hello}}\">{{words.items.count}}{{words.empty}}", kPage),
            "<p title=\"您好 &amp; &lt;再见&gt;\">共 7 项");
  EXPECT_EQ(page_of("{{words.braces}}", kPage), "{ } {} {a b} {名} {7}");
}

TEST(TemplateProgramTest, PlaceholdersOfWordsAreLookedUpInTheirSection) {
  ViewList rows;
  rows.emplace_back(object({{"count", "1"}}));
  rows.emplace_back(object({{"count", "<2>"}}));
  EXPECT_EQ(page_of("{{#rows}}{{words.items.count}};{{/rows}}", object({{"rows", rows}, {"count", "no"}})),
            "共 1 项;共 &lt;2&gt; 项;");
  EXPECT_EQ(page_of("a\n {{words.items.count}}", object({{"cont", "7"}})),
            "!! 2:2 template-unknown-name: the view has no `count` (page)\n");
}

TEST(TemplateProgramTest, UnknownWordsAreRefused) {
  Diagnostics diagnostics;
  EXPECT_EQ(load_findings({{"page", "a {{words.helo}} {{words.zzz}}"}}, diagnostics),
            (Lines{"page 1:3 template-unknown-word", "page 1:18 template-unknown-word"}));
  EXPECT_EQ(testing::cures(diagnostics)[0], "是不是“hello”？在每种语言的文件里补上它。");
}

TEST(TemplateProgramTest, ValuesStandWhereEscapingMakesThemSafe) {
  for (const char* text : {"{{x}}",
                           "<p>{{x}}</p>",
                           "<p title=\"{{x}}\">",
                           "<p title='a {{x}} b'>",
                           "<p title = \"{{x}}\">",
                           "<br/>{{x}}",
                           "a < b {{x}}",
                           "<p{{#yes}} hidden{{/yes}}>{{x}}",
                           "<p {{#yes}}class=\"{{x}}\"{{/yes}}>",
                           "<p class=\"a{{#yes}} b{{/yes}}\">{{x}}",
                           "<!-- a -->{{x}}",
                           "<!doctype html>{{x}}",
                           "<?xml version=\"1.0\"?>{{x}}",
                           "<script src=\"a.js\"></script>{{x}}",
                           "<style>a > b { }</style>{{x}}",
                           "<title>{{x}}</title>",
                           "{{{html}}}",
                           "<p>{{{html}}}",
                           "<p data-a=\"1>2\">{{x}}",
                           "<script>{{{html}}}</script>",
                           "{{#yes}}<p>{{/yes}}{{x}}{{#yes}}</p>{{/yes}}"}) {
    EXPECT_EQ(load_findings({{"t", text}}), Lines{}) << text;
  }
}

TEST(TemplateProgramTest, ValuesElsewhereAreRefused) {
  for (const char* text : {"<a href={{x}}>",
                           "<a href= {{x}}>",
                           "<a href=a{{x}}>",
                           "<a {{x}}>",
                           "<a{{x}}>",
                           "<{{x}}>",
                           "</{{x}}>",
                           "<a {{x}}=\"1\">",
                           "<!-- {{x}} -->",
                           "<!{{x}}>",
                           "<script>{{x}}</script>",
                           "<STYLE>{{x}}</STYLE>",
                           "<a onclick=\"f('{{x}}')\">",
                           "<a ONCLICK=\"{{x}}\">",
                           "<p style=\"color:{{x}}\">",
                           "<p title=\"{{{html}}}\">",
                           "<p {{{html}}}>",
                           "<!-- {{{html}}} -->",
                           "<a href=\"javascript:{{x}}\">",
                           "<a href=\" data:{{x}}\">",
                           "<img src='vbscript:{{x}}'>",
                           "<a href={{words.hello}}>",
                           "<p title=\"{{#yes}}\">{{/yes}}",
                           "<p {{#yes}}title=\"{{/yes}}a\">",
                           "{{#yes}}<p title=\"{{/yes}}{{^yes}}<p id=\"{{/yes}}{{x}}",
                           "{{#yes}}<script>{{/yes}}{{x}}"}) {
    const Lines found = load_findings({{"t", text}});
    ASSERT_EQ(found.size(),
              std::string_view(text).find("{{/yes}}{{^yes}}") == std::string_view::npos ? 1U : 2U)
        << text;
    EXPECT_TRUE(found[0].ends_with("template-syntax")) << text;
  }
  EXPECT_EQ(load_findings({{"t", "甲\n<a href={{x}}>"}}), Lines{"t 2:9 template-syntax"});
  EXPECT_EQ(load_findings({{"t", "<a {{> p}}>"}, {"parts/p", "href={{x}}"}}),
            Lines{"parts/p 1:6 template-syntax"});
}

TEST(TemplateProgramTest, UnusedPartsAreJudgedAsWell) {
  EXPECT_EQ(load_findings({{"parts/p", "<a href={{x}}>"}}), Lines{"parts/p 1:9 template-syntax"});
}

TEST(TemplateProgramTest, BombsOfPartsAreRefused) {
  Templates doubling{{"page", "{{> p0}}"}};
  for (int i = 0; i < 30; ++i) {
    const std::string next = "{{> p" + std::to_string(i + 1) + "}}";
    doubling.emplace_back("parts/p" + std::to_string(i), next + next);
  }
  doubling.emplace_back("parts/p30", "");
  Diagnostics diagnostics;
  load_findings(doubling, diagnostics);
  EXPECT_EQ(testing::wordings(diagnostics).front(), "the template is wrong: too many parts are put in");

  Templates deep{{"page", "{{> p0}}"}};
  for (int i = 0; i < 40; ++i)
    deep.emplace_back("parts/p" + std::to_string(i), "{{> p" + std::to_string(i + 1) + "}}");
  deep.emplace_back("parts/p40", "x");
  EXPECT_EQ(load_findings(deep).front(), "parts/p31 1:1 template-syntax");

  std::string wide;
  for (int i = 0; i < 20; ++i) wide += "{{> big}}";
  Diagnostics too_large;
  load_findings({{"page", wide}, {"parts/big", std::string(100'000, 'x')}}, too_large);
  EXPECT_EQ(testing::wordings(too_large),
            Lines{"the template is wrong: the template with its parts is too large"});
}

TEST(TemplateProgramTest, SectionsNestOnlySoDeep) {
  const auto nested = [](std::size_t depth) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += "{{#yes}}";
    text += "x";
    for (std::size_t i = 0; i < depth; ++i) text += "{{/yes}}";
    return text;
  };
  EXPECT_EQ(page_of(nested(64), kPage), "x");
  EXPECT_EQ(load_findings({{"t", nested(65)}}), Lines{"t 1:513 template-syntax"});
  EXPECT_EQ(load_findings({{"t", nested(20'000)}}), Lines{"t 1:513 template-syntax"});
}

TEST(TemplateProgramTest, StepsAreLimited) {
  std::string many;
  for (int i = 0; i < 70'000; ++i) many += "{{x}}";
  Diagnostics diagnostics;
  load_findings({{"t", many}}, diagnostics);
  EXPECT_EQ(testing::wordings(diagnostics),
            Lines{"the template is wrong: the template with its parts is too large"});
}

}  // namespace
}  // namespace gongshi
