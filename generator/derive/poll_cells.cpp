#include "derive/poll_cells.hpp"

#include <algorithm>

namespace gongshi {
namespace {

using Count = std::optional<std::int64_t>;

// No poll asks more people; the sums of what a table claims stay far from overflowing.
constexpr std::int64_t kMostPeople = 1'000'000'000'000;

bool lists(const std::vector<Placed<std::string>>& options, const std::string& option) {
  return std::any_of(options.begin(), options.end(), [&](const auto& one) { return one.value == option; });
}

// The counts of a poll whose options are not stated are numbers all the same.
Survey with_all_options(Survey survey, const std::vector<SurveyResult>& results) {
  for (const SurveyResult& result : results) {
    for (const auto& count : result.counts) {
      if (!lists(survey.options, count.key.value)) survey.options.push_back(count.key);
    }
  }
  return survey;
}

Count ballots_of(const SurveyResult& result, bool all_counted, std::int64_t counted) {
  if (result.valid) return result.valid;
  if (all_counted && !result.rest_not_published.value_or(false)) return counted;
  if (result.returned && result.void_ballots) return *result.returned - *result.void_ballots;
  return result.participants;
}

// What follows from the result itself: how many ballots are valid, and the one count that is left.
SurveyResult completed(const Survey& survey, SurveyResult result) {
  std::vector<Placed<std::string>> open = survey.options;
  std::int64_t counted = 0;
  for (const auto& count : result.counts) {
    counted += count.value.value_or(0);
    std::erase_if(open, [&](const auto& option) { return option.value == count.key.value; });
  }
  result.valid = ballots_of(result, open.empty() && !survey.options.empty(), counted);
  if (result.valid && open.size() == 1) {
    result.counts.emplace_back();
    result.counts.back().key = open.front();
    result.counts.back().value = *result.valid - counted;
  }
  return result;
}

CellRules rules_of(const Survey& survey, SmallCellMode mode, const Limits& limits) {
  const bool by_cells = mode == SmallCellMode::cells;
  const auto in_group = [&](const std::string& option) {
    return lists(survey.excluded, option) ? kExcluded : lists(survey.positive, option) ? kPositive : kOther;
  };
  std::size_t group_sizes[kFirstOption] = {};
  for (const auto& option : survey.options) ++group_sizes[in_group(option.value)];

  CellRules rules;
  rules.classes = by_cells ? 3 : 1;
  rules.threshold = limits.small_cell;
  rules.columns.resize(kFirstOption);
  rules.columns[kBallots].guarded = true;
  rules.columns[kBase].guarded = !by_cells;
  if (by_cells) {
    const bool has_positive = !survey.positive.empty();
    rules.columns[kBase].level_class = survey.excluded.empty() ? 0 : 1;
    rules.columns[kPositive] = rules.columns[kOther] = {1, has_positive};
    rules.columns[kExcluded] = {1, !survey.excluded.empty()};
    if (has_positive) {
      rules.positive = kPositive;
      rules.negative = kOther;
    }
  }
  for (const auto& option : survey.options) {
    // The only option of a group is guarded as the group.
    const std::size_t group = in_group(option.value);
    const bool is_group = group_sizes[group] == 1 && rules.columns[group].guarded;
    rules.columns.push_back({static_cast<std::uint8_t>(by_cells ? 2 : 0), by_cells && !is_group});
  }
  return rules;
}

Count excluded_of(const Survey& survey, const PollRow& row) {
  Count sum = 0;
  for (std::size_t i = 0; i < row.counts.size(); ++i) {
    if (!lists(survey.excluded, survey.options[i].value)) continue;
    if (!row.counts[i]) return std::nullopt;
    *sum += *row.counts[i];
  }
  return row.counts.empty() && !survey.excluded.empty() ? std::nullopt : sum;
}

std::vector<Count> values_of(const Survey& survey, const SurveyResult& result, const PollRow& row) {
  std::vector<Count> values(kFirstOption);
  const Count excluded = excluded_of(survey, row);
  values[kBallots] = result.valid;
  values[kBase] = row.valid ? row.valid : values[kBallots];
  values[kPositive] = row.positive;
  if (row.valid && row.positive) values[kOther] = *row.valid - *row.positive;
  if (!survey.excluded.empty()) values[kExcluded] = excluded;
  values.insert(values.end(), row.counts.begin(), row.counts.end());
  for (Count& value : values) {
    if (value) value = std::min(*value, kMostPeople);
  }
  return values;
}

// The nearest unit above that has a result too. Units that are each other's parents have none.
std::optional<std::size_t> total_of(const std::string& unit, const std::map<std::string, std::size_t>& places,
                                    const UnitParents& parents) {
  std::optional<std::size_t> total;
  auto above = parents.find(unit);
  for (std::size_t steps = 0; above != parents.end(); ++steps) {
    if (steps > parents.size()) return std::nullopt;
    const auto place = places.find(above->second);
    if (!total && place != places.end()) total = place->second;
    above = parents.find(above->second);
  }
  return total;
}

}  // namespace

std::string group_name(const SurveyResult& result) {
  if (result.unit.given()) return "unit " + result.unit.id;
  return result.object.empty() ? "" : "object " + result.object;
}

PollCells poll_cells(const Survey& survey, const std::vector<SurveyResult>& results, SmallCellMode mode,
                     const UnitParents& parents, const Limits& limits) {
  constexpr std::int64_t kPercent = 100;
  const Survey counted = with_all_options(survey, results);
  std::vector<SurveyResult> complete;
  complete.reserve(results.size());
  for (const SurveyResult& result : results) complete.push_back(completed(counted, result));
  const PollTable table = poll_table(counted, complete);
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (results[i].unit.given()) places.emplace(results[i].unit.id, i);
  }
  PollCells cells{rules_of(counted, mode, limits), {}};
  cells.rows.reserve(results.size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    CellRow row;
    if (results[i].unit.given()) row.total = total_of(results[i].unit.id, places, parents);
    row.values = values_of(counted, complete[i], table.rows[i]);
    const Count& positive = row.values[kPositive];
    row.below_threshold = survey.measures.value_or(Measured::satisfaction) == Measured::satisfaction &&
                          positive && kPercent * *positive < limits.satisfaction * *row.values[kBase];
    cells.rows.push_back(std::move(row));
  }
  return cells;
}

}  // namespace gongshi
