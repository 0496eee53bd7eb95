// The figures of a poll, row by row, as whole counts: what rates, intervals, warnings, the protection of
// small groups and pages work on.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/survey.hpp"

namespace gongshi {

/// Why a figure is not there: three different things, in words, in every format.
enum class PollMarker : std::uint8_t { none, withheld, reported, missing };
std::span<const ChoiceWord> choices(PollMarker);

/// One result of a poll, or the rest of a group that is not shown singly. How much of it may be shown is its
/// level: 3 all, 2 options merged into positive and not, 1 only how many answered, 0 nothing. What is not
/// known or not shown is nullopt.
struct PollRow {
  std::vector<std::size_t> results;  ///< places in the list of results: one, or those of a rest
  std::uint8_t level = 3;
  PollMarker marker = PollMarker::none;
  std::optional<std::int64_t> valid;     ///< base of the rate: valid answers without the excluded options
  std::optional<std::int64_t> positive;  ///< people who chose a positive option
  std::vector<std::optional<std::int64_t>> counts;  ///< in the order of the survey's options
};

/// Rows in the order of the results (or of an aspect's results), then the rests.
struct PollTable {
  std::vector<PollRow> rows;
  std::vector<PollRow> rests;
};

/// The table of `results` as recorded, nothing withheld.
PollTable poll_table(const Survey& survey, const std::vector<SurveyResult>& results);

}  // namespace gongshi
