// Dates of three precisions: what is one, what is none, and what they are compared by.
#include "model/date.hpp"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

sys_days day(int y, unsigned m, unsigned d) {
  return year_month_day{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

TEST(Date, RoundTrip) {
  for (const char* text :
       {"2026-06-30", "2026-06", "2026", "0001", "0001-01-01", "9999-12-31", "2024-02-29"}) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_TRUE(date->known());
    EXPECT_EQ(date->text(), text);
    EXPECT_EQ(date->whole(), std::string(text).size() == 10);
  }
  EXPECT_EQ(Date{}.text(), "");
  EXPECT_FALSE(Date{}.known());
}

TEST(Date, WhatIsNone) {
  for (const char* text : {"",           "0000",       "0000-01-01", "2026-00",     "2026-13",
                           "2026-00-10", "2026-01-00", "2026-01-32", "2026-02-29",  "2026-02-30",
                           "2026-04-31", "1900-02-29", "2024-2-30",  "2026-6-3",    "2026/06/30",
                           "2026-06-3",  "20260630",   "26-06-30",   "2026-06-30 ", " 2026-06-30",
                           "+026-06-30", "-026",       "2026-0a",    "2026_06",     "2026-06_30",
                           "２０２６",   "2026年",     "10000",      "10000-01-01", "2026-06-30T00:00"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Date, LeapYears) {
  EXPECT_TRUE(parse_date("2000-02-29"));
  EXPECT_TRUE(parse_date("2024-02-29"));
  EXPECT_FALSE(parse_date("2100-02-29"));
  EXPECT_EQ(parse_date("2024-02")->last_day(), day(2024, 2, 29));
  EXPECT_EQ(parse_date("2026-02")->last_day(), day(2026, 2, 28));
}

TEST(Date, FirstAndLastDay) {
  EXPECT_EQ(parse_date("2026-05-10")->first_day(), day(2026, 5, 10));
  EXPECT_EQ(parse_date("2026-05-10")->last_day(), day(2026, 5, 10));
  EXPECT_EQ(parse_date("2026-05")->first_day(), day(2026, 5, 1));
  EXPECT_EQ(parse_date("2026-05")->last_day(), day(2026, 5, 31));
  EXPECT_EQ(parse_date("2026")->first_day(), day(2026, 1, 1));
  EXPECT_EQ(parse_date("2026")->last_day(), day(2026, 12, 31));
}

TEST(Date, OfADay) {
  for (const char* text : {"1970-01-01", "1969-12-31", "2026-06-30", "0001-01-01", "9999-12-31"}) {
    const Date date = *parse_date(text);
    EXPECT_EQ(date_of(date.last_day()), date);
  }
  // Every day of four centuries, there and back.
  for (sys_days d = day(1900, 1, 1); d < day(2300, 1, 1); d += std::chrono::days(1)) {
    const Date date = date_of(d);
    ASSERT_EQ(date.first_day(), d);
    ASSERT_EQ(parse_date(date.text()), date);
  }
}

}  // namespace
}  // namespace gongshi
