// What must hold between records: each finding at its exact place, with the nearest name as a hint.
#include "check/checks.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "unit/written_site.hpp"

namespace gongshi {
namespace {

using testing::Findings;
using testing::item_text;
using testing::unit_text;
using testing::WrittenSite;

std::string hint_of(const WrittenSite& written, void (*check)(const Site&, Diagnostics&)) {
  Diagnostics diagnostics;
  check(written.site(), diagnostics);
  return testing::words_of(diagnostics, Language::en);
}

WrittenSite whole_site() {
  WrittenSite site;
  site.add("units/a.yaml", unit_text(""));
  site.add("items/zg-1.yaml", item_text("explanation: 丁\nnext_step: {text: 戊}\n"));
  return site;
}

TEST(Checks, ASoundSiteHasNoFinding) {
  Diagnostics diagnostics;
  run_checks(whole_site().site(), diagnostics);
  EXPECT_TRUE(diagnostics.sorted().empty());
}

TEST(Checks, AreNamedOnce) {
  std::set<std::string_view> names;
  for (const Check& check : kChecks) EXPECT_TRUE(names.insert(check.name).second) << check.name;
}

TEST(CheckIds, Duplicates) {
  WrittenSite site = whole_site();
  site.add("units/a.md", "---\ntitle: 甲\ntype: office\nhead: x\n---\n").add("units/a.yaml", unit_text(""));
  EXPECT_EQ(site.checked(check_ids), (Findings{"units/a.md duplicate-id 1:1 (units/a.yaml 1:1)",
                                               "units/a.yaml duplicate-id 1:1 (units/a.yaml 1:1)"}));
}

TEST(CheckIds, OneFileOnSomeSystems) {
  WrittenSite site = whole_site();
  site.add("units/A.yaml", unit_text(""))
      .add("units/Straße.yaml", unit_text(""))
      .add("units/STRASSE.yaml", unit_text(""));
  const Findings findings = site.checked(check_ids);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0], "units/a.yaml id-collision 1:1 (units/A.yaml 1:1)");
  EXPECT_EQ(findings[1], "units/Straße.yaml id-collision 1:1 (units/STRASSE.yaml 1:1)");
}

TEST(CheckIds, KindsAreApart) {
  WrittenSite site = whole_site();
  site.add("items/a.yaml", item_text("")).add("pages/a.yaml", "title: 甲\n");
  EXPECT_EQ(site.checked(check_ids), Findings{});
}

TEST(CheckReferences, Dangling) {
  WrittenSite site = whole_site();
  site.add("units/dudaozu.yaml", unit_text("parent: tingdangzu\n"));
  site.add("items/zg-2.yaml",
           item_text("partners: [a, b]\nacceptance: {by: [dudaozu, dudaozo], date: 2026, result: "
                     "accepted}\ncontinues: zg-1\nrelated: [zg-9]\n"));
  EXPECT_EQ(
      site.checked(check_references),
      (Findings{"units/dudaozu.yaml dangling-reference 4:9", "items/zg-2.yaml dangling-reference 8:15",
                "items/zg-2.yaml dangling-reference 9:28", "items/zg-2.yaml dangling-reference 11:11"}));
}

TEST(CheckReferences, NearestHint) {
  WrittenSite site = whole_site();
  site.add("units/dudaozu.yaml", unit_text(""));
  site.add("items/zg-2.yaml", item_text("raised: {by: dudaozo}\n"));
  EXPECT_EQ(hint_of(site, check_references).substr(0, 72),
            "there is no unit with the id `dudaozo` | Did you mean `dudaozu`? Correct");
  // An item of that id is no unit.
  WrittenSite other = whole_site();
  other.add("items/zg-2.yaml", item_text("partners: [zg-1]\n"));
  EXPECT_EQ(hint_of(other, check_references).find("Did you mean"), std::string::npos);
  EXPECT_EQ(other.checked(check_references).size(), 1U);
}

