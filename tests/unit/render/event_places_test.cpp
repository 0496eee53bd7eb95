// Finding parsed parts in their source when the parser's columns cannot be trusted.
#include "render/event_places.hpp"

#include <gtest/gtest.h>

#include <string>

#include "render/record_references.hpp"

namespace gongshi {
namespace {

TEST(EventPlacesTest, OffsetsOfLinesAndColumns) {
  const EventPlaces places("ab\ncd\n");
  EXPECT_EQ(places.offset(1, 1), 0U);
  EXPECT_EQ(places.offset(2, 2), 4U);
  EXPECT_EQ(places.offset(0, 0), 0U);
  EXPECT_EQ(places.offset(99, 99), 6U);
}

TEST(EventPlacesTest, AHintIsTakenWhereItIsRight) {
  EventPlaces places("<b> <b> <b>");
  EXPECT_EQ(places.find(1, 5, "<b>"), 4U);
  EXPECT_EQ(places.find(1, 9, "<b>"), 8U);
}

TEST(EventPlacesTest, AWrongHintLeadsToTheNextOne) {
  EventPlaces places("x <b> y <b>");
  EXPECT_EQ(places.find(1, 1, "<b>"), 2U);
  EXPECT_EQ(places.find(1, 1, "<b>"), 8U);
  EXPECT_EQ(places.find(1, 4, "<i>"), 3U);  // nowhere: the hint
}

std::string offsets(std::string_view source, std::string_view shown) {
  std::string all;
  for (const SourceByte& byte : align_text(source, 0, shown))
    all += std::to_string(byte.offset) + (byte.escaped ? "e " : " ");
  return all;
}

TEST(EventPlacesTest, TextIsAlignedAcrossEscapesAndEntities) {
  EXPECT_EQ(offsets("abc", "abc"), "0 1 2 ");
  EXPECT_EQ(offsets("\\*\\*a", "**a"), "0e 2e 4 ");
  EXPECT_EQ(offsets("&amp;a", "&a"), "0e 5 ");
  EXPECT_EQ(offsets("&lt;&#x7532;a", "<甲a"), "0e 4e 4e 4e 12 ");
  EXPECT_EQ(offsets("a & b; c", "a & b; c"), "0 1 2 3 4 5 6 7 ");
  EXPECT_EQ(offsets("\\a\\\\b", "\\a\\b"), "0 1 2e 4 ");
}

TEST(EventPlacesTest, AlignmentAlwaysEnds) {
  EXPECT_EQ(align_text("", 0, "abc").size(), 3U);
  EXPECT_EQ(align_text("&", 0, "甲乙").size(), 6U);
  EXPECT_EQ(align_text("&x;", 5, "甲").size(), 3U);
}

std::string references(std::string_view shown) {
  std::string all;
  for (const RecordReference& reference : find_record_references(shown, 0, shown))
    all += std::string(reference.id) + "@" + std::to_string(reference.begin) + "-" +
           std::to_string(reference.end) + " ";
  return all;
}

TEST(RecordReferencesTest, AreFound) {
  EXPECT_EQ(references("a [[b]] [[c/d]]"), "b@2-7 c/d@8-15 ");
  EXPECT_EQ(references("[[[x]]]"), "x@1-6 ");
  EXPECT_EQ(references("[[a]] [[b"), "a@0-5 ");
  EXPECT_EQ(references("[[a] b]] [[ c ]] [[]] [[d[e]] [[[["), "c@9-16 ");
}

}  // namespace
}  // namespace gongshi
