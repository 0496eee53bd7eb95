#include "sheets/record_rows.hpp"

#include <algorithm>

#include "sheets/cell_values.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kSignatures[] = {
    "填表人",   "制表人",     "填报人", "审核人",   "审批人",   "复核人",   "经办人",
    "签字",     "签名",       "盖章",   "填表日期", "填报日期", "制表日期", "填报单位",
    "填表单位", "单位负责人", "联系人", "联系电话", "备注",     "注",       "说明"};
constexpr std::string_view kTotals[] = {"合计", "总计", "小计", "共计"};

// `填表人：` and what follows.
bool is_signature(std::string_view text) {
  return std::any_of(std::begin(kSignatures), std::end(kSignatures), [text](std::string_view word) {
    if (!text.starts_with(word)) return false;
    const std::string_view rest = text.substr(word.size());
    return rest.starts_with(":") || rest.starts_with("：") || rest.starts_with("（") || rest.starts_with("(");
  });
}

bool is_total(std::string_view text) {
  return std::find(std::begin(kTotals), std::end(kTotals), text) != std::end(kTotals);
}

class RowPicker {
 public:
  RowPicker(const Sheet& sheet, std::uint32_t file, const FoundTable& table, Diagnostics& diagnostics)
      : m_sheet(sheet), m_file(file), m_table(table), m_diagnostics(diagnostics) {}

  std::vector<std::uint32_t> pick() {
    std::vector<std::uint32_t> rows;
    bool foot = false;
    for (auto row = m_table.first_row; row < m_sheet.rows.size(); ++row) {
      const std::string first = first_text(row);
      if (first.empty()) continue;
      foot = foot || (!is_named(row) && has_signature(row));
      if (is_total(first) || (foot && !is_named(row)) || is_numbering(row)) {
        m_diagnostics.add("sheet-row-skipped", place(row, 0), {first});
        continue;
      }
      if (m_sheet.hidden_rows.contains(row)) {
        const std::string number = std::to_string(row + 1);
        m_diagnostics.add("cell-hidden", place(row, 0), {Term{"第 " + number + " 行", "row " + number}});
      }
      rows.push_back(row);
    }
    if (!rows.empty()) check_merged(rows.front(), rows.back());
    if (!rows.empty()) check_hidden_columns(rows);
    return rows;
  }

 private:
  [[nodiscard]] Position place(std::uint32_t row, std::uint32_t column) const {
    return {m_file, cell_offset(row, column)};
  }

  [[nodiscard]] std::string first_text(std::uint32_t row) const {
    for (const SheetCell& cell : m_sheet.rows[row]) {
      const std::string_view text = without_blanks(cell.text);
      if (!text.empty()) return std::string(text);
    }
    return {};
  }

  [[nodiscard]] bool has_signature(std::uint32_t row) const {
    return std::any_of(m_sheet.rows[row].begin(), m_sheet.rows[row].end(),
                       [](const SheetCell& cell) { return is_signature(without_blanks(cell.text)); });
  }

  // Has it an id or, where the rows are records, a title, that is no signature itself?
  [[nodiscard]] bool is_named(std::uint32_t row) const {
    return std::any_of(m_table.columns.begin(), m_table.columns.end(), [&](const FoundColumn& column) {
      const ShapeColumn& of = column.shape->columns[column.column];
      if (of.what != ShapeColumn::What::id && of.name != "title") return false;
      const std::string_view text = without_blanks(m_sheet.at(row, column.in_sheet).text);
      return !text.empty() && !is_signature(text);
    });
  }

  // 1, 2, 3 … under the names of the columns.
  [[nodiscard]] bool is_numbering(std::uint32_t row) const {
    if (row != m_table.first_row || m_table.columns.size() < 3) return false;
    std::size_t next = 1;
    for (const SheetCell& cell : m_sheet.rows[row]) {
      if (cell.text != std::to_string(next++)) return false;
    }
    return true;
  }

  void check_merged(std::uint32_t first, std::uint32_t last) {
    for (const SheetRange& range : m_sheet.merged) {
      if (range.last_row < first || range.first_row > last) continue;
      const auto inside = [&](const FoundColumn& column) {
        return range.first_column <= column.in_sheet && column.in_sheet <= range.last_column;
      };
      if (std::none_of(m_table.columns.begin(), m_table.columns.end(), inside)) continue;
      const std::uint32_t begin = cell_offset(range.first_row, range.first_column);
      const std::uint32_t end = cell_offset(range.last_row, range.last_column);
      m_diagnostics.add("cell-merged", {m_file, begin}, {cell_name(begin) + ":" + cell_name(end)});
    }
  }

  void check_hidden_columns(const std::vector<std::uint32_t>& rows) {
    for (const FoundColumn& column : m_table.columns) {
      if (!m_sheet.hidden_columns.contains(column.in_sheet)) continue;
      const auto filled = [&](std::uint32_t row) { return !m_sheet.at(row, column.in_sheet).text.empty(); };
      if (std::any_of(rows.begin(), rows.end(), filled))
        m_diagnostics.add("cell-hidden", place(m_table.header_row, column.in_sheet),
                          {Term{"“" + column.label + "”这一列", "the column `" + column.label + "`"}});
    }
  }

  const Sheet& m_sheet;
  std::uint32_t m_file;
  const FoundTable& m_table;
  Diagnostics& m_diagnostics;
};

}  // namespace

std::vector<std::uint32_t> record_rows(const Sheet& sheet, std::uint32_t file, const FoundTable& table,
                                       Diagnostics& diagnostics) {
  return RowPicker(sheet, file, table, diagnostics).pick();
}

}  // namespace gongshi
