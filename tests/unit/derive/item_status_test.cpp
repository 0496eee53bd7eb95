// The ledger: every status, and what moves an item from one to the next.
#include "derive/item_status.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/derive/item_ledger.hpp"

namespace gongshi {
namespace {

using namespace testing;

TEST(ItemStatus, EachOne) {
  expect_all({
      {"", "2026-06-20", "not-started"},
      {"raised: {date: 2026-06-01}\n", "2026-06-20", "not-started"},
      {"started: 2026-06-01\n", "2026-06-20", "under-way"},
      {"progress: [{date: 2026-06-01, text: x}]\n", "2026-06-20", "under-way"},
      {kClaimed, "2026-06-20", "claimed"},
      {kAccepted, "2026-06-20", "accepted"},
      {kNotice, "2026-06-10", "in-notice"},
      {kNotice, "2026-06-20", "notice-over"},
      {kClosed, "2026-06-20", "closed"},
      {"claimed: {date: 2026-06-01}\nacceptance: {by: d, date: 2026-06-05, result: returned}\n", "2026-06-20",
       "returned"},
      {"closed: {date: 2026-06-15, by: d}\nreopened: [{date: 2026-06-18, reason: x}]\n", "2026-06-20",
       "reopened"},
  });
}

TEST(ItemStatus, UnderWayByAMeasure) {
  const auto state = [](const std::string& measure) {
    Loaded<Item> loaded(
        "title: 甲\nproblem: 乙\norigin: audit\nclass: stepwise\nunit: a\nlead: x\nmeasures: [" + measure +
        "]\n");
    EXPECT_EQ(loaded.findings, Findings{});
    return words_of(state_of(loaded.record, *parse_date("2026-06-20"), Limits{}, {}));
  };
  EXPECT_EQ(state("{text: x, done: 2026-06-01}"), "under-way");
  EXPECT_EQ(state("{text: x, stage: on-agenda}"), "under-way");
  EXPECT_EQ(state("{text: x, due: 2026-06-01}"), "not-started");
  EXPECT_EQ(state("{text: x, done: 2026-06-21}"), "not-started");
}

TEST(ItemStatus, NothingHappensBeforeItsDay) {
  expect_all({
      {kClosed, "2026-05-31", "not-started"},
      {kClosed, "2026-06-01", "claimed"},
      {kClosed, "2026-06-04", "claimed"},
      {kClosed, "2026-06-05", "accepted"},
      {kClosed, "2026-06-07", "accepted"},
      {kClosed, "2026-06-08", "in-notice"},
      {kClosed, "2026-06-12", "in-notice"},
      {kClosed, "2026-06-13", "notice-over"},
      {kClosed, "2026-06-14", "notice-over"},
      {kClosed, "2026-06-15", "closed"},
      {"started: 2026-06-10\n", "2026-06-09", "not-started"},
      {"progress: [{date: 2026-06-10, text: x}]\n", "2026-06-09", "not-started"},
  });
}

constexpr const char* kRounds =
    "claimed: [{date: 2026-01-10}, {date: 2026-03-10}]\n"
    "acceptance:\n"
    "  - {by: d, date: 2026-02-10, result: returned}\n"
    "  - {by: d, date: 2026-04-10, result: accepted}\n";

TEST(ItemStatus, RoundsAreNeverOverwritten) {
  expect_all({
      {kRounds, "2026-01-31", "claimed"},
      {kRounds, "2026-02-28", "returned"},
      {kRounds, "2026-03-09", "returned"},
      {kRounds, "2026-03-10", "claimed"},
      {kRounds, "2026-04-10", "accepted"},
      {"claimed: {date: 2026-01-10}\ninspections: [{date: 2026-01-20, by: d, result: returned}]\n",
       "2026-01-31", "returned"},
      {"claimed: {date: 2026-01-10}\ninspections: [{date: 2026-01-20, by: d, result: passed}]\n",
       "2026-01-31", "claimed"},
      {"claimed: {date: 2026-01-10}\ninspections: [{date: 2026-01-05, by: d, result: returned}]\n",
       "2026-01-31", "claimed"},
      {"started: 2026-01-10\ninspections: [{date: 2026-01-20, by: d, result: returned}]\n", "2026-01-31",
       "under-way"},
  });
}

// Returned lasts until a newer claim: an acceptance alone does not lift it.
TEST(ItemStatus, AcceptanceAfterARefusalNeedsANewClaim) {
  expect_all({
      {"claimed: {date: 2026-01-10}\nacceptance:\n  - {by: d, date: 2026-01-20, result: returned}\n"
       "  - {by: d, date: 2026-01-25, result: accepted}\n",
       "2026-01-31", "returned"},
      {"claimed: {date: 2026-01-10}\nacceptance: {by: d, date: 2026-01-15, result: accepted}\n"
       "inspections: [{date: 2026-01-20, by: d, result: returned}]\n",
       "2026-01-31", "returned"},
  });
}

constexpr const char* kReopened =
    "claimed: [{date: 2026-01-10}, {date: 2026-03-10}]\n"
    "acceptance:\n"
    "  - {by: d, date: 2026-01-12, result: accepted}\n"
    "  - {by: d, date: 2026-03-12, result: accepted}\n"
    "notice: [{from: 2026-01-13, to: 2026-01-20}, {from: 2026-03-13, to: 2026-03-20}]\n"
    "closed: [{date: 2026-01-21, by: d}, {date: 2026-03-21, by: d}]\n"
    "reopened: [{date: 2026-02-10, reason: x}]\n";

TEST(ItemStatus, ReopenedUntilANewerClaim) {
  expect_all({
      {kReopened, "2026-01-31", "closed"},
      {kReopened, "2026-02-10", "reopened"},
      {kReopened, "2026-03-09", "reopened"},
      {kReopened, "2026-03-10", "claimed"},
      {kReopened, "2026-03-12", "accepted"},
      {kReopened, "2026-03-13", "in-notice"},
      {kReopened, "2026-03-31", "closed"},
      {"closed: {date: 2026-01-21, by: d}\nreopened: [{date: 2026-01-21, reason: x}]\n", "2026-01-31",
       "reopened"},
      {"closed: {date: 2026-01-21, by: d}\nreopened: [{date: 2026-02-01, reason: x}]\n"
       "claimed: {date: 2026-02-10, extent: partial}\n",
       "2026-02-28", "under-way partial"},
  });
}

TEST(ItemStatus, ClaimOfAPart) {
  expect_all({
      {"claimed: {date: 2026-01-10, extent: partial}\n", "2026-01-31", "under-way partial"},
      {"claimed: {date: 2026-01-10, extent: staged}\n", "2026-01-31", "under-way partial"},
      {"claimed: {date: 2026-01-10, extent: full}\n", "2026-01-31", "claimed"},
      {"claimed: [{date: 2026-01-10, extent: partial}, {date: 2026-01-20}]\n", "2026-01-15",
       "under-way partial"},
      {"claimed: [{date: 2026-01-10, extent: partial}, {date: 2026-01-20}]\n", "2026-01-31", "claimed"},
      // What was not claimed cannot have been accepted.
      {"claimed: {date: 2026-01-10, extent: partial}\nacceptance: {by: d, date: 2026-01-20, result: "
       "accepted}\n",
       "2026-01-31", "under-way partial"},
      {"claimed: {date: 2026-01-10, extent: partial}\nacceptance: {by: d, date: 2026-01-20, result: "
       "accepted}\n"
       "notice: {from: 2026-01-21, to: 2026-01-28}\n",
       "2026-01-31", "under-way partial"},
  });
}

TEST(ItemStatus, AcceptanceWithoutAClaimCounts) {
  expect_all({{"acceptance: {by: d, date: 2026-01-20, result: accepted}\n", "2026-01-31", "accepted"}});
}

TEST(ItemStatus, UndatedEventsHaveHappened) {
  expect_all({
      {"not_stated: [claimed.date]\nclaimed: {text: x}\n", "2026-01-31", "claimed"},
      // A refusal without a date counts against the latest claim.
      {"not_stated: [acceptance.date]\nclaimed: [{date: 2026-01-10}, {date: 2026-03-10}]\n"
       "acceptance: {by: d, result: returned}\n",
       "2026-03-31", "returned"},
      {"not_stated: [acceptance.date]\nclaimed: {date: 2026-01-10}\nacceptance: {by: d, result: accepted}\n",
       "2026-01-31", "accepted"},
      {"not_stated: [claimed.date]\nclaimed: {text: x}\nacceptance: {by: d, date: 2026-01-20, result: "
       "returned}\n",
       "2026-01-31", "returned"},
  });
}

TEST(ItemStatus, NoticeWithoutAnEndStaysOpen) {
  const std::string open = std::string(kAccepted) + "notice: {from: 2026-06-08}\n";
  expect_all({{open.c_str(), "2026-06-10", "in-notice"}, {open.c_str(), "2026-08-01", "in-notice"}});
}

TEST(ItemStatus, NoticeNeedsAnAcceptance) {
  expect_all({
      {"notice: {from: 2026-06-01, to: 2026-06-30}\n", "2026-06-20", "not-started"},
      {"acceptance: {by: d, date: 2026-06-05, result: accepted}\nnotice: {from: 2026-06-05, to: "
       "2026-06-05}\n",
       "2026-06-05", "in-notice"},
  });
}

// They have happened once their month has begun, and are compared by their last day.
TEST(ItemStatus, DatesKnownToTheMonth) {
  expect_all({
      {"claimed: {date: 2026-06}\n", "2026-05-31", "not-started"},
      {"claimed: {date: 2026-06}\n", "2026-06-01", "claimed"},
      {"claimed: {date: 2026}\n", "2026-01-01", "claimed"},
      {"claimed: {date: 2026-06}\nacceptance: {by: d, date: 2026-06-10, result: accepted}\n", "2026-06-20",
       "claimed"},
      {"claimed: {date: 2026-06}\nacceptance: {by: d, date: 2026-06-30, result: returned}\n", "2026-06-30",
       "returned"},
      {"claimed: {date: 2026-07}\nacceptance: {by: d, date: 2026-06-10, result: returned}\n", "2026-07-20",
       "claimed"},
      {"acceptance: {by: d, date: 2026-06, result: accepted}\nnotice: {from: 2026-06-10, to: 2026-06-15}\n",
       "2026-06-12", "in-notice"},
      {"acceptance: {by: d, date: 2026-06-01, result: accepted}\nnotice: {from: 2026-06, to: 2026-06}\n",
       "2026-06-30", "in-notice"},
      {"acceptance: {by: d, date: 2026-06-01, result: accepted}\nnotice: {from: 2026-06, to: 2026-06}\n",
       "2026-07-01", "notice-over"},
      {"closed: {date: 2026-06, by: d}\nreopened: [{date: 2026-06-10, reason: x}]\n", "2026-06-20", "closed"},
  });
}

TEST(ItemState, HowItLeft) {
  using Left = ItemState::Left;
  EXPECT_EQ(state_on("", "2026-06-20").left, Left::no);
  EXPECT_EQ(state_on("merged_into: {item: b, date: 2026-06-01, reason: x}\n", "2026-06-20").left,
            Left::merged);
  EXPECT_EQ(state_on("split_into: {items: [b, c], date: 2026-06-01, reason: x}\n", "2026-06-20").left,
            Left::split);
  EXPECT_EQ(state_on("withdrawn: {date: 2026-06-01, kind: error, reason: x}\n", "2026-06-20").left,
            Left::withdrawn);
}

TEST(ItemState, FlagsComeInOneOrder) {
  EXPECT_EQ(words_of(state_on("started: 2026-01-01\nclaimed: {date: 2026-01-02, extent: partial}\n"
                              "deadline: 2026-01-31\n"
                              "extensions: [{to: 2026-02-28, date: 2026-01-20, by: d, reason: x}]\n",
                              "2026-06-20")),
            "under-way overdue stale extended partial");
}

TEST(ItemState, EveryStatusAndFlagHasItsWord) {
  EXPECT_EQ(choices(ItemStatus{}).size(), static_cast<std::size_t>(ItemStatus::reopened) + 1);
  EXPECT_EQ(choices(ItemFlag{}).size(), static_cast<std::size_t>(ItemFlag::partial) + 1);
}

}  // namespace
}  // namespace gongshi
