// What is read of a view is noted as it is read, and told apart from what says something else in a later
// view.
#include "publish/view_versions.hpp"

#include <gtest/gtest.h>

#include <string>

#include "unit/publish/published_site.hpp"

namespace gongshi {
namespace {

using testing::item_text;
using testing::published;
using testing::WrittenSite;

constexpr ViewRead kFirst{ReadOf::record, Kind::item, 0};
constexpr ViewRead kSecond{ReadOf::record, Kind::item, 1};
constexpr ViewRead kSecondState{ReadOf::state, Kind::item, 1};
constexpr ViewRead kSecondNames{ReadOf::names, Kind::item, 1};
constexpr ViewRead kItemIds{ReadOf::ids, Kind::item, 0};
constexpr ViewRead kItems{ReadOf::kind, Kind::item, 0};
constexpr ViewRead kUnits{ReadOf::kind, Kind::unit, 0};
constexpr ViewRead kReferences{ReadOf::references, Kind::phase, 0};
constexpr ViewRead kOther{ReadOf::other, Kind::phase, 0};
constexpr std::array kAll = {kFirst, kSecond, kSecondState, kSecondNames, kItemIds,
                             kItems, kUnits,  kReferences,  kOther};

void fill(WrittenSite& site, const std::string& first = "", const std::string& second = "") {
  site.as_of("2026-06-20")
      .add("units/dw.yaml", "title: 单位\nscope: public\ntype: office\nhead: 主任\n")
      .add("items/zg-1.yaml", item_text("scope: public\n" + first))
      .add("items/zg-2.yaml", item_text("scope: public\n" + second));
}

std::string versions_of(WrittenSite& site, std::string_view references = "the same") {
  return view_versions(published(site), references);
}

// Those of kAll that say something else in `now` than in a site as fill() makes it.
std::vector<ViewRead> changed_in(const std::string& now) {
  WrittenSite site;
  fill(site);
  const std::string before = versions_of(site);
  const ViewComparison comparison(before, now);
  std::vector<ViewRead> changed;
  for (const ViewRead& read : kAll) {
    if (!comparison.says_the_same(read)) changed.push_back(read);
  }
  return changed;
}

TEST(ViewVersions, NothingChangedButWhatIsNeverTheSame) {
  WrittenSite site;
  fill(site);
  EXPECT_EQ(changed_in(versions_of(site)), std::vector{kOther});
}

TEST(ViewVersions, ARecordThatSaysSomethingElse) {
  WrittenSite site;
  fill(site, "", "effect: 好了一些\n");
  EXPECT_EQ(changed_in(versions_of(site)), (std::vector{kSecond, kItems, kOther}));
}

TEST(ViewVersions, AStateChangesWithTheRecord) {
  WrittenSite site;
  fill(site, "", "started: 2026-06-01\n");
  EXPECT_EQ(changed_in(versions_of(site)), (std::vector{kSecond, kSecondState, kItems, kOther}));
}

TEST(ViewVersions, WhoNamesARecord) {
  WrittenSite site;
  fill(site);
  site.add(
      "feedback/fk.yaml",
      "title: 甲\nscope: public\nabout: items/zg-2\nkind: objection\nreceived: 2026\nstatus: received\n");
  EXPECT_EQ(changed_in(versions_of(site)),
            (std::vector{kSecondState, kSecondNames, kOther}));  // an objection
}

TEST(ViewVersions, ARecordBeforeOthersOnlyMovesThem) {
  WrittenSite before;
  WrittenSite after;
  fill(before);
  fill(after);
  after.add("items/zg-0.yaml", item_text("scope: public\n"));
  const std::string then = versions_of(before);
  const std::string now = versions_of(after);
  const ViewComparison comparison(then, now);
  EXPECT_TRUE(comparison.says_the_same(kSecond));
  EXPECT_EQ(comparison.now(kSecond), (ViewRead{ReadOf::record, Kind::item, 2}));
  EXPECT_EQ(comparison.now(kSecondState), (ViewRead{ReadOf::state, Kind::item, 2}));
  EXPECT_EQ(comparison.now(kUnits), kUnits);
  EXPECT_FALSE(comparison.says_the_same(kItemIds));
  EXPECT_FALSE(comparison.says_the_same(kItems));
}

TEST(ViewVersions, ARecordThatIsGone) {
  WrittenSite site;
  site.as_of("2026-06-20")
      .add("units/dw.yaml", "title: 单位\nscope: public\ntype: office\nhead: 主任\n")
      .add("items/zg-1.yaml", item_text("scope: public\n"));
  EXPECT_EQ(changed_in(versions_of(site)),
            (std::vector{kSecond, kSecondState, kSecondNames, kItemIds, kItems, kOther}));
}

TEST(ViewVersions, WhatLinksInBodiesLeadTo) {
  WrittenSite site;
  fill(site);
  EXPECT_EQ(changed_in(versions_of(site, "something else")), (std::vector{kReferences, kOther}));
}

TEST(ViewVersions, AnotherDayChangesAll) {
  WrittenSite site;
  fill(site);
  site.as_of("2026-06-21");
  EXPECT_EQ(changed_in(versions_of(site)), std::vector(kAll.begin(), kAll.end()));
}

// Canonical JSON sorts such keys, and pages do not.
TEST(ViewVersions, TheOrderOfKeysThatPagesKeep) {
  const auto with_poll = [](const char* counts) {
    WrittenSite site;
    fill(site);
    site.add("surveys/cp.yaml",
             "title: 测评\nscope: public\nconductor: dw\nrelation: within\nmethod: census\n"
             "period: {from: 2026-05-01}\noptions: [好, 差]\npositive: [好]\nresults:\n"
             "  - {unit: dw, valid: 50, counts: " +
                 std::string(counts) + "}\n");
    return versions_of(site);
  };
  const std::string then = with_poll("{好: 30, 差: 20}");
  const std::string now = with_poll("{差: 20, 好: 30}");
  EXPECT_FALSE(ViewComparison(then, now).says_the_same({ReadOf::record, Kind::survey, 0}));
}

TEST(ViewVersions, BytesThatAreNoVersionsHaveNothingInCommon) {
  WrittenSite site;
  fill(site);
  const std::string now = versions_of(site);
  for (const std::string& then :
       {std::string(), std::string("\xff\xff\xff"), now.substr(0, now.size() / 2)}) {
    const ViewComparison comparison(then, now);
    for (const ViewRead& read : {kSecond, kItemIds, kItems}) EXPECT_FALSE(comparison.says_the_same(read));
  }
}

TEST(ReadNotes, NoteWhatAViewIsAskedFor) {
  WrittenSite written;
  fill(written);
  const PublishedSite site = published(written);
  ReadNotes notes;
  EXPECT_EQ(site.records().all<Item>()[1]->id, "zg-2");
  EXPECT_EQ(site.state(1).status, ItemStatus::not_started);
  EXPECT_TRUE(site.named_by({Kind::item, 1}).empty());
  EXPECT_EQ(site.count(Kind::opinion), 0U);
  EXPECT_EQ(notes.take(),
            (std::vector{kSecond, kSecondState, kSecondNames, ViewRead{ReadOf::ids, Kind::opinion, 0}}));
  EXPECT_FALSE(notes.has_other());
}

TEST(ReadNotes, LookingForARecordReadsItOrThatThereIsNone) {
  WrittenSite written;
  fill(written);
  const PublishedSite site = published(written);
  ReadNotes notes;
  EXPECT_EQ(site.records().find_index<Item>("zg-2"), std::optional(1U));
  EXPECT_EQ(site.records().find_index<Item>("zg-9"), std::nullopt);
  EXPECT_EQ(notes.take(), (std::vector{kSecond, kItemIds}));
}

TEST(ReadNotes, GoingOverAllReadsTheKind) {
  WrittenSite written;
  fill(written);
  const PublishedSite site = published(written);
  ReadNotes notes;
  for (const Published<Item>& item : site.records().all<Item>()) EXPECT_FALSE(item->id.empty());
  EXPECT_EQ(notes.take(), std::vector{kItems});
}

TEST(ReadNotes, WhatIsNotToldApartIsOther) {
  WrittenSite written;
  fill(written);
  const PublishedSite site = published(written);
  ReadNotes notes;
  EXPECT_TRUE(site.attachments().empty());
  EXPECT_TRUE(notes.has_other());
}

TEST(ReadNotes, OneWithinAnotherNotesAlone) {
  WrittenSite written;
  fill(written);
  const PublishedSite site = published(written);
  ReadNotes outer;
  {
    ReadNotes inner;
    EXPECT_EQ(site.records().all<Item>()[0]->id, "zg-1");
    EXPECT_EQ(inner.take(), std::vector{kFirst});
  }
  EXPECT_EQ(site.records().all<Item>()[1]->id, "zg-2");
  EXPECT_EQ(outer.take(), std::vector{kSecond});
}

}  // namespace
}  // namespace gongshi
