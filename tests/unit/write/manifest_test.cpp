// The manifest's exact bytes, and by what we know one of ours.
#include "write/manifest.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

const Edition kEdition{"0.1.0", "2026-06-30", "public"};

TEST(ManifestTest, ListsFilesInByteOrder) {
  const std::unordered_map<std::string, ManifestEntry> files = {
      {"甲.html", {3, "cc"}}, {"a/b.html", {0, "aa"}}, {"Z.html", {12, "bb"}}};
  EXPECT_EQ(manifest_json(kEdition, files), R"({
 "version": "0.1.0",
 "as_of": "2026-06-30",
 "audience": "public",
 "files": [
  {
   "path": "Z.html",
   "bytes": 12,
   "sha256": "bb"
  },
  {
   "path": "a/b.html",
   "bytes": 0,
   "sha256": "aa"
  },
  {
   "path": "甲.html",
   "bytes": 3,
   "sha256": "cc"
  }
 ]
}
)");
}

TEST(ManifestTest, KnowsItsOwn) {
  const auto edition = edition_in(manifest_json(kEdition, {}));
  ASSERT_TRUE(edition);
  EXPECT_EQ(edition->version, kEdition.version);
  EXPECT_EQ(edition->as_of, kEdition.as_of);
  EXPECT_EQ(edition->audience, kEdition.audience);
  EXPECT_TRUE(edition_in(manifest_json(kEdition, {{"a", {1, "aa"}}})));
  EXPECT_EQ(edition_in(R"({"version":"1","as_of":"2026-01-01","audience":"unit:u1","files":[]})")->audience,
            "unit:u1");
}

TEST(ManifestTest, KnowsWhatIsNot) {
  const std::string ours = manifest_json(kEdition, {});
  const std::size_t needed = ours.find("\"files\"") + std::string("\"files\"").size();
  for (std::size_t length = 0; length < needed; ++length) {
    EXPECT_FALSE(edition_in(ours.substr(0, length))) << length;
  }
  EXPECT_FALSE(edition_in(R"({"name": "My app", "icons": [], "version": "1"})"));
  EXPECT_FALSE(edition_in(R"({"version": "1", "name": "My app", "manifest_version": 3})"));
  EXPECT_FALSE(edition_in(R"({"version": 1, "as_of": "x", "audience": "x", "files": []})"));
  EXPECT_FALSE(edition_in(ours.substr(1)));
  EXPECT_FALSE(edition_in(""));
}

}  // namespace
}  // namespace gongshi
