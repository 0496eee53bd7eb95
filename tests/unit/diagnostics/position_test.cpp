// Lines and columns: counted in characters, from 1, wherever the offset lies.
#include "diagnostics/position.hpp"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

std::string where(std::string_view text, std::size_t offset) {
  const LineColumn at = line_column(text, offset);
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

TEST(LineColumn, CountsCharacters) {
  EXPECT_EQ(where("", 0), "1:1");
  EXPECT_EQ(where("a: b\n", 3), "1:4");
  EXPECT_EQ(where("标题: 整改\n", 0), "1:1");
  EXPECT_EQ(where("标题: 整改\n", 3), "1:2");
  EXPECT_EQ(where("标题: 整改\n", 8), "1:5");
  EXPECT_EQ(where("a\n标题: b\n", 10), "2:5");
}

TEST(LineColumn, LineEnds) {
  EXPECT_EQ(where("a\nb", 1), "1:2");  // the break itself ends its line
  EXPECT_EQ(where("a\nb", 2), "2:1");
  EXPECT_EQ(where("a\n", 2), "2:1");  // after the last break
  EXPECT_EQ(where("a\r\nb", 3), "2:1");
  EXPECT_EQ(where("\n\n\n", 2), "3:1");
  EXPECT_EQ(where("ab", 99), "1:3");  // beyond the end is the end
}

TEST(LineColumn, ByteOrderMarkIsNoColumn) {
  EXPECT_EQ(where("\xEF\xBB\xBF"
                  "a: b",
                  3),
            "1:1");
  EXPECT_EQ(where("\xEF\xBB\xBF"
                  "a: b",
                  6),
            "1:4");
  EXPECT_EQ(where("\xEF\xBB\xBF"
                  "a\nb",
                  5),
            "2:1");
  EXPECT_EQ(where("a\n\xEF\xBB\xBF"
                  "b",
                  5),
            "2:2");  // elsewhere it is a character
}

TEST(LineAt, WithoutItsBreak) {
  EXPECT_EQ(line_at("a\nbc\nd", 0), "a");
  EXPECT_EQ(line_at("a\nbc\nd", 1), "a");
  EXPECT_EQ(line_at("a\nbc\nd", 2), "bc");
  EXPECT_EQ(line_at("a\nbc\nd", 4), "bc");
  EXPECT_EQ(line_at("a\nbc\nd", 5), "d");
  EXPECT_EQ(line_at("a\nbc\nd", 99), "d");
  EXPECT_EQ(line_at("a\r\nb", 0), "a");
  EXPECT_EQ(line_at("a\n", 2), "");
  EXPECT_EQ(line_at("", 0), "");
  EXPECT_EQ(line_at("\n\n", 1), "");
}

TEST(SourceNames, ByNumber) {
  SourceNames names;
  EXPECT_EQ(names.size(), 0U);
  const auto a = names.add("site.yaml");
  const auto b = names.add("content/items/整改.md");
  EXPECT_EQ(names.name(a), "site.yaml");
  EXPECT_EQ(names.name(b), "content/items/整改.md");
  EXPECT_EQ(names.size(), 2U);
}

TEST(Position, IsKnownOrNot) {
  EXPECT_FALSE(Position{}.known());
  EXPECT_TRUE((Position{0, 0}).known());
  EXPECT_EQ((Position{1, 2}), (Position{1, 2}));
  EXPECT_NE((Position{1, 2}), (Position{1, 3}));
}

}  // namespace
}  // namespace gongshi
