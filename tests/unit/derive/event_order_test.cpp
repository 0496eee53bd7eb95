// The table of what may follow what: each line of it holds of the state that is read off the dates, and
// what is in no line is found.
#include "derive/event_order.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "unit/derive/item_ledger.hpp"

namespace gongshi {
namespace {

using namespace testing;
using enum ItemStatus;

std::string date_on(int day) { return "2026-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day); }

/// The events of an item in the making, one a day.
class Story {
 public:
  Story& then(ItemEvent event) {
    ++m_day;
    const std::string date = "date: " + date_on(m_day);
    switch (event) {
      case ItemEvent::claim:
        m_lists["claimed"] += "{" + date + "}, ";
        break;
      case ItemEvent::claim_in_part:
        m_lists["claimed"] += "{" + date + ", extent: partial}, ";
        break;
      case ItemEvent::refuse:
        m_lists["inspections"] += "{by: d, " + date + ", result: returned}, ";
        break;
      case ItemEvent::accept:
      case ItemEvent::accept_part:
        m_lists["acceptance"] += "{by: d, " + date + ", result: accepted}, ";
        break;
      case ItemEvent::post:
      case ItemEvent::post_part:
        m_lists["notice"] += "{from: " + date_on(m_day) + ", to: " + date_on(m_day + 1) + "}, ";
        break;
      case ItemEvent::run_out:
        ++m_day;
        break;
      case ItemEvent::close:
        m_lists["closed"] += "{by: d, " + date + "}, ";
        break;
      case ItemEvent::close_otherwise:
        m_lists["closed"] += "{by: d, " + date + ", as: refused, reason: x}, ";
        break;
      case ItemEvent::reopen:
        m_lists["reopened"] += "{" + date + ", reason: x}, ";
        break;
    }
    return *this;
  }
  Story& started() {
    m_text += "started: " + date_on(++m_day) + "\n";
    return *this;
  }

  [[nodiscard]] std::string text() const {
    std::string text = m_text;
    for (const auto& [key, entries] : m_lists) text += key + ": [" + entries + "]\n";
    return text;
  }
  [[nodiscard]] ItemStatus status() const { return state_on(text(), date_on(m_day)).status; }
  [[nodiscard]] std::optional<OrderFault> fault() {
    m_item = item_of(text());
    m_events = events_of(m_item, {});
    return fault_of_order(m_events);
  }

 private:
  int m_day = 0;
  std::string m_text;
  std::map<std::string, std::string> m_lists;
  Item m_item;
  std::vector<OrderedEvent> m_events;
};

/// The shortest way to a status; to under way through a claim of a part where `in_part`.
Story way_to(ItemStatus status, bool in_part) {
  Story story;
  switch (status) {
    case not_started:
      return story;
    case under_way:
      return in_part ? story.then(ItemEvent::claim_in_part) : story.started();
    case claimed:
      return story.then(ItemEvent::claim);
    case accepted:
      return way_to(claimed, false).then(ItemEvent::accept);
    case in_notice:
      return way_to(accepted, false).then(ItemEvent::post);
    case notice_over:
      return way_to(in_notice, false).then(ItemEvent::run_out);
    case closed:
      return way_to(notice_over, false).then(ItemEvent::close);
    case returned:
      return way_to(claimed, false).then(ItemEvent::refuse);
    case reopened:
      return way_to(closed, false).then(ItemEvent::reopen);
  }
  return story;
}

std::string_view word_of(ItemStatus status) { return choices(status)[static_cast<std::size_t>(status)].key; }
std::string_view word_of(ItemEvent event) { return choices(event)[static_cast<std::size_t>(event)].key; }

bool is_about_a_part(ItemEvent event) {
  return event == ItemEvent::accept_part || event == ItemEvent::post_part || event == ItemEvent::refuse;
}

TEST(Transitions, EachLineHoldsOfTheStateReadOffTheDates) {
  for (const Transition& line : transitions()) {
    const bool in_part = line.from == under_way && is_about_a_part(line.event);
    Story story = way_to(line.from, in_part);
    if (line.event == ItemEvent::post_part) story.then(ItemEvent::accept);
    SCOPED_TRACE(std::string(word_of(line.from)) + " " + std::string(word_of(line.event)));
    EXPECT_EQ(word_of(story.status()), word_of(line.from));
    story.then(line.event);
    EXPECT_EQ(word_of(story.status()), word_of(line.to)) << story.text();
    EXPECT_FALSE(story.fault()) << story.text();
  }
}

TEST(Transitions, OneLineForEachStatusAndEvent) {
  for (const Transition& line : transitions()) EXPECT_EQ(status_after(line.from, line.event), line.to);
  std::map<std::pair<ItemStatus, ItemEvent>, int> lines;
  for (const Transition& line : transitions()) EXPECT_EQ(++lines[std::pair(line.from, line.event)], 1);
}

// What no line allows. Closing without what it rests on is told by check_closing, so it is no fault here.
TEST(Transitions, WhatIsInNoLineIsAFault) {
  using enum ItemEvent;
  const std::pair<ItemStatus, ItemEvent> kFaults[] = {
      {accepted, claim}, {in_notice, claim},    {closed, claim},    {returned, accept}, {reopened, accept},
      {closed, accept},  {not_started, post},   {claimed, post},    {returned, post},   {reopened, post},
      {closed, post},    {closed, refuse},      {closed, close},    {returned, close},  {not_started, reopen},
      {claimed, reopen}, {notice_over, reopen}, {reopened, reopen},
  };
  for (const auto& [from, event] : kFaults) {
    SCOPED_TRACE(std::string(word_of(from)) + " " + std::string(word_of(event)));
    EXPECT_FALSE(status_after(from, event));
    Story story = way_to(from, false).then(event);
    const auto fault = story.fault();
    ASSERT_TRUE(fault) << story.text();
    EXPECT_EQ(word_of(fault->event->event), word_of(event));
  }
}

bool is_in_order(const std::string& text) {
  const Item item = item_of(text);
  return !fault_of_order(events_of(item, {}));
}

TEST(FaultOfOrder, RoundsKeepEveryVerdict) {
  EXPECT_TRUE(
      is_in_order("claimed: [{date: 2026-01-10}, {date: 2026-03-10}, {date: 2026-05-10}]\n"
                  "acceptance: [{by: d, date: 2026-02-10, result: returned}, {by: d, date: 2026-03-12, "
                  "result: accepted},\n"
                  "  {by: d, date: 2026-05-12, result: accepted}]\n"
                  "notice: [{from: 2026-03-13, to: 2026-03-20}, {from: 2026-05-13, to: 2026-05-20}]\n"
                  "closed: [{date: 2026-03-21, by: d}, {date: 2026-05-21, by: d}]\n"
                  "reopened: [{date: 2026-04-10, reason: x}]\n"));
}

TEST(FaultOfOrder, OfOneDayOrOverlappingMonthsAnyOrderWillDo) {
  EXPECT_TRUE(
      is_in_order("claimed: {date: 2026-06-05}\nacceptance: {by: d, date: 2026-06-05, result: accepted}\n"
                  "notice: {from: 2026-06-05, to: 2026-06-12}\n"));
  EXPECT_TRUE(
      is_in_order("claimed: {date: 2026-06}\nacceptance: {by: d, date: 2026-06-05, result: accepted}\n"
                  "notice: {from: 2026-06-08, to: 2026-06-12}\n"));
  // Claimed, returned, claimed again and accepted, all within one month.
  EXPECT_TRUE(
      is_in_order("claimed: [{date: 2026-06-05}, {date: 2026-06}]\nacceptance: [{by: d, date: 2026-06, "
                  "result: returned}, {by: d, date: 2026-06, result: accepted}]\n"));
  EXPECT_FALSE(
      is_in_order("claimed: {date: 2026-06-05}\nacceptance: [{by: d, date: 2026-06-10, result: returned}, "
                  "{by: d, date: 2026-07, result: accepted}]\n"));
}

TEST(FaultOfOrder, WhatHasNoDate) {
  EXPECT_TRUE(
      is_in_order("not_stated: [claimed.date]\nclaimed: {text: x}\n"
                  "acceptance: {by: d, date: 2026-06-05, result: accepted}\n"));
  EXPECT_TRUE(
      is_in_order("not_stated: [acceptance.date]\nclaimed: {date: 2026-06-05}\n"
                  "acceptance: {by: d, result: accepted}\n"));
}

TEST(FaultOfOrder, ClosedOtherwiseNeedsNoAcceptanceBeforeItsNotice) {
  EXPECT_TRUE(
      is_in_order("notice: {from: 2026-06-08, to: 2026-06-12}\n"
                  "closed: {date: 2026-06-15, by: d, as: unfounded, reason: x}\n"));
  EXPECT_FALSE(
      is_in_order("notice: {from: 2026-06-08, to: 2026-06-12}\nclosed: {date: 2026-06-15, by: d}\n"));
}

TEST(FaultOfOrder, ARefusalOfWhatNobodyClaimedSaysNothing) {
  EXPECT_TRUE(
      is_in_order("inspections: [{date: 2026-05-01, by: d, result: returned}]\nclaimed: {date: "
                  "2026-06-05}\nacceptance: {by: d, date: 2026-06-06, result: accepted}\n"));
}

TEST(FaultOfOrder, TakenUpCountsAsReopened) {
  const Item item = item_of(kClosed);
  EXPECT_FALSE(fault_of_order(events_of(item, {{ItemEvent::reopen, *parse_date("2026-06-16"), {}}})));
  EXPECT_TRUE(fault_of_order(events_of(item, {{ItemEvent::reopen, *parse_date("2026-06-14"), {}}})));
}

}  // namespace
}  // namespace gongshi
