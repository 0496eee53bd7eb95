#include "sheets/find_table.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "model/type_words.hpp"
#include "sheets/cell_values.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr std::size_t kLatestHeader = 20;
constexpr std::size_t kFewestColumns = 2;

/// A column that a name stands for.
struct NamedColumn {
  const TableShape* shape = nullptr;
  std::size_t column = 0;
};
using NamedColumns = std::map<std::string, NamedColumn, std::less<>>;

// Without blanks, line breaks and marks of what is required; a dot between the names of nested fields.
std::string plain_name(std::string_view name) {
  std::string out;
  const std::string narrow = half_width(name);
  for (std::size_t at = 0; at < narrow.size();) {
    const Character c = character_at(narrow, at);
    const std::string_view letter = std::string_view(narrow).substr(at, c.length);
    if (letter == "·") {
      out += '.';
    } else if (!without_blanks(letter).empty() && letter != "*") {
      out += letter;
    }
    at += c.length;
  }
  constexpr std::string_view kRequired = "(必填)";
  if (out.ends_with(kRequired)) out.resize(out.size() - kRequired.size());
  return out;
}

// The column of a list's texts, where these may stand in one cell of its record: its first required field.
std::optional<std::size_t> text_column(const TableShape& list) {
  for (std::size_t c = list.key_columns; c < list.columns.size(); ++c) {
    const ShapeColumn& column = list.columns[c];
    const bool words = column.what == ShapeColumn::What::field && column.type()->shape == Shape::text;
    if (words && column.path.size() == 1 && column.path.front()->need == Need::required) return c;
  }
  return std::nullopt;
}

NamedColumns names_of(const TableShape& shape, const std::vector<TableShape>& shapes) {
  NamedColumns names;
  for (std::size_t c = 0; c < shape.columns.size(); ++c) {
    names.emplace(shape.columns[c].key, NamedColumn{&shape, c});
    names.emplace(plain_name(shape.columns[c].label), NamedColumn{&shape, c});
  }
  if (!shape.steps.empty()) return names;
  for (const TableShape& list : shapes) {
    if (list.kind != shape.kind || list.steps.size() != 1 || list.steps.front().path.size() != 1) continue;
    const Field& field = *list.steps.front().path.front();
    const auto column = text_column(list);
    if (!column || field.need != Need::required) continue;
    names.emplace(std::string(field.key), NamedColumn{&list, *column});
    names.emplace(std::string(field.label), NamedColumn{&list, *column});
  }
  return names;
}

/// The names that one row, or two, give to the columns of a sheet.
struct Header {
  std::uint32_t row = 0;
  std::uint32_t rows = 1;
  std::vector<std::string> names;      ///< as they are matched; empty where there is none
  std::vector<std::string> otherwise;  ///< what else may be meant: the lower name alone
};

/// How well a header fits a table.
struct Match {
  const TableShape* shape = nullptr;
  const Header* header = nullptr;
  std::size_t columns = 0;
};

class TableFinder {
 public:
  TableFinder(const Sheet& sheet, std::uint32_t file, const std::vector<TableShape>& shapes,
              const KnownRecords& records, Diagnostics& diagnostics)
      : m_sheet(sheet), m_file(file), m_shapes(shapes), m_records(records), m_diagnostics(diagnostics) {}

  std::variant<FoundTable, Term> find() {
    collect_headers();
    std::vector<Match> best;  // of the tables that are named alike
    for (const TableShape& shape : m_shapes) {
      if (!may_be(shape)) continue;
      const NamedColumns names = names_of(shape, m_shapes);
      for (const Header& header : m_headers) {
        const std::size_t columns = count(header, names);
        if (columns < kFewestColumns || (!best.empty() && columns < best.front().columns)) continue;
        if (!best.empty() && columns > best.front().columns) best.clear();
        if (best.empty() || best.back().shape != &shape) best.push_back({&shape, &header, columns});
      }
    }
    if (best.empty())
      return Term{"前 20 行里没有认得的列名", "none of its first 20 rows names columns that are known"};
    if (best.size() > 1) best = those_with_known_ids(best);
    if (best.size() > 1) return Term{"列名合乎几种记录", "its columns fit several kinds of records"};
    return table_of(best.front());
  }

 private:
  // Where columns fit several kinds, the ids in the rows tell, if they are of records of one kind alone.
  [[nodiscard]] std::vector<Match> those_with_known_ids(const std::vector<Match>& matches) const {
    std::vector<Match> found;
    for (const Match& match : matches) {
      const auto ids = m_records.ids.find(match.shape->kind);
      if (ids == m_records.ids.end() || !match.shape->steps.empty()) continue;
      if (has_id_of(*match.header, *match.shape, ids->second)) found.push_back(match);
    }
    return found.size() == 1 ? found : matches;
  }

