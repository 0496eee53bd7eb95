// Intervals against published values and against 50-digit arithmetic, as in the specification.
#include "derive/intervals.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace gongshi {
namespace {

constexpr double kSixDigits = 5e-7;

struct Ends {
  std::int64_t x;
  std::int64_t n;
  double low;
  double high;
};

TEST(Wilson, ReferenceValues) {
  constexpr Ends kAll[] = {
      {81, 263, .255289, .366210}, {15, 148, .062386, .160487},  {0, 20, .000000, .161125},
      {1, 29, .006113, .171755},   {29, 29, .883030, 1.000000},  {16, 16, .806392, 1.000000},
      {15, 16, .716713, .988881},  {224, 231, .938782, .985245}, {128, 128, .970863, 1.000000},
      {92, 100, .850019, .958907}, {47, 50, .837829, .979385},
  };
  for (const Ends& one : kAll) {
    const Interval interval = wilson(sample(one.x, one.n));
    EXPECT_NEAR(interval.low, one.low, kSixDigits) << one.x << " of " << one.n;
    EXPECT_NEAR(interval.high, one.high, kSixDigits) << one.x << " of " << one.n;
  }
  EXPECT_EQ(wilson(sample(0, 20)).low, 0.0);
  EXPECT_EQ(wilson(sample(29, 29)).high, 1.0);
}

TEST(Wilson, OfAPopulation) {
  struct Row {
    std::int64_t x, n, population;
    double low, high;
    std::int64_t fewest, most;
  };
  constexpr Row kAll[] = {
      {92, 100, 1000, .854383, .957519, 854, 958},
      {92, 100, 400, .861251, .955169, 344, 383},
      {50, 50, 60, .987145, 1.000000, 59, 60},
      {47, 50, 60, .906831, .961857, 54, 57},
      {300, 300, 1687, .989576, 1.000000, 1669, 1687},
      {285, 300, 1687, .922568, .968050, 1556, 1634},
      {0, 60, 240, .000000, .046001, 0, 12},
      {199, 200, 2000, .974118, .999050, 1948, 1999},
      {10, 12, 40, .598309, .943771, 23, 38},
      {96, 120, 150, .766011, .830147, 114, 125},
      {1, 5, 12, .049024, .547997, 1, 7},
  };
  for (const Row& one : kAll) {
    const Interval interval = wilson_of_population(sample(one.x, one.n), one.population);
    EXPECT_NEAR(interval.low, one.low, kSixDigits) << one.x << " of " << one.n;
    EXPECT_NEAR(interval.high, one.high, kSixDigits) << one.x << " of " << one.n;
    const PeopleInterval people = people_interval(sample(one.x, one.n), one.population);
    EXPECT_EQ(people.low, one.fewest) << one.x << " of " << one.n;
    EXPECT_EQ(people.high, one.most) << one.x << " of " << one.n;
  }
}

TEST(Wilson, APopulationCountsFromATwentiethOn) {
  EXPECT_FALSE(is_large_part(50, 1000));
  EXPECT_TRUE(is_large_part(51, 1000));
  EXPECT_TRUE(is_large_part(6, 119));
}

TEST(Wilson, ADesignEffectWidens) {
  const Interval plain = wilson(sample(92, 100));
  const Interval clustered = wilson(Sample{92, 100, 100 / 1.5});
  EXPECT_LT(clustered.low, plain.low);
  EXPECT_GT(clustered.high, plain.high);
}

TEST(NormalPoint, SharedAmongComparisons) {
  EXPECT_NEAR(normal_point(1), 1.959964, kSixDigits);
  EXPECT_NEAR(normal_point(5), 2.575829, kSixDigits);
  EXPECT_NEAR(normal_point(10), 2.807034, kSixDigits);
  EXPECT_NEAR(normal_point(17), 2.973820, kSixDigits);
  EXPECT_NEAR(normal_point(30), 3.143980, kSixDigits);
}

TEST(Difference, ReferenceValues) {
  struct Row {
    std::int64_t x1, n1, x2, n2;
    double low, high;
  };
  constexpr Row kAll[] = {
      {48, 80, 56, 70, .052431, .333873},
      {3, 10, 9, 10, .170523, .809018},
      {340, 400, 368, 400, .025865, .114566},
      {190, 200, 196, 200, -.007800, .071415},
  };
  // The first two are printed by Newcombe as .0524 to .3339 and .1705 to .8090, with the sign turned.
  for (const Row& one : kAll) {
    const double p1 = static_cast<double>(one.x1) / static_cast<double>(one.n1);
    const double p2 = static_cast<double>(one.x2) / static_cast<double>(one.n2);
    const Interval apart = difference(p1, wilson(sample(one.x1, one.n1)), p2, wilson(sample(one.x2, one.n2)));
    EXPECT_NEAR(apart.low, one.low, kSixDigits) << one.x1;
    EXPECT_NEAR(apart.high, one.high, kSixDigits) << one.x1;
  }
}

TEST(Stratified, OneUnitGivesBackThePopulationForm) {
  constexpr std::array<Stratum, 1> kOne = {{{92, 100, 400}}};
  const Stratified all = stratified(kOne);
  EXPECT_NEAR(all.effective, 100 * 399.0 / 300, 1e-9);
  EXPECT_NEAR(all.interval.low, .861251, kSixDigits);
  EXPECT_NEAR(all.interval.high, .955169, kSixDigits);
}

TEST(Stratified, UnitsWeighByTheirPopulation) {
  constexpr std::array<Stratum, 2> kUnits = {{{90, 100, 1000}, {50, 100, 3000}}};
  EXPECT_NEAR(stratified(kUnits).rate, 0.6, 1e-12);
  constexpr std::array<Stratum, 2> kUnknown = {{{90, 100, 1000}, {25, 50, 0}}};
  const Stratified pooled = stratified(kUnknown);  // without a population each weighs by its answers
  EXPECT_NEAR(pooled.rate, 115.0 / 150, 1e-12);
  EXPECT_NEAR(pooled.effective, 150, 1e-9);
}

}  // namespace
}  // namespace gongshi
