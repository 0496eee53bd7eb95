// One text in many writings is one text; and each byte of it is known by where it came from.
#include "text/bare_text.hpp"

#include <gtest/gtest.h>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

TEST(BareText, UndoesEscapes) {
  EXPECT_EQ(bare_text("&#25972;&#x6539;&#X6539&amp;&lt;"), "整改改&<");
  EXPECT_EQ(bare_text(R"(\u6574\u6539\ud83d\ude00)"), "整改\xF0\x9F\x98\x80");
  EXPECT_EQ(bare_text("%E6%95%b4%20"), "整");
  EXPECT_EQ(bare_text("&#; &#xZ; & %G1 %4"), "&#;&#xz;&%g1%4");
  EXPECT_EQ(bare_text(R"(\u12 \n \ud83d)"), "u12n");
}

TEST(BareText, Folds) {
  EXPECT_EQ(bare_text("ＡＢｃ１２（整）"), "abc12(整)");
  EXPECT_EQ(bare_text("Straße ﬁ ①"), "strassefi1");
  EXPECT_EQ(bare_text("a\u00ADb\u200Bc\uFEFF"), "abc");
  EXPECT_EQ(bare_text("整 改\r\n\t\"'\\_~。\u3000"), "整改。");
}

TEST(BareText, KeepsWhatIsNoText) {
  EXPECT_EQ(bare_text("\xFF\xE6\x95"), "\xFF\xE6\x95");
  EXPECT_EQ(bare_text(std::string_view("a\0b\x80", 4)),
            "ab\x80");  // but for NUL, which is no character of a text
}

// What is frequent is folded without asking ICU, and what is asked for with its places never is.
TEST(BareText, TheFrequentFoldsAsTheRest) {
  for (char32_t code = 1; code <= 0x1FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text = "a";
    append_utf8(text, code);
    std::vector<std::size_t> places;
    ASSERT_EQ(bare_text(text), bare_text(text, &places)) << std::hex << static_cast<unsigned>(code);
  }
}

TEST(BareText, GrowsWhereACharacterIsMany) {
  EXPECT_EQ(bare_text("\uFDFA\uFDFAx"), bare_text("\uFDFA") + bare_text("\uFDFA") + "x");
  EXPECT_GT(bare_text("\uFDFA").size(), 20U);
}

TEST(BareText, Places) {
  std::vector<std::size_t> places;
  EXPECT_EQ(bare_text("a &#25972;b", &places), "a整b");
  EXPECT_EQ(places, (std::vector<std::size_t>{0, 2, 2, 2, 10}));
  places.clear();
  EXPECT_EQ(bare_text("a b", &places), "ab");
  EXPECT_EQ(places, (std::vector<std::size_t>{0, 2}));
}

TEST(BareText, Gb18030BothWays) {
  EXPECT_EQ(to_gb18030("整改"), "\xD5\xFB\xB8\xC4");
  EXPECT_EQ(from_gb18030("\xD5\xFB\xB8\xC4"), "整改");
}

TEST(BareText, ReadsIntoRoomThatIsUsedAgain) {
  std::string room;
  EXPECT_EQ(bare_text("ＡＢ \uFDFA", room), "ab" + bare_text("\uFDFA"));
  EXPECT_EQ(bare_text("整 改", room), "整改");
  EXPECT_EQ(bare_text("", room), "");
  const std::size_t size = room.size();
  EXPECT_EQ(bare_text("\uFDFA", room), bare_text("\uFDFA"));
  EXPECT_EQ(room.size(), size);
}

// Wherever it stands among bytes that are taken together.
TEST(BareText, LeavesWhatIsNoEscape) {
  const std::string begins = "&%\\";
  for (const char c : begins) {
    for (const std::string_view next : {"", " ", "g", "&", "%", "整", ";"}) {
      for (std::size_t before = 0; before < 9; ++before) {
        const std::string text = std::string(before, 'x') + c + std::string(next);
        std::vector<std::size_t> places;
        EXPECT_EQ(bare_text(text), bare_text(text, &places)) << text;
      }
    }
  }
  EXPECT_EQ(bare_text("100% & 50%整 \\"), "100%&50%整");
}

TEST(BareText, KnowsWhatIsText) {
  EXPECT_TRUE(is_utf8_text("整改\r\n\t “a”\xF0\x9F\x98\x80"));
  EXPECT_TRUE(is_utf8_text(""));
  for (const std::string_view bytes :
       {std::string_view("a\0b", 3), std::string_view("a\x80"), std::string_view("\xE6\x95"),
        std::string_view("整\xC2x"), std::string_view("a\v整"), std::string_view("\x1B"),
        std::string_view("\xFF\xFEt\0", 4), std::string_view("&\0", 2), std::string_view("\xC0\x80"),
        std::string_view("\xC1\xBF"), std::string_view("\xF5\x80\x80\x80"),
        std::string_view("\xE6\xE6\x95\xB4\xB4"), std::string_view("\xF0\x9F\x98")}) {
    // Wherever it stands among bytes that are taken together.
    for (std::size_t before = 0; before < 40; ++before) {
      EXPECT_FALSE(is_utf8_text(std::string(before, 'x') + std::string(bytes))) << before << bytes;
      EXPECT_FALSE(is_utf8_text(std::string(before, 'x') + std::string(bytes) + std::string(before, 'y')))
          << before << bytes;
    }
  }
}

// Whatever stands within a text may be in one; what may not is in none, wherever it is put.
TEST(BareText, KnowsWhatMayBeInText) {
  const std::string text = "a整改é\xF0\x9F\x98\x80。z";
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    for (std::size_t length = 0; begin + length <= text.size(); ++length)
      EXPECT_TRUE(may_be_in_utf8_text(std::string_view(text).substr(begin, length)));
  }
  for (const std::string& bytes : {to_gb18030("整改到位"), std::string("t\0e\0", 4), std::string("ab\x80"),
                                   std::string("\xE6x"), std::string("te9eAm\vz")}) {
    EXPECT_FALSE(may_be_in_utf8_text(bytes)) << bytes;
    for (const char* const around : {"", "a", "整", "\xE6", "\xE6\x95", "\xF0\x9F\x98"})
      EXPECT_FALSE(is_utf8_text(std::string(around) + bytes + "a")) << bytes;
  }
}

}  // namespace
}  // namespace gongshi
