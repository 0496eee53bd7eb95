// Small groups: the worked examples of the notes on honest figures, and what else an outsider knows.
#include "derive/small_cells.hpp"

#include <gtest/gtest.h>

#include "unit/derive/poll_sketch.hpp"

namespace gongshi {
namespace {

using testing::PollSketch;
using testing::SketchedRow;
using Words = std::vector<std::string>;

const SketchedRow kTotal{"D", "", {}};
SketchedRow row(const char* unit, std::vector<std::int64_t> counts, const char* parent = "D") {
  return {unit, parent, std::move(counts)};
}

TEST(SmallCells, Example1NothingSmall) {
  const PollSketch poll({row("A", {120, 30, 10}), row("B", {80, 20, 6}), row("C", {60, 12, 9}), kTotal});
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A3 B3 C3 D3");
  EXPECT_EQ(poll.rests(table), Words{});
  EXPECT_EQ(table.rows[0].counts[2], 10);
}

TEST(SmallCells, Example2OptionsMerged) {
  const PollSketch poll({row("A", {100, 3, 25}), row("B", {50, 20, 8}), row("C", {70, 30, 12}), kTotal});
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A2 B2 C3 D3");
  EXPECT_EQ(poll.rests(table), (Words{"A+B n206 P173 150 23 33"}));
  EXPECT_EQ(table.rows[0].positive, 103);
  EXPECT_EQ(table.rows[1].valid, 78);
  EXPECT_EQ(table.rows[0].counts, std::vector<std::optional<std::int64_t>>(3));
  EXPECT_EQ(table.rows[0].marker, PollMarker::none);
  EXPECT_EQ(poll.most(table, "A", 1), 23);
}

TEST(SmallCells, Example3OneCover) {
  const PollSketch poll({row("A", {100, 25, 3}), row("B", {50, 20, 8}), row("C", {70, 30, 12}), kTotal});
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A1 B1 C3 D3");
  EXPECT_EQ(poll.rests(table), (Words{"A+B n206 P195 150 45 11"}));
  EXPECT_EQ(poll.most(table, "A", 2), 11);
  EXPECT_EQ(table.rows[0].valid, 128);
  EXPECT_EQ(table.rows[0].positive, std::nullopt);
  EXPECT_EQ(table.rows[0].marker, PollMarker::withheld);
}

TEST(SmallCells, Example4ZeroCoversNothing) {
  const PollSketch poll({row("A", {100, 25, 3}), row("B", {40, 10, 0}), row("C", {70, 30, 12}), kTotal});
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A1 B3 C1 D3");
  EXPECT_EQ(poll.rests(table), (Words{"A+C n240 P225 170 55 15"}));
  EXPECT_EQ(poll.most(table, "A", 2), 15);
}

TEST(SmallCells, Example5TheTotalItselfMustGo) {
  const PollSketch poll({row("A", {100, 25, 2}), row("B", {60, 20, 0}), row("C", {50, 10, 1}), kTotal});
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A1 B3 C1 D1");
  EXPECT_EQ(poll.rests(table), Words{});
  EXPECT_EQ(table.rows[3].valid, 268);
  EXPECT_EQ(table.rows[3].positive, std::nullopt);
}

TEST(SmallCells, Example6AWholeBranchIsNotEnough) {
  const PollSketch poll({row("A", {100, 25, 3}, "J1"),
                         row("B", {50, 20, 0}, "J1"),
                         row("C", {60, 20, 9}, "J2"),
                         row("D", {40, 10, 7}, "J2"),
                         {"J1", "S", {}},
                         {"J2", "S", {}},
                         {"S", "", {}}});
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A1 B3 C3 D1 J11 J21 S3");
  EXPECT_EQ(poll.rests(table), (Words{"A+D n185 P175 140 35 10"}));
  EXPECT_EQ(poll.most(table, "A", 2), 10);
}

TEST(SmallCells, Example7SmallGroups) {
  const PollSketch poll(
      {row("A", {3, 1, 0}), row("B", {2, 1, 0}), row("C", {70, 30, 12}), row("E", {60, 10, 6}), kTotal});
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A0 B0 C3 E2 D3");
  EXPECT_EQ(poll.rests(table), (Words{"A+B n7 P7", "A+B+E n83 P77 65 12 6"}));
  EXPECT_EQ(table.rows[0].valid, std::nullopt);
}

TEST(SmallCells, Example8OneAndTwoAreStillSmall) {
  PollSketch poll(
      {row("A", {100, 25, 1}), row("B", {50, 20, 2}), row("C", {70, 30, 12}), row("E", {40, 10, 6}), kTotal});
  PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A1 B1 C3 E1 D3");
  EXPECT_EQ(poll.most(table, "A", 2), 9);

  const PollSketch enough(
      {row("A", {100, 25, 3}), row("B", {50, 20, 4}), row("C", {70, 30, 12}), row("E", {40, 10, 6}), kTotal});
  table = enough.protect().results;
  EXPECT_EQ(enough.levels(table), "A1 B1 C3 E3 D3");
  EXPECT_EQ(enough.most(table, "A", 2), 7);
}

TEST(SmallCells, Example9TheLowUnitStaysVisible) {
  const PollSketch poll({row("A", {100, 25, 3}), row("B", {20, 10, 12}), row("C", {70, 30, 12}), kTotal});
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A1 B3 C1 D3");
  EXPECT_EQ(poll.most(table, "A", 2), 15);
}

TEST(SmallCells, Example10WhatIsPublicIsNoCover) {
  const PollSketch poll({row("A", {100, 25, 3}), row("B", {50, 20, 8}), row("C", {70, 30, 12}), kTotal});
  const PollTable table = poll.protect({{"B", 3}}).results;
  EXPECT_EQ(poll.levels(table), "A1 B3 C1 D3");
  EXPECT_EQ(poll.most(table, "A", 2), 15);
}

TEST(SmallCells, Example11AnEarlierTotalStandsForGood) {
  const PollSketch poll({row("A", {100, 25, 3}),
                         row("B", {50, 20, 8}, "BC"),
                         row("C", {70, 30, 12}, "BC"),
                         {"BC", "D", {}},
                         kTotal});
  const ProtectedPoll made = poll.protect({{"BC", 3}});
  EXPECT_EQ(poll.levels(made.results), "A1 B3 C3 BC3 D1");
  EXPECT_EQ(poll.rests(made.results), Words{});
  EXPECT_TRUE(made.unprotected.empty());
  // With the new total public as well, nothing can be done any more, and that is told.
  EXPECT_EQ(poll.protect({{"BC", 3}, {"D", 3}}).unprotected, (std::vector<std::size_t>{4}));
}

TEST(SmallCells, Example12NobodySatisfied) {
  const PollSketch poll({row("A", {0, 0, 12}), row("B", {50, 20, 8}), row("C", {70, 30, 12}), kTotal});
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A1 B1 C3 D3");
  EXPECT_EQ(poll.rests(table), (Words{"A+B n90 P70 50 20 20"}));
}

TEST(SmallCells, OneUnitAloneShowsHowManyAnswered) {
  const PollSketch poll({{"A", "", {100, 25, 3}}});
  EXPECT_EQ(poll.levels(poll.protect().results), "A1");
}

TEST(SmallCells, TheTotalsOwnPartIsARestToo) {
  // D has 2 dissatisfied people of its own beside the rows below it.
  const PollSketch poll({row("A", {100, 25, 9}), row("B", {50, 20, 8}), {"D", "", {160, 50, 19}}});
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A3 B1 D3");
  EXPECT_EQ(poll.rests(table), (Words{"B n95 P85 60 25 10"}));
}

TEST(SmallCells, ByBaseOnlyTheGroupsSizeCounts) {
  const PollSketch poll(
      {row("A", {100, 25, 3}), row("B", {2, 1, 1}), row("C", {7, 0, 1}), row("E", {70, 0, 0}), kTotal},
      SmallCellMode::base);
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A3 B0 C0 E3 D3");
  EXPECT_EQ(poll.rests(table), (Words{"B+C n12 P10 9 1 2"}));
  EXPECT_EQ(table.rows[0].counts[2], 3);
  EXPECT_EQ(table.rows[1].valid, std::nullopt);
  EXPECT_EQ(table.rows[1].marker, PollMarker::withheld);
}

TEST(SmallCells, ByBaseWithoutATotalNothingElseIsHidden) {
  const PollSketch poll({{"A", "", {100, 25, 3}}, {"B", "", {2, 1, 1}}}, SmallCellMode::base);
  EXPECT_EQ(poll.levels(poll.protect().results), "A3 B0");
  EXPECT_EQ(poll.rests(poll.protect().results), Words{});
}

TEST(SmallCells, NoneShowsAll) {
  const PollSketch poll({row("A", {1, 0, 0}), row("B", {2, 1, 1}), kTotal}, SmallCellMode::none);
  EXPECT_EQ(poll.levels(poll.protect().results), "A3 B3 D3");
  EXPECT_EQ(poll.protect().verdicts, std::vector<bool>(3, true));
}

TEST(SmallCells, ThresholdFromTheSite) {
  PollSketch poll({row("A", {100, 25, 3}), row("B", {50, 20, 8}), kTotal});
  poll.limits().small_cell = 3;
  EXPECT_EQ(poll.levels(poll.protect().results), "A3 B3 D3");
}

TEST(SmallCells, AspectsAreLinked) {
  PollSketch poll({row("A", {100, 25, 3}), row("B", {50, 20, 8}), row("C", {70, 30, 12}), kTotal});
  Aspect& aspect = poll.survey().aspects.emplace_back();
  for (const auto& [unit, counts] : std::vector<std::pair<std::string, std::vector<std::int64_t>>>{
           {"A", {100, 20, 8}}, {"B", {50, 20, 8}}, {"C", {70, 30, 12}}, {"D", {220, 70, 28}}})
    aspect.results.push_back(poll.result(unit, counts));
  const ProtectedPoll made = poll.protect();
  EXPECT_EQ(poll.levels(made.results), "A1 B1 C3 D3");
  EXPECT_EQ(poll.levels(made.aspects[0]), "A1 B1 C3 D3");  // in itself it has nothing small
}

TEST(SmallCells, ExcludedAnswersAreGuardedAsAGroup) {
  PollSketch poll(std::vector<SketchedRow>{});
  Survey& survey = poll.survey();
  survey.excluded.push_back({"不了解", {}});
  survey.options.push_back({"不了解", {}});
  survey.results = {poll.result("A", {100, 25, 9, 2}), poll.result("B", {100, 25, 9, 0})};
  const PollTable table = poll.protect().results;
  EXPECT_EQ(poll.levels(table), "A1 B3");
  EXPECT_EQ(table.rows[0].valid, std::nullopt);  // the base, with 136 ballots, would give the two
  EXPECT_EQ(table.rows[1].valid, 134);
}

TEST(SmallCells, RowsThatContradictATotalAreNoPartsOfIt) {
  const PollSketch poll({row("A", {100, 25, 9}), row("B", {50, 20, 3}), {"D", "", {60, 10, 6}}});
  EXPECT_EQ(poll.levels(poll.protect().results), "A3 B1 D3");
}

TEST(SmallCells, ReportedRatesThatAreSmallNumbers) {
  const auto level = [](const char* people, const char* rate, bool announced = false) {
    PollSketch poll(std::vector<SketchedRow>{});
    Survey& survey = poll.survey();
    survey.options.clear();
    survey.results = {SurveyResult()};
    survey.results[0].unit.id = "A";
    survey.results[0].participants = std::stoll(people);
    survey.results[0].reported_rate.text = rate;
    if (announced) survey.announced.make().where = "公示栏";
    return poll.protect().results.rows[0].level;
  };
  EXPECT_EQ(level("128", "100"), 3);
  EXPECT_EQ(level("1687", "99"), 3);
  EXPECT_EQ(level("1687", "99.0"), 3);  // 17
  EXPECT_EQ(level("128", "99"), 1);     // 1
  EXPECT_EQ(level("90", "98"), 1);      // 2
  EXPECT_EQ(level("16", "94"), 1);      // 1
  EXPECT_EQ(level("128", "1"), 1);
  EXPECT_EQ(level("128", "99", true), 3);
  EXPECT_EQ(level("4", "100"), 0);
}

TEST(SmallCells, VerdictsThatWouldPinANumber) {
  // Not below 85 of 33 people says at most 4 others; of 34, at most 5.
  const auto told = [](const SketchedRow& unit) {
    const PollSketch poll({unit, row("B", {70, 30, 12}), row("C", {70, 30, 12}), kTotal});
    const ProtectedPoll made = poll.protect();
    EXPECT_EQ(made.results.rows[0].level, 1) << poll.levels(made.results);
    return made.verdicts;
  };
  EXPECT_EQ(told(row("A", {20, 10, 3})), (std::vector<bool>{false, true, true, true}));
  EXPECT_EQ(told(row("A", {20, 11, 3})), (std::vector<bool>{true, true, true, true}));
  // With B's look-back public, A + B has Q 13 and B at least 10 of it.
  const PollSketch poll({row("A", {100, 25, 3}), row("B", {40, 10, 10}), kTotal});
  const ProtectedPoll made = poll.protect();
  EXPECT_EQ(poll.levels(made.results), "A1 B1 D3");
  EXPECT_EQ(made.verdicts, (std::vector<bool>{false, false, true}));
}

TEST(SmallCells, ByBaseOnlySmallGroupsLoseTheirVerdict) {
  const PollSketch poll({row("B", {2, 1, 1}), row("C", {3, 0, 5}), kTotal}, SmallCellMode::base);
  const ProtectedPoll made = poll.protect();
  EXPECT_EQ(poll.levels(made.results), "B0 C0 D3");
  EXPECT_EQ(made.verdicts, (std::vector<bool>{false, true, true}));
}

TEST(SmallCells, UnitsInACircleAreNobodysTotal) {
  const PollSketch poll({{"A", "B", {100, 25, 3}}, {"B", "A", {50, 20, 8}}});
  EXPECT_EQ(poll.levels(poll.protect().results), "A1 B3");
}

}  // namespace
}  // namespace gongshi
