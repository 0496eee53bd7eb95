// What is missing, in the words of whoever wrote the record, and what may be listed as not stated.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "unit/model/loaded.hpp"

namespace gongshi {
namespace {

using testing::Findings;
using testing::kItem;
using testing::Loaded;

const std::string kStepwise = kItem + "class: stepwise\n";

template <class R>
std::string missing() {
  std::string keys;
  for (const std::string& finding : Loaded<R>("internal_note: x\n").findings) {
    EXPECT_TRUE(finding.starts_with("missing-") && finding.ends_with(" 1:1")) << finding;
    keys += (keys.empty() ? "" : " ") + finding.substr(8, finding.size() - 12);
  }
  return keys;
}

// The one list of required keys that the design gives.
TEST(Required, OfEachKind) {
  EXPECT_EQ(missing<Phase>(), "title");
  EXPECT_EQ(missing<Objective>(), "title");
  EXPECT_EQ(missing<Unit>(), "head title type");
  EXPECT_EQ(missing<Consultation>(), "by channels title");
  EXPECT_EQ(missing<Opinion>(), "disposition summary title unit");
  EXPECT_EQ(missing<Plan>(), "title unit");
  EXPECT_EQ(missing<Item>(), "class lead measures origin problem title unit");
  EXPECT_EQ(missing<Survey>(), "conductor method period relation results title");
  EXPECT_EQ(missing<Lookback>(), "reasons survey title unit");
  EXPECT_EQ(missing<Institution>(), "stage title");
  EXPECT_EQ(missing<Duty>(), "title to what");
  EXPECT_EQ(missing<Bulletin>(), "date kind title");
  EXPECT_EQ(missing<Feedback>(), "about kind received status title");
  EXPECT_EQ(missing<Page>(), "title");
  EXPECT_EQ(missing<Holiday>(), "title");
}

TEST(Required, AnEmptyFileLacksThemAll) {
  EXPECT_EQ(Loaded<Unit>("").findings,
            (Findings{"missing-head 1:1", "missing-title 1:1", "missing-type 1:1"}));
}

TEST(Required, ProblemOfAPlanIsNot) {
  EXPECT_EQ(
      Loaded<Item>("title: 甲\norigin: plan\nclass: stepwise\nunit: a\nlead: x\nmeasures: [{text: x}]\n")
          .findings,
      Findings{});
  EXPECT_EQ(
      Loaded<Item>("title: 甲\norigin: audit\nclass: stepwise\nunit: a\nlead: x\nmeasures: [{text: x}]\n")
          .findings,
      (Findings{"missing-problem 1:1"}));
  EXPECT_EQ(
      Loaded<Item>("title: 甲\n问题来源: 方案\nclass: stepwise\nunit: a\nlead: x\nmeasures: [{text: x}]\n")
          .findings,
      Findings{});
}

TEST(Required, InsideListsAndMappings) {
  EXPECT_EQ(Loaded<Item>(kStepwise + "progress:\n  - {text: x}\n  - {date: 2026}\n").findings,
            (Findings{"missing-date 9:5", "missing-text 10:5"}));
  EXPECT_EQ(Loaded<Item>(kStepwise + "acceptance: {note: x}\n").findings,
            (Findings{"missing-by 8:13", "missing-date 8:13", "missing-result 8:13"}));
  EXPECT_EQ(
      Loaded<Item>(kStepwise + "progress: [{date: 2026, text: x, evidence: [{url: https://a}]}]\n").findings,
      (Findings{"missing-title 8:45"}));
  EXPECT_EQ(Loaded<Item>(kStepwise + "extensions: [{to: 2026}]\n").findings,
            (Findings{"missing-by 8:14", "missing-date 8:14", "missing-reason 8:14"}));
}

// A key that is there but wrong has its one finding.
TEST(Required, UnreadableIsNotMissing) {
  EXPECT_EQ(Loaded<Unit>("title: 甲\ntype: nothing\nhead: x\n").findings, (Findings{"bad-choice 2:7"}));
  EXPECT_EQ(Loaded<Unit>("title: 甲\ntype: office\nhead:\n").findings, (Findings{"empty-value 3:1"}));
}

TEST(Required, NamedAsTheAuthorWritesKeys) {
  EXPECT_EQ(Loaded<Unit>("标题: 甲\n类型: 机关\n").words(Language::zh).substr(0, 36),
            "单位缺少必填的“负责人”");
  EXPECT_EQ(Loaded<Unit>("title: 甲\ntype: 机关\n").words(Language::zh).substr(0, 31),
            "单位缺少必填的“head”");
  EXPECT_EQ(Loaded<Unit>("title: 甲\ntype: office\n").words(),
            "this unit lacks the required `head` | Add `head: some words`; if the source does not say, list "
            "`not_stated: [head]`.");
  // A nested mapping follows its own keys; an empty one those of the record.
  EXPECT_NE(Loaded<Item>(kStepwise + "下一步: {期限: 2026}\n").words().find("required `内容`"),
            std::string::npos);
  EXPECT_NE(Loaded<Item>(kStepwise + "下一步: {due: 2026}\n").words().find("required `text`"),
            std::string::npos);
  EXPECT_NE(Loaded<Item>(kStepwise + "next_step: {}\n").words().find("required `text`"), std::string::npos);
}

TEST(NotStated, SatisfiesARequiredKey) {
  EXPECT_EQ(Loaded<Unit>("title: 甲\ntype: office\nnot_stated: [head]\n").findings, Findings{});
  EXPECT_EQ(Loaded<Unit>("title: 甲\ntype: office\nnot_stated: [负责人]\n").findings, Findings{});
  EXPECT_EQ(Loaded<Unit>("标题: 甲\n类型: 机关\n文件未载明: [head]\n").findings, Findings{});
  EXPECT_EQ(Loaded<Unit>("title: 甲\nnot_stated: [head]\n").findings, (Findings{"missing-type 1:1"}));
}

TEST(NotStated, NestedKeysAreDotted) {
  const std::string progress = kStepwise + "progress: [{text: x}]\n";
  EXPECT_EQ(Loaded<Item>(progress).findings, (Findings{"missing-date 8:12"}));
  EXPECT_EQ(Loaded<Item>(progress + "not_stated: [progress.date]\n").findings, Findings{});
  EXPECT_EQ(Loaded<Item>(progress + "not_stated: [进展.日期]\n").findings, Findings{});
  EXPECT_EQ(Loaded<Item>(progress + "not_stated: [progress.日期]\n").findings, Findings{});
  EXPECT_EQ(Loaded<Item>(progress + "not_stated: [progress]\n").findings,
            (Findings{"missing-date 8:12", "not-stated-given 9:14 (8:1)"}));
  EXPECT_EQ(Loaded<Item>(progress + "not_stated: [measures.due]\n").findings,
            (Findings{"missing-date 8:12"}));
  EXPECT_EQ(Loaded<Item>(kStepwise + "acceptance: {result: returned}\n"
                                     "not_stated: [acceptance.by, acceptance.date]\n")
                .findings,
            Findings{});
}

TEST(NotStated, UnknownPaths) {
  const Loaded<Unit> loaded(
      "title: 甲\ntype: office\nhead: x\nnot_stated: [hed, head.x, '', a.b, head., .head]\n");
  EXPECT_EQ(loaded.findings.size(), 6U);  // one of them for the empty name
  EXPECT_EQ(loaded.findings[0], "not-stated-unknown 4:14");
  EXPECT_EQ(loaded.findings[1], "not-stated-unknown 4:19");
  EXPECT_EQ(loaded.words(),
            "`hed` is no field of unit | Did you mean `head`? A field within a list is written like "
            "measures.due.");
  EXPECT_EQ(Loaded<Unit>("title: 甲\ntype: office\nhead: x\nby_editor: [hed, 负责人]\n").findings,
            (Findings{"not-stated-unknown 4:13"}));
}

TEST(NotStated, NotWithAValue) {
  EXPECT_EQ(Loaded<Unit>("title: 甲\ntype: office\nhead: x\nnot_stated: [head]\n").findings,
            (Findings{"not-stated-given 4:14 (3:1)"}));
  EXPECT_EQ(Loaded<Unit>("title: 甲\ntype: office\n负责人: x\nnot_stated: [head]\n").findings,
            (Findings{"not-stated-given 4:14 (3:1)"}));
  EXPECT_EQ(Loaded<Unit>("title: 甲\ntype: office\nhead: x\nby_editor: [head]\n").findings, Findings{});
}

// What a claim of closing rests on, at any depth.
TEST(NotStated, NeverWhatClosingRestsOn) {
  for (const char* path :
       {"acceptance", "验收", "notice", "公示", "closed", "销号", "progress.evidence",
        "progress.evidence.title", "acceptance.evidence", "acceptance.result", "extensions.reason",
        "closed.date", "closed.by", "notice.from", "notice.channels", "延期.理由"}) {
    EXPECT_EQ(Loaded<Item>(kStepwise + "not_stated: [" + path + "]\n").findings,
              (Findings{"not-stated-forbidden 8:14"}))
        << path;
  }
  for (const char* path : {"deadline", "effect", "claimed.date", "acceptance.by", "acceptance.date",
                           "extensions.by", "path.policy", "raised.date", "measures.due"}) {
    EXPECT_EQ(Loaded<Item>(kStepwise + "not_stated: [" + path + "]\n").findings, Findings{}) << path;
  }
}

}  // namespace
}  // namespace gongshi
