#include "tables/site_tables.hpp"

#include <algorithm>
#include <memory>

#include "publish/flow_rows.hpp"
#include "publish/traced_records.hpp"
#include "tables/cells.hpp"
#include "tables/record_tables.hpp"

namespace gongshi {
namespace {

Column column_naming(Kind kind) {
  const KindName& name = name_of(kind);
  return key_column(std::string(name.singular), std::string(name.label.zh), {name.label.zh, name.label.en},
                    CellType::text);
}

Column place_column() {
  return key_column("n", "序号", {"在同一条记录里的次序，从 1 起", "place within the same record, from 1"},
                    CellType::count);
}

Cell id_cell(const PublishedSite& site, Kind kind, std::uint32_t index) {
  return given_cell(site.record({kind, index}).common().id);
}

// A row for each record that an item is linked with, told in the column of its kind.
void read_traces(const PublishedSite& site, const VisitRow& visit) {
  const auto count = static_cast<std::uint32_t>(site.count(Kind::item));
  for (std::uint32_t item = 0; item < count; ++item) {
    std::size_t n = 0;
    const auto add = [&](Kind kind, std::size_t column, const RecordPlaces& places) {
      for (const std::uint32_t place : places) {
        std::vector<Cell> row(5);
        row[0] = id_cell(site, Kind::item, item);
        row[1] = given_cell(std::to_string(++n));
        row[column] = id_cell(site, kind, place);
        visit(row);
      }
    };
    add(Kind::opinion, 2, opinions_of_item(site, item));
    add(Kind::institution, 3, institutions_of_item(site, item));
    add(Kind::survey, 4, surveys_of_item(site, item));
  }
}

Table traces_table(const PublishedSite& site) {
  Table table;
  table.name = "traces";
  table.label = "来龙去脉";
  table.meaning = {
      "每项整改由哪些意见而来，落到哪些制度，由哪些测评评判；一行一条联系，两边写一边即可",
      "the opinions a correction came of, the rules that answer it, the polls that judge it; a link "
      "a row, whichever record states it"};
  table.columns = {column_naming(Kind::item), place_column(), column_naming(Kind::opinion),
                   column_naming(Kind::institution), column_naming(Kind::survey)};
  table.key_columns = 2;
  for (const Kind kind : {Kind::item, Kind::opinion, Kind::institution, Kind::survey})
    table.foreign_keys.push_back(
        {{std::string(name_of(kind).singular)}, std::string(name_of(kind).plural), {"id"}});
  table.each_row = [&site](const VisitRow& visit) { read_traces(site, visit); };
  return table;
}

void read_waivers(const PublishedSite& site, const VisitRow& visit) {
  const FieldTable& fields = fields_of(static_cast<const Waiver*>(nullptr));
  for (const KindName& kind : kKinds) {
    const auto count = static_cast<std::uint32_t>(site.count(kind.kind));
    for (std::uint32_t i = 0; i < count; ++i) {
      const PublishedRecord record = site.record({kind.kind, i});
      std::size_t n = 0;
      for (const Waiver& waiver : record.common().waivers) {
        std::vector<Cell> row = {given_cell(std::string(kind.plural)), given_cell(record.common().id),
                                 given_cell(std::to_string(++n))};
        for (const Field& field : fields.fields) row.push_back(cell_of(*field.type, field.in(&waiver)));
        visit(row);
      }
    }
  }
}

Table waivers_table(const PublishedSite& site) {
  Table table;
  table.name = "waivers";
  table.label = "豁免";
  table.meaning = {"公布者看过、保留下来的检查发现，以及理由",
                   "findings that the publisher let stand, with the reason"};
  table.columns = {
      key_column("kind", "记录种类", {"哪种记录，即它的表名", "kind of record: the name of its table"},
                 CellType::text),
      key_column("id", "编号", {"记录的编号", "id of the record"}, CellType::text), place_column()};
  table.key_columns = table.columns.size();
  for (const Field& field : fields_of(static_cast<const Waiver*>(nullptr)).fields)
    table.columns.push_back(column_of(field));
  table.each_row = [&site](const VisitRow& visit) { read_waivers(site, visit); };
  return table;
}

Table flows_table(const PublishedSite& site) {
  const FieldTable& fields = fields_of(static_cast<const FlowRow*>(nullptr));
  Table table;
  table.name = "flows";
  table.label = fields.label.zh;
  table.meaning = {"各期间台账的增减：期初加增加减减少等于期末",
                   "how the ledger filled and emptied: opening and what came less what went is closing"};
  for (const Field& field : fields.fields) {
    table.columns.push_back(column_of(field));
    if (field.type->shape == Shape::reference)
      table.foreign_keys.push_back(
          {{std::string(field.key)}, std::string(name_of(field.type->targets[0]).plural), {"id"}});
  }
  const auto rows = std::make_shared<const std::vector<FlowRow>>(flow_rows(site));
  table.each_row = [rows, &fields](const VisitRow& visit) {
    std::vector<Cell> cells(fields.fields.size());
    for (const FlowRow& row : *rows) {
      for (std::size_t c = 0; c < cells.size(); ++c)
        cells[c] = cell_of(*fields.fields[c].type, fields.fields[c].in(&row));
      visit(cells);
    }
  };
  return table;
}

void look_through(Table& table) {
  constexpr std::size_t kWholeDate = 10;
  table.each_row([&](std::span<const Cell> row) {
    ++table.rows;
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (table.columns[c].type == CellType::date && !row[c].text.empty() && row[c].text.size() < kWholeDate)
        table.columns[c].has_partial_dates = true;
    }
  });
}

// What has no row is no table, and nothing leads to it.
void keep_filled(std::vector<Table>& tables) {
  for (Table& table : tables) look_through(table);
  std::erase_if(tables, [](const Table& table) { return table.rows == 0; });
  const auto exists = [&](const std::string& name) {
    return std::any_of(tables.begin(), tables.end(), [&](const Table& table) { return table.name == name; });
  };
  for (Table& table : tables)
    std::erase_if(table.foreign_keys, [&](const ForeignKey& key) { return !exists(key.table); });
}

}  // namespace

std::vector<Table> site_tables(const PublishedSite& site) {
  std::vector<Table> tables;
  for (const KindName& kind : kKinds) {
    for (Table& table : record_tables(site, kind.kind)) tables.push_back(std::move(table));
  }
  tables.push_back(traces_table(site));
  tables.push_back(waivers_table(site));
  tables.push_back(flows_table(site));
  keep_filled(tables);
  return tables;
}

}  // namespace gongshi
