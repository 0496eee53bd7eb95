#include "model/read_record.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "model/kind.hpp"
#include "model/read_value.hpp"
#include "model/type_words.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

// What all values of one record are read with.
struct Reading {
  const FieldTable& outermost;  // what `gongshi schema` knows
  Diagnostics& diagnostics;
};

void read_table(const Document::Node& node, const FieldTable& table, void* mapping, const Reading& reading);

void read_value(const Document::Node& node, const ValueType& type, std::string_view name, void* value,
                const Reading& reading);

void report_empty(const Document::Node& node, std::string_view name, const Reading& reading) {
  reading.diagnostics.add("empty-value", node.position(), {std::string(name)});
}

// A list or mapping without anything in it; a required one says nothing.
bool is_hollow(const Document::Node& node) {
  return (node.kind() == Document::Kind::list || node.kind() == Document::Kind::mapping) &&
         !node.first().valid();
}

void report_type(const Document::Node& node, const ValueType& type, std::string_view name,
                 const Reading& reading) {
  reading.diagnostics.add("wrong-type", node.position(),
                          {std::string(name), type_name(type), type_example(type)});
}

// An entry that should be a mapping and is none gets no place in the list, or it would lack its keys too.
void read_entry(const Document::Node& node, const ValueType& list_type, std::string_view name, void* list,
                const Reading& reading) {
  const ValueType& type = *list_type.element;
  const bool fits = type.shape != Shape::mapping || node.kind() == Document::Kind::mapping;
  if (fits) return read_value(node, type, name, list_type.append(list, node.position()), reading);
  if (node.kind() == Document::Kind::null) return report_empty(node, name, reading);
  report_type(node, type, name, reading);
}

void read_list(const Document::Node& node, const ValueType& type, std::string_view name, void* list,
               const Reading& reading) {
  if (node.kind() != Document::Kind::list) {
    if (!type.one_or_list) return report_type(node, type, name, reading);
    return read_entry(node, type, name, list, reading);
  }
  for (Document::Node entry = node.first(); entry.valid(); entry = entry.next()) {
    read_entry(entry, type, name, list, reading);
  }
}

void read_keyed(const Document::Node& node, const ValueType& type, std::string_view name, void* mapping,
                const Reading& reading) {
  if (node.kind() != Document::Kind::mapping) return report_type(node, type, name, reading);
  for (Document::Node key = node.first(); key.valid(); key = key.next().next()) {
    void* value = type.append(mapping, key.position());
    type.new_key(mapping, type.size(mapping) - 1).value = key.text();
    read_value(key.next(), *type.element, key.text(), value, reading);
  }
}

void read_value(const Document::Node& node, const ValueType& type, std::string_view name, void* value,
                const Reading& reading) {
  if (node.kind() == Document::Kind::null) return report_empty(node, name, reading);
  switch (type.shape) {
    case Shape::list:
      return read_list(node, type, name, value, reading);
    case Shape::keyed:
      return read_keyed(node, type, name, value, reading);
    case Shape::mapping:
      if (node.kind() != Document::Kind::mapping) return report_type(node, type, name, reading);
      return read_table(node, type.table(), type.append(value, node.position()), reading);
    default:
      return read_scalar(node, type, name, value, reading.diagnostics);
  }
}

// What explains each field: of a record, a new one.
std::string explaining_command(const FieldTable& outermost) {
  const std::string name(outermost.name);
  return (find_kind(name) != nullptr ? "gongshi new " : "gongshi schema ") + name;
}

void report_unknown_key(const Document::Node& key, const FieldTable& table, const Reading& reading) {
  reading.diagnostics.add(
      "unknown-key", key.position(),
      {std::string(key.text()), Term{std::string(table.label.zh), std::string(table.label.en)},
       hint_of_key(key.text(), table), explaining_command(reading.outermost)});
}

bool is_reserved_device(std::string_view id) {
  std::string upper;
  for (const char c : id) upper.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
  if (upper == "CON" || upper == "PRN" || upper == "AUX" || upper == "NUL") return true;
  return upper.size() == 4 && (upper.starts_with("COM") || upper.starts_with("LPT")) && upper[3] >= '1' &&
         upper[3] <= '9';
}

void read_table(const Document::Node& node, const FieldTable& table, void* mapping, const Reading& reading) {
  Entry& entry = table.entry(mapping);
  entry.at = node.position();
  for (Document::Node key = node.first(); key.valid(); key = key.next().next()) {
    const Document::Node value = key.next();
    const Field* field = table.find(key.text());
    if (field == nullptr) {
      report_unknown_key(key, table, reading);
      continue;
    }
    const auto index = static_cast<std::uint16_t>(table.index_of(*field));
    if (field->need == Need::derived) {
      reading.diagnostics.add("derived-key", key.position(), {std::string(key.text())});
      continue;
    }
    const auto before = std::find_if(entry.given.begin(), entry.given.end(),
                                     [&](const GivenKey& given) { return given.field == index; });
    if (before != entry.given.end()) {
      reading.diagnostics.add("yaml-duplicate-key", key.position(), {std::string(key.text())}, before->key);
      continue;
    }
    entry.given.push_back({index, key.text() != field->key, key.position(), value.position()});
    if (field->need == Need::required && is_hollow(value)) report_empty(value, key.text(), reading);
    read_value(value, *field->type, key.text(), field->member(mapping), reading);
  }
}

}  // namespace

void read_mapping(const Document::Node& node, const FieldTable& table, void* mapping,
                  Diagnostics& diagnostics) {
  read_table(node, table, mapping, {table, diagnostics});
}

Term fault_of_id(std::string_view id) {
  if (id.empty()) return {"它是空的", "it is empty"};
  if (first_invalid_utf8(id)) return {"它不是 UTF-8", "it is not UTF-8"};
  if (id.size() > 80)
    return {"太长（超过 80 字节，约 26 个汉字）", "it is longer than 80 bytes (about 26 Chinese characters)"};
  if (!is_nfc(id))
    return {"有的字母与它上面的符号是分开存的，要重新输入",
            "a letter and its accent are stored apart; type it again"};
  for (std::size_t i = 0; i < id.size();) {
    const Character c = character_at(id, i);
    if (c.code == ' ') return {"有空格", "it holds a blank"};
    const bool mark = c.code == '-' || c.code == '_';
    if (!is_letter_or_digit(c.code) && (!mark || i == 0)) {
      const std::string letter(id.substr(i, c.length));
      if (mark) return {"不能以“" + letter + "”开头", "it begins with `" + letter + "`"};
      return {"有不能用的字符“" + letter + "”", "it holds `" + letter + "`"};
    }
    i += c.length;
  }
  if (is_reserved_device(id)) return {"Windows 不许用这个名字", "Windows does not allow that name"};
  return {};
}

}  // namespace gongshi
