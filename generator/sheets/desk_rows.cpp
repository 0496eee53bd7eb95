#include "sheets/desk_rows.hpp"

#include "model/value_text.hpp"

namespace gongshi {
namespace {

std::string cell_in(const TableShape& shape, const ShapeRow& row, const ShapeColumn& column,
                    const std::string& id) {
  switch (column.what) {
    case ShapeColumn::What::id:
      return id;
    case ShapeColumn::What::part:
      return std::to_string(row.parts[column.part] + 1);
    case ShapeColumn::What::map_key:
      return map_key_in(shape, row);
    default:
      break;
  }
  const void* value = value_in(row, column);
  return value != nullptr && column.type()->given(value) ? cell_text(*column.type(), value) : std::string();
}

std::string shown_value(const ValueType& type, const std::string& value, Language language) {
  if (type.shape == Shape::flag)
    return std::string((value == "true" ? Bilingual{"是", "true"} : Bilingual{"否", "false"}).in(language));
  for (const ChoiceWord& choice : type.choices) {
    if (choice.key == value) return std::string(language == Language::zh ? choice.label.zh : choice.key);
  }
  return value;
}

}  // namespace

std::vector<DeskRecord> desk_records(const Site& site, Kind kind) {
  std::vector<DeskRecord> records;
  site.records.for_each_kind([&]<class R>() {
    if (R::kKind != kind) return;
    const auto& all = site.records.all<R>();
    records.reserve(all.size());
    for (const R& record : all) records.push_back({&record, &record});
  });
  return records;
}

std::vector<DeskRow> desk_rows(const TableShape& shape, const DeskRecord& record) {
  std::vector<DeskRow> rows;
  each_row(shape, record.fields, [&](const ShapeRow& row) {
    DeskRow& made = rows.emplace_back();
    made.parts.assign(row.parts.begin(), row.parts.end());
    made.cells.reserve(shape.columns.size());
    for (const ShapeColumn& column : shape.columns)
      made.cells.push_back(cell_in(shape, row, column, record.common->id));
  });
  return rows;
}

std::string shown_in_cell(const ShapeColumn& column, const std::string& cell, Language language) {
  const ValueType* type = column.type();
  if (type == nullptr || cell.empty()) return cell;
  if (type->shape != Shape::list) return shown_value(*type, cell, language);
  std::string all;
  for (std::size_t start = 0; start <= cell.size();) {
    const std::size_t end = std::min(cell.find(kListSeparator, start), cell.size());
    if (start > 0) all += kListSeparator;
    all += shown_value(*type->element, cell.substr(start, end - start), language);
    start = end + 1;
  }
  return all;
}

std::string desk_label(const TableShape& shape, Language language) {
  return language == Language::zh ? shape.label : shape.name;
}
std::string desk_label(const ShapeColumn& column, Language language) {
  return language == Language::zh ? column.label : column.key;
}

}  // namespace gongshi
