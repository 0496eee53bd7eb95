// From the recorded counts of a result to its figures in files, its turnout and its verdict.
#include "derive/poll_figures.hpp"

#include <gtest/gtest.h>

#include "unit/derive/poll_site.hpp"

namespace gongshi {
namespace {

using testing::counts_of;
using testing::poll_of;
using testing::survey_of;

std::string figures(const std::string& result, const std::string& more = "method: census\n") {
  const Survey survey = survey_of(result, more);
  const Poll poll = poll_of(survey);
  const PollFigures figures = figures_of(survey, survey.results, poll.table.rows.front());
  return (figures.satisfied ? std::to_string(*figures.satisfied) : "null") + " " +
         figures.rate.value_or("null") + " " + figures.low.value_or("null") + " " +
         figures.high.value_or("null") + " " +
         std::string(choices(figures.marker)[static_cast<std::size_t>(figures.marker)].key);
}

constexpr const char* kSample = "method: random-sample\ndesign_effect: 1\n";

TEST(PollTable, AnOptionWithoutACountWasChosenByNobodyWhereTheOthersAreAll) {
  const Survey survey = survey_of("{unit: a, valid: 40, counts: {满意: 30, 基本满意: 10}}");
  EXPECT_EQ(poll_of(survey).table.rows.front().counts[2], 0);
}

TEST(PollTable, TheBaseIsWithoutTheExcluded) {
  const Survey survey = survey_of(counts_of(30, 10, 5), "method: census\nexcluded: [不满意]\n");
  EXPECT_EQ(poll_of(survey).table.rows.front().valid, 40);
}

TEST(PollTable, ValidIsTheSumWhereAllCountsAreGiven) {
  const Survey survey = survey_of("{unit: a, counts: {满意: 30, 基本满意: 10, 不满意: 5}}");
  EXPECT_EQ(poll_of(survey).table.rows.front().valid, 45);
}

TEST(PollTable, WhatWasNotPublishedIsNotZero) {
  const Survey survey = survey_of("{unit: a, valid: 40, rest_not_published: true, counts: {满意: 30}}");
  const PollRow row = poll_of(survey).table.rows.front();
  EXPECT_FALSE(row.counts[1]);
  EXPECT_FALSE(row.positive);
  EXPECT_EQ(row.marker, PollMarker::missing);
}

TEST(PollFigures, OfACensus) {
  EXPECT_EQ(figures(counts_of(180, 44, 7)), "224 96.97 null null none");
  EXPECT_EQ(figures(counts_of(0, 0, 0)), "0 null null null none");
}

TEST(PollFigures, DecimalsFollowTheBase) {
  EXPECT_EQ(figures(counts_of(1600, 92, 308)), "1692 84.600 null null none");
}

TEST(PollFigures, OfARandomSample) {
  EXPECT_EQ(figures(counts_of(180, 44, 7), kSample), "224 96.97 93.88 98.52 none");
  EXPECT_EQ(figures(counts_of(80, 12, 8), std::string(kSample) + "population_size: 400\n"),
            "92 92.00 86.00 95.75 none");
  EXPECT_EQ(figures(counts_of(80, 12, 8), std::string(kSample) + "population_size: 2000\n"),
            "92 92.00 85.00 95.89 none");
}

TEST(PollFigures, NoIntervalWhereTheDesignIsOpenOrFewAnswered) {
  EXPECT_EQ(figures(counts_of(180, 44, 7), "method: random-sample\n"), "224 96.97 93.88 98.52 none");
  EXPECT_EQ(figures(counts_of(180, 44, 7), "method: random-sample\nnot_stated: [design_effect]\n"),
            "224 96.97 null null none");
  EXPECT_EQ(figures(counts_of(180, 44, 7, "invited: 1156, "), kSample), "224 96.97 null null none");
  EXPECT_EQ(figures(counts_of(180, 44, 7, "invited: 1155, "), kSample), "224 96.97 93.88 98.52 none");
}

TEST(PollFigures, ReportedAndMissingAreTwoThings) {
  EXPECT_EQ(figures("{unit: a, participants: 128, reported_rate: 100}"), "null null null null reported");
  EXPECT_EQ(figures("{unit: a}"), "null null null null missing");
}

TEST(PollFigures, WithheldFiguresAreNull) {
  const Survey survey = survey_of(counts_of(180, 44, 7));
  PollRow row = poll_of(survey).table.rows.front();
  row.level = 1;
  row.marker = PollMarker::withheld;
  const PollFigures figures = figures_of(survey, survey.results, row);
  EXPECT_FALSE(figures.satisfied);
  EXPECT_FALSE(figures.rate);
}

Turnout turnout(const std::string& invited) {
  const Survey survey = survey_of(counts_of(30, 5, 5, invited));
  return turnout_of(survey.results, poll_of(survey).table.rows.front());
}

TEST(PollTurnout, InItsSteps) {
  EXPECT_EQ(turnout(""), Turnout::unknown);
  EXPECT_EQ(turnout("invited: 50, "), Turnout::good);
  EXPECT_EQ(turnout("invited: 51, "), Turnout::partial);
  EXPECT_EQ(turnout("invited: 80, "), Turnout::partial);
  EXPECT_EQ(turnout("invited: 81, "), Turnout::low);
  EXPECT_EQ(turnout("invited: 200, "), Turnout::low);
  EXPECT_EQ(turnout("invited: 201, "), Turnout::thin);
}

Verdict verdict(const std::string& result) {
  const Survey survey = survey_of(result);
  return verdict_of(survey, survey.results.front(), poll_of(survey).table.rows.front(), 85);
}

TEST(PollVerdict, OfCountsIsUnrounded) {
  EXPECT_EQ(verdict(counts_of(1600, 92, 299)), Verdict::below);  // 84.98
  EXPECT_EQ(verdict(counts_of(80, 5, 15)), Verdict::met);
  EXPECT_EQ(verdict(counts_of(0, 0, 0)), Verdict::none);
}

TEST(PollVerdict, OfReportedRatesCountsTheirRounding) {
  EXPECT_EQ(verdict("{unit: a, participants: 100, reported_rate: 84}"), Verdict::below);
  EXPECT_EQ(verdict("{unit: a, participants: 100, reported_rate: 85}"), Verdict::undecidable);
  EXPECT_EQ(verdict("{unit: a, participants: 100, reported_rate: 86}"), Verdict::met);
  EXPECT_EQ(verdict("{unit: a, participants: 100, reported_rate: 84, bound: at-least}"),
            Verdict::undecidable);
  EXPECT_EQ(verdict("{unit: a, participants: 100, reported_rate: 85, bound: at-least}"), Verdict::met);
  EXPECT_EQ(verdict("{unit: a, participants: 500, reported: {满意: 74.5, 基本满意: 10.4, 不满意: 15.1}}"),
            Verdict::undecidable);
  EXPECT_EQ(verdict("{unit: a, participants: 500, reported: {满意: 74.5, 基本满意: 10.3, 不满意: 15.2}}"),
            Verdict::below);
}

}  // namespace
}  // namespace gongshi
