// The ValueType of each C++ type that a field may have. Included by the tables only.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/field.hpp"

namespace gongshi {

template <class T>
concept NestedMapping = std::is_base_of_v<Entry, T>;

namespace detail {

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}
template <class T>
T& as(void* value) {
  return *static_cast<T*>(value);
}

template <class T>
struct TypeOf;

inline ValueType typed(Shape shape, bool (*given)(const void*)) {
  ValueType type;
  type.shape = shape;
  type.given = given;
  return type;
}

template <class T>
ValueType plain(Shape shape, bool (*given)(const void*)) {
  ValueType type = typed(shape, given);
  type.assign = [](void* to, const void* from) { as<T>(to) = as<T>(from); };
  return type;
}

template <>
struct TypeOf<std::string> {
  static ValueType make() {
    return plain<std::string>(Shape::text, [](const void* v) { return !as<std::string>(v).empty(); });
  }
};
template <>
struct TypeOf<Line> {
  static ValueType make() {
    return plain<Line>(Shape::line, [](const void* v) { return !as<Line>(v).text.empty(); });
  }
};
template <>
struct TypeOf<Date> {
  static ValueType make() {
    return plain<Date>(Shape::date, [](const void* v) { return as<Date>(v).known(); });
  }
};
template <>
struct TypeOf<PlannedDate> {
  static ValueType make() {
    ValueType type =
        plain<PlannedDate>(Shape::date, [](const void* v) { return as<PlannedDate>(v).known(); });
    type.planned = true;
    return type;
  }
};
template <>
struct TypeOf<std::optional<std::int64_t>> {
  static ValueType make() {
    return plain<std::optional<std::int64_t>>(
        Shape::count, [](const void* v) { return as<std::optional<std::int64_t>>(v).has_value(); });
  }
};
template <>
struct TypeOf<std::optional<bool>> {
  static ValueType make() {
    return plain<std::optional<bool>>(Shape::flag,
                                      [](const void* v) { return as<std::optional<bool>>(v).has_value(); });
  }
};
template <>
struct TypeOf<Decimal> {
  static ValueType make() {
    return plain<Decimal>(Shape::decimal, [](const void* v) { return !as<Decimal>(v).text.empty(); });
  }
};
template <>
struct TypeOf<Percent> {
  static ValueType make() {
    ValueType type =
        plain<Percent>(Shape::decimal, [](const void* v) { return !as<Percent>(v).text.empty(); });
    type.percent = true;
    return type;
  }
};
template <>
struct TypeOf<Address> {
  static ValueType make() {
    return plain<Address>(Shape::address, [](const void* v) { return !as<Address>(v).text.empty(); });
  }
};
template <>
struct TypeOf<FileName> {
  static ValueType make() {
    return plain<FileName>(Shape::file_name, [](const void* v) { return !as<FileName>(v).text.empty(); });
  }
};

template <class E>
struct TypeOf<Choice<E>> {
  static ValueType make() {
    ValueType type = plain<Choice<E>>(Shape::choice, [](const void* v) { return as<Choice<E>>(v).given(); });
    type.choices = choices(E{});
    return type;
  }
};

template <class R>
ValueType reference(Shape shape, std::span<const Kind> targets) {
  ValueType type = plain<R>(shape, [](const void* v) { return as<R>(v).given(); });
  type.targets = targets;
  return type;
}
template <Kind... Targets>
struct TypeOf<Ref<Targets...>> {
  static constexpr std::array<Kind, sizeof...(Targets)> kTargets = {Targets...};
  static ValueType make() { return reference<Ref<Targets...>>(Shape::reference, kTargets); }
};
template <Kind... Targets>
struct TypeOf<WordsOr<Targets...>> {
  static constexpr std::array<Kind, sizeof...(Targets)> kTargets = {Targets...};
  static ValueType make() { return reference<WordsOr<Targets...>>(Shape::words_or_reference, kTargets); }
};
template <>
struct TypeOf<AnyRecord> {
  static ValueType make() { return reference<AnyRecord>(Shape::any_record, {}); }
};

template <NestedMapping T>
struct TypeOf<T> {
  static ValueType make() {
    ValueType type = typed(Shape::mapping, [](const void* v) { return as<T>(v).at.known(); });
    type.table = []() -> const FieldTable& { return fields_of(static_cast<const T*>(nullptr)); };
    type.size = [](const void*) -> std::size_t { return 1; };
    type.part = [](const void* v, std::size_t) { return v; };
    type.append = [](void* v, Position at) -> void* {
      as<T>(v).at = at;
      return v;
    };
    return type;
  }
};

template <NestedMapping T>
struct TypeOf<Box<T>> {
  static ValueType make() {
    ValueType type = typed(Shape::mapping, [](const void* v) { return static_cast<bool>(as<Box<T>>(v)); });
    type.table = []() -> const FieldTable& { return fields_of(static_cast<const T*>(nullptr)); };
    type.size = [](const void* v) -> std::size_t { return as<Box<T>>(v) ? 1 : 0; };
    type.part = [](const void* v, std::size_t) -> const void* { return as<Box<T>>(v).get(); };
    type.append = [](void* v, Position at) -> void* {
      T& made = as<Box<T>>(v).make();
      made.at = at;
      return &made;
    };
    return type;
  }
};

// A list of T keeps the places of its elements: T has one itself, or it is wrapped in Placed.
template <class List, class T>
ValueType list_type(bool one_or_list) {
  ValueType type = typed(Shape::list, [](const void* v) { return !as<List>(v).empty(); });
  type.element = &value_type<T>();
  type.one_or_list = one_or_list || type.element->shape != Shape::mapping;
  type.size = [](const void* v) { return as<List>(v).size(); };
  return type;
}

template <class T, class List>
ValueType list_of_placed() {
  ValueType type = list_type<List, T>(false);
  type.part = [](const void* v, std::size_t i) -> const void* { return &as<List>(v)[i].value; };
  type.append = [](void* v, Position at) -> void* {
    auto& added = as<List>(v).emplace_back();
    added.at = at;
    return &added.value;
  };
  return type;
}
template <class T, class List>
ValueType list_of_own_place(bool one_or_list) {
  ValueType type = list_type<List, T>(one_or_list);
  type.part = [](const void* v, std::size_t i) -> const void* { return &as<List>(v)[i]; };
  type.append = [](void* v, Position at) -> void* {
    auto& added = as<List>(v).emplace_back();
    added.at = at;
    return &added;
  };
  return type;
}

template <class T>
struct TypeOf<std::vector<Placed<T>>> {
  static ValueType make() { return list_of_placed<T, std::vector<Placed<T>>>(); }
};
template <class T>
struct TypeOf<std::vector<T>> {
  static ValueType make() { return list_of_own_place<T, std::vector<T>>(false); }
};
template <class T>
struct TypeOf<OneOrMore<T>> {
  static ValueType make() { return list_of_own_place<T, OneOrMore<T>>(true); }
};

template <class T>
struct TypeOf<std::vector<Keyed<T>>> {
  using List = std::vector<Keyed<T>>;
  static ValueType make() {
    ValueType type = list_type<List, T>(false);
    type.shape = Shape::keyed;
    type.part = [](const void* v, std::size_t i) -> const void* { return &as<List>(v)[i].value; };
    type.append = [](void* v, Position at) -> void* {
      auto& added = as<List>(v).emplace_back();
      added.key.at = at;
      return &added.value;
    };
    type.part_key = [](const void* v, std::size_t i) -> const Placed<std::string>& {
      return as<List>(v)[i].key;
    };
    type.new_key = [](void* v, std::size_t i) -> Placed<std::string>& { return as<List>(v)[i].key; };
    return type;
  }
};

}  // namespace detail

template <class T>
const ValueType& value_type() {
  static const ValueType type = detail::TypeOf<T>::make();
  return type;
}

}  // namespace gongshi
