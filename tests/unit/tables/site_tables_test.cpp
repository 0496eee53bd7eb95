// All tables of a site: only those with rows, keys only to those, links told from whichever side.
#include "tables/site_tables.hpp"

#include <gtest/gtest.h>

#include "unit/tables/table_text.hpp"

namespace gongshi {
namespace {

using testing::foreign_keys_of;
using testing::item_text;
using testing::named;
using testing::published;
using testing::rows_of;
using testing::unit_text;
using testing::WrittenSite;

using Lines = std::vector<std::string>;

WrittenSite traced_site() {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\nwaivers: [{code: word-method, reason: 引文}]\n"));
  site.add("opinions/y-1.yaml",
           "title: 甲\nscope: public\nsummary: 乙\nunit: a\ndisposition: adopted\nitems: [zg-1]\n");
  site.add("opinions/y-2.yaml", "title: 甲\nscope: public\nsummary: 乙\nunit: a\ndisposition: adopted\n");
  site.add("opinions/y-3.yaml", "title: 甲\nscope: system\nsummary: 乙\nunit: a\ndisposition: adopted\n");
  site.add("items/zg-1.yaml", item_text("scope: public\nraised: {date: 2026-05}\nopinions: [y-2, y-3]\n"));
  return site;
}

TEST(SiteTables, OnlyTablesWithRows) {
  const WrittenSite written = traced_site();
  const PublishedSite site = published(written);
  Lines names;
  for (const Table& table : site_tables(site)) names.push_back(table.name + " " + std::to_string(table.rows));
  EXPECT_EQ(names, (Lines{"units 1", "opinions 2", "items 1", "items-measures 1", "traces 2", "waivers 1",
                          "flows " + std::to_string(named(site_tables(site), "flows").rows)}));
}

TEST(SiteTables, KeysLeadToTablesThatAreThere) {
  const WrittenSite written = traced_site();
  const PublishedSite site = published(written);
  const std::vector<Table> tables = site_tables(site);
  EXPECT_EQ(foreign_keys_of(named(tables, "traces")), (Lines{"item -> items.id", "opinion -> opinions.id"}));
  for (const Table& table : tables) {
    for (const ForeignKey& key : table.foreign_keys) EXPECT_NO_THROW(named(tables, key.table)) << table.name;
  }
}

TEST(SiteTables, LinksAreToldFromWhicheverSideTheyStandOn) {
  const WrittenSite written = traced_site();
  const PublishedSite site = published(written);
  EXPECT_EQ(rows_of(named(site_tables(site), "traces"), {"item", "n", "opinion", "institution", "survey"}),
            (Lines{"zg-1 | 1 | y-1 |  | ", "zg-1 | 2 | y-2 |  | "}));
}

TEST(SiteTables, KnowWhichColumnsHoldDatesOfWhichNoMoreIsKnown) {
  const WrittenSite written = traced_site();
  const PublishedSite site = published(written);
  const std::vector<Table> tables = site_tables(site);
  for (const Column& column : named(tables, "items").columns)
    EXPECT_EQ(column.has_partial_dates, column.key == "raised.date") << column.key;
}

TEST(SiteTables, WaiversOfAllKindsAreOneTable) {
  const WrittenSite written = traced_site();
  const PublishedSite site = published(written);
  EXPECT_EQ(rows_of(named(site_tables(site), "waivers"), {"kind", "id", "n", "code", "field", "reason"}),
            (Lines{"units | a | 1 | word-method |  | 引文"}));
}

}  // namespace
}  // namespace gongshi
