#include "derive/poll_table.hpp"

#include <algorithm>

namespace gongshi {
namespace {

using Count = std::optional<std::int64_t>;

Count count_of(const SurveyResult& result, const std::string& option) {
  for (const auto& count : result.counts) {
    if (count.key.value == option) return count.value;
  }
  return std::nullopt;
}

// The sum, or nothing as soon as one of the parts is not known.
Count sum(const std::vector<Count>& parts) {
  std::int64_t total = 0;
  for (const Count& part : parts) {
    if (!part) return std::nullopt;
    total += *part;
  }
  return total;
}

// Counts in the order of the options. An option without a count was chosen by nobody where the others
// already make up all valid answers; else its count is not known.
std::vector<Count> counts_of(const Survey& survey, const SurveyResult& result) {
  std::int64_t given = 0;
  for (const auto& count : result.counts) given += count.value.value_or(0);
  const bool complete = result.valid && given == *result.valid;
  std::vector<Count> counts;
  counts.reserve(survey.options.size());
  for (const Placed<std::string>& option : survey.options) {
    const Count count = count_of(result, option.value);
    counts.push_back(complete ? count.value_or(0) : count);
  }
  return counts;
}

// The counts of those options that `chosen` lists.
std::vector<Count> counts_among(const Survey& survey, const std::vector<Count>& counts,
                                const std::vector<Placed<std::string>>& chosen) {
  std::vector<Count> among;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto is_option = [&](const auto& one) { return one.value == survey.options[i].value; };
    if (std::any_of(chosen.begin(), chosen.end(), is_option)) among.push_back(counts[i]);
  }
  return among;
}

PollMarker marker_of(const SurveyResult& result, const PollRow& row) {
  if (row.valid && row.positive) return PollMarker::none;
  if (!result.reported_rate.text.empty() || !result.reported.empty() || result.score)
    return PollMarker::reported;
  return PollMarker::missing;
}

PollRow row_of(const Survey& survey, const SurveyResult& result, std::size_t index) {
  PollRow row;
  row.results = {index};
  row.counts = counts_of(survey, result);
  const bool all_counted = !result.rest_not_published.value_or(false) && !row.counts.empty();
  Count valid = result.valid;
  if (!valid && all_counted) valid = sum(row.counts);
  const Count excluded = sum(counts_among(survey, row.counts, survey.excluded));
  if (valid && excluded) row.valid = *valid - *excluded;
  if (!survey.positive.empty() && !row.counts.empty())
    row.positive = sum(counts_among(survey, row.counts, survey.positive));
  row.marker = marker_of(result, row);
  return row;
}

}  // namespace

std::span<const ChoiceWord> choices(PollMarker) {
  static constexpr ChoiceWord kWords[] = {
      {"none", {"有数字", "none"}},
      {"withheld", {"人数较少不单列", "withheld, few people"}},
      {"reported", {"只有公布的比率", "only a reported rate"}},
      {"missing", {"未公布", "not published"}},
  };
  return kWords;
}

PollTable poll_table(const Survey& survey, const std::vector<SurveyResult>& results) {
  PollTable table;
  table.rows.reserve(results.size());
  for (std::size_t i = 0; i < results.size(); ++i) table.rows.push_back(row_of(survey, results[i], i));
  return table;
}

}  // namespace gongshi
