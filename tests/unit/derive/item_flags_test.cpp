// The flags beside a status: overdue, stale, disputed, extended, partial, each to the day.
#include "derive/item_status.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/derive/item_ledger.hpp"

namespace gongshi {
namespace {

using namespace testing;

TEST(ItemFlags, OverdueOnTheDayAfterTheDeadline) {
  const std::string deadline = "deadline: 2026-06-30\n";
  const auto on = [&](const std::string& added, const char* as_of) {
    return words_of(state_on(deadline + added, as_of));
  };
  EXPECT_EQ(on("started: 2026-06-01\n", "2026-06-30"), "under-way");
  EXPECT_EQ(on("started: 2026-06-01\n", "2026-07-01"), "under-way overdue");
  EXPECT_EQ(on("", "2026-07-01"), "not-started overdue");
  EXPECT_EQ(on(kClaimed, "2026-07-01"), "claimed overdue");  // a claim does not stop the clock
  EXPECT_EQ(on(kAccepted, "2026-07-01"), "accepted");
  EXPECT_EQ(on(kNotice, "2026-07-01"), "notice-over");
  EXPECT_EQ(on(kClosed, "2026-07-01"), "closed");
  EXPECT_EQ(on("claimed: {date: 2026-06-01}\nacceptance: {by: d, date: 2026-06-05, result: returned}\n",
               "2026-07-01"),
            "returned overdue");
  EXPECT_EQ(
      on("closed: {date: 2026-06-15, by: d}\nreopened: [{date: 2026-06-20, reason: x}]\n", "2026-07-01"),
      "reopened overdue");
  EXPECT_EQ(words_of(state_on("started: 2026-06-01\ndeadline: 2026-06\n", "2026-06-30")), "under-way");
  EXPECT_EQ(words_of(state_on("started: 2026-06-01\ndeadline: 2026-06\n", "2026-07-01")),
            "under-way overdue");
}

TEST(ItemFlags, Extensions) {
  const auto with = [](const std::string& extensions, const char* as_of) {
    const ItemState state =
        state_on("started: 2026-06-01\ndeadline: 2026-06-30\nextensions: [" + extensions + "]\n", as_of);
    EXPECT_EQ(state.original_deadline.text(), "2026-06-30");
    return words_of(state) + " " + state.current_deadline.text();
  };
  const std::string asked = "{to: 2026-07-31, date: 2026-06-20, by: d, reason: x, state: asked}";
  const std::string refused = "{to: 2026-07-31, date: 2026-06-20, by: d, reason: x, state: refused}";
  const std::string granted = "{to: 2026-07-31, date: 2026-06-20, by: d, reason: x}";
  const std::string again = "{to: 2026-08-31, date: 2026-07-20, by: d, reason: x, state: granted}";
  EXPECT_EQ(with(asked, "2026-07-01"), "under-way overdue 2026-06-30");
  EXPECT_EQ(with(refused, "2026-07-01"), "under-way overdue 2026-06-30");
  EXPECT_EQ(with(granted, "2026-07-01"), "under-way extended 2026-07-31");
  EXPECT_EQ(with(granted, "2026-06-19"), "under-way 2026-06-30");
  EXPECT_EQ(with(granted, "2026-07-31"), "under-way extended 2026-07-31");
  EXPECT_EQ(with(granted + ", " + again, "2026-07-25"), "under-way extended 2026-08-31");
  EXPECT_EQ(with(granted + ", " + again, "2026-07-10"), "under-way extended 2026-07-31");
  EXPECT_EQ(with(granted + ", " + refused, "2026-07-10"), "under-way extended 2026-07-31");
}

TEST(ItemFlags, NoDeadline) {
  const ItemState state = state_on("started: 2026-06-01\n", "2026-06-02");
  EXPECT_FALSE(state.original_deadline.known());
  EXPECT_FALSE(state.current_deadline.known());
}

// The day it enters is day 1; by the end of day 15 it must have been started.
TEST(ItemFlags, ImmediateNotStarted) {
  expect_all({
      {"class: immediate\nraised: {date: 2026-06-01}\n", "2026-06-15", "not-started"},
      {"class: immediate\nraised: {date: 2026-06-01}\n", "2026-06-16", "not-started overdue"},
      {"class: immediate\nraised: {date: 2026-06-01}\nstarted: 2026-06-10\n", "2026-06-16", "under-way"},
      {"class: immediate\nraised: {date: 2026-06-01}\nstarted: 2026-06-17\n", "2026-06-16",
       "not-started overdue"},
      {"class: stepwise\nraised: {date: 2026-06-01}\n", "2026-06-16", "not-started"},
      // Without the day it was raised it enters on its earliest date, and with no date never.
      {"class: immediate\nresponse: {position: agrees, date: 2026-06-01}\n", "2026-06-15", "not-started"},
      {"class: immediate\nresponse: {position: agrees, date: 2026-06-01}\n", "2026-06-16",
       "not-started overdue"},
      {"class: immediate\n", "2026-06-16", "not-started"},
      // Raised at some day of June: the last one counts.
      {"class: immediate\nraised: {date: 2026-06}\n", "2026-07-14", "not-started"},
      {"class: immediate\nraised: {date: 2026-06}\n", "2026-07-15", "not-started overdue"},
  });
}

TEST(ItemFlags, Stale) {
  expect_all({
      {"started: 2026-01-01\n", "2026-03-01", "under-way"},  // 59 days later
      {"started: 2026-01-01\n", "2026-03-02", "under-way stale"},
      {"started: 2026-01-01\nprogress: [{date: 2026-03-01, text: x}]\n", "2026-03-03", "under-way"},
      {"started: 2026-01-01\nprogress: [{date: 2026-03-04, text: x}]\n", "2026-03-03", "under-way stale"},
      // A planned day is no entry.
      {"started: 2026-01-01\ndeadline: 2026-03-03\n", "2026-03-03", "under-way stale"},
      {"closed: {date: 2026-01-01, by: d}\n", "2026-12-31", "closed"},
      {kAccepted, "2026-12-31", "accepted stale"},
      {"", "2026-12-31", "not-started"},
  });
  Limits limits;
  limits.stale_days = 10;
  EXPECT_TRUE(
      state_of(item_of("started: 2026-01-01\n"), *parse_date("2026-01-12"), limits, {}).has(ItemFlag::stale));
}

Feedback feedback_of(const std::string& added) {
  Loaded<Feedback> loaded("title: 甲\nabout: items/a\n" + added);
  EXPECT_EQ(loaded.findings, Findings{}) << added;
  return std::move(loaded.record);
}

std::string with_feedback(const std::vector<std::string>& added, const char* as_of = "2026-06-20") {
  std::vector<Feedback> feedback;
  for (const std::string& one : added) feedback.push_back(feedback_of(one));
  std::vector<const Feedback*> about;
  for (const Feedback& one : feedback) about.push_back(&one);
  return words_of(state_of(item_of(kClosed), *parse_date(as_of), Limits{}, {about, {}}));
}

TEST(ItemFlags, Disputed) {
  const std::string objection = "kind: objection\nreceived: 2026-06-10\n";
  const std::string answered = objection + "status: answered\nreplied_on: 2026-06-12\n";
  EXPECT_EQ(with_feedback({objection + "status: received\n"}), "closed disputed");
  EXPECT_EQ(with_feedback({objection + "status: accepted\n"}), "closed disputed");
  EXPECT_EQ(with_feedback({objection + "status: assigned\n"}), "closed disputed");
  EXPECT_EQ(with_feedback({answered}), "closed");
  EXPECT_EQ(with_feedback({answered + "satisfied: true\n"}), "closed");
  EXPECT_EQ(with_feedback({answered + "satisfied: false\n"}), "closed disputed");
  EXPECT_EQ(with_feedback({answered + "satisfied: false\nrechecked: {by: d, date: 2026-06-15}\n"}), "closed");
  EXPECT_EQ(with_feedback({"kind: complaint\nreceived: 2026-06-10\nstatus: received\n"}), "closed");
  EXPECT_EQ(with_feedback({answered, objection + "status: received\n"}), "closed disputed");
  EXPECT_EQ(with_feedback(
                {objection + "status: received\nwithdrawn: {date: 2026-06-11, kind: error, reason: x}\n"}),
            "closed");
}

TEST(ItemFlags, DisputedAsOfTheDay) {
  const std::string answered =
      "kind: objection\nreceived: 2026-06-16\nstatus: answered\nreplied_on: 2026-06-18\nsatisfied: false\n"
      "rechecked: {by: d, date: 2026-06-20}\n";
  EXPECT_EQ(with_feedback({answered}, "2026-06-15"), "closed");
  EXPECT_EQ(with_feedback({answered}, "2026-06-16"), "closed disputed");
  EXPECT_EQ(with_feedback({answered}, "2026-06-19"), "closed disputed");
  EXPECT_EQ(with_feedback({answered}, "2026-06-20"), "closed");
}

}  // namespace
}  // namespace gongshi
