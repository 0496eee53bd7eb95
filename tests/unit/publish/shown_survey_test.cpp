// What a survey loses where groups are small: nothing that would give a withheld figure back stays in the
// record, its claims and its look-backs, whoever the audience is.
#include "publish/shown_survey.hpp"

#include <gtest/gtest.h>

#include "publish/canonical_json.hpp"
#include "publish/published.hpp"
#include "unit/publish/published_site.hpp"

namespace gongshi {
namespace {

using testing::published;
using testing::unit_text;
using testing::WrittenSite;

const std::string kHead =
    "title: 测评\nscope: public\nconductor: d\nrelation: within\nmethod: census\nperiod: {from: 2026-05-01}\n"
    "options: [满意, 不满意]\npositive: [满意]\n";

std::string result(const std::string& unit, int satisfied, int others) {
  const std::string valid = std::to_string(satisfied + others);
  return "  - {unit: " + unit + ", invited: 300, issued: 299, returned: 298, void: 1, valid: " + valid +
         ", counts: {满意: " + std::to_string(satisfied) + ", 不满意: " + std::to_string(others) + "}}\n";
}

WrittenSite site_of(const std::string& survey) {
  WrittenSite site;
  site.add("units/d.yaml", unit_text("scope: public\n"));
  for (const char* unit : {"a", "b", "c"})
    site.add(std::string("units/") + unit + ".yaml", unit_text("scope: public\nparent: d\n"));
  site.add("units/hidden.yaml", unit_text("scope: system\nparent: d\n"));
  site.add("surveys/s.yaml", kHead + survey);
  return site;
}

std::string results_json(const PublishedSite& site) {
  const PublishedRecord record = site.record({Kind::survey, 0});
  const std::string json = canonical_json(record.table(), record.fields(), record.common());
  const std::size_t from = json.find("\"results\":");
  return json.substr(from, json.find(",\"scope\"") - from);
}

std::string lookback(const std::string& unit) {
  return "title: 回头看\nscope: public\nunit: " + unit + "\nsurvey: s\nreasons: [x]\n";
}

TEST(ShownSurvey, ASmallGroupKeepsItsNameAlone) {
  const PublishedSite site = published(site_of("results:\n" + result("a", 2, 1) + result("b", 90, 3)));
  EXPECT_EQ(results_json(site),
            "\"results\":[{\"unit\":\"a\"},{\"counts\":{\"不满意\":3,\"满意\":90},\"invited\":300,"
            "\"issued\":299,\"returned\":298,\"unit\":\"b\",\"valid\":93,\"void\":1}]");
  EXPECT_EQ(site.poll(0).rows[0].marker, PollMarker::withheld);
  EXPECT_EQ(site.poll(0).rows[1].positive, 90);
  EXPECT_EQ(site.withheld().fields.at(Kind::survey), 6U);
}

TEST(ShownSurvey, ByCellsHowManyAnsweredStays) {
  const PublishedSite site = published(site_of("small_cell: {mode: cells}\nresults:\n" + result("a", 90, 3)));
  EXPECT_EQ(results_json(site),
            "\"results\":[{\"invited\":300,\"issued\":299,\"returned\":298,\"unit\":\"a\",\"valid\":93,"
            "\"void\":1}]");
}

TEST(ShownSurvey, ReportedFiguresAndScores) {
  const PublishedSite site = published(
      site_of("small_cell: {mode: cells}\nresults:\n"
              "  - {unit: a, participants: 128, reported_rate: 99, bound: exact, score: {value: 9, of: 10}}\n"
              "  - {unit: b, participants: 4, reported: {满意: 50.0, 不满意: 50.0}}\n"));
  EXPECT_EQ(results_json(site), "\"results\":[{\"participants\":128,\"unit\":\"a\"},{\"unit\":\"b\"}]");
}

TEST(ShownSurvey, ClaimsGoWithTheirResult) {
  const std::string claims =
      "claims:\n  - {unit: a, rate: 67}\n  - {unit: b, rate: 97}\n  - {rate: 96, text: x}\n";
  const auto rates = [](const PublishedSite& site) {
    std::string all;
    for (const Claim& claim : site.records().all<Survey>()[0]->claims) all += claim.rate.text + " ";
    return all;
  };
  EXPECT_EQ(rates(published(site_of("results:\n" + result("a", 2, 1) + result("b", 90, 3) + claims))), "97 ");
  EXPECT_EQ(rates(published(site_of("results:\n" + result("a", 20, 1) + result("b", 90, 3) + claims))),
            "67 97 96 ");
}

TEST(ShownSurvey, AspectsLoseTheSame) {
  const PublishedSite site =
      published(site_of("results:\n" + result("a", 2, 1) +
                        "aspects:\n  - title: 甲\n    results:\n      - {unit: a, valid: 6, counts: {满意: "
                        "6, 不满意: 0}}\n"));
  const Aspect& aspect = site.records().all<Survey>()[0]->aspects[0];
  EXPECT_EQ(aspect.results[0].valid, std::nullopt);
  EXPECT_TRUE(aspect.results[0].counts.empty());
  EXPECT_EQ(site.poll(0, 0).rows[0].level, 0);
}

TEST(ShownSurvey, ALookbackThatTellsTheVerdictIsNotThere) {
  WrittenSite small = site_of("results:\n" + result("a", 2, 2) + result("b", 60, 40));
  small.add("lookbacks/a.yaml", lookback("a")).add("lookbacks/b.yaml", lookback("b"));
  small.add("duties/z.yaml",
            "title: 甲\nscope: public\nto: a\nwhat: x\nfulfilled: [{unit: a, date: 2026-06-01, record: "
            "lookbacks/a}]\n");
  const PublishedSite site = published(small);
  ASSERT_EQ(site.count(Kind::lookback), 1U);
  EXPECT_EQ(site.record({Kind::lookback, 0}).common().id, "b");
  EXPECT_EQ(site.withheld().records.at(Kind::lookback), 1U);
  EXPECT_FALSE(site.records().all<Duty>()[0]->fulfilled[0].record.given());
  EXPECT_FALSE(site.tells_verdict(0, 0));
  EXPECT_TRUE(site.tells_verdict(0, 1));
}

TEST(ShownSurvey, NarrowerAudiencesSeeNoMoreOfSmallGroups) {
  const std::string results =
      "results:\n" + result("a", 2, 1) + result("hidden", 90, 9) + result("d", 150, 12);
  const WrittenSite site = site_of(results);
  // The public sees a and the total: what that leaves over is large enough.
  EXPECT_EQ(published(site).poll(0).rows.size(), 2U);
  EXPECT_EQ(published(site).poll(0).rows[1].level, 3);
  // The system sees what is hidden from the public too, and still nothing of a.
  const PublishedSite system = published(site, "system");
  ASSERT_EQ(system.poll(0).rows.size(), 3U);
  EXPECT_EQ(system.poll(0).rows[0].level, 0);
  EXPECT_EQ(system.records().all<Survey>()[0]->results[0].valid, std::nullopt);
}

TEST(ShownSurvey, NothingOfAnUnseenUnitMovesWhatIsShown) {
  const auto results_with = [](int satisfied) {
    return results_json(published(
        site_of("results:\n" + result("a", 20, 9) + result("hidden", satisfied, 0) + result("d", 100, 12))));
  };
  EXPECT_EQ(results_with(1), results_with(70));
  EXPECT_EQ(results_with(1).find("hidden"), std::string::npos);
}

TEST(ShownSurvey, NoneAsksForNoProtection) {
  const PublishedSite site =
      published(site_of("small_cell: {mode: none, reason: 公开投票}\nresults:\n" + result("a", 2, 1)));
  EXPECT_EQ(site.poll(0).rows[0].positive, 2);
  EXPECT_EQ(site.records().all<Survey>()[0]->results[0].valid, 3);
}

TEST(ShownSurvey, WithdrawnHasNoFigures) {
  const PublishedSite site = published(
      site_of("withdrawn: {date: 2026-06-01, kind: error, reason: 误}\nresults:\n" + result("a", 20, 1)));
  EXPECT_TRUE(site.poll(0).rows.empty());
  EXPECT_TRUE(site.records().all<Survey>()[0]->results.empty());
}

}  // namespace
}  // namespace gongshi
