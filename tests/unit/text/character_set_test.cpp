// Bytes that are looked for together.
#include "text/character_set.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(CharacterSetTest, FindsTheFirstOfThem) {
  constexpr CharacterSet kSigns("<&\xFF");
  EXPECT_EQ(kSigns.find("a中<&"), 4U);
  EXPECT_EQ(kSigns.find("a中<&", 4), 4U);
  EXPECT_EQ(kSigns.find("a中<&", 5), 5U);
  EXPECT_EQ(kSigns.find("a\xFF"), 1U);
  EXPECT_EQ(kSigns.find("abc", 1), 3U);
  EXPECT_EQ(kSigns.find("", 0), 0U);
  EXPECT_EQ(kSigns.find("公示公示公\xFF"), 15U);
  EXPECT_TRUE(kSigns.any_in("a&"));
  EXPECT_FALSE(kSigns.any_in("中文"));
  EXPECT_EQ(kSigns.complement().find("<&\xFFz"), 3U);
  EXPECT_FALSE(kSigns.complement().any_in("&<"));
}

// Texts are gone through by eights.
TEST(CharacterSetTest, FindsAtEveryPlace) {
  constexpr CharacterSet kSign("<");
  for (const std::string_view character : {"a", "中"}) {
    std::string text;
    for (int length = 0; length < 40; ++length, text += character) {
      EXPECT_EQ(kSign.find(text), text.size());
      EXPECT_EQ(kSign.find(text + "<a中<"), text.size());
      EXPECT_EQ(kSign.find("<" + text + "<", 1), text.size() + 1);
    }
  }
}

}  // namespace
}  // namespace gongshi
