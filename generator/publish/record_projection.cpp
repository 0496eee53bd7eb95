#include "publish/record_projection.hpp"

#include "model/walk_fields.hpp"

namespace gongshi {

bool is_reference(const ValueType& type) {
  return type.shape == Shape::reference || type.shape == Shape::words_or_reference ||
         type.shape == Shape::any_record;
}

void RecordProjection::project(Record& to, void* fields) {
  to.id = m_record.id;
  to.at = m_record.at;
  if (m_record.withdrawn) return project_withdrawn(to, fields);
  project_mapping(m_table, m_fields, fields);
  to.body = without_withheld_links(m_record.body);
  to.body_at = m_record.body_at;
}

// What the search of the output will look for: all that a withheld record says, its name included.
void RecordProjection::withhold() {
  const std::string& id = m_record.id;
  note("id", std::string(name_of(m_kind).plural) + "/" + id);
  note("id", id + ".html");
  note("id", id + ".json");
  for (const Field& field : m_table.fields) note_field(field, m_fields);
  note("body", m_record.body);
}

void RecordProjection::note(std::string_view field, const std::string& text) {
  if (!text.empty()) m_parts.values.push_back({m_kind, m_record.id, field, text});
}

// Words only: dates, numbers and fixed values are the same in many records and prove nothing.
void RecordProjection::note_field(const Field& outer, const void* mapping) {
  walk_field(outer, mapping, [&](const Field& field, const ValueType& type, const void* value) {
    switch (type.shape) {
      case Shape::text:
        return note(field.key, *static_cast<const std::string*>(value));
      case Shape::line:
        return note(field.key, static_cast<const Line*>(value)->text);
      case Shape::address:
        return note(field.key, static_cast<const Address*>(value)->text);
      case Shape::file_name:
        return note(field.key, static_cast<const FileName*>(value)->text);
      case Shape::words_or_reference:
        return note(field.key, static_cast<const Reference*>(value)->id);
      default:
        return;
    }
  });
}

// Of a record taken back only the taking back remains, and its title unless that is what had to go.
void RecordProjection::project_withdrawn(Record& to, void* fields) {
  to.scope = m_record.scope;
  const Field& withdrawal = *m_table.find("withdrawn");
  project_value(*withdrawal.type, withdrawal.in(m_fields), withdrawal.member(fields));
  const bool keeps_title = !(m_record.withdrawn->kind == WithdrawalKind::redaction);
  if (keeps_title) to.title = m_record.title;
  for (const Field& field : m_table.fields) {
    const bool kept =
        field.key == "withdrawn" || field.key == "scope" || (keeps_title && field.key == "title");
    if (!kept) note_field(field, m_fields);
  }
  note("body", m_record.body);
}

// [[zg-9]] of a record that is not in the view becomes the words that the page would show.
std::string RecordProjection::without_withheld_links(const std::string& body) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t open = body.find("[["); open != std::string::npos; open = body.find("[[", open + 1)) {
    while (body.compare(open + 1, 2, "[[") == 0) ++open;
    const std::size_t close = body.find_first_of("[]", open + 2);
    if (close == std::string::npos) break;
    if (body.compare(close, 2, "]]") != 0 || !names_withheld(body.substr(open + 2, close - open - 2)))
      continue;
    out.append(body, from, open - from);
    out += m_site.config.language == PageLanguage::en ? "a record that is not public" : "未公开的记录";
    from = close + 2;
    ++m_parts.references;
  }
  return out.append(body, from);
}

bool RecordProjection::names_withheld(std::string name) const {
  name.erase(0, name.find_first_not_of(' '));
  name.erase(name.find_last_not_of(' ') + 1);
  const std::vector<RecordKey> named = records_named(m_site.records, name);
  return !named.empty() && std::none_of(named.begin(), named.end(), [&](const RecordKey& key) {
    return is_chosen(key.kind, split_name(name).id);
  });
}

void RecordProjection::project_mapping(const FieldTable& table, const void* from, void* to) {
  for (const Field& field : table.fields) {
    if (field.need == Need::derived || !field.type->given(field.in(from))) continue;
    if (field.reach == Reach::shown) {
      project_value(*field.type, field.in(from), field.member(to));
    } else {
      ++m_parts.fields;
      note_field(field, from);
    }
  }
}

// Lists and mappings are rebuilt part by part, so that nothing comes along unasked.
void RecordProjection::project_value(const ValueType& type, const void* from, void* to) {
  if (type.shape == Shape::mapping) {
    const FieldTable& table = type.table();
    const void* part = type.part(from, 0);
    project_mapping(table, part, type.append(to, table.entry_of(part).at));
  } else if (type.shape == Shape::list || type.shape == Shape::keyed) {
    for (std::size_t i = 0; i < type.size(from); ++i) project_part(type, from, i, to);
  } else if (may_pass(type, from)) {
    type.assign(to, from);
    if (type.shape == Shape::file_name) m_parts.files.insert(static_cast<const FileName*>(from)->text);
  }
}

void RecordProjection::project_part(const ValueType& list, const void* from, std::size_t index, void* to) {
  const void* part = list.part(from, index);
  if (!may_pass(*list.element, part)) return;
  void* added = list.append(to, {});
  if (list.shape == Shape::keyed) {
    list.new_key(to, list.size(to) - 1) = list.part_key(from, index);
  }
  project_value(*list.element, part, added);
}

// A reference passes if what it names is in the view, or is no record at all but words.
bool RecordProjection::may_pass(const ValueType& type, const void* value) {
  if (!is_reference(type)) return true;
  const std::vector<RecordKey> named = meant_by(m_site.records, type, value);
  const std::string_view id = split_name(static_cast<const Reference*>(value)->id).id;
  const bool passes = named.empty() ? type.shape == Shape::words_or_reference
                                    : std::any_of(named.begin(), named.end(), [&](const RecordKey& key) {
                                        return is_chosen(key.kind, id);
                                      });
  if (!passes) ++m_parts.references;
  return passes;
}

}  // namespace gongshi
