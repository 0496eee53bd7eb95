// What is kept of a published site: put in by name, found again unless it was touched, whatever became of
// the site.
#include "write/page_store.hpp"

#include <gtest/gtest.h>

#include "files/disk.hpp"
#include "text/sha256.hpp"
#include "unit/temp_folder.hpp"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::get;
using testing::put;
using testing::TempFolder;

const std::string kText = "<p>一</p>";
const ManifestEntry kEntry{kText.size(), sha256_hex(kText)};

class PageStoreTest : public ::testing::Test {
 protected:
  PageStoreTest() {
    fs::create_directories(output + "/items");
    put(output + "/items/a.html", kText);
  }

  StoredFile put_in() { return store.put(output, "items/a.html", kEntry).value(); }

  TempFolder temp;
  Disk disk;
  std::string output = temp / "public";
  PageStore store{disk, temp / "kept/public/site"};
  std::string place = store.place_of("items/a.html");
};

TEST_F(PageStoreTest, WhatIsPutInIsASecondNameAndStaysWithoutTheFirst) {
  const StoredFile page = put_in();
  EXPECT_EQ(page.path, "items/a.html");
  EXPECT_EQ(page.entry, kEntry);
  EXPECT_EQ(fs::hard_link_count(place), 2U);
  EXPECT_TRUE(store.holds(page));
  fs::remove_all(output);
  EXPECT_TRUE(store.holds(page));
  EXPECT_EQ(store.read(page), kText);
}

TEST_F(PageStoreTest, AnEarlierOneMakesRoom) {
  const StoredFile page = put_in();
  fs::remove(output + "/items/a.html");
  put(output + "/items/a.html", "<p>二</p>");
  ASSERT_TRUE(store.put(output, "items/a.html", {10, sha256_hex("<p>二</p>")}));
  EXPECT_EQ(get(place), "<p>二</p>");
  EXPECT_FALSE(store.holds(page));
}

TEST_F(PageStoreTest, TheSameBytesAreHeldAndNoOther) {
  const StoredFile page = put_in();
  fs::remove(place);
  EXPECT_FALSE(store.holds(page));
  put(place, kText);  // as out of an archive
  EXPECT_TRUE(store.holds(page));
  put(place, "<p>二</p>");  // as long as it was
  EXPECT_FALSE(store.holds(page));
  put(place, kText + " ");
  EXPECT_FALSE(store.holds(page));
  fs::remove(place);
  fs::create_symlink(output + "/items/a.html", place);
  EXPECT_FALSE(store.holds(page));
  fs::remove_all(temp / "kept/public/site/items");
  put(temp / "kept/public/site/items", "a file where the folder was");
  EXPECT_FALSE(store.holds(page));
}

TEST_F(PageStoreTest, WhatTheDiskRefusesIsNotKept) {
  EXPECT_FALSE(store.put(output, "items/no.html", kEntry));
  put(temp / "file", "");
  PageStore nowhere(disk, temp / "file/site");
  EXPECT_FALSE(nowhere.put(output, "items/a.html", kEntry));
  nowhere.clear();
}

TEST_F(PageStoreTest, WithoutSecondNamesItIsACopy) {
  class Linkless : public Disk {
    void link_new(const std::string& from, const std::string&) override {
      throw IoError({"建立链接", "link"}, from, EXDEV);
    }
  };
  Linkless linkless;
  PageStore copies(linkless, temp / "copies");
  const auto page = copies.put(output, "items/a.html", kEntry);
  ASSERT_TRUE(page);
  EXPECT_EQ(fs::hard_link_count(copies.place_of("items/a.html")), 1U);
  EXPECT_EQ(copies.read(*page), kText);
}

TEST_F(PageStoreTest, WhatIsRemovedIsGone) {
  const StoredFile page = put_in();
  store.remove("items/a.html");
  EXPECT_FALSE(store.find("items/a.html", kEntry));
  put_in();
  store.clear();
  EXPECT_FALSE(fs::exists(temp / "kept/public/site"));
  EXPECT_FALSE(store.holds(page));
}

}  // namespace
}  // namespace gongshi
