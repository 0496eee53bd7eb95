// What the YAML library takes silently, hangs on or words badly is refused at the door, with the real
// cause and its place. Numbers in brackets are those of the fault list in the reliability notes.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "unit/parse/parsed.hpp"

namespace gongshi {
namespace {

using testing::Findings;
using testing::Parsed;
using testing::refused;
using testing::words_of;

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(YamlRefusals, CommaAloneDoesNotHang) {  // [1]
  const auto start = std::chrono::steady_clock::now();
  for (const char* text : {",", ", ", ",\n", ",,", "a: 1\n,\n", "]", "}", "a: ]"}) {
    const Findings findings = refused(text);
    ASSERT_EQ(findings.size(), 1U) << text;
    EXPECT_TRUE(findings[0].starts_with("yaml-")) << findings[0];
  }
  EXPECT_EQ(refused(","), (Findings{"yaml-syntax 1:1"}));
  EXPECT_EQ(refused("# 甲,乙\n  ,"), (Findings{"yaml-syntax 2:3"}));
  EXPECT_EQ(refused("a: 1\n,\n"), (Findings{"yaml-syntax 2:1"}));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

TEST(YamlRefusals, UnclosedQuoteIsNamedWhereItOpened) {  // [2]
  EXPECT_EQ(refused("a: 'x\nb: 2\nc: 3\n"), (Findings{"yaml-unclosed-quote 1:4"}));
  EXPECT_EQ(refused("a: 1\nb: \"x\nc: 3\n"), (Findings{"yaml-unclosed-quote 2:4"}));
  EXPECT_EQ(refused("标题: “甲”\n问题: \"乙\n单位: 丙"), (Findings{"yaml-unclosed-quote 2:5"}));
  EXPECT_EQ(refused("a: it's\nb: 'x\n"), (Findings{"yaml-unclosed-quote 2:4"}));
  EXPECT_EQ(refused("a: 'x'\nb: '\n"), (Findings{"yaml-unclosed-quote 2:4"}));
  EXPECT_EQ(refused("a: [1, 'x]\n"), (Findings{"yaml-unclosed-quote 1:8"}));
  EXPECT_EQ(refused("a: {b: \"x}\n"), (Findings{"yaml-unclosed-quote 1:8"}));
  EXPECT_EQ(refused("- 'x\n"), (Findings{"yaml-unclosed-quote 1:3"}));
  EXPECT_EQ(refused("'"), (Findings{"yaml-unclosed-quote 1:1"}));
  EXPECT_EQ(refused("a: \"x\\\"\n"), (Findings{"yaml-unclosed-quote 1:4"}));
  EXPECT_EQ(refused("a: 'x''\n"), (Findings{"yaml-unclosed-quote 1:4"}));
  EXPECT_EQ(refused("# it's\na: 'x\n"), (Findings{"yaml-unclosed-quote 2:4"}));
  EXPECT_NE(words_of(Parsed("a: 'x\n").diagnostics, Language::zh).find("引号 '"), std::string::npos);
}

TEST(YamlRefusals, SecondDocument) {  // [3]
  EXPECT_EQ(refused("a: 1\n---\nb: 2\n"), (Findings{"yaml-second-document 2:1"}));
  EXPECT_EQ(refused("---\na: 1\n---\n"), (Findings{"yaml-second-document 3:1"}));
  EXPECT_EQ(refused("a: 1\n...\nb: 2\n"), (Findings{"yaml-second-document 3:1"}));
  EXPECT_EQ(refused("{a: 1}\nb: 2\n"), (Findings{"yaml-second-document 2:1"}));
  EXPECT_EQ(refused("{a: 1} text\n"), (Findings{"yaml-second-document 1:8"}));
  EXPECT_EQ(refused("---\n---\n"), (Findings{"yaml-second-document 2:1"}));
  EXPECT_EQ(refused("标: 1\n...\n第二\n").size(), 1U);
}

TEST(YamlRefusals, DuplicateKeysAtAnyLevel) {  // [4]
  EXPECT_EQ(refused("a: 1\nb: 2\na: 3\n"), (Findings{"yaml-duplicate-key 3:1 (1:1)"}));
  EXPECT_EQ(refused("a: 1\n'a': 3\n"), (Findings{"yaml-duplicate-key 2:1 (1:1)"}));
  EXPECT_EQ(refused("a: {b: 1, b: 2}\n"), (Findings{"yaml-duplicate-key 1:11 (1:5)"}));
  EXPECT_EQ(refused("a:\n  - x: 1\n    y: 2\n    x: 3\n"), (Findings{"yaml-duplicate-key 4:5 (2:5)"}));
  EXPECT_EQ(refused("标题: 1\n问题: 2\n标题: 3\n标题: 4\n"),
            (Findings{"yaml-duplicate-key 3:1 (1:1)", "yaml-duplicate-key 4:1 (1:1)"}));
  EXPECT_EQ(refused("a: {a: {a: 1}}\nb: {a: 1}\na: 1\n"), (Findings{"yaml-duplicate-key 3:1 (1:1)"}));
}

TEST(YamlRefusals, MergeKeysAliasesTags) {  // [6]
  EXPECT_EQ(refused("a: {<<: {b: 1}}\n"), (Findings{"yaml-merge-key 1:5"}));
  EXPECT_EQ(refused("<<: 1\n"), (Findings{"yaml-merge-key 1:1"}));
  EXPECT_EQ(refused("a: &x 1\n"), (Findings{"yaml-alias 1:4"}));
  EXPECT_EQ(refused("a: &x {b: 1}\n"), (Findings{"yaml-alias 1:4"}));
  EXPECT_EQ(refused("a: &x [1]\n"), (Findings{"yaml-alias 1:4"}));
  EXPECT_EQ(refused("a: &x\nb: 1\n"), (Findings{"yaml-alias 1:4"}));
  EXPECT_EQ(refused("a: &x 1\nb: *x\n"), (Findings{"yaml-alias 1:4", "yaml-alias 2:4"}));
  EXPECT_EQ(refused("a: !x 1\n"), (Findings{"yaml-tag 1:4"}));
  EXPECT_EQ(refused("a: !!str 1\n"), (Findings{"yaml-tag 1:4"}));
  EXPECT_EQ(refused("a: !<tag:x> [1]\n"), (Findings{"yaml-tag 1:4"}));
  EXPECT_EQ(refused("a: !m {b: 1}\n"), (Findings{"yaml-tag 1:4"}));
  EXPECT_EQ(refused("!m\na: 1\n"), (Findings{"yaml-tag 1:1"}));
}

TEST(YamlRefusals, CyclesAndLaughsAreNeverWalked) {  // [7]
  EXPECT_EQ(refused("&a [*a]"), (Findings{"yaml-alias 1:1", "yaml-alias 1:5"}));
  EXPECT_EQ(refused("a: &a {b: *a}"), (Findings{"yaml-alias 1:4", "yaml-alias 1:11"}));
  std::string laughs = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    laughs.append("a").append(std::to_string(i)).append(": &a").append(std::to_string(i));
    laughs.append(" [").append(before).append(", ").append(before).append("]\n");
  }
  const Findings findings = refused(laughs);
  EXPECT_EQ(findings.size(), 30U + 58U);
  for (const std::string& finding : findings) EXPECT_TRUE(finding.starts_with("yaml-alias")) << finding;
}

TEST(YamlRefusals, Depth) {  // [8]
  EXPECT_EQ(refused("a: " + repeat("[", 32) + repeat("]", 32)), (Findings{"yaml-too-deep 1:35"}));
  std::string block;
  for (std::size_t i = 0; i < 33; ++i) block += std::string(i, ' ') + "a:\n";
  EXPECT_EQ(refused(block).at(0).substr(0, 13), "yaml-too-deep");
  for (const std::size_t depth : {33U, 600U, 5000U}) {
    for (const char* level : {"[", "{a: ", "{", "- [", "a: [{"}) {
      const Findings findings = refused(repeat(level, depth));
      ASSERT_EQ(findings.size(), 1U) << level << depth;
      EXPECT_TRUE(findings[0].starts_with("yaml-too-deep 1:") || findings[0].starts_with("yaml-syntax"))
          << level << " " << findings[0];
    }
    EXPECT_EQ(refused(repeat("- ", depth)), (Findings{"yaml-too-deep 1:65"}));
  }
  EXPECT_EQ(refused(repeat("[", 600) + repeat("]", 600)), (Findings{"yaml-too-deep 1:501"}));
}

TEST(YamlRefusals, OneMegabyteOfNesting) {  // [8]
  constexpr std::size_t kMegabyte = std::size_t{1} << 20U;
  for (const std::string_view level : {"[", "{", "- ", "? ", "[\n", "{a: ", "[]", "[],", "a: "}) {
    const auto start = std::chrono::steady_clock::now();
    const Findings findings = refused(repeat(level, kMegabyte / level.size()));
    EXPECT_FALSE(findings.empty()) << level;
    for (const std::string& finding : findings) EXPECT_TRUE(finding.starts_with("yaml-")) << finding;
    // Seconds and not minutes, under the sanitizers too.
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20)) << level;
  }
}

