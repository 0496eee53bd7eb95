#include "formats/workbook.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <ctime>
#include <map>
#include <stdexcept>
#include <system_error>

#include "text/utf8.hpp"
#include "views/table_words.hpp"

namespace gongshi {
namespace {

constexpr std::size_t kMostUnits = 32'767;
constexpr std::size_t kMostRows = 1'048'575;  // and the header
constexpr std::size_t kMostDigits = 15;       // that a number of a spreadsheet holds exactly
constexpr std::size_t kLongestSheetName = 31;
constexpr double kNarrow = 12;
constexpr double kWide = 40;

/// A file in memory that the library, which takes names only, can open by name.
class MemoryFile {
 public:
  MemoryFile() : m_descriptor(memfd_create("workbook", MFD_CLOEXEC)) {
    if (m_descriptor < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
  }
  ~MemoryFile() { close(m_descriptor); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::string name() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

  [[nodiscard]] std::string bytes() const {
    std::string all(static_cast<std::size_t>(lseek(m_descriptor, 0, SEEK_END)), '\0');
    std::size_t done = 0;
    while (done < all.size()) {
      const ssize_t got = pread(m_descriptor, all.data() + done, all.size() - done, static_cast<off_t>(done));
      if (got <= 0) throw std::system_error(errno, std::generic_category(), "pread");
      done += static_cast<std::size_t>(got);
    }
    return all;
  }

 private:
  int m_descriptor;
};

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("workbook: ") + lxw_strerror(error));
}

// As much of the text as a cell holds, with a word where it was cut.
std::string fitting(const std::string& text, const std::string& cut) {
  const auto units = [](char32_t code) { return code > 0xFFFF ? std::size_t{2} : std::size_t{1}; };
  std::size_t all = 0;
  std::size_t fits = 0;
  const std::size_t room = kMostUnits - count_characters(cut);
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    all += units(c.code);
    at += c.length;
    if (all <= room) fits = at;
  }
  return all <= kMostUnits ? text : text.substr(0, fits) + cut;
}

std::size_t digits_of(std::string_view number) {
  return static_cast<std::size_t>(
      std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

class WorkbookWriter {
 public:
  explicit WorkbookWriter(const ViewContext& context) : m_context(context) {
    lxw_workbook_options options{};
    options.constant_memory = 1;  // rows are written and forgotten
    m_book = workbook_new_opt(m_file.name().c_str(), &options);
    if (m_book == nullptr) throw std::runtime_error("workbook: no memory");
    set_properties();
    m_head = workbook_add_format(m_book);
    format_set_bold(m_head);
    m_date = workbook_add_format(m_book);
    format_set_num_format(m_date, "yyyy-mm-dd");
    m_cut = context.word("data_files.cut");
  }

  void add_notes() {
    lxw_worksheet* sheet = add_sheet(m_context.word("data_files.notes"), {kNarrow * 2, kWide * 2});
    lxw_row_t row = 0;
    for (const auto& [label, text] : data_notes(m_context, NotesFor::workbook)) {
      write_text(sheet, row, 0, label, m_head);
      write_text(sheet, row++, 1, text, nullptr);
    }
  }

  void add_dictionary(const std::vector<Table>& tables) {
    constexpr std::string_view kHeads[] = {"data_files.table",          "data_files.column",
                                           "data_files.column_key",     "data_files.column_type",
                                           "data_files.column_meaning", "data_files.column_values"};
    lxw_worksheet* sheet = add_sheet(m_context.word("data_files.dictionary"),
                                     {kNarrow * 2, kNarrow * 2, kNarrow * 2, kNarrow, kWide, kWide});
    for (std::size_t c = 0; c < std::size(kHeads); ++c)
      write_text(sheet, 0, static_cast<lxw_col_t>(c), m_context.word(kHeads[c]), m_head);
    lxw_row_t row = 1;
    for (const Table& table : tables) {
      for (const Column& column : table.columns) {
        write_text(sheet, row, 0, label_of(m_context, table), nullptr);
        write_text(sheet, row, 1, label_of(m_context, column), nullptr);
        write_text(sheet, row, 2, table.name + "." + column.key, nullptr);
        write_text(sheet, row, 3, type_word(m_context, column), nullptr);
        write_text(sheet, row, 4, std::string(column.meaning.in(m_context.language())), nullptr);
        write_text(sheet, row++, 5, words_of(m_context, column.choices), nullptr);
      }
    }
    finish_sheet(sheet, row - 1, static_cast<lxw_col_t>(std::size(kHeads) - 1));
  }

  void add(const Table& table) {
    lxw_worksheet* sheet =
        add_sheet(label_of(m_context, table), std::vector<double>(table.columns.size(), kNarrow));
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      write_text(sheet, 0, static_cast<lxw_col_t>(c), label_of(m_context, table.columns[c]), m_head);
    lxw_row_t row = 0;
    table.each_row([&](std::span<const Cell> cells) {
      if (row == kMostRows) return;
      ++row;
      for (std::size_t c = 0; c < cells.size(); ++c)
        write_cell(sheet, row, static_cast<lxw_col_t>(c), table.columns[c], cells[c]);
    });
    finish_sheet(sheet, row, static_cast<lxw_col_t>(table.columns.size() - 1));
  }

  std::string take() {
    check(workbook_close(m_book));
    return m_file.bytes();
  }

 private:
  // The day of the data at noon, which is that day in every time zone of the library's own.
  void set_properties() {
    const PublishedSite& site = m_context.site();
    std::string title = site.config().title.text;
    std::string company = site.config().organisation;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.company = company.data();
    properties.created =
        static_cast<time_t>(site.as_of().last_day().time_since_epoch().count()) * 86'400 + 43'200;
    check(workbook_set_properties(m_book, &properties));
  }

  lxw_worksheet* add_sheet(const std::string& label, const std::vector<double>& widths) {
    lxw_worksheet* sheet = workbook_add_worksheet(m_book, sheet_name(label).c_str());
    if (sheet == nullptr) throw std::runtime_error("workbook: cannot add a sheet");
    for (std::size_t c = 0; c < widths.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c);
      check(worksheet_set_column(sheet, column, column, widths[c], nullptr));
    }
    worksheet_freeze_panes(sheet, 1, 0);
    return sheet;
  }

  static void finish_sheet(lxw_worksheet* sheet, lxw_row_t last_row, lxw_col_t last_column) {
    check(worksheet_autofilter(sheet, 0, 0, last_row, last_column));
  }

  // At most 31 characters, unlike every other one without regard to case.
  std::string sheet_name(const std::string& label) {
    std::string name;
    std::size_t length = 0;
    for (std::size_t at = 0; at < label.size() && length < kLongestSheetName - 3; ++length) {
      const Character c = character_at(label, at);
      name += label.substr(at, c.length);
      at += c.length;
    }
    const int taken = m_names[name]++;
    return taken == 0 ? name : name + "~" + std::to_string(taken + 1);
  }

  void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                  lxw_format* format) {
    if (!text.empty())
      check(worksheet_write_string(sheet, row, column, fitting(text, m_cut).c_str(), format));
  }

  void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t at, const Column& column, const Cell& cell) {
    switch (cell.state) {
      case Cell::State::missing:
        return;
      case Cell::State::withheld:
        return write_text(sheet, row, at, m_context.word("data_files.withheld"), nullptr);
      case Cell::State::not_stated:
        return write_text(sheet, row, at, m_context.word("data_files.not_stated"), nullptr);
      case Cell::State::given:
        break;
    }
    const bool is_number = column.type == CellType::count || column.type == CellType::decimal;
    if (is_number && digits_of(cell.text) <= kMostDigits) return write_number(sheet, row, at, cell.text);
    if (column.type == CellType::date && write_date(sheet, row, at, cell.text)) return;
    write_text(sheet, row, at, text_of(column, cell.text), nullptr);
  }

