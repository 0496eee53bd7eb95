// Values of the open data's JSON in the words that an office reads: labels for fixed values, lists and
// mappings in one line.
#pragma once

#include <string>

#include "model/field.hpp"
#include "text/json.hpp"

namespace gongshi {

/// Is there no such value, or null?
bool is_absent(const JsonValue& value);
bool same_value(const JsonValue& a, const JsonValue& b);

/// How the field is called: its Chinese label, or its key.
std::string field_words(const Field& field, Language language);

/// `value`, which is of this type; empty if it is absent.
std::string value_words(const Field& field, const JsonValue& value, Language language);

}  // namespace gongshi
