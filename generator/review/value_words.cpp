#include "review/value_words.hpp"

#include <algorithm>
#include <span>

#include "derive/item_status.hpp"

namespace gongshi {
namespace {

std::string label_in(std::span<const ChoiceWord> choices, const std::string& key, Language language) {
  for (const ChoiceWord& choice : choices) {
    if (choice.key == key) return std::string(choice.label.in(language));
  }
  return key;
}

/// Of the states of an item, which are derived and no fixed values of a field.
std::span<const ChoiceWord> derived_choices(const Field& field) {
  if (field.need != Need::derived) return {};
  if (field.key == "status") return choices(ItemStatus{});
  if (field.key == "flags") return choices(ItemFlag{});
  return {};
}

std::string joined(const std::vector<std::string>& parts, Language language) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty()) all += Bilingual{"；", "; "}.in(language);
    all += part;
  }
  return all;
}

std::string words_of(const ValueType& type, std::span<const ChoiceWord> choices, const JsonValue& value,
                     Language language) {
  std::vector<std::string> parts;
  switch (type.shape) {
    case Shape::flag:
      return std::string((value.flag ? Bilingual{"是", "yes"} : Bilingual{"否", "no"}).in(language));
    case Shape::choice:
      return label_in(type.choices, value.text, language);
    case Shape::list:
      for (const JsonValue& element : value.elements)
        parts.push_back(words_of(*type.element, choices, element, language));
      return joined(parts, language);
    case Shape::keyed:
      for (std::size_t i = 0; i < value.keys.size(); ++i)
        parts.push_back(value.keys[i] + " " + words_of(*type.element, {}, value.elements[i], language));
      return joined(parts, language);
    case Shape::mapping:
      for (const Field& field : type.table().fields) {
        const JsonValue& part = value.member(field.key);
        if (!is_absent(part))
          parts.push_back(field_words(field, language) + " " + value_words(field, part, language));
      }
      return joined(parts, language);
    default:
      return choices.empty() ? value.text : label_in(choices, value.text, language);
  }
}

}  // namespace

bool is_absent(const JsonValue& value) { return value.text.empty() && !value.flag && value.elements.empty(); }

bool same_value(const JsonValue& a, const JsonValue& b) {
  return a.text == b.text && a.flag == b.flag && a.keys == b.keys &&
         std::equal(a.elements.begin(), a.elements.end(), b.elements.begin(), b.elements.end(), same_value);
}

std::string field_words(const Field& field, Language language) {
  return std::string(language == Language::zh ? field.label : field.key);
}

std::string value_words(const Field& field, const JsonValue& value, Language language) {
  if (is_absent(value)) return {};
  return words_of(*field.type, derived_choices(field), value, language);
}

}  // namespace gongshi
