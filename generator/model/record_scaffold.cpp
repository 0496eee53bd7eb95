#include "model/record_scaffold.hpp"

#include <algorithm>
#include <vector>

#include "model/type_words.hpp"

namespace gongshi {
namespace {

bool holds_mapping(const ValueType& type) {
  return type.shape == Shape::mapping || (type.shape == Shape::list && type.element->shape == Shape::mapping);
}

class ScaffoldWriter {
 public:
  explicit ScaffoldWriter(const Scaffold& scaffold) : m_scaffold(scaffold) {}

  std::string write(const FieldTable& table) {
    for (const Field* field : in_order(table)) {
      const std::string key(field->key);
      const bool active = is_active(*field, key);
      if (!active && !m_scaffold.with_others) continue;
      if (!m_out.empty() && m_scaffold.with_others) m_out += "\n";
      m_out += "# " + explained(*field) + "\n";
      add_field(*field, key, 0, !active, "", false);
    }
    return std::move(m_out);
  }

 private:
  static std::vector<const Field*> in_order(const FieldTable& table) {
    std::vector<const Field*> fields;
    fields.reserve(table.fields.size());
    for (const Field& field : table.fields) {
      if (field.need != Need::derived) fields.push_back(&field);
    }
    std::stable_partition(fields.begin(), fields.end(),
                          [](const Field* field) { return field->need == Need::required; });
    return fields;
  }

  // Has the field, or one within it, a value?
  [[nodiscard]] bool has_value(const std::string& key) const {
    const auto next = m_scaffold.values.lower_bound(key);
    return next != m_scaffold.values.end() && (next->first == key || next->first.starts_with(key + "."));
  }
  [[nodiscard]] bool is_active(const Field& field, const std::string& key) const {
    return (field.need == Need::required && m_scaffold.with_others) || has_value(key);
  }

  [[nodiscard]] std::string_view in_words(Bilingual words) const { return words.in(m_scaffold.language); }
  [[nodiscard]] std::string name_of_key(const Field& field) const {
    return std::string(m_scaffold.language == Language::zh ? field.label : field.key);
  }

  // "责任单位（必填）：负责整改的单位。记录编号"
  [[nodiscard]] std::string explained(const Field& field) const {
    std::string words = name_of_key(field);
    if (field.need == Need::required) words += in_words({"（必填）", " (required)"});
    if (field.reach == Reach::internal) words += in_words({"（不公开）", " (never published)"});
    words += std::string(in_words({"：", " - "})) + std::string(field.meaning.in(m_scaffold.language));
    const ValueType& single = field.type->shape == Shape::list ? *field.type->element : *field.type;
    if (!single.choices.empty()) {
      words += std::string(in_words({"。可以写：", ". One of: "})) +
               choice_words(single.choices, m_scaffold.language);
    } else if (single.shape != Shape::text && single.shape != Shape::mapping) {
      const Term type = type_name(*field.type);
      words += m_scaffold.language == Language::zh ? "。" + type.zh : "; " + type.en;
    }
    return words;
  }

  // `dash` is "- " where the field opens an entry of a list; `trailing` puts its explanation behind it.
  void add_field(const Field& field, const std::string& key, std::size_t indent, bool commented,
                 std::string_view dash, bool trailing) {
    std::string line = commented ? "#" : "";
    line += std::string(indent, ' ') + std::string(dash) + name_of_key(field) + ":";
    const auto given = m_scaffold.values.find(key);
    const bool has_own = given != m_scaffold.values.end();
    const bool opens = !has_own && holds_mapping(*field.type);
    if (!opens) line += " " + (has_own ? given->second : example(*field.type, field.need == Need::required));
    if (trailing && m_scaffold.with_others) line += "   # " + explained(field);
    m_out += line + "\n";
    if (!opens) return;
    const bool list = field.type->shape == Shape::list;
    const ValueType& mapping = list ? *field.type->element : *field.type;
    add_entry(mapping.table(), key, indent + dash.size() + 2, commented, list);
  }

  void add_entry(const FieldTable& table, const std::string& prefix, std::size_t indent, bool commented,
                 bool in_list) {
    bool first = true;
    for (const Field* field : in_order(table)) {
      const std::string key = prefix + "." + std::string(field->key);
      if (!m_scaffold.with_others && !has_value(key)) continue;
      const bool off = commented || !(first || is_active(*field, key));  // an entry is not empty
      add_field(*field, key, indent, off, in_list ? (first ? "- " : "") : "", true);
      if (first && in_list) indent += 2;
      first = false;
    }
  }

  [[nodiscard]] std::string example(const ValueType& type, bool required) const {
    if (m_scaffold.example) {
      if (auto better = m_scaffold.example(type)) return *std::move(better);
    }
    const bool zh = m_scaffold.language == Language::zh;
    switch (type.shape) {
      case Shape::text:
      case Shape::line:
        if (required) return std::string(in_words(kPlaceholder));
        break;
      case Shape::choice:
        return std::string(zh ? type.choices.front().label.zh : type.choices.front().key);
      case Shape::flag:
        return std::string(in_words({"是", "true"}));
      case Shape::list:
        return type.one_or_list ? example(*type.element, required)
                                : "[" + example(*type.element, required) + "]";
      default:
        break;
    }
    const Term example = type_example(type);
    return zh ? example.zh : example.en;
  }

  const Scaffold& m_scaffold;
  std::string m_out;
};

}  // namespace

std::string record_scaffold(const FieldTable& table, const Scaffold& scaffold) {
  return ScaffoldWriter(scaffold).write(table);
}

}  // namespace gongshi
