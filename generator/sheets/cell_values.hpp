// What the cell of a spreadsheet says, as a value of its column: what can be read in one way only is put
// right and said, and what may mean several things is refused.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/kind.hpp"
#include "model/table_shape.hpp"
#include "parse/sheet.hpp"

namespace gongshi {

/// A value as model/value_text.hpp has it.
struct CellValue {
  std::string text;
  std::vector<std::string> values;  ///< the same, one by one; none to take the value away
};

/// The records that references may name, by kind: ids, and the ids of those with a title or other name.
struct KnownRecords {
  std::map<Kind, std::map<std::string, std::vector<std::string>, std::less<>>> by_name;
  std::map<Kind, std::map<std::string, bool, std::less<>>> ids;
};

/// Where a cell is, and what it belongs to.
struct CellPlaceInSheet {
  Position at;
  const ShapeColumn* column = nullptr;
  std::string column_label;
  bool since_1904 = false;
};

/// The value that the cell gives to its column; nothing if the cell is empty or, with a finding, can't be
/// used.
std::optional<CellValue> read_cell(const SheetCell& cell, const CellPlaceInSheet& place,
                                   const KnownRecords& records, Diagnostics& diagnostics);

/// Text of a cell without blanks around it, the ideographic and the unbreakable one included.
std::string_view without_blanks(std::string_view text);

/// Full-width digits, letters and punctuation as ASCII.
std::string half_width(std::string_view text);

}  // namespace gongshi
