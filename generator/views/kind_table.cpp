// Which fields make the columns is the one thing said here by kind; headings and values come from the
// table of fields.
#include "views/kind_table.hpp"

#include "views/facts.hpp"

namespace gongshi {
namespace {

std::vector<std::string_view> columns_of(Kind kind) {
  switch (kind) {
    case Kind::phase:
      return {"state", "aim"};
    case Kind::objective:
      return {"unit"};
    case Kind::unit:
      return {"type", "parent"};
    case Kind::consultation:
      return {"by", "phase", "total"};
    case Kind::opinion:
      return {"summary", "disposition", "items"};
    case Kind::plan:
      return {"unit", "adopted"};
    case Kind::item:
      return {"class", "unit"};
    case Kind::survey:
      return {"conductor", "relation", "method"};
    case Kind::lookback:
      return {"unit", "survey"};
    case Kind::institution:
      return {"action", "stage"};
    case Kind::duty:
      return {"to", "trigger"};
    case Kind::bulletin:
      return {"kind", "date"};
    case Kind::feedback:
      return {"kind", "received", "status", "about"};
    case Kind::page:
    case Kind::holiday:
      return {};
  }
  return {};
}

// Does the column say which record of this kind is meant?
bool names(std::string_view column, Kind kind) {
  return column == name_of(kind).singular || column == name_of(kind).plural || column == "about";
}

void add_record(const ViewContext& context, const PublishedRecord& record,
                const std::vector<std::string_view>& columns, std::string_view from, TableView& table) {
  std::vector<TableCell> cells;
  for (const std::string_view column : columns) {
    TableCell cell;
    cell.not_stated = is_unstated(record, column);
    for (const ViewValue& value : values_of(context, record, column, from))
      cell.entries.emplace_back(entry_view(*value.as<ViewObject>()));
    cells.push_back(std::move(cell));
  }
  table.add(entry_of(context, record.key(), from), std::move(cells));
}

}  // namespace

LongTable kind_table(const ViewContext& context, Kind kind, std::string path, std::string section,
                     std::vector<std::uint32_t> rows, std::optional<Kind> of) {
  std::vector<std::string_view> columns = columns_of(kind);
  if (of) std::erase_if(columns, [&](std::string_view column) { return names(column, *of); });
  LongTable table;
  table.path = std::move(path);
  table.section = std::move(section);
  table.caption = context.word("kinds." + std::string(name_of(kind).plural));
  table.headings = {context.word("index.title_column")};
  const FieldTable& fields = fields_of(kind);
  for (const std::string_view key : columns) table.headings.push_back(context.label(*fields.find(key)));
  table.rows = std::move(rows);
  table.kind = kind;
  table.add_row = [&context, kind, columns = std::move(columns)](std::uint32_t place, std::string_view from,
                                                                 TableView& view) {
    add_record(context, context.site().record({kind, place}), columns, from, view);
  };
  return table;
}

}  // namespace gongshi
