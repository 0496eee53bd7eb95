#include "formats/workbook.hpp"

#include <algorithm>

#include "files/xlsx_writer.hpp"
#include "text/utf8.hpp"
#include "views/table_words.hpp"

namespace gongshi {
namespace {

constexpr double kNarrow = 12;
constexpr double kWide = 40;

// As much of the text as a cell holds, with a word where it was cut.
std::string fitting(const std::string& text, const std::string& cut) {
  if (cell_units(text) <= kMostCellUnits) return text;
  const std::size_t room = kMostCellUnits - cell_units(cut);
  std::size_t fits = 0;
  for (std::size_t at = 0, units = 0; at < text.size();) {
    const Character c = character_at(text, at);
    units += c.code > 0xFFFF ? 2 : 1;
    if (units > room) break;
    at += c.length;
    fits = at;
  }
  return text.substr(0, fits) + cut;
}

std::size_t digits_of(std::string_view number) {
  return static_cast<std::size_t>(
      std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

// The day of the data at noon, which is that day in every time zone of the library's own.
WorkbookProperties properties_of(const ViewContext& context) {
  const PublishedSite& site = context.site();
  const auto as_of_day = static_cast<std::int64_t>(site.as_of().last_day().time_since_epoch().count());
  return {site.config().title.text, site.config().organisation, as_of_day * 86'400 + 43'200};
}

class WorkbookWriter {
 public:
  explicit WorkbookWriter(const ViewContext& context)
      : m_context(context), m_book(properties_of(context)), m_cut(context.word("data_files.cut")) {}

  void add_notes() {
    begin_sheet(m_context.word("data_files.notes"), {kNarrow * 2, kWide * 2});
    std::uint32_t row = 0;
    for (const auto& [label, text] : data_notes(m_context, NotesFor::workbook)) {
      write_text(row, 0, label, CellLook::heading);
      write_text(row++, 1, text);
    }
  }

  void add_dictionary(const std::vector<Table>& tables) {
    constexpr std::string_view kHeads[] = {"data_files.table",          "data_files.column",
                                           "data_files.column_key",     "data_files.column_type",
                                           "data_files.column_meaning", "data_files.column_values"};
    begin_sheet(m_context.word("data_files.dictionary"),
                {kNarrow * 2, kNarrow * 2, kNarrow * 2, kNarrow, kWide, kWide});
    for (std::size_t c = 0; c < std::size(kHeads); ++c)
      write_text(0, static_cast<std::uint16_t>(c), m_context.word(kHeads[c]), CellLook::heading);
    std::uint32_t row = 1;
    for (const Table& table : tables) {
      for (const Column& column : table.columns) {
        write_text(row, 0, label_of(m_context, table));
        write_text(row, 1, label_of(m_context, column));
        write_text(row, 2, table.name + "." + column.key);
        write_text(row, 3, type_word(m_context, column));
        write_text(row, 4, std::string(column.meaning.in(m_context.language())));
        write_text(row++, 5, words_of(m_context, column.choices));
      }
    }
    m_book.filter(row - 1, static_cast<std::uint16_t>(std::size(kHeads) - 1));
  }

  void add(const Table& table) {
    begin_sheet(label_of(m_context, table), std::vector<double>(table.columns.size(), kNarrow));
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      write_text(0, static_cast<std::uint16_t>(c), label_of(m_context, table.columns[c]), CellLook::heading);
    std::uint32_t row = 0;
    table.each_row([&](std::span<const Cell> cells) {
      if (row + 1 == kMostSheetRows) return;
      ++row;
      for (std::size_t c = 0; c < cells.size(); ++c)
        write_cell(row, static_cast<std::uint16_t>(c), table.columns[c], cells[c]);
    });
    m_book.filter(row, static_cast<std::uint16_t>(table.columns.size() - 1));
  }

  std::string take() { return m_book.take(); }

 private:
  void begin_sheet(const std::string& label, const std::vector<double>& widths) {
    m_book.begin_sheet(label, widths);
    m_book.freeze(1, 0);
  }

  void write_text(std::uint32_t row, std::uint16_t column, const std::string& text,
                  CellLook look = CellLook::plain) {
    m_book.text(row, column, fitting(text, m_cut), look);
  }

  void write_cell(std::uint32_t row, std::uint16_t at, const Column& column, const Cell& cell) {
    switch (cell.state) {
      case Cell::State::missing:
        return;
      case Cell::State::withheld:
        return write_text(row, at, m_context.word("data_files.withheld"));
      case Cell::State::not_stated:
        return write_text(row, at, m_context.word("data_files.not_stated"));
      case Cell::State::given:
        break;
    }
    const bool is_number = column.type == CellType::count || column.type == CellType::decimal;
    if (is_number && digits_of(cell.text) <= kMostExactDigits) return m_book.number(row, at, cell.text);
    if (column.type == CellType::date && write_date(row, at, cell.text)) return;
    write_text(row, at, text_of(column, cell.text));
  }

  bool write_date(std::uint32_t row, std::uint16_t at, const std::string& text) {
    const auto date = parse_date(text);
    return date && date->whole() && m_book.date(row, at, date->year, date->month, date->day);
  }

  std::string text_of(const Column& column, const std::string& text) const {
    if (column.type == CellType::flag) return m_context.word(text == "true" ? "yes" : "no");
    for (const ChoiceWord& choice : column.choices) {
      if (choice.key == text) return m_context.label(choice);
    }
    return text;
  }

  const ViewContext& m_context;
  XlsxWriter m_book;
  std::string m_cut;
};

}  // namespace

std::string workbook(const ViewContext& context, const DataSet& data) {
  WorkbookWriter writer(context);
  writer.add_notes();
  writer.add_dictionary(data.tables());
  for (const Table& table : data.tables()) writer.add(table);
  return writer.take();
}

}  // namespace gongshi
