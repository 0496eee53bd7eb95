// What is packed is read again; what is not whole is noticed and never read beyond.
#include "text/packed.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace gongshi {
namespace {

constexpr std::uint64_t kLargest = std::numeric_limits<std::uint64_t>::max();

TEST(PackedTest, NumbersAndTextsComeBack) {
  std::string bytes;
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, kLargest})
    append_packed(bytes, number);
  append_packed(bytes, "整改");
  append_packed(bytes, "");
  PackedReader reader(bytes);
  EXPECT_EQ(reader.number(), 0U);
  EXPECT_EQ(reader.number(), 127U);
  EXPECT_EQ(reader.number(), 128U);
  EXPECT_EQ(reader.number(), kLargest);
  EXPECT_EQ(reader.text(), "整改");
  EXPECT_EQ(reader.text(), "");
  EXPECT_EQ(reader.rest(), "");
  EXPECT_FALSE(reader.broken());
}

TEST(PackedTest, SmallNumbersTakeOneByte) {
  std::string bytes;
  append_packed(bytes, std::uint64_t{127});
  EXPECT_EQ(bytes, "\x7F");
  append_packed(bytes, std::uint64_t{300});
  EXPECT_EQ(bytes, "\x7F\xAC\x02");
}

TEST(PackedTest, WhatBreaksOffIsBrokenFromThereOn) {
  std::string bytes;
  append_packed(bytes, "abc");
  append_packed(bytes, std::uint64_t{5});
  PackedReader text(std::string_view(bytes).substr(0, 3));
  EXPECT_EQ(text.text(), "");
  EXPECT_TRUE(text.broken());
  EXPECT_EQ(text.number(), 0U);  // and not the byte that is left

  PackedReader number("\x80");
  EXPECT_EQ(number.number(), 0U);
  EXPECT_TRUE(number.broken());
  PackedReader nothing("");
  EXPECT_EQ(nothing.take(0), "");
  EXPECT_FALSE(nothing.broken());
}

TEST(PackedTest, ANumberWithoutEndIsNoNumberOfMoreThan64Bits) {
  const std::string bytes(20, '\xFF');
  PackedReader reader(bytes);
  EXPECT_EQ(reader.number(), kLargest);
  EXPECT_EQ(reader.rest().size(), 10U);
}

}  // namespace
}  // namespace gongshi
