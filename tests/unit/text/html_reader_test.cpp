// Tags and the text between them, as this program writes HTML.
#include "text/html_reader.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

// Each tag as `text<name attribute=value>`.
std::string read(std::string_view html) {
  std::string all;
  HtmlReader reader(html);
  HtmlTag tag;
  while (reader.next(tag)) {
    all.append(reader.text()).append(tag.is_end ? "</" : "<").append(tag.name);
    for (const HtmlAttribute& one : tag.attributes)
      all.append(" ").append(one.name).append("=").append(one.value);
    all += ">";
  }
  return all.append(reader.text());
}

TEST(HtmlReaderTest, TagsAndTheTextBeforeEach) {
  EXPECT_EQ(read("a<p class=\"x\" id=y hidden>b<br/>c</p >d"), "a<p class=x id=y hidden=>b<br>c</p>d");
  EXPECT_EQ(read("1 < 2 <em>3</em>"), "1 < 2 <em>3</em>");
  EXPECT_EQ(read("a<!-- <p> -->b<!doctype html>c<?x?>"), "a<>b<>c<>");
  EXPECT_EQ(read(""), "");
}

TEST(HtmlReaderTest, WhatScriptsAndTitlesHoldIsNoText) {
  EXPECT_EQ(read("<script>if (a<b) '<p>'</script>t"), "<script></script>t");
  EXPECT_EQ(read("<TITLE>a</b></TITLE>t"), "<TITLE></TITLE>t");
  EXPECT_EQ(read("<style>a"), "<style>");
}

TEST(HtmlReaderTest, HasAnAttribute) {
  HtmlTag tag;
  HtmlReader("<p data-A>").next(tag);
  EXPECT_TRUE(tag.has("data-a"));
  EXPECT_FALSE(tag.has("data"));
}

}  // namespace
}  // namespace gongshi
