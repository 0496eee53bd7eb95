// How a finding looks, to the byte: place, words, excerpt, caret under Chinese, second place, cure.
#include "diagnostics/print_diagnostics.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "text/unicode.hpp"

namespace gongshi {
namespace {

// Messages of our own, so that a better wording of a real one changes nothing here.
constexpr Message kEmpty = {.code = "empty-value",
                            .severity = Severity::error,
                            .rule = {},
                            .text = {"“{1}”后面没有值", "`{1}` has no value"},
                            .cure = {"写上值。", "Write the value."},
                            .related = {}};
constexpr Message kTwice = {.code = "twice",
                            .severity = Severity::error,
                            .rule = {},
                            .text = {"“{1}”写了两次", "`{1}` is given twice"},
                            .cure = {"删除“{1}”。", "Remove `{1}`."},
                            .related = {"“{1}”第一次写在这里", "`{1}` was first given here"}};
constexpr Message kUnsure = {.code = "unsure",
                             .severity = Severity::warning,
                             .rule = {},
                             .text = {"“{1}”可疑", "`{1}` is unsure"},
                             .cure = {},
                             .related = {}};

std::string printed(const Diagnostic& d, const std::optional<std::string>& text, PrintStyle style = {}) {
  SourceNames names;
  names.add("content/items/zg-1.md");
  return print_diagnostics(
      {d}, names,
      [&](std::uint32_t) -> std::optional<SourceLines> {
        return text ? std::optional(SourceLines{*text}) : std::nullopt;
      },
      style);
}

Diagnostic empty_value(std::uint32_t offset, std::string key = "lead") {
  return {&kEmpty, {0, offset}, {std::move(key)}, {}, {}, {}};
}

// The quoted line and the line of the caret.
std::vector<std::string> excerpt(const std::string& text, std::uint32_t offset) {
  const std::string out = printed(empty_value(offset), text);
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < out.size();) {
    const std::size_t end = out.find('\n', start);
    lines.push_back(out.substr(start, end - start));
    start = end + 1;
  }
  if (lines.size() < 3) return {};
  return {lines[1].substr(4), lines[2].substr(4)};
}

TEST(PrintDiagnostics, WholeInChinese) {
  EXPECT_EQ(printed(empty_value(19), "title: a\nunit: b\nlead:\n"),
            "content/items/zg-1.md:3:3: 错误: “lead”后面没有值 [empty-value]\n"
            "  | lead:\n"
            "  |   ^\n"
            "  解决: 写上值。\n");
}

TEST(PrintDiagnostics, WholeInEnglish) {
  EXPECT_EQ(printed(empty_value(0), "lead:\n", {Language::en, DiagnosticFormat::text}),
            "content/items/zg-1.md:1:1: error: `lead` has no value [empty-value]\n"
            "  | lead:\n"
            "  | ^\n"
            "  cure: Write the value.\n");
}

TEST(PrintDiagnostics, ShortIsOneLine) {
  EXPECT_EQ(printed(empty_value(0), "lead:\n", {Language::zh, DiagnosticFormat::short_text}),
            "content/items/zg-1.md:1:1: 错误: “lead”后面没有值 [empty-value]\n");
}

TEST(PrintDiagnostics, WarningWithoutCure) {
  const Diagnostic d{&kUnsure, {0, 1}, {"*"}, {}, {}, {}};
  EXPECT_EQ(printed(d, "3*4"), "content/items/zg-1.md:1:2: 警告: “*”可疑 [unsure]\n  | 3*4\n  |  ^\n");
  EXPECT_EQ(printed(d, "3*4", {Language::en, DiagnosticFormat::short_text}),
            "content/items/zg-1.md:1:2: warning: `*` is unsure [unsure]\n");
}

TEST(PrintDiagnostics, SecondPlace) {
  const Diagnostic d{&kTwice, {0, 5}, {"a"}, {0, 0}, {}, {}};
  EXPECT_EQ(printed(d, "a: 1\na: 2\n", {Language::en, DiagnosticFormat::text}),
            "content/items/zg-1.md:2:1: error: `a` is given twice [twice]\n"
            "  | a: 2\n"
            "  | ^\n"
            "  content/items/zg-1.md:1:1: `a` was first given here\n"
            "  | a: 1\n"
            "  | ^\n"
            "  cure: Remove `a`.\n");
}

TEST(PrintDiagnostics, PlaceInWords) {
  Diagnostic d{&kUnsure, {}, {"x"}, {}, "public/整改.html", {}};
  EXPECT_EQ(printed(d, "text"), "public/整改.html: 警告: “x”可疑 [unsure]\n");
  d.place.clear();
  EXPECT_EQ(printed(d, "text"), "警告: “x”可疑 [unsure]\n");
}

TEST(PrintDiagnostics, WithheldSource) {
  EXPECT_EQ(printed(empty_value(3), std::nullopt, {Language::en, DiagnosticFormat::short_text}),
            "content/items/zg-1.md: error: `lead` has no value [empty-value]\n");
  EXPECT_EQ(printed(empty_value(3), std::nullopt).find("  | "), std::string::npos);
}

TEST(PrintDiagnostics, SuffixOfTheCode) {
  const Diagnostic d{&kUnsure, {0, 0}, {"lead"}, {}, {}, "-lead"};
  EXPECT_NE(printed(d, "title: a\n").find(" [unsure-lead]\n"), std::string::npos);
}

TEST(PrintDiagnostics, PlaceWithoutTheLineThatMustNotBeQuoted) {
  SourceNames names;
  names.add("content/items/zg-1.md");
  const auto text = [](std::uint32_t) { return std::optional(SourceLines{"a: 1\nb:\n", false}); };
  EXPECT_EQ(print_diagnostics({{&kEmpty, {0, 5}, {"b"}, {}, {}, {}}}, names, text,
                              {Language::en, DiagnosticFormat::text}),
            "content/items/zg-1.md:2:1: error: `b` has no value [empty-value]\n  cure: Write the value.\n");
}

TEST(PrintDiagnostics, InTheOrderGiven) {
  SourceNames names;
  names.add("a");
  names.add("b");
  const auto text = [](std::uint32_t file) {
    return std::optional(SourceLines{file == 0 ? "x:\n" : "long: \ny:\n"});
  };
  const Diagnostic first{&kEmpty, {1, 7}, {"y"}, {}, {}, {}};
  const Diagnostic second{&kEmpty, {0, 0}, {"x"}, {}, {}, {}};
  EXPECT_EQ(print_diagnostics({first, second}, names, text, {Language::en, DiagnosticFormat::short_text}),
            "b:2:1: error: `y` has no value [empty-value]\n"
            "a:1:1: error: `x` has no value [empty-value]\n");
  EXPECT_EQ(print_diagnostics({}, names, text, {}), "");
}

TEST(Excerpt, CaretByDisplayWidth) {
  EXPECT_EQ(excerpt("标题: x", 8), (std::vector<std::string>{"标题: x", "      ^"}));
  EXPECT_EQ(excerpt("标题：整改", 9), (std::vector<std::string>{"标题：整改", "      ^"}));
  EXPECT_EQ(excerpt("e\u0301: x", 5), (std::vector<std::string>{"e\u0301: x", "   ^"}));
  EXPECT_EQ(excerpt("\tx", 1), (std::vector<std::string>{" x", " ^"}));
  EXPECT_EQ(excerpt("ab", 2), (std::vector<std::string>{"ab", "  ^"}));  // after the end
  EXPECT_EQ(excerpt("ab", 99), (std::vector<std::string>{"ab", "  ^"}));
  EXPECT_EQ(excerpt("a\r\nbc\r\n", 4), (std::vector<std::string>{"bc", " ^"}));
  EXPECT_EQ(excerpt("\xEF\xBB\xBF"
                    "ab",
                    4),
            (std::vector<std::string>{"ab", " ^"}));
  EXPECT_EQ(excerpt("", 0), std::vector<std::string>{});  // nothing to quote, so only two lines
}

TEST(Excerpt, NothingActsOnTheTerminal) {
  EXPECT_EQ(excerpt("a\x1B[31mb", 6)[0], "a\uFFFD[31mb");
  EXPECT_EQ(excerpt("a\u009B"
                    "b",
                    0)[0],
            "a\uFFFD"
            "b");
  EXPECT_EQ(excerpt("a\x7F\x07", 0)[0], "a\uFFFD\uFFFD");
  EXPECT_EQ(excerpt("a\u202E\u2066"
                    "b",
                    0)[0],
            "a\uFFFD\uFFFD"
            "b");
  EXPECT_EQ(excerpt("a\xFF\xFE"
                    "b",
                    0)[0],
            "a\uFFFD\uFFFD"
            "b");                                               // no UTF-8
  EXPECT_EQ(excerpt("\xB1\xEA\xCC\xE2: x", 4)[1].back(), '^');  // GBK
  EXPECT_EQ(excerpt(std::string("a\0b", 3), 2), (std::vector<std::string>{"a\uFFFD"
                                                                          "b",
                                                                          "  ^"}));
}

TEST(Excerpt, OffsetInsideACharacter) {
  EXPECT_EQ(excerpt("标题", 1)[1].back(), '^');  // must not break, wherever it points
}

TEST(Excerpt, LongLinesAreCutAroundTheCaret) {
  std::string line;
  for (int i = 0; i < 100; ++i) line += "整改";
  for (const std::uint32_t offset : {0U, 3U, 150U, 300U, 597U, 600U}) {
    const auto lines = excerpt(line, offset);
    EXPECT_LE(display_width(lines[0]), 104U) << offset;
    EXPECT_LE(lines[1].size(), display_width(lines[0]) + 1) << offset;
    EXPECT_EQ(lines[0].starts_with("…"), offset > 75) << offset;
    EXPECT_EQ(lines[0].ends_with("…"), offset < 525) << offset;
    const std::size_t caret = lines[1].size() - 1;
    std::size_t at = 0;                                             // the byte that the caret stands under
    while (display_width(lines[0].substr(0, at)) < caret) at += 3;  // each is of three bytes
    if (offset < 600) {
      EXPECT_EQ(lines[0].substr(at, 3), line.substr(offset, 3)) << offset;
    }
  }
  EXPECT_EQ(excerpt(std::string(100, 'a'), 50)[0], std::string(100, 'a'));  // just fits
}

TEST(Word, Placeholders) {
  EXPECT_EQ(word("{1} and {2}", {"a", "b"}, Language::en), "a and b");
  EXPECT_EQ(word("{2}{1}{2}", {"a", "b"}, Language::en), "bab");
  EXPECT_EQ(word("{3} {0} {x} {} {1", {"a", "b"}, Language::en), "{3} {0} {x} {} {1");
  EXPECT_EQ(word("{{1}}", {"a"}, Language::en), "{a}");
  EXPECT_EQ(word("", {"a"}, Language::en), "");
  EXPECT_EQ(word("{1}", {"{2}", "b"}, Language::en), "{2}");  // an argument is no template
}

TEST(Word, TypesOfArguments) {
  EXPECT_EQ(word("{1}", {std::int64_t{-12}}, Language::zh), "-12");
  EXPECT_EQ(word("{1}", {Term{"整改事项", "item"}}, Language::zh), "整改事项");
  EXPECT_EQ(word("{1}", {Term{"整改事项", "item"}}, Language::en), "item");
  EXPECT_EQ(word("{1}", {"a\x1B\n\xFF"}, Language::en), "a\uFFFD\uFFFD\uFFFD");
}

}  // namespace
}  // namespace gongshi
