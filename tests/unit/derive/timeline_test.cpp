// What happened to an item, in order; nothing that lies ahead, nothing without a date.
#include "derive/timeline.hpp"

#include <gtest/gtest.h>

#include "unit/derive/item_ledger.hpp"

namespace gongshi {
namespace {

using namespace testing;

TEST(Timeline, InOrderUntilTheDay) {
  Loaded<Item> loaded(
      "title: 甲\nproblem: 乙\norigin: audit\nclass: stepwise\nunit: a\nlead: x\n"
      "measures: [{text: x, done: 2026-06-03}]\nraised: {date: 2026-05-08, by: d}\nstarted: 2026-06-03\n"
      "progress: [{date: 2026-06-20, text: later}, {date: 2026-06-01, text: earlier}]\n"
      "claimed: {date: 2026-07-02, text: x}\nclosed: {date: 2026-07-02, by: d}\n");
  EXPECT_EQ(loaded.findings, Findings{});
  std::vector<std::string> lines;
  for (const Event& event : timeline_of(loaded.record, *parse_date("2026-07-01")))
    lines.push_back(event.date.text() + " " +
                    std::string(choices(Happening{})[static_cast<std::size_t>(event.what)].key));
  EXPECT_EQ(lines,
            (std::vector<std::string>{"2026-05-08 raised", "2026-06-01 progressed", "2026-06-03 started",
                                      "2026-06-03 measure-done", "2026-06-20 progressed"}));
}

}  // namespace
}  // namespace gongshi
