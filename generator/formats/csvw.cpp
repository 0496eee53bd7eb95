#include "formats/csvw.hpp"

#include "formats/json_members.hpp"
#include "views/table_words.hpp"

namespace gongshi {
namespace {

std::string file_of(const std::string& table) { return csv_path(table).substr(kDataFolder.size()); }

void write_context(JsonWriter& json, const ViewContext& context) {
  json.key("@context");
  json.begin_array();
  json.text("http://www.w3.org/ns/csvw");
  json.begin_object();
  write_member(json, "@language", context.language() == Language::zh ? "zh-CN" : "en");
  json.end_object();
  json.end_array();
}

void write_about(JsonWriter& json, const ViewContext& context) {
  const SiteConfig& config = context.site().config();
  write_member(json, "dc:publisher", config.organisation);
  write_member(json, "dc:license", config.licence);
  json.key("dc:modified");
  json.begin_object();
  write_member(json, "@value", context.site().as_of().text());
  write_member(json, "@type", "xsd:date");
  json.end_object();
}

void write_datatype(JsonWriter& json, const Column& column) {
  json.key("datatype");
  if (column.is_list) return json.text("string");
  switch (column.type) {
    case CellType::count:
      return json.text("integer");
    case CellType::decimal:
      return json.text("decimal");
    case CellType::flag:
      return json.text("boolean");
    case CellType::date:
      if (!column.has_partial_dates) return json.text("date");
      json.begin_object();
      write_member(json, "base", "string");
      write_member(json, "format", kPartialDatePattern);
      return json.end_object();
    default:
      return json.text("string");
  }
}

void write_column(JsonWriter& json, const ViewContext& context, const Column& column, bool is_key) {
  json.begin_object();
  write_member(json, "name", column.key);
  write_member(json, "titles", std::vector<std::string>{column.key, label_of(context, column)});
  write_member(json, "dc:description", column.meaning.in(context.language()));
  write_datatype(json, column);
  if (column.is_list) write_member(json, "separator", std::string(1, kListSeparator));
  json.key("null");
  json.begin_array();
  json.text("");
  json.text(kWithheldMark);
  json.text(kNotStatedMark);
  json.end_array();
  if (is_key) {
    json.key("required");
    json.flag(true);
  }
  json.end_object();
}

void write_foreign_keys(JsonWriter& json, const Table& table) {
  json.key("foreignKeys");
  json.begin_array();
  for (const ForeignKey& foreign : table.foreign_keys) {
    json.begin_object();
    write_member(json, "columnReference", foreign.columns);
    json.key("reference");
    json.begin_object();
    write_member(json, "resource", file_of(foreign.table));
    write_member(json, "columnReference", foreign.target);
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

// A foreign key may lead to tables of the same group only.
enum class Within : std::uint8_t { itself, group };

void write_table(JsonWriter& json, const ViewContext& context, const Table& table, Within within) {
  write_member(json, "url", file_of(table.name));
  write_member(json, "dc:title", label_of(context, table));
  write_member(json, "dc:description", meaning_of(context, table));
  json.key("tableSchema");
  json.begin_object();
  json.key("columns");
  json.begin_array();
  std::vector<std::string> key;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const bool is_key = c < table.key_columns;
    write_column(json, context, table.columns[c], is_key);
    if (is_key) key.push_back(table.columns[c].key);
  }
  json.end_array();
  write_member(json, "primaryKey", key);
  if (within == Within::group && !table.foreign_keys.empty()) write_foreign_keys(json, table);
  json.end_object();
}

}  // namespace

std::string table_csvw(const ViewContext& context, const Table& table) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object();
  write_context(json, context);
  write_table(json, context, table, Within::itself);
  write_about(json, context);
  json.end_object();
  return json.take() + "\n";
}

std::string group_csvw(const ViewContext& context, const DataSet& data) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object();
  write_context(json, context);
  write_member(json, "dc:title", context.site().config().title.text);
  write_about(json, context);
  json.key("tables");
  json.begin_array();
  for (const Table& table : data.tables()) {
    json.begin_object();
    write_table(json, context, table, Within::group);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace gongshi
