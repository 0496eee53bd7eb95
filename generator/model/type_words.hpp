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
/// All values of a choice, as findings tell them: "采纳、…" and "adopted (采纳), …".
Term choice_term(std::span<const ChoiceWord> choices);
/// All values of a choice in words of one language, for people who fill in a form.
std::string choice_words(std::span<const ChoiceWord> choices, Language language);
/// What may be written, in a sentence: "Did you mean `x`? " for a key that is near to `typed`, else the keys
/// of the table if they are few, else nothing.
Term hint_of_key(std::string_view typed, const FieldTable& table);
/// "Did you mean `x`? " for the name of `known` nearest to `typed`, else empty.
Term nearest_hint(std::string_view typed, std::span<const std::string_view> known);

}  // namespace gongshi
