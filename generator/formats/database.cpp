#include "formats/database.hpp"

#include <sqlite3.h>

#include <charconv>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "views/table_words.hpp"

namespace gongshi {
namespace {

// For one thread, so that nothing has to be locked.
int open_in_memory(sqlite3*& opened) {
  constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  return sqlite3_open_v2(":memory:", &opened, kFlags, nullptr);
}

std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

std::string list_of(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + quoted(name);
  return all;
}

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

std::string_view sql_type(CellType type) {
  switch (type) {
    case CellType::count:
    case CellType::flag:
      return "INTEGER";
    case CellType::decimal:
      return "REAL";
    default:
      return "TEXT";
  }
}

std::string create_statement(const Table& table) {
  std::string sql = "CREATE TABLE " + quoted(table.name) + " (";
  std::vector<std::string> key;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Column& column = table.columns[c];
    sql += (c == 0 ? "" : ", ") + quoted(column.key) + " " + std::string(sql_type(column.type));
    if (c < table.key_columns) {
      sql += " NOT NULL";
      key.push_back(column.key);
    }
  }
  if (!key.empty()) sql += ", PRIMARY KEY (" + list_of(key) + ")";
  for (const ForeignKey& foreign : table.foreign_keys) {
    sql += ", FOREIGN KEY (" + list_of(foreign.columns) + ") REFERENCES " + quoted(foreign.table) + " (" +
           list_of(foreign.target) + ")";
  }
  return sql + ")";
}

class Database {
 public:
  Database() {
    sqlite3* opened = nullptr;
    const int result = open_in_memory(opened);
    m_database.reset(opened);
    check(result);
    run("PRAGMA page_size = 4096");
    run("PRAGMA encoding = 'UTF-8'");
    run("BEGIN");
  }

  void add(const Table& table) {
    run(create_statement(table));
    const Statement insert = prepare_insert(table.name, table.columns.size());
    table.each_row([&](std::span<const Cell> row) {
      for (std::size_t c = 0; c < row.size(); ++c)
        bind(insert.get(), static_cast<int>(c) + 1, table.columns[c].type, row[c]);
      step(insert.get());
    });
  }

  /// A table of texts, which is about the data.
  void add(const std::string& name, const std::vector<std::string>& columns,
           const std::vector<std::vector<std::string>>& rows) {
    run("CREATE TABLE " + quoted(name) + " (" + list_of(columns) + ")");
    const Statement insert = prepare_insert(name, columns.size());
    for (const std::vector<std::string>& row : rows) {
      for (std::size_t c = 0; c < row.size(); ++c) bind_text(insert.get(), static_cast<int>(c) + 1, row[c]);
      step(insert.get());
    }
  }

  std::string take() {
    run("COMMIT");
    run("VACUUM");
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(
        sqlite3_serialize(m_database.get(), "main", &size, 0), &sqlite3_free);
    if (!bytes) throw std::runtime_error("database: no memory");
    return {bytes.get(), bytes.get() + size};
  }

 private:
  void check(int result) const {
    if (result != SQLITE_OK)
      throw std::runtime_error(std::string("database: ") + sqlite3_errmsg(m_database.get()));
  }

  void run(const std::string& sql) {
    check(sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr));
  }

  Statement prepare_insert(const std::string& table, std::size_t columns) {
    std::string marks;
    for (std::size_t c = 0; c < columns; ++c) marks += c == 0 ? "?" : ", ?";
    const std::string sql = "INSERT INTO " + quoted(table) + " VALUES (" + marks + ")";
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(m_database.get(), sql.c_str(), -1, &statement, nullptr));
    return {statement, &sqlite3_finalize};
  }

  void bind(sqlite3_stmt* statement, int column, CellType type, const Cell& cell) const {
    if (cell.state != Cell::State::given) return check(sqlite3_bind_null(statement, column));
    const char* end = cell.text.data() + cell.text.size();
    switch (type) {
      case CellType::count: {
        std::int64_t number = 0;
        std::from_chars(cell.text.data(), end, number);
        return check(sqlite3_bind_int64(statement, column, number));
      }
      case CellType::decimal: {
        double number = 0;
        std::from_chars(cell.text.data(), end, number);
        return check(sqlite3_bind_double(statement, column, number));
      }
      case CellType::flag:
        return check(sqlite3_bind_int(statement, column, cell.text == "true" ? 1 : 0));
      default:
        return bind_text(statement, column, cell.text);
    }
  }

  void bind_text(sqlite3_stmt* statement, int column, const std::string& text) const {
    check(sqlite3_bind_text(statement, column, text.c_str(), static_cast<int>(text.size()), nullptr));
  }

  void step(sqlite3_stmt* statement) const {
    if (sqlite3_step(statement) != SQLITE_DONE)
      throw std::runtime_error(std::string("database: ") + sqlite3_errmsg(m_database.get()));
    check(sqlite3_reset(statement));
  }

  Connection m_database{nullptr, &sqlite3_close};
};

