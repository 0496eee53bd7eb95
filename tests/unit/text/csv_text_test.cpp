#include "text/csv_text.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

CsvRows rows(std::string_view text, char separator = ',') {
  return std::get<CsvRows>(parse_csv(text, separator));
}

TEST(CsvText, AFormulaMayHideBehindBlanksOrBeWide) {
  for (const char* text :
       {"=1", "+1", "-1", "@a", " =1", "\t=1", "\tx", "\nx", "\r=", "＝1", "＋1", "－1", "＠a", "　=1"})
    EXPECT_TRUE(may_be_formula(text)) << text;
  for (const char* text : {"", "甲", "1-2", "a=b", " 甲", "'=1", "　甲"})
    EXPECT_FALSE(may_be_formula(text)) << text;
}

TEST(CsvText, ReadsRowsAsTheyAre) {
  EXPECT_EQ(rows("a,b\r\n1,\r\n"), (CsvRows{{"a", "b"}, {"1", ""}}));
  EXPECT_EQ(rows("a\n\nb"), (CsvRows{{"a"}, {""}, {"b"}}));
  EXPECT_EQ(rows("a;b", ';'), (CsvRows{{"a", "b"}}));
  EXPECT_EQ(rows(""), CsvRows());
}

TEST(CsvText, QuotesHoldSeparatorsLineEndsAndQuotes) {
  EXPECT_EQ(rows("\"a,\r\n\"\"b\"\"\",c\n"), (CsvRows{{"a,\r\n\"b\"", "c"}}));
  EXPECT_EQ(rows("\"\",\"\"\n"), (CsvRows{{"", ""}}));
  EXPECT_EQ(rows("a\"b\",\"c\"d"), (CsvRows{{"a\"b\"", "cd"}}));
}

TEST(CsvText, NamesTheRowOfAQuoteThatIsNotClosed) {
  EXPECT_EQ(std::get<UnclosedQuote>(parse_csv("a\n\"b\nc\n", ',')).row, 1U);
}

TEST(CsvText, AnApostropheKeepsTextFromBeingRun) {
  EXPECT_EQ(with_apostrophe("=1"), "'=1");
  EXPECT_EQ(with_apostrophe("'=1"), "''=1");
  EXPECT_EQ(with_apostrophe("甲"), "甲");
  for (const std::string text : {"", "'", "甲", "=1", "'=1", "''", "'甲", "-1", " @a"})
    EXPECT_EQ(without_apostrophe(with_apostrophe(text)), text);
  EXPECT_EQ(without_apostrophe("'甲"), "'甲");
}

TEST(CsvText, WhatIsWrittenIsReadBack) {
  for (const std::string text : {"", "a", " a", "a ", "a,b", "a\"b", "\"", "a\r\nb", "a\nb", "\r", "甲"}) {
    std::string line;
    append_csv_field(line, text);
    line += kCsvLineEnd;
    EXPECT_EQ(rows(line), (CsvRows{{text}})) << text;
  }
}

}  // namespace
}  // namespace gongshi
