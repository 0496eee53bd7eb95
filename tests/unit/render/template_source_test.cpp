// Tags and lines: what is cut out of a template, and every mistake at its exact place.
#include "render/template_source.hpp"

#include <gtest/gtest.h>

#include "unit/render/template_case.hpp"

namespace gongshi {
namespace {

using testing::Lines;
using testing::load_findings;
using testing::object;
using testing::page_of;

/// The pieces of a template, tags with the name of their kind.
std::string pieces(std::string_view text) {
  const TemplateSource source{"t", std::string(text), 0};
  Diagnostics diagnostics;
  const auto scanned = scan_template(source, diagnostics);
  if (!scanned) return "!";
  std::string all;
  constexpr std::string_view kKinds[] = {"", "var ", "html ", "if ", "not ", "end ", "part "};
  for (const TemplatePiece& piece : *scanned) {
    all += "<" + std::string(kKinds[static_cast<std::size_t>(piece.kind)]) + std::string(piece.content) + ">";
  }
  return all;
}

TEST(TemplateSourceTest, TagsAreCutOut) {
  EXPECT_EQ(pieces(""), "");
  EXPECT_EQ(pieces("a{{b}}c{{{d}}}e"), "<a><var b><c><html d><e>");
  EXPECT_EQ(pieces("{{#a}}{{^ b }}{{/b}}{{/ a}}{{> c/d }}{{! x }}{{.}}"),
            "<if a><not b><end b><end a><part c/d><var .>");
  EXPECT_EQ(pieces("{ } {a} }} { {b} }"), "<{ } {a} }} { {b} }>");
  EXPECT_EQ(pieces("{{! a\nb {{ c }}d"), "<d>");
  EXPECT_EQ(pieces("\xEF\xBB\xBF"
                   "a"),
            "<a>");
  EXPECT_EQ(pieces("{{a.b-c_d}}"), "<var a.b-c_d>");
}

TEST(TemplateSourceTest, LinesWithNothingButATagLeaveNoLine) {
  EXPECT_EQ(pieces("a\n  {{#b}}  \nc\n{{/b}}\nd"), "<a\n><if b><c\n><end b><d>");
  EXPECT_EQ(pieces("{{#b}}\r\na\r\n{{/b}}"), "<if b><a\r\n><end b>");
  EXPECT_EQ(pieces("a\n{{! x }}\nb"), "<a\n><b>");
  EXPECT_EQ(pieces("a\n{{! x\n y }}\nb"), "<a\n><b>");
  EXPECT_EQ(pieces("\t{{> p}}\n"), "<part p>");
  EXPECT_EQ(pieces("{{#a}}\n{{#b}}\n{{/b}}\n{{/a}}\n"), "<if a><if b><end b><end a>");
}

TEST(TemplateSourceTest, OtherLinesStay) {
  EXPECT_EQ(pieces("a {{#b}}\nc\n{{/b}} d\n"), "<a ><if b><\nc\n><end b>< d\n>");
  EXPECT_EQ(pieces("{{#b}}{{/b}}\n"), "<if b><end b><\n>");
  EXPECT_EQ(pieces(" {{a}} \n"), "< ><var a>< \n>");
  EXPECT_EQ(pieces("{{{a}}}\n"), "<html a><\n>");
  EXPECT_EQ(pieces("{{! x }} {{! y }}\n"), "< ><\n>");
}

TEST(TemplateSourceTest, MistakesAreFoundWhereTheyAre) {
  const auto found = [](std::string_view text) { return load_findings({{"t", std::string(text)}}); };
  EXPECT_EQ(found("甲\n 乙{{name"), Lines{"t 2:3 template-syntax"});
  EXPECT_EQ(found("a {{{b}} c"), Lines{"t 1:3 template-syntax"});
  EXPECT_EQ(found("{{#a}}\n{{#b}}\n{{/b}}\n"), Lines{"t 1:1 template-syntax"});
  EXPECT_EQ(found("a\n{{/b}}"), Lines{"t 2:1 template-syntax"});
  EXPECT_EQ(found("{{#a}}{{#b}}\n{{/a}}{{/b}}"), (Lines{"t 2:1 template-syntax", "t 2:7 template-syntax"}));
  EXPECT_EQ(found("{{=<% %>=}}"), Lines{"t 1:1 template-syntax"});
  EXPECT_EQ(found("x{{& a}}"), Lines{"t 1:2 template-syntax"});
  for (const char* name :
       {"", " ", "a b", ".a", "a.", "a..b", "1a", "-a", "a/b", "$a", "<a", "?a", "名", "a\nb", "*a"}) {
    EXPECT_EQ(found("x{{" + std::string(name) + "}}"), Lines{"t 1:2 template-syntax"}) << name;
  }
  for (const char* name : {"", "/p", "p/", "a//b", "../p", "a.b", "."}) {
    EXPECT_EQ(found("x{{>" + std::string(name) + "}}"), Lines{"t 1:2 template-syntax"}) << name;
  }
  for (const char* tag : {"{{{words.hello}}}", "{{#words.hello}}{{/words.hello}}", "{{#words}}{{/words}}",
                          "{{^words.a}}{{/words.a}}"})
    EXPECT_FALSE(found(tag).empty()) << tag;
}

TEST(TemplateSourceTest, AllMistakesOfAllTemplatesAreReported) {
  EXPECT_EQ(load_findings({{"a", "{{&x}}{{=x}}"}, {"parts/unused", "{{/x}}"}, {"b", "{{#y}}"}}),
            (Lines{"a 1:1 template-syntax", "a 1:7 template-syntax", "parts/unused 1:1 template-syntax",
                   "b 1:1 template-syntax"}));
}

TEST(TemplateSourceTest, CrossedSectionsNameBothPlaces) {
  Diagnostics diagnostics;
  load_findings({{"t", "{{#a}}\n  {{#b}}{{/a}}"}}, diagnostics);
  ASSERT_FALSE(diagnostics.sorted().empty());
  const Diagnostic crossed = diagnostics.sorted().back();
  EXPECT_EQ(crossed.at, (Position{0, 15}));
  EXPECT_EQ(crossed.related, (Position{0, 9}));
}

// The cases of the official specification that its implementation in the library fails.
TEST(TemplateSourceTest, LinesFollowTheSpecification) {
  const ViewObject page = object({{"yes", true}, {"no", false}, {"x", "X"}, {"blank", " "}, {"none", ""}});
  EXPECT_EQ(page_of("Begin.\n{{! Comment }}\nEnd.\n", page), "Begin.\nEnd.\n");
  EXPECT_EQ(page_of("Begin.\n  {{! Indented }}\nEnd.\n", page), "Begin.\nEnd.\n");
  EXPECT_EQ(page_of("|\r\n{{! Standalone }}\r\n|", page), "|\r\n|");
  EXPECT_EQ(page_of("  {{! I'm Still Standalone }}\n!", page), "!");
  EXPECT_EQ(page_of("!\n  {{! I'm Still Standalone }}", page), "!\n");
  EXPECT_EQ(page_of("12 {{! 34 }}\n", page), "12 \n");
  EXPECT_EQ(page_of("| A\n{{#yes}}\n| B\n{{/yes}}\n| C\n", page), "| A\n| B\n| C\n");
  EXPECT_EQ(page_of(" {{#yes}}YES{{/yes}}\n {{#yes}}GOOD{{/yes}}\n", page), " YES\n GOOD\n");
  // A line is not dropped because its values happen to be blank.
  EXPECT_EQ(page_of("a\n{{#yes}}{{blank}}{{/yes}}\nb\n", page), "a\n \nb\n");
  EXPECT_EQ(page_of("a\n{{#no}}b{{/no}}\nc\n", page), "a\n\nc\n");
  EXPECT_EQ(page_of("{{#yes}} {{none}}{{/yes}}", page), " ");
  EXPECT_EQ(page_of("{{#yes}}\n{{/yes}}\n", page), "");
}

}  // namespace
}  // namespace gongshi
