// Small bodies that would take the parser out of all proportion are refused before it sees them, and
// bodies just below the limits come out small. No clock is read: a body is refused without a parse,
// or its output and the number of parsed parts are bounded. (Times were measured once, see the guard.)
#include "render/markdown_guard.hpp"

#include <gtest/gtest.h>

#include "render/reference_expansion.hpp"
#include "unit/render/markdown_case.hpp"

namespace gongshi {
namespace {

using testing::Lines;
using testing::MarkdownCase;
using testing::render_case;

std::string times(std::string_view unit, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += unit;
  return all;
}

/// What a refused body is told, "" for one that is accepted.
std::string refusal(const std::string& body) {
  Diagnostics diagnostics;
  const bool accepted = check_markdown({body, {0, 0}}, diagnostics);
  EXPECT_EQ(accepted, diagnostics.sorted().empty());
  return accepted ? "" : testing::wordings(diagnostics).front();
}

TEST(MarkdownGuardTest, SizeIsLimited) {
  EXPECT_EQ(refusal(times("a", 65'536)), "");
  EXPECT_EQ(refusal(times("a", 65'537)), "the body has 65537 bytes, the limit is 65536");
  EXPECT_EQ(refusal(times("a", 10'000'000)), "the body has 10000000 bytes, the limit is 65536");
}

TEST(MarkdownGuardTest, BombsOfTheResearchAreRefused) {
  constexpr const char* kTooComplex = "the body is too complex: ";
  // N pipes, then N delimiter cells; N columns, N short rows.
  EXPECT_EQ(refusal(times("|", 31'000) + "\n" + times("-|", 16'000)),
            kTooComplex + std::string("too many | on one line"));
  EXPECT_EQ(refusal(times("|a", 2000) + "|\n" + times("|-", 2000) + "|\n" + times("|x\n", 2000)),
            kTooComplex + std::string("too many | on one line"));
  EXPECT_EQ(refusal(times("|a", 63) + "|\n" + times("|-", 63) + "|\n" + times("|x\n", 20'000)),
            kTooComplex + std::string("its tables have too many cells"));
  // A long paragraph, then one or many lines that may delimit a table.
  EXPECT_EQ(refusal(times("a\n", 30'000) + "|-|\n"),
            kTooComplex + std::string("too many lines look like the delimiter of a table"));
  EXPECT_EQ(refusal(times("-|-|\n$\n", 9'000)),
            kTooComplex + std::string("too many lines look like the delimiter of a table"));
  // References that grow.
  EXPECT_EQ(refusal("[a]: /" + times("x", 16'000) + "\n\n" + times("[a]\n\n", 1'600)),
            kTooComplex + std::string("its link references expand to too much text"));
  EXPECT_EQ(refusal(times("[a]: /x\n", 201)),
            kTooComplex + std::string("too many link references and footnotes"));
  // Brackets.
  EXPECT_EQ(refusal(times("![[]()", 10'000)), kTooComplex + std::string("too many [ are never closed"));
  EXPECT_EQ(refusal(times("[", 60'000)), kTooComplex + std::string("too many [ are never closed"));
  EXPECT_EQ(refusal(times("[a]*", 16'000)), kTooComplex + std::string("too many [ in one paragraph"));
  EXPECT_EQ(refusal("a" + times("<?", 30'000)), kTooComplex + std::string("too many <? and <!"));
  // Lists and quotations, one inside the other, and lines that each go through all of them.
  EXPECT_EQ(refusal(times("- ", 16'000) + "a\n" + times("\n", 30'000)),
            kTooComplex + std::string("lists or quotations nest too deep"));
  EXPECT_EQ(refusal(times("1) ", 300) + "a\n" + times("\n", 60'000)),
            kTooComplex + std::string("lists or quotations nest too deep"));
  std::string growing;
  for (std::size_t i = 0; i < 50; ++i) growing += times(" ", 40 * i) + times("- ", 20) + "a\n";
  EXPECT_EQ(refusal(growing + times("\n", 14'000)),
            kTooComplex + std::string("lists or quotations nest too deep"));
}

TEST(MarkdownGuardTest, TheLineIsNamed) {
  MarkdownCase done;
  render_case("甲\n\n乙\n" + times("|", 65) + "\n", done);
  EXPECT_EQ(done.found, Lines{"4:1 markdown-too-complex"});
  EXPECT_EQ(done.html, "");
}

TEST(MarkdownGuardTest, OrdinaryBodiesAreFarFromTheLimits) {
  EXPECT_EQ(refusal(times("| 甲 | 乙 | 丙 | 丁 | 戊 | 己 | 庚 | 辛 |\n", 1) + times("|---", 8) + "|\n" +
                    times("| 一 | 二 | - | - | 五 | 六 | 七 | 八 |\n", 400)),
            "");
  std::string references;
  for (int i = 0; i < 100; ++i)
    references += "见 [" + std::to_string(i) + "] 和 [甲][" + std::to_string(i) + "]。\n\n[" +
                  std::to_string(i) + "]: https://example.org/a/long/path/" + std::to_string(i) +
                  ".html \"标题\"\n\n";
  EXPECT_EQ(refusal(references), "");
  EXPECT_EQ(refusal(times("一段很普通的文字，**有强调**，有 [链接](https://a.gov)。\n", 700)), "");
  EXPECT_EQ(refusal(times("- 甲\n  - 乙\n    - 丙\n", 1'500)), "");
  EXPECT_EQ(refusal(times("甲\n\n---\n\n", 5'000)), "");
}

TEST(MarkdownGuardTest, WhatIsAcceptedComesOutSmall) {
  const std::string at_limits[] = {
      times("|a", 63) + "|\n" + times("|-", 63) + "|\n" + times("|x\n", 250),
      "[a]: /" + times("x", 1'000) + "\n\n" + times("[a]\n\n", 60),
      times("[", 100) + "a" + times("]", 100),
      times("![[]()", 99),
      times("*甲", 13'000),
      times("**“甲”**乙", 3'000),
      times("~~a", 2'000),
      times("\\*", 32'000),
      times("&amp;**", 9'000),
      times("`", 65'000),
      times("- ", 60) + "a\n" + times("\n", 20'000),
      times("[^1]", 1'900) + "\n\n[^1]: a\n",
      times("[[x]] ", 1'000),
  };
  for (const std::string& body : at_limits) {
    MarkdownCase done;
    render_case(body, done);
    EXPECT_LE(done.html.size(), body.size() * 32 + 200'000) << body.substr(0, 30);
    for (const std::string& line : done.found)
      EXPECT_EQ(line.find("markdown-too"), std::string::npos) << body.substr(0, 30);
  }
}

TEST(ReferenceExpansionTest, CountsEveryUse) {
  EXPECT_EQ(reference_expansion("no references [a] [b](c)"), 0U);
  EXPECT_EQ(reference_expansion("[a]: /u\n"), 0U);
  const std::string definition = "[a]: /" + times("x", 94) + "\n\n";  // " /" and 94: 96 bytes after the colon
  EXPECT_EQ(reference_expansion(definition + "[a]"), 96U);
  EXPECT_EQ(reference_expansion(definition + "[A] [ a ] [b][a] [a][] ![a]"), 96U * 5);
  EXPECT_EQ(reference_expansion(definition + "\\[a] [b] [a\\]"), 0U);
  EXPECT_EQ(reference_expansion(definition + "[a [a] a]"), 96U);
}

TEST(ReferenceExpansionTest, NothingHidesFromTheCount) {
  const std::string uses = "\n\n" + times("[a] ", 100);
  EXPECT_GE(reference_expansion("[a]: " + times(">", 3000) + uses), 300'000U);
  EXPECT_GE(reference_expansion("[a]: <" + times("x y", 1000) + ">" + uses), 300'000U);
  EXPECT_GE(reference_expansion("[a]: <x\\>" + times("y ", 1500) + ">" + uses), 300'000U);
  EXPECT_GE(reference_expansion("> [a]:\n> /" + times("x", 3000) + uses), 300'000U);
  EXPECT_GE(reference_expansion("[a]: /u\n \"" + times("[b]: x\n", 428) + "\"" + uses), 299'600U);
  EXPECT_GE(reference_expansion("[a]: /u '" + times("x\\'", 1000) + "'" + uses), 300'000U);
  EXPECT_GE(reference_expansion("[a]: /u (" + times("x", 3000) + ")" + uses), 300'000U);
  EXPECT_GE(reference_expansion("[a]: /u\n[a]: /" + times("x", 3000) + uses), 300'000U);
  EXPECT_GE(reference_expansion("[ⓐ]: /" + times("x", 3000) + "\n\n" + times("[Ⓐ] ", 100)), 300'000U);
}

}  // namespace
}  // namespace gongshi
