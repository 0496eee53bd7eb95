// "Did you mean": what is near enough to be meant, and what is not.
#include "text/nearest_name.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace gongshi {
namespace {

constexpr std::array<std::string_view, 8> kKnown = {"deadline", "deadline_kind", "measures", "unit",
                                                    "partners", "期限",          "责任单位", "id"};

TEST(NearestName, EachKindOfSlip) {
  EXPECT_EQ(nearest_name("deadlin", kKnown), "deadline");    // one left out
  EXPECT_EQ(nearest_name("deadlline", kKnown), "deadline");  // one too many
  EXPECT_EQ(nearest_name("deadlime", kKnown), "deadline");   // another one
  EXPECT_EQ(nearest_name("daedline", kKnown), "deadline");   // two swapped
  EXPECT_EQ(nearest_name("untis", kKnown), "");              // three slips in five characters are too many
  EXPECT_EQ(nearest_name("uint", kKnown), "unit");           // a swap costs one
}

TEST(NearestName, ExactNameIsItself) {
  for (const std::string_view name : kKnown) EXPECT_EQ(nearest_name(name, kKnown), name);
}

TEST(NearestName, CountsCharactersNotBytes) {
  EXPECT_EQ(nearest_name("责任单为", kKnown), "责任单位");
  EXPECT_EQ(nearest_name("责任人位", kKnown), "责任单位");
  EXPECT_EQ(nearest_name("期線", kKnown), "期限");
  EXPECT_EQ(nearest_name("单位责任", kKnown), "");
}

TEST(NearestName, NothingIsNearEnough) {
  EXPECT_EQ(nearest_name("", kKnown), "");
  EXPECT_EQ(nearest_name("zzzzzzzz", kKnown), "");
  EXPECT_EQ(nearest_name("x", kKnown), "");  // every character differs
  EXPECT_EQ(nearest_name("xy", kKnown), "");
  EXPECT_EQ(nearest_name("题目", kKnown), "");
  EXPECT_EQ(nearest_name("unit", {}), "");
}

TEST(NearestName, TiesGoToTheFirst) {
  constexpr std::array<std::string_view, 2> kBoth = {"cat", "car"};
  constexpr std::array<std::string_view, 2> kTurned = {"car", "cat"};
  EXPECT_EQ(nearest_name("cas", kBoth), "cat");
  EXPECT_EQ(nearest_name("cas", kTurned), "car");
  EXPECT_EQ(nearest_name("cart", kBoth), "cat");
}

TEST(NearestName, NearerWinsOverFirst) {
  constexpr std::array<std::string_view, 2> kKinds = {"institutional", "institutions"};
  EXPECT_EQ(nearest_name("institution", kKinds), "institutions");
}

}  // namespace
}  // namespace gongshi
