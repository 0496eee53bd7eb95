#include "model/type_words.hpp"

#include <vector>

#include "text/nearest_name.hpp"

namespace gongshi {

Term type_name(const ValueType& type) {
  switch (type.shape) {
    case Shape::text:
      return {"文字", "text"};
    case Shape::line:
      return {"一行文字", "one line of text"};
    case Shape::date:
      return {"日期", "a date"};
    case Shape::count:
      return {"整数", "a whole number"};
    case Shape::decimal:
      return {"数字", "a number"};
    case Shape::flag:
      return {"“是”或“否”", "true or false"};
    case Shape::choice:
      return {"固定取值之一", "one of the fixed values"};
    case Shape::reference:
      return {"记录编号", "the id of a record"};
    case Shape::words_or_reference:
      return {"记录编号或文字", "the id of a record, or words"};
    case Shape::any_record:
      return {"种类/编号", "kind/id of a record"};
    case Shape::address:
      return {"网址", "a web address"};
    case Shape::file_name:
      return {"附件的文件名（在 content/files/ 里）", "the name of a file in content/files/"};
    case Shape::mapping:
    case Shape::keyed:
      return {"一组“名称: 内容”", "a set of `name: value`"};
    case Shape::list:
      break;
  }
  const Term element = type_name(*type.element);
  if (type.one_or_list) return {element.zh + "，可以有多个", element.en + ", or a list of them"};
  return {"列表，每项是" + element.zh, "a list, each entry " + element.en};
}

Term type_example(const ValueType& type) {
  const auto same = [](const std::string& text) { return Term{text, text}; };
  switch (type.shape) {
    case Shape::text:
    case Shape::line:
    case Shape::words_or_reference:
      return {"文字", "some words"};
    case Shape::date:
      return same("2026-06-30");
    case Shape::count:
      return same("12");
    case Shape::decimal:
      return same("97.5");
    case Shape::flag:
      return {"是", "true"};
    case Shape::choice:
      if (type.choices.empty()) return {};
      return {std::string(type.choices.front().label.zh), std::string(type.choices.front().key)};
    case Shape::reference:
      return same("zg-001");
    case Shape::any_record:
      return same("items/zg-001");
    case Shape::address:
      return same("https://example.org/a");
    case Shape::file_name:
      return same("photo-1.jpg");
    case Shape::mapping: {
      const Field& first = type.table().fields.front();
      const Term inner = type_example(*first.type);
      return {"{" + std::string(first.label) + ": " + inner.zh + "}",
              "{" + std::string(first.key) + ": " + inner.en + "}"};
    }
    case Shape::keyed: {
      const Term inner = type_example(*type.element);
      return {"{名称: " + inner.zh + "}", "{name: " + inner.en + "}"};
    }
    case Shape::list:
      break;
  }
  const Term inner = type_example(*type.element);
  return {"[" + inner.zh + "]", "[" + inner.en + "]"};
}

std::string choice_list(std::span<const ChoiceWord> choices) {
  std::string list;
  for (const ChoiceWord& choice : choices) {
    if (!list.empty()) list += ", ";
    list += std::string(choice.key) + " (" + std::string(choice.label.zh) + ")";
  }
  return list;
}

std::string choice_words(std::span<const ChoiceWord> choices, Language language) {
  std::string all;
  for (const ChoiceWord& choice : choices) {
    if (!all.empty()) all += Bilingual{"、", ", "}.in(language);
    all += language == Language::zh ? choice.label.zh : choice.key;
  }
  return all;
}

Term choice_term(std::span<const ChoiceWord> choices) {
  return {choice_words(choices, Language::zh), choice_list(choices)};
}

Term hint_of_key(std::string_view typed, const FieldTable& table) {
  constexpr std::size_t kMostKeysTold = 12;
  std::vector<std::string_view> known;
  Term all;
  for (const Field& field : table.fields) {
    if (field.need == Need::derived) continue;
    known.insert(known.end(), {field.key, field.label});
    all.zh += (all.zh.empty() ? "" : "、") + std::string(field.label);
    all.en += (all.en.empty() ? "" : ", ") + std::string(field.key);
  }
  Term hint = nearest_hint(typed, known);
  if (!hint.en.empty() || known.size() > 2 * kMostKeysTold) return hint;
  return {"可以写：" + all.zh + "。", "It can be: " + all.en + ". "};
}

Term nearest_hint(std::string_view typed, std::span<const std::string_view> known) {
  const std::string nearest(nearest_name(typed, known));
  if (nearest.empty()) return {};
  return {"是不是“" + nearest + "”？", "Did you mean `" + nearest + "`? "};
}

}  // namespace gongshi
