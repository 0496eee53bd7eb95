// Items in the making, for the tests of their states: what is added to a bare item, the as-of day, and the
// status with its flags as one line.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "derive/item_status.hpp"
#include "unit/model/loaded.hpp"

namespace gongshi::testing {

inline std::string words_of(const ItemState& state) {
  std::string words(choices(state.status)[static_cast<std::size_t>(state.status)].key);
  for (const ItemFlag flag : state.flags)
    words += " " + std::string(choices(flag)[static_cast<std::size_t>(flag)].key);
  return words;
}

inline Item item_of(const std::string& added) {
  std::string text = testing::kItem + added;
  if (text.find("\nclass: ") == std::string::npos) text += "class: stepwise\n";
  Loaded<Item> loaded(text);
  EXPECT_EQ(loaded.findings, Findings{}) << text;
  return std::move(loaded.record);
}

inline ItemState state_on(const std::string& added, const std::string& as_of) {
  return state_of(item_of(added), *parse_date(as_of), Limits{}, {});
}

struct Case {
  const char* added;
  const char* as_of;
  const char* expected;
};

inline void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(words_of(state_on(c.added, c.as_of)), c.expected) << c.added << "as of " << c.as_of;
  }
}

inline constexpr const char* kClaimed = "claimed: {date: 2026-06-01}\n";
inline constexpr const char* kAccepted =
    "claimed: {date: 2026-06-01}\nacceptance: {by: d, date: 2026-06-05, result: accepted}\n";
inline constexpr const char* kNotice =
    "claimed: {date: 2026-06-01}\nacceptance: {by: d, date: 2026-06-05, result: accepted}\n"
    "notice: {from: 2026-06-08, to: 2026-06-12}\n";
inline constexpr const char* kClosed =
    "claimed: {date: 2026-06-01}\nacceptance: {by: d, date: 2026-06-05, result: accepted}\n"
    "notice: {from: 2026-06-08, to: 2026-06-12}\nclosed: {date: 2026-06-15, by: d}\n";

}  // namespace gongshi::testing
