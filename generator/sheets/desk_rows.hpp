// Records as the rows of an office's spreadsheet.
#pragma once

#include <string>
#include <vector>

#include "model/site.hpp"
#include "model/table_shape.hpp"

namespace gongshi {

/// A record as it was written, of a kind that goes without saying.
struct DeskRecord {
  const Record* common = nullptr;
  const void* fields = nullptr;
};

/// All records of a kind, by id.
std::vector<DeskRecord> desk_records(const Site& site, Kind kind);

struct DeskRow {
  std::vector<std::size_t> parts;  ///< places in the lists on the way, from 0
  std::vector<std::string>
      cells;  ///< of the shape's columns, as model/value_text.hpp has them; empty if not given
};

std::vector<DeskRow> desk_rows(const TableShape& shape, const DeskRecord& record);

/// A cell of a DeskRow as it is shown to people: fixed values and flags in words of the language.
std::string shown_in_cell(const ShapeColumn& column, const std::string& cell, Language language);

/// What a table and a column are called in a spreadsheet.
std::string desk_label(const TableShape& shape, Language language);
std::string desk_label(const ShapeColumn& column, Language language);

}  // namespace gongshi
