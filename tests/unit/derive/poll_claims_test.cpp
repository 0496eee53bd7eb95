// Claims against counts, and what else would give them.
#include "derive/poll_claims.hpp"

#include <gtest/gtest.h>

#include "unit/derive/poll_site.hpp"

namespace gongshi {
namespace {

using testing::counts_of;
using testing::poll_of;
using testing::survey_of;

// `true`, or `false` with the other ways, or `nothing to check by`.
std::string checked(const std::string& results, const std::string& claim) {
  const Survey survey = survey_of(results, "method: census\nclaims: [" + claim + "]\n");
  const auto check = check_claim(survey, poll_of(survey).table, survey.claims.front());
  if (!check) return "nothing to check by";
  std::string words = check->is_true ? "true" : "false";
  for (const Term& way : check->would_give) words += "; " + way.en;
  return words;
}

TEST(PollClaims, OfAUnit) {
  EXPECT_EQ(checked(counts_of(180, 44, 7), "{unit: a, rate: 97.0}"), "true");
  EXPECT_EQ(checked(counts_of(180, 44, 7), "{unit: a, rate: 96, bound: at-least}"), "true");
  EXPECT_EQ(checked(counts_of(180, 44, 7), "{unit: a, rate: 97, bound: at-least}"), "false");
}

TEST(PollClaims, WhatElseWouldGiveThem) {
  const std::string row = counts_of(180, 44, 7, "invited: 240, ");
  EXPECT_EQ(checked(row, "{rate: 96.9}"), "false; cutting off instead of rounding");
  EXPECT_EQ(checked(row, "{rate: 93.3}"), "false; dividing by the people asked");
  EXPECT_EQ(checked(row, "{rate: 77.9}"), "false; the first option alone");
  EXPECT_EQ(checked(row, "{rate: 97.5}"), "false");
}

TEST(PollClaims, OfAllTogether) {
  const std::string rows =
      "{object: 甲, valid: 500, counts: {满意: 490, 基本满意: 0, 不满意: 10}}, {object: 乙, valid: 100, "
      "counts: {满意: 95, 基本满意: 0, 不满意: 5}}, {object: 丙, valid: 20, counts: {满意: 12, 基本满意: 0, "
      "不满意: 8}}";
  EXPECT_EQ(checked(rows, "{rate: 96.3}"), "true");
  EXPECT_EQ(checked(rows, "{rate: 84.3}"), "false; the plain mean of the units' rates");
}

TEST(PollClaims, WithoutCounts) {
  EXPECT_EQ(checked("{unit: a, participants: 90, reported_rate: 98}", "{rate: 98}"), "nothing to check by");
  EXPECT_EQ(checked(counts_of(180, 44, 7), "{unit: b, rate: 98}"), "nothing to check by");
}

}  // namespace
}  // namespace gongshi