TEST(YamlRefusals, TooManyValues) {
  std::string list = "a:\n";
  for (std::size_t i = 2; i < kMostYamlValues; ++i) list += "- 1\n";
  EXPECT_EQ(refused(list), (Findings{"yaml-too-many-values 99999:3"}));
  EXPECT_EQ(refused(repeat("- 1\n", kMostYamlValues)), (Findings{"yaml-too-many-values 100000:3"}));
}

TEST(YamlRefusals, RealCauseOfASyntaxError) {  // [12]
  EXPECT_EQ(refused("a:\n\tb: 1\n"), (Findings{"yaml-tab 2:1"}));
  EXPECT_EQ(refused("a: 1\n\tb: 1\n"), (Findings{"yaml-tab 2:1"}));
  EXPECT_EQ(refused("a:\n  - x: 1\n  \ty: 2\n"), (Findings{"yaml-tab 3:3"}));
  EXPECT_EQ(refused("标题：整改\n问题: 甲\n"), (Findings{"yaml-full-width-colon 1:3"}));
  EXPECT_EQ(refused("标题：整改\n"), (Findings{"yaml-full-width-colon 1:3"}));
  EXPECT_EQ(refused("a: 1\n标题：整改\nb: 2\n"), (Findings{"yaml-full-width-colon 2:3"}));
  EXPECT_EQ(refused("措施:\n  - 内容：甲\n    期限: 2026\n"), (Findings{"yaml-full-width-colon 2:7"}));
  EXPECT_EQ(refused("a: 1\nb:2\n"), (Findings{"yaml-colon-space 2:2"}));
  EXPECT_EQ(refused("b:2\n"), (Findings{"yaml-colon-space 1:2"}));
  EXPECT_EQ(refused("b:2\na: 1\n"), (Findings{"yaml-colon-space 1:2"}));
  EXPECT_EQ(refused("标题:整改\n单位: 甲\n"), (Findings{"yaml-colon-space 1:3"}));
  EXPECT_EQ(words_of(Parsed("a: 1\nb:2\n").diagnostics, Language::en),
            "there is no blank after the colon of `b` | Write `b: 2`.");
  EXPECT_EQ(words_of(Parsed("标题：整改\n").diagnostics, Language::en),
            "`标题` is followed by a full-width colon | Write `标题: ` with the colon of an English keyboard "
            "and a blank.");
}

