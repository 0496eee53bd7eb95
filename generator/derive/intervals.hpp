// How far chance alone may carry a rate from a random sample: Wilson's score interval and what is built on
// it. Compiled without contraction of products and sums, so that all machines agree on every digit.
#pragma once

#include <cstdint>
#include <span>

namespace gongshi {

/// Ends as shares between 0 and 1.
struct Interval {
  double low = 0;
  double high = 1;
};

/// Upper 2.5 % point of the normal distribution: 95 % between both ends.
inline constexpr double kNormal95 = 1.959963984540054;
/// The point with upper tail 0.025/comparisons, so that all of them together hold 95 % (Bonferroni). 1 or
/// more.
double normal_point(int comparisons);

/// x of n; `effective` is the size of a simple random sample that tells as much: n, or n over the design
/// effect. 0 ≤ x ≤ n, 0 < n, 0 < effective.
struct Sample {
  std::int64_t x = 0;
  std::int64_t n = 0;
  double effective = 0;
};
/// A simple random sample.
Sample sample(std::int64_t x, std::int64_t n);

/// Wilson 1927, as method 3 of Newcombe, Statistics in Medicine 17 (1998) 857-872: score interval without
/// continuity correction. Exactly 0 below where x is 0, exactly 1 above where x is n.
Interval wilson(const Sample& sample, double z = kNormal95);

/// A sample drawn from few enough that the part not drawn is what is uncertain: n is scaled to
/// n·(N−1)/(N−n). 1 ≤ n < N.
Interval wilson_of_population(const Sample& sample, std::int64_t population, double z = kNormal95);

/// Its ends as whole people of the population, rounded outward and cut to what the sample has shown.
struct PeopleInterval {
  std::int64_t low = 0;
  std::int64_t high = 0;
};
PeopleInterval people_interval(const Sample& sample, std::int64_t population);

/// The population's number counts only where more than a twentieth of it answered.
constexpr bool is_large_part(std::int64_t n, std::int64_t population) { return n > population / 20; }

/// A unit sampled by itself; `population` 0 where it is not known.
struct Stratum {
  std::int64_t x = 0;
  std::int64_t n = 0;
  std::int64_t population = 0;
};
struct Stratified {
  double rate = 0;       ///< Σ N·p / ΣN
  double effective = 0;  ///< 1 / Σ w²·(N−n)/((N−1)·n), or 1 / Σ w²/n without populations
  Interval interval;
};
/// Several units sampled independently, weighted by their populations, or by n where one has none.
Stratified stratified(std::span<const Stratum> strata);

/// Newcombe's hybrid score interval for p2 − p1 (Statistics in Medicine 17 (1998) 873-890, method 10), from
/// the intervals of both; as shares between −1 and 1.
Interval difference(double p1, Interval first, double p2, Interval second);

}  // namespace gongshi
