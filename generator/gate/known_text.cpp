#include "gate/known_text.hpp"

#include <set>

#include "model/walk_fields.hpp"
#include "publish/canonical_json.hpp"
#include "publish/routes.hpp"
#include "tables/record_tables.hpp"

namespace gongshi {
namespace {

class KnownText {
 public:
  void add(std::string_view text) {
    m_text += text;
    m_text += '\n';
  }

  void add_values(const FieldTable& table, const void* mapping) {
    walk_values(table, mapping, [&](const Field&, const ValueType& type, const void* value) {
      switch (type.shape) {
        case Shape::text:
          return add(*static_cast<const std::string*>(value));
        case Shape::line:
          return add(static_cast<const Line*>(value)->text);
        case Shape::address:
          return add(static_cast<const Address*>(value)->text);
        case Shape::file_name:
          return add(static_cast<const FileName*>(value)->text);
        case Shape::reference:
        case Shape::words_or_reference:
        case Shape::any_record:
          return add(static_cast<const Reference*>(value)->id);
        default:
          return;
      }
    });
    // Keys that an author chose, such as the options of a poll, are in the JSON.
    JsonWriter json;
    write_mapping(json, table, mapping);
    add(json.take());
  }

  void add_table(const FieldTable& table) {
    if (!m_tables.insert(&table).second) return;
    add(table.name);
    add_words(table.label);
    for (const Field& field : table.fields) {
      add(field.key);
      add(field.label);
      add_words(field.meaning);
      add_type(*field.type);
    }
  }

  void add_words(Bilingual words) {
    add(words.zh);
    add(words.en);
  }

  void add_choices(std::span<const ChoiceWord> choices) {
    for (const ChoiceWord& choice : choices) {
      add(choice.key);
      add_words(choice.label);
    }
  }

  std::string take() { return std::move(m_text); }

 private:
  void add_type(const ValueType& type) {
    add_choices(type.choices);
    if (type.element != nullptr) add_type(*type.element);
    if (type.table != nullptr) add_table(type.table());
  }

  std::string m_text;
  std::set<const FieldTable*> m_tables;
};

// Data files tell nested fields by their whole names.
void add_names(const Table& table, KnownText& text) {
  text.add(table.label);
  for (const Column& column : table.columns) {
    text.add(table.name + "." + column.key);
    text.add(column.label);
  }
}

}  // namespace

std::string known_text(const PublishedSite& site) {
  KnownText text;
  text.add_values(fields_of(&site.config()), &site.config());
  text.add_table(fields_of(&site.config()));
  for (const std::string& audience : audiences_of(site.config())) text.add(audience);
  for (const KindName& kind : kKinds) {
    text.add(kind.singular);
    text.add(kind.plural);
    text.add_words(kind.label);
    text.add(index_path(kind.kind));
    text.add(table_json_path(kind.kind));
    text.add_table(fields_of(kind.kind));
    for (const Table& table : record_tables(site, kind.kind)) add_names(table, text);
    const auto count = static_cast<std::uint32_t>(site.count(kind.kind));
    for (std::uint32_t i = 0; i < count; ++i) {
      const PublishedRecord record = site.record({kind.kind, i});
      text.add(record_path(kind.kind, record.common().id));
      text.add(record_json_path(kind.kind, record.common().id));
      text.add(record.common().body);
      text.add_values(record.table(), record.fields());
    }
  }
  text.add_choices(choices(ItemStatus{}));
  text.add_choices(choices(ItemFlag{}));
  return text.take();
}

}  // namespace gongshi
