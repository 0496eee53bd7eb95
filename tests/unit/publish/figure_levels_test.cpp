// What is told to be withheld is what is taken out: at each level, a field that the result no longer has
// needs a higher one, and a field that it still has does not.
#include "publish/figure_levels.hpp"

#include <gtest/gtest.h>

#include "publish/published.hpp"
#include "unit/written_site.hpp"

namespace gongshi {
namespace {

using testing::unit_text;
using testing::WrittenSite;

constexpr const char* kEveryFigure =
    "invited: 9, issued: 8, returned: 7, void: 1, valid: 3, participants: 3, counts: {满意: 2, 不满意: 1}, "
    "rest_not_published: true, reported_rate: 66, bound: exact, reported: {满意: 66}, "
    "score: {value: 1, of: 2}";

PublishedSite published_with(const std::string& results) {
  WrittenSite site;
  for (const char* unit : {"a", "b"})
    site.add(std::string("units/") + unit + ".yaml", unit_text("scope: public\n"));
  site.add("surveys/s.yaml",
           "title: 测评\nscope: public\nconductor: a\nrelation: within\nmethod: census\n"
           "period: {from: 2026-05-01}\noptions: [满意, 不满意]\npositive: [满意]\nresults:\n" +
               results);
  return publish(site.site(), *Audience::find("public", audiences_of(site.site().config)));
}

TEST(FigureLevels, AgreeWithWhatIsTakenOut) {
  const PublishedSite site = published_with(std::string("  - {unit: a, ") + kEveryFigure +
                                            "}\n  - {unit: b, " + kEveryFigure + "}\n");
  const SurveyResult& result = site.records().all<Survey>()[0]->results[0];
  const std::uint8_t level = site.poll(0).rows[0].level;
  ASSERT_LT(level, kShowsSize);
  for (const Field& field : fields_of(&result).fields) {
    if (field.need == Need::derived || field.key == "unit" || field.key == "object" || field.key == "covers")
      continue;
    EXPECT_EQ(field.type->given(field.in(&result)), needs_level(field.key) <= level) << field.key;
  }
}

TEST(FigureLevels, OfWhatEveryResultShows) {
  EXPECT_EQ(needs_level("unit"), 0);
  EXPECT_EQ(needs_level("marker"), 0);
  EXPECT_EQ(needs_level("valid"), kShowsSize);
  EXPECT_EQ(needs_level("rate"), kShowsRate);
  EXPECT_EQ(needs_level("score"), kShowsOptions);
}

}  // namespace
}  // namespace gongshi
