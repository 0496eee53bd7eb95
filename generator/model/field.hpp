// One table per record kind describes every field once. The reader, unknown-key and missing-key
// findings, the projection, JSON, JSON Schema, the field reference and the facts on a page are derived
// from it: a new field is its struct's member and its one line in a table.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/date.hpp"
#include "model/values.hpp"

namespace gongshi {

struct FieldTable;

/// A fixed value: its key and what it is called.
struct ChoiceWord {
  std::string_view key;
  Bilingual label;
};

enum class Shape : std::uint8_t {
  text,
  line,
  date,
  count,
  decimal,
  flag,
  choice,
  reference,
  words_or_reference,
  any_record,
  address,
  file_name,
  mapping,
  list,
  keyed,
};

/// What can be done with a member of one C++ type when only a pointer to it is at hand.
struct ValueType {
  Shape shape = Shape::text;
  bool one_or_list = false;                ///< of a list: may be written as one value
  bool planned = false;                    ///< of a date: may lie after the as-of day
  bool percent = false;                    ///< of a decimal: it is in percent
  std::span<const ChoiceWord> choices;     ///< of a choice
  std::span<const Kind> targets;           ///< of a reference
  const ValueType* element = nullptr;      ///< of a list, and of the values of a keyed mapping
  const FieldTable& (*table)() = nullptr;  ///< of a mapping

  bool (*given)(const void* value) = nullptr;
  /// Of what is no list or mapping: copies the value.
  void (*assign)(void* to, const void* from) = nullptr;
  /// Of a list, keyed or mapping: how many parts, a part, and a new part at its end.
  std::size_t (*size)(const void* value) = nullptr;
  const void* (*part)(const void* value, std::size_t index) = nullptr;
  void* (*append)(void* value, Position at) = nullptr;
  /// Of a keyed mapping: the key of a part, to be read or to be written.
  const Placed<std::string>& (*part_key)(const void* value, std::size_t index) = nullptr;
  Placed<std::string>& (*new_key)(void* value, std::size_t index) = nullptr;
};

enum class Reach : std::uint8_t {
  shown,     ///< to whoever may see the record
  internal,  ///< to nobody outside the office
};
inline constexpr Reach shown = Reach::shown;
inline constexpr Reach internal = Reach::internal;

enum class Need : std::uint8_t { optional, required, derived };
inline constexpr Need required = Need::required;

struct Field {
  std::string_view key;
  std::string_view label;
  Reach reach = Reach::internal;
  Need need = Need::optional;
  Bilingual meaning;
  const ValueType* type = nullptr;
  void* (*member)(void* record) = nullptr;          ///< null for a derived field
  const void* (*in)(const void* record) = nullptr;  ///< the same, of a record that is only read
  /// Of a required field: where it is not required all the same.
  bool (*exempt)(const void* record) = nullptr;
};

struct FieldTable {
  std::string_view name;
  Bilingual label;
  std::vector<Field> fields;
  Entry& (*entry)(void* record) = nullptr;
  const Entry& (*entry_of)(const void* record) = nullptr;

  /// The field whose key or Chinese label is `wanted`, or null.
  [[nodiscard]] const Field* find(std::string_view wanted) const;
  [[nodiscard]] std::size_t index_of(const Field& field) const {
    return static_cast<std::size_t>(&field - fields.data());
  }
  /// Fields in byte order of their keys, for canonical JSON.
  [[nodiscard]] std::vector<const Field*> by_key() const;
};

/// The C++ type's ValueType; specialised in field_types.hpp.
template <class T>
const ValueType& value_type();

namespace detail {

template <class Member>
struct MemberOf;
template <class T, class R>
struct MemberOf<T R::*> {
  using Type = T;
  using Owner = R;
};

template <class Owner, auto Member>
Field make_field(std::string_view key, std::string_view label, Reach reach, Need need, Bilingual meaning) {
  using T = typename MemberOf<decltype(Member)>::Type;
  Field field;
  field.key = key;
  field.label = label;
  field.reach = reach;
  field.need = need;
  field.meaning = meaning;
  field.type = &value_type<T>();
  field.member = [](void* record) -> void* { return &(static_cast<Owner*>(record)->*Member); };
  field.in = [](const void* record) -> const void* { return &(static_cast<const Owner*>(record)->*Member); };
  return field;
}

}  // namespace detail

/// A line of a table: `field<&Item::deadline>("deadline", "整改期限", shown, {"…", "…"})`.
template <auto Member, class Owner = typename detail::MemberOf<decltype(Member)>::Owner>
Field field(std::string_view key, std::string_view label, Reach reach, Bilingual meaning) {
  return detail::make_field<Owner, Member>(key, label, reach, Need::optional, meaning);
}
template <auto Member, class Owner = typename detail::MemberOf<decltype(Member)>::Owner>
Field field(std::string_view key, std::string_view label, Reach reach, Need need, Bilingual meaning) {
  return detail::make_field<Owner, Member>(key, label, reach, need, meaning);
}

/// A line of a required field that some records may leave out.
inline Field unless(bool (*exempt)(const void* record), Field field) {
  field.exempt = exempt;
  return field;
}

/// A line for what is derived from the record and never typed; T tells the shape it is published in.
template <class T>
Field derived(std::string_view key, std::string_view label, Bilingual meaning) {
  Field field;
  field.key = key;
  field.label = label;
  field.reach = Reach::shown;
  field.need = Need::derived;
  field.meaning = meaning;
  field.type = &value_type<T>();
  return field;
}

template <class R>
FieldTable describe(std::string_view name, Bilingual label, std::vector<Field> fields) {
  return {name, label, std::move(fields), [](void* record) -> Entry& { return *static_cast<R*>(record); },
          [](const void* record) -> const Entry& { return *static_cast<const R*>(record); }};
}

}  // namespace gongshi
