// Single values as cells, and what the field tables say of them as columns.
#pragma once

#include "tables/table.hpp"

namespace gongshi {

/// The column of a field that is no mapping.
Column column_of(const Field& field);

/// The cell of a value of this type that is no mapping, given or not.
Cell cell_of(const ValueType& type, const void* value);

Cell given_cell(std::string text);

/// Is it a field that the source does not state? `path` and `labels` are its dotted names; a mapping that is
/// not stated has no field that is.
bool is_not_stated(const Record& record, std::string_view path, std::string_view labels);

}  // namespace gongshi
