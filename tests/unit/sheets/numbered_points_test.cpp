#include "sheets/numbered_points.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

using Points = std::vector<std::string>;

TEST(NumberedPoints, TakesApartWhatIsNumberedFromOne) {
  EXPECT_EQ(numbered_points("1.甲\n2.乙"), (Points{"甲", "乙"}));
  EXPECT_EQ(numbered_points("1、甲。2、乙。3、丙"), (Points{"甲。", "乙。", "丙"}));
  EXPECT_EQ(numbered_points("（一）甲；（二）乙"), (Points{"甲；", "乙"}));
  EXPECT_EQ(numbered_points("一、甲\n二、乙"), (Points{"甲", "乙"}));
  EXPECT_EQ(numbered_points("①甲；②乙"), (Points{"甲；", "乙"}));
  EXPECT_EQ(numbered_points(" (1) 甲\r\n (2) 乙\r\n"), (Points{"甲", "乙"}));
}

TEST(NumberedPoints, LeavesAsOneWhatIsNot) {
  for (const char* text : {"甲", "1.甲", "甲\n1.乙\n2.丙", "1.甲\n3.乙", "2.甲\n1.乙", "1.5 倍\n2.5 倍",
                           "1、甲 2、乙", "1、窗口 2、3 号"})
    EXPECT_EQ(numbered_points(text).size(), 1U) << text;
  EXPECT_EQ(numbered_points(" 甲 "), Points{"甲"});
}

TEST(NumberedPoints, KeepsNumbersWithinAPoint) {
  EXPECT_EQ(numbered_points("1.到 2.5 倍。\n2.到 3. 层"), (Points{"到 2.5 倍。", "到 3. 层"}));
}

}  // namespace
}  // namespace gongshi
