#include "model/table_shape.hpp"

#include <algorithm>

#include "model/records.hpp"

namespace gongshi {
namespace {

using What = ShapeColumn::What;

constexpr Bilingual kIdMeaning = {"记录的编号", "id of the record"};
constexpr Bilingual kBodyMeaning = {"记录正文，Markdown", "text of the record, Markdown"};
constexpr Bilingual kPartMeaning = {"在列表里的次序，从 1 起", "place in the list, from 1"};
constexpr Bilingual kEntryMeaning = {"哪一项", "which of them"};

/// A table in the making.
struct Draft {
  TableShape shape;
  std::string name;  ///< dotted, with a dot at its end; empty for the records themselves
  std::string labels;
};

/// A list of mappings, to become a table of its own.
struct ListField {
  FieldPath path;
  std::string name;
  std::string labels;
};

/// Where a field stands within the table's mapping.
struct Place {
  FieldPath before;
  std::string prefix;
  std::string label_prefix;
};

bool is_table(const ValueType& type) {
  return type.shape == Shape::keyed || (type.shape == Shape::list && type.element->shape == Shape::mapping);
}

void add_column(Draft& draft, ShapeColumn column) {
  if (column.key.empty()) column.key = column.name;
  draft.shape.columns.push_back(std::move(column));
}

// What the path leads to from the mapping on, or null where something on the way is not given.
const void* follow(const FieldPath& path, const void* mapping) {
  for (const Field* field : path) {
    const ValueType& type = *field->type;
    mapping = field->in(mapping);
    if (!type.given(mapping)) return nullptr;
    if (field != path.back()) mapping = type.part(mapping, 0);
  }
  return mapping;
}

class RowWalk {
 public:
  RowWalk(const TableShape& shape, const std::function<void(const ShapeRow& row)>& visit)
      : m_shape(shape), m_visit(visit) {}

  void walk(const void* mapping, const void* list) {
    if (m_parts.size() == m_shape.steps.size()) {
      m_visit({mapping, list, m_parts});
      return;
    }
    const FieldPath& path = m_shape.steps[m_parts.size()].path;
    const void* parts = follow(path, mapping);
    if (parts == nullptr) return;
    const ValueType& type = *path.back()->type;
    for (std::size_t i = 0; i < type.size(parts); ++i) {
      m_parts.push_back(i);
      walk(type.part(parts, i), parts);
      m_parts.pop_back();
    }
  }

 private:
  const TableShape& m_shape;
  const std::function<void(const ShapeRow& row)>& m_visit;
  std::vector<std::size_t> m_parts;
};

class ShapeMaker {
 public:
  ShapeMaker(Kind kind, ShapeUse use) : m_kind(kind), m_use(use) {}

  std::vector<TableShape> make() {
    Draft draft;
    draft.shape.name = name_of(m_kind).plural;
    draft.shape.label = name_of(m_kind).label.zh;
    add_id(draft);
    draft.shape.key_columns = 1;
    std::vector<ListField> lists;
    add_fields(draft, fields_of(m_kind), {}, lists);
    if (m_use == ShapeUse::open_data)
      add_column(draft, {What::body, 0, {}, "body", "正文", "", "正文", kBodyMeaning});
    finish(draft, lists);
    return std::move(m_shapes);
  }

 private:
  static void add_id(Draft& draft) {
    add_column(draft, {What::id, 0, {}, "id", "编号", "", "编号", kIdMeaning});
  }

  [[nodiscard]] bool has_column(const Field& field, bool of_record) const {
    if (m_use == ShapeUse::desk) return field.need != Need::derived;
    return field.reach == Reach::shown && !(of_record && field.key == "waivers");
  }

  // A field called like a key is told apart by the name of its list: `done.n`.
  static void add_field(Draft& draft, const Field& field, const Place& place) {
    ShapeColumn column;
    column.path = place.before;
    column.path.push_back(&field);
    column.key = place.prefix + std::string(field.key);
    column.label = place.label_prefix + std::string(field.label);
    column.name = draft.name + column.key;
    column.labels = draft.labels + column.label;
    column.meaning = field.meaning;
    const auto is_taken = [&](const ShapeColumn& other) { return other.key == column.key; };
    if (std::any_of(draft.shape.columns.begin(), draft.shape.columns.end(), is_taken))
      column.key = draft.shape.steps.back().key + "." + column.key;
    draft.shape.columns.push_back(std::move(column));
  }

