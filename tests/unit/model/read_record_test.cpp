// A mapping becomes a record: keys by key or label, lists, nested mappings, and each mistake once.
#include "model/read_record.hpp"

#include <gtest/gtest.h>

#include <string>

#include "model/limits.hpp"
#include "unit/model/loaded.hpp"

namespace gongshi {
namespace {

using testing::Findings;
using testing::kItem;
using testing::Loaded;

const std::string kStepwiseItem = kItem + "class: stepwise\n";

TEST(ReadRecord, KeepsPlacesAndNames) {
  const Loaded<Unit> loaded("title: 甲\n类型: 机关\nhead: x\n", false, "jg");
  EXPECT_EQ(loaded.findings, Findings{});
  EXPECT_EQ(loaded.record.id, "jg");
  ASSERT_EQ(loaded.record.given.size(), 3U);
  EXPECT_FALSE(loaded.record.given[0].as_label);
  EXPECT_TRUE(loaded.record.given[1].as_label);
  const FieldTable& table = fields_of(&loaded.record);
  EXPECT_EQ(table.fields[loaded.record.given[1].field].key, "type");
  EXPECT_EQ(loaded.record.given[1].key, (Position{0, 11}));
  EXPECT_EQ(loaded.record.given[1].value, (Position{0, 19}));
}

TEST(ReadRecord, BodyOfAMarkdownFile) {
  const std::string text = "---\ntitle: 甲\n---\n\n正文 ---\n---\n";
  const Loaded<Page> loaded(text, true);
  EXPECT_EQ(loaded.findings, Findings{});
  EXPECT_EQ(loaded.record.body, "\n正文 ---\n---\n");
  EXPECT_EQ(text.substr(loaded.record.body_at.offset), loaded.record.body);
  EXPECT_EQ(Loaded<Page>("---\ntitel: 甲\n---\n", true).findings,
            (Findings{"missing-title 2:1", "unknown-key 2:1"}));
  EXPECT_EQ(Loaded<Page>("title: 甲\n", true).findings, (Findings{"front-matter-missing 1:1"}));
  EXPECT_FALSE(Loaded<Page>("title: 甲\n", true).read);
}

TEST(ReadRecord, UnknownKeys) {
  const Loaded<Item> mistyped(kStepwiseItem + "dedline: 2026\n");
  EXPECT_EQ(mistyped.findings, (Findings{"unknown-key 8:1"}));
  EXPECT_EQ(
      mistyped.words(),
      "`dedline` is no field of item | Did you mean `deadline`? `gongshi new item` explains every field.");
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "整改期: 2026\n").words(Language::zh).substr(0, 33),
            "“整改期”不是整改事项");
  EXPECT_NE(Loaded<Item>(kStepwiseItem + "整改期: 2026\n").words(Language::zh).find("是不是“整改期限”？"),
            std::string::npos);
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "zzzzzz: 1\n").words().find("Did you mean"), std::string::npos);
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "id: a\nbody: b\n").findings,
            (Findings{"unknown-key 8:1", "unknown-key 9:1"}));
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "target: {text: x, vale: 1}\n").findings,
            (Findings{"unknown-key 8:19"}));
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "Title: x\n").findings, (Findings{"unknown-key 8:1"}));
}

TEST(ReadRecord, DerivedKeysAreNeverTyped) {
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "status: closed\nflags: []\nsha256: x\n网址: y\n").findings,
            (Findings{"derived-key 8:1", "derived-key 9:1", "derived-key 10:1", "derived-key 11:1"}));
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "状态: 已销号\n").findings, (Findings{"derived-key 8:1"}));
  // No hint leads to a key that would be refused.
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "current_deadlin: 2026\n").words().find("current_deadline"),
            std::string::npos);
}

TEST(ReadRecord, KeyAndLabelAreOneKey) {
  EXPECT_EQ(Loaded<Page>("title: 甲\n标题: 乙\n").findings, (Findings{"yaml-duplicate-key 2:1 (1:1)"}));
  EXPECT_EQ(Loaded<Page>("title: 甲\n标题: 乙\n").record.title.text, "甲");
}

TEST(ReadRecord, OneOrAList) {
  const auto by = [](const std::string& written) {
    return Loaded<Consultation>("title: 甲\nchannels: [{channel: x}]\nby: " + written + "\n");
  };
  EXPECT_EQ(by("a").record.by.size(), 1U);
  EXPECT_EQ(by("[a]").record.by[0].id, "a");
  EXPECT_EQ(by("[a, b]").record.by[1].id, "b");
  EXPECT_EQ(by("[a, b]").record.by[1].at, (Position{0, 44}));
  EXPECT_EQ(by("{a: b}").findings, (Findings{"wrong-type 3:5"}));
  EXPECT_EQ(by("[a, [b]]").findings, (Findings{"wrong-type 3:9"}));
  EXPECT_EQ(by("[]").findings, (Findings{"empty-value 3:5"}));
  const Loaded<Item> rounds(kStepwiseItem + "claimed:\n  date: 2026-01\nclosed:\n  - {date: 2026, by: a}\n");
  EXPECT_EQ(rounds.findings, Findings{});
  EXPECT_EQ(rounds.record.claimed.at(0).date.text(), "2026-01");
  EXPECT_EQ(rounds.record.claimed.at(0).at,
            (Position{0, static_cast<std::uint32_t>(kStepwiseItem.size() + 11)}));
}

