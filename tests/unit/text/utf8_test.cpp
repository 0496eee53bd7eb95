// UTF-8 at its edges: every boundary of table 3-7 of the Unicode Standard, from both sides.
#include "text/utf8.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace gongshi {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, WellFormed) {
  for (const std::string_view text : {
           ""sv,
           "plain"sv,
           "\0"sv,
           "\x7F"sv,
           "\xC2\x80"sv,          // U+0080, the first of two bytes
           "\xDF\xBF"sv,          // U+07FF, the last of two
           "\xE0\xA0\x80"sv,      // U+0800, the first of three
           "\xED\x9F\xBF"sv,      // U+D7FF, before the surrogates
           "\xEE\x80\x80"sv,      // U+E000, after them
           "\xEF\xBF\xBF"sv,      // U+FFFF, a noncharacter and well formed
           "\xEF\xBB\xBF"sv,      // U+FEFF
           "\xF0\x90\x80\x80"sv,  // U+10000, the first of four
           "\xF4\x8F\xBF\xBF"sv,  // U+10FFFF, the last
           "公示🈺é"sv,
       }) {
    EXPECT_EQ(first_invalid_utf8(text), std::nullopt) << text;
  }
}

TEST(Utf8, IllFormed) {
  for (const std::string_view text : {
           "\x80"sv,
           "\xBF"sv,  // a continuation alone
           "\xC0\x80"sv,
           "\xC1\xBF"sv,  // overlong, two bytes
           "\xE0\x80\x80"sv,
           "\xE0\x9F\xBF"sv,  // overlong, three
           "\xF0\x80\x80\x80"sv,
           "\xF0\x8F\xBF\xBF"sv,  // overlong, four
           "\xED\xA0\x80"sv,
           "\xED\xBF\xBF"sv,  // surrogates
           "\xF4\x90\x80\x80"sv,
           "\xF5\x80\x80\x80"sv,  // beyond U+10FFFF
           "\xF8\x88\x80\x80\x80"sv,
           "\xFE"sv,
           "\xFF"sv,  // no lead byte at all
           "\xC2"sv,
           "\xE4\xB8"sv,
           "\xF0\x9F\x88"sv,  // cut at the end
           "\xC2 "sv,
           "\xE4\xB8 "sv,
           "\xF0\x9F\x88 "sv,  // cut by a blank
           "\xE4\xE4\xB8\xAD"sv,
           "\xC2\xC2\x80"sv,      // cut by a lead byte
           "\xB9\xAB\xCA\xBE"sv,  // GBK for 公示
       }) {
    EXPECT_EQ(first_invalid_utf8(text), 0U);
    const std::string after = "中a" + std::string(text) + "b";
    EXPECT_EQ(first_invalid_utf8(after), 4U);
  }
}

TEST(Utf8, EverySecondByte) {
  // For each lead byte exactly the second bytes of the table are accepted.
  for (unsigned lead = 0xC0; lead <= 0xFF; ++lead) {
    for (unsigned second = 0; second <= 0xFF; ++second) {
      const unsigned from = lead == 0xE0 ? 0xA0U : lead == 0xF0 ? 0x90U : 0x80U;
      const unsigned to = lead == 0xED ? 0x9FU : lead == 0xF4 ? 0x8FU : 0xBFU;
      const bool good = lead >= 0xC2 && lead <= 0xF4 && second >= from && second <= to;
      std::string text = {static_cast<char>(lead), static_cast<char>(second)};
      if (lead >= 0xE0) text += '\x80';
      if (lead >= 0xF0) text += '\x80';
      EXPECT_EQ(first_invalid_utf8(text) == std::nullopt, good) << lead << ' ' << second;
    }
  }
}

// ASCII is gone through by eights.
TEST(Utf8, FoundAtEveryPlaceAmongAscii) {
  for (std::size_t length = 1; length < 40; ++length) {
    for (std::size_t place = 0; place < length; ++place) {
      for (const std::string_view odd : {"\x80", "\xFF", "\xE4\xB8"}) {
        std::string text(length, 'a');
        text.insert(place, odd);
        EXPECT_EQ(first_invalid_utf8(text), place) << length;
      }
      std::string good(length, 'a');
      good.insert(place, "中");
      EXPECT_EQ(first_invalid_utf8(good), std::nullopt) << length << ' ' << place;
    }
  }
}

TEST(Utf8, DecodesAndEncodesEveryCharacter) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code == 0xD800) code = 0xE000;
    std::string text;
    append_utf8(text, code);
    ASSERT_EQ(first_invalid_utf8(text), std::nullopt) << static_cast<unsigned>(code);
    const Character c = character_at(text, 0);
    ASSERT_EQ(c.code, code);
    ASSERT_EQ(c.length, text.size());
    ASSERT_EQ(count_characters(text), 1U);
  }
}

TEST(Utf8, CharacterAt) {
  EXPECT_EQ(character_at("a中", 0).code, U'a');
  EXPECT_EQ(character_at("a中", 1).code, U'中');
  EXPECT_EQ(character_at("a中", 1).length, 3U);
  EXPECT_EQ(character_at("a中", 4).length, 0U);
  EXPECT_EQ(character_at("", 0).length, 0U);
  EXPECT_EQ(character_at("a", 100).length, 0U);
}

TEST(Utf8, CountCharacters) {
  EXPECT_EQ(count_characters(""), 0U);
  EXPECT_EQ(count_characters("abc"), 3U);
  EXPECT_EQ(count_characters("整改"), 2U);
  EXPECT_EQ(count_characters("🈺"), 1U);
  EXPECT_EQ(count_characters("e\u0301"), 2U);  // a combining mark is a character of its own
}

}  // namespace
}  // namespace gongshi
