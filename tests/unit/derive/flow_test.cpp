// The flow of the ledger: each term by an example, and the sum over random histories, held against a
// count of what is open day by day that asks the status function and knows no terms.
#include "derive/flow.hpp"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "unit/derive/item_ledger.hpp"

namespace gongshi {
namespace {

using namespace testing;
using std::chrono::days;
using std::chrono::sys_days;

sys_days on(const char* date) { return parse_date(date)->last_day(); }
bool sees_public(std::string_view scope) { return scope == "public"; }

ItemHistory history(const std::string& added, const LedgerTies& ties = {}) {
  static std::vector<std::unique_ptr<Item>> kept;  // histories name the units of their items
  kept.push_back(std::make_unique<Item>(item_of(added)));
  return history_of(*kept.back(), *parse_date("2026-06-30"), ties, sees_public);
}

// Steps as `2026-05-01 new a/stepwise, 2026-06-01 closed`: the place where it changed.
std::string in_words(const ItemHistory& steps) {
  std::string words;
  std::string last;
  for (const LedgerStep& step : steps) {
    const Choice<ItemClass>& its_class = step.after.item_class;
    std::string place = std::string(step.after.unit) + "/" +
                        (its_class.given() ? std::string(choices(ItemClass{})[its_class.index].key) : "?") +
                        (step.after.seen ? "" : " unseen");
    words += (words.empty() ? "" : ", ") + date_of(step.day).text() + " " +
             std::string(choices(step.term)[static_cast<std::size_t>(step.term)].key) +
             (place == last ? "" : " " + place);
    last = place;
  }
  return words;
}

std::string in_words(const FlowFigures& figures) {
  std::string words = std::to_string(figures.opening);
  for (std::size_t i = 0; i < kFlowTerms; ++i) {
    const auto term = static_cast<FlowTerm>(i);
    if (figures[term] == 0) continue;
    words += (adds(term) ? " + " : " - ") + std::to_string(figures[term]) + " " +
             std::string(choices(term)[i].key);
  }
  return words + " = " + std::to_string(figures.closing);
}

TEST(History, EntersWhenRaisedElseOnItsEarliestDay) {
  EXPECT_EQ(in_words(history("raised: {date: 2026-05-08}\nstarted: 2026-05-01\n")),
            "2026-05-08 new a/stepwise");
  EXPECT_EQ(in_words(history("started: 2026-05-10\n")), "2026-05-10 new a/stepwise");
  EXPECT_EQ(in_words(history("raised: {date: 2026-05}\n")), "2026-05-31 new a/stepwise");
  EXPECT_EQ(in_words(history("raised: {date: 2026}\n")), "2026-06-30 new a/stepwise");
  EXPECT_EQ(in_words(history("raised: {date: 2026-07-01}\n")), "");
  EXPECT_EQ(in_words(history("")), "");
}

TEST(History, ClosesAndReopens) {
  const std::string raised = "raised: {date: 2026-05-08}\n";
  EXPECT_EQ(in_words(history(raised + kClosed)), "2026-05-08 new a/stepwise, 2026-06-15 closed");
  EXPECT_EQ(in_words(history(raised + kClosed + "reopened: [{date: 2026-06-15, reason: x}]\n")),
            "2026-05-08 new a/stepwise, 2026-06-15 closed, 2026-06-15 reopened");
  EXPECT_EQ(in_words(history(raised + kClosed, {{*parse_date("2026-06-20")}, {}})),
            "2026-05-08 new a/stepwise, 2026-06-15 closed, 2026-06-20 reopened");
  EXPECT_EQ(
      in_words(history(raised + kClosed + "inspections: [{date: 2026-06-18, by: d, result: returned}]\n")),
      "2026-05-08 new a/stepwise, 2026-06-15 closed, 2026-06-18 reopened");
  EXPECT_EQ(in_words(history(raised + "reopened: [{date: 2026-06-15, reason: x}]\n")),
            "2026-05-08 new a/stepwise");
  EXPECT_EQ(in_words(history(raised + "claimed: {date: 2026-05-10}\n"
                                      "acceptance: {by: d, date: 2026-05-11, result: returned}\n"
                                      "closed: {date: 2026-06-15, by: d}\n")),
            "2026-05-08 new a/stepwise");
}

TEST(History, WhatIsDatedBeforeItEnteredHappensThen) {
  EXPECT_EQ(in_words(history("raised: {date: 2026-06-20}\nclosed: {date: 2026-06-15, by: d}\n")),
            "2026-06-20 new a/stepwise, 2026-06-20 closed");
}

TEST(History, Moves) {
  const std::string raised = "raised: {date: 2026-05-08}\nmoves:\n";
  EXPECT_EQ(
      in_words(history(raised + "- {date: 2026-05-20, field: unit, from: b, to: a, reason: x, by: d}\n")),
      "2026-05-08 new b/stepwise, 2026-05-20 moved_in a/stepwise");
  EXPECT_EQ(
      in_words(history(raised +
                       "- {date: 2026-06-02, field: class, from: 限期整改, to: stepwise, reason: x, by: d}\n"
                       "- {date: 2026-05-20, field: unit, from: b, to: a, reason: x, by: d}\n")),
      "2026-05-08 new b/by-deadline, 2026-05-20 moved_in a/by-deadline, 2026-06-02 moved_in a/stepwise");
  EXPECT_EQ(in_words(history(
                raised + "- {date: 2026-05-20, field: scope, from: unit, to: public, reason: x, by: d}\n")),
            "2026-05-08 new a/stepwise unseen, 2026-05-20 moved_in a/stepwise");
  EXPECT_EQ(
      in_words(history(raised + "- {date: 2026-07-20, field: unit, from: b, to: a, reason: x, by: d}\n")),
      "2026-05-08 new b/stepwise");
}

TEST(History, LeavesAndSplits) {
  const std::string raised = "raised: {date: 2026-05-08}\n";
  EXPECT_EQ(in_words(history(raised + "merged_into: {item: z, date: 2026-05-20, reason: x}\n")),
            "2026-05-08 new a/stepwise, 2026-05-20 merged_out");
  EXPECT_EQ(in_words(history(raised + "split_into: {items: [z], date: 2026-05-20, reason: x}\n" + kClosed)),
            "2026-05-08 new a/stepwise, 2026-05-20 split_out");
  EXPECT_EQ(in_words(history(raised + "withdrawn: {date: 2026-05-20, kind: error, reason: x, by: d}\n")),
            "2026-05-08 new a/stepwise, 2026-05-20 withdrawn");
  EXPECT_EQ(in_words(history(raised, {{}, *parse_date("2026-05-20")})), "2026-05-20 split_in a/stepwise");
}

TEST(Flow, EachTermOfASum) {
  const std::string raised = "raised: {date: 2026-05-08}\n";
  const std::vector<ItemHistory> all = {
      history(raised + kClosed),
      history(raised + kClosed + "reopened: [{date: 2026-06-15, reason: x}]\n"),
      history(raised + "merged_into: {item: z, date: 2026-06-20, reason: x}\n"),
      history(raised + "split_into: {items: [z], date: 2026-06-20, reason: x}\n"),
      history(raised + "withdrawn: {date: 2026-06-20, kind: error, reason: x, by: d}\n"),
      history("raised: {date: 2026-06-01}\n", {{}, *parse_date("2026-06-20")}),
      history("raised: {date: 2026-06-01}\n"),
      history(raised + "moves: [{date: 2026-06-03, field: unit, from: b, to: a, reason: x, by: d}]\n"),
      history(raised +
              "moves: [{date: 2026-06-03, field: scope, from: unit, to: public, reason: x, by: d}]\n")};
  const auto june = [&](const FlowSlice& slice) {
    return in_words(flow(all, on("2026-05-31"), on("2026-06-30"), slice));
  };
  EXPECT_EQ(june({}),
            "6 + 1 new + 1 reopened + 1 split_in + 1 moved_in - 2 closed - 1 merged_out - 1 split_out - 1 "
            "withdrawn = 5");
  EXPECT_EQ(june({"a", {}}),
            "5 + 1 new + 1 reopened + 1 split_in + 2 moved_in - 2 closed - 1 merged_out - 1 split_out - 1 "
            "withdrawn = 5");
  EXPECT_EQ(june({"b", {}}), "1 - 1 moved_out = 0");
  EXPECT_EQ(june({"z", {}}), "0 = 0");
  const FlowFigures figures = flow(all, on("2026-05-31"), on("2026-06-30"), {});
  EXPECT_EQ(figures.closed_items, 2);
  EXPECT_EQ(figures.closed_stock, 1);
}

TEST(Flow, ClosedTwiceIsTwoClosuresOfOneItem) {
  const std::vector<ItemHistory> one = {
      history("raised: {date: 2026-06-01}\nclosed: [{date: 2026-06-10, by: d}, {date: 2026-06-20, by: d}]\n"
              "reopened: [{date: 2026-06-15, reason: x}]\n")};
  const FlowFigures june = flow(one, on("2026-05-31"), on("2026-06-30"), {});
  EXPECT_EQ(in_words(june), "0 + 1 new + 1 reopened - 2 closed = 0");
  EXPECT_EQ(june.closed_items, 1);
}

// ---- random histories ----

Date plus(sys_days first, int day) { return date_of(first + days(day)); }
constexpr int kDays = 120;
const sys_days kFirst = parse_date("2026-01-01")->last_day();
const char* const kUnitIds[] = {"a", "b", "c"};

/// An item whose days fall anywhere, in an order that may well be forbidden.
struct RandomItem {
  Item item;
  LedgerTies ties;

