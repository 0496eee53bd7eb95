// Many threads make the same bytes as one: with bodies that hold ~~ and tables, where the Markdown
// library alone would mix up its threads, and with one shared template. Watched by the thread sanitizer.
#include <gtest/gtest.h>

#include <thread>

#include "unit/render/markdown_case.hpp"
#include "unit/render/template_case.hpp"

namespace gongshi {
namespace {

constexpr int kThreads = 4;
constexpr int kRounds = 60;

std::string long_body(int number) {
  std::string body;
  for (int i = 0; i < 20; ++i) {
    body += "删去~~旧文" + std::to_string(number) +
            "~~，见 [[zg-1]]。**“中文”**后[^1]\n\n| 甲 | 乙 |\n|---|--:|\n| ~~1~~ | 2 |\n\n";
  }
  return body + "[^1]: 注 ~~删~~\n";
}

TEST(ParallelRenderTest, BodiesComeOutTheSame) {
  std::vector<std::string> bodies;
  std::vector<std::string> expected;
  for (int i = 0; i < 3; ++i) {
    bodies.push_back(long_body(i));
    expected.push_back(testing::html_of(bodies.back()));
    ASSERT_NE(expected.back().find("<del>旧文"), std::string::npos);
  }
  std::vector<int> wrong(kThreads);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int round = 0; round < kRounds; ++round) {
        const auto which = static_cast<std::size_t>((t + round) % 3);
        wrong[static_cast<std::size_t>(t)] += testing::html_of(bodies[which]) == expected[which] ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(kThreads));
}

TEST(ParallelRenderTest, OneTemplateServesAllThreads) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::load(
      testing::sources_of(
          {{"t", "{{#rows}}{{#on}}{{> p}}{{/on}}{{^on}}-{{/on}}{{{body}}}{{/rows}}{{page.title}}"},
           {"parts/p", "({{n}})\n"}}),
      {}, diagnostics);
  ASSERT_TRUE(set);
  const auto page_with = [](int count) {
    ViewList rows;
    for (int i = 0; i < count; ++i)
      rows.emplace_back(testing::object({{"n", std::to_string(i)},
                                         {"on", i % 2 == 0},
                                         {"body", Markdown{"~~" + std::to_string(i) + "~~", {}}}}));
    return testing::object({{"rows", std::move(rows)}, {"title", "T"}});
  };
  register_markdown();
  const auto to_html = [&](const Markdown& body) { return render_markdown(body, {}, diagnostics); };
  const auto make = [&](int count) {
    return set->render("t", page_with(count), to_html, diagnostics).value_or("failed");
  };
  const std::string expected[] = {make(3), make(4), make(5)};
  ASSERT_NE(expected[0].find("<del>2</del>"), std::string::npos) << expected[0];
  std::vector<int> wrong(kThreads);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int round = 0; round < kRounds; ++round) {
        const int which = (t + round) % 3;
        wrong[static_cast<std::size_t>(t)] += make(which + 3) == expected[which] ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(kThreads));
  EXPECT_TRUE(diagnostics.sorted().empty());
}

TEST(ParallelRenderTest, FindingsOfAllThreadsAreKeptOnce) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::load(testing::sources_of({{"t", "{{a}}{{b}}"}}), {}, diagnostics);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      for (int round = 0; round < kRounds; ++round) (void)set->render("t", {}, {}, diagnostics);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(diagnostics.sorted().size(), 2U);
}

}  // namespace
}  // namespace gongshi
