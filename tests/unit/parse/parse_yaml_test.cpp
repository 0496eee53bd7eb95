// What comes in through the YAML door comes in as it was written: texts, quotes, places.
#include "parse/parse_yaml.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "unit/parse/parsed.hpp"

namespace gongshi {
namespace {

using testing::Findings;
using testing::Parsed;
using testing::taken;

TEST(ParseYaml, TreeInOrder) {
  EXPECT_EQ(taken("b: 1\na: [x, {c: d}]\nz:\n  - - 1\n    - 2\n"), "{b: 1, a: [x, {c: d}], z: [[1, 2]]}");
  EXPECT_EQ(taken("a: []\nb: {}\nc:\nd: ~\ne: ''\n"), "{a: [], b: {}, c: ~, d: ~, e: ''}");
  EXPECT_EQ(taken("标题: 整改\n单位: [厅机关, 厅党组]\n"), "{标题: 整改, 单位: [厅机关, 厅党组]}");
}

TEST(ParseYaml, ValuesAreKeptAsWritten) {
  for (const char* value : {"no", "yes", "off", "y", "010", "1.10", "0x1F", "1_000", "2024-2-30", ".5", "1e3",
                            "9007199254740993", "-0", "12:30:45", "null_", "=", "<<a"}) {
    EXPECT_EQ(taken("a: " + std::string(value) + "\n"), "{a: " + std::string(value) + "}");
    EXPECT_EQ(taken("a: '" + std::string(value) + "'\n"), "{a: '" + std::string(value) + "'}");
    EXPECT_EQ(taken("a: \"" + std::string(value) + "\"\n"), "{a: '" + std::string(value) + "'}");
  }
}

TEST(ParseYaml, QuotesAndEscapesAreResolved) {
  EXPECT_EQ(taken("a: 'it''s'\n"), "{a: 'it's'}");
  EXPECT_EQ(taken(R"(a: "x\ty\"z\\ \u4e2d")"), "{a: 'x\ty\"z\\ 中'}");
  EXPECT_EQ(taken("a: \"x\n  y\"\n"), "{a: 'x y'}");
  EXPECT_EQ(taken("a: x\n  y\n"), "{a: x y}");
}

TEST(ParseYaml, BlockScalars) {
  EXPECT_EQ(taken("a: |\n  一\n  二\nb: 1\n"), "{a: '一\n二\n', b: 1}");
  EXPECT_EQ(taken("a: >\n  one\n  two\n"), "{a: 'one two\n'}");
  EXPECT_EQ(taken("a: |-\n  x\n"), "{a: 'x'}");
  EXPECT_EQ(taken("a: |\n  x\n  ---\n"), "{a: 'x\n---\n'}");
}

// The line that is appended to close the document must not get into the last value.
TEST(ParseYaml, UnterminatedLastLine) {
  EXPECT_EQ(taken("a: |-\n  x"), "{a: 'x'}");
  EXPECT_EQ(taken("a: |\n  x"), "{a: 'x\n'}");
  EXPECT_EQ(taken("a: 1"), "{a: 1}");
  EXPECT_EQ(taken("a: 'x'"), "{a: 'x'}");
  EXPECT_EQ(taken("a:"), "{a: ~}");
  EXPECT_EQ(taken("a: 1 # 注"), "{a: 1}");
}

TEST(ParseYaml, NothingIsAnEmptyMapping) {
  for (const char* text : {"", "\n", "\n\n  \n", "# 只有注释", "# 一\n# 二\n", "---\n", "\xEF\xBB\xBF",
                           "\r\n", "---\n# 注\n...\n"}) {
    EXPECT_EQ(taken(text), "{}") << text;
  }
  const Parsed parsed("# 注\n");
  EXPECT_EQ(parsed.document->root().position(), (Position{0, 0}));
}

TEST(ParseYaml, OneDocumentMayBeMarked) {
  EXPECT_EQ(taken("---\na: 1\n"), "{a: 1}");
  EXPECT_EQ(taken("a: 1\n...\n"), "{a: 1}");
  EXPECT_EQ(taken("---\na: 1\n...\n# 完\n"), "{a: 1}");
}

TEST(ParseYaml, ByteOrderMarkAndLineEnds) {
  EXPECT_EQ(taken("\xEF\xBB\xBF"
                  "a: 1\nb: 2\n"),
            "{a: 1, b: 2}");
  EXPECT_EQ(taken("a: 1\r\nb: 2\r\n"), "{a: 1, b: 2}");
  EXPECT_EQ(taken("a: |\r\n  x\r\n  y\r\n"), "{a: 'x\ny\n'}");
}

// Every node of the tree by its text, with the place it says it has.
std::map<std::string, std::string> places(std::string_view text) {
  std::map<std::string, std::string> found;
  const Parsed parsed(text);
  if (!parsed.document) return found;
  const auto visit = [&](const auto& self, const Document::Node& node) -> void {
    found[node.kind() == Document::Kind::scalar ? std::string(node.text()) : testing::shown(node)] =
        testing::where(text, node.position());
    for (auto child = node.first(); child.valid(); child = child.next()) self(self, child);
  };
  visit(visit, parsed.document->root());
  return found;
}

using Places = std::map<std::string, std::string>;

TEST(ParseYaml, PlacesCountCharacters) {
  EXPECT_EQ(places("标题: 整改\n措施:\n  - 内容: 甲\n"),
            (Places{{"标题", "1:1"},
                    {"整改", "1:5"},
                    {"措施", "2:1"},
                    {"内容", "3:5"},
                    {"甲", "3:9"},
                    {"{内容: 甲}", "3:5"},
                    {"[{内容: 甲}]", "3:3"},
                    {"{标题: 整改, 措施: [{内容: 甲}]}", "1:1"}}));
}

TEST(ParseYaml, PlacesBehindByteOrderMarkAndReturns) {
  EXPECT_EQ(
      places("\xEF\xBB\xBF甲: 乙\r\n丙: '丁'\r\n"),
      (Places{{"甲", "1:1"}, {"乙", "1:4"}, {"丙", "2:1"}, {"丁", "2:4"}, {"{甲: 乙, 丙: '丁'}", "1:1"}}));
}

// A value that is not there stands at its key or dash, not where the next value does.
TEST(ParseYaml, PlacesOfNothing) {
  const auto place_of_null = [](const std::string& text) { return places(text)["~"]; };
  EXPECT_EQ(place_of_null("a: 1\nb:\n\n# 注\nc: 2\n"), "2:1");
  EXPECT_EQ(place_of_null("a: 1\nb:\nnull_: 2\n"), "2:1");
  EXPECT_EQ(place_of_null("a: 1\nb:"), "2:1");
  EXPECT_EQ(place_of_null("a: 1\nb: ~\n"), "2:4");
  EXPECT_EQ(place_of_null("a: {b: , c: 1}\n"), "1:5");
  EXPECT_EQ(place_of_null("a:\n  - 1\n  -\n\nb: 2\n"), "3:3");
}

TEST(ParseYaml, PlacesStartWhereTheSourceDoes) {
  Diagnostics diagnostics;
  const auto document = parse_yaml("甲: 1\n", {3, 100}, diagnostics);
  ASSERT_TRUE(document);
  const Document::Node key = document->root().first();
  EXPECT_EQ(key.position(), (Position{3, 100}));
  EXPECT_EQ(key.next().position(), (Position{3, 105}));
  EXPECT_FALSE(parse_yaml("a: 1\na: 2\n", {3, 100}, diagnostics));
  const auto all = diagnostics.sorted();
  EXPECT_EQ(all[0].at, (Position{3, 105}));
  EXPECT_EQ(all[0].related, (Position{3, 100}));
}

TEST(ParseYaml, WhatIsAllowedAtTheLimits) {
  EXPECT_EQ(Parsed("a: " + std::string(31, '[') + std::string(31, ']')).findings, Findings{});
  std::string list = "a:\n";
  for (std::size_t i = 3; i < kMostYamlValues; ++i) list += "- 1\n";
  EXPECT_EQ(Parsed(list).findings, Findings{});
  EXPECT_EQ(Parsed(list).document->size(), kMostYamlValues);
}

// What looks like a mistake and is none.
TEST(ParseYaml, InnocentText) {
  EXPECT_EQ(taken("url: https://example.org/a:b\n"), "{url: https://example.org/a:b}");
  EXPECT_EQ(taken("a: 时间：上午10:30\n"), "{a: 时间：上午10:30}");
  EXPECT_EQ(taken("a: b:2\n"), "{a: b:2}");
  EXPECT_EQ(taken("a: '[[[[ & * ! <<'\n"), "{a: '[[[[ & * ! <<'}");
  EXPECT_EQ(taken("a: 甲&乙*丙!丁\n"), "{a: 甲&乙*丙!丁}");
  EXPECT_EQ(taken("a: \"第一条：\"\n"), "{a: '第一条：'}");
  EXPECT_EQ(taken("a:\nb:\n"), "{a: ~, b: ~}");
  EXPECT_EQ(taken("'a:1': 2\n"), "{'a:1': 2}");
}

}  // namespace
}  // namespace gongshi
