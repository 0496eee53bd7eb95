// The table of rules: made of messages, each in one family, and what a site may lower.
#include "diagnostics/rules.hpp"

#include <gtest/gtest.h>

#include <set>

namespace gongshi {
namespace {

TEST(Rules, AreMessagesInOneFamilyEach) {
  std::set<std::string_view> codes;
  std::set<std::string_view> families;
  for (const RuleFamily& family : kRuleFamilies) {
    EXPECT_TRUE(families.insert(family.name).second) << family.name;
    EXPECT_FALSE(family.rules.empty()) << family.name;
    for (const Message& rule : family.rules) {
      EXPECT_TRUE(codes.insert(rule.code).second) << rule.code;
      EXPECT_EQ(find_message(rule.code), &rule) << rule.code;
      EXPECT_EQ(family_of(rule), &family) << rule.code;
      EXPECT_TRUE(may_be_lowered(rule)) << rule.code;
    }
  }
}

TEST(Rules, WhatCanNeverBeLowered) {
  for (const char* code :
       {"yaml-syntax", "unknown-key", "wrong-type", "bad-date", "dangling-reference", "ambiguous-reference",
        "duplicate-id", "not-stated-forbidden", "unknown-scope", "waiver-unknown-code", "dead-link"}) {
    EXPECT_FALSE(may_be_lowered(*find_message(code))) << code;
  }
  EXPECT_TRUE(may_be_lowered(*find_message("missing-")));
  EXPECT_TRUE(may_be_lowered(*find_message("markdown-emphasis")));
}

}  // namespace
}  // namespace gongshi
