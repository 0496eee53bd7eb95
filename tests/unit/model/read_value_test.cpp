// Each shape a value can have: what is read, what is refused, where, and in which words.
#include <gtest/gtest.h>

#include <string>

#include "unit/model/loaded.hpp"

namespace gongshi {
namespace {

using testing::Findings;
using testing::Loaded;

const std::string kPage = "title: 甲\n";
const std::string kUnit = "title: 甲\ntype: office\nhead: x\n";
const std::string kSurvey =
    "title: 甲\nconductor: d\nrelation: self\nmethod: vote\nperiod: {from: 2026}\nresults: [{object: x}]\n";

template <class R>
Findings findings(const std::string& text) {
  return Loaded<R>(text).findings;
}

TEST(ReadValue, Text) {
  EXPECT_EQ(Loaded<Item>(testing::kItem + "class: stepwise\nanalysis: |\n  一\n  二\n").record.analysis,
            "一\n二\n");
  for (const char* written : {"no", "010", "1.10", "2026-2-30", "true", "~x", "9007199254740993"}) {
    EXPECT_EQ(Loaded<Unit>(kUnit + "phone: " + written + "\n").record.phone, written);
  }
  EXPECT_EQ(findings<Unit>(kUnit + "phone: [1]\n"), (Findings{"wrong-type 4:8"}));
  EXPECT_EQ(findings<Unit>(kUnit + "phone: {a: 1}\n"), (Findings{"wrong-type 4:8"}));
}

TEST(ReadValue, NothingIsNoValue) {
  for (const char* empty : {"", " ~", " ''", " \"\"", " null", " '  '", " \"\\n\"", " '　'", " |\n\n"}) {
    const Findings found = findings<Unit>(kUnit + "电话:" + empty + "\n");
    ASSERT_EQ(found.size(), 1U) << empty;
    EXPECT_TRUE(found[0].starts_with("empty-value 4:")) << found[0];
  }
  EXPECT_EQ(Loaded<Unit>(kUnit + "电话:\n").words(Language::zh).substr(0, 30), "“电话”后面没有内容");
}

TEST(ReadValue, Line) {
  EXPECT_EQ(Loaded<Page>("title: 一行\n").record.title.text, "一行");
  EXPECT_EQ(findings<Page>("title: |\n  一\n  二\n"), (Findings{"line-break 1:8"}));
  EXPECT_EQ(findings<Page>("title: \"一\\n二\"\n"), (Findings{"line-break 1:8"}));
  EXPECT_EQ(findings<Page>("title: |-\n  一\n"), Findings{});
}

TEST(ReadValue, Dates) {
  const auto from = [](const std::string& written) {
    return Loaded<Phase>(kPage + "from: " + written + "\n");
  };
  EXPECT_EQ(from("2026-06-30").record.from.text(), "2026-06-30");
  EXPECT_EQ(from("'2026-06'").record.from.text(), "2026-06");
  EXPECT_EQ(from("2026").record.from.text(), "2026");
  for (const char* bad :
       {"2024-2-30", "2024-02-30", "2026-13", "六月", "2026.06.30", "2026/6/30", "26", "2026年6月"}) {
    const auto loaded = from(bad);
    EXPECT_EQ(loaded.findings, (Findings{"bad-date 2:7"})) << bad;
    EXPECT_FALSE(loaded.record.from.known());
  }
  EXPECT_NE(from("2026-02-30").words().find("the calendar has no such day"), std::string::npos);
  EXPECT_NE(from("2026-2-30").words().find("it is not written year-month-day"), std::string::npos);
  EXPECT_EQ(from("[2026]").findings, (Findings{"wrong-type 2:7"}));
}

TEST(ReadValue, Counts) {
  const auto order = [](const std::string& written) {
    return Loaded<Page>(kPage + "order: " + written + "\n");
  };
  EXPECT_EQ(order("0").record.order, 0);
  EXPECT_EQ(order("9007199254740993").record.order, 9007199254740993);
  EXPECT_EQ(order("9223372036854775807").record.order, 9223372036854775807);
  EXPECT_EQ(order("'12'").record.order, 12);
  for (const char* bad : {"010", "-1", "+1", "1.0", "1,000", "1_000", "0x1F", "１２", "十", "12人", "1e3",
                          "9223372036854775808"}) {
    const auto loaded = order(bad);
    EXPECT_EQ(loaded.findings, (Findings{"bad-number 2:8"})) << bad;
    EXPECT_FALSE(loaded.record.order);
  }
}

TEST(ReadValue, DecimalsStayAsWritten) {
  const auto rate = [](const std::string& written) {
    return Loaded<Survey>(kSurvey + "design_effect: " + written + "\n");
  };
  for (const char* good : {"97", "97.0", "96.97", "0.10", "-0.5", "0", "123456789012345.123456789012345"}) {
    EXPECT_EQ(rate(good).findings, Findings{});
    EXPECT_EQ(rate(good).record.design_effect.text, good);
  }
  for (const char* bad : {".5", "5.", "1e3", "+1", "01.5", "1,5", "97%", "--1", "'-'", "1.2.3", "NaN", ".inf",
                          "９７", "1234567890123456", "0.1234567890123456"}) {
    const auto loaded = rate(bad);
    EXPECT_EQ(loaded.findings, (Findings{"bad-number 7:16"})) << bad;
    EXPECT_EQ(loaded.record.design_effect.text, "");
  }
}

// YAML's other truth values are text: only four words say yes or no.
TEST(ReadValue, Flags) {
  const auto sorted = [](const std::string& written) {
    return Loaded<Survey>(
        "title: 甲\nconductor: d\nrelation: self\nmethod: vote\nperiod: {from: 2026}\n"
        "results: [{object: x, rest_not_published: " +
        written + "}]\n");
  };
  EXPECT_EQ(sorted("true").record.results[0].rest_not_published, true);
  EXPECT_EQ(sorted("是").record.results[0].rest_not_published, true);
  EXPECT_EQ(sorted("false").record.results[0].rest_not_published, false);
  EXPECT_EQ(sorted("否").record.results[0].rest_not_published, false);
  for (const char* bad : {"yes", "no", "on", "off", "y", "n", "True", "TRUE", "1", "0", "真"}) {
    EXPECT_EQ(sorted(bad).findings, (Findings{"wrong-type 6:43"})) << bad;
    EXPECT_FALSE(sorted(bad).record.results[0].rest_not_published);
  }
}

TEST(ReadValue, ChoicesByKeyOrLabel) {
  const auto type = [](const std::string& written) {
    return Loaded<Unit>("title: 甲\nhead: x\ntype: " + written + "\n");
  };
  for (const ChoiceWord& word : choices(UnitType{})) {
    EXPECT_EQ(type(std::string(word.key)).record.type.index,
              type(std::string(word.label.zh)).record.type.index);
    EXPECT_EQ(type(std::string(word.key)).findings, Findings{});
    EXPECT_EQ(type(std::string(word.label.zh)).findings, Findings{});
  }
  const auto mistyped = type("offce");
  EXPECT_EQ(mistyped.findings, (Findings{"bad-choice 3:7"}));
  EXPECT_FALSE(mistyped.record.type.given());
  EXPECT_NE(mistyped.words().find("Did you mean `office`? It can be: party-group (党组), "),
            std::string::npos);
  EXPECT_NE(type("督导组员").words(Language::zh).find("是不是“督导组”？"), std::string::npos);
  EXPECT_EQ(type("Office").findings, (Findings{"bad-choice 3:7"}));
  EXPECT_EQ(type("[office]").findings, (Findings{"wrong-type 3:7"}));
}

TEST(ReadValue, References) {
  const auto parent = [](const std::string& written) {
    return Loaded<Unit>(kUnit + "parent: " + written + "\n");
  };
  EXPECT_EQ(parent("厅党组").record.parent.id, "厅党组");
  EXPECT_EQ(parent("010").record.parent.id, "010");
  EXPECT_EQ(parent("a").record.parent.at.offset, kUnit.size() + 8);
  for (const char* bad : {"a b", "a.b", "../a", "units/a", "-a", "a、b", "CON", "'%2e'"}) {
    EXPECT_EQ(parent(bad).findings, (Findings{"bad-reference 4:9"})) << bad;
    EXPECT_FALSE(parent(bad).record.parent.given());
  }
}

TEST(ReadValue, WordsOrAReference) {
  const Loaded<Bulletin> loaded("title: 甲\nkind: brief\ndate: 2026\npublished_by: 某局 办公室\n");
  EXPECT_EQ(loaded.findings, Findings{});
  EXPECT_EQ(loaded.record.published_by.id, "某局 办公室");
  const Loaded<Feedback> any(
      "title: 甲\nabout: items/zg-1\nkind: objection\nreceived: 2026\nstatus: received\n");
  EXPECT_EQ(any.findings, Findings{});
  EXPECT_EQ(any.record.about.id, "items/zg-1");
}

Findings evidence(const std::string& written) {
  return findings<Item>(testing::kItem +
                        "class: stepwise\nprogress: [{date: 2026, text: x, evidence: [{title: t, " + written +
                        "}]}]\n");
}

TEST(ReadValue, Addresses) {
  for (const char* good : {"https://example.org", "'http://a/b?c=d#e'", "'https://例子.中国/甲'"}) {
    EXPECT_EQ(evidence("url: " + std::string(good)), Findings{}) << good;
  }
  for (const char* bad : {"example.org", "ftp://a", "javascript:alert(1)", "https://", "https:///a", "//a/b",
                          "HTTPS://a", "'https://a b'", "'https://a\"b'", "'https://a<b'",
                          "\"https://a\\nb\"", "data:text/html", "'https://a`b'"}) {
    const Findings found = evidence("url: " + std::string(bad));
    ASSERT_EQ(found.size(), 1U) << bad;
    EXPECT_TRUE(found[0].starts_with("bad-address 8:")) << found[0];
  }
}

TEST(ReadValue, FileNames) {
  for (const char* good : {"a.jpg", "2026/五月/甲.pdf", "'a b.jpg'"}) {
    EXPECT_EQ(evidence("file: " + std::string(good)), Findings{}) << good;
  }
  for (const char* bad : {"/etc/passwd", "../a", "a/../../b", "a/./b", ".hidden", "a//b", "a/", "'a\\b'", ".",
                          "..", "a/.git/config"}) {
    const Findings found = evidence("file: " + std::string(bad));
    ASSERT_EQ(found.size(), 1U) << bad;
    EXPECT_TRUE(found[0].starts_with("wrong-type 8:")) << found[0];
  }
}

TEST(FaultOfId, WhatCanBeAnId) {
  for (const char* good : {"a", "zg-001", "整改_1", "2026-05", "é", "一"})
    EXPECT_EQ(fault_of_id(good), Term{}) << good;
  EXPECT_EQ(fault_of_id(std::string(80, 'a')), Term{});
  const std::string long_chinese = [] {
    std::string id;
    for (int i = 0; i < 86; ++i) id += "整";
    return id;
  }();
  for (const std::string& bad :
       {std::string(),       std::string(81, 'a'),  long_chinese,         std::string("../x"),
        std::string("/abs"), std::string("%2e%2e"), std::string("CON"),   std::string("nul"),
        std::string("Com1"), std::string("lpt9"),   std::string("-a"),    std::string("_a"),
        std::string("a.b"),  std::string("a b"),    std::string("a，b"),  std::string("e\u0301"),
        std::string("🈺"),   std::string("\xE4"),   std::string("a\xFF"), std::string("\xE4\xB8")}) {
    EXPECT_NE(fault_of_id(bad), Term{}) << bad;
  }
  EXPECT_EQ(fault_of_id("com0"), Term{});
  EXPECT_EQ(fault_of_id("-a").en, "it begins with `-`");
  EXPECT_EQ(fault_of_id("a，b").en, "it holds `，`");
}

}  // namespace
}  // namespace gongshi
