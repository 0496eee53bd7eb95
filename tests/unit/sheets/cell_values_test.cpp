// What a cell says: taken as it is, put right and said, or refused, each with its code.
#include "sheets/cell_values.hpp"

#include <gtest/gtest.h>

#include "model/records.hpp"

namespace gongshi {
namespace {

using CellKind = SheetCell::Kind;

/// `value [code code]` of a cell in the column of `table`.
class Reading {
 public:
  Reading(Kind kind, std::string_view table) {
    for (TableShape& shape : table_shapes(kind, ShapeUse::desk)) {
      if (shape.name == table) m_columns = std::move(shape.columns);
    }
    m_records.ids[Kind::unit] = {{"jiguan", true}, {"dudaozu", true}};
    m_records.by_name[Kind::unit] = {{"局机关", {"jiguan"}}, {"督导组", {"dudaozu"}}, {"办公室", {"a", "b"}}};
  }

  std::string operator()(std::string_view column, const SheetCell& cell, bool since_1904 = false) const {
    const ShapeColumn* found = nullptr;
    for (const ShapeColumn& known : m_columns) {
      if (known.key == column) found = &known;
    }
    Diagnostics diagnostics;
    const auto value =
        read_cell(cell, {{0, 0}, found, std::string(column), since_1904}, m_records, diagnostics);
    std::string out = value ? (value->values.empty() ? "(clear)" : value->text) : "(none)";
    for (const Diagnostic& finding : diagnostics.sorted()) out += " " + finding.code();
    return out;
  }
  std::string operator()(std::string_view column, std::string text) const {
    return (*this)(column, {CellKind::text, std::move(text)});
  }

