// Bars: edges without gaps, nothing for nothing, one middle for every diverging bar.
#include "views/stacked_bar.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(StackedBar, PartsMeetAndFillTheBar) {
  EXPECT_EQ(
      stacked_bar({{"a", 1}, {"b", 0}, {"c", 2}}, "a 1 < c 2").markup,
      R"(<svg class="bar" width="100%" role="img" aria-label="a 1 &lt; c 2">)"
      R"(<svg class="part-a" x="0.00%" width="33.33%"><rect width="100%" height="100%"/></svg>)"
      R"(<svg class="part-c" x="33.33%" width="66.67%"><rect width="100%" height="100%"/></svg></svg>)");
}

TEST(StackedBar, NothingForNothing) {
  EXPECT_EQ(stacked_bar({{"a", 0}}, "").markup, "");
  EXPECT_EQ(scaled_bar({}, "", 7).markup, "");
  EXPECT_EQ(diverging_bar({}, 0, "").markup, "");
}

TEST(StackedBar, ScaledToALongerOne) {
  EXPECT_EQ(
      scaled_bar({{"a", 2}, {"b", 3}}, "", 10).markup,
      R"(<svg class="bar small" width="100%" role="img" aria-label="">)"
      R"(<svg class="part-a" x="0.00%" width="20.00%"><rect width="100%" height="100%"/></svg>)"
      R"(<svg class="part-b" x="20.00%" width="30.00%"><rect width="100%" height="100%"/></svg></svg>)");
}

TEST(StackedBar, TellsItsNumbersInWordsOnly) {  // the legend or the table beside it has them
  EXPECT_EQ(stacked_bar({{"a", 1}, {"b", 99}}, "").markup.find("<text"), std::string::npos);
}

TEST(StackedBar, TheMiddleStaysWhereItIs) {
  const auto left_edge = [](std::int64_t yes, std::int64_t no) {
    const std::string markup = diverging_bar({{"yes", yes}, {"no", no}}, 1, "").markup;
    const std::size_t at = markup.find("x=\"");
    return markup.substr(at + 3, markup.find('"', at + 3) - at - 3);
  };
  EXPECT_EQ(left_edge(1, 1), "25.00%");
  EXPECT_EQ(left_edge(1, 0), "0.00%");
  EXPECT_EQ(left_edge(0, 1), "50.00%");
  EXPECT_NE(diverging_bar({{"yes", 3}, {"no", 1}}, 1, "").markup.find(R"(class="part-no" x="50.00%")"),
            std::string::npos);
}

TEST(StackedBar, SharesAreRoundedHalfUp) {
  EXPECT_EQ(share_text(1, 3), "33.3 %");
  EXPECT_EQ(share_text(1, 800), "0.1 %");
  EXPECT_EQ(share_text(1, 2), "50.0 %");
}

}  // namespace
}  // namespace gongshi
