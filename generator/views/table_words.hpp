// How tables of the open data and their columns are told, on the data page and in the files alike.
#pragma once

#include <string>

#include "tables/table.hpp"
#include "views/view_context.hpp"

namespace gongshi {

/// How it is called: its Chinese label, or its name in words.
std::string label_of(const ViewContext& context, const Table& table);
std::string label_of(const ViewContext& context, const Column& column);

/// What a table is, in a sentence.
std::string meaning_of(const ViewContext& context, const Table& table);

/// The type of a column in words.
std::string type_word(const ViewContext& context, const Column& column);

/// Fixed values with their words, `closed=已销号` each; empty if there are none.
std::string words_of(const ViewContext& context, std::span<const ChoiceWord> choices);

}  // namespace gongshi