  explicit RandomItem(std::mt19937& random) : m_random(random) {
    item.unit.id = kUnitIds[below(3)];
    item.item_class = static_cast<ItemClass>(below(3));
    if (below(4) != 0) item.raised.make().date = some_day();
    item.started = below(8) == 0 ? Date{} : some_day();
    for (int i = below(3); i > 0; --i) item.claimed.emplace_back().date = some_day();
    for (int i = below(3); i > 0; --i) item.closed.emplace_back().date = some_day();
    for (int i = below(3); i > 0; --i) item.reopened.emplace_back().date = some_day();
    if (below(4) == 0) {
      Inspection& inspection = item.inspections.emplace_back();
      inspection.date = some_day();
      inspection.result = InspectionResult::returned;
    }
    for (int i = below(3); i > 0; --i) add_move();
    if (below(8) == 0) item.merged_into.make().date = some_day();
    if (below(8) == 0) item.split_into.make().date = some_day();
    if (below(8) == 0) item.withdrawn.make().date = some_day();
    if (below(6) == 0) ties.taken_up.push_back(some_day());
    if (below(6) == 0) ties.split_off = some_day();
  }

 private:
  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
  Date some_day() { return plus(kFirst, below(kDays)); }
  void add_move() {
    Move& move = item.moves.emplace_back();
    move.date = some_day();
    move.field = static_cast<MovedField>(below(3));
    move.from.id = move.field == MovedField::unit ? kUnitIds[below(3)]
                   : move.field == MovedField::item_class
                       ? std::string(choices(ItemClass{})[static_cast<std::size_t>(below(3))].key)
                   : below(2) == 0 ? "public"
                                   : "internal";
  }
  std::mt19937& m_random;
};

// What the record says by itself: closed or not by the status function, entered, left.
bool is_open_on(const RandomItem& random, sys_days day, Date entry) {
  const auto before = [&](const Date& date) { return date.last_day() <= day; };
  if (!before(entry)) return false;
  const Item& item = random.item;
  if ((item.merged_into && before(item.merged_into->date)) ||
      (item.split_into && before(item.split_into->date)) || (item.withdrawn && before(item.withdrawn->date)))
    return false;
  const Surroundings around{{}, random.ties.taken_up};
  return state_of(item, date_of(day), Limits{}, around).status != ItemStatus::closed;
}

std::optional<Date> entry_of(const RandomItem& random) {
  if (random.ties.split_off) return random.ties.split_off;
  return entered_on(random.item, plus(kFirst, kDays));
}

TEST(Flow, ReconcilesOverRandomHistories) {
  std::mt19937 random(20260630);
  std::vector<std::unique_ptr<RandomItem>> items;
  std::vector<ItemHistory> histories;
  for (int i = 0; i < 400; ++i) {
    items.push_back(std::make_unique<RandomItem>(random));
    histories.push_back(history_of(items.back()->item, plus(kFirst, kDays), items.back()->ties, sees_public));
  }
  std::vector<FlowSlice> slices = {{}};
  for (const char* unit : kUnitIds) slices.push_back({unit, {}});
  for (std::uint8_t c = 0; c < 3; ++c) slices.push_back({{}, c});
  for (const char* unit : kUnitIds) {
    for (std::uint8_t c = 0; c < 3; ++c) slices.push_back({unit, c});
  }
  std::uniform_int_distribution<int> step(1, 9);
  std::vector<sys_days> cuts = {kFirst - days(1)};
  while (cuts.back() < kFirst + days(kDays)) cuts.push_back(cuts.back() + days(step(random)));
  const FlowTable table = flows(histories, cuts);

  for (std::size_t p = 0; p + 1 < cuts.size(); ++p) {
    std::int64_t in = 0;
    std::int64_t out = 0;
    for (const FlowSlice& slice : slices) {
      const FlowFigures& figures = table.at(slice)[p];
      EXPECT_EQ(figures.reckoned(), figures.closing) << p;
      if (p > 0) {
        EXPECT_EQ(figures.opening, table.at(slice)[p - 1].closing);
      }
      if (p % 5 == 0) {
        EXPECT_EQ(in_words(flow(histories, cuts[p], cuts[p + 1], slice)), in_words(figures));
      }
      if (slice.unit && !slice.item_class) {
        in += figures[FlowTerm::moved_in];
        out += figures[FlowTerm::moved_out];
      }
    }
    // What moved in and out of sight moved for the whole site too.
    const FlowFigures& site = table.at({})[p];
    EXPECT_EQ(in - out, site[FlowTerm::moved_in] - site[FlowTerm::moved_out]);
  }

  // The stock of each slice on each cut, counted anew.
  for (std::size_t cut = 1; cut < cuts.size(); ++cut) {
    std::map<FlowSlice, std::int64_t> open;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::optional<Date> entry = entry_of(*items[i]);
      if (!entry || !is_open_on(*items[i], cuts[cut], *entry)) continue;
      const LedgerPlace* place = nullptr;
      for (const LedgerStep& s : histories[i]) {
        if (s.day <= cuts[cut]) place = &s.after;
      }
      ASSERT_NE(place, nullptr);
      if (!place->seen) continue;
      ++open[{}];
      ++open[{place->unit, {}}];
      ++open[{{}, place->item_class.index}];
      ++open[{place->unit, place->item_class.index}];
    }
    for (const FlowSlice& slice : slices) EXPECT_EQ(table.at(slice)[cut - 1].closing, open[slice]);
  }
}

TEST(Flow, MovesBetweenUnitsCancelOut) {
  std::mt19937 random(7);
  std::vector<std::unique_ptr<RandomItem>> items;
  std::vector<ItemHistory> histories;
  const auto sees_all = [](std::string_view) { return true; };
  for (int i = 0; i < 200; ++i) {
    items.push_back(std::make_unique<RandomItem>(random));
    histories.push_back(history_of(items.back()->item, plus(kFirst, kDays), items.back()->ties, sees_all));
  }
  const sys_days last = kFirst + days(kDays);
  std::int64_t in = 0;
  std::int64_t out = 0;
  for (const char* unit : kUnitIds) {
    const FlowFigures figures = flow(histories, kFirst - days(1), last, {unit, {}});
    in += figures[FlowTerm::moved_in];
    out += figures[FlowTerm::moved_out];
  }
  EXPECT_GT(in, 10);
  EXPECT_EQ(in, out);
  const FlowFigures site = flow(histories, kFirst - days(1), last, {});
  EXPECT_EQ(site[FlowTerm::moved_in], 0);
  // Ever entered = open + closed + merged + split + withdrawn, where none left after it was closed.
  EXPECT_EQ(site.opening, 0);
}

TEST(Cohort, EachItemCountsOnce) {
  const Date as_of = *parse_date("2026-06-30");
  DeadlineCohort cohort;
  const auto add = [&](const std::string& added) {
    const Item item = item_of("raised: {date: 2026-05-01}\n" + added);
    cohort.add(state_of(item, as_of, Limits{}, {}), history_of(item, as_of, {}, sees_public), as_of);
  };
  add(std::string("deadline: 2026-06-15\n") + kClosed);
  add(std::string("deadline: 2026-06-14\n") + kClosed);
  add(std::string(
          "deadline: 2026-06-14\nextensions: [{to: 2026-06-15, date: 2026-06-10, by: d, reason: x}]\n") +
      kClosed);
  add("deadline: 2026-06-29\n");
  add("deadline: 2026-06-30\n");
  add("deadline: 2026-06-10\nmerged_into: {item: z, date: 2026-06-20, reason: x}\n");
  add(std::string("deadline: 2026-06-15\n") + kClosed + "reopened: [{date: 2026-06-20, reason: x}]\n");
  EXPECT_EQ(cohort.items, 7);
  EXPECT_EQ(cohort.closed_in_time, 1);
  EXPECT_EQ(cohort.closed_late, 2);
  EXPECT_EQ(cohort.late_within_extension, 1);
  EXPECT_EQ(cohort.open_overdue, 2);
  EXPECT_EQ(cohort.open_not_due, 1);
  EXPECT_EQ(cohort.left, 1);
}

}  // namespace
}  // namespace gongshi
