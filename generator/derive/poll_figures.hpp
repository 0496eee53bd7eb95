// What follows from one row of a poll: its rate and interval as files state them, how many of those asked
// answered, and where it stands against the threshold. One function for every writer and page.
#pragma once

#include <optional>
#include <string>

#include "derive/intervals.hpp"
#include "derive/poll_table.hpp"
#include "derive/rates.hpp"

namespace gongshi {

/// The derived columns of a result, under the keys of the table. Percent with max(2, digits of the base + 1)
/// decimals; nothing where it is not known, not shown or not to be given.
struct PollFigures {
  std::optional<std::int64_t> satisfied;
  std::optional<std::string> rate;
  std::optional<std::string> low;
  std::optional<std::string> high;
  PollMarker marker = PollMarker::none;
};
/// `row` is a row, or a rest, of the table of `results`.
PollFigures figures_of(const Survey& survey, const std::vector<SurveyResult>& results, const PollRow& row);

/// Decimals of rates in files for a base of n.
int file_digits(std::int64_t n);

/// Has this row a rate at all: a base of somebody, a count of positive answers, and leave to show both?
bool has_rate(const PollRow& row);

/// How many were asked: the sum over the row's results; nothing where one does not say.
std::optional<std::int64_t> invited_of(const std::vector<SurveyResult>& results, const PollRow& row);

/// How many of those asked answered: what may be said of the result depends on it.
enum class Turnout : std::uint8_t {
  unknown,  ///< it is not known how many were asked
  thin,     ///< under 20 %: no better than answers that were volunteered
  low,      ///< under 50 %: the result of those who answered, not of the unit
  partial,  ///< under 80 %
  good,
};
Turnout turnout_of(const std::vector<SurveyResult>& results, const PollRow& row);

/// The sample that an interval of this row is to be worked out from; nothing where there is none to be
/// given: another method than a random sample, a design effect that is not known, or too few answers.
std::optional<Sample> sample_of(const Survey& survey, const std::vector<SurveyResult>& results,
                                const PollRow& row);

/// The population of which this row is a large part: given, of the poll's single result, and more than a
/// twentieth of it answered. Then people of it are told, not shares.
std::optional<std::int64_t> finite_population(const Survey& survey, const PollRow& row);

/// An interval as it is written: percent with a number of decimals, and people of a population that the
/// sample is a large part of.
struct WrittenInterval {
  std::string low;
  std::string high;
  std::optional<PeopleInterval> people;
};
/// The 95 % interval of a row; nothing where none is to be given.
std::optional<WrittenInterval> interval_of(const Survey& survey, const std::vector<SurveyResult>& results,
                                           const PollRow& row, int decimals);

/// A rate that was reported without counts, in 10^-9 percent, and how far rounding may carry it either way.
struct ReportedRate {
  std::int64_t value = 0;
  std::int64_t half = 0;
  Bound bound = Bound::exact;
};
/// Of the result's reported rate, or of the shares reported for the positive options.
std::optional<ReportedRate> reported_rate(const Survey& survey, const SurveyResult& result);

enum class Verdict : std::uint8_t { none, met, below, undecidable };
/// Where a result stands against a threshold in percent: by exact counts, else by the reported rate.
Verdict verdict_of(const Survey& survey, const SurveyResult& result, const PollRow& row,
                   std::int64_t threshold);

}  // namespace gongshi
