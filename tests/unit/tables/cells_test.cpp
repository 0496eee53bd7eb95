// Values as cells: lists in one cell, what the source does not state, and what is given as it was given.
#include "tables/cells.hpp"

#include <gtest/gtest.h>

#include "model/field_types.hpp"

namespace gongshi {
namespace {

template <class T>
Cell cell(const T& value) {
  return cell_of(value_type<T>(), &value);
}

TEST(Cells, AValueThatIsNotGivenIsMissing) {
  EXPECT_EQ(cell(std::string()).state, Cell::State::missing);
  EXPECT_EQ(cell(std::optional<std::int64_t>()).state, Cell::State::missing);
  EXPECT_EQ(cell(std::vector<Placed<std::string>>()).state, Cell::State::missing);
}

TEST(Cells, ZeroAndNoAreGiven) {
  EXPECT_EQ(cell(std::optional<std::int64_t>(0)).text, "0");
  EXPECT_EQ(cell(std::optional<bool>(false)).text, "false");
}

TEST(Cells, NumbersAndDatesAreAsWritten) {
  EXPECT_EQ(cell(Percent{{"97.0"}}).text, "97.0");
  EXPECT_EQ(cell(*parse_date("2026-05")).text, "2026-05");
}

TEST(Cells, AListIsOneCellAndItsSeparatorInAValueIsWide) {
  std::vector<Placed<std::string>> list;
  for (const char* value : {"甲", "乙;丙", "丁"}) list.push_back({value, {}});
  EXPECT_EQ(cell(list).text, "甲;乙；丙;丁");
}

TEST(Cells, WhatIsNotStatedCoversWhatIsWithinIt) {
  Record record;
  record.not_stated = {{"raised", {}}, {"整改措施.期限", {}}};
  EXPECT_TRUE(is_not_stated(record, "raised.date", "发现.日期"));
  EXPECT_TRUE(is_not_stated(record, "measures.due", "整改措施.期限"));
  EXPECT_FALSE(is_not_stated(record, "raisedby", "发现者"));
  EXPECT_FALSE(is_not_stated(record, "measures.done", "整改措施.完成"));
}

}  // namespace
}  // namespace gongshi
