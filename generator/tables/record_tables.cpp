#include "tables/record_tables.hpp"

#include <algorithm>
#include <memory>

#include "tables/cells.hpp"
#include "tables/derived_cells.hpp"

namespace gongshi {
namespace {

using FieldPath = std::vector<const Field*>;

/// A list to go through on the way to a row: where it is in the mapping before, and its name.
struct Step {
  FieldPath path;
  std::string key;  ///< last of the names in `path`
};

/// Where the cell of a column comes from.
struct ColumnSource {
  enum class What : std::uint8_t { id, part, map_key, map_value, body, field };
  What what = What::field;
  std::size_t part = 0;  ///< of a part: of which list
  FieldPath path;        ///< of a field
  std::string name;      ///< dotted, from the record on
  std::string labels;
};

/// A table in the making, and how its rows are read.
struct Draft {
  Table table;
  std::vector<Step> steps;
  std::vector<ColumnSource> sources;
  std::string name;  ///< dotted, with a dot at its end; empty for the records themselves
  std::string labels;
};

/// A list of mappings, to become a table of its own.
struct ListField {
  FieldPath path;
  std::string name;
  std::string labels;
};

bool is_table(const ValueType& type) {
  return type.shape == Shape::keyed || (type.shape == Shape::list && type.element->shape == Shape::mapping);
}

const void* follow(const FieldPath& path, std::size_t count, const void* mapping) {
  for (std::size_t i = 0; i < count; ++i) {
    const ValueType& type = *path[i]->type;
    mapping = path[i]->in(mapping);
    if (!type.given(mapping)) return nullptr;
    if (i + 1 < path.size()) mapping = type.part(mapping, 0);
  }
  return mapping;
}

class RowReader {
 public:
  RowReader(const PublishedSite& site, Kind kind, std::vector<Step> steps, std::vector<ColumnSource> sources)
      : m_site(site), m_kind(kind), m_steps(std::move(steps)), m_sources(std::move(sources)) {}

  void read(const VisitRow& visit) const {
    const auto count = static_cast<std::uint32_t>(m_site.count(m_kind));
    std::vector<Cell> row(m_sources.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      RowPlace place{m_site.record({m_kind, i}), {}};
      const void* fields = place.record.fields();
      read_parts(place, fields, nullptr, 0, row, visit);
    }
  }

 private:
  // `keyed` is the list that the part is in, if it is a part of a keyed mapping.
  void read_parts(RowPlace& place, const void* mapping, const void* list, std::size_t depth,
                  std::vector<Cell>& row, const VisitRow& visit) const {
    if (depth == m_steps.size()) {
      for (std::size_t c = 0; c < m_sources.size(); ++c) row[c] = cell(place, mapping, list, m_sources[c]);
      visit(row);
      return;
    }
    const Step& step = m_steps[depth];
    const void* parts = follow(step.path, step.path.size(), mapping);
    if (parts == nullptr) return;
    const ValueType& type = *step.path.back()->type;
    for (std::size_t i = 0; i < type.size(parts); ++i) {
      place.parts.push_back(i);
      read_parts(place, type.part(parts, i), parts, depth + 1, row, visit);
      place.parts.pop_back();
    }
  }

  [[nodiscard]] Cell cell(const RowPlace& place, const void* mapping, const void* list,
                          const ColumnSource& source) const {
    const Record& record = place.record.common();
    switch (source.what) {
      case ColumnSource::What::id:
        return given_cell(record.id);
      case ColumnSource::What::part:
        return given_cell(std::to_string(place.parts[source.part] + 1));
      case ColumnSource::What::map_key:
        return given_cell(m_steps.back().path.back()->type->part_key(list, place.parts.back()).value);
      case ColumnSource::What::map_value:
        return cell_of(*m_steps.back().path.back()->type->element, mapping);
      case ColumnSource::What::body:
        return record.body.empty() ? Cell{} : given_cell(record.body);
      case ColumnSource::What::field:
        break;
    }
    Cell made = field_cell(place, mapping, source);
    if (made.state != Cell::State::missing) return made;
    if (is_withheld(m_site, place, *source.path.front()))
      made.state = Cell::State::withheld;
    else if (is_not_stated(record, source.name, source.labels))
      made.state = Cell::State::not_stated;
    return made;
  }

  [[nodiscard]] Cell field_cell(const RowPlace& place, const void* mapping,
                                const ColumnSource& source) const {
    const Field& field = *source.path.back();
    if (field.need == Need::derived) return derived_cell(m_site, place, field);
    const void* value = follow(source.path, source.path.size(), mapping);
    return value == nullptr ? Cell{} : cell_of(*field.type, value);
  }

  const PublishedSite& m_site;
  Kind m_kind;
  std::vector<Step> m_steps;
  std::vector<ColumnSource> m_sources;
};

class TableMaker {
 public:
  TableMaker(const PublishedSite& site, Kind kind) : m_site(site), m_kind(kind) {}

  std::vector<Table> make() {
    const KindName& names = name_of(m_kind);
    Draft draft;
    draft.table.name = names.plural;
    draft.table.label = names.label.zh;
    draft.table.of = m_kind;
    add_id(draft);
    std::vector<ListField> lists;
    add_fields(draft, fields_of(m_kind), {}, "", "", lists);
    draft.table.columns.push_back(
        key_column("body", "正文", {"记录正文，Markdown", "text of the record, Markdown"}, CellType::text));
    draft.sources.push_back({ColumnSource::What::body, 0, {}, "body", "正文"});
    finish(draft, lists);
    return std::move(m_tables);
  }

