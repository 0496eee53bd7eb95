// How a field's type is called in findings, in the field reference and in scaffolds, with an example.
#pragma once

#include <string>

#include "diagnostics/diagnostic.hpp"
#include "model/field.hpp"

namespace gongshi {

/// "a date", "日期".
Term type_name(const ValueType& type);
/// How such a value is written, as YAML after the key.
Term type_example(const ValueType& type);
/// All values of a choice, by key and label: "adopted (采纳), …".
std::string choice_list(std::span<const ChoiceWord> choices);
/// All values of a choice in words of one language, for people who fill in a form.
std::string choice_words(std::span<const ChoiceWord> choices, Language language);
/// "Did you mean `x`? " for the name of `known` nearest to `typed`, else empty.
Term nearest_hint(std::string_view typed, std::span<const std::string_view> known);

}  // namespace gongshi
