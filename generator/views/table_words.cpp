#include "views/table_words.hpp"

#include <algorithm>

namespace gongshi {
namespace {

std::string in_words(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace

std::string label_of(const ViewContext& context, const Table& table) {
  return context.language() == Language::zh ? table.label : in_words(table.name);
}

std::string label_of(const ViewContext& context, const Column& column) {
  return context.language() == Language::zh ? column.label : in_words(column.key);
}

std::string meaning_of(const ViewContext& context, const Table& table) {
  if (table.of) return context.sentence("data_files.records", {{"kind", context.label(*table.of)}});
  return std::string(table.meaning.in(context.language()));
}

std::string type_word(const ViewContext& context, const Column& column) {
  constexpr std::string_view kWords[] = {"data_files.type.text", "data_files.type.count",
                                         "data_files.type.decimal", "data_files.type.date",
                                         "data_files.type.flag"};
  if (column.is_list) return context.word("data_files.type.list");
  if (!column.choices.empty()) return context.word("data_files.type.choice");
  return context.word(kWords[static_cast<std::size_t>(column.type)]);
}

std::string words_of(const ViewContext& context, std::span<const ChoiceWord> choices) {
  std::string all;
  for (const ChoiceWord& choice : choices) {
    if (!all.empty()) all += kListSeparator;
    all += std::string(choice.key) + "=" + context.label(choice);
  }
  return all;
}

}  // namespace gongshi
