#include "formats/csv.hpp"

#include "text/csv_text.hpp"

namespace gongshi {
namespace {

std::string_view mark_of(const Cell& cell) {
  switch (cell.state) {
    case Cell::State::withheld:
      return kWithheldMark;
    case Cell::State::not_stated:
      return kNotStatedMark;
    default:
      return cell.text;
  }
}

}  // namespace

std::string csv(const Table& table, CsvDialect dialect) {
  const bool excel = dialect == CsvDialect::excel;
  std::string out(excel ? kCsvByteOrderMark : std::string_view());
  const auto end_field = [&](std::size_t column) {
    if (column + 1 < table.columns.size()) {
      out += ',';
    } else {
      out += kCsvLineEnd;
    }
  };
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    append_csv_field(out, table.columns[c].key);
    end_field(c);
  }
  table.each_row([&](std::span<const Cell> row) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      const bool text = row[c].state == Cell::State::given && table.columns[c].type == CellType::text;
      if (excel && text && may_be_formula(row[c].text)) {
        append_csv_field(out, "'" + row[c].text);
      } else {
        append_csv_field(out, mark_of(row[c]));
      }
      end_field(c);
    }
  });
  return out;
}

}  // namespace gongshi
