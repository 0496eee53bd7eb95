#include "derive/small_cells.hpp"

#include <algorithm>

#include "derive/poll_cells.hpp"
#include "derive/poll_verdicts.hpp"
#include "derive/rates.hpp"

namespace gongshi {
namespace {

/// One of the linked tables: the results, or those of an aspect.
struct LinkedTable {
  const std::vector<SurveyResult>* results;
  PollCells cells;
  CellLevels made;
};

bool is_alone(const std::vector<CellRow>& rows, std::size_t row) {
  return !rows[row].total &&
         std::none_of(rows.begin(), rows.end(), [&](const CellRow& one) { return one.total == row; });
}

// The level at which a row shows all that is known of it in whole classes.
std::uint8_t known_level(const CellRow& row, const CellRules& rules) {
  std::uint8_t known = kWholeRow;
  for (std::size_t k = 0; k < rules.columns.size(); ++k) {
    const CellColumn& column = rules.columns[k];
    if (column.guarded && !row.values[k]) known = std::min(known, column.level_class);
  }
  return known;
}

bool has_small_count(const CellRow& row, const CellRules& rules) {
  for (std::size_t k = 0; k < rules.columns.size(); ++k) {
    const std::int64_t value = row.values[k].value_or(0);
    if (rules.columns[k].guarded && value >= 1 && value < rules.threshold) return true;
  }
  return false;
}

// "99 % of 128" is one person who is not satisfied.
bool reports_small_count(const SurveyResult& result, const CellRow& row, std::int64_t threshold) {
  const auto reported = scaled(result.reported_rate);
  const std::int64_t people = row.values[kBallots].value_or(0);
  if (!reported || people == 0) return false;
  const auto positive = people_behind(*reported, people);
  if (!positive) return false;
  const auto is_small = [&](std::int64_t low, std::int64_t high) { return low >= 1 && high < threshold; };
  return is_small(positive->low, positive->high) || is_small(people - positive->high, people - positive->low);
}

// A reported rate or a few of the counts are less than a class and still something to subtract: by cells,
// they stand only in a row that is neither a part nor a total, and only if they give no small number. A rate
// that was `announced` elsewhere is no news.
void settle_what_is_less_than_a_class(LinkedTable& table, bool announced) {
  const std::vector<CellRow>& rows = table.cells.rows;
  const CellRules& rules = table.cells.rules;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::uint8_t known = known_level(rows[row], rules);
    std::uint8_t& level = table.made.levels[row];
    if (level < known || rows[row].at_most < kWholeRow) continue;
    const bool small = has_small_count(rows[row], rules) ||
                       (!announced && reports_small_count((*table.results)[row], rows[row], rules.threshold));
    if (rules.classes == 1 || (is_alone(rows, row) && !small)) level = kWholeRow;
  }
}

void protect_linked(std::vector<LinkedTable>& tables, bool announced) {
  std::map<std::string, std::uint8_t> lowest;
  for (bool changed = true; changed;) {
    changed = false;
    for (LinkedTable& table : tables) {
      table.made = protect_cells(table.cells.rows, table.cells.rules);
      settle_what_is_less_than_a_class(table, announced);
      for (std::size_t row = 0; row < table.cells.rows.size(); ++row) {
        const std::string name = group_name((*table.results)[row]);
        if (name.empty()) continue;
        const auto [known, first] = lowest.emplace(name, kWholeRow);
        known->second = std::min(known->second, table.made.levels[row]);
      }
    }
    for (LinkedTable& table : tables) {
      for (std::size_t row = 0; row < table.cells.rows.size(); ++row) {
        const auto found = lowest.find(group_name((*table.results)[row]));
        if (found == lowest.end() || found->second >= table.made.levels[row]) continue;
        table.cells.rows[row].at_most = found->second;
        changed = true;
      }
    }
  }
}

void lower(PollRow& row, std::uint8_t level, bool base_is_ballots) {
  row.level = level;
  if (level == kWholeRow) return;
  std::fill(row.counts.begin(), row.counts.end(), std::nullopt);
  if (level == 2) return;
  row.positive.reset();
  row.marker = PollMarker::withheld;
  if (level == 0 || !base_is_ballots) row.valid.reset();
}

PollRow rest_row(const CellRest& rest, std::size_t options) {
  PollRow row;
  row.results = rest.rows;
  row.level = rest.level;
  row.valid = rest.values[kBase];
  row.positive = rest.values[kPositive];
  for (std::size_t i = 0; i < options; ++i) row.counts.push_back(rest.values[kFirstOption + i]);
  if (!row.valid || !row.positive) row.marker = rest.level < 2 ? PollMarker::withheld : PollMarker::missing;
  return row;
}

PollTable shown_table(const Survey& survey, const LinkedTable& table) {
  PollTable shown = poll_table(survey, *table.results);
  for (std::size_t i = 0; i < shown.rows.size(); ++i) {
    lower(shown.rows[i], table.made.levels[i], survey.excluded.empty());
  }
  for (const CellRest& rest : table.made.rests) {
    const auto is_withheld = [&](std::size_t row) { return table.made.levels[row] < kWholeRow; };
    if (std::any_of(rest.rows.begin(), rest.rows.end(), is_withheld))
      shown.rests.push_back(rest_row(rest, survey.options.size()));
  }
  return shown;
}

ProtectedPoll as_recorded(const Survey& survey) {
  ProtectedPoll poll;
  poll.results = poll_table(survey, survey.results);
  for (const Aspect& aspect : survey.aspects) poll.aspects.push_back(poll_table(survey, aspect.results));
  poll.verdicts.assign(survey.results.size(), true);
  return poll;
}

}  // namespace

ProtectedPoll protect(const Survey& survey, const UnitParents& parents, const Limits& limits,
                      const PublicLevels& published) {
  const auto mode =
      survey.small_cell ? survey.small_cell->mode.value_or(SmallCellMode::base) : SmallCellMode::base;
  if (mode == SmallCellMode::none) return as_recorded(survey);

  std::vector<LinkedTable> tables;
  const auto add = [&](const std::vector<SurveyResult>& results) {
    tables.push_back({&results, poll_cells(survey, results, mode, parents, limits), {}});
  };
  add(survey.results);
  for (const Aspect& aspect : survey.aspects) add(aspect.results);
  PublicLevels public_before = published;
  if (survey.small_cell) {
    for (const Placed<std::string>& name : survey.small_cell->published)
      public_before[name.value] = kWholeRow;
  }
  for (std::size_t i = 0; i < survey.results.size(); ++i) {
    const SurveyResult& result = survey.results[i];
    const auto found = public_before.find(result.unit.given() ? result.unit.id : result.object);
    if (found != public_before.end()) tables.front().cells.rows[i].published = found->second;
  }
  protect_linked(tables, survey.announced && !survey.announced->where.empty());

  ProtectedPoll poll;
  poll.results = shown_table(survey, tables.front());
  for (std::size_t i = 1; i < tables.size(); ++i) poll.aspects.push_back(shown_table(survey, tables[i]));
  poll.verdicts = tellable_verdicts(tables.front().cells, tables.front().made, mode, limits);
  poll.unprotected = tables.front().made.unprotected;
  return poll;
}

}  // namespace gongshi
