// A .md file is split at its two lines ---, wherever they are, and the offsets are those of the file.
#include "parse/front_matter.hpp"

#include <gtest/gtest.h>

#include <string>

#include "unit/findings.hpp"

namespace gongshi {
namespace {

using testing::Findings;

struct Parts {
  explicit Parts(std::string_view text) {
    Diagnostics diagnostics;
    split = split_front_matter(text, 2, diagnostics);
    findings = testing::listed(diagnostics, text);
    if (!split) return;
    // The offsets say where the parts really stand.
    EXPECT_EQ(text.substr(split->yaml_at.offset, split->yaml.size()), split->yaml);
    EXPECT_EQ(text.substr(split->body_at.offset), split->body);
    EXPECT_EQ(split->yaml_at.file, 2U);
    EXPECT_EQ(split->body_at.file, 2U);
  }
  std::optional<FrontMatter> split;
  Findings findings;
};

void expect_parts(std::string_view text, std::string_view yaml, std::string_view body) {
  const Parts parts(text);
  ASSERT_TRUE(parts.split) << text;
  EXPECT_EQ(parts.split->yaml, yaml);
  EXPECT_EQ(parts.split->body, body);
  EXPECT_EQ(parts.findings, Findings{});
}

TEST(FrontMatter, TwoParts) {
  expect_parts("---\na: 1\n---\n正文\n", "a: 1\n", "正文\n");
  expect_parts("---\na: 1\n---\n", "a: 1\n", "");
  expect_parts("---\na: 1\n---", "a: 1\n", "");
  expect_parts("---\n---\n\n正文", "", "\n正文");
}

TEST(FrontMatter, ByteOrderMarkReturnsAndBlanks) {
  expect_parts("\xEF\xBB\xBF---\na: 1\n---\nx", "a: 1\n", "x");
  expect_parts("---\r\na: 1\r\n---\r\nx\r\n", "a: 1\r\n", "x\r\n");
  expect_parts("---  \na: 1\n--- \nx", "a: 1\n", "x");
}

TEST(FrontMatter, TheBodyMayHoldRules) {
  expect_parts("---\na: 1\n---\n一\n\n---\n\n二\n---\n", "a: 1\n", "一\n\n---\n\n二\n---\n");
}

TEST(FrontMatter, OnlyWholeLinesAreFences) {
  expect_parts("---\na: ---\n ---\nb: x---\n----\n---\nz", "a: ---\n ---\nb: x---\n----\n", "z");
}

TEST(FrontMatter, Missing) {
  EXPECT_EQ(Parts("").findings, (Findings{"front-matter-missing 1:1"}));
  EXPECT_EQ(Parts("# 标题\n").findings, (Findings{"front-matter-missing 1:1"}));
  EXPECT_EQ(Parts("\n---\na: 1\n---\n").findings, (Findings{"front-matter-missing 1:1"}));
  EXPECT_EQ(Parts(" ---\na: 1\n---\n").findings, (Findings{"front-matter-missing 1:1"}));
  EXPECT_EQ(Parts("\xEF\xBB\xBF正文").findings, (Findings{"front-matter-missing 1:1"}));
}

TEST(FrontMatter, Unclosed) {
  EXPECT_EQ(Parts("---\na: 1\n").findings, (Findings{"front-matter-unclosed 1:1"}));
  EXPECT_EQ(Parts("---").findings, (Findings{"front-matter-unclosed 1:1"}));
  EXPECT_EQ(Parts("---\na: 1\n----\n正文").findings, (Findings{"front-matter-unclosed 1:1"}));
  EXPECT_FALSE(Parts("---\na: 1\n").split);
}

}  // namespace
}  // namespace gongshi
