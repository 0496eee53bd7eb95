// The JSON of a record as it is published: what was given, under the keys of its table. Its canonical
// form (sorted keys, UTF-8, no blanks) is what the record's hash is taken of.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/field.hpp"
#include "model/record.hpp"
#include "text/json.hpp"

namespace gongshi {

/// A member that a record's own table does not hold, such as its id: key and writer of its value.
struct ExtraMember {
  std::string_view key;
  std::function<void(JsonWriter&)> write;
};
/// Writes the given fields of `mapping`, described by `table`, as an object in byte order of the keys, with
/// further members sorted in among them; one of a field's own key takes the field's place.
void write_mapping(JsonWriter& json, const FieldTable& table, const void* mapping,
                   const std::vector<ExtraMember>& extra = {});

/// `id` and `body`, which are no keys of the file but belong to the record.
std::vector<ExtraMember> own_members(const Record& record);

/// The canonical JSON of a record, `id` and `body` included. `record` and `common` are one object.
std::string canonical_json(const FieldTable& table, const void* record, const Record& common);

}  // namespace gongshi
