#include "check/places.hpp"

#include <algorithm>

namespace gongshi {

bool is_written(const Entry& entry, const FieldTable& table, std::string_view key) {
  return std::any_of(entry.given.begin(), entry.given.end(),
                     [&](const GivenKey& given) { return table.fields[given.field].key == key; });
}

bool is_misread(const FieldTable& table, const void* mapping) {
  const auto is_scalar = [](Shape shape) {
    return shape == Shape::date || shape == Shape::choice || shape == Shape::count ||
           shape == Shape::decimal || shape == Shape::flag || shape == Shape::reference;
  };
  for (const GivenKey& given : table.entry_of(mapping).given) {
    const Field& field = table.fields[given.field];
    const void* value = field.in(mapping);
    if (!field.type->given(value)) {
      if (is_scalar(field.type->shape)) return true;
      continue;
    }
    const ValueType& part = field.type->shape == Shape::list ? *field.type->element : *field.type;
    if (part.shape != Shape::mapping) continue;
    for (std::size_t i = 0; i < field.type->size(value); ++i) {
      if (is_misread(part.table(), field.type->part(value, i))) return true;
    }
  }
  return false;
}

std::string name_of_key(const Record& author, const FieldTable& table, std::string_view key) {
  const bool as_label = !author.given.empty() && author.given.front().as_label;
  const Field* field = table.find(key);
  return std::string(as_label && field != nullptr ? field->label : key);
}

const Placed<std::string>* unstated(const Record& record, const FieldTable& table, std::string_view key) {
  const Field* field = table.find(key);
  const auto found = std::find_if(record.not_stated.begin(), record.not_stated.end(), [&](const auto& name) {
    return name.value == key || (field != nullptr && name.value == field->label);
  });
  return found == record.not_stated.end() ? nullptr : &*found;
}

}  // namespace gongshi
