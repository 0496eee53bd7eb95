#include "tables/cells.hpp"

#include <algorithm>

namespace gongshi {
namespace {

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

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

std::string text_of(const ValueType& type, const void* value) {
  switch (type.shape) {
    case Shape::text:
      return as<std::string>(value);
    case Shape::line:
      return as<Line>(value).text;
    case Shape::date:
      return as<Date>(value).text();
    case Shape::count:
      return std::to_string(*as<std::optional<std::int64_t>>(value));
    case Shape::decimal:
      return as<Decimal>(value).text;
    case Shape::flag:
      return *as<std::optional<bool>>(value) ? "true" : "false";
    case Shape::choice:
      return std::string(type.choices[as<ChoiceIndex>(value).index].key);
    case Shape::reference:
    case Shape::words_or_reference:
    case Shape::any_record:
      return as<Reference>(value).id;
    case Shape::address:
      return as<Address>(value).text;
    case Shape::file_name:
      return as<FileName>(value).text;
    case Shape::mapping:
    case Shape::list:
    case Shape::keyed:
      break;
  }
  throw std::logic_error("a mapping is no cell");
}

void append_value(std::string& list, std::string_view value) {
  if (!list.empty()) list += kListSeparator;
  for (const char c : value) {
    if (c == kListSeparator) {
      list += "；";
    } else {
      list += c;
    }
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

Column column_of(const Field& field, const std::string& prefix, const std::string& label_prefix) {
  Column column = key_column(prefix + std::string(field.key), label_prefix + std::string(field.label),
                             field.meaning, CellType::text);
  column.is_list = field.type->shape == Shape::list;
  const ValueType& single = column.is_list ? *field.type->element : *field.type;
  column.choices = single.choices;
  if (!column.is_list) column.type = cell_type(single);
  return column;
}

Cell given_cell(std::string text) { return {Cell::State::given, std::move(text)}; }

Cell cell_of(const ValueType& type, const void* value) {
  if (!type.given(value)) return {};
  if (type.shape != Shape::list) return given_cell(text_of(type, value));
  std::string all;
  for (std::size_t i = 0; i < type.size(value); ++i)
    append_value(all, text_of(*type.element, type.part(value, i)));
  return given_cell(std::move(all));
}

bool is_not_stated(const Record& record, std::string_view path, std::string_view labels) {
  return std::any_of(record.not_stated.begin(), record.not_stated.end(), [&](const auto& name) {
    return covers(name.value, path) || covers(name.value, labels);
  });
}

}  // namespace gongshi
