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

// Tells `check` of a page.
void add(LinkCheck& check, const std::string& path, std::vector<std::string_view> urls,
         std::vector<std::string> anchors = {}) {
  check.add_page(path, {std::move(urls), std::move(anchors), path});
}

TEST(LinkCheckTest, NothingToSayOfAWholeSite) {
  LinkCheck check;
  add(check, "index.html", {"items/a.html", "items/a.html#b", "index.html", "a.css", "https://a.gov/x"});
  add(check, "items/a.html", {"../index.html#top", "a.html#b", "#b", "?c#b", "#top", ""}, {"c", "b"});
  check.add_file("a.css");
  EXPECT_EQ(report(check), Lines());
}

TEST(LinkCheckTest, TargetsMayComeLaterThanTheirLinks) {
  LinkCheck check;
  add(check, "index.html", {"late.html#x", "late.css"});
  check.add_file("late.css");
  add(check, "late.html", {}, {"x"});
  EXPECT_EQ(report(check), Lines());
}

TEST(LinkCheckTest, DeadLinksAndMissingAnchorsInOrder) {
  LinkCheck check;
  add(check, "z.html", {"gone.html#x", "a.html#无", "items/", "../x.html#y"});
  add(check, "a.html", {"gone.html", "a.html#here", "z.html#b"}, {"here"});
  EXPECT_EQ(report(check), (Lines{"a.html: dead-link gone.html", "a.html: missing-anchor z.html#b",
                                  "z.html: dead-link ../x.html#y", "z.html: dead-link gone.html",
                                  "z.html: dead-link items/", "z.html: missing-anchor a.html#无"}));
}

TEST(LinkCheckTest, ADeadTargetIsToldOnceAPageWhateverTheAnchors) {
  LinkCheck check;
  add(check, "a.html", {"gone.html", "gone.html#x", "gone.html#y", "./gone.html", "gone.html"});
  EXPECT_EQ(report(check), Lines{"a.html: dead-link gone.html"});
  Diagnostics diagnostics;
  check.report(diagnostics);
  EXPECT_EQ(diagnostics.count(Severity::error), 1U);
}

// The same words lead elsewhere from another folder, another page, or a page with a base.
TEST(LinkCheckTest, AUrlIsReadWhereItStands) {
  LinkCheck check;
  add(check, "a.html", {"b.html", "#x", "items/a.html"}, {"x"});
  add(check, "b.html", {"b.html", "#x", "a.html#x"});
  add(check, "items/a.html", {"b.html", "#x", "../a.html#x"}, {"x"});
  check.add_page("404.html", {{"#x", "b.html", "/"}, {"x"}, ""});
  add(check, "c.html", {"#x", "404.html#x"}, {"x"});
  EXPECT_EQ(report(check),
            (Lines{"404.html: dead-link #x", "404.html: dead-link /", "b.html: missing-anchor b.html#x",
                   "items/a.html: dead-link items/b.html"}));
}

TEST(LinkCheckTest, AnchorsOfFilesAreTakenAsGiven) {
  LinkCheck check;
  check.add_file("icons.svg");
  add(check, "a.html", {"icons.svg#arrow"});
  EXPECT_EQ(report(check), Lines());
}

TEST(LinkCheckTest, ASoundPageIsThereWithItsAnchorsAndSaysNothingOfItsLinks) {
  const std::string anchors = pack_anchors({"x", "b", "x"});
  LinkCheck check;
  check.add_sound_page("s.html", anchors);
  add(check, "a.html", {"s.html", "s.html#x", "s.html#top", "s.html#c"});
  EXPECT_EQ(report(check), Lines{"a.html: missing-anchor s.html#c"});
  add(check, "s.html", {"gone.html"}, {"x"});
  EXPECT_EQ(report(check), (Lines{"a.html: missing-anchor s.html#c", "s.html: dead-link gone.html"}));
}

TEST(LinkCheckTest, NoNameIsTakenForABeginningOrAnotherCase) {
  LinkCheck check;
  add(check, "a.html", {"A.html", "a", "a.html#X"}, {"x"});
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
        const std::string next = std::to_string((t + 1) % 4) + "-" + std::to_string(i) + ".html#x";
        add(check, name + ".html", {next, "gone.html"}, {"x"});
        check.add_file(name + ".css");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(report(check).size(), 800U);
}

}  // namespace
}  // namespace gongshi
