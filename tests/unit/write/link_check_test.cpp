// Dead links and missing anchors: all of them, in order, whatever thread told of the page.
#include "write/link_check.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace gongshi {
namespace {

using Lines = std::vector<std::string>;

Lines report(const LinkCheck& check) {
  Diagnostics diagnostics;
  check.report(diagnostics);
  Lines lines;
  for (const Diagnostic& finding : diagnostics.sorted()) {
    EXPECT_FALSE(finding.at.known());
    lines.push_back(finding.place + ": " + finding.code() + " " +
                    std::get<std::string>(finding.arguments.at(0)));
  }
  return lines;
}

PageLinks page(std::vector<SiteLink> links, std::vector<std::string> anchors = {}) {
  return {std::move(links), std::move(anchors)};
}

TEST(LinkCheckTest, NothingToSayOfAWholeSite) {
  LinkCheck check;
  check.add_page("index.html",
                 page({{"items/a.html", ""}, {"items/a.html", "b"}, {"index.html", ""}, {"a.css", ""}}));
  check.add_page("items/a.html", page({{"index.html", "top"}, {"items/a.html", "b"}}, {"b"}));
  check.add_file("a.css");
  EXPECT_EQ(report(check), Lines());
}

TEST(LinkCheckTest, TargetsMayComeLaterThanTheirLinks) {
  LinkCheck check;
  check.add_page("index.html", page({{"late.html", "x"}, {"late.css", ""}}));
  check.add_file("late.css");
  check.add_page("late.html", page({}, {"x"}));
  EXPECT_EQ(report(check), Lines());
}

TEST(LinkCheckTest, DeadLinksAndMissingAnchorsInOrder) {
  LinkCheck check;
  check.add_page("z.html", page({{"gone.html", "x"}, {"a.html", "无"}, {"items/", ""}, {"../x.html#y", ""}}));
  check.add_page("a.html", page({{"gone.html", ""}, {"a.html", "here"}, {"z.html", "b"}}, {"here"}));
  EXPECT_EQ(report(check), (Lines{"a.html: dead-link gone.html", "a.html: missing-anchor z.html#b",
                                  "z.html: dead-link ../x.html#y", "z.html: dead-link gone.html",
                                  "z.html: dead-link items/", "z.html: missing-anchor a.html#无"}));
}

TEST(LinkCheckTest, ADeadTargetIsToldOnceAPageWhateverTheAnchors) {
  LinkCheck check;
  check.add_page("a.html", page({{"gone.html", ""}, {"gone.html", "x"}, {"gone.html", "y"}}));
  EXPECT_EQ(report(check), Lines{"a.html: dead-link gone.html"});
  Diagnostics diagnostics;
  check.report(diagnostics);
  EXPECT_EQ(diagnostics.count(Severity::error), 1U);
}

TEST(LinkCheckTest, AnchorsOfFilesAreTakenAsGiven) {
  LinkCheck check;
  check.add_file("icons.svg");
  check.add_page("a.html", page({{"icons.svg", "arrow"}}));
  EXPECT_EQ(report(check), Lines());
}

TEST(LinkCheckTest, NoNameIsTakenForABeginningOrAnotherCase) {
  LinkCheck check;
  check.add_page("a.html", page({{"A.html", ""}, {"a", ""}, {"a.html", "X"}}, {"x"}));
  EXPECT_EQ(report(check),
            (Lines{"a.html: dead-link A.html", "a.html: dead-link a", "a.html: missing-anchor a.html#X"}));
}

TEST(LinkCheckTest, ToldFromManyThreads) {
  LinkCheck check;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&check, t] {
      for (int i = 0; i < 200; ++i) {
        const std::string name = std::to_string(t) + "-" + std::to_string(i);
        check.add_page(
            name + ".html",
            page({{std::to_string((t + 1) % 4) + "-" + std::to_string(i) + ".html", "x"}, {"gone.html", ""}},
                 {"x"}));
        check.add_file(name + ".css");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(report(check).size(), 800U);
}

}  // namespace
}  // namespace gongshi
