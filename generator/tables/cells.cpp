#include "tables/cells.hpp"

#include <algorithm>

#include "model/value_text.hpp"

namespace gongshi {
namespace {

CellType cell_type(const ValueType& type) {
  switch (type.shape) {
    case Shape::date:
      return CellType::date;
    case Shape::count:
      return CellType::count;
    case Shape::decimal:
      return CellType::decimal;
    case Shape::flag:
      return CellType::flag;
    default:
      return CellType::text;
  }
}

bool covers(std::string_view name, std::string_view path) {
  return path == name || (path.size() > name.size() && path.starts_with(name) && path[name.size()] == '.');
}

}  // namespace

Column key_column(std::string key, std::string label, Bilingual meaning, CellType type) {
  Column column;
  column.key = std::move(key);
  column.label = std::move(label);
  column.meaning = meaning;
  column.type = type;
  return column;
}

Column column_of(const Field& field) {
  Column column = key_column(std::string(field.key), std::string(field.label), field.meaning, CellType::text);
  column.is_list = field.type->shape == Shape::list;
  const ValueType& single = column.is_list ? *field.type->element : *field.type;
  column.choices = single.choices;
  if (!column.is_list) column.type = cell_type(single);
  return column;
}

Cell given_cell(std::string text) { return {Cell::State::given, std::move(text)}; }

Cell cell_of(const ValueType& type, const void* value) {
  if (!type.given(value)) return {};
  return given_cell(cell_text(type, value));
}

bool is_not_stated(const Record& record, std::string_view path, std::string_view labels) {
  return std::any_of(record.not_stated.begin(), record.not_stated.end(), [&](const auto& name) {
    return covers(name.value, path) || covers(name.value, labels);
  });
}

}  // namespace gongshi