  // Nested mappings are columns; lists of mappings are left in `lists`.
  void add_fields(Draft& draft, const FieldTable& fields, const Place& place,
                  std::vector<ListField>& lists) const {
    for (const Field& field : fields.fields) {
      if (!has_column(field, draft.shape.steps.empty())) continue;
      FieldPath path = place.before;
      path.push_back(&field);
      const std::string name = place.prefix + std::string(field.key);
      const std::string labels = place.label_prefix + std::string(field.label);
      if (is_table(*field.type)) {
        lists.push_back({std::move(path), name, labels});
      } else if (field.type->shape == Shape::mapping) {
        add_fields(draft, field.type->table(), {std::move(path), name + ".", labels + "."}, lists);
      } else {
        add_field(draft, field, place);
      }
    }
  }

  // The table itself, then those of its lists.
  void finish(Draft& draft, const std::vector<ListField>& lists) {
    draft.shape.kind = m_kind;
    const std::size_t own = m_shapes.size();
    if (draft.shape.steps.empty()) draft.shape.parent = own;
    m_shapes.push_back(draft.shape);
    for (const ListField& list : lists) add_list(draft, own, list);
  }

  void add_list(const Draft& parent, std::size_t parent_index, const ListField& list) {
    const Field& field = *list.path.back();
    std::string dashed = list.name;
    std::replace(dashed.begin(), dashed.end(), '.', '-');
    Draft draft;
    draft.shape.steps = parent.shape.steps;
    draft.shape.steps.push_back({list.path, std::string(field.key)});
    draft.shape.parent = parent_index;
    draft.name = parent.name + list.name + ".";
    draft.labels = parent.labels + list.labels + ".";
    draft.shape.name = parent.shape.name + "-" + dashed;
    draft.shape.label = parent.shape.label;
    for (const Field* step : list.path) draft.shape.label += "·" + std::string(step->label);
    draft.shape.meaning = field.meaning;
    add_keys(draft);
    std::vector<ListField> lists;
    if (field.type->shape == Shape::keyed) {
      add_column(draft, {What::map_key, 0, {}, "key", "项目", "", "项目", kEntryMeaning});
      add_column(draft, {What::map_value, 0, list.path, "value", "数值", "", std::string(field.label),
                         field.meaning});
    } else {
      add_fields(draft, field.type->element->table(), {}, lists);
    }
    finish(draft, lists);
  }

  // The keys of the parent, its own place being called by its list, then the place in this one.
  static void add_keys(Draft& draft) {
    add_id(draft);
    for (std::size_t i = 0; i < draft.shape.steps.size(); ++i) {
      const ListStep& step = draft.shape.steps[i];
      const bool last = i + 1 == draft.shape.steps.size();
      const std::string key = last ? "n" : step.key + "_n";
      const std::string label = last ? "序号" : std::string(step.path.back()->label) + "序号";
      add_column(draft, {What::part, i, {}, key, key, "", label, kPartMeaning});
    }
    draft.shape.key_columns = draft.shape.columns.size();
  }

  Kind m_kind;
  ShapeUse m_use;
  std::vector<TableShape> m_shapes;
};

}  // namespace

const ValueType* ShapeColumn::type() const {
  if (what == What::map_value) return path.back()->type->element;
  return what == What::field ? path.back()->type : nullptr;
}

std::vector<TableShape> table_shapes(Kind kind, ShapeUse use) { return ShapeMaker(kind, use).make(); }

void each_row(const TableShape& shape, const void* record,
              const std::function<void(const ShapeRow& row)>& visit) {
  RowWalk(shape, visit).walk(record, nullptr);
}

const void* value_in(const ShapeRow& row, const ShapeColumn& column) {
  if (column.what == What::map_value) return row.mapping;
  return follow(column.path, row.mapping);
}

const std::string& map_key_in(const TableShape& shape, const ShapeRow& row) {
  return shape.steps.back().path.back()->type->part_key(row.list, row.parts.back()).value;
}

}  // namespace gongshi
