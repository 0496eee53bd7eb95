#include "gate/known_text.hpp"

#include <set>

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

std::string known_values(const PublishedSite& site) {
  KnownText text;
  JsonWriter config;
  write_mapping(config, fields_of(&site.config()), &site.config());
  text.add(config.take());
  for (const std::string& audience : audiences_of(site.config())) text.add(audience);
  for (const KindName& kind : kKinds) {
    const auto count = static_cast<std::uint32_t>(site.count(kind.kind));
    for (std::uint32_t i = 0; i < count; ++i) {
      const PublishedRecord record = site.record({kind.kind, i});
      text.add(record_path(kind.kind, record.common().id));
      text.add(record_json_path(kind.kind, record.common().id));
      // Its line breaks and quotes are escaped, which bare text does not mind.
      text.add(canonical_json(record.table(), record.fields(), record.common()));
    }
  }
  return text.take();
}

std::string known_words(const PublishedSite& site) {
  KnownText text;
  text.add_table(fields_of(&site.config()));
  for (const KindName& kind : kKinds) {
    text.add(kind.singular);
    text.add(kind.plural);
    text.add_words(kind.label);
    text.add(index_path(kind.kind));
    text.add(table_json_path(kind.kind));
    text.add_table(fields_of(kind.kind));
    for (const Table& table : record_tables(site, kind.kind)) add_names(table, text);
  }
  text.add_choices(choices(ItemStatus{}));
  text.add_choices(choices(ItemFlag{}));
  return text.take();
}

}  // namespace gongshi