void add_notes(const ViewContext& context, const DataSet& data, Database& database) {
  std::vector<std::vector<std::string>> notes;
  for (const auto& [label, text] : data_notes(context, NotesFor::database)) notes.push_back({label, text});
  std::vector<std::vector<std::string>> tables;
  std::vector<std::vector<std::string>> columns;
  for (const Table& table : data.tables()) {
    tables.push_back({table.name, label_of(context, table), meaning_of(context, table)});
    for (const Column& column : table.columns)
      columns.push_back({table.name, column.key, label_of(context, column), type_word(context, column),
                         std::string(column.meaning.in(context.language()))});
  }
  database.add("_notes", {"about", "text"}, notes);
  database.add("_tables", {"table", "label", "meaning"}, tables);
  database.add("_columns", {"table", "column", "label", "type", "meaning"}, columns);
}

// A file of anybody's: nothing in it may run, and nothing may take for ever.
Connection opened(std::string_view bytes) {
  constexpr int kInstructionsBetweenLooks = 1'000'000;
  constexpr int kMostLooks = 1'000;
  sqlite3* handle = nullptr;
  if (open_in_memory(handle) != SQLITE_OK) return {handle, &sqlite3_close};
  Connection made(handle, &sqlite3_close);
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
  if (copy == nullptr) return {nullptr, &sqlite3_close};
  std::memcpy(copy, bytes.data(), bytes.size());
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  sqlite3_deserialize(handle, "main", copy, size, size,
                      SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  static thread_local int looks;
  looks = 0;
  sqlite3_progress_handler(
      handle, kInstructionsBetweenLooks,
      [](void* count) { return ++*static_cast<int*>(count) > kMostLooks ? 1 : 0; }, &looks);
  return made;
}

/// Calls `visit` with each row that the query finds, as far as it can be read.
template <class Visit>
void each_row(sqlite3* database, const std::string& sql, Visit visit) {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(database, sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) return;
  const Statement statement(prepared, &sqlite3_finalize);
  while (sqlite3_step(prepared) == SQLITE_ROW) visit(prepared);
}

std::string_view bytes_of(sqlite3_stmt* row, int column) {
  const void* bytes = sqlite3_column_blob(row, column);
  const int size = sqlite3_column_bytes(row, column);
  return bytes == nullptr ? std::string_view()
                          : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

}  // namespace

bool is_database(std::string_view bytes) {
  return bytes.starts_with(std::string_view("SQLite format 3\0", 16));
}

void read_database(std::string_view bytes,
                   const std::function<void(const std::string& table, const std::string& text)>& visit) {
  const Connection database = opened(bytes);
  if (!database) return;
  std::vector<std::string> tables;
  each_row(database.get(), R"(SELECT replace(name, '"', '""') FROM sqlite_schema WHERE type = 'table')",
           [&](sqlite3_stmt* row) { tables.emplace_back(bytes_of(row, 0)); });
  for (const std::string& table : tables) {
    std::string text;
    each_row(database.get(), "SELECT * FROM " + quoted(table), [&](sqlite3_stmt* row) {
      for (int c = 0; c < sqlite3_column_count(row); ++c) text.append(bytes_of(row, c)).append("|");
      text += "\n";
    });
    visit(table, text);
  }
}

std::string database(const ViewContext& context, const DataSet& data) {
  Database made;
  for (const Table& table : data.tables()) made.add(table);
  add_notes(context, data, made);
  return made.take();
}

}  // namespace gongshi
