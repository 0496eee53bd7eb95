// The first day on which a page would say something else by itself.
#include "publish/next_change.hpp"

#include <gtest/gtest.h>

#include <string>

#include "unit/written_site.hpp"

namespace gongshi {
namespace {

using testing::item_text;
using testing::WrittenSite;

std::string change_of(const std::string& added, const char* as_of, const std::string& feedback = {}) {
  WrittenSite site;
  site.as_of(as_of).add("items/z.yaml", item_text("scope: public\n" + added));
  if (!feedback.empty())
    site.add("feedback/f.yaml", "title: 甲\nscope: public\nabout: items/z\nkind: objection\n" + feedback);
  const auto day = next_change(publish(site.site(), *Audience::find("public", {"public", "internal"})));
  return day ? day->text() : "never";
}

TEST(NextChange, Never) {
  EXPECT_EQ(change_of("", "2026-06-20"), "never");
  EXPECT_EQ(change_of("closed: {date: 2026-06-01, by: d}\n", "2026-06-20"), "never");
}

TEST(NextChange, TheDayAfterTheDeadline) {
  EXPECT_EQ(change_of("started: 2026-06-19\ndeadline: 2026-06-30\n", "2026-06-20"), "2026-07-01");
  EXPECT_EQ(change_of("started: 2026-06-19\ndeadline: 2026-07\n", "2026-06-20"), "2026-08-01");
}

TEST(NextChange, TheDayAfterTheOriginalDeadlineOfWhatIsStillOpen) {
  const std::string extended =
      "started: 2026-06-19\ndeadline: 2026-06-30\nextensions: [{to: 2026-07-15, date: 2026-06-19, by: d, "
      "reason: x}]\n";
  EXPECT_EQ(change_of(extended, "2026-06-20"), "2026-07-01");
  EXPECT_EQ(change_of(extended, "2026-07-01"), "2026-07-16");
  EXPECT_EQ(change_of("deadline: 2026-06-30\nclosed: {date: 2026-06-15, by: d}\n", "2026-06-20"), "never");
}

TEST(NextChange, NoticeBeginsAndEnds) {
  const std::string notice =
      "acceptance: {by: d, date: 2026-06-05, result: accepted}\nnotice: {from: 2026-06-08, to: 2026-06-12}\n";
  EXPECT_EQ(change_of(notice, "2026-06-05"), "2026-06-08");
  EXPECT_EQ(change_of(notice, "2026-06-08"), "2026-06-13");
}

TEST(NextChange, IsTheDayOnWhichTheStateReallyChanges) {
  // Whatever the limits count, the day before is still the same and the day itself is not.
  const std::string stale = "started: 2026-06-19\n";
  const std::string day = change_of(stale, "2026-06-20");
  EXPECT_EQ(day.substr(0, 7), "2026-08");
  EXPECT_EQ(change_of(stale, "2026-08-10"), day);
}

TEST(NextChange, FeedbackToCome) {
  EXPECT_EQ(change_of("", "2026-06-20", "received: 2026-06-25\nstatus: received\n"), "2026-06-25");
  EXPECT_EQ(change_of("", "2026-06-25", "received: 2026-06-25\nstatus: answered\nreplied_on: 2026-06-28\n"),
            "2026-06-28");
}

}  // namespace
}  // namespace gongshi
