// The day of a record's latest entry, and which columns are stale or will soon be.
#include "publish/record_dates.hpp"

#include <gtest/gtest.h>

#include <string>

#include "unit/written_site.hpp"

namespace gongshi {
namespace {

using testing::item_text;
using testing::WrittenSite;

PublishedSite published(WrittenSite& site) {
  return publish(site.site(), *Audience::find("public", {"public", "internal"}));
}

std::string day_of_item(const std::string& added) {
  WrittenSite site;
  site.as_of("2026-06-20").add("items/z.yaml", item_text("scope: public\n" + added));
  const PublishedSite shown = published(site);
  return latest_day(shown.record({Kind::item, 0}), shown.as_of()).text();
}

TEST(RecordDates, TheLatestThingThatHappened) {
  EXPECT_EQ(day_of_item("raised: {date: 2026-05-01}\nstarted: 2026-06-01\n"), "2026-06-01");
  EXPECT_EQ(day_of_item("raised: {date: 2026-05}\n"), "2026-05");
}

TEST(RecordDates, NotWhatIsOnlyPlanned) {
  EXPECT_EQ(day_of_item("started: 2026-06-01\ndeadline: 2026-06-10\n"), "2026-06-01");
}

TEST(RecordDates, OfABulletinItsOwn) {
  WrittenSite site;
  site.as_of("2026-06-20")
      .add("bulletins/b.md",
           "---\ntitle: 甲\nscope: public\nkind: brief\ndate: 2026-06-01\nwindow: {from: 2026-06-10, to: "
           "2026-06-12}\n---\n");
  const PublishedSite shown = published(site);
  EXPECT_EQ(latest_day(shown.record({Kind::bulletin, 0}), shown.as_of()).text(), "2026-06-01");
}

std::string stale_on(const char* as_of) {
  WrittenSite site;
  site.as_of(as_of).add("bulletins/b.md",
                        "---\ntitle: 甲\nscope: public\nkind: brief\ndate: 2026-06-01\n---\n");
  const std::vector<ColumnAge> ageing = ageing_columns(published(site));
  return ageing.empty() ? "fresh" : ageing.front().stale_on.text();
}

TEST(RecordDates, AColumnIsToldOfBeforeItIsStale) {
  EXPECT_EQ(stale_on("2026-06-12"), "fresh");
  EXPECT_EQ(stale_on("2026-06-13"), "2026-06-16");
  EXPECT_EQ(stale_on("2026-07-20"), "2026-06-16");
}

}  // namespace
}  // namespace gongshi