TEST(YamlRefusals, UnclosedBracketIsNamedWhereItOpened) {
  EXPECT_EQ(refused("a: [1, 2\nb: 3\n"), (Findings{"yaml-syntax 1:4"}));
  EXPECT_EQ(refused("a: [[1, 2]\n"), (Findings{"yaml-syntax 1:4"}));
  EXPECT_EQ(refused("甲: {乙: [1\n丙: 2\n"), (Findings{"yaml-syntax 1:8"}));
  EXPECT_EQ(refused("a:\n  - {x: 1, y: 2\n  - {x: 1, y: 3}\n"), (Findings{"yaml-syntax 2:5"}));
  EXPECT_EQ(refused("a: '['\nb: 甲[1\n# [\nc: [\n"), (Findings{"yaml-syntax 4:4"}));
  EXPECT_EQ(words_of(Parsed("a: [1\n").diagnostics, Language::en).substr(0, 65),
            "this cannot be read: the bracket [ opened here is never closed | ");
}

TEST(YamlRefusals, OtherSyntaxErrors) {
  EXPECT_EQ(refused("a: 1\n b: 2\n"), (Findings{"yaml-syntax 2:3"}));
  EXPECT_EQ(refused("a: 'x' y\n").size(), 1U);
  EXPECT_EQ(refused("a: @x\n").size(), 1U);
  EXPECT_EQ(refused("a: %x\n").size(), 1U);
  EXPECT_EQ(refused("a: `x\n").size(), 1U);
  EXPECT_EQ(refused("a: x: y\n").size(), 1U);
}

