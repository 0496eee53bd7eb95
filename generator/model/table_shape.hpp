// What tables the records of a kind make: one of the records, one of each list within them, with the keys
// between them. Open data and the spreadsheets of an office have these columns.
#pragma once

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

/// What `path` leads to from `mapping` on: the value of its last field, or null where one on the way is not
/// given.
const void* follow(const FieldPath& path, const void* mapping);

}  // namespace gongshi