 private:
  static void add_id(Draft& draft) {
    draft.table.columns.push_back(
        key_column("id", "编号", {"记录的编号", "id of the record"}, CellType::text));
    draft.sources.push_back({ColumnSource::What::id, 0, {}, "id", "编号"});
    draft.table.key_columns = 1;
  }

  // A field called like a key is told apart by the name of its list: `done.n`.
  static void add_column(Draft& draft, const Field& field, FieldPath path, const std::string& prefix,
                         const std::string& label_prefix) {
    Column column = column_of(field, prefix, label_prefix);
    const auto is_taken = [&](const Column& other) { return other.key == column.key; };
    ColumnSource source{ColumnSource::What::field, 0, std::move(path), draft.name + column.key,
                        draft.labels + column.label};
    if (std::any_of(draft.table.columns.begin(), draft.table.columns.end(), is_taken))
      column.key = draft.steps.back().key + "." + column.key;
    if (field.type->shape == Shape::reference && field.type->targets.size() == 1)
      draft.table.foreign_keys.push_back(
          {{column.key}, std::string(name_of(field.type->targets[0]).plural), {"id"}});
    draft.table.columns.push_back(std::move(column));
    draft.sources.push_back(std::move(source));
  }

  // Nested mappings are columns; lists of mappings are left in `lists`. Waivers have one table for all kinds.
  static void add_fields(Draft& draft, const FieldTable& fields, const FieldPath& before,
                         const std::string& prefix, const std::string& label_prefix,
                         std::vector<ListField>& lists) {
    for (const Field& field : fields.fields) {
      if (field.reach != Reach::shown || (draft.steps.empty() && field.key == "waivers")) continue;
      FieldPath path = before;
      path.push_back(&field);
      const std::string name = prefix + std::string(field.key);
      const std::string labels = label_prefix + std::string(field.label);
      if (is_table(*field.type)) {
        lists.push_back({std::move(path), name, labels});
      } else if (field.type->shape == Shape::mapping) {
        add_fields(draft, field.type->table(), path, name + ".", labels + ".", lists);
      } else {
        add_column(draft, field, std::move(path), prefix, label_prefix);
      }
    }
  }

  // The table itself if it has a row, then those of its lists.
  void finish(const Draft& draft, const std::vector<ListField>& lists) {
    const auto reader = std::make_shared<RowReader>(m_site, m_kind, draft.steps, draft.sources);
    Table table = draft.table;
    table.each_row = [reader](const VisitRow& visit) { reader->read(visit); };
    m_tables.push_back(std::move(table));
    for (const ListField& list : lists) add_list(draft, list);
  }

  void add_list(const Draft& parent, const ListField& list) {
    const Field& field = *list.path.back();
    std::string dashed = list.name;
    std::replace(dashed.begin(), dashed.end(), '.', '-');
    Draft draft;
    draft.steps = parent.steps;
    draft.steps.push_back({list.path, std::string(field.key)});
    draft.name = parent.name + list.name + ".";
    draft.labels = parent.labels + list.labels + ".";
    draft.table.name = parent.table.name + "-" + dashed;
    draft.table.label = parent.table.label;
    for (const Field* step : list.path) draft.table.label += "·" + std::string(step->label);
    draft.table.meaning = field.meaning;
    add_keys(draft, parent);
    std::vector<ListField> lists;
    if (field.type->shape == Shape::keyed) {
      add_entry_columns(draft, field);
    } else {
      add_fields(draft, field.type->element->table(), {}, "", "", lists);
    }
    finish(draft, lists);
  }

  // The keys of the parent, its own place being called by its list, then the place in this one.
  static void add_keys(Draft& draft, const Draft& parent) {
    add_id(draft);
    ForeignKey to_parent{{"id"}, parent.table.name, {"id"}};
    for (std::size_t i = 0; i < draft.steps.size(); ++i) {
      const bool last = i + 1 == draft.steps.size();
      const std::string list = draft.steps[i].key;
      const std::string label(draft.steps[i].path.back()->label);
      const std::string key = last ? "n" : list + "_n";
      draft.table.columns.push_back(key_column(key, last ? "序号" : label + "序号",
                                               {"在列表里的次序，从 1 起", "place in the list, from 1"},
                                               CellType::count));
      draft.sources.push_back({ColumnSource::What::part, i, {}, key, key});
      if (last) continue;
      to_parent.columns.push_back(key);
      to_parent.target.push_back(parent.table.columns[i + 1].key);
    }
    draft.table.key_columns = draft.table.columns.size();
    draft.table.foreign_keys.push_back(std::move(to_parent));
  }

  static void add_entry_columns(Draft& draft, const Field& field) {
    draft.table.columns.push_back(key_column("key", "项目", {"哪一项", "which of them"}, CellType::text));
    draft.sources.push_back({ColumnSource::What::map_key, 0, {}, "key", "项目"});
    Field value = field;
    value.type = field.type->element;
    Column column = column_of(value, "", "");
    column.key = "value";
    draft.table.columns.push_back(std::move(column));
    draft.sources.push_back({ColumnSource::What::map_value, 0, {}, "value", "数值"});
  }

  const PublishedSite& m_site;
  Kind m_kind;
  std::vector<Table> m_tables;
};

}  // namespace

std::vector<Table> record_tables(const PublishedSite& site, Kind kind) {
  return TableMaker(site, kind).make();
}

}  // namespace gongshi
