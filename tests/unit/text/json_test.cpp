// JSON as it is written: both layouts, escapes, numbers kept as text, use after take().
#include "text/json.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace gongshi {
namespace {

void write_sample(JsonWriter& json) {
  json.begin_object();
  json.key("title");
  json.text("整改");
  json.key("list");
  json.begin_array();
  json.number(std::int64_t{1});
  json.flag(true);
  json.null();
  json.end_array();
  json.key("empty");
  json.begin_object();
  json.end_object();
  json.end_object();
}

TEST(JsonWriter, CompactHasNoBlanks) {
  JsonWriter json;
  write_sample(json);
  EXPECT_EQ(json.take(), R"({"title":"整改","list":[1,true,null],"empty":{}})");
}

TEST(JsonWriter, PrettyIndentsByOne) {
  JsonWriter json(JsonWriter::Layout::pretty);
  write_sample(json);
  EXPECT_EQ(json.take(),
            "{\n \"title\": \"整改\",\n \"list\": [\n  1,\n  true,\n  null\n ],\n \"empty\": {}\n}");
}

std::string text_of(std::string_view value) {
  JsonWriter json;
  json.text(value);
  return json.take();
}

TEST(JsonWriter, EscapesText) {
  EXPECT_EQ(text_of(""), R"("")");
  EXPECT_EQ(text_of("\"\\/"), R"("\"\\/")");
  EXPECT_EQ(text_of("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(text_of({"\0\x01\x1F", 3}), R"("\u0000\u0001\u001F")");
  EXPECT_EQ(text_of("中🈺é"), R"("中🈺é")");
}

TEST(JsonWriter, NoControlByteGetsOut) {
  for (int byte = 0; byte < 0x20; ++byte) {
    for (const char c : text_of(std::string(1, static_cast<char>(byte)))) EXPECT_GE(c, ' ') << byte;
  }
}

TEST(JsonWriter, EscapesKeys) {
  JsonWriter json;
  json.begin_object();
  json.key("a\"b\n键");
  json.null();
  json.end_object();
  EXPECT_EQ(json.take(), R"({"a\"b\n键":null})");
}

TEST(JsonWriter, NumbersStayAsGiven) {
  JsonWriter json;
  json.begin_array();
  for (const char* number : {"97.0", "0.10", "-12.5", "1e3", "12345678901234567890"}) json.number(number);
  json.number(std::numeric_limits<std::int64_t>::min());
  json.number(std::numeric_limits<std::int64_t>::max());
  json.end_array();
  EXPECT_EQ(json.take(),
            "[97.0,0.10,-12.5,1e3,12345678901234567890,-9223372036854775808,9223372036854775807]");
}

TEST(JsonWriter, RawValuesAreSeparatedLikeOthers) {
  JsonWriter json;
  json.begin_array();
  json.raw(R"({"a":1})");
  json.raw("[]");
  json.flag(false);
  json.end_array();
  EXPECT_EQ(json.take(), R"([{"a":1},[],false])");
}

TEST(JsonWriter, IsEmptyAfterTake) {
  for (const auto layout : {JsonWriter::Layout::compact, JsonWriter::Layout::pretty}) {
    JsonWriter json(layout);
    write_sample(json);
    const std::string first = json.take();
    EXPECT_EQ(json.take(), "");
    write_sample(json);
    EXPECT_EQ(json.take(), first);
  }
}

TEST(JsonWriter, DeepNesting) {
  constexpr int kDepth = 10000;
  JsonWriter json;
  for (int i = 0; i < kDepth; ++i) json.begin_array();
  for (int i = 0; i < kDepth; ++i) json.end_array();
  EXPECT_EQ(json.take(), std::string(kDepth, '[') + std::string(kDepth, ']'));
}

TEST(JsonReading, EachKindOfValue) {
  const auto read = parse_json(R"({"a": [1, "二", true, null, {"b": 97.0}], "c": -3, "d": 12})");
  ASSERT_TRUE(read);
  const JsonValue& list = read->member("a");
  ASSERT_EQ(list.elements.size(), 5U);
  EXPECT_EQ(list.elements[0].count(), 1);
  EXPECT_EQ(list.elements[1].text, "二");
  EXPECT_TRUE(list.elements[2].flag);
  EXPECT_EQ(list.elements[3].count(), std::nullopt);
  EXPECT_EQ(list.elements[4].member("b").text, "97.0");
  EXPECT_EQ(list.elements[4].member("b").count(), std::nullopt);
  EXPECT_EQ(read->member("c").count(), std::nullopt);
  EXPECT_EQ(read->member("d").count(), 12);
  EXPECT_EQ(read->member("e").member("f").text, "");
  EXPECT_EQ(read->keys, (std::vector<std::string>{"a", "c", "d"}));
}

TEST(JsonReading, WhatIsNoJson) {
  for (const char* text : {"", "[", "{\"a\":1}}", "[1,]", "nul", "\xff"})
    EXPECT_FALSE(parse_json(text)) << text;
}

}  // namespace
}  // namespace gongshi
