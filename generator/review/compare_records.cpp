#include "review/compare_records.hpp"

#include <algorithm>
#include <map>

#include "formats/data_json.hpp"
#include "review/value_words.hpp"

namespace gongshi {
namespace {

Weight weight_of(const Field& field) {
  constexpr std::string_view kStates[] = {"status", "flags", "withdrawn", "closed", "acceptance", "claimed"};
  constexpr std::string_view kDeadlines[] = {
      "deadline", "due", "current_deadline", "original_deadline", "to", "extensions", "notice"};
  const auto is_in = [&](const auto& keys) {
    return std::find(std::begin(keys), std::end(keys), field.key) != std::end(keys);
  };
  if (is_in(kStates)) return Weight::status;
  if (is_in(kDeadlines)) return Weight::deadline;
  const bool number = field.type->shape == Shape::count || field.type->shape == Shape::decimal;
  return number ? Weight::number : Weight::other;
}

/// Of a value that is new or gone as a whole: what weighs most in it.
Weight weight_of_parts(const ValueType& type, const JsonValue& value) {
  Weight least = Weight::other;
  if (type.shape == Shape::list) {
    for (const JsonValue& element : value.elements)
      least = std::min(least, weight_of_parts(*type.element, element));
  } else if (type.shape == Shape::mapping) {
    for (const Field& field : type.table().fields) {
      const JsonValue& part = value.member(field.key);
      if (!is_absent(part)) least = std::min({least, weight_of(field), weight_of_parts(*field.type, part)});
    }
  }
  return least;
}

/// Addresses and hashes change with everything else and tell nothing more.
bool is_compared(const Field& field) {
  return field.need != Need::derived || (field.key != "sha256" && field.key != "url" && field.key != "id");
}

class Differences {
 public:
  explicit Differences(Language language) : m_language(language) {}

  void compare(const FieldTable& table, const JsonValue& before, const JsonValue& after) {
    compare_mapping(table, before, after, "", Weight::other);
    compare_body(before.member("body").text, after.member("body").text);
    std::stable_sort(m_changes.begin(), m_changes.end(),
                     [](const FieldChange& a, const FieldChange& b) { return a.weight < b.weight; });
  }

  std::vector<FieldChange> take() { return std::move(m_changes); }

 private:
  void compare_mapping(const FieldTable& table, const JsonValue& before, const JsonValue& after,
                       const std::string& way, Weight weight) {
    for (const Field& field : table.fields) {
      const JsonValue& old_value = before.member(field.key);
      const JsonValue& new_value = after.member(field.key);
      if (!is_compared(field) || same_value(old_value, new_value)) continue;
      compare_value(field, old_value, new_value, way + field_words(field, m_language),
                    std::min(weight, weight_of(field)));
    }
  }

  void compare_value(const Field& field, const JsonValue& before, const JsonValue& after,
                     const std::string& name, Weight weight) {
    const ValueType& type = *field.type;
    const bool both = !is_absent(before) && !is_absent(after);
    if (both && type.shape == Shape::mapping) {
      compare_mapping(type.table(), before, after, name + " ", weight);
    } else if (both && type.shape == Shape::list && type.element->shape == Shape::mapping) {
      compare_list(field, before.elements, after.elements, name, weight);
    } else {
      add_whole(field, before, after, name, weight);
    }
  }

  // What is equal at the start and the end stands; entries between are compared in their order.
  void compare_list(const Field& field, const std::vector<JsonValue>& before,
                    const std::vector<JsonValue>& after, const std::string& name, Weight weight) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t start = 0;
    while (start < shorter && same_value(before[start], after[start])) ++start;
    std::size_t end = 0;
    while (end < shorter - start &&
           same_value(before[before.size() - 1 - end], after[after.size() - 1 - end]))
      ++end;
    const auto entry = [&](const std::vector<JsonValue>& list, std::size_t i) {
      JsonValue one;
      if (i + end < list.size()) one.elements.push_back(list[i]);
      return one;
    };
    const std::size_t last = std::max(before.size(), after.size()) - end;
    for (std::size_t i = start; i < last; ++i) {
      const JsonValue old_entry = entry(before, i);
      const JsonValue new_entry = entry(after, i);
      const std::string numbered = name + " " + std::to_string(i + 1);
      if (!old_entry.elements.empty() && !new_entry.elements.empty()) {
        compare_mapping(field.type->element->table(), old_entry.elements.front(), new_entry.elements.front(),
                        numbered + " ", weight);
      } else {
        add_whole(field, old_entry, new_entry, numbered, weight);
      }
    }
  }

  void add_whole(const Field& field, const JsonValue& before, const JsonValue& after, const std::string& name,
                 Weight weight) {
    const Weight parts = std::min(weight_of_parts(*field.type, before), weight_of_parts(*field.type, after));
    add(std::min(weight, parts), name, value_words(field, before, m_language),
        value_words(field, after, m_language));
  }

  void compare_body(const std::string& before, const std::string& after) {
    if (before != after)
      add(Weight::other, std::string(Bilingual{"正文", "body"}.in(m_language)), before, after);
  }

  void add(Weight weight, std::string name, std::string before, std::string after) {
    if (before != after) m_changes.push_back({weight, std::move(name), std::move(before), std::move(after)});
  }

  Language m_language;
  std::vector<FieldChange> m_changes;
};

std::map<std::string_view, const JsonValue*> by_id(const JsonValue& rows) {
  std::map<std::string_view, const JsonValue*> records;
  for (const JsonValue& row : rows.elements) records.emplace(row.member("id").text, &row);
  return records;
}

RecordChange change_of(Kind kind, const JsonValue& record) {
  const std::string& title = record.member("title").text;
  return {kind, record.member("id").text, title.empty() ? record.member("id").text : title, {}};
}

void compare_kind(Kind kind, const JsonValue& before, const JsonValue& after, Language language,
                  SiteChanges& changes) {
  const auto old_records = by_id(before);
  const auto new_records = by_id(after);
  for (const auto& [id, record] : new_records) {
    RecordChange change = change_of(kind, *record);
    const auto old_record = old_records.find(id);
    if (old_record == old_records.end()) {
      changes.added.push_back(std::move(change));
      continue;
    }
    Differences differences(language);
    differences.compare(fields_of(kind), *old_record->second, *record);
    change.fields = differences.take();
    const bool taken_back =
        is_absent(old_record->second->member("withdrawn")) && !is_absent(record->member("withdrawn"));
    if (taken_back) {
      changes.withdrawn.push_back(std::move(change));
    } else if (change.fields.empty()) {
      ++changes.unchanged;
    } else {
      changes.changed.push_back(std::move(change));
    }
  }
  for (const auto& [id, record] : old_records) {
    if (!new_records.contains(id)) changes.gone.push_back(change_of(kind, *record));
  }
}

}  // namespace

SiteChanges compare_records(const StandingSite& before, const PublishedSite& after, Language language) {
  SiteChanges changes;
  for (const KindName& kind : kKinds) {
    const auto old_table = before.tables.find(kind.kind);
    const JsonValue none;
    // The very bytes that would be published, so that what is compared is what is seen.
    const JsonValue rows = parse_json(table_json(after, kind.kind)).value_or(none);
    compare_kind(kind.kind, old_table == before.tables.end() ? none : old_table->second, rows, language,
                 changes);
  }
  return changes;
}

}  // namespace gongshi