TEST(YamlRefusals, KeysAreText) {
  EXPECT_EQ(refused("? [a]\n: 1\n"), (Findings{"yaml-key-not-text 1:3"}));
  EXPECT_EQ(refused("{a: 1}: 1\n"), (Findings{"yaml-key-not-text 1:1"}));
  EXPECT_EQ(refused("{{a: 1}: 2}\n"), (Findings{"yaml-key-not-text 1:2"}));
  EXPECT_EQ(refused("[a]: 1\n"), (Findings{"yaml-key-not-text 1:1"}));
  EXPECT_EQ(refused("~: 1\n"), (Findings{"yaml-key-not-text 1:1"}));
  EXPECT_EQ(refused("a: {: 1}\n").size(), 1U);
  EXPECT_EQ(testing::taken("'': 1\n"), "{'': 1}");
}

TEST(YamlRefusals, ARecordIsAMapping) {
  EXPECT_EQ(refused("整改\n"), (Findings{"yaml-not-a-mapping 1:1"}));
  EXPECT_EQ(refused("# 注\n\n'x'\n"), (Findings{"yaml-not-a-mapping 3:1"}));
  EXPECT_EQ(refused("- a\n- b\n"), (Findings{"yaml-not-a-mapping 1:1"}));
  EXPECT_EQ(refused("[a, b]\n"), (Findings{"yaml-not-a-mapping 1:1"}));
  EXPECT_EQ(refused("|\n  x\n"), (Findings{"yaml-not-a-mapping 1:1"}));
}

TEST(YamlRefusals, PlacesCountFromTheStartOfTheSource) {
  Diagnostics diagnostics;
  const std::string source = "---\n标题：整改\n---\n";
  EXPECT_FALSE(parse_yaml(std::string_view(source).substr(4, 16), {0, 4}, diagnostics));
  EXPECT_EQ(testing::listed(diagnostics, source), (Findings{"yaml-full-width-colon 2:3"}));
  EXPECT_EQ(refused("\xEF\xBB\xBF甲: 1\n甲: 2\n"), (Findings{"yaml-duplicate-key 2:1 (1:1)"}));
  EXPECT_EQ(refused("甲: 1\r\n乙: 1\r\n甲: 2\r\n"), (Findings{"yaml-duplicate-key 3:1 (1:1)"}));
}

// What the bytes may not hold cannot come in by an escape either.
TEST(YamlRefusals, EscapedCharactersThatHide) {
  for (const char* escape :
       {"\\u202E", "\\0", "\\e", "\\x04", "\\r", "\\uE000", "\\uFEFF", "\\u2066", "\\a", "\\N"}) {
    EXPECT_EQ(refused("a: 1\nb: \"甲" + std::string(escape) + "乙\"\n"),
              (Findings{"source-control-character 2:4"}))
        << escape;
  }
  EXPECT_EQ(refused("\"a\\u202E\": 1\n"), (Findings{"source-control-character 1:1"}));
  EXPECT_EQ(refused("a: \"\\ud800\"\n").size(), 1U);
  EXPECT_EQ(testing::taken("a: '\\u202E'\n"), "{a: '\\u202E'}");
}

// All mistakes of a file that can be found at once are.
TEST(YamlRefusals, SeveralAtOnce) {
  EXPECT_EQ(
      refused("a: &x 1\nb: !t 2\na: 3\nc: {<<: 1}\n"),
      (Findings{"yaml-alias 1:4", "yaml-tag 2:4", "yaml-duplicate-key 3:1 (1:1)", "yaml-merge-key 4:5"}));
}

}  // namespace
}  // namespace gongshi
