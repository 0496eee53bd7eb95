// The rules where they could cry wolf: partial dates, what is not stated, earlier rounds, links from either
// side. What each rule finds is shown in tests/errors/<code>/.
#include <gtest/gtest.h>

#include "check/places.hpp"
#include "unit/model/loaded.hpp"
#include "unit/written_site.hpp"

namespace gongshi {
namespace {

using testing::Findings;
using testing::item_text;
using testing::unit_text;
using testing::WrittenSite;

constexpr const char* kDone =
    "progress: [{date: 2026-05-01, text: x, evidence: [{title: x, url: https://example.org/}]}]\n"
    "claimed: {date: 2026-06-01}\nacceptance: {by: d, date: 2026-06-05, result: accepted}\n"
    "notice: {from: 2026-06-08, to: 2026-06-12}\nclosed: {date: 2026-06-15}\neffect: x\n";

std::string item_with(const std::string& added) {
  std::string text = item_text("explanation: x\nnext_step: {text: x}\n" + added);
  const std::string measure = "{text: 丙}";
  return text.replace(text.find(measure), measure.size(), "{text: 丙, done: 2026-05-02}");
}

Findings all_of(WrittenSite& site) {
  site.add("units/a.yaml", unit_text("parent: d\n")).add("units/d.yaml", unit_text(""));
  Diagnostics diagnostics;
  run_checks(site.site(), diagnostics);
  return site.listed_by_file(diagnostics);
}

Findings of_item(const std::string& text) {
  WrittenSite site;
  site.add("items/i.yaml", text);
  return all_of(site);
}

TEST(Rules, ASoundClosing) { EXPECT_EQ(of_item(item_with(kDone)), Findings{}); }

TEST(Rules, ClosedTwiceWithEveryVerdictKept) {
  EXPECT_EQ(of_item(item_with(
                "progress: [{date: 2026-01-01, text: x, evidence: [{title: x, url: https://example.org/}]}]\n"
                "claimed: [{date: 2026-01-05}, {date: 2026-01-20}, {date: 2026-05-20}]\n"
                "acceptance: [{by: d, date: 2026-01-10, result: returned}, {by: d, date: 2026-02-01, result: "
                "accepted}, {by: d, date: 2026-06-01, result: accepted}]\n"
                "notice: [{from: 2026-02-02, to: 2026-02-13}, {from: 2026-06-02, to: 2026-06-12}]\n"
                "closed: [{date: 2026-02-16}, {date: 2026-06-15}]\n"
                "reopened: [{date: 2026-03-01, reason: x}]\neffect: x\n")),
            Findings{});
}

TEST(Rules, AfterAReopeningMeasuresAndEffectMayBeOpenAgain) {
  std::string text = item_with(std::string(kDone) + "reopened: [{date: 2026-06-18, reason: x}]\n");
  text.replace(text.find(", done: 2026-05-02"), 18, "");
  text.replace(text.find("effect: x\n"), 10, "");
  EXPECT_EQ(of_item(text), Findings{});
}

TEST(Rules, MonthsFitWhereSomeDayWould) {
  EXPECT_EQ(of_item(item_with(
                "raised: {date: 2025}\nstarted: 2026-05\n"
                "progress: [{date: 2026-05, text: x, evidence: [{title: x, url: https://example.org/}]}]\n"
                "claimed: {date: 2026-05}\nacceptance: {by: d, date: 2026-05, result: accepted}\n"
                "notice: {from: 2026-05, to: 2026-05}\nclosed: {date: 2026-05}\neffect: x\n")),
            Findings{});
}

TEST(Rules, AMonthThatHasBegunIsNotTheFuture) {
  EXPECT_EQ(of_item(item_with("started: 2026-06\n")), Findings{});
  EXPECT_EQ(of_item(item_with("started: 2026\n")), Findings{});
  EXPECT_EQ(of_item(item_with("started: 2026-07\n")), (Findings{"items/i.yaml event-in-future 10:10"}));
  EXPECT_EQ(of_item(item_with("deadline: 2027\n")), Findings{});
}

TEST(Rules, WhatCannotBeReadIsNotCalledMissing) {
  // A closing whose date is no date has been reported; what it rests on is not asked.
  testing::Loaded<Item> loaded(item_with("closed: {date: soon}\n"));
  EXPECT_EQ(loaded.findings.size(), 1U);
  EXPECT_TRUE(is_misread(fields_of(&loaded.record), &loaded.record));
  testing::Loaded<Item> hollow(item_with("partners: []\nno_institution: \"\"\n"));
  EXPECT_FALSE(is_misread(fields_of(&hollow.record), &hollow.record));
}

TEST(Rules, ANoticeThatWasPostedAnewMayHaveBeenTooShort) {
  EXPECT_EQ(
      of_item(item_with("claimed: {date: 2026-05-01}\nacceptance: {by: d, date: 2026-05-02, result: "
                        "accepted}\nnotice: [{from: 2026-05-04, to: 2026-05-05}, {from: 2026-06-01, to: "
                        "2026-06-12}]\n")),
      Findings{});
}

TEST(Rules, WhereEvidenceCanBeSeenCountsOnSiteOnly) {
  const auto with = [](const std::string& method) {
    std::string text = item_with(kDone);
    text.replace(text.find("url: https://example.org/"), 25, "where: 一楼");
    text.replace(text.find("result: accepted"), 16, "result: accepted, method: " + method);
    return of_item(text);
  };
  EXPECT_EQ(with("on-site"), Findings{});
  EXPECT_EQ(with("call-back"), (Findings{"items/i.yaml closed-without-evidence 14:9"}));
}

TEST(Rules, ALinkFromEitherSideAnswers) {
  WrittenSite site;
  site.add("items/i.yaml", item_with("recurrent: true\ncause: incomplete\n"));
  site.add("institutions/z.yaml", "title: 甲\nstage: made\naction: revised\nitems: [i]\n");
  EXPECT_EQ(all_of(site), Findings{});
  WrittenSite silent;
  silent.add("items/i.yaml",
             item_with("recurrent: true\nnot_stated: [cause, institutions]\nsource: {document: x}\n"));
  EXPECT_EQ(all_of(silent), Findings{});
  EXPECT_EQ(of_item(item_with("recurrent: false\n")), Findings{});
}

TEST(Rules, AnObjectionBeforeTheNoticeOrWithdrawnHoldsNothingUp) {
  WrittenSite site;
  site.add("items/i.yaml", item_with(kDone));
  site.add("feedback/f.yaml",
           "title: 甲\nabout: items/i\nkind: objection\nreceived: 2026-06-07\nstatus: received\n");
  site.add("feedback/g.yaml",
           "title: 甲\nabout: i\nkind: objection\nreceived: 2026-06-09\nstatus: received\n"
           "withdrawn: {date: 2026-06-10, kind: error, reason: x}\n");
  site.add("feedback/h.yaml",
           "title: 甲\nabout: i\nkind: question\nreceived: 2026-06-09\nstatus: received\n");
  EXPECT_EQ(all_of(site), Findings{});
  site.add("feedback/k.yaml", "title: 甲\nabout: i\nkind: objection\nreceived: 2026-06\nstatus: received\n");
  Diagnostics diagnostics;
  run_checks(site.site(), diagnostics);
  EXPECT_EQ(site.listed_by_file(diagnostics),
            (Findings{"items/i.yaml objection-unanswered 14:9 (feedback/k.yaml 4:11)"}));
}

TEST(Rules, WithdrawnRecordsAreNotJudged) {
  EXPECT_EQ(of_item(item_text("withdrawn: {date: 2026-05-20, kind: error, reason: x}\n")), Findings{});
}

TEST(Waivers, LiftTheFindingsOfTheirCodeAndField) {
  const auto with = [](const std::string& waiver) {
    return of_item(item_text("next_step: {text: x}\nstarted: 2026-07-01\nwaivers: [" + waiver + "]\n"));
  };
  const Findings both = {"items/i.yaml explanation-missing 4:8", "items/i.yaml event-in-future 9:10"};
  EXPECT_EQ(with("{code: notice-too-short, reason: x}"), both);
  EXPECT_EQ(with("{code: event-in-future, reason: x}"), Findings{both[0]});
  EXPECT_EQ(with("{code: event-in-future, field: started, reason: x}"), Findings{both[0]});
  EXPECT_EQ(with("{code: event-in-future, field: 开始, reason: x}"), Findings{both[0]});
  EXPECT_EQ(with("{code: event-in-future, field: lead, reason: x}"), both);
  EXPECT_EQ(with("{code: explanation-missing, field: class, reason: x}, {code: event-in-future, reason: x}"),
            Findings{});
}

TEST(RuleChoices, GiveFindingsAnotherLevel) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text(""));
  site.add("items/i.yaml", item_text("explanation: x\n"));
  Keyed<RuleChoice>& rule = site.config().rules.emplace_back();
  rule.key.value = "next-step-missing";
  rule.value.level = RuleLevel::warning;
  Diagnostics diagnostics;
  run_checks(site.site(), diagnostics);
  EXPECT_EQ(diagnostics.sorted().size(), 1U);
  EXPECT_EQ(diagnostics.count(Severity::error), 0U);
  EXPECT_EQ(diagnostics.count(Severity::warning), 1U);
}

}  // namespace
}  // namespace gongshi
