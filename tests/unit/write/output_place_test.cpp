// Which folders may be replaced: a slip of --out must not cost anybody a file. Nothing is written
// before the refusal.
#include "write/output_place.hpp"

#include <gtest/gtest.h>

#include <cerrno>

#include "files/disk.hpp"
#include "unit/temp_folder.hpp"
#include "write/manifest.hpp"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::put;
using testing::TempFolder;

// A site as it is laid out on disk: content and theme in the site's folder, that in the home folder.
class OutputPlaceTest : public ::testing::Test {
 protected:
  OutputPlaceTest() {
    put(temp / "home/site/site.yaml", "");
    put(temp / "home/site/content/items/zg-1.md", "");
    put(temp / "home/site/themes/default/theme.yaml", "");
    put(temp / "more/items/zg-2.md", "");
  }

  OutputRequest request(const std::string& folder) {
    return {folder,
            {temp / "home/site/content", temp / "home/site/themes/default", temp / "more"},
            {temp / "home/site", temp / "home"}};
  }
  OutputPlace find(const std::string& folder) { return find_output_place(disk, request(folder)); }
  std::string refusal(const std::string& folder) { return refusal(request(folder)); }

  /// The code of the refusal, "errno N" if the disk refused, "" if none did.
  std::string refusal(const OutputRequest& wanted) {
    try {
      find_output_place(disk, wanted);
      return "";
    } catch (const OutputRefused& refused) {
      return refused.finding().code();
    } catch (const IoError& error) {
      return "errno " + std::to_string(error.error_number());
    }
  }

  std::string put_published(const std::string& folder) {
    put(folder + "/manifest.json", manifest_json({"0.1.0", "2026-06-30", "public"}, {}));
    return folder;
  }

  TempFolder temp;
  Disk disk;
};

TEST_F(OutputPlaceTest, ThreeNamesLieBesideTheOutput) {
  const OutputPlace place = find(temp / "home/site/public");
  EXPECT_EQ(place.parent, temp / "home/site");
  EXPECT_EQ(place.output, temp / "home/site/public");
  EXPECT_EQ(place.staging, temp / "home/site/.public.new");
  EXPECT_EQ(place.previous, temp / "home/site/.public.old");
  EXPECT_EQ(place.lock, temp / "home/site/.public.lock");
  EXPECT_EQ(find(temp / "home/site/公开/").staging, temp / "home/site/.公开.new");
  EXPECT_EQ(find("/no-such-folder").parent, "/");
  EXPECT_EQ(find("/no-such-folder").staging, "/.no-such-folder.new");
}

TEST_F(OutputPlaceTest, ASymlinkIsFollowedAndAllLiesBesideTheRealFolder) {
  fs::create_directories(temp / "srv/www");
  fs::create_directory_symlink(temp / "srv/www", temp / "home/site/public");
  const OutputPlace place = find(temp / "home/site/public");
  EXPECT_EQ(place.output, temp / "srv/www");
  EXPECT_EQ(place.staging, temp / "srv/.www.new");
}

TEST_F(OutputPlaceTest, SourcesAndWhatHoldsThemAreRefused) {
  for (const char* folder :
       {"home/site", "home", "home/site/content", "home/site/content/items", "home/site/content/new",
        "home/site/themes", "home/site/themes/default", "home/site/themes/default/public", "more",
        "more/items/..", "home/site/themes/../content", "."}) {
    EXPECT_EQ(refusal(temp / folder), "output-inside-source") << folder;
  }
  EXPECT_EQ(refusal("/"), "output-inside-source");
  EXPECT_EQ(refusal("/tmp/.."), "output-inside-source");
  EXPECT_EQ(refusal(OutputRequest{"/", {}, {}}), "output-inside-source");
}

TEST_F(OutputPlaceTest, ASymlinkToASourceIsASource) {
  fs::create_directory_symlink(temp / "home/site/content", temp / "public");
  EXPECT_EQ(refusal(temp / "public"), "output-inside-source");
  fs::create_directory_symlink(temp / "home/site", temp / "alias");
  EXPECT_EQ(refusal(temp / "alias/content/x"), "output-inside-source");
  EXPECT_EQ(refusal(temp / "alias/public"), "");
}

TEST_F(OutputPlaceTest, ASourceThatIsReachedThroughASymlinkIsProtectedWhereItReallyLies) {
  fs::create_directory_symlink(temp / "more", temp / "alias");
  EXPECT_EQ(refusal(OutputRequest{temp / "more", {temp / "alias"}, {}}), "output-inside-source");
  EXPECT_EQ(refusal(OutputRequest{temp / "more", {}, {temp / "alias"}}), "output-inside-source");
}

TEST_F(OutputPlaceTest, TheSitesFolderIsProtectedThoughItsContentLiesElsewhere) {
  for (const char* folder : {"home/site", "home"}) {
    const OutputRequest wanted{temp / folder, {temp / "more"}, {temp / "home/site"}};
    EXPECT_EQ(refusal(wanted), "output-inside-source") << folder;
  }
}

TEST_F(OutputPlaceTest, NamesThatOnlyBeginLikeASourceAreFine) {
  for (const char* folder :
       {"home/site/content-public", "home/site/public", "home/public", "moreover", "other"}) {
    EXPECT_EQ(refusal(temp / folder), "") << folder;
  }
}

TEST_F(OutputPlaceTest, SourcesThatAreNotThereAreKeptFreeAllTheSame) {
  OutputRequest wanted = request(temp / "later");
  wanted.surroundings.emplace_back("/nonexistent/home");
  EXPECT_EQ(refusal(wanted), "");
  wanted.sources.push_back(temp / "later/content");
  EXPECT_EQ(refusal(wanted), "output-inside-source");
}

TEST_F(OutputPlaceTest, OnlyOurOwnOrAnEmptyFolderIsReplaced) {
  fs::create_directory(temp / "empty");
  EXPECT_EQ(refusal(temp / "empty"), "");
  EXPECT_EQ(refusal(put_published(temp / "ours")), "");
  put(temp / "photos/1.jpg", "");
  EXPECT_EQ(refusal(temp / "photos"), "output-not-ours");
  put(temp / "app/manifest.json", R"({"name": "An app", "icons": []})");
  EXPECT_EQ(refusal(temp / "app"), "output-not-ours");
  fs::create_directories(temp / "odd/manifest.json");
  EXPECT_EQ(refusal(temp / "odd"), "output-not-ours");
  fs::create_directory(temp / "linked");
  fs::create_symlink(temp / "ours/manifest.json", temp / "linked/manifest.json");
  EXPECT_EQ(refusal(temp / "linked"), "output-not-ours");
}

TEST_F(OutputPlaceTest, AFileIsNoFolder) {
  put(temp / "public", "a file");
  EXPECT_EQ(refusal(temp / "public"), "output-not-folder");
  fs::create_symlink(temp / "public", temp / "link");
  EXPECT_EQ(refusal(temp / "link"), "output-not-folder");
  EXPECT_EQ(refusal("/dev/null"), "output-not-folder");
}

TEST_F(OutputPlaceTest, TheFolderAboveMustBeThere) {
  put(temp / "file", "");
  fs::create_symlink("nowhere", temp / "dangling");
  EXPECT_EQ(refusal(temp / "none/public"), "errno " + std::to_string(ENOENT));
  EXPECT_EQ(refusal(temp / "file/public"), "errno " + std::to_string(ENOTDIR));
  EXPECT_EQ(refusal(temp / "dangling"), "errno " + std::to_string(ENOENT));
}

}  // namespace
}  // namespace gongshi
