// What tables the records of a kind make: one of the records, one of each list within them, with the keys
// between them. Open data and the spreadsheets of an office have these columns.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "model/field.hpp"
#include "model/kind.hpp"

namespace gongshi {

/// From a mapping down to a field, through nested mappings.
using FieldPath = std::vector<const Field*>;

/// A list to go through on the way to a row: where it is in the mapping before, and its name.
struct ListStep {
  FieldPath path;
  std::string key;  ///< last of the names in `path`
};

struct ShapeColumn {
  enum class What : std::uint8_t { id, part, map_key, map_value, body, field };
  What what = What::field;
  std::size_t part = 0;  ///< of a part: of which list
  FieldPath path;        ///< of a field; of a map's value, the list's own field last
  std::string name;      ///< dotted, from the record on
  std::string labels;    ///< the same in Chinese
  std::string key;       ///< of the column, within its table
  std::string label;     ///< the same in Chinese
  Bilingual meaning;

  /// The type of its values; null of an id, a place in a list and a body.
  [[nodiscard]] const ValueType* type() const;
};

struct TableShape {
  Kind kind = Kind::phase;
  std::string name;   ///< `items`, `items-measures`
  std::string label;  ///< the same in Chinese
  Bilingual meaning;  ///< of a part of records: what it holds; else empty
  std::vector<ListStep> steps;
  std::vector<ShapeColumn> columns;
  std::size_t key_columns = 0;  ///< the first of them name a row
  std::size_t parent = 0;       ///< index of the table that the second last key is of; its own, of records
};

enum class ShapeUse : std::uint8_t {
  open_data,  ///< what is shown, with what is derived and the body; waivers have a table for all kinds
  desk,       ///< what is typed into spreadsheets: all that is no body and not derived
};

/// The tables of a kind, the records first, each before those of its lists.
std::vector<TableShape> table_shapes(Kind kind, ShapeUse use);

/// A row in a record.
struct ShapeRow {
  const void* mapping = nullptr;       ///< that the row is read from, or the value of a keyed mapping's part
  const void* list = nullptr;          ///< that it is a part of; null for the record itself
  std::span<const std::size_t> parts;  ///< its places in the lists on the way, from 0
};

/// Calls `visit` for each row that the record, of the shape's kind, has; what it is given is gone afterwards.
void each_row(const TableShape& shape, const void* record,
              const std::function<void(const ShapeRow& row)>& visit);

/// The value of a column that has a type, or null where it is not given.
const void* value_in(const ShapeRow& row, const ShapeColumn& column);

/// Of a table of a keyed mapping: the key of the row.
const std::string& map_key_in(const TableShape& shape, const ShapeRow& row);

}  // namespace gongshi
