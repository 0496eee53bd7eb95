// Archives: what is written is read, the bytes tell nothing of when and where, and a part that changes is a
// mistake of the program.
#include "files/zip_members.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <stdexcept>

namespace gongshi {
namespace {

ZipPart part(const std::string& name, const std::string& bytes) {
  return {name, bytes.size(), [bytes] { return bytes; }};
}

TEST(ZipMembers, WhatIsWrittenIsRead) {
  const std::string zip = write_zip(
      {part("a.txt", "甲"), part("b/c.txt", std::string(100'000, 'x')), part("e", "")}, {2026, 6, 30});
  ASSERT_TRUE(is_zip(zip));
  const auto members = read_zip(zip);
  ASSERT_TRUE(members);
  ASSERT_EQ(members->size(), 3U);
  EXPECT_EQ((*members)[0].name, "a.txt");
  EXPECT_EQ((*members)[0].bytes, "甲");
  EXPECT_EQ((*members)[1].name, "b/c.txt");
  EXPECT_EQ((*members)[1].bytes, std::string(100'000, 'x'));
  EXPECT_EQ((*members)[2].bytes, "");
  EXPECT_LT(zip.size(), 2'000U);
}

TEST(ZipMembers, DamageIsSeenWhereverItIs) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += std::to_string(i * i) + "；";
  const std::string zip = write_zip({part("a.txt", text)}, {2026, 6, 30});
  constexpr std::size_t kHeader = 35;  // of the member, its name included
  constexpr std::size_t kDirectory = 150;
  ASSERT_GT(zip.size(), kHeader + kDirectory + 200);
  for (std::size_t at = kHeader; at + kDirectory < zip.size(); ++at) {
    std::string damaged = zip;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_FALSE(read_zip(damaged)) << at;
  }
}

void put(std::string& bytes, std::size_t at, std::size_t number) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(number >> (8 * i));
}

std::size_t number_at(const std::string& bytes, std::size_t at) {
  std::size_t number = 0;
  for (std::size_t i = 4; i-- > 0;) number = number * 256 + static_cast<unsigned char>(bytes[at + i]);
  return number;
}

// Behind the end of what was packed there may be more that claims to be of the member (APPNOTE.TXT 4.3).
TEST(ZipMembers, WhatLiesBehindAMemberIsNoPartOfIt) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += std::to_string(i * i) + "；";
  std::string zip = write_zip({part("a.txt", text)}, {2026, 6, 30});
  const auto members = read_zip(zip);
  ASSERT_TRUE(members);
  const std::string_view packed = members->front().packed;
  ASSERT_EQ(packed.data() - zip.data(), 35);
  const std::size_t size = packed.size();
  const std::string hidden = "behind the end";
  const std::size_t directory = zip.find("PK\1\2");
  put(zip, 18, size + hidden.size());
  put(zip, directory + 20, size + hidden.size());
  const std::size_t end = zip.find("PK\5\6");
  put(zip, end + 16, number_at(zip, end + 16) + hidden.size());
  zip.insert(35 + size, hidden);
  const auto with_more = read_zip(zip);
  ASSERT_TRUE(with_more);
  EXPECT_EQ(with_more->front().bytes, text);
  EXPECT_EQ(with_more->front().packed, std::string_view(zip).substr(35, size));
}

TEST(ZipMembers, TheSameInEveryTimeZone) {
  const auto write = [] { return write_zip({part("a", "甲")}, {2026, 6, 30}); };
  const std::string here = write();
  setenv("TZ", "Pacific/Kiritimati", 1);
  tzset();
  EXPECT_EQ(write(), here);
  unsetenv("TZ");
  tzset();
}

TEST(ZipMembers, ADayBefore1980IsToldAsThatYears) {
  EXPECT_EQ(write_zip({part("a", "甲")}, {1970, 1, 1}), write_zip({part("a", "甲")}, {1980, 1, 1}));
}

TEST(ZipMembers, WhatAPartThrowsArrives) {
  const ZipPart failing{"a", 1, []() -> std::string { throw std::runtime_error("refused"); }};
  EXPECT_THROW(write_zip({part("b", "x"), failing}, {}), std::runtime_error);
}

TEST(ZipMembers, APartThatIsNotAsItWasIsAMistake) {
  EXPECT_THROW(write_zip({{"a", 2, [] { return std::string("x"); }}}, {}), std::logic_error);
}

}  // namespace
}  // namespace gongshi
