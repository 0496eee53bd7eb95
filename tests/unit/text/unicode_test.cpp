// What the tables of Unicode are asked for: widths, folding, normal forms, scripts, GB18030.
#include "text/unicode.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace gongshi {
namespace {

TEST(DisplayWidth, ByKindOfCharacter) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("abc 1"), 5U);
  EXPECT_EQ(display_width("整改"), 4U);
  EXPECT_EQ(display_width("：，。（）《》"), 14U);  // full-width punctuation
  EXPECT_EQ(display_width("ＡＢ１"), 6U);
  EXPECT_EQ(display_width("ｱｲ"), 2U);  // half-width kana
  EXPECT_EQ(display_width("é"), 1U);
  EXPECT_EQ(display_width("e\u0301"), 1U);   // combining acute
  EXPECT_EQ(display_width("中\u20DD"), 2U);  // enclosing circle
  EXPECT_EQ(display_width("a\u200Bb"), 2U);  // zero-width space
  EXPECT_EQ(display_width("\uFEFFa"), 1U);
  EXPECT_EQ(display_width("한글"), 4U);
  EXPECT_EQ(display_width("かな"), 4U);
  EXPECT_EQ(display_width("𠮷"), 2U);      // a Han character beyond the first plane
  EXPECT_EQ(display_width("“中”—…"), 6U);  // ambiguous ones count 1, as terminals do
}

TEST(WordingKey, BlanksPunctuationAndWidthDoNotMatter) {
  EXPECT_EQ(wording_key("您 满意吗？"), wording_key("您满意吗?"));
  EXPECT_EQ(wording_key("ＡＢ１"), "AB1");
  EXPECT_EQ(wording_key("“𠮷”"), "𠮷");
  EXPECT_NE(wording_key("满意"), wording_key("不满意"));
  EXPECT_EQ(wording_key("？"), "");
}

TEST(CollisionKey, SameFileOnSomeSystem) {
  EXPECT_EQ(collision_key("ZG-1"), collision_key("zg-1"));
  EXPECT_EQ(collision_key("É"), collision_key("e\u0301"));
  EXPECT_EQ(collision_key("STRASSE"), collision_key("straße"));
  EXPECT_EQ(collision_key("Σ"), collision_key("ς"));
  EXPECT_EQ(collision_key("\u212A"), collision_key("k"));  // the Kelvin sign
  EXPECT_EQ(collision_key("I"), collision_key("i"));       // never the Turkish way
  EXPECT_EQ(collision_key(""), "");
}

TEST(CollisionKey, DifferentFiles) {
  EXPECT_NE(collision_key("zg-1"), collision_key("zg-2"));
  EXPECT_NE(collision_key("zg-1"), collision_key("zg1"));
  EXPECT_NE(collision_key("厅"), collision_key("廳"));
  EXPECT_NE(collision_key("1"), collision_key("１"));
  EXPECT_NE(collision_key("ı"), collision_key("i"));
}

TEST(IsNfc, NormalForms) {
  EXPECT_TRUE(is_nfc(""));
  EXPECT_TRUE(is_nfc("zg-1 整改 é 한"));
  EXPECT_FALSE(is_nfc("e\u0301"));
  EXPECT_FALSE(is_nfc("\u1112\u1161\u11AB"));  // jamo for 한
  EXPECT_FALSE(is_nfc("\u212B"));              // the Ångström sign
  EXPECT_FALSE(is_nfc("\uF900"));              // a compatibility ideograph
}

TEST(IsCjk, LineBreaksBetweenTheseAreNoBlanks) {
  for (const char32_t code : {U'中', U'々', U'〇', U'，', U'。', U'、', U'：', U'（', U'《', U'「', U'　',
                              U'か', U'カ', U'ㄅ', U'𠮷'}) {
    EXPECT_TRUE(is_cjk(code)) << static_cast<unsigned>(code);
  }
  for (const char32_t code : {U'a', U'1', U' ', U'.', U'é', U'\n', U'я', U'α', U'–', U'\u2E7F'}) {
    EXPECT_FALSE(is_cjk(code)) << static_cast<unsigned>(code);
  }
}

TEST(IsLetterOrDigit, OfAnyScript) {
  for (const char32_t code : {U'a', U'Z', U'0', U'中', U'é', U'я', U'か', U'１', U'𠮷'}) {
    EXPECT_TRUE(is_letter_or_digit(code)) << static_cast<unsigned>(code);
  }
  for (const char32_t code : {U'-', U'_', U'.', U' ', U'/', U'，', U'\0', U'\u0301', U'\u200B', U'🈺'}) {
    EXPECT_FALSE(is_letter_or_digit(code)) << static_cast<unsigned>(code);
  }
}

TEST(LooksLikeGb18030, Han) {
  EXPECT_TRUE(looks_like_gb18030("\xB1\xEA\xCC\xE2: \xD5\xFB\xB8\xC4\n"));  // 标题: 整改
  EXPECT_TRUE(looks_like_gb18030("a\x81\x40"));                             // 丂, of GBK only
}

TEST(LooksLikeGb18030, OtherBytes) {
  EXPECT_FALSE(looks_like_gb18030(""));
  EXPECT_FALSE(looks_like_gb18030("plain text"));
  EXPECT_FALSE(looks_like_gb18030("\xFF\xFE\x00"));
  EXPECT_FALSE(looks_like_gb18030("caf\xE9"));  // Latin-1, cut
}

std::u32string folded(std::u32string_view text) {
  std::u32string all;
  for (const char32_t code : text) {
    const std::u32string* fold = search_fold(code);
    all += fold == nullptr ? std::u32string(1, code) : *fold;
  }
  return all;
}

TEST(SearchFold, WidthCaseCompatibilityAndTraditionalCharacters) {
  EXPECT_EQ(folded(U"國務院後勤，ＡｂＣ㈱ß"), U"国务院后勤,abc(株)ss");
  EXPECT_EQ(folded(U"国务院后勤"), U"国务院后勤");
  EXPECT_EQ(folded(U"髮發臺颱"), U"发发台台");
  EXPECT_EQ(folded(U"a\u00ADb\u200Dc\u3000d"), U"abcd");  // nothing that is not seen
}

TEST(SearchFold, TwiceChangesNothing) {
  for (char32_t code = 0; code < 0x110000; ++code) {
    const std::u32string* fold = search_fold(code);
    if (fold == nullptr) continue;
    EXPECT_EQ(folded(*fold), *fold) << static_cast<std::uint32_t>(code);
  }
}

TEST(SearchFold, BrowsersAreToldTheRest) {
  std::u32string told;
  for (const FoldedCharacter& one : folds_beyond_browser()) {
    EXPECT_EQ(folded({&one.code, 1}), one.folded);
    told.push_back(one.code);
  }
  EXPECT_NE(told.find(U'國'), std::u32string::npos);
  EXPECT_NE(told.find(U'ß'), std::u32string::npos);
  EXPECT_EQ(told.find(U'Ａ'), std::u32string::npos);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
}

TEST(Nfc, ComposesAndLeavesTheRest) { EXPECT_EQ(to_nfc("cafe\u0301 ㈱國"), "café ㈱國"); }

}  // namespace
}  // namespace gongshi
