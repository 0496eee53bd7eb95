#include "sheets/marked_workbook.hpp"

#include <algorithm>
#include <map>

#include "diagnostics/print_diagnostics.hpp"
#include "files/xlsx_writer.hpp"

namespace gongshi {
namespace {

constexpr double kCellWidth = 16;
constexpr double kWordsWidth = 60;

/// What is said of one cell.
struct Remark {
  std::string text;
  bool error = false;
};
using Remarks = std::map<std::uint32_t, Remark>;  // by the cell's offset

class MarkedWorkbook {
 public:
  explicit MarkedWorkbook(Language language) : m_language(language), m_book({}) {}

  std::string make(const std::vector<ImportedSheet>& sheets, const std::vector<Diagnostic>& findings) {
    add_list(sheets, findings);
    for (const ImportedSheet& sheet : sheets) add_sheet(sheet.sheet, remarks_of(sheet.file, findings));
    return m_book.take();
  }

 private:
  [[nodiscard]] std::string text_of(const Diagnostic& finding) const {
    return word(finding.message->text.in(m_language), finding.arguments, m_language);
  }
  [[nodiscard]] std::string cure_of(const Diagnostic& finding) const {
    return word(finding.message->cure.in(m_language), finding.arguments, m_language);
  }

  void add_list(const std::vector<ImportedSheet>& sheets, const std::vector<Diagnostic>& findings) {
    const double widths[] = {kCellWidth, kCellWidth / 2, kWordsWidth, kWordsWidth};
    m_book.begin_sheet(std::string(Bilingual{"检查结果", "findings"}.in(m_language)), widths);
    m_book.freeze(1, 0);
    constexpr Bilingual kHeads[] = {
        {"工作表", "sheet"}, {"格子", "cell"}, {"问题", "what is wrong"}, {"怎么改", "cure"}};
    for (std::size_t c = 0; c < std::size(kHeads); ++c)
      m_book.text(0, static_cast<std::uint16_t>(c), std::string(kHeads[c].in(m_language)), CellLook::heading);
    std::uint32_t row = 0;
    for (const Diagnostic& finding : findings) {
      const auto sheet = std::find_if(sheets.begin(), sheets.end(), [&](const ImportedSheet& known) {
        return known.file == finding.at.file;
      });
      if (sheet == sheets.end()) continue;
      const bool error = finding.severity() == Severity::error;
      m_book.text(++row, 0, sheet->sheet.name);
      m_book.text(row, 1, cell_name(finding.at.offset), error ? CellLook::wrong : CellLook::plain);
      m_book.text(row, 2, text_of(finding));
      m_book.text(row, 3, cure_of(finding));
    }
  }

  [[nodiscard]] Remarks remarks_of(std::uint32_t file, const std::vector<Diagnostic>& findings) const {
    Remarks remarks;
    for (const Diagnostic& finding : findings) {
      if (finding.at.file != file) continue;
      Remark& remark = remarks[finding.at.offset];
      if (!remark.text.empty()) remark.text += "\n";
      remark.text += text_of(finding) + "\n" + cure_of(finding);
      remark.error = remark.error || finding.severity() == Severity::error;
    }
    return remarks;
  }

  void add_sheet(const Sheet& sheet, const Remarks& remarks) {
    std::size_t widest = 1;
    for (const auto& row : sheet.rows) widest = std::max(widest, row.size());
    const auto columns = static_cast<std::uint16_t>(widest);
    m_book.begin_sheet(sheet.name, std::vector<double>(columns, kCellWidth), CellLook::typed);
    for (std::uint32_t r = 0; r < sheet.rows.size(); ++r) {
      for (std::uint16_t c = 0; c < columns; ++c) {
        const auto remark = remarks.find(cell_offset(r, c));
        const bool wrong = remark != remarks.end() && remark->second.error;
        const std::string& text = sheet.at(r, c).text;
        m_book.text(r, c, wrong && text.empty() ? " " : text, wrong ? CellLook::wrong : CellLook::typed);
        if (remark != remarks.end()) m_book.note(r, c, remark->second.text);
      }
    }
  }

  Language m_language;
  XlsxWriter m_book;
};

}  // namespace

std::string marked_workbook(const std::vector<ImportedSheet>& sheets, const std::vector<Diagnostic>& findings,
                            Language language) {
  return MarkedWorkbook(language).make(sheets, findings);
}

}  // namespace gongshi