// A list of mappings needs its dashes, unless it holds rounds; a list of anything else does not.
TEST(ReadRecord, ListsAreLists) {
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "partners: a\n").record.partners.at(0).id, "a");
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "partners: {a: b}\n").findings, (Findings{"wrong-type 8:11"}));
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "partners: []\n").findings, Findings{});
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "partners: [a, ~]\n").findings, (Findings{"empty-value 8:15"}));
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "partners:\n  - a\n  -\n\neffect: x\n").findings,
            (Findings{"empty-value 10:3"}));
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "progress: {date: 2026, text: x}\n").findings,
            (Findings{"wrong-type 8:11"}));
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "progress: [x]\n").findings, (Findings{"wrong-type 8:12"}));
}

TEST(ReadRecord, NestedMappings) {
  const Loaded<Item> loaded(kStepwiseItem + "下一步: {内容: 再查, 期限: 2026-12}\n");
  EXPECT_EQ(loaded.findings, Findings{});
  EXPECT_EQ(loaded.record.next_step->text, "再查");
  EXPECT_EQ(loaded.record.next_step->due.text(), "2026-12");
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "next_step: x\n").findings, (Findings{"wrong-type 8:12"}));
  EXPECT_EQ(Loaded<Item>(kStepwiseItem + "next_step: [x]\n").findings, (Findings{"wrong-type 8:12"}));
}

TEST(ReadRecord, KeyedMappings) {
  const auto survey = [](const std::string& counts) {
    return Loaded<Survey>(
        "title: 甲\nconductor: d\nrelation: self\nmethod: vote\nperiod: {from: 2026}\n"
        "results: [{object: x, counts: " +
        counts + "}]\n");
  };
  const auto good = survey("{满意: 180, 基本满意: 44, no: 0}");
  EXPECT_EQ(good.findings, Findings{});
  const auto& counts = good.record.results[0].counts;
  ASSERT_EQ(counts.size(), 3U);
  EXPECT_EQ(counts[0].key.value, "满意");
  EXPECT_EQ(counts[0].value, 180);
  EXPECT_EQ(counts[2].key.value, "no");
  EXPECT_EQ(survey("{满意: x}").findings, (Findings{"bad-number 6:36"}));
  EXPECT_EQ(survey("{满意: }").findings.size(), 1U);
  EXPECT_EQ(survey("[180]").findings, (Findings{"wrong-type 6:31"}));
  EXPECT_EQ(survey("180").findings, (Findings{"wrong-type 6:31"}));
}

// A required list or mapping with nothing in it says nothing.
TEST(ReadRecord, HollowValues) {
  EXPECT_EQ(
      Loaded<Item>("title: 甲\nproblem: 乙\norigin: audit\nclass: stepwise\nunit: a\nlead: x\nmeasures: []\n")
          .findings,
      (Findings{"empty-value 7:11"}));
  EXPECT_EQ(Loaded<Survey>("title: 甲\nconductor: d\nrelation: self\nmethod: vote\nperiod: {}\n"
                           "results: [{object: x}]\n")
                .findings,
            (Findings{"empty-value 5:9"}));
}

TEST(ReadRecord, AllMistakesAtOnce) {
  EXPECT_EQ(Loaded<Item>("title:\nproblm: x\norigin: here\nunit: a b\nlead: [x]\nmeasures: [{txt: x}]\n"
                         "class: stepwise\ndeadline: soon\nstatus: closed\n")
                .findings,
            (Findings{"empty-value 1:1", "missing-problem 1:1", "unknown-key 2:1", "bad-choice 3:9",
                      "bad-reference 4:7", "wrong-type 5:7", "missing-text 6:12", "unknown-key 6:13",
                      "bad-date 8:11", "derived-key 9:1"}));
}

TEST(ReadSite, SiteConfig) {
  Diagnostics diagnostics;
  SiteConfig config;
  const std::string text =
      "标题: 公开\norganisation: 某局\nrules: {missing-lead: {level: warning, reason: x}}\n"
      "thresholds: {satisfaction: 90}\noutputs: [csv, 搜索]\naudiences: [public, internal]\n";
  EXPECT_TRUE(load_site_config(0, text, config, diagnostics));
  EXPECT_EQ(testing::listed(diagnostics, text), Findings{});
  EXPECT_EQ(config.rules.at(0).key.value, "missing-lead");
  EXPECT_TRUE(config.rules[0].value.level == RuleLevel::warning);
  EXPECT_TRUE(config.makes(OutputName::csv));
  EXPECT_TRUE(config.makes(OutputName::search));
  EXPECT_FALSE(config.makes(OutputName::xlsx));
  EXPECT_EQ(limits_of(config).satisfaction, 90);
  EXPECT_EQ(limits_of(config).notice_days, 5);
  EXPECT_EQ(audiences_of(config), (std::vector<std::string>{"public", "internal"}));
}

TEST(ReadSite, Defaults) {
  const SiteConfig config;
  EXPECT_TRUE(config.makes(OutputName::qr));
  EXPECT_EQ(audiences_of(config), (std::vector<std::string>{"public", "system", "unit", "internal"}));
  const Limits limits = limits_of(config);
  EXPECT_EQ(limits.satisfaction, 85);
  EXPECT_EQ(limits.small_cell, 5);
  EXPECT_EQ(limits.headline_base, 30);
  EXPECT_EQ(limits.stale_days, 60);
  EXPECT_EQ(limits.start_days, 15);
}

TEST(ReadSite, MissingAndWrong) {
  Diagnostics diagnostics;
  SiteConfig config;
  const std::string text = "theme: default\nlanguage: fr\noutputs: [pdf]\n";
  EXPECT_TRUE(load_site_config(0, text, config, diagnostics));
  EXPECT_EQ(testing::listed(diagnostics, text), (Findings{"missing-organisation 1:1", "missing-title 1:1",
                                                          "bad-choice 2:11", "bad-choice 3:11"}));
}

}  // namespace
}  // namespace gongshi
