// Visits every value of a record by its table, nested ones included. What is asked of all fields of a
// shape (all dates, all references) is asked once, here.
#pragma once

#include <functional>

#include "model/field.hpp"

namespace gongshi {

/// Calls `visit(field, type, value)` for each given value that is no list or mapping, in the order of
/// the table. `field` is the innermost field that holds it; a list's elements share their field.
using VisitValue = std::function<void(const Field& field, const ValueType& type, const void* value)>;
void walk_values(const FieldTable& table, const void* mapping, const VisitValue& visit);
/// The same for one field of a mapping.
void walk_field(const Field& field, const void* mapping, const VisitValue& visit);

}  // namespace gongshi
