// When two polls may be compared, and what a change is.
#include "derive/poll_waves.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>

#include "unit/derive/poll_site.hpp"

namespace gongshi {
namespace {

using testing::counts_of;
using testing::poll_of;
using testing::survey_of;

std::string bars(const Survey& earlier, const Survey& later) {
  const Poll a = poll_of(earlier);
  const Poll b = poll_of(later);
  std::string all;
  for (const WaveBar bar : bars_between({&a, 0}, {&b, 0}))
    all += (all.empty() ? "" : " ") + std::string(choices(bar)[static_cast<std::size_t>(bar)].key);
  return all;
}

Survey asked(const std::string& more = "method: census\n", const std::string& invited = "invited: 240, ") {
  return survey_of(counts_of(180, 44, 7, invited), more);
}

TEST(WaveBars, NoneBetweenTheSame) { EXPECT_EQ(bars(asked(), asked()), ""); }

TEST(WaveBars, WordingsAreComparedWithoutBlanksAndPunctuation) {
  Survey later = asked();
  later.question = "您 满意吗?";
  EXPECT_EQ(bars(asked(), later), "");
  later.question = "您很满意吗？";
  EXPECT_EQ(bars(asked(), later), "question");
  later.question = "";
  EXPECT_EQ(bars(later, later), "question");
}

TEST(WaveBars, EachByItself) {
  EXPECT_EQ(bars(asked(), asked("method: random-sample\n")), "method");
  EXPECT_EQ(bars(asked(), asked("method: census\nexcluded: [不满意]\n")), "options");
  EXPECT_EQ(bars(asked(), asked("method: census\nrespondents: public\n")), "population");
  EXPECT_EQ(bars(asked(), asked("method: census\n", "invited: 463, ")), "turnout");
  EXPECT_EQ(bars(asked(), asked("method: census\n", "")), "turnout");
  EXPECT_EQ(bars(asked(), survey_of("{unit: a, participants: 231, reported_rate: 97}")), "counts turnout");
}

TEST(WaveBars, ARowThatIsNotShown) {
  const Survey survey = asked();
  const Poll a = poll_of(survey);
  Poll b = poll_of(survey);
  b.table.rows.front().level = 1;
  EXPECT_EQ(bars_between({&a, 0}, {&b, 0}), std::vector<WaveBar>{WaveBar::withheld});
}

TEST(EarlierWave, TheLatestThatEndedBefore) {
  std::array<Survey, 4> surveys = {asked(), asked(), asked(), asked()};
  const char* const ends[] = {"2026-01-10", "2026-03-10", "2026-05-13", "2026-05-17"};
  std::vector<Poll> polls;
  for (std::size_t i = 0; i < surveys.size(); ++i) {
    surveys[i].period.make().to = {*parse_date(ends[i])};
    polls.push_back(poll_of(surveys[i]));
  }
  surveys[3].period.make().from = *parse_date("2026-05-13");
  const auto found = earlier_wave({&polls[3], 0}, polls);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->poll, &polls[1]);
}

TEST(CensusChange, OnlyWhereTheAbsentCouldNotUndoIt) {
  EXPECT_EQ(census_change({190, 231, 240}, {224, 231, 240}), Change::up);
  EXPECT_EQ(census_change({224, 231, 240}, {190, 231, 240}), Change::down);
  EXPECT_EQ(census_change({200, 220, 240}, {210, 225, 240}), Change::open);
}

TEST(SampleChange, OnlyWhereZeroIsOutside) {
  const auto change = [](int x1, int n1, int x2, int n2, int comparisons) {
    const std::string more = "method: random-sample\ndesign_effect: 1\n";
    const Survey a = survey_of(counts_of(x1, 0, n1 - x1), more);
    const Survey b = survey_of(counts_of(x2, 0, n2 - x2), more);
    const Poll first = poll_of(a);
    const Poll second = poll_of(b);
    return sample_change({&first, 0}, {&second, 0}, sample(x1, n1), sample(x2, n2), comparisons).change;
  };
  EXPECT_EQ(change(340, 400, 368, 400, 1), Change::up);
  EXPECT_EQ(change(368, 400, 340, 400, 1), Change::down);
  EXPECT_EQ(change(190, 200, 196, 200, 1), Change::open);
  EXPECT_EQ(change(340, 400, 368, 400, 30), Change::open);  // one of thirty may look so by chance
}

TEST(ReportedRates, DifferByMoreThanRounding) {
  const ReportedRate whole{99'000'000'000, 500'000'000};
  EXPECT_FALSE(reported_apart(whole, {99'400'000'000, 50'000'000}));
  EXPECT_TRUE(reported_apart(whole, {99'600'000'000, 50'000'000}));
}

TEST(PooledChange, ByTheWeightsAndNotTheUnits) {
  constexpr std::array<UnitWaves, 2> kUnits = {{{180, 200, 352, 400}, {60, 100, 11, 20}}};
  const PooledChange change = pooled_change(kUnits);
  EXPECT_NEAR(change.change, .0643, 5e-5);
  EXPECT_NEAR(change.within, -.0257, 5e-5);
  EXPECT_NEAR(change.composition, .0900, 5e-5);
  EXPECT_TRUE(change.is_composition);
}

TEST(PooledChange, OfTheUnitsThemselves) {
  constexpr std::array<UnitWaves, 2> kUnits = {{{160, 200, 180, 200}, {70, 100, 80, 100}}};
  EXPECT_FALSE(pooled_change(kUnits).is_composition);
}

TEST(PooledChange, PartsAddUp) {
  std::mt19937 random(1);
  for (int i = 0; i < 1000; ++i) {
    std::vector<UnitWaves> units(3);
    const auto up_to = [&](std::int64_t most) {
      return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most + 1));
    };
    for (UnitWaves& unit : units) {
      unit.n1 = 1 + up_to(299);
      unit.n2 = 1 + up_to(299);
      unit.x1 = up_to(unit.n1);
      unit.x2 = up_to(unit.n2);
    }
    const PooledChange change = pooled_change(units);
    ASSERT_NEAR(change.change, change.within + change.composition, 1e-12);
  }
}

}  // namespace
}  // namespace gongshi
