// Working days, with days off and make-up workdays.
#include "derive/working_days.hpp"

#include <gtest/gtest.h>

#include "unit/model/loaded.hpp"

namespace gongshi {
namespace {

using testing::Loaded;

std::chrono::sys_days day(const char* text) { return parse_date(text)->first_day(); }

// In 2026 the 1st of June is a Monday.
TEST(WorkingDays, MondayToFriday) {
  const WorkingDays days;
  EXPECT_EQ(days.count(day("2026-06-01"), day("2026-06-05")), 5);
  EXPECT_EQ(days.count(day("2026-06-01"), day("2026-06-07")), 5);
  EXPECT_EQ(days.count(day("2026-06-05"), day("2026-06-08")), 2);
  EXPECT_EQ(days.count(day("2026-06-06"), day("2026-06-07")), 0);
  EXPECT_EQ(days.count(day("2026-06-02"), day("2026-06-01")), 0);
  EXPECT_TRUE(days.lacks(2026));
}

TEST(WorkingDays, DaysOffAndMakeUpWorkdays) {
  Loaded<Holiday> loaded("title: 放假\ndays_off: [2026-06-03, 2026-06-06]\nworkdays: [2026-06-07]\n");
  WorkingDays days;
  days.add(loaded.record);
  EXPECT_FALSE(days.is_working(day("2026-06-03")));
  EXPECT_FALSE(days.is_working(day("2026-06-06")));
  EXPECT_TRUE(days.is_working(day("2026-06-07")));
  EXPECT_EQ(days.count(day("2026-06-01"), day("2026-06-07")), 5);
  EXPECT_FALSE(days.lacks(2026));
  EXPECT_TRUE(days.lacks(2027));
}

TEST(WorkingDays, AnAgeIsNotCountedOut) {
  EXPECT_EQ(WorkingDays().count(day("0001-01-01"), day("9999-12-31")), 5230);
}

}  // namespace
}  // namespace gongshi
