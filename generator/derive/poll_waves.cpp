#include "derive/poll_waves.hpp"

#include <algorithm>
#include <cmath>

#include "text/unicode.hpp"

namespace gongshi {
namespace {

bool same_wording(const std::string& a, const std::string& b) {
  return !a.empty() && wording_key(a) == wording_key(b);
}

bool same_options(const std::vector<Placed<std::string>>& a, const std::vector<Placed<std::string>>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& one, const auto& other) { return same_wording(one.value, other.value); });
}

Interval interval_of(const Wave& wave, const Sample& sample, double z) {
  const auto population = finite_population(wave.survey(), wave.row());
  return population ? wilson_of_population(sample, *population, z) : wilson(sample, z);
}

double share(std::int64_t x, std::int64_t n) { return static_cast<double>(x) / static_cast<double>(n); }

bool answered_by_half(const Wave& wave) {
  const Turnout turnout = turnout_of(wave.survey().results, wave.row());
  return turnout == Turnout::good || turnout == Turnout::partial;
}

}  // namespace

std::span<const ChoiceWord> choices(WaveBar) {
  static constexpr ChoiceWord kWords[] = {
      {"question", {"问题", "question"}},
      {"options", {"选项", "options"}},
      {"method", {"方法", "method"}},
      {"population", {"对象", "people asked"}},
      {"counts", {"票数是否公布", "counts"}},
      {"turnout", {"参加比例", "turnout"}},
      {"withheld", {"是否单列", "level shown"}},
  };
  return kWords;
}

std::optional<std::size_t> find_result(const Survey& survey, std::string_view unit) {
  for (std::size_t i = 0; i < survey.results.size(); ++i) {
    if (survey.results[i].unit.given() && survey.results[i].unit.id == unit) return i;
  }
  return std::nullopt;
}

std::optional<Wave> earlier_wave(const Wave& later, std::span<const Poll> polls) {
  if (!later.survey().period || !later.survey().period->from.known() || !later.result().unit.given())
    return std::nullopt;
  std::optional<Wave> found;
  for (const Poll& poll : polls) {
    const Survey& survey = *poll.survey;
    if (!survey.period || !survey.period->to.known()) continue;
    const auto end = survey.period->to.last_day();
    if (end >= later.survey().period->from.first_day()) continue;
    const auto index = find_result(survey, later.result().unit.id);
    if (!index || (found && end <= found->survey().period->to.last_day())) continue;
    found = Wave{&poll, *index};
  }
  return found;
}

std::vector<WaveBar> bars_between(const Wave& earlier, const Wave& later) {
  const Survey& a = earlier.survey();
  const Survey& b = later.survey();
  std::vector<WaveBar> bars;
  const auto bar_unless = [&](bool same, WaveBar bar) {
    if (!same) bars.push_back(bar);
  };
  bar_unless(same_wording(a.question, b.question), WaveBar::question);
  bar_unless(!a.options.empty() && same_options(a.options, b.options) &&
                 same_options(a.positive, b.positive) && same_options(a.excluded, b.excluded),
             WaveBar::options);
  bar_unless(a.method.given() && a.method.index == b.method.index, WaveBar::method);
  bar_unless(same_wording(a.population, b.population) && a.respondents.index == b.respondents.index,
             WaveBar::population);
  const bool is_shown = earlier.row().level >= 2 && later.row().level >= 2;
  bar_unless(is_shown, WaveBar::withheld);
  if (is_shown) bar_unless(has_rate(earlier.row()) && has_rate(later.row()), WaveBar::counts);
  bar_unless(answered_by_half(earlier) && answered_by_half(later), WaveBar::turnout);
  std::sort(bars.begin(), bars.end());
  return bars;
}

Change census_change(const CensusWave& earlier, const CensusWave& later) {
  __extension__ using Wide = __int128;
  const auto fewest = [](const CensusWave& wave) { return Wide{wave.x}; };
  const auto most = [](const CensusWave& wave) { return Wide{wave.x} + wave.invited - wave.n; };
  if (fewest(later) * earlier.invited > most(earlier) * later.invited) return Change::up;
  if (most(later) * earlier.invited < fewest(earlier) * later.invited) return Change::down;
  return Change::open;
}

SampleChange sample_change(const Wave& earlier, const Wave& later, const Sample& first, const Sample& second,
                           int comparisons) {
  const double z = normal_point(comparisons);
  const double p1 = share(first.x, first.n);
  const double p2 = share(second.x, second.n);
  SampleChange result;
  result.difference = p2 - p1;
  result.interval = difference(p1, interval_of(earlier, first, z), p2, interval_of(later, second, z));
  if (result.interval.low > 0) result.change = Change::up;
  if (result.interval.high < 0) result.change = Change::down;
  return result;
}

bool reported_apart(const ReportedRate& earlier, const ReportedRate& later) {
  return std::abs(later.value - earlier.value) > earlier.half + later.half;
}

PooledChange pooled_change(std::span<const UnitWaves> units) {
  UnitWaves all;
  for (const UnitWaves& unit : units) {
    all.x1 += unit.x1;
    all.n1 += unit.n1;
    all.x2 += unit.x2;
    all.n2 += unit.n2;
  }
  PooledChange result;
  result.change = share(all.x2, all.n2) - share(all.x1, all.n1);
  for (const UnitWaves& unit : units) {
    const double p1 = share(unit.x1, unit.n1);
    const double p2 = share(unit.x2, unit.n2);
    const double w1 = share(unit.n1, all.n1);
    const double w2 = share(unit.n2, all.n2);
    result.within += (w1 + w2) / 2 * (p2 - p1);
    result.composition += (p1 + p2) / 2 * (w2 - w1);
  }
  const double size = std::abs(result.composition);
  result.is_composition =
      result.change * result.within < 0 || (size > std::abs(result.change) / 2 && size >= 0.01);
  return result;
}

}  // namespace gongshi
