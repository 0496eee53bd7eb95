#include "model/value_text.hpp"

#include <optional>
#include <stdexcept>

namespace gongshi {
namespace {

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
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

}  // namespace

std::string value_text(const ValueType& type, const void* value) {
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

std::string cell_text(const ValueType& type, const void* value) {
  if (type.shape != Shape::list) return value_text(type, value);
  std::string all;
  for (std::size_t i = 0; i < type.size(value); ++i)
    append_value(all, value_text(*type.element, type.part(value, i)));
  return all;
}

}  // namespace gongshi
