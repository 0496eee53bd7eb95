#include "views/facts.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace gongshi {
namespace {

// What a record's page says in places of its own.
constexpr std::array<std::string_view, 8> kFraming = {"title",     "scope",     "source",  "not_stated",
                                                      "by_editor", "withdrawn", "waivers", "internal_note"};

template <class Keys>
bool contains(const Keys& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

// Is the field of a record, by its key, among those to tell of?
using IsTold = std::function<bool(std::string_view key)>;

bool lists(const std::vector<Placed<std::string>>& names, const std::string& path,
           const std::string& labels) {
  return std::any_of(names.begin(), names.end(), [&](const Placed<std::string>& name) {
    return name.value == path || name.value == labels;
  });
}

class FactWriter {
 public:
  FactWriter(const ViewContext& context, const Record* common, std::string_view from)
      : m_context(context), m_common(common), m_from(from) {}

  ViewList facts(const FieldTable& table, const void* mapping, const IsTold& is_told) {
    ViewList all;
    const bool lists_unstated = m_common != nullptr && !m_common->not_stated.empty();
    for (const Field& field : table.fields) {
      if (field.need == Need::derived) continue;
      const bool given = field.type->given(field.in(mapping));
      if ((!given && !lists_unstated) || !is_told(field.key)) continue;
      const std::size_t path = m_path.size();
      const std::size_t labels = m_labels.size();
      m_path += (path == 0 ? "" : ".") + std::string(field.key);
      m_labels += (labels == 0 ? "" : ".") + std::string(field.label);
      const bool unstated = !given && lists(m_common->not_stated, m_path, m_labels);
      if (given || unstated) all.emplace_back(fact(field, mapping, unstated));
      m_path.resize(path);
      m_labels.resize(labels);
    }
    return all;
  }

  ViewList values(const ValueType& type, const void* value) {
    ViewList all;
    add_values(type, value, all);
    return all;
  }

 private:
  ViewObject fact(const Field& field, const void* mapping, bool unstated) {
    ViewObject fact;
    fact.set("label", m_context.label(field));
    fact.set("key", std::string(field.key));
    fact.set("not_stated", unstated);
    fact.set("by_editor", m_common != nullptr && lists(m_common->by_editor, m_path, m_labels));
    fact.set("values", unstated ? ViewList() : values(*field.type, field.in(mapping)));
    const bool tabular = !unstated && is_tabular(*field.type);
    fact.set("table", tabular ? ViewValue(table(*field.type, field.in(mapping))) : ViewValue(false));
    fact.set("entries", unstated || tabular ? ViewList() : entries(*field.type, field.in(mapping)));
    return fact;
  }

  // A list of mappings reads best as a table if what it nests can be said in a word or two.
  static bool is_tabular(const ValueType& type) {
    if (type.shape != Shape::list || type.element->shape != Shape::mapping) return false;
    const std::vector<Field>& fields = type.element->table().fields;
    return std::all_of(fields.begin(), fields.end(), [](const Field& field) {
      const ValueType& part = part_of(*field.type);
      return part.shape != Shape::mapping || is_flat(part.table());
    });
  }
  static bool is_flat(const FieldTable& table) {
    return std::none_of(table.fields.begin(), table.fields.end(),
                        [](const Field& field) { return part_of(*field.type).shape == Shape::mapping; });
  }
  static const ValueType& part_of(const ValueType& type) {
    return type.shape == Shape::list ? *type.element : type;
  }

  // {headings: [text], rows: [{cells: [{label, not_stated, by_editor, values}]}]}: a column for each field
  // that any of the entries gives or that the source does not state.
  ViewObject table(const ValueType& type, const void* value) {
    const FieldTable& fields = type.element->table();
    ViewList headings;
    std::vector<const Field*> columns;
    for (const Field& field : fields.fields) {
      if (field.need == Need::derived || !is_column(field, type, value)) continue;
      columns.push_back(&field);
      headings.emplace_back(m_context.label(field));
    }
    ViewList rows;
    for (std::size_t i = 0; i < type.size(value); ++i) {
      ViewList cells;
      for (const Field* field : columns) cells.emplace_back(cell(*field, type.part(value, i)));
      ViewObject row;
      row.set("cells", std::move(cells));
      rows.emplace_back(std::move(row));
    }
    ViewObject table;
    table.set("headings", std::move(headings)).set("rows", std::move(rows));
    return table;
  }

  bool is_column(const Field& field, const ValueType& type, const void* value) const {
    for (std::size_t i = 0; i < type.size(value); ++i) {
      if (field.type->given(field.in(type.part(value, i)))) return true;
    }
    return type.size(value) > 0 && is_listed(&Record::not_stated, field);
  }

  ViewObject cell(const Field& field, const void* mapping) {
    const bool given = field.type->given(field.in(mapping));
    ViewObject cell;
    cell.set("label", m_context.label(field))
        .set("not_stated", !given && is_listed(&Record::not_stated, field))
        .set("by_editor", given && is_listed(&Record::by_editor, field))
        .set("values", given ? cell_values(*field.type, field.in(mapping)) : ViewList());
    return cell;
  }

  // In a cell, a nested mapping is one value: its texts in a row, leading to its address if it has one.
  ViewList cell_values(const ValueType& type, const void* value) {
    const ValueType& part = part_of(type);
    if (part.shape != Shape::mapping) return values(type, value);
    ViewList all;
    for (std::size_t i = 0; i < type.size(value); ++i)
      all.emplace_back(in_a_row(part.table(), type.part(value, i)));
    return all;
  }

  ViewObject in_a_row(const FieldTable& table, const void* mapping) {
    std::string words;
    std::string href;
    for (const Field& field : table.fields) {
      if (field.need == Need::derived || !field.type->given(field.in(mapping))) continue;
      for (const ViewValue& value : values(*field.type, field.in(mapping))) {
        const ViewObject& one = *value.as<ViewObject>();
        const bool address = field.type->shape == Shape::address || field.type->shape == Shape::file_name;
        if (address) {
          href = *one.find("href")->as<std::string>();
        } else {
          words += (words.empty() ? "" : " ") + *one.find("text")->as<std::string>();
        }
      }
    }
    ViewObject row;
    row.set("text", words.empty() ? href : words).set("is_link", !href.empty()).set("href", href);
    return row;
  }

  // Does the record list this field of the mapping at hand, by its keys or its labels?
  bool is_listed(std::vector<Placed<std::string>> Record::*names, const Field& field) const {
    return m_common != nullptr && lists(m_common->*names, m_path + "." + std::string(field.key),
                                        m_labels + "." + std::string(field.label));
  }

  ViewList entries(const ValueType& type, const void* value) {
    ViewList all;
    const ValueType& part_type = part_of(type);
    if (part_type.shape != Shape::mapping) return all;
    for (std::size_t i = 0; i < type.size(value); ++i) {
      ViewObject entry;
      entry.set("facts",
                facts(part_type.table(), type.part(value, i), [](std::string_view) { return true; }));
      all.emplace_back(std::move(entry));
    }
    return all;
  }

  void add_values(const ValueType& type, const void* value, ViewList& all) {
    const auto text = [&](std::string words) { all.emplace_back(ViewContext::plain(std::move(words))); };
    switch (type.shape) {
      case Shape::text:
        return text(as<std::string>(value));
      case Shape::line:
        return text(as<Line>(value).text);
      case Shape::date:
        return text(as<Date>(value).text());
      case Shape::count:
        return text(std::to_string(*as<std::optional<std::int64_t>>(value)));
      case Shape::decimal:
        return text(as<Decimal>(value).text + (type.percent ? " %" : ""));
      case Shape::flag:
        return text(m_context.word(*as<std::optional<bool>>(value) ? "yes" : "no"));
      case Shape::choice:
        return text(m_context.label(type.choices[as<ChoiceIndex>(value).index]));
      case Shape::reference:
      case Shape::words_or_reference:
      case Shape::any_record:
        return add_reference(type, as<Reference>(value), all);
      case Shape::address:
        return add_address(as<Address>(value).text, as<Address>(value).text, all);
      case Shape::file_name:
        return add_address(
            as<FileName>(value).text,
            relative_address(m_from, std::string(kAttachmentFolder) + as<FileName>(value).text), all);
      case Shape::mapping:
        return;
      case Shape::list:
        for (std::size_t i = 0; i < type.size(value); ++i)
          add_values(*type.element, type.part(value, i), all);
        return;
      case Shape::keyed:
        return add_keyed(type, value, all);
    }
  }

  static void add_address(std::string text, std::string href, ViewList& all) {
    ViewObject link;
    link.set("text", std::move(text)).set("href", std::move(href)).set("is_link", true);
    all.emplace_back(std::move(link));
  }

  void add_keyed(const ValueType& type, const void* value, ViewList& all) {
    for (std::size_t i = 0; i < type.size(value); ++i) {
      ViewList one;
      add_values(*type.element, type.part(value, i), one);
      const std::string& key = type.part_key(value, i).value;
      const std::string* number =
          one.empty() ? nullptr : one.front().as<ViewObject>()->find("text")->as<std::string>();
      all.emplace_back(ViewContext::plain(key + (number == nullptr ? "" : " " + *number)));
    }
  }

  void add_reference(const ValueType& type, const Reference& reference, ViewList& all) {
    const auto& records = m_context.site().records();
    for (const RecordKey& key : records_named(records, reference.id)) {
      const bool meant = type.shape == Shape::any_record ||
                         std::find(type.targets.begin(), type.targets.end(), key.kind) != type.targets.end();
      if (meant) return void(all.emplace_back(m_context.link(key, m_from)));
    }
    all.emplace_back(ViewContext::plain(reference.id));
  }

  const ViewContext& m_context;
  const Record* m_common;
  std::string_view m_from;
  std::string m_path;
  std::string m_labels;
};

ViewList told_facts(const ViewContext& context, const PublishedRecord& record, std::string_view from,
                    const IsTold& is_told) {
  return FactWriter(context, &record.common(), from)
      .facts(record.table(), record.fields(),
             [&](std::string_view key) { return is_told(key) && !contains(kFraming, key); });
}

}  // namespace

ViewList facts_of(const ViewContext& context, const PublishedRecord& record, std::string_view from,
                  const std::vector<std::string_view>& without) {
  return told_facts(context, record, from, [&](std::string_view key) { return !contains(without, key); });
}

ViewList facts_among(const ViewContext& context, const PublishedRecord& record, std::string_view from,
                     const std::vector<std::string_view>& keys) {
  return told_facts(context, record, from, [&](std::string_view key) { return contains(keys, key); });
}

ViewValue fact_group(const ViewContext& context, const PublishedRecord& record, std::string_view from,
                     const std::vector<std::string_view>& keys) {
  ViewList facts = facts_among(context, record, from, keys);
  if (facts.empty()) return false;
  ViewObject group;
  group.set("facts", std::move(facts));
  return group;
}

std::vector<std::string_view> unsaid(const PublishedRecord& record, const std::vector<std::string_view>& told,
                                     std::vector<std::string_view> keys) {
  for (const std::string_view key : told) {
    if (is_unstated(record, key) || is_by_editor(record, key)) keys.push_back(key);
  }
  return keys;
}

ViewList values_of(const ViewContext& context, const PublishedRecord& record, std::string_view key,
                   std::string_view from) {
  const Field* field = record.table().find(key);
  if (field == nullptr || field->need == Need::derived || !field->type->given(field->in(record.fields())))
    return {};
  return FactWriter(context, nullptr, from).values(*field->type, field->in(record.fields()));
}

bool is_unstated(const PublishedRecord& record, std::string_view key) {
  const Field* field = record.table().find(key);
  return field != nullptr &&
         lists(record.common().not_stated, std::string(field->key), std::string(field->label));
}

bool is_by_editor(const PublishedRecord& record, std::string_view key) {
  const Field* field = record.table().find(key);
  return field != nullptr &&
         lists(record.common().by_editor, std::string(field->key), std::string(field->label));
}

ViewValue source_of(const ViewContext& context, const PublishedRecord& record, std::string_view from) {
  if (!record.common().source) return false;
  const Source& source = *record.common().source;
  const FieldTable& table = fields_of(&source);
  const Field& document = *table.find("document");
  ViewObject view;
  view.set("document", FactWriter(context, nullptr, from).values(*document.type, document.in(&source)));
  view.set("place", source.place);
  return view;
}

}  // namespace gongshi
