// Pages from templates and views: what is shown, and that nothing is that was not asked for by its
// exact name in the innermost frame.
#include "render/template_set.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "unit/render/template_case.hpp"

namespace gongshi {
namespace {

using testing::Lines;
using testing::load_findings;
using testing::object;
using testing::page_of;

TEST(TemplateSetTest, TextIsEscapedOnceAndNeverRead) {
  EXPECT_EQ(page_of("{{a}}|{{b}}", object({{"a", "<i title=\"x\">&'"},
                                           {"b", "{{a}} {{{a}}} {{#a}} {{> p}} {{words.hello}}"}})),
            "&lt;i title=&quot;x&quot;&gt;&amp;&#39;|{{a}} {{{a}}} {{#a}} {{&gt; p}} {{words.hello}}");
  EXPECT_EQ(page_of("{{{a}}}", object({{"a", Html{"<b>{{x}} {{{y}}} {{#z}}</b>"}}})),
            "<b>{{x}} {{{y}}} {{#z}}</b>");
  EXPECT_EQ(page_of("{{a}}", object({{"a", std::string("x\0y", 3)}})), std::string("x\0y", 3));
}

TEST(TemplateSetTest, FlagsPrintAsWords) {
  EXPECT_EQ(page_of("<p aria-current=\"{{a}}\" hidden=\"{{b}}\">", object({{"a", true}, {"b", false}})),
            "<p aria-current=\"true\" hidden=\"false\">");
}

TEST(TemplateSetTest, SectionsOverTextAndFlagsKeepTheFrame) {
  constexpr const char* kText = "{{#note}}<p>{{note}}{{x}}</p>{{/note}}{{^note}}none{{x}}{{/note}}";
  EXPECT_EQ(page_of(kText, object({{"note", "N"}, {"x", "X"}})), "<p>NX</p>");
  EXPECT_EQ(page_of(kText, object({{"note", ""}, {"x", "X"}})), "noneX");
  EXPECT_EQ(page_of("{{#f}}a{{x}}{{/f}}{{^f}}b{{x}}{{/f}}", object({{"f", true}, {"x", "X"}})), "aX");
  EXPECT_EQ(page_of("{{#f}}a{{x}}{{/f}}{{^f}}b{{x}}{{/f}}", object({{"f", false}, {"x", "X"}})), "bX");
  // Text is true however it reads; only empty text is not.
  EXPECT_EQ(
      page_of("{{#a}}1{{/a}}{{#b}}2{{/b}}{{#c}}3{{/c}}", object({{"a", "0"}, {"b", "false"}, {"c", ""}})),
      "12");
}

TEST(TemplateSetTest, SectionsOverObjectsAndListsEnterThem) {
  ViewList rows;
  rows.emplace_back(object({{"n", "1"}, {"tags", ViewList{"a", "b"}}}));
  rows.emplace_back(object({{"n", "2"}, {"tags", ViewList{}}}));
  rows.emplace_back(object({{"n", "3"}, {"tags", ViewList{"<c>"}}}));
  const ViewObject page = object({{"rows", std::move(rows)},
                                  {"o", object({{"n", "o"}, {"p", object({{"q", "r"}})}})},
                                  {"empty", ViewList{}}});
  EXPECT_EQ(page_of("{{#rows}}{{n}}:{{#tags}}{{.}},{{/tags}}{{^tags}}-{{/tags}};{{/rows}}", page),
            "1:a,b,;2:-;3:&lt;c&gt;,;");
  EXPECT_EQ(page_of("{{#o}}{{n}}{{#p}}{{q}}{{/p}}{{/o}}{{^o}}x{{/o}} {{o.n}} {{o.p.q}}", page), "or o r");
  EXPECT_EQ(page_of("{{#empty}}x{{/empty}}{{^empty}}none{{/empty}}", page), "none");
}

TEST(TemplateSetTest, ListsOfTheSameLengthWalkApart) {
  // Two lists of two inside each other, sections that are not entered last in an item, and a list
  // walked twice: the walk must not mistake one for another.
  const auto row = [](const char* n, bool flag) {
    ViewList inner;
    inner.emplace_back(object({{"m", std::string(n) + "a"}, {"off", false}}));
    inner.emplace_back(object({{"m", std::string(n) + "b"}, {"off", false}}));
    return object({{"n", n},
                   {"inner", std::move(inner)},
                   {"flag", flag},
                   {"none", ViewList{}},
                   {"o", object({{"z", n}})}});
  };
  ViewList rows;
  rows.emplace_back(row("1", true));
  rows.emplace_back(row("2", false));
  const ViewObject page = object({{"rows", std::move(rows)}});
  EXPECT_EQ(page_of("{{#rows}}({{n}}{{#inner}}[{{m}}{{#off}}!{{/off}}]{{/inner}}{{#o}}{{z}}{{/"
                    "o}}{{#flag}}+{{/flag}}{{#none}}!{{/none}}){{/rows}}"
                    "{{#rows}}{{^flag}}{{n}}{{/flag}}{{^none}}.{{/none}}{{^inner}}!{{/inner}}{{/rows}}",
                    page),
            "(1[1a][1b]1+)(2[2a][2b]2).2.");
}

TEST(TemplateSetTest, ListsOfListsAndOfMarkup) {
  ViewList lists;
  lists.emplace_back(ViewList{"a", "b"});
  lists.emplace_back(ViewList{"c"});
  EXPECT_EQ(page_of("{{#l}}({{#.}}{{.}}{{/.}}){{/l}}", object({{"l", std::move(lists)}})), "(ab)(c)");
  EXPECT_EQ(page_of("{{#l}}{{{.}}}{{/l}}", object({{"l", ViewList{Html{"<b>"}, Markdown{"m", {}}}}})),
            "<b><p>m</p>");
}

TEST(TemplateSetTest, BodiesAreRenderedOnTheirWay) {
  EXPECT_EQ(page_of("{{#b}}{{{b}}}{{/b}}{{#e}}!{{/e}}",
                    object({{"b", Markdown{"甲 {{x}}", {}}}, {"e", Markdown{"", {}}}})),
            "<p>甲 {{x}}</p>");
}

TEST(TemplateSetTest, NothingIsTakenFromFurtherOut) {
  const ViewObject page = object({{"email", "SECRET"},
                                  {"rec", object({{"title", "t"}, {"sub", object({{"c", "C"}})}})},
                                  {"sub", object({{"d", "SECRET"}})},
                                  {"list", ViewList{object({{"title", "t"}})}},
                                  {"texts", ViewList{"a"}}});
  EXPECT_EQ(page_of("{{#rec}}{{email}}{{/rec}}", page),
            "!! 1:9 template-unknown-name: the view has no `email` (page)\n");
  EXPECT_EQ(page_of("{{#rec}}{{sub.d}}{{/rec}}", page),
            "!! 1:9 template-unknown-name: the view has no `sub.d` (page)\n");
  EXPECT_EQ(page_of("{{#list}}{{email}}{{/list}}", page),
            "!! 1:10 template-unknown-name: the view has no `email` (page)\n");
  EXPECT_EQ(page_of("{{#list}}{{#email}}x{{/email}}{{^email}}y{{/email}}{{/list}}", page),
            "!! 1:10 template-unknown-name: the view has no `email` (page)\n"
            "!! 1:31 template-unknown-name: the view has no `email` (page)\n");
  EXPECT_EQ(page_of("{{#texts}}{{email}}{{/texts}}", page),
            "!! 1:11 template-unknown-name: the view has no `email` (page)\n");
}

TEST(TemplateSetTest, ThePageIsReachedByNameAlone) {
  const ViewObject page =
      object({{"root", "../"}, {"o", object({{"a", "A"}})}, {"list", ViewList{"x", "y"}}});
  EXPECT_EQ(
      page_of("{{#list}}<a href=\"{{page.root}}{{.}}\">{{page.o.a}}{{#page.o}}{{a}}{{/page.o}}</a>{{/list}}",
              page),
      "<a href=\"../x\">AA</a><a href=\"../y\">AA</a>");
  EXPECT_EQ(page_of("{{#list}}{{page.rot}}{{/list}}", page),
            "!! 1:10 template-unknown-name: the view has no `page.rot` (page)\n");
}

TEST(TemplateSetTest, UnknownNamesAreReportedWithTheWayThere) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::load(
      testing::sources_of({{"pages/a", "\n{{> b}}"}, {"parts/b", "甲{{titel}}"}, {"pages/c", "{{> b}}"}}), {},
      diagnostics);
  ASSERT_TRUE(set);
  const ViewObject page = object({{"title", "T"}, {"text", "x"}});
  EXPECT_FALSE(set->render("pages/a", page, {}, diagnostics));
  EXPECT_FALSE(set->render("pages/a", page, {}, diagnostics));  // said once
  EXPECT_TRUE(set->render("pages/c", object({{"titel", "T"}}), {}, diagnostics));
  ASSERT_EQ(diagnostics.sorted().size(), 1U);
  EXPECT_EQ(diagnostics.sorted()[0].at, (Position{1, 3}));
  EXPECT_EQ(testing::wordings(diagnostics), Lines{"the view has no `titel` (pages/a → parts/b)"});
  EXPECT_EQ(testing::cures(diagnostics),
            Lines{"是不是“title”？字段见 themes/README.md；整页的字段在区段里写成 page.名。"});
}

TEST(TemplateSetTest, TagsFitTheTypes) {
  const ViewObject page = object({{"t", "text"},
                                  {"f", true},
                                  {"h", Html{"<b>"}},
                                  {"m", Markdown{"m", {}}},
                                  {"l", ViewList{"a"}},
                                  {"o", object({{"a", "A"}})}});
  const auto wrong = [](const char* column, const char* name, const char* type) {
    return "!! 1:" + std::string(column) + " template-wrong-type: `" + name + "` is " + type +
           " and cannot be used like this (page)\n";
  };
  EXPECT_EQ(page_of("{{h}}", page), wrong("1", "h", "HTML"));
  EXPECT_EQ(page_of("{{m}}", page), wrong("1", "m", "a body"));
  EXPECT_EQ(page_of("{{l}}", page), wrong("1", "l", "a list"));
  EXPECT_EQ(page_of("{{o}}", page), wrong("1", "o", "a group of fields"));
  EXPECT_EQ(page_of("{{{t}}}", page), wrong("1", "t", "text"));
  EXPECT_EQ(page_of("{{{f}}}", page), wrong("1", "f", "a flag"));
  EXPECT_EQ(page_of("{{{l}}}", page), wrong("1", "l", "a list"));
  EXPECT_EQ(page_of("{{t.a}}", page), wrong("1", "t", "text"));
  EXPECT_EQ(page_of("{{l.a}}", page), wrong("1", "l", "a list"));
  EXPECT_EQ(page_of("{{.}}", page), wrong("1", ".", "a group of fields"));
  EXPECT_EQ(page_of("{{#t}}{{.}}{{/t}}", page), wrong("7", ".", "a group of fields"));
  EXPECT_EQ(page_of("{{#o}}{{.}}{{/o}}", page), wrong("7", ".", "a group of fields"));
}

TEST(TemplateSetTest, AllErrorsOfAPageAreReported) {
  EXPECT_EQ(page_of("{{a}}\n{{#b}}{{c}}{{/b}}{{^b}}{{c}}{{/b}}\n{{d}}", object({{"d", ViewList{}}})),
            "!! 1:1 template-unknown-name: the view has no `a` (page)\n"
            "!! 2:1 template-unknown-name: the view has no `b` (page)\n"
            "!! 2:18 template-unknown-name: the view has no `b` (page)\n"
            "!! 3:1 template-wrong-type: `d` is a list and cannot be used like this (page)\n");
}

TEST(TemplateSetTest, AddressesInAttributesAreJudged) {
  const auto link = [](const char* address) {
    return page_of("<a href=\"{{u}}\">", object({{"u", address}}));
  };
  EXPECT_EQ(link("https://a.gov/?a&b"), "<a href=\"https://a.gov/?a&amp;b\">");
  EXPECT_EQ(link("../items/zg-1.html#x"), "<a href=\"../items/zg-1.html#x\">");
  EXPECT_EQ(link(""), "<a href=\"\">");
  EXPECT_EQ(link("tel:+861"), "<a href=\"tel:+861\">");
  for (const char* address :
       {"javascript:alert(1)", "//evil.example", "data:text/html,x", " javascript:x", "java\nscript:x"}) {
    EXPECT_EQ(link(address).substr(0, 35), "!! 1:10 template-unsafe-address: th") << address;
  }
  const ViewObject page = object({{"u", "javascript:x"}, {"e", ""}, {"p", "a:b"}, {"root", "../"}});
  EXPECT_TRUE(page_of("<img src='{{u}}'>", page).starts_with("!!"));
  EXPECT_TRUE(page_of("<form ACTION=\"{{u}}\">", page).starts_with("!!"));
  EXPECT_TRUE(page_of("<a href=\"{{e}}{{u}}\">", page).starts_with("!!"));
  EXPECT_TRUE(page_of("<a href=\"x{{u}}\">", page).starts_with("!!"));
  EXPECT_TRUE(page_of("<a href=\"{{#e}}https://{{/e}}{{u}}\">", page).starts_with("!!"));
  EXPECT_TRUE(page_of("<a {{^e}}href=\"{{u}}\"{{/e}}>", page).starts_with("!!"));
  EXPECT_EQ(page_of("<a href=\"{{root}}x?{{u}}\" title=\"{{u}}\">{{u}}", page),
            "<a href=\"../x?javascript:x\" title=\"javascript:x\">javascript:x");
  EXPECT_EQ(page_of("<a href=\"mailto:{{p}}\">", page), "<a href=\"mailto:a:b\">");
}

TEST(TemplateSetTest, OnlyPagesAreRenderedByName) {
  Diagnostics diagnostics;
  const auto set =
      TemplateSet::load(testing::sources_of({{"pages/a", "a"}, {"parts/b", "b"}}), {}, diagnostics);
  ASSERT_TRUE(set);
  EXPECT_TRUE(set->has("pages/a"));
  EXPECT_FALSE(set->has("parts/b"));
  EXPECT_FALSE(set->has("pages"));
  EXPECT_THROW((void)set->render("pages/b", {}, {}, diagnostics), std::logic_error);
}

TEST(TemplateSetTest, AFieldNamedAsAPartIsText) {
  EXPECT_EQ(page_of({{"page", "{{> header}}|{{header}}"}, {"parts/header", "H"}},
                    object({{"header", "{{{secret}}}"}, {"secret", "S"}})),
            "H|{{{secret}}}");
}

TEST(TemplateSetTest, ExceptionsPassAndLeaveTheSetUsable) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::load(testing::sources_of({{"t", "{{#l}}{{{.}}}{{/l}}"}}), {}, diagnostics);
  const ViewObject page = object({{"l", ViewList{Markdown{"m", {}}, Markdown{"n", {}}}}});
  const auto fails = [](const Markdown&) -> std::string { throw std::runtime_error("x"); };
  EXPECT_THROW((void)set->render("t", page, fails, diagnostics), std::runtime_error);
  EXPECT_EQ(set->render(
                "t", page, [](const Markdown& body) { return body.text; }, diagnostics),
            "mn");
}

TEST(TemplateSetTest, LongListsWork) {
  ViewList rows;
  std::string expected;
  for (int i = 0; i < 10'000; ++i) {
    rows.emplace_back(object({{"n", std::to_string(i)}}));
    expected += std::to_string(i) + "\n";
  }
  EXPECT_EQ(page_of("{{#rows}}\n{{n}}\n{{/rows}}\n", object({{"rows", std::move(rows)}})), expected);
}

}  // namespace
}  // namespace gongshi
