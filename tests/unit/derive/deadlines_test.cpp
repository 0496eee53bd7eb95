// What became of a deadline, per item, per unit and per class.
#include "derive/deadlines.hpp"

#include <gtest/gtest.h>

#include "unit/derive/item_ledger.hpp"

namespace gongshi {
namespace {

using namespace testing;

constexpr const char* kThree =
    "class: by-deadline\ndeadline: 2026-06-30\nextensions:\n"
    "  - {to: 2026-08-31, date: 2026-07-20, by: d, reason: y}\n"
    "  - {to: 2026-12-31, date: 2026-06-22, by: d, reason: z, state: refused}\n"
    "  - {to: 2026-07-31, date: 2026-06-20, by: d, reason: x, state: granted}\n";

TEST(Deadlines, EveryChangeIsKept) {
  const Item item = item_of(kThree);
  const DeadlineHistory history = deadlines_of(item, *parse_date("2026-07-25"));
  EXPECT_EQ(history.original.text(), "2026-06-30");
  EXPECT_EQ(history.current.text(), "2026-08-31");
  EXPECT_EQ(history.granted, 2U);
  EXPECT_EQ(history.days_added, 62);
  ASSERT_EQ(history.changes.size(), 3U);
  EXPECT_EQ(history.changes[0].extension->reason, "x");
  EXPECT_EQ(history.changes[0].before.text(), "2026-06-30");
  EXPECT_EQ(history.changes[0].days_added, 31);
  EXPECT_FALSE(history.changes[1].granted);
  EXPECT_EQ(history.changes[1].before.text(), "2026-07-31");
  EXPECT_EQ(history.changes[1].days_added, std::nullopt);
  EXPECT_EQ(history.changes[2].before.text(), "2026-07-31");
  EXPECT_EQ(history.changes[2].days_added, 31);
}

TEST(Deadlines, AsOfTheDay) {
  const Item item = item_of(kThree);
  const DeadlineHistory history = deadlines_of(item, *parse_date("2026-06-21"));
  EXPECT_EQ(history.changes.size(), 1U);
  EXPECT_EQ(history.current.text(), "2026-07-31");
  EXPECT_EQ(history.current, state_on(kThree, "2026-06-21").current_deadline);
  EXPECT_EQ(deadlines_of(item, *parse_date("2026-06-19")).current.text(), "2026-06-30");
}

TEST(Deadlines, MonthsCountByTheirLastDay) {
  const Item item = item_of(
      "class: by-deadline\ndeadline: 2026-06\nextensions: [{to: 2026-07, date: 2026-06-01, by: d, reason: "
      "x}]\n");
  EXPECT_EQ(deadlines_of(item, *parse_date("2026-06-21")).days_added, 31);
}

TEST(Deadlines, WithoutTheFirstOneNothingIsAdded) {
  const Item item = item_of("extensions: [{to: 2026-07-31, date: 2026-06-01, by: d, reason: x}]\n");
  const DeadlineHistory history = deadlines_of(item, *parse_date("2026-06-21"));
  EXPECT_EQ(history.days_added, 0);
  EXPECT_EQ(history.changes[0].days_added, std::nullopt);
  EXPECT_EQ(history.granted, 1U);
}

TEST(Deadlines, PerUnitAndClass) {
  const Date as_of = *parse_date("2026-07-25");
  DeadlineTables tables;
  const Item extended = item_of(kThree);
  const Item kept = item_of("class: by-deadline\ndeadline: 2026-09-30\n");
  const Item without = item_of("class: stepwise\n");
  for (const Item* item : {&extended, &kept, &without}) add_deadlines(*item, as_of, tables);
  EXPECT_EQ(tables.all.with_deadline, 2U);
  EXPECT_EQ(tables.all.extended, 1U);
  EXPECT_EQ(tables.all.extensions, 2U);
  EXPECT_EQ(tables.all.days_added, 62);
  EXPECT_EQ(tables.by_class[static_cast<std::uint8_t>(ItemClass::by_deadline)].with_deadline, 2U);
  EXPECT_EQ(tables.by_class[static_cast<std::uint8_t>(ItemClass::stepwise)].with_deadline, 0U);
  EXPECT_EQ(tables.by_unit.at(extended.unit.id).days_added, 62);
}

TEST(Deadlines, ReportedInTime) {
  const std::string overdue = "class: by-deadline\ndeadline: 2026-06-10\n";
  const auto in_time = [&](const std::string& added, const char* as_of) {
    return state_on(overdue + added, as_of).reported_in_time;
  };
  EXPECT_TRUE(in_time("claimed: {date: 2026-06-10}\n", "2026-06-11"));
  EXPECT_FALSE(in_time("claimed: {date: 2026-06-11}\n", "2026-06-12"));
  EXPECT_FALSE(in_time("claimed: {date: 2026-06-10}\n", "2026-06-10"));  // not overdue yet
  EXPECT_FALSE(in_time("claimed: {date: 2026-06-01, extent: partial}\n", "2026-06-11"));
  EXPECT_FALSE(in_time("not_stated: [claimed.date]\nclaimed: {text: x}\n", "2026-06-11"));
  EXPECT_FALSE(
      in_time("claimed: {date: 2026-06-01}\nacceptance: {by: d, date: 2026-06-05, result: returned}\n",
              "2026-06-11"));
}

}  // namespace
}  // namespace gongshi
