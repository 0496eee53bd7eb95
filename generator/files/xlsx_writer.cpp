#include "files/xlsx_writer.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <charconv>
#include <ctime>
#include <map>
#include <stdexcept>
#include <system_error>

#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr std::size_t kLongestSheetName = 31;
constexpr lxw_color_t kRequiredGround = 0xFFF2CC;
constexpr lxw_color_t kWrongGround = 0xFFC7CE;

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

}  // namespace

std::size_t cell_units(const std::string& text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    units += c.code > 0xFFFF ? 2 : 1;
    at += c.length;
  }
  return units;
}

struct XlsxWriter::State {
  MemoryFile file;
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  bool closed = false;
  std::map<CellLook, lxw_format*> looks;
  std::map<std::size_t, lxw_format*> numbers;  // by decimals
  lxw_format* date_format = nullptr;
  std::map<std::string, int> names;

  lxw_format* look(CellLook look) {
    if (look == CellLook::plain) return nullptr;
    lxw_format*& format = looks[look];
    if (format != nullptr) return format;
    format = workbook_add_format(book);
    if (look == CellLook::heading || look == CellLook::required_heading) format_set_bold(format);
    if (look == CellLook::required_heading) format_set_bg_color(format, kRequiredGround);
    if (look == CellLook::wrong) format_set_bg_color(format, kWrongGround);
    if (look == CellLook::typed) format_set_num_format(format, "@");
    return format;
  }
};

XlsxWriter::XlsxWriter(const WorkbookProperties& properties) : m_state(std::make_unique<State>()) {
  lxw_workbook_options options{};
  options.constant_memory = 1;  // rows are written and forgotten
  m_state->book = workbook_new_opt(m_state->file.name().c_str(), &options);
  if (m_state->book == nullptr) throw std::runtime_error("workbook: no memory");
  std::string title = properties.title;
  std::string company = properties.company;
  lxw_doc_properties given{};
  given.title = title.data();
  given.company = company.data();
  given.created = static_cast<time_t>(properties.created);
  check(workbook_set_properties(m_state->book, &given));
}

XlsxWriter::~XlsxWriter() {
  if (!m_state->closed) lxw_workbook_free(m_state->book);  // closing would write what may be half a sheet
}

std::string XlsxWriter::begin_sheet(const std::string& label, std::span<const double> widths,
                                    CellLook columns) {
  std::string name;
  std::size_t length = 0;
  for (std::size_t at = 0; at < label.size() && length < kLongestSheetName - 3; ++length) {
    const Character c = character_at(label, at);
    name += label.substr(at, c.length);
    at += c.length;
  }
  const int taken = m_state->names[name]++;
  if (taken > 0) name += "~" + std::to_string(taken + 1);
  m_state->sheet = workbook_add_worksheet(m_state->book, name.c_str());
  if (m_state->sheet == nullptr) throw std::runtime_error("workbook: cannot add a sheet");
  for (std::size_t c = 0; c < widths.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    check(worksheet_set_column(m_state->sheet, column, column, widths[c], m_state->look(columns)));
  }
  return name;
}

void XlsxWriter::freeze(std::uint32_t rows, std::uint16_t columns) {
  worksheet_freeze_panes(m_state->sheet, rows, columns);
}

void XlsxWriter::filter(std::uint32_t last_row, std::uint16_t last_column) {
  check(worksheet_autofilter(m_state->sheet, 0, 0, last_row, last_column));
}

void XlsxWriter::text(std::uint32_t row, std::uint16_t column, const std::string& text, CellLook look) {
  if (!text.empty())
    check(worksheet_write_string(m_state->sheet, row, column, text.c_str(), m_state->look(look)));
}

void XlsxWriter::number(std::uint32_t row, std::uint16_t column, const std::string& digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const std::size_t dot = digits.find('.');
  const std::size_t decimals = dot == std::string::npos ? 0 : digits.size() - dot - 1;
  lxw_format*& format = m_state->numbers[decimals];
  if (format == nullptr) {
    format = workbook_add_format(m_state->book);
    format_set_num_format(format, decimals == 0 ? "0" : ("0." + std::string(decimals, '0')).c_str());
  }
  check(worksheet_write_number(m_state->sheet, row, column, value, format));
}

bool XlsxWriter::date(std::uint32_t row, std::uint16_t column, int year, int month, int day) {
  if (year < 1900) return false;
  if (m_state->date_format == nullptr) {
    m_state->date_format = workbook_add_format(m_state->book);
    format_set_num_format(m_state->date_format, "yyyy-mm-dd");
  }
  lxw_datetime date{};
  date.year = year;
  date.month = month;
  date.day = day;
  check(worksheet_write_datetime(m_state->sheet, row, column, &date, m_state->date_format));
  return true;
}

void XlsxWriter::note(std::uint32_t row, std::uint16_t column, const std::string& text) {
  check(worksheet_write_comment(m_state->sheet, row, column, text.c_str()));
}

void XlsxWriter::choose(std::uint16_t column, std::uint32_t first_row, std::uint32_t last_row,
                        const Choices& choices) {
  char from[LXW_MAX_CELL_NAME_LENGTH];
  char to[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell_abs(from, choices.first, choices.column, 1, 1);
  lxw_rowcol_to_cell_abs(to, choices.last, choices.column, 1, 1);
  std::string formula = "='" + choices.sheet + "'!" + from + ":" + to;
  lxw_data_validation list{};
  list.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  list.value_formula = formula.data();
  check(worksheet_data_validation_range(m_state->sheet, first_row, column, last_row, column, &list));
}

std::string XlsxWriter::take() {
  m_state->closed = true;
  check(workbook_close(m_state->book));
  return m_state->file.bytes();
}

}  // namespace gongshi
