// Which addresses get into a page. Everything not listed is refused, however it is disguised.
#include "render/address_policy.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(AddressPolicyTest, PublishedAddressesAreOfFewKinds) {
  for (const char* address :
       {"https://a.gov", "http://a.gov/x?y=1#z", "HTTPS://A.GOV", "https://水利厅.政务.cn/公开",
        "mailto:a@b.gov", "tel:+86-10-1", "#fn1", "https://a.gov:8080/a b", "https://[::1]/"}) {
    EXPECT_TRUE(is_published_address(address)) << address;
  }
}

TEST(AddressPolicyTest, EverythingElseIsRefused) {
  for (const char* address : {"",
                              "#",
                              "javascript:alert(1)",
                              "JaVaScRiPt:alert(1)",
                              "java\tscript:alert(1)",
                              " javascript:alert(1)",
                              "vbscript:x",
                              "data:text/html,x",
                              "data:image/png;base64,x",
                              "file:///etc/passwd",
                              "about:blank",
                              "blob:https://a",
                              "ftp://a.gov",
                              "//evil.example",
                              "/path",
                              "path",
                              "../x",
                              "?q",
                              "https:",
                              "https://",
                              "https:///x",
                              "http:a.gov",
                              "https:/a.gov",
                              "https://a.gov@evil.example/",
                              "https://a b@c/",
                              "https:\\\\evil",
                              "https://a.gov\\@evil",
                              "mailto:",
                              "tel:",
                              " https://a.gov",
                              "https://a.gov/\xE2\x80\xAEgpj.exe",
                              "https://a.gov/\xE2\x80\x8B",
                              "https://a\xFF",
                              "https://a.gov/\x01",
                              "https://a.gov/\x7F",
                              "https://a.gov/\n"}) {
    EXPECT_FALSE(is_published_address(address)) << address;
  }
}

TEST(AddressPolicyTest, SiteAddressesHaveNoScheme) {
  for (const char* address :
       {"", "index.html", "../items/zg-1.html#x", "?a:b", "a/b:c", "./a:b", "%E4.html", "甲.html"})
    EXPECT_TRUE(is_site_address(address)) << address;
  for (const char* address :
       {"//evil", "javascript:x", "a:b", "\\\\evil", "/\\evil", "a\nb", "x\xE2\x80\xAE"})
    EXPECT_FALSE(is_site_address(address)) << address;
}

TEST(AddressPolicyTest, PagesHoldBothKinds) {
  for (const char* address :
       {"", "https://a.gov", "mailto:a@b.gov", "#fn1", "../items/zg-1.html#x", "甲.html"})
    EXPECT_TRUE(is_page_address(address)) << address;
  for (const char* address : {"javascript:x", "//evil", "https://", "https://a@b", "tel:", "a\\b", "a\nb",
                              "a\x7F", "a\x1F", "a\xFF", "https://a.gov/\xE2\x80\x8B"})
    EXPECT_FALSE(is_page_address(address)) << address;
}

TEST(AddressPolicyTest, FilesStayInTheirFolder) {
  for (const char* path : {"files/a.png", "files/2026/图 一.png", "files/..a/b"})
    EXPECT_TRUE(is_files_path(path)) << path;
  for (const char* path :
       {"", "files", "files/", "files/../x", "files/a/../../x", "files/./a", "files//a", "files/a/",
        "/files/a", "../files/a.png", "Files/a.png", "files/%2e%2e/x", "files/a?b", "files/a#b", "files\\a",
        "files/a\\..", "https://a.gov/files/a.png", "files/a:b", "files/\xE2\x80\xAE"})
    EXPECT_FALSE(is_files_path(path)) << path;
}

TEST(AddressPolicyTest, OnlyWebAddressesAreExternal) {
  EXPECT_TRUE(is_external_address("https://a"));
  EXPECT_TRUE(is_external_address("HTTP://a"));
  EXPECT_FALSE(is_external_address("mailto:a@b"));
  EXPECT_FALSE(is_external_address("#a"));
}

TEST(AddressPolicyTest, EncodesWhatNoUriHolds) {
  EXPECT_EQ(encode_address("https://a.gov/x?y=1&z=%20#f"), "https://a.gov/x?y=1&z=%20#f");
  EXPECT_EQ(encode_address("a b\"<>\\^`{|}\x7F"), "a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%7F");
  EXPECT_EQ(encode_address("图"), "%E5%9B%BE");
}

}  // namespace
}  // namespace gongshi
