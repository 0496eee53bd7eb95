#include "sheets/written_date.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(WrittenDate, ReadsWhatCanBeReadInOneWay) {
  for (const char* text :
       {"2025.6.30", "2025/6/30", "2025-6-30", "2025年6月30日", "2025年06月30日", "2025年6月30"})
    EXPECT_EQ(written_date(text), "2025-06-30") << text;
  EXPECT_EQ(written_date("2025年6月"), "2025-06");
  EXPECT_EQ(written_date("2025.6"), "2025-06");
}

TEST(WrittenDate, RefusesTheRest) {
  for (const char* text :
       {"", "25.6.30", "6月30日", "2025", "2025.6.31", "2025.13.1", "2025.6.30（待定）", "2025.6.30.",
        "2025.6.30 8:00", "2025.006.30", "2025.6.30.1", "30/6/2025", "2025 6 30"})
    EXPECT_EQ(written_date(text), std::nullopt) << text;
}

}  // namespace
}  // namespace gongshi
