#include "formats/data_package.hpp"

#include <algorithm>

#include "formats/json_members.hpp"
#include "views/table_words.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kProfile = "https://datapackage.org/profiles/2.0/datapackage.json";
constexpr std::string_view kPackageName = "gongshi";

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_';
  });
}

// An identifier, an address, or words of the publisher's own.
void write_licences(JsonWriter& json, const std::string& licence) {
  if (licence.empty()) return;
  json.key("licenses");
  json.begin_array();
  json.begin_object();
  if (is_address(licence)) {
    write_member(json, "path", licence);
  } else {
    write_member(json, "name", is_name(licence) ? licence : "other");
    write_member(json, "title", licence);
  }
  json.end_object();
  json.end_array();
}

void write_contributors(JsonWriter& json, const std::string& organisation) {
  json.key("contributors");
  json.begin_array();
  json.begin_object();
  write_member(json, "title", organisation);
  write_member(json, "roles", std::vector<std::string>{"publisher"});
  json.end_object();
  json.end_array();
}

// A date of which only the month is known is none to a reader of the standard.
std::string_view field_type(const Column& column) {
  if (column.is_list) return "list";
  switch (column.type) {
    case CellType::count:
      return "integer";
    case CellType::decimal:
      return "number";
    case CellType::flag:
      return "boolean";
    case CellType::date:
      return column.has_partial_dates ? "string" : "date";
    default:
      return "string";
  }
}

void write_categories(JsonWriter& json, const ViewContext& context, std::span<const ChoiceWord> choices) {
  json.key("categories");
  json.begin_array();
  for (const ChoiceWord& choice : choices) {
    json.begin_object();
    write_member(json, "value", choice.key);
    write_member(json, "label", context.label(choice));
    json.end_object();
  }
  json.end_array();
}

void write_field(JsonWriter& json, const ViewContext& context, const Table& table, std::size_t index) {
  const Column& column = table.columns[index];
  const std::string_view type = field_type(column);
  json.begin_object();
  write_member(json, "name", column.key);
  write_member(json, "type", type);
  if (column.is_list) write_member(json, "delimiter", std::string(1, kListSeparator));
  write_member(json, "title", label_of(context, column));
  write_member(json, "description", column.meaning.in(context.language()));
  if (!column.choices.empty() && !column.is_list) write_categories(json, context, column.choices);
  if (index < table.key_columns || column.has_partial_dates) {
    json.key("constraints");
    json.begin_object();
    if (index < table.key_columns) {
      json.key("required");
      json.flag(true);
    }
    if (column.has_partial_dates) write_member(json, "pattern", kPartialDatePattern);
    json.end_object();
  }
  json.end_object();
}

void write_missing_values(JsonWriter& json, const ViewContext& context) {
  const auto value = [&](std::string_view mark, std::string_view label) {
    json.begin_object();
    json.key("value");
    json.text(mark);
    write_member(json, "label", context.word(label));
    json.end_object();
  };
  json.key("missingValues");
  json.begin_array();
  value("", "data_files.empty_text");
  value(kWithheldMark, "data_files.withheld");
  value(kNotStatedMark, "data_files.not_stated");
  json.end_array();
}

void write_keys(JsonWriter& json, const Table& table) {
  std::vector<std::string> key;
  for (std::size_t c = 0; c < table.key_columns; ++c) key.push_back(table.columns[c].key);
  if (!key.empty()) write_member(json, "primaryKey", key);
  if (table.foreign_keys.empty()) return;
  json.key("foreignKeys");
  json.begin_array();
  for (const ForeignKey& foreign : table.foreign_keys) {
    json.begin_object();
    write_member(json, "fields", foreign.columns);
    json.key("reference");
    json.begin_object();
    if (foreign.table != table.name) write_member(json, "resource", foreign.table);
    write_member(json, "fields", foreign.target);
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

void write_schema(JsonWriter& json, const ViewContext& context, const Table& table) {
  json.key("schema");
  json.begin_object();
  json.key("fields");
  json.begin_array();
  for (std::size_t c = 0; c < table.columns.size(); ++c) write_field(json, context, table, c);
  json.end_array();
  write_missing_values(json, context);
  write_keys(json, table);
  json.end_object();
}

std::string_view extension_of(std::string_view path) { return path.substr(path.rfind('.') + 1); }

// A table in its plain form is named after it, every other file by its own name.
void write_resource(JsonWriter& json, const ViewContext& context, const std::string& path,
                    const MadeFile& file, const Table* table) {
  const std::string_view name = std::string_view(path).substr(kDataFolder.size());
  json.begin_object();
  write_member(json, "name", table != nullptr ? std::string_view(table->name) : name);
  if (table != nullptr) {
    write_member(json, "title", label_of(context, *table));
    write_member(json, "description", meaning_of(context, *table));
    write_member(json, "type", "table");
  }
  write_member(json, "path", name);
  write_member(json, "format", extension_of(path));
  write_member(json, "mediatype", media_type(path));
  if (media_type(path).starts_with("text/") || media_type(path).ends_with("json"))
    write_member(json, "encoding", "utf-8");
  json.key("bytes");
  json.number(static_cast<std::int64_t>(file.bytes));
  write_member(json, "hash", "sha256:" + file.sha256);
  if (table != nullptr) write_schema(json, context, *table);
  json.end_object();
}

const Table* table_of(const DataSet& data, const std::string& path) {
  const auto found = std::find_if(data.tables().begin(), data.tables().end(),
                                  [&](const Table& table) { return csv_path(table.name) == path; });
  return found == data.tables().end() ? nullptr : &*found;
}

// Versions of packages are three numbers without leading zeros.
std::string version_of(Date date) {
  return std::to_string(date.year) + "." + std::to_string(date.month) + "." + std::to_string(date.day);
}

}  // namespace

std::string_view media_type(std::string_view path) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {"csv", "text/csv"},
      {"json", "application/json"},
      {"jsonld", "application/ld+json"},
      {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {"sqlite", "application/vnd.sqlite3"},
      {"zip", "application/zip"},
  };
  for (const auto& [extension, type] : kTypes) {
    if (extension_of(path) == extension) return type;
  }
  return "application/octet-stream";
}

std::string data_package(const ViewContext& context, const DataSet& data) {
  const SiteConfig& config = data.site().config();
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object();
  write_member(json, "$schema", kProfile);
  write_member(json, "name", kPackageName);
  write_member(json, "id", config.base_url.text);
  write_member(json, "title", config.title.text);
  write_member(json, "description",
               context.sentence("data_files.description", {{"organisation", config.organisation}}));
  write_member(json, "homepage", config.base_url.text);
  write_member(json, "version", version_of(data.site().as_of()));
  write_member(json, "created", data.site().as_of().text() + "T00:00:00Z");
  write_licences(json, config.licence);
  write_contributors(json, config.organisation);
  json.key("resources");
  json.begin_array();
  for (const auto& [path, file] : data.files()) {
    if (path != kPackagePath) write_resource(json, context, path, file, table_of(data, path));
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace gongshi
