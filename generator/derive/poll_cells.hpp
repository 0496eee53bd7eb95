// A poll's table as rows and columns of whole numbers, with what is to be guarded in them.
#pragma once

#include "derive/cell_levels.hpp"
#include "derive/poll_table.hpp"
#include "derive/small_cells.hpp"

namespace gongshi {

/// Columns before those of the options. Base and ballots differ by the excluded answers.
inline constexpr std::size_t kBallots = 0;
inline constexpr std::size_t kBase = 1;
inline constexpr std::size_t kPositive = 2;
inline constexpr std::size_t kOther = 3;
inline constexpr std::size_t kExcluded = 4;
inline constexpr std::size_t kFirstOption = 5;

struct PollCells {
  CellRules rules;
  std::vector<CellRow> rows;
};

/// The cells of `results`. By base, everything is one class, and the ballots and the base are guarded. By
/// cells, class 0 is the ballots; 1 the positive, the other and the excluded; 2 the options of those three
/// that have several. `mode` is not none.
PollCells poll_cells(const Survey& survey, const std::vector<SurveyResult>& results, SmallCellMode mode,
                     const UnitParents& parents, const Limits& limits);

/// The name by which results of several tables are of one group; empty for one without unit and object.
std::string group_name(const SurveyResult& result);

}  // namespace gongshi
