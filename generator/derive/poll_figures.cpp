#include "derive/poll_figures.hpp"

#include <algorithm>
#include <cmath>

namespace gongshi {
namespace {

constexpr std::int64_t kNano = 1'000'000'000;

ReportedRate& operator+=(ReportedRate& sum, Scaled part) {
  std::int64_t unit = kNano;
  for (int i = 0; i < part.decimals; ++i) unit /= 10;
  sum.value += part.value * unit;
  sum.half += unit / 2;
  return sum;
}

// A sample of which no more is said is taken for a simple one; nothing where the source leaves it open.
std::optional<double> design_effect(const Survey& survey) {
  if (const auto effect = scaled(survey.design_effect))
    return static_cast<double>(effect->value) / std::pow(10, effect->decimals);
  const auto names_it = [](const Placed<std::string>& name) {
    return name.value == "design_effect" || name.value == "设计效应";
  };
  const bool open = std::any_of(survey.not_stated.begin(), survey.not_stated.end(), names_it);
  return open ? std::nullopt : std::optional(1.0);
}

std::string percent_of(double share, int digits) {
  return decimal_text(std::llround(share * 100 * std::pow(10, digits)), digits);
}

}  // namespace

int file_digits(std::int64_t n) { return std::max(2, rate_digits(n) + 1); }

bool has_rate(const PollRow& row) {
  return row.level >= 2 && row.marker == PollMarker::none && row.valid.value_or(0) > 0 && row.positive &&
         *row.positive <= *row.valid;
}

PollFigures figures_of(const Survey& survey, const std::vector<SurveyResult>& results, const PollRow& row) {
  PollFigures figures;
  figures.marker = row.marker;
  if (row.level >= 2 && row.marker == PollMarker::none) figures.satisfied = row.positive;
  if (!has_rate(row)) return figures;
  const std::int64_t n = *row.valid;
  const int digits = file_digits(n);
  figures.rate = decimal_text(rate(*row.positive, n, digits), digits);
  if (const auto interval = interval_of(survey, results, row, digits)) {
    figures.low = interval->low;
    figures.high = interval->high;
  }
  return figures;
}

std::optional<WrittenInterval> interval_of(const Survey& survey, const std::vector<SurveyResult>& results,
                                           const PollRow& row, int decimals) {
  const std::optional<Sample> sample = sample_of(survey, results, row);
  if (!sample) return std::nullopt;
  WrittenInterval written;
  if (const auto population = finite_population(survey, row)) {
    const PeopleInterval people = people_interval(*sample, *population);
    written.low = decimal_text(rate(people.low, *population, decimals), decimals);
    written.high = decimal_text(rate(people.high, *population, decimals), decimals);
    written.people = people;
  } else {
    const Interval interval = wilson(*sample);
    written.low = percent_of(interval.low, decimals);
    written.high = percent_of(interval.high, decimals);
  }
  return written;
}

std::optional<std::int64_t> invited_of(const std::vector<SurveyResult>& results, const PollRow& row) {
  std::int64_t total = 0;
  for (const std::size_t index : row.results) {
    if (!results[index].invited) return std::nullopt;
    total += *results[index].invited;
  }
  return total;
}

Turnout turnout_of(const std::vector<SurveyResult>& results, const PollRow& row) {
  const auto invited = invited_of(results, row);
  if (!invited || *invited == 0 || !row.valid) return Turnout::unknown;
  if (is_below(*row.valid, *invited, 20)) return Turnout::thin;
  if (is_below(*row.valid, *invited, 50)) return Turnout::low;
  if (is_below(*row.valid, *invited, 80)) return Turnout::partial;
  return Turnout::good;
}

std::optional<Sample> sample_of(const Survey& survey, const std::vector<SurveyResult>& results,
                                const PollRow& row) {
  if (!(survey.method == Method::random_sample) || !has_rate(row)) return std::nullopt;
  if (turnout_of(results, row) == Turnout::thin) return std::nullopt;
  const std::optional<double> design = design_effect(survey);
  if (!design || *design < 1) return std::nullopt;
  return Sample{*row.positive, *row.valid, static_cast<double>(*row.valid) / *design};
}

std::optional<std::int64_t> finite_population(const Survey& survey, const PollRow& row) {
  const auto& population = survey.population_size;
  if (survey.results.size() != 1 || !population || !row.valid || *row.valid >= *population)
    return std::nullopt;
  return is_large_part(*row.valid, *population) ? population : std::nullopt;
}

std::optional<ReportedRate> reported_rate(const Survey& survey, const SurveyResult& result) {
  ReportedRate reported;
  reported.bound = result.bound.value_or(Bound::exact);
  if (const auto rate = scaled(result.reported_rate)) {
    reported += *rate;
    return reported;
  }
  bool found = false;
  for (const Placed<std::string>& positive : survey.positive) {
    for (const auto& share : result.reported) {
      const auto value = share.key.value == positive.value ? scaled(share.value) : std::nullopt;
      if (!value) continue;
      reported += *value;
      found = true;
    }
  }
  return found ? std::optional(reported) : std::nullopt;
}

Verdict verdict_of(const Survey& survey, const SurveyResult& result, const PollRow& row,
                   std::int64_t threshold) {
  if (row.valid && row.positive) {
    if (*row.valid == 0) return Verdict::none;
    return is_below(*row.positive, *row.valid, threshold) ? Verdict::below : Verdict::met;
  }
  const auto reported = reported_rate(survey, result);
  if (!reported) return Verdict::none;
  const std::int64_t limit = threshold * kNano;
  if (reported->bound == Bound::at_least)
    return reported->value >= limit ? Verdict::met : Verdict::undecidable;
  if (reported->value + reported->half < limit) return Verdict::below;
  if (reported->value - reported->half >= limit) return Verdict::met;
  return Verdict::undecidable;
}

}  // namespace gongshi