  void write_number(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t at, const std::string& text) {
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    check(worksheet_write_number(sheet, row, at, number, number_format(text)));
  }

  // Shows the decimals that were written: 97 and 97.0 are two statements.
  lxw_format* number_format(const std::string& text) {
    const std::size_t dot = text.find('.');
    const std::size_t decimals = dot == std::string::npos ? 0 : text.size() - dot - 1;
    lxw_format*& format = m_numbers[decimals];
    if (format == nullptr) {
      format = workbook_add_format(m_book);
      format_set_num_format(format, decimals == 0 ? "0" : ("0." + std::string(decimals, '0')).c_str());
    }
    return format;
  }

  // False if spreadsheets have no such day: they know none before 1900, and no month without a day.
  bool write_date(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t at, const std::string& text) {
    const auto date = parse_date(text);
    if (!date || !date->whole() || date->year < 1900) return false;
    lxw_datetime day{};
    day.year = date->year;
    day.month = date->month;
    day.day = date->day;
    check(worksheet_write_datetime(sheet, row, at, &day, m_date));
    return true;
  }

  std::string text_of(const Column& column, const std::string& text) const {
    if (column.type == CellType::flag) return m_context.word(text == "true" ? "yes" : "no");
    for (const ChoiceWord& choice : column.choices) {
      if (choice.key == text) return m_context.label(choice);
    }
    return text;
  }

  const ViewContext& m_context;
  MemoryFile m_file;
  lxw_workbook* m_book = nullptr;
  lxw_format* m_head = nullptr;
  lxw_format* m_date = nullptr;
  std::string m_cut;
  std::map<std::size_t, lxw_format*> m_numbers;  // by decimals
  std::map<std::string, int> m_names;
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
