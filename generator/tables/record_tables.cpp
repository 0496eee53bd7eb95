#include "tables/record_tables.hpp"

#include <memory>

#include "model/table_shape.hpp"
#include "tables/cells.hpp"
#include "tables/derived_cells.hpp"

namespace gongshi {
namespace {

class RowReader {
 public:
  RowReader(const PublishedSite& site, TableShape shape) : m_site(site), m_shape(std::move(shape)) {}

  void read(const VisitRow& visit) const {
    const auto count = static_cast<std::uint32_t>(m_site.count(m_shape.kind));
    std::vector<Cell> cells(m_shape.columns.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      RowPlace place{m_site.record({m_shape.kind, i}), {}};
      each_row(m_shape, place.record.fields(), [&](const ShapeRow& row) {
        place.parts.assign(row.parts.begin(), row.parts.end());
        for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = cell(place, row, m_shape.columns[c]);
        visit(cells);
      });
    }
  }

 private:
  [[nodiscard]] Cell cell(const RowPlace& place, const ShapeRow& row, const ShapeColumn& column) const {
    const Record& record = place.record.common();
    switch (column.what) {
      case ShapeColumn::What::id:
        return given_cell(record.id);
      case ShapeColumn::What::part:
        return given_cell(std::to_string(row.parts[column.part] + 1));
      case ShapeColumn::What::map_key:
        return given_cell(map_key_in(m_shape, row));
      case ShapeColumn::What::map_value:
        return cell_of(*column.type(), value_in(row, column));
      case ShapeColumn::What::body:
        return record.body.empty() ? Cell{} : given_cell(record.body);
      case ShapeColumn::What::field:
        break;
    }
    Cell made = field_cell(place, row, column);
    if (made.state != Cell::State::missing) return made;
    if (is_withheld(m_site, place, *column.path.front()))
      made.state = Cell::State::withheld;
    else if (is_not_stated(record, column.name, column.labels))
      made.state = Cell::State::not_stated;
    return made;
  }

  [[nodiscard]] Cell field_cell(const RowPlace& place, const ShapeRow& row, const ShapeColumn& column) const {
    const Field& field = *column.path.back();
    if (field.need == Need::derived) return derived_cell(m_site, place, field);
    const void* value = value_in(row, column);
    return value == nullptr ? Cell{} : cell_of(*field.type, value);
  }

  const PublishedSite& m_site;
  TableShape m_shape;
};

Column column_of(const ShapeColumn& from) {
  const ValueType* type = from.type();
  if (type == nullptr) {
    const bool part = from.what == ShapeColumn::What::part;
    return key_column(from.key, from.label, from.meaning, part ? CellType::count : CellType::text);
  }
  Field field = *from.path.back();
  field.type = type;
  Column column = column_of(field);
  column.key = from.key;
  column.label = from.label;
  return column;
}

// What a row of the table belongs to: the row of its parent, by the parent's keys.
ForeignKey to_parent(const TableShape& shape, const TableShape& parent) {
  ForeignKey key{{}, parent.name, {}};
  for (std::size_t i = 0; i < parent.key_columns; ++i) {
    key.columns.push_back(shape.columns[i].key);
    key.target.push_back(parent.columns[i].key);
  }
  return key;
}

Table table_of(const PublishedSite& site, const TableShape& shape, const TableShape& parent) {
  Table table;
  table.name = shape.name;
  table.label = shape.label;
  table.meaning = shape.meaning;
  table.key_columns = shape.key_columns;
  if (shape.steps.empty())
    table.of = shape.kind;
  else
    table.foreign_keys.push_back(to_parent(shape, parent));
  for (const ShapeColumn& from : shape.columns) {
    table.columns.push_back(column_of(from));
    const ValueType* type = from.type();
    if (from.what == ShapeColumn::What::field && type->shape == Shape::reference && type->targets.size() == 1)
      table.foreign_keys.push_back({{from.key}, std::string(name_of(type->targets[0]).plural), {"id"}});
  }
  const auto reader = std::make_shared<RowReader>(site, shape);
  table.each_row = [reader](const VisitRow& visit) { reader->read(visit); };
  return table;
}

}  // namespace

std::vector<Table> record_tables(const PublishedSite& site, Kind kind) {
  const std::vector<TableShape> shapes = table_shapes(kind, ShapeUse::open_data);
  std::vector<Table> tables;
  tables.reserve(shapes.size());
  for (const TableShape& shape : shapes) tables.push_back(table_of(site, shape, shapes[shape.parent]));
  return tables;
}

}  // namespace gongshi
