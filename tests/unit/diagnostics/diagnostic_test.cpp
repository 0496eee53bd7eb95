// The collector: sorted by place, each finding once, whatever thread added it when.
#include "diagnostics/diagnostic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

namespace gongshi {
namespace {

std::vector<std::string> listed(const Diagnostics& all) {
  std::vector<std::string> out;
  for (const Diagnostic& d : all.sorted()) {
    out.push_back(d.at.known()
                      ? d.code() + " " + std::to_string(d.at.file) + ":" + std::to_string(d.at.offset)
                      : d.code() + " " + d.place);
  }
  return out;
}

TEST(Diagnostics, StartsEmpty) {
  const Diagnostics all;
  EXPECT_FALSE(all.has_errors());
  EXPECT_TRUE(all.sorted().empty());
  EXPECT_EQ(all.count(Severity::warning), 0U);
}

TEST(Diagnostics, CountsBySeverity) {
  Diagnostics all;
  all.add("markdown-emphasis", {0, 1});
  EXPECT_FALSE(all.has_errors());
  EXPECT_EQ(all.count(Severity::warning), 1U);
  all.add("empty-value", {0, 2}, {"lead"});
  EXPECT_TRUE(all.has_errors());
  EXPECT_EQ(all.count(Severity::error), 1U);
}

TEST(Diagnostics, SortedByPlaceThenCode) {
  Diagnostics all;
  all.add("wrong-type", {1, 5}, {"b"});
  all.add("unknown-key", {0, 10}, {"a"});
  all.add("bad-date", {0, 2}, {"c"});
  all.add("bad-choice", {0, 10}, {"a"});
  EXPECT_EQ(listed(all), (std::vector<std::string>{"bad-date 0:2", "bad-choice 0:10", "unknown-key 0:10",
                                                   "wrong-type 1:5"}));
}

TEST(Diagnostics, WhatHasNoSourceComesLast) {
  Diagnostics all;
  all.add_at_place("dead-link", "items/b.html", {"items/b.html", "x"});
  all.add_at_place("dead-link", "items/a.html", {"items/a.html", "x"});
  all.add("empty-value", {7, 0}, {"lead"});
  EXPECT_EQ(listed(all), (std::vector<std::string>{"empty-value 7:0", "dead-link items/a.html",
                                                   "dead-link items/b.html"}));
}

TEST(Diagnostics, SameFindingOnce) {
  Diagnostics all;
  for (int i = 0; i < 3; ++i) all.add("empty-value", {0, 4}, {"lead"});
  EXPECT_EQ(all.sorted().size(), 1U);
}

TEST(Diagnostics, DifferentFindingsAllStay) {
  Diagnostics all;
  all.add("empty-value", {0, 4}, {"lead"});
  all.add("empty-value", {0, 4}, {"unit"});          // other words
  all.add("empty-value", {0, 5}, {"lead"});          // other place
  all.add("empty-value", {1, 4}, {"lead"});          // other file
  all.add("empty-value", {0, 4}, {"lead"}, {0, 1});  // other second place
  all.add("bad-date", {0, 4}, {"lead"});             // other code
  all.add({find_message("missing-"), {0, 4}, {"lead"}, {}, {}, "lead"});
  all.add({find_message("missing-"), {0, 4}, {"lead"}, {}, {}, "unit"});
  all.add("empty-value", {0, 4}, {std::int64_t{1}});  // other type of argument
  all.add("empty-value", {0, 4}, {Term{"领导", "lead"}});
  EXPECT_EQ(all.sorted().size(), 10U);
}

TEST(Diagnostics, OrderOfAddingDoesNotMatter) {
  std::vector<Diagnostic> findings;
  for (std::uint32_t file = 0; file < 3; ++file) {
    for (const char* word : {"b", "a", "c"}) {
      findings.push_back({find_message("empty-value"), {file, 3}, {word}, {}, {}, {}});
      findings.push_back({find_message("missing-"), {file, 3}, {word}, {}, {}, word});
    }
  }
  std::vector<std::string> first;
  for (std::size_t turn = 0; turn < findings.size(); ++turn) {
    std::rotate(findings.begin(), findings.begin() + 1, findings.end());
    Diagnostics all;
    for (const Diagnostic& finding : findings) all.add(finding);
    if (turn == 0) first = listed(all);
    EXPECT_EQ(listed(all), first);
  }
}

TEST(Diagnostics, CodeWithSuffix) {
  EXPECT_EQ((Diagnostic{find_message("missing-"), {}, {}, {}, {}, "lead"}).code(), "missing-lead");
  EXPECT_EQ((Diagnostic{find_message("bad-date"), {}, {}, {}, {}, {}}).code(), "bad-date");
}

TEST(Diagnostics, FromSeveralThreads) {
  constexpr std::uint32_t kThreads = 4;
  constexpr std::uint32_t kEach = 500;
  Diagnostics all;
  std::vector<std::thread> threads;
  for (std::uint32_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&all, i] {
      for (std::uint32_t n = 0; n < kEach; ++n) {
        all.add("empty-value", {i, n}, {"lead"});
        if (n % 100 == 0) (void)all.has_errors();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(all.sorted().size(), kThreads * kEach);
  EXPECT_EQ(all.count(Severity::error), kThreads * kEach);
}

}  // namespace
}  // namespace gongshi
