#include "model/next_id.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace gongshi {
namespace {

std::string next(const std::vector<std::string>& ids) { return next_id(ids, Kind::item); }

TEST(NextId, FollowsTheHighestNumberAsItIsWritten) {
  EXPECT_EQ(next({"zg-001", "zg-009", "zg-002"}), "zg-010");
  EXPECT_EQ(next({"zg-9"}), "zg-10");
  EXPECT_EQ(next({"a-1", "b-7", "c"}), "b-8");
}

TEST(NextId, BeginsAtTheUsualFirst) {
  EXPECT_EQ(next({}), "zg-001");
  EXPECT_EQ(next({"about", "zg-1a"}), "zg-001");
  EXPECT_EQ(next_id({}, Kind::holiday), "jr-001");
}

TEST(NextId, TakesTheLastNineDigitsOfALongNumber) {
  EXPECT_EQ(next({"zg-12345678901234567890"}), "zg-12345678901234567891");
  EXPECT_EQ(next({"999999999"}), "1000000000");
}

}  // namespace
}  // namespace gongshi
