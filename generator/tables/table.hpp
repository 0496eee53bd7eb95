// A table of the open data: what its columns mean, and rows of typed cells. Every file format takes this
// and nothing else, so that all of them say the same.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/field.hpp"
#include "model/value_text.hpp"
#include "publish/published.hpp"

namespace gongshi {

enum class CellType : std::uint8_t {
  text,
  count,    ///< a whole number
  decimal,  ///< digits as they were written
  date,     ///< YYYY-MM-DD, or YYYY-MM or YYYY where no more is known
  flag,     ///< true or false
};

/// What is in a cell. The three ways to be empty are three different things, and none of them is zero.
struct Cell {
  enum class State : std::uint8_t {
    missing,     ///< nothing was recorded
    withheld,    ///< a small group is not shown by itself
    not_stated,  ///< the source is silent on it
    given,
  };
  State state = State::missing;
  std::string text;  ///< of a given cell only, never empty
};

/// How text formats write the cells that are not given; what is missing is empty.
inline constexpr std::string_view kWithheldMark = "[c]";
inline constexpr std::string_view kNotStatedMark = "[x]";

struct Column {
  std::string key;    ///< dotted within nested mappings, as in `not_stated`: `raised.date`
  std::string label;  ///< Chinese
  Bilingual meaning;
  CellType type = CellType::text;
  bool is_list = false;
  std::span<const ChoiceWord> choices;  ///< of fixed values
  bool has_partial_dates = false;       ///< of some of its dates no more than the month or year is known
};

/// What all dates match, as a regular expression.
inline constexpr std::string_view kPartialDatePattern = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

/// `columns` of this table name the row of `table` whose `target` columns are equal.
struct ForeignKey {
  std::vector<std::string> columns;
  std::string table;
  std::vector<std::string> target;
};

using VisitRow = std::function<void(std::span<const Cell> row)>;

struct Table {
  std::string name;        ///< of its files: `items`, `items-measures`
  std::string label;       ///< Chinese
  Bilingual meaning;       ///< of a part of records: what it holds; else empty
  std::optional<Kind> of;  ///< the kind whose records are the rows
  std::vector<Column> columns;
  std::size_t key_columns = 0;  ///< the first of them name a row
  std::vector<ForeignKey> foreign_keys;
  std::size_t rows = 0;
  /// Calls `visit` for each row, in order; its cells are those of the columns, and gone afterwards.
  std::function<void(const VisitRow& visit)> each_row;
};

/// A column that records have without a field: their id, or the place of a part in its list.
Column key_column(std::string key, std::string label, Bilingual meaning, CellType type);

}  // namespace gongshi
