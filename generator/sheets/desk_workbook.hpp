// The workbook that an office fills in: a sheet a table, with what each column is for.
#pragma once

#include <string>

#include "sheets/desk_rows.hpp"

namespace gongshi {

enum class DeskContent : std::uint8_t {
  records,        ///< the tables that have rows, with all of these
  blank_template  ///< every table, empty; fixed values can be chosen from lists
};

/// The bytes of an xlsx file, in the language of the site. All cells are text, so that nothing that is typed
/// is changed. A value that is longer than a cell may be is left out; import leaves it alone.
std::string desk_workbook(const Site& site, DeskContent content);

/// The records of one table as CSV for spreadsheets: with a byte order mark, and an apostrophe before what
/// would be a formula.
std::string desk_csv(const Site& site, const TableShape& shape);

}  // namespace gongshi
