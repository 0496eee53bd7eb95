// Bytes that are no text, and characters that hide or turn it: each found at its exact byte.
#include "parse/source_guard.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "unit/findings.hpp"
#include "unit/memory_disk.hpp"

namespace gongshi {
namespace {

using Offsets = std::vector<std::pair<std::string, std::uint32_t>>;
using namespace std::string_literals;

Offsets guarded(std::string_view bytes) {
  Diagnostics diagnostics;
  const bool clean = check_source_text(bytes, 0, diagnostics);
  Offsets found;
  for (const Diagnostic& finding : diagnostics.sorted())
    found.emplace_back(finding.code(), finding.at.offset);
  EXPECT_EQ(clean, found.empty());
  return found;
}

std::string words(std::string_view bytes) {
  Diagnostics diagnostics;
  check_source_text(bytes, 0, diagnostics);
  return testing::words_of(diagnostics, Language::en);
}

TEST(SourceGuard, HonestTextPasses) {
  for (const std::string& text :
       {""s, "a: 1\n"s, "标题: 整改\r\n"s, "\xEF\xBB\xBF标题: 整改\n"s, "\xEF\xBB\xBF"s, "a\tb\n"s,
        "é 🈺 𠮷"s, "\u00A0\u3000\u2028\u200D"s, "\uE001\uFFFD"s}) {
    EXPECT_EQ(guarded(text), Offsets{}) << text;
  }
}

TEST(SourceGuard, EachFormOfInvalidUtf8) {
  const Offsets at_three = {{"source-encoding", 3}};
  for (const std::string& bad : {
           "\x80"s,              // continuation without a lead
           "\xBF\x80"s,          //
           "\xC0\xAF"s,          // overlong, two bytes
           "\xC1\xBF"s,          //
           "\xE0\x80\xAF"s,      // overlong, three bytes
           "\xE0\x9F\xBF"s,      //
           "\xF0\x80\x80\xAF"s,  // overlong, four bytes
           "\xF0\x8F\xBF\xBF"s,  //
           "\xED\xA0\x80"s,      // surrogates
           "\xED\xBF\xBF"s,      //
           "\xF4\x90\x80\x80"s,  // above U+10FFFF
           "\xF5\x80\x80\x80"s,  //
           "\xF8\x88\x80\x80"s,  // five bytes
           "\xFE"s,              // never
           "\xFF"s,              //
           "\xC3"s,              // cut at the end
           "\xE4\xB8"s,          //
           "\xF0\x9F\x88"s,      //
           "\xC3("s,             // lead without a continuation
           "\xE4\xB8("s,         //
       }) {
    EXPECT_EQ(guarded("中" + bad), at_three) << words("中" + bad);
  }
}

TEST(SourceGuard, Utf16) {
  const Offsets at_start = {{"source-encoding", 0}};
  const std::string little = "a\0:\0 \0001\0"s;
  const std::string big = "\0a\0:\0 \0001"s;
  for (const std::string& text : {"\xFF\xFE"s + little, "\xFE\xFF"s + big, little, big}) {
    EXPECT_EQ(guarded(text), at_start);
    EXPECT_NE(words(text).find("It looks like UTF-16. "), std::string::npos);
  }
  EXPECT_EQ(guarded("\xFF\xFE\x07\x68\x98\x98"), at_start);  // 标题
}

TEST(SourceGuard, GbkHint) {
  const std::string gbk = "title: \xD5\xFB\xB8\xC4\n";  // 整改
  EXPECT_EQ(guarded(gbk), (Offsets{{"source-encoding", 7}}));
  EXPECT_NE(words(gbk).find("It looks like GBK. "), std::string::npos);
  EXPECT_EQ(words("a\xFF").find("GBK"), std::string::npos);
}

TEST(SourceGuard, ControlCharacters) {
  EXPECT_EQ(guarded("abc\0d"s), (Offsets{{"source-control-character", 3}}));
  EXPECT_EQ(guarded("整\x1B[31m"), (Offsets{{"source-control-character", 3}}));
  EXPECT_EQ(guarded("a\x04z"), (Offsets{{"source-control-character", 1}}));
  EXPECT_EQ(guarded("a\x7Fz"), (Offsets{{"source-control-character", 1}}));
  EXPECT_EQ(guarded("a\u0085z"), (Offsets{{"source-control-character", 1}}));
  for (char c = 1; c < 0x20; ++c) {
    if (c == '\t' || c == '\n' || c == '\r') continue;
    EXPECT_EQ(guarded(std::string("x") + c), (Offsets{{"source-control-character", 1}})) << int{c};
  }
}

TEST(SourceGuard, CharactersThatTurnOrHideText) {
  for (const char* turning :
       {"\u061C", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067",
        "\u2068", "\u2069", "\uE000", "\uFEFF", "\uFFFE", "\uFFFF"}) {
    EXPECT_EQ(guarded("中" + std::string(turning) + "x"), (Offsets{{"source-control-character", 3}}))
        << words("中" + std::string(turning));
  }
  EXPECT_NE(words("a\u202Eb").find(" U+202E "), std::string::npos);
  EXPECT_NE(words("a\U0001FFFFb").find(" U+1FFFF "), std::string::npos);
  EXPECT_NE(words("a\U0010FFFFb").find(" U+10FFFF "), std::string::npos);
}

TEST(SourceGuard, ByteOrderMarkInTheMiddle) {
  EXPECT_EQ(guarded("\xEF\xBB\xBF\xEF\xBB\xBF"
                    "a"),
            (Offsets{{"source-control-character", 3}}));
  EXPECT_EQ(guarded("a: 1\n\xEF\xBB\xBF"
                    "b: 2\n"),
            (Offsets{{"source-control-character", 5}}));
}

TEST(SourceGuard, LoneReturn) {
  EXPECT_EQ(guarded("a: 1\rb: 2\r"),
            (Offsets{{"source-control-character", 4}, {"source-control-character", 9}}));
  EXPECT_EQ(guarded("a\r\r\n"), (Offsets{{"source-control-character", 1}}));
}

TEST(SourceGuard, AllOfThemAtOnce) {
  EXPECT_EQ(guarded("\x01"
                    "中\x02\u202E"),
            (Offsets{{"source-control-character", 0},
                     {"source-control-character", 4},
                     {"source-control-character", 5}}));
}

TEST(ReadSource, WholeFilesOnly) {
  testing::MemoryDisk disk;
  disk.put("/c/items/a.yaml", "a: 1\n");
  disk.put("/c/items/large.yaml", std::string(kLargestSource, ' '));
  disk.put("/c/items/larger.yaml", std::string(kLargestSource + 1, ' '));
  disk.put_other("/c/items/fifo.yaml");
  disk.put_link("/c/items/link.yaml");
  Diagnostics diagnostics;
  const auto read = [&](const std::string& name, std::uint32_t file) {
    return read_source(disk, "/c", "items/" + name, file, diagnostics);
  };
  EXPECT_EQ(read("a.yaml", 0), "a: 1\n");
  EXPECT_EQ(read("large.yaml", 1)->size(), kLargestSource);
  EXPECT_EQ(read("larger.yaml", 2), std::nullopt);
  EXPECT_EQ(read("fifo.yaml", 3), std::nullopt);
  EXPECT_THROW((void)read("link.yaml", 4), IoError);
  EXPECT_THROW((void)read("none.yaml", 5), IoError);
  const auto all = diagnostics.sorted();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].code(), "source-too-large");
  EXPECT_EQ(all[0].at, (Position{2, 0}));
  EXPECT_EQ(all[0].arguments,
            (std::vector<Argument>{std::int64_t{kLargestSource + 1}, std::int64_t{kLargestSource}}));
  EXPECT_EQ(all[1].code(), "source-not-regular");
}

}  // namespace
}  // namespace gongshi