 private:
  std::vector<ShapeColumn> m_columns;
  KnownRecords m_records;
};

TEST(CellValues, Dates) {
  const Reading read(Kind::item, "items");
  EXPECT_EQ(read("deadline", "2026-06-30"), "2026-06-30");
  EXPECT_EQ(read("deadline", "2026-06"), "2026-06");
  EXPECT_EQ(read("deadline", {CellKind::date, "2026-06-30"}), "2026-06-30");
  EXPECT_EQ(read("deadline", "2025.6.30"), "2025-06-30 cell-fixed");
  EXPECT_EQ(read("deadline", "２０２５．６．３０"), "2025-06-30 cell-fixed");
  EXPECT_EQ(read("deadline", {CellKind::number, "45690"}), "2025-02-02 cell-fixed");
  EXPECT_EQ(read("deadline", {CellKind::number, "45690"}, true), "2029-02-03 cell-fixed");
  EXPECT_EQ(read("deadline", {CellKind::number, "20260630"}), "2026-06-30 cell-fixed");
  EXPECT_EQ(read("deadline", {CellKind::number, "2026"}), "2026");
  EXPECT_EQ(read("deadline", {CellKind::number, "2026.6"}), "(none) cell-bad-value");
  EXPECT_EQ(read("deadline", {CellKind::date, "2026-06-30 12:00"}), "(none) cell-bad-value");
  EXPECT_EQ(read("deadline", "2013-03-23 (need to check)"), "(none) cell-bad-value");
  EXPECT_EQ(read("deadline", "6月30日"), "(none) cell-bad-value");
}

TEST(CellValues, Numbers) {
  const Reading survey(Kind::survey, "surveys");
  EXPECT_EQ(survey("population_size", "1687"), "1687");
  EXPECT_EQ(survey("population_size", {CellKind::number, "1687"}), "1687");
  EXPECT_EQ(survey("population_size", "1,687"), "1687 cell-fixed");
  EXPECT_EQ(survey("population_size", "１６８７"), "1687 cell-fixed");
  EXPECT_EQ(survey("population_size", "1,68"), "(none) cell-bad-value");
  EXPECT_EQ(survey("population_size", "1687人"), "(none) cell-bad-value");
  EXPECT_EQ(survey("population_size", {CellKind::number, "1687.5"}), "(none) cell-bad-value");
  EXPECT_EQ(survey("population_size", {CellKind::number, "1.2345678901234567e+19"}),
            "(none) cell-long-number");
  EXPECT_EQ(survey("population_size", "1.23E+17"), "(none) cell-long-number");
  const Reading item(Kind::item, "items");
  EXPECT_EQ(item("target.value", "97.0"), "97.0");
  EXPECT_EQ(item("target.value", {CellKind::percent, "0.975"}), "(none) cell-bad-value")
      << "a number of what?";
}

TEST(CellValues, Percentages) {
  const Reading read(Kind::survey, "surveys-results");
  EXPECT_EQ(read("reported_rate", "97.50"), "97.50");
  EXPECT_EQ(read("reported_rate", "97.5%"), "97.5 cell-fixed");
  EXPECT_EQ(read("reported_rate", {CellKind::percent, "0.975"}), "97.5");
  EXPECT_EQ(read("reported_rate", {CellKind::percent, "1"}), "100");
  EXPECT_EQ(read("reported_rate", {CellKind::percent, "0.005"}), "0.5");
  EXPECT_EQ(read("reported_rate", {CellKind::percent, "0"}), "0");
}

TEST(CellValues, FixedValuesAndFlags) {
  const Reading read(Kind::item, "items");
  EXPECT_EQ(read("class", "限期整改"), "by-deadline");
  EXPECT_EQ(read("class", "by-deadline"), "by-deadline");
  EXPECT_EQ(read("class", "限时"), "(none) cell-bad-value");
  EXPECT_EQ(read("priority", "是"), "true");
  EXPECT_EQ(read("priority", {CellKind::flag, "false"}), "false");
  EXPECT_EQ(read("priority", "√"), "(none) cell-bad-value");
}

TEST(CellValues, References) {
  const Reading read(Kind::item, "items");
  EXPECT_EQ(read("unit", "jiguan"), "jiguan");
  EXPECT_EQ(read("unit", "局机关"), "jiguan cell-fixed");
  EXPECT_EQ(read("unit", "办公室"), "(none) cell-bad-value") << "two are called so";
  EXPECT_EQ(read("unit", "没有的"), "(none) cell-bad-value");
  EXPECT_EQ(read("partners", "jiguan;dudaozu"), "jiguan;dudaozu");
  EXPECT_EQ(read("partners", "局机关、督导组"), "jiguan;dudaozu cell-fixed cell-fixed");
}

TEST(CellValues, Words) {
  const Reading read(Kind::item, "items");
  EXPECT_EQ(read("lead", " 主任　\n"), "主任 cell-fixed");
  EXPECT_EQ(read("lead", {CellKind::number, "13800000000"}), "13800000000");
  EXPECT_EQ(read("raised.number", {CellKind::number, "1.2345678901234567e+17"}), "(none) cell-long-number");
  EXPECT_EQ(read("raised.number", {CellKind::percent, "0.5"}), "50% cell-fixed");
  EXPECT_EQ(read("not_stated", "甲、乙;丙；丁"), "甲、乙;丙;丁");
  EXPECT_EQ(read("lead", "　 "), "(none)");
  EXPECT_EQ(read("lead", "[清空]"), "(clear)");
  EXPECT_EQ(read("lead", {CellKind::formula, "=A1"}), "(none) cell-formula");
  EXPECT_EQ(read("lead", {CellKind::error, "#REF!"}), "(none) cell-formula");
}

TEST(CellValues, WhatMayMeanSeveralThingsIsAskedAbout) {
  const Reading read(Kind::item, "items");
  for (const char* text : {"无", "/", "—", "——", "-", "N/A", "不详", "同上"}) {
    for (const char* column : {"lead", "deadline", "unit", "class", "priority", "not_stated"})
      EXPECT_EQ(read(column, text), "(none) cell-unclear") << column << " " << text;
  }
}

}  // namespace
}  // namespace gongshi
