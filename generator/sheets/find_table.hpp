// Finds the row of column names in a sheet as offices make them, and which table it is: below a title and a
// unit, over one row or two.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/table_shape.hpp"
#include "parse/sheet.hpp"
#include "sheets/cell_values.hpp"

namespace gongshi {

struct FoundColumn {
  std::uint32_t in_sheet = 0;         ///< column of the sheet, from 0
  const TableShape* shape = nullptr;  ///< the table's own, or that of a list whose texts stand in one cell
  std::size_t column = 0;             ///< of the shape
  std::string label;                  ///< as the sheet has it
};

struct FoundTable {
  const TableShape* shape = nullptr;
  std::uint32_t header_row = 0;
  std::uint32_t first_row = 0;  ///< of the rows below the names
  std::vector<FoundColumn> columns;
};

/// The table in `sheet`, whose cells are those of source `file`: the one that most columns are named like
/// and, where several are, the one whose records the ids name. Unknown columns and those there twice are
/// findings. Else why it is none.
std::variant<FoundTable, Term> find_table(const Sheet& sheet, std::uint32_t file,
                                          const std::vector<TableShape>& shapes, const KnownRecords& records,
                                          Diagnostics& diagnostics);

}  // namespace gongshi