  [[nodiscard]] bool has_id_of(const Header& header, const TableShape& shape,
                               const std::map<std::string, bool, std::less<>>& ids) const {
    const NamedColumns names = names_of(shape, m_shapes);
    for (std::size_t c = 0; c < header.names.size(); ++c) {
      const NamedColumn* column = named(header, c, names);
      if (column == nullptr || column->shape->columns[column->column].what != ShapeColumn::What::id) continue;
      for (std::size_t row = header.row + header.rows; row < m_sheet.rows.size(); ++row) {
        if (ids.contains(std::string(without_blanks(m_sheet.at(row, c).text)))) return true;
      }
    }
    return false;
  }

  // A sheet that is called like a table is that table.
  [[nodiscard]] bool may_be(const TableShape& shape) const {
    const auto called = [&](const TableShape& other) {
      const std::string name = plain_name(m_sheet.name);
      return name == plain_name(other.label) || name == other.name || name == name_of(other.kind).singular;
    };
    const bool any = std::any_of(m_shapes.begin(), m_shapes.end(), called);
    return !any || called(shape);
  }

  [[nodiscard]] std::string text_at(std::uint32_t row, std::uint32_t column) const {
    for (const SheetRange& range : m_sheet.merged) {
      if (range.first_row <= row && row <= range.last_row && range.first_column <= column &&
          column <= range.last_column)
        return plain_name(m_sheet.at(range.first_row, range.first_column).text);
    }
    return plain_name(m_sheet.at(row, column).text);
  }

  // Two rows are better than one only where they name more.
  void collect_headers() {
    const std::size_t last = std::min(m_sheet.rows.size(), kLatestHeader);
    for (std::uint32_t row = 0; row < last; ++row) m_headers.push_back(header_at(row, 1));
    for (std::uint32_t row = 0; row < last && row + 1 < m_sheet.rows.size(); ++row)
      m_headers.push_back(header_at(row, 2));
  }

  [[nodiscard]] Header header_at(std::uint32_t row, std::uint32_t rows) const {
    Header header{row, rows, {}, {}};
    std::size_t width = m_sheet.rows[row].size();
    if (rows == 2) width = std::max(width, m_sheet.rows[row + 1].size());
    for (std::uint32_t column = 0; column < width; ++column) {
      std::string name = rows == 1 ? plain_name(m_sheet.at(row, column).text) : text_at(row, column);
      std::string lower = rows == 1 ? std::string() : text_at(row + 1, column);
      if (!lower.empty() && lower != name) name += (name.empty() ? "" : ".") + lower;
      header.names.push_back(std::move(name));
      header.otherwise.push_back(std::move(lower));
    }
    return header;
  }

  static const NamedColumn* named(const Header& header, std::size_t column, const NamedColumns& names) {
    for (const std::string& name : {header.names[column], header.otherwise[column]}) {
      const auto found = name.empty() ? names.end() : names.find(name);
      if (found != names.end()) return &found->second;
    }
    return nullptr;
  }

  static std::size_t count(const Header& header, const NamedColumns& names) {
    std::size_t columns = 0;
    for (std::size_t c = 0; c < header.names.size(); ++c)
      columns += named(header, c, names) == nullptr ? 0 : 1;
    return columns;
  }

  FoundTable table_of(const Match& match) {
    const Header& header = *match.header;
    FoundTable table{match.shape, header.row + header.rows - 1, header.row + header.rows, {}};
    const NamedColumns names = names_of(*match.shape, m_shapes);
    std::vector<std::string_view> known;
    for (const auto& [name, column] : names) known.push_back(name);
    for (std::uint32_t c = 0; c < header.names.size(); ++c) {
      const std::string& name = header.names[c];
      if (name.empty()) continue;
      const Position at{m_file, cell_offset(table.header_row, c)};
      const NamedColumn* column = named(header, c, names);
      if (column == nullptr) {
        if (name != "序号") m_diagnostics.add("sheet-unknown-column", at, {name, nearest_hint(name, known)});
        continue;
      }
      const auto same =
          std::find_if(table.columns.begin(), table.columns.end(), [&](const FoundColumn& other) {
            return other.shape == column->shape && other.column == column->column;
          });
      if (same != table.columns.end())
        m_diagnostics.add("sheet-column-twice", at, {name},
                          {m_file, cell_offset(table.header_row, same->in_sheet)});
      else
        table.columns.push_back({c, column->shape, column->column, name});
    }
    return table;
  }

  const Sheet& m_sheet;
  std::uint32_t m_file;
  const std::vector<TableShape>& m_shapes;
  const KnownRecords& m_records;
  Diagnostics& m_diagnostics;
  std::vector<Header> m_headers;
};

}  // namespace

std::variant<FoundTable, Term> find_table(const Sheet& sheet, std::uint32_t file,
                                          const std::vector<TableShape>& shapes, const KnownRecords& records,
                                          Diagnostics& diagnostics) {
  return TableFinder(sheet, file, shapes, records, diagnostics).find();
}

}  // namespace gongshi
