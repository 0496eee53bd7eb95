// The sheets of workbooks put together here part by part, as various programs write them.
#include "parse/read_xlsx.hpp"

#include <gtest/gtest.h>

#include "files/zip_members.hpp"
#include "parse/read_csv.hpp"
#include "parse/sheet_date.hpp"
#include "text/unicode.hpp"

namespace gongshi {
namespace {

using CellKind = SheetCell::Kind;

constexpr std::string_view kTargets =
    R"(<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>)";
constexpr std::string_view kBook =
    R"(<workbook><sheets><sheet name="清单" sheetId="1" id="r1"/></sheets></workbook>)";

std::string book(std::string_view sheet, std::string_view strings = "<sst/>",
                 std::string_view styles = "<styleSheet/>", std::string_view workbook = kBook,
                 std::string_view targets = kTargets) {
  const auto part = [](std::string name, std::string_view xml) {
    return ZipPart{std::move(name), xml.size(), [xml] { return std::string(xml); }};
  };
  return write_zip({part("xl/workbook.xml", workbook), part("xl/_rels/workbook.xml.rels", targets),
                    part("xl/sharedStrings.xml", strings), part("xl/styles.xml", styles),
                    part("xl/worksheets/a.xml", sheet)},
                   {});
}

Sheet sheet_of(const std::string& bytes) { return std::get<std::vector<Sheet>>(read_xlsx(bytes)).at(0); }

Sheet sheet_of_row(std::string_view cells, std::string_view strings = "<sst/>",
                   std::string_view styles = "<styleSheet/>") {
  return sheet_of(
      book("<worksheet><sheetData><row r=\"1\">" + std::string(cells) + "</row></sheetData></worksheet>",
           strings, styles));
}

void expect_cell(const Sheet& sheet, std::size_t row, std::size_t column, CellKind kind,
                 const std::string& text) {
  EXPECT_EQ(sheet.at(row, column).kind, kind);
  EXPECT_EQ(sheet.at(row, column).text, text);
}

TEST(ReadXlsx, TextIsSharedInlineOrOfAFormula) {
  const Sheet sheet = sheet_of_row(
      R"(<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>丙 </t></is></c><c r="E1" t="str"><v>戊</v></c>)",
      R"(<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><t>_x000A_一</t></r><rPh><t>yi</t></rPh></si></sst>)");
  EXPECT_EQ(sheet.name, "清单");
  expect_cell(sheet, 0, 0, CellKind::text, "甲");
  expect_cell(sheet, 0, 1, CellKind::text, "乙\n一");
  expect_cell(sheet, 0, 2, CellKind::text, "丙 ");
  expect_cell(sheet, 0, 3, CellKind::empty, "");
  expect_cell(sheet, 0, 4, CellKind::text, "戊");
}

TEST(ReadXlsx, NumbersAreWhatTheyAreShownAs) {
  const Sheet sheet = sheet_of_row(
      R"(<c s="0"><v>97.5</v></c><c s="1"><v>0.97499999999999998</v></c><c s="2"><v>46203</v></c><c s="3"><v>46203.5</v></c><c s="4"><v>12</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><f>A1+1</f><v>98.5</v></c>)",
      "<sst/>",
      R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="[Red]0&quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)");
  expect_cell(sheet, 0, 0, CellKind::number, "97.5");
  expect_cell(sheet, 0, 1, CellKind::percent, "0.975");
  expect_cell(sheet, 0, 2, CellKind::date, "2026-06-30");
  expect_cell(sheet, 0, 3, CellKind::date, "2026-06-30 12:00");
  expect_cell(sheet, 0, 4, CellKind::number, "12");
  expect_cell(sheet, 0, 5, CellKind::flag, "true");
  expect_cell(sheet, 0, 6, CellKind::error, "#REF!");
  expect_cell(sheet, 0, 7, CellKind::formula, "=A1+1");
}

TEST(ReadXlsx, KnowsWhatIsHiddenAndMerged) {
  const Sheet sheet = sheet_of(book(
      R"(<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="3" hidden="1"><c r="B3"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:AB4"/></mergeCells></worksheet>)",
      "<sst/>", "<styleSheet/>",
      R"(<workbook><workbookPr date1904="1"/><sheets><sheet name="a" state="hidden" id="r1"/></sheets></workbook>)",
      R"(<Relationships><Relationship Id="r1" Target="/xl/worksheets/a.xml"/></Relationships>)"));
  EXPECT_TRUE(sheet.hidden);
  EXPECT_TRUE(sheet.since_1904);
  EXPECT_EQ(sheet.hidden_rows, std::set<std::uint32_t>{2});
  EXPECT_EQ(sheet.hidden_columns, (std::set<std::uint32_t>{1, 2}));
  ASSERT_EQ(sheet.merged.size(), 1U);
  EXPECT_EQ(sheet.merged[0].last_column, 27U);
  EXPECT_EQ(sheet.merged[0].last_row, 3U);
}

TEST(ReadXlsx, RefusesWhatItCannotReadWhole) {
  const auto refused = [](const std::string& bytes) {
    return std::holds_alternative<Term>(read_xlsx(bytes));
  };
  EXPECT_TRUE(refused(""));
  EXPECT_TRUE(refused("PK"));
  const std::string whole = book("<worksheet/>");
  EXPECT_FALSE(refused(whole));
  EXPECT_TRUE(refused(whole.substr(0, whole.size() / 2)));
  EXPECT_TRUE(refused(book("<worksheet><sheetData>")));
  EXPECT_TRUE(
      refused(book(R"(<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>)")));
  EXPECT_TRUE(
      refused(book(R"(<worksheet><sheetData><row><c r="ZZZ1"><v>7</v></c></row></sheetData></worksheet>)")));
  EXPECT_TRUE(refused(book("<worksheet/>", "<sst/>", "<styleSheet/>", kBook, "<Relationships/>")));
}

TEST(SheetDate, CountsAsBothSystemsDo) {
  EXPECT_EQ(sheet_date(61, false), "1900-03-01");
  EXPECT_EQ(sheet_date(60, false), std::nullopt);
  EXPECT_EQ(sheet_date(45690, false), "2025-02-02");
  EXPECT_EQ(sheet_date(0, true), "1904-01-01");
  EXPECT_EQ(sheet_date(-1, true), std::nullopt);
  EXPECT_EQ(sheet_date(45690.25, false), "2025-02-02 06:00");
}

TEST(ReadCsv, TakesWhatOfficesSave) {
  const auto first = [](std::string_view bytes) { return std::get<Sheet>(read_csv(bytes, "t")).rows.at(0); };
  EXPECT_EQ(first("\xEF\xBB\xBF编号,标题\r\n").at(0).text, "编号");
  EXPECT_EQ(first(to_gb18030("编号,标题\r\n")).at(1).text, "标题");
  EXPECT_EQ(first("a;b,c;d\n").size(), 3U);
  EXPECT_EQ(first("a\tb\n").at(1).text, "b");
  EXPECT_TRUE(std::holds_alternative<Term>(read_csv("\xFF\xFE\x01", "t")));
  EXPECT_TRUE(std::holds_alternative<Term>(read_csv("a,\"b", "t")));
}

}  // namespace
}  // namespace gongshi
