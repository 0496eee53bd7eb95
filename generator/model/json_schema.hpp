// The JSON Schema (draft 2020-12) of a record as it is written, derived from the table of its kind.
#pragma once

#include <string>

#include "model/field.hpp"

namespace gongshi {

/// Schema of one kind, in the language given. Chinese labels are accepted as keys and values, and stand
/// beside them; unknown keys are not accepted. Required keys may be listed as not stated instead.
std::string json_schema(const FieldTable& table, Language language);

/// Schemas of all kinds and of site.yaml, under $defs by their names.
std::string json_schema_of_all(Language language);

}  // namespace gongshi
