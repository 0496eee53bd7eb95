#include "model/json_schema.hpp"

#include "model/records.hpp"
#include "model/site_config.hpp"
#include "text/json.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kDialect = "https://json-schema.org/draft/2020-12/schema";

class SchemaWriter {
 public:
  explicit SchemaWriter(Language language) : m_language(language) {}

  /// The object of a table; `head` is written before it (the dialect, of the outermost one).
  void write_table(const FieldTable& table, bool outermost) {
    m_json.begin_object();
    if (outermost) member("$schema", kDialect);
    member("title", table.label.in(m_language));
    member("type", "object");
    m_json.key("properties");
    m_json.begin_object();
    for (const Field& field : table.fields) {
      if (field.need == Need::derived) continue;
      write_property(field.key, field);
      if (field.label != field.key) write_property(field.label, field);
    }
    m_json.end_object();
    write_required(table);
    m_json.key("additionalProperties");
    m_json.flag(false);
    m_json.end_object();
  }

  JsonWriter& json() { return m_json; }

 private:
  void member(std::string_view key, std::string_view text) {
    m_json.key(key);
    m_json.text(text);
  }

  void write_property(std::string_view name, const Field& field) {
    m_json.key(name);
    m_json.begin_object();
    member("title", m_language == Language::zh ? field.label : field.key);
    member("description", field.meaning.in(m_language));
    write_type(*field.type);
    m_json.end_object();
  }

  // Each required field is given by its key or its label, or listed as not stated.
  void write_required(const FieldTable& table) {
    m_json.key("allOf");
    m_json.begin_array();
    for (const Field& field : table.fields) {
      if (field.need != Need::required || field.exempt != nullptr) continue;
      m_json.begin_object();
      m_json.key("anyOf");
      m_json.begin_array();
      for (const std::string_view name :
           {field.key, field.label, std::string_view("not_stated"), std::string_view("文件未载明")}) {
        m_json.begin_object();
        m_json.key("required");
        m_json.begin_array();
        m_json.text(name);
        m_json.end_array();
        m_json.end_object();
      }
      m_json.end_array();
      m_json.end_object();
    }
    m_json.end_array();
  }

  void write_element(std::string_view key, const ValueType& type) {
    m_json.key(key);
    m_json.begin_object();
    write_type(type);
    m_json.end_object();
  }

  void write_list(const ValueType& type) {
    if (!type.one_or_list) {
      member("type", "array");
      return write_element("items", *type.element);
    }
    m_json.key("anyOf");
    m_json.begin_array();
    m_json.begin_object();
    write_type(*type.element);
    m_json.end_object();
    m_json.begin_object();
    member("type", "array");
    write_element("items", *type.element);
    m_json.end_object();
    m_json.end_array();
  }

  void write_choices(const ValueType& type) {
    m_json.key("enum");
    m_json.begin_array();
    for (const ChoiceWord& word : type.choices) {
      m_json.text(word.key);
      m_json.text(word.label.zh);
    }
    m_json.end_array();
  }

  // YAML hands a month such as 2026-05 over as text and a year as a number.
  void write_date() {
    m_json.key("anyOf");
    m_json.begin_array();
    m_json.begin_object();
    member("type", "string");
    member("pattern", "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$");
    m_json.end_object();
    m_json.begin_object();
    member("type", "integer");
    m_json.end_object();
    m_json.end_array();
  }

  void write_scalar_types(std::initializer_list<std::string_view> types) {
    m_json.key("type");
    m_json.begin_array();
    for (const std::string_view type : types) m_json.text(type);
    m_json.end_array();
  }

  void write_type(const ValueType& type) {
    switch (type.shape) {
      case Shape::text:
      case Shape::line:
        return write_scalar_types({"string", "number", "boolean"});
      case Shape::words_or_reference:
      case Shape::reference:
      case Shape::any_record:
        return write_scalar_types({"string", "integer"});
      case Shape::address:
        member("type", "string");
        return member("pattern", "^https?://");
      case Shape::file_name:
        return member("type", "string");
      case Shape::date:
        return write_date();
      case Shape::count:
        member("type", "integer");
        m_json.key("minimum");
        return m_json.number(std::int64_t{0});
      case Shape::decimal:
        return member("type", "number");
      case Shape::flag:
        return write_scalar_types({"boolean", "string"});
      case Shape::choice:
        return write_choices(type);
      case Shape::list:
        return write_list(type);
      case Shape::keyed:
        member("type", "object");
        return write_element("additionalProperties", *type.element);
      case Shape::mapping:
        m_json.key("allOf");
        m_json.begin_array();
        write_table(type.table(), false);
        return m_json.end_array();
    }
  }

  Language m_language;
  JsonWriter m_json{JsonWriter::Layout::pretty};
};

}  // namespace

std::string json_schema(const FieldTable& table, Language language) {
  SchemaWriter writer(language);
  writer.write_table(table, true);
  return writer.json().take() + "\n";
}

std::string json_schema_of_all(Language language) {
  SchemaWriter writer(language);
  JsonWriter& json = writer.json();
  json.begin_object();
  json.key("$schema");
  json.text(kDialect);
  json.key("$defs");
  json.begin_object();
  for (const KindName& kind : kKinds) {
    json.key(kind.singular);
    writer.write_table(fields_of(kind.kind), false);
  }
  json.key("site");
  writer.write_table(fields_of(static_cast<const SiteConfig*>(nullptr)), false);
  json.end_object();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace gongshi
