#include "publish/canonical_json.hpp"

#include <algorithm>
#include <functional>

namespace gongshi {
namespace {

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

void write_value(JsonWriter& json, const ValueType& type, const void* value);

void write_keyed(JsonWriter& json, const ValueType& type, const void* value) {
  std::vector<std::pair<std::string_view, std::size_t>> keys;
  for (std::size_t i = 0; i < type.size(value); ++i) {
    keys.emplace_back(type.part_key(value, i).value, i);
  }
  std::sort(keys.begin(), keys.end());
  json.begin_object();
  for (const auto& [key, index] : keys) {
    json.key(key);
    write_value(json, *type.element, type.part(value, index));
  }
  json.end_object();
}

void write_list(JsonWriter& json, const ValueType& type, const void* value) {
  json.begin_array();
  for (std::size_t i = 0; i < type.size(value); ++i) write_value(json, *type.element, type.part(value, i));
  json.end_array();
}

void write_value(JsonWriter& json, const ValueType& type, const void* value) {
  switch (type.shape) {
    case Shape::text:
      return json.text(as<std::string>(value));
    case Shape::line:
      return json.text(as<Line>(value).text);
    case Shape::date:
      return json.text(as<Date>(value).text());
    case Shape::count:
      return json.number(*as<std::optional<std::int64_t>>(value));
    case Shape::decimal:
      return json.number(as<Decimal>(value).text);
    case Shape::flag:
      return json.flag(*as<std::optional<bool>>(value));
    case Shape::choice:
      return json.text(type.choices[as<ChoiceIndex>(value).index].key);
    case Shape::reference:
    case Shape::words_or_reference:
    case Shape::any_record:
      return json.text(as<Reference>(value).id);
    case Shape::address:
      return json.text(as<Address>(value).text);
    case Shape::file_name:
      return json.text(as<FileName>(value).text);
    case Shape::mapping:
      return write_mapping(json, type.table(), type.part(value, 0));
    case Shape::list:
      return write_list(json, type, value);
    case Shape::keyed:
      return write_keyed(json, type, value);
  }
}

// A field of the table, or what is no field of it.
struct Member {
  std::string_view key;
  const Field* field;
  const ExtraMember* extra;
};

}  // namespace

void write_mapping(JsonWriter& json, const FieldTable& table, const void* mapping,
                   const std::vector<ExtraMember>& extra) {
  std::vector<Member> members;
  members.reserve(table.fields.size() + extra.size());
  for (const ExtraMember& member : extra) members.push_back({member.key, nullptr, &member});
  for (const Field& field : table.fields) {
    if (field.need == Need::derived || !field.type->given(field.in(mapping))) continue;
    const auto is_field = [&](const ExtraMember& member) { return member.key == field.key; };
    if (std::none_of(extra.begin(), extra.end(), is_field)) members.push_back({field.key, &field, nullptr});
  }
  std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.key < b.key; });
  json.begin_object();
  for (const Member& member : members) {
    json.key(member.key);
    if (member.field != nullptr) {
      write_value(json, *member.field->type, member.field->in(mapping));
    } else {
      member.extra->write(json);
    }
  }
  json.end_object();
}

std::vector<ExtraMember> own_members(const Record& record) {
  std::vector<ExtraMember> members;
  members.push_back({"id", [&record](JsonWriter& json) { json.text(record.id); }});
  if (!record.body.empty())
    members.push_back({"body", [&record](JsonWriter& json) { json.text(record.body); }});
  return members;
}

std::string canonical_json(const FieldTable& table, const void* record, const Record& common) {
  JsonWriter json;
  write_mapping(json, table, record, own_members(common));
  return json.take();
}

}  // namespace gongshi
