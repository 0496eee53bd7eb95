#include "derive/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gongshi {
namespace {

// Wilson's interval of a share p that stands on n answers.
Interval score_interval(double p, double n, double z) {
  const double square = z * z;
  const double centre = (p + square / (2 * n)) / (1 + square / n);
  const double half = z * std::sqrt(p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n);
  return {centre - half, centre + half};
}

Interval with_exact_ends(Interval interval, const Sample& sample) {
  if (sample.x == 0) interval.low = 0;
  if (sample.x == sample.n) interval.high = 1;
  return interval;
}

double share(std::int64_t x, std::int64_t n) { return static_cast<double>(x) / static_cast<double>(n); }

// Keeps what should be a whole number from being rounded past itself.
constexpr double kRoundingSlack = 1e-9;

}  // namespace

double normal_point(int comparisons) {
  if (comparisons <= 1) return kNormal95;
  const double tail = 0.025 / comparisons;
  double low = 0;
  double high = 40;
  for (int step = 0; step < 200; ++step) {
    const double middle = (low + high) / 2;
    (0.5 * std::erfc(middle / std::numbers::sqrt2) > tail ? low : high) = middle;
  }
  return (low + high) / 2;
}

Sample sample(std::int64_t x, std::int64_t n) { return {x, n, static_cast<double>(n)}; }

Interval wilson(const Sample& sample, double z) {
  return with_exact_ends(score_interval(share(sample.x, sample.n), sample.effective, z), sample);
}

Interval wilson_of_population(const Sample& sample, std::int64_t population, double z) {
  const auto all = static_cast<double>(population);
  const double scaled = sample.effective * (all - 1) / (all - static_cast<double>(sample.n));
  return with_exact_ends(score_interval(share(sample.x, sample.n), scaled, z), sample);
}

PeopleInterval people_interval(const Sample& sample, std::int64_t population) {
  const Interval ends = wilson_of_population(sample, population);
  const auto all = static_cast<double>(population);
  const auto low = static_cast<std::int64_t>(std::floor(ends.low * all + kRoundingSlack));
  const auto high = static_cast<std::int64_t>(std::ceil(ends.high * all - kRoundingSlack));
  return {std::max(sample.x, low), std::min(population - sample.n + sample.x, high)};
}

Stratified stratified(std::span<const Stratum> strata) {
  const bool weighted =
      std::all_of(strata.begin(), strata.end(), [](const Stratum& one) { return one.population > 1; });
  double total = 0;
  for (const Stratum& one : strata) total += static_cast<double>(weighted ? one.population : one.n);
  Stratified result;
  Sample pooled;
  double variance = 0;
  for (const Stratum& one : strata) {
    const auto n = static_cast<double>(one.n);
    const auto all = static_cast<double>(one.population);
    const double weight = (weighted ? all : n) / total;
    result.rate += weight * share(one.x, one.n);
    variance += weight * weight * (weighted ? (all - n) / ((all - 1) * n) : 1 / n);
    pooled.x += one.x;
    pooled.n += one.n;
  }
  result.effective = 1 / variance;
  result.interval = with_exact_ends(score_interval(result.rate, result.effective, kNormal95), pooled);
  return result;
}

Interval difference(double p1, Interval first, double p2, Interval second) {
  const double change = p2 - p1;
  return {change - std::hypot(p2 - second.low, first.high - p1),
          change + std::hypot(second.high - p2, p1 - first.low)};
}

}  // namespace gongshi
