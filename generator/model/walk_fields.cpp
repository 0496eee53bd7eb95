#include "model/walk_fields.hpp"

namespace gongshi {
namespace {

void walk_value(const Field& field, const ValueType& type, const void* value, const VisitValue& visit) {
  if (!type.given(value)) return;
  switch (type.shape) {
    case Shape::mapping:
      for (std::size_t i = 0; i < type.size(value); ++i)
        walk_values(type.table(), type.part(value, i), visit);
      return;
    case Shape::list:
    case Shape::keyed:
      for (std::size_t i = 0; i < type.size(value); ++i)
        walk_value(field, *type.element, type.part(value, i), visit);
      return;
    default:
      visit(field, type, value);
  }
}

}  // namespace

void walk_values(const FieldTable& table, const void* mapping, const VisitValue& visit) {
  for (const Field& field : table.fields) {
    walk_field(field, mapping, visit);
  }
}

void walk_field(const Field& field, const void* mapping, const VisitValue& visit) {
  if (field.need != Need::derived) walk_value(field, *field.type, field.in(mapping), visit);
}

}  // namespace gongshi
