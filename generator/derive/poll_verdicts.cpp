#include "derive/poll_verdicts.hpp"

#include <algorithm>

namespace gongshi {
namespace {

constexpr std::uint8_t kShowsRate = 2;
constexpr std::uint8_t kShowsBase = 1;

class Verdicts {
 public:
  Verdicts(const PollCells& cells, const CellLevels& made, const Limits& limits)
      : m_rows(cells.rows), m_made(made), m_limits(limits), m_told(m_rows.size()) {}

  std::vector<bool> by_cells() {
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
      m_told[row] = m_made.levels[row] >= kShowsRate || may_be_told_alone(row);
    }
    for (const CellRest& rest : m_made.rests) {
      if (rest.level >= kShowsRate && pins(rest)) withhold(rest);
    }
    return m_told;
  }

  std::vector<bool> by_base() {
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
      m_told[row] =
          m_made.levels[row] >= kShowsRate || m_rows[row].values[kBase].value_or(0) >= m_limits.small_cell;
    }
    return m_told;
  }

 private:
  // The most other answers that a result of this size may have without being below the threshold.
  [[nodiscard]] std::int64_t most_others(std::size_t row) const {
    constexpr std::int64_t kPercent = 100;
    return (kPercent - m_limits.satisfaction) * *m_rows[row].values[kBase] / kPercent;
  }

  [[nodiscard]] bool is_total(std::size_t row) const {
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const CellRow& one) { return one.total == row; });
  }

  [[nodiscard]] bool may_be_told_alone(std::size_t row) const {
    const CellRow& one = m_rows[row];
    if (m_made.levels[row] < kShowsBase || !one.values[kBase] || !one.values[kOther] || is_total(row))
      return false;
    return most_others(row) >= m_limits.small_cell &&
           *one.values[kBase] - most_others(row) - 1 >= m_limits.small_cell;
  }

  // The least that its verdict, once told, says of the column of a row.
  [[nodiscard]] std::int64_t least(std::size_t row, std::size_t column) const {
    if (!m_told[row] || m_made.levels[row] >= kShowsRate) return 0;
    const bool below = m_rows[row].below_threshold;
    if (column == kOther) return below ? most_others(row) + 1 : 0;
    return below ? 0 : *m_rows[row].values[kBase] - most_others(row);
  }

  [[nodiscard]] bool pins(const CellRest& rest) const {
    for (const std::size_t column : {kOther, kPositive}) {
      if (!rest.values[column]) continue;
      std::int64_t free = *rest.values[column];
      for (const std::size_t row : rest.rows) free -= least(row, column);
      for (const std::size_t row : rest.rows) {
        if (m_made.levels[row] >= kShowsRate || m_rows[row].values[column].value_or(0) == 0) continue;
        if (free + least(row, column) < m_limits.small_cell) return true;
      }
    }
    return false;
  }

  void withhold(const CellRest& rest) {
    for (const std::size_t row : rest.rows) {
      if (m_made.levels[row] < kShowsRate) m_told[row] = false;
    }
  }

  const std::vector<CellRow>& m_rows;
  const CellLevels& m_made;
  const Limits& m_limits;
  std::vector<bool> m_told;
};

}  // namespace

std::vector<bool> tellable_verdicts(const PollCells& cells, const CellLevels& made, SmallCellMode mode,
                                    const Limits& limits) {
  Verdicts verdicts(cells, made, limits);
  return mode == SmallCellMode::cells ? verdicts.by_cells() : verdicts.by_base();
}

}  // namespace gongshi
