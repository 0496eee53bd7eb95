// The bytes of an xlsx workbook, written row by row; the one door to the library that makes them. Text is
// never a formula, and the same calls give the same bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace gongshi {

/// Most that a sheet holds: UTF-16 units of a cell, rows, and digits that a number keeps exactly.
inline constexpr std::size_t kMostCellUnits = 32'767;
inline constexpr std::uint32_t kMostSheetRows = 1'048'576;
inline constexpr std::size_t kMostExactDigits = 15;

/// UTF-16 units that `text` takes.
std::size_t cell_units(const std::string& text);

enum class CellLook : std::uint8_t {
  plain,
  heading,
  required_heading,
  typed,  ///< formatted as text, so that what is typed stays as it is
  wrong,  ///< stands out as bad
};

struct WorkbookProperties {
  std::string title;
  std::string company;
  std::int64_t created = 0;  ///< seconds since 1970
};

class XlsxWriter {
 public:
  /// Every call throws std::runtime_error if the library refuses, std::system_error if the system does.
  explicit XlsxWriter(const WorkbookProperties& properties);
  ~XlsxWriter();
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  /// A new sheet, to which everything goes from here on, its columns this wide (in characters) and of this
  /// look. Its name is `label` cut to what a name may be, unlike every other. Rows are written in order.
  std::string begin_sheet(const std::string& label, std::span<const double> widths,
                          CellLook columns = CellLook::plain);
  /// Keeps this many rows in sight, and this many columns.
  void freeze(std::uint32_t rows, std::uint16_t columns);
  /// Buttons to filter by over the first row, down to `last_row`.
  void filter(std::uint32_t last_row, std::uint16_t last_column);

  /// Writes nothing for empty text; it has at most kMostCellUnits.
  void text(std::uint32_t row, std::uint16_t column, const std::string& text,
            CellLook look = CellLook::plain);
  /// A number in JSON's syntax, showing the decimals that it was written with: 97 and 97.0 are two
  /// statements.
  void number(std::uint32_t row, std::uint16_t column, const std::string& digits);
  /// False if spreadsheets have no such day: they know none before 1900.
  bool date(std::uint32_t row, std::uint16_t column, int year, int month, int day);
  /// A note that is shown beside the cell.
  void note(std::uint32_t row, std::uint16_t column, const std::string& text);
  /// A list to choose from in the column's rows: the cells `first` to `last` of another sheet's column, all
  /// counted from 0.
  struct Choices {
    std::string sheet;
    std::uint16_t column = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  void choose(std::uint16_t column, std::uint32_t first_row, std::uint32_t last_row, const Choices& choices);

  /// The finished file. Nothing may be written afterwards.
  std::string take();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace gongshi
