// Where a finding about one key of a mapping points.
#pragma once

#include <string_view>

#include "model/field.hpp"

namespace gongshi {

/// The place of the value of `key`, or of the mapping where the key is not given.
inline Position place_of(const Entry& entry, const FieldTable& table, std::string_view key) {
  for (const GivenKey& given : entry.given) {
    if (table.fields[given.field].key == key) return given.value;
  }
  return entry.at;
}

/// Of a mapping whose table is found by its type.
template <class T>
Position place_of(const T& entry, std::string_view key) {
  return place_of(entry, fields_of(&entry), key);
}

}  // namespace gongshi
