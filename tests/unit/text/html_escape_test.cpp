// The one escaper and the one percent-encoder.
#include "text/html_escape.hpp"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

TEST(EscapeHtml, FiveCharacters) {
  EXPECT_EQ(escape_html("<script>\"a\" & 'b'</script>"),
            "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
  EXPECT_EQ(escape_html("&lt;"), "&amp;lt;");  // what is escaped already is text too
}

TEST(EscapeHtml, EverythingElseStays) {
  EXPECT_EQ(escape_html(""), "");
  EXPECT_EQ(escape_html("整改 10~20 `=/\n\t🈺"), "整改 10~20 `=/\n\t🈺");
  EXPECT_EQ(escape_html(std::string("a\0b", 3)), std::string("a\0b", 3));
}

TEST(EscapeHtml, NoByteOpensMarkup) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string escaped = escape_html(std::string(1, static_cast<char>(byte)));
    EXPECT_EQ(escaped.find_first_of("<>\"'"), std::string::npos) << byte;
    if (byte != '&' && escaped.size() > 1) {
      EXPECT_TRUE(escaped.starts_with('&') && escaped.ends_with(';')) << byte;
    }
  }
}

TEST(AppendEscaped, Appends) {
  std::string out = "<p>";
  append_escaped(out, "a<b");
  append_escaped(out, "");
  EXPECT_EQ(out, "<p>a&lt;b");
}

TEST(PercentEncodePath, Unreserved) {
  const std::string plain = "AZaz09-._~/items/zg-001.html";
  EXPECT_EQ(percent_encode_path(plain), plain);
  EXPECT_EQ(percent_encode_path(""), "");
}

TEST(PercentEncodePath, EverythingElse) {
  EXPECT_EQ(percent_encode_path("整改"), "%E6%95%B4%E6%94%B9");
  EXPECT_EQ(percent_encode_path("a b"), "a%20b");
  EXPECT_EQ(percent_encode_path("100%"), "100%25");
  EXPECT_EQ(percent_encode_path("?#[]@!$&'()*+,;=:"), "%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A");
  EXPECT_EQ(percent_encode_path("\"<>\\^`{|}"), "%22%3C%3E%5C%5E%60%7B%7C%7D");
  EXPECT_EQ(percent_encode_path("\x7F\xFF"), "%7F%FF");
}

TEST(PercentEncodePath, ResultIsSafeInAnHref) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string encoded = percent_encode_path(std::string(1, static_cast<char>(byte)));
    EXPECT_EQ(escape_html(encoded), encoded) << byte;
    EXPECT_TRUE(encoded.size() == 1 || encoded.size() == 3) << byte;
  }
}

}  // namespace
}  // namespace gongshi
