// Tables made of field tables: nested mappings are columns, lists of mappings are tables with the keys of
// their parents, and what follows from a record is in its columns.
#include "tables/record_tables.hpp"

#include <gtest/gtest.h>

#include <set>

#include "unit/tables/table_text.hpp"

namespace gongshi {
namespace {

using testing::foreign_keys_of;
using testing::item_text;
using testing::keys_of;
using testing::named;
using testing::published;
using testing::rows_of;
using testing::unit_text;
using testing::WrittenSite;

using Lines = std::vector<std::string>;

WrittenSite site_with(const std::string& item) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\n"));
  site.add("units/b.yaml", unit_text("scope: public\n"));
  site.add("items/zg-1.yaml", item_text("scope: public\n" + item));
  return site;
}

TEST(RecordTables, NestedMappingsAreColumns) {
  const WrittenSite written =
      site_with("raised: {date: 2026-05-08, by: [b, a], number: '3'}\nnot_stated: [response]\n");
  const PublishedSite site = published(written);
  const std::vector<Table> tables = record_tables(site, Kind::item);
  const Table& items = named(tables, "items");
  EXPECT_EQ(rows_of(items, {"id", "raised.date", "raised.by", "raised.number", "response.date", "deadline"}),
            (Lines{"zg-1 | 2026-05-08 | b;a | 3 | [x] | "}));
  EXPECT_EQ(keys_of(items), (Lines{"id"}));
}

TEST(RecordTables, DerivedColumnsFollowFromTheRecord) {
  const WrittenSite written = site_with(
      "deadline: 2026-06-01\nextensions: [{to: 2026-06-10, date: 2026-05-20, by: b, reason: 雨}]\nstarted: "
      "2026-05-01\n");
  const PublishedSite site = published(written);
  const std::vector<Table> tables = record_tables(site, Kind::item);
  EXPECT_EQ(rows_of(named(tables, "items"),
                    {"status", "flags", "original_deadline", "current_deadline", "url", "sha256"}),
            (Lines{"under-way | overdue;extended | 2026-06-01 | 2026-06-10 | items/zg-1.html | " +
                   site.record({Kind::item, 0}).hash()}));
}

TEST(RecordTables, PartsAreKeyedByTheirParentsAndPlaces) {
  const WrittenSite written = site_with(
      "progress:\n  - {date: 2026-05-01, text: 一}\n  - {date: 2026-05-02, text: 二, evidence: [{title: "
      "照片, where: 大厅}, "
      "{title: 文件, where: 大厅}]}\n");
  const PublishedSite site = published(written);
  const std::vector<Table> tables = record_tables(site, Kind::item);
  EXPECT_EQ(rows_of(named(tables, "items-progress"), {"id", "n", "date", "text"}),
            (Lines{"zg-1 | 1 | 2026-05-01 | 一", "zg-1 | 2 | 2026-05-02 | 二"}));
  const Table& evidence = named(tables, "items-progress-evidence");
  EXPECT_EQ(rows_of(evidence, {"id", "progress_n", "n", "title"}),
            (Lines{"zg-1 | 2 | 1 | 照片", "zg-1 | 2 | 2 | 文件"}));
  EXPECT_EQ(keys_of(evidence), (Lines{"id", "progress_n", "n"}));
  EXPECT_EQ(foreign_keys_of(evidence), (Lines{"id+progress_n -> items-progress.id+n"}));
}

TEST(RecordTables, AFieldCalledLikeAKeyIsToldApart) {
  const WrittenSite written = site_with("quantity: {of: 9, unit: 处, done: [{date: 2026-05-01, n: 4}]}\n");
  const PublishedSite site = published(written);
  EXPECT_EQ(rows_of(named(record_tables(site, Kind::item), "items-quantity-done"), {"n", "done.n"}),
            (Lines{"1 | 4"}));
}

TEST(RecordTables, NoTableHasAColumnTwice) {
  const WrittenSite written = site_with("");
  const PublishedSite site = published(written);
  for (const KindName& kind : kKinds) {
    for (const Table& table : record_tables(site, kind.kind)) {
      std::set<std::string> keys;
      for (const Column& column : table.columns)
        EXPECT_TRUE(keys.insert(column.key).second) << table.name << "." << column.key;
      EXPECT_FALSE(keys.contains("internal_note")) << table.name;
    }
  }
}

constexpr const char* kSurvey =
    "title: 测评\nscope: public\nconductor: a\nrelation: within\nmethod: census\nperiod: {from: 2026-05-01}\n"
    "options: [满意, 不满意]\npositive: [满意]\nresults:\n"
    "  - {unit: a, valid: 3, counts: {满意: 2, 不满意: 1}}\n"
    "  - {object: 甲, valid: 80, counts: {满意: 80, 不满意: 0}}\n"
    "  - {object: 乙, participants: 90, reported_rate: 98}\n"
    "  - {object: 丙, valid: 60, counts: {满意: 50, 不满意: 10}}\n";

TEST(RecordTables, WithheldMissingAndZeroAreThreeThings) {
  WrittenSite written = site_with("");
  written.add("surveys/s.yaml", kSurvey);
  const PublishedSite site = published(written);
  const std::vector<Table> tables = record_tables(site, Kind::survey);
  const Lines rows =
      rows_of(named(tables, "surveys-results"), {"n", "valid", "satisfied", "rate", "invited", "marker"});
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0], "1 | [c] | [c] | [c] | [c] | withheld");
  EXPECT_EQ(rows[2], "3 |  |  |  |  | reported");
  EXPECT_EQ(
      rows_of(named(tables, "surveys-results-counts"), {"id", "results_n", "n", "key", "value"}).front(),
      "s | 2 | 1 | 满意 | 80");
  EXPECT_EQ(rows_of(named(tables, "surveys-results-counts"), {"key", "value"})[1], "不满意 | 0");
}

}  // namespace
}  // namespace gongshi
