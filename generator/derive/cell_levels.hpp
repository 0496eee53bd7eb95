// How much of each row of a table of counts may be shown so that nobody can work out a small number by
// subtracting what is shown from a total. Numbers only: what the rows and columns mean is said by
// derive/small_cells.hpp. A row shows its columns by whole classes, coarse to fine; how many of them is its
// level. What a total leaves over once everything shown below it is subtracted is a rest, and the one rule
// is that neither a shown row nor a rest is bad.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace gongshi {

struct CellColumn {
  std::uint8_t level_class = 0;  ///< 0, 1 or 2: shown by rows of a higher level
  bool guarded = false;          ///< must never be pinned below the threshold
};

struct CellRules {
  std::vector<CellColumn> columns;
  std::uint8_t classes = 3;    ///< how many are used; with one, a row is shown whole or not at all
  std::int64_t threshold = 0;  ///< the smallest number that may be shown; 0 may always be
  /// Columns of the positive and the other answers: where nobody is positive, everybody's answer is known.
  std::optional<std::size_t> positive;
  std::optional<std::size_t> negative;
};

constexpr std::uint8_t kWholeRow = 3;

struct CellRow {
  std::optional<std::size_t> total;                 ///< place of the row that this one is part of
  std::vector<std::optional<std::int64_t>> values;  ///< by column, nothing where not known
  std::uint8_t at_most = kWholeRow;                 ///< what another table allows
  std::uint8_t published = 0;                       ///< level at which it is public already, for good
  bool below_threshold = false;                     ///< its result is low: hidden last for others' sake
};

/// What a total leaves over: the rows below it that are not shown singly, taken together.
struct CellRest {
  std::size_t total = 0;
  std::uint8_t level = 0;  ///< how much of it can be worked out, as of a row
  std::vector<std::size_t>
      rows;  ///< rows without parts, in order; empty if only the total's own part is left
  std::vector<std::optional<std::int64_t>> values;  ///< those beyond its level are nothing
};

struct CellLevels {
  std::vector<std::uint8_t> levels;  ///< of each row
  std::vector<CellRest> rests;       ///< in the order of their totals, coarse first
  /// Rows that are public already and would have to be taken back: nothing can protect what they pin.
  std::vector<std::size_t> unprotected;
};

/// Rows hidden for being bad, and the cheapest others with them so that no rest is bad: a larger group
/// costs more, a total more still, a row of low satisfaction most. `total` must not run in circles. A row
/// that is smaller than what its parts show is no total of them; they are taken for parts of its own total.
CellLevels protect_cells(const std::vector<CellRow>& rows, const CellRules& rules);

}  // namespace gongshi
