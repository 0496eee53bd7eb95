// The rows of flow figures: which periods and slices there are, and that they tell of nothing withheld.
#include "publish/flow_rows.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/publish/published_site.hpp"

namespace gongshi {
namespace {

using testing::item_text;
using testing::published;
using testing::unit_text;
using testing::WrittenSite;

// Rows as `month 2026-05-01..2026-05-31 a/stepwise: 1 +2 -0 = 3`: opening, all that adds, all that leaves,
// closing.
std::vector<std::string> rows_of(const PublishedSite& site) {
  std::vector<std::string> all;
  for (const FlowRow& row : flow_rows(site)) {
    std::string words(choices(FlowPeriodKind{})[row.period.index].key);
    words += row.phase.id.empty() ? "" : " " + row.phase.id;
    words += " " + row.from.text() + ".." + row.to.text() + " ";
    words += std::string(choices(FlowSliceKind{})[row.slice.index].key) + " " + row.unit.id;
    words += row.item_class.given() ? "/" + std::string(choices(ItemClass{})[row.item_class.index].key) : "";
    words +=
        ": " + std::to_string(*row.opening) + " +" +
        std::to_string(*row.fresh + *row.reopened + *row.split_in + *row.moved_in) + " -" +
        std::to_string(*row.closed + *row.merged_out + *row.split_out + *row.withdrawn + *row.moved_out) +
        " = " + std::to_string(*row.closing);
    all.push_back(std::move(words));
  }
  return all;
}

TEST(FlowRows, WholeTimePhasesThenMonths) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\n"));
  site.add("phases/p.yaml", "title: 甲\nscope: public\nfrom: 2026-06-02\nto: 2026-12-31\n");
  site.add("phases/q.yaml", "title: 乙\nscope: public\n");
  site.add("items/y.yaml", item_text("scope: public\nraised: {date: 2026-05-10, by: a}\n"));
  EXPECT_EQ(rows_of(published(site)),
            (std::vector<std::string>{"all 2026-05-10..2026-06-20 site : 0 +1 -0 = 1",
                                      "all 2026-05-10..2026-06-20 class /stepwise: 0 +1 -0 = 1",
                                      "all 2026-05-10..2026-06-20 unit a: 0 +1 -0 = 1",
                                      "all 2026-05-10..2026-06-20 unit-class a/stepwise: 0 +1 -0 = 1",
                                      "phase p 2026-06-02..2026-06-20 site : 1 +0 -0 = 1",
                                      "phase p 2026-06-02..2026-06-20 class /stepwise: 1 +0 -0 = 1",
                                      "phase p 2026-06-02..2026-06-20 unit a: 1 +0 -0 = 1",
                                      "phase p 2026-06-02..2026-06-20 unit-class a/stepwise: 1 +0 -0 = 1",
                                      "month 2026-05-01..2026-05-31 site : 0 +1 -0 = 1",
                                      "month 2026-05-01..2026-05-31 class /stepwise: 0 +1 -0 = 1",
                                      "month 2026-05-01..2026-05-31 unit a: 0 +1 -0 = 1",
                                      "month 2026-05-01..2026-05-31 unit-class a/stepwise: 0 +1 -0 = 1",
                                      "month 2026-06-01..2026-06-20 site : 1 +0 -0 = 1",
                                      "month 2026-06-01..2026-06-20 class /stepwise: 1 +0 -0 = 1",
                                      "month 2026-06-01..2026-06-20 unit a: 1 +0 -0 = 1",
                                      "month 2026-06-01..2026-06-20 unit-class a/stepwise: 1 +0 -0 = 1"}));
}

TEST(FlowRows, NoneWithoutADate) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\n")).add("items/y.yaml", item_text("scope: public\n"));
  EXPECT_EQ(rows_of(published(site)), std::vector<std::string>());
}

TEST(FlowRows, AtMostTwentyYearsOfMonths) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\n"));
  site.add("items/y.yaml", item_text("scope: public\nraised: {date: 0001-01-01, by: a}\n"));
  const std::vector<std::string> rows = rows_of(published(site));
  EXPECT_EQ(rows.front(), "all 0001-01-01..2026-06-20 site : 0 +1 -0 = 1");
  EXPECT_EQ(rows.size(), 4U + 4U * 240U);
  EXPECT_EQ(rows[4], "month 2006-07-01..2006-07-31 site : 1 +0 -0 = 1");
}

// What is withheld moves no row: not the item, not its parent, not the unit that it came from.
TEST(FlowRows, TellOfNothingWithheld) {
  const auto rows = [](const std::string& hidden_day, const std::string& former_unit) {
    WrittenSite site;
    site.add("units/a.yaml", unit_text("scope: public\n"));
    site.add("units/h1.yaml", unit_text("")).add("units/h2.yaml", unit_text(""));
    site.add("items/y.yaml", item_text("scope: public\nraised: {date: 2026-06-10, by: a}\n"
                                       "moves: [{date: 2026-06-12, field: unit, from: " +
                                       former_unit + ", to: a, reason: x}]\n"));
    site.add("items/z.yaml",
             item_text("raised: {date: " + hidden_day +
                       ", by: a}\nsplit_into: {items: [y], date: " + hidden_day + ", reason: x}\n"));
    site.add("items/x.yaml", item_text("continues: y\nraised: {date: " + hidden_day + ", by: a}\n"));
    return rows_of(published(site));
  };
  EXPECT_EQ(rows("2026-06-01", "h1"), rows("2025-02-03", "h2"));
}

}  // namespace
}  // namespace gongshi
