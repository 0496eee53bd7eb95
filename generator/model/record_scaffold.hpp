// The text of a new record, made from the table of its kind: each field with what it is for and an
// example, the required ones first.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "model/field.hpp"

namespace gongshi {

/// What stands in a required field of a new record until somebody writes what is true there; a record that
/// still says so is an error (`placeholder-left`).
inline constexpr Bilingual kPlaceholder = {"（请填写）", "(to be filled in)"};

struct Scaffold {
  /// Keys, fixed values and comments are written in it.
  Language language = Language::zh;
  /// Values by dotted key (`measures.text`), as YAML.
  std::map<std::string, std::string, std::less<>> values;
  /// An example of what fits the type, as YAML, where there is a better one than the type's own.
  std::function<std::optional<std::string>(const ValueType& type)> example;
  /// Are fields that have no value there too, by an example, and behind a `#` if they are not required?
  bool with_others = true;
};

/// YAML of a record, one field a paragraph. Taking away a `#` at the start of a line puts that line to use.
std::string record_scaffold(const FieldTable& table, const Scaffold& scaffold);

}  // namespace gongshi
