// Who sees what: every scope before every audience.
#include "publish/audience.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gongshi {
namespace {

const std::vector<std::string> kAudiences = {"public", "system", "unit", "internal"};

Audience audience(std::string_view name) { return *Audience::find(name, kAudiences); }

// What `name` sees of a record of unit `owner`, of the scopes public, system, unit, internal, none and one
// that is no audience.
std::string seen(std::string_view name, std::string_view owner) {
  std::string marks;
  for (const char* scope : {"public", "system", "unit", "internal", "", "secret"})
    marks.push_back(audience(name).sees(scope, owner) ? 'x' : '.');
  return marks;
}

TEST(Audience, EveryScopeAndAudience) {
  EXPECT_EQ(seen("public", "a"), "x.....");
  EXPECT_EQ(seen("system", "a"), "xx....");
  EXPECT_EQ(seen("unit", "a"), "xxx...");
  EXPECT_EQ(seen("unit:a", "a"), "xxx...");
  EXPECT_EQ(seen("unit:b", "a"), "xx....");
  EXPECT_EQ(seen("unit:a", ""), "xx....");
  EXPECT_EQ(seen("internal", "a"), "xxxxx.");  // no scope means internal
}

TEST(Audience, Find) {
  EXPECT_EQ(audience("unit:tingjiguan").unit(), "tingjiguan");
  EXPECT_EQ(audience("unit:tingjiguan").name(), "unit:tingjiguan");
  EXPECT_EQ(audience("unit").unit(), "");
  for (const char* none : {"", "Public", "unit:", "secret", "public:a", ":a"})
    EXPECT_FALSE(Audience::find(none, kAudiences)) << none;
  EXPECT_FALSE(Audience::find("unit:a", {"public", "internal"}));
}

TEST(Audience, Folders) {
  EXPECT_EQ(audience("public").folder(), "public");
  EXPECT_EQ(audience("system").folder(), "public-system");
  EXPECT_EQ(audience("internal").folder(), "public-internal");
  EXPECT_EQ(audience("unit:tingjiguan").folder(), "public-unit-tingjiguan");
  EXPECT_TRUE(audience("public").is_widest());
  EXPECT_FALSE(audience("system").is_widest());
}

// One unit's view is never the widest, whatever the order of the audiences.
TEST(Audience, AUnitIsNeverThePublic) {
  const auto one = Audience::find("unit:a", {"unit", "internal"});
  ASSERT_TRUE(one);
  EXPECT_FALSE(one->is_widest());
  EXPECT_EQ(one->folder(), "public-unit-a");
}

}  // namespace
}  // namespace gongshi
