// A single value as text, the same in every table.
#pragma once

#include <string>

#include "model/field.hpp"

namespace gongshi {

/// What stands between the values of a list in one cell. In a value it is written full-width.
inline constexpr char kListSeparator = ';';

/// The text of a given value that is no list and no mapping: dates as they are known, numbers as they were
/// written, flags as true and false, fixed values by their key, references by the id.
std::string value_text(const ValueType& type, const void* value);

/// The same, and of a list of such values all of them, as one cell holds them.
std::string cell_text(const ValueType& type, const void* value);

}  // namespace gongshi
