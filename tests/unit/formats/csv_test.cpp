// CSV to the byte: quoting, line ends, marks, and what spreadsheets must not run.
#include "formats/csv.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

Column column(const std::string& key, CellType type) { return key_column(key, key, {"", ""}, type); }

Table table_of(std::vector<std::vector<Cell>> rows) {
  Table table;
  table.name = "t";
  table.columns = {column("a", CellType::text), column("n", CellType::decimal)};
  table.each_row = [rows = std::move(rows)](const VisitRow& visit) {
    for (const std::vector<Cell>& row : rows) visit(row);
  };
  return table;
}

Cell given(std::string text) { return {Cell::State::given, std::move(text)}; }

TEST(Csv, QuotesWhatWouldBeRead) {
  const Table table = table_of({{given("甲,\"乙\"\n丙"), given("-1.50")}, {given(" 丁"), given("0")}});
  EXPECT_EQ(csv(table, CsvDialect::plain), "a,n\r\n\"甲,\"\"乙\"\"\n丙\",-1.50\r\n\" 丁\",0\r\n");
}

TEST(Csv, ThreeWaysToBeEmpty) {
  const Table table = table_of({{given("x"), {}},
                                {given("x"), {Cell::State::withheld, {}}},
                                {{Cell::State::not_stated, {}}, given("0")}});
  EXPECT_EQ(csv(table, CsvDialect::plain), "a,n\r\nx,\r\nx,[c]\r\n[x],0\r\n");
}

TEST(Csv, SpreadsheetsGetAMarkAndNoFormula) {
  const Table table = table_of({{given("=1+1"), given("-1.50")}, {given("甲"), {}}});
  EXPECT_EQ(csv(table, CsvDialect::excel),
            "\xEF\xBB\xBF"
            "a,n\r\n'=1+1,-1.50\r\n甲,\r\n");
}

}  // namespace
}  // namespace gongshi