TEST(CheckReferences, ARecordOfAnyKind) {
  const auto about = [](const std::string& name) {
    WrittenSite site = whole_site();
    site.add("pages/zg-1.yaml", "title: 甲\n");
    site.add("feedback/f.yaml",
             "title: 甲\nabout: " + name + "\nkind: objection\nreceived: 2026\nstatus: received\n");
    return site.checked(check_references);
  };
  EXPECT_EQ(about("items/zg-1"), Findings{});
  EXPECT_EQ(about("item/zg-1"), Findings{});
  EXPECT_EQ(about("整改事项/zg-1"), Findings{});
  EXPECT_EQ(about("a"), Findings{});
  EXPECT_EQ(about("zg-1"), (Findings{"feedback/f.yaml ambiguous-reference 2:8"}));
  for (const char* bad : {"zg-9", "units/zg-1", "things/zg-1", "items/", "/zg-1", "items/zg-1/x"}) {
    EXPECT_EQ(about(bad), (Findings{"feedback/f.yaml dangling-reference 2:8"})) << bad;
  }
}

TEST(CheckReferences, WordsNeedNoRecord) {
  WrittenSite site = whole_site();
  site.add("items/zg-2.yaml",
           item_text("participation: {finding: 座谈会, judging: s1}\nnotice: {from: 2026, recipient: "
                     "某局}\nsource: {document: 某文件}\n"));
  EXPECT_EQ(site.checked(check_references), Findings{});
}

TEST(CheckVocabulary, Scopes) {
  WrittenSite site = whole_site();
  site.add("units/b.yaml", unit_text("scope: public\n")).add("units/c.yaml", unit_text("公开范围: pubic\n"));
  EXPECT_EQ(site.checked(check_vocabulary), (Findings{"units/c.yaml unknown-scope 4:7"}));
  EXPECT_EQ(hint_of(site, check_vocabulary),
            "there is no audience `pubic` | Did you mean `public`? Write an audience that site.yaml lists. "
            "It can be: public, system, unit, internal.");
  site.config().audiences = {{"pubic", {}}, {"inside", {}}};
  EXPECT_EQ(site.checked(check_vocabulary), (Findings{"units/b.yaml unknown-scope 4:8"}));
}

TEST(CheckVocabulary, Categories) {
  WrittenSite site = whole_site();
  site.config().categories = {{"水利建设", {}}, {"依法治水", {}}};
  site.add("items/b.yaml", item_text("category: 依法治水\n"));
  site.add("items/c.yaml", item_text("category: 水利设施\n"));
  site.add("consultations/c1.yaml",
           "title: 甲\nby: a\nchannels: [{channel: x}]\ncategories:\n"
           "  - {category: 水利建设, count: 1}\n  - {类别: 其他, count: 2}\n");
  site.add("opinions/o.yaml", "title: 甲\nsummary: x\nunit: a\ndisposition: adopted\ncategory: 其他\n");
  EXPECT_EQ(site.checked(check_vocabulary),
            (Findings{"items/c.yaml unknown-category 8:11", "consultations/c1.yaml unknown-category 6:10",
                      "opinions/o.yaml unknown-category 5:11"}));
}

TEST(CheckAttachments, FilesThatAreNotThere) {
  WrittenSite site = whole_site();
  site.attach({"2026/a.pdf", "b.jpg"});
  site.add("items/b.yaml",
           item_text("progress:\n  - {date: 2026, text: x, evidence: [{title: x, file: b.jpg}, {title: "
                     "y, file: 2026/a.pdf}]}\n"));
  EXPECT_EQ(site.checked(check_attachments), Findings{});
  site.add(
      "items/c.yaml",
      item_text("progress: [{date: 2026, text: x, evidence: [{title: 照片, file: B.jpg}]}]\n"
                "acceptance: {by: a, date: 2026, result: accepted, evidence: [{title: x, file: c.jpg}]}\n"));
  EXPECT_EQ(site.checked(check_attachments),
            (Findings{"items/c.yaml file-missing 8:63", "items/c.yaml file-missing 9:79"}));
}

}  // namespace
}  // namespace gongshi
