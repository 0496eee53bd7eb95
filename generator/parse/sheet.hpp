// A sheet of a workbook or a CSV file as it was found: cells with what they are, and what hides or joins
// them.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace gongshi {

struct SheetCell {
  enum class Kind : std::uint8_t {
    empty,
    text,
    number,   ///< the shortest digits that give the number that is stored
    percent,  ///< a number that is shown as a percentage: 0.975
    date,  ///< a number that is shown as a date: YYYY-MM-DD, with the time of day behind it if there is one
    flag,  ///< true or false
    formula,  ///< with its =, whatever its result
    error,    ///< such as #REF!
  };
  Kind kind = Kind::empty;
  std::string text;
};

/// Rows and columns counted from 0, both ends within.
struct SheetRange {
  std::uint32_t first_row = 0;
  std::uint32_t first_column = 0;
  std::uint32_t last_row = 0;
  std::uint32_t last_column = 0;
};

struct Sheet {
  std::string name;
  bool hidden = false;
  bool since_1904 = false;                   ///< how its days are counted, see sheet_date.hpp
  std::vector<std::vector<SheetCell>> rows;  ///< each as long as its last cell that is there
  std::vector<SheetRange> merged;
  std::set<std::uint32_t> hidden_rows;
  std::set<std::uint32_t> hidden_columns;

  [[nodiscard]] const SheetCell& at(std::size_t row, std::size_t column) const {
    static const SheetCell nothing;
    return row < rows.size() && column < rows[row].size() ? rows[row][column] : nothing;
  }
};

}  // namespace gongshi
