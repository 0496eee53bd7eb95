// No personal data in what records say, nor in site.yaml, nor in the names of records and attachments.
// A record lifts it with a waiver that says why.
#include <algorithm>
#include <string>

#include "check/checks.hpp"
#include "check/key_place.hpp"
#include "check/personal_data.hpp"
#include "model/walk_fields.hpp"

namespace gongshi {
namespace {

// Where a telephone or an address of an office is wanted.
bool is_contact(std::string_view key) { return key == "phone" || key == "email" || key == "contact"; }

class PersonalDataCheck {
 public:
  PersonalDataCheck(const FieldTable& table, Diagnostics& diagnostics)
      : m_table(table), m_diagnostics(diagnostics) {}

  void check_fields(const void* record) {
    for (const Field& field : m_table.fields) {
      m_outermost = name_of(m_table.entry_of(record), m_table, field);
      check_field(m_table, field, record);
    }
  }

  void check_body(const Record& record) {
    for (const PersonalDatum& datum : find_personal_data(record.body)) {
      const Position at{record.body_at.file,
                        record.body_at.offset + static_cast<std::uint32_t>(datum.offset)};
      m_diagnostics.add("personal-data", at, {term_of(datum.kind), Term{"正文", "the body"}, Term{}});
    }
  }

 private:
  void check_field(const FieldTable& table, const Field& field, const void* mapping) {
    if (field.need == Need::derived || !field.type->given(field.in(mapping))) return;
    const Entry& entry = table.entry_of(mapping);
    m_innermost = name_of(entry, table, field);
    check_value(field.key, *field.type, field.in(mapping), place_of(entry, table, field.key));
  }

  // As its author wrote it: the key, or its Chinese label.
  static std::string_view name_of(const Entry& entry, const FieldTable& table, const Field& field) {
    const auto given = std::find_if(entry.given.begin(), entry.given.end(),
                                    [&](const GivenKey& key) { return key.field == table.index_of(field); });
    return given != entry.given.end() && given->as_label ? field.label : field.key;
  }

  void check_value(std::string_view key, const ValueType& type, const void* value, Position at) {
    const std::string_view name = m_innermost;
    switch (type.shape) {
      case Shape::mapping:
        for (const Field& inner : type.table().fields) check_field(type.table(), inner, type.part(value, 0));
        return;
      case Shape::list:
      case Shape::keyed:
        for (std::size_t i = 0; i < type.size(value); ++i) {
          m_innermost = name;
          if (type.shape == Shape::keyed) check_words(key, type.part_key(value, i).value, at);
          check_value(key, *type.element, type.part(value, i), at);
        }
        return;
      case Shape::text:
        return check_words(key, *static_cast<const std::string*>(value), at);
      case Shape::line:
        return check_words(key, static_cast<const Line*>(value)->text, at);
      case Shape::address:
        return check_words(key, static_cast<const Address*>(value)->text, at);
      case Shape::file_name:
        return check_words(key, static_cast<const FileName*>(value)->text, at);
      case Shape::words_or_reference:
        return check_words(key, static_cast<const Reference*>(value)->id, at);
      default:
        return;
    }
  }

  void check_words(std::string_view key, std::string_view words, Position at) {
    for (const PersonalDatum& datum : find_personal_data(words)) {
      const bool office = datum.kind == PersonalKind::landline || datum.kind == PersonalKind::email;
      if (office && is_contact(key)) continue;
      const std::string field(m_innermost);
      const std::string outer(m_outermost);
      m_diagnostics.add("personal-data", at,
                        {term_of(datum.kind), Term{"“" + field + "”", "`" + field + "`"},
                         Term{", 字段: " + outer, ", field: " + outer}});
    }
  }

  const FieldTable& m_table;
  Diagnostics& m_diagnostics;
  std::string_view m_outermost;  // what the value at hand is under: name of the record's key
  std::string_view m_innermost;  // and of the mapping's that holds it
};

}  // namespace

void check_personal_data(const Site& site, Diagnostics& diagnostics) {
  PersonalDataCheck(fields_of(&site.config), diagnostics).check_fields(&site.config);
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) {
      PersonalDataCheck check(fields_of(&record), diagnostics);
      check.check_fields(&record);
      check.check_body(record);
      for (const PersonalDatum& datum : find_personal_data(record.id)) {
        diagnostics.add("personal-data", {record.at.file, 0},
                        {term_of(datum.kind), Term{"文件名", "the file's name"}, Term{}});
      }
    }
  });
  for (const std::string& name : site.attachments) {
    for (const PersonalDatum& datum : find_personal_data(name)) {
      // The name itself would repeat what must not get out.
      diagnostics.add_at_place("personal-data", "content/files/",
                               {term_of(datum.kind), Term{"附件名", "an attachment's name"}, Term{}});
    }
  }
}

}  // namespace gongshi
