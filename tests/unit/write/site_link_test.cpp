// Links as they are written, and where they lead.
#include "write/site_link.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

struct Case {
  const char* url;
  const char* page;
  const char* path;
  const char* anchor;
};

TEST(SiteLinkTest, LeadsFromPageToPage) {
  const Case cases[] = {
      {"about.html", "index.html", "about.html", ""},
      {"./about.html", "index.html", "about.html", ""},
      {"../about.html", "items/zg-1.html", "about.html", ""},
      {"zg-2.html", "items/zg-1.html", "items/zg-2.html", ""},
      {"../units/a.html#b", "items/zg-1.html", "units/a.html", "b"},
      {"../../x.html", "a/b/c.html", "x.html", ""},
      {"../b/./../d/x.html", "a/b/c.html", "a/d/x.html", ""},
      {"#top", "items/zg-1.html", "items/zg-1.html", "top"},
      {"", "items/zg-1.html", "items/zg-1.html", ""},
      {"#", "items/zg-1.html", "items/zg-1.html", ""},
      {"?q=1", "search/index.html", "search/index.html", ""},
      {"index.html?a=b/../c#d?e", "search/index.html", "search/index.html", "d?e"},
      {"  a.html\n", "index.html", "a.html", ""},
      {"%E5%8E%85%E7%9B%B4.html#%E6%9D%A5", "index.html", "厅直.html", "来"},
      {"厅直.html#来", "index.html", "厅直.html", "来"},
      {"a%20b.html", "index.html", "a b.html", ""},
      {"%2e%2E/x.html", "items/a.html", "x.html", ""},
      {"a%2Fb.html", "index.html", "a%2Fb.html", ""},
      {"100%.html", "index.html", "100%.html", ""},
      {"%zz%4", "index.html", "%zz%4", ""},
      {"a:b/c.html", "", "", nullptr},  // a scheme
      {"./a:b.html", "index.html", "a:b.html", ""},
      {"a/b:c.html", "index.html", "a/b:c.html", ""},
      {"2026:x.html", "index.html", "2026:x.html", ""},
  };
  for (const Case& c : cases) {
    const auto link = resolve_link(c.url, c.page);
    if (c.anchor == nullptr) {
      EXPECT_FALSE(link.has_value()) << c.url;
      continue;
    }
    ASSERT_TRUE(link.has_value()) << c.url;
    EXPECT_EQ(link->path, c.path) << c.url;
    EXPECT_EQ(link->anchor, c.anchor) << c.url;
  }
}

TEST(SiteLinkTest, LeavesTheSite) {
  for (const char* url : {"https://example.org/", "HTTP://example.org", "mailto:a@b.gov", "tel:+86-10",
                          "data:,x", "//example.org/x", "javascript:x", "svn+ssh://x", "a.b-c:x"}) {
    EXPECT_FALSE(resolve_link(url, "index.html").has_value()) << url;
  }
}

TEST(SiteLinkTest, WhatNoFolderCanFollowStaysAsItWasWritten) {
  for (const char* url : {"/", "/about.html", "../about.html", "a/../../x.html", ".", "./", "a/.."}) {
    EXPECT_EQ(resolve_link(url, "index.html")->path, url);
  }
  EXPECT_EQ(resolve_link("../../x.html#y", "items/a.html")->path, "../../x.html#y");
}

TEST(SiteLinkTest, AFolderIsNotItsIndex) {
  EXPECT_EQ(resolve_link("items/", "index.html")->path, "items/");
  EXPECT_EQ(resolve_link("../units/", "items/a.html")->path, "units/");
  EXPECT_EQ(resolve_link(".", "items/a.html")->path, "items/");
  EXPECT_EQ(resolve_link("a//b.html", "index.html")->path, "a//b.html");
}

TEST(SiteLinkTest, AgainstTheSitesFolder) {
  EXPECT_EQ(resolve_link("items/a.html#b", "")->path, "items/a.html");
  EXPECT_EQ(resolve_link("#main", "")->path, "#main");
}

}  // namespace
}  // namespace gongshi
