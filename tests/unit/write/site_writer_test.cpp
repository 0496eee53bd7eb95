// A site put in place: its bytes, its manifest, what stays beside it, and what happens when it is
// not finished. Failures, kills and power cuts are in tests/faults/.
#include "write/site_writer.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "files/disk.hpp"
#include "text/sha256.hpp"
#include "unit/temp_folder.hpp"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::get;
using testing::put;
using testing::TempFolder;

const Edition kFirstEdition{"0.1.0", "2026-06-30", "public"};
const LockHolder kHolder{"4711", "2026-06-30T08:00:00Z"};

class SiteWriterTest : public ::testing::Test {
 protected:
  SiteWriterTest() { fs::create_directory(temp / "content"); }

  OutputRequest request() { return {output, {temp / "content"}, {temp.path()}}; }
  std::unique_ptr<SiteWriter> writer() { return std::make_unique<SiteWriter>(disk, request(), kHolder); }

  void publish(const std::string& text) {
    const auto site = writer();
    site->write("index.html", text);
    site->publish(kFirstEdition);
  }

  TempFolder temp;
  Disk disk;
  std::string output = temp / "public";
  std::string staging = temp / ".public.new";
  std::string previous = temp / ".public.old";
};

TEST_F(SiteWriterTest, ThePublishedFolderHoldsTheFilesAndTheirManifest) {
  const auto site = writer();
  site->write("items/整改-1.html", "<p>一</p>");
  site->write("index.html", "");
  EXPECT_FALSE(fs::exists(output));
  site->publish(kFirstEdition);
  EXPECT_EQ(site->output(), output);
  EXPECT_EQ(get(output + "/items/整改-1.html"), "<p>一</p>");
  EXPECT_EQ(get(output + "/manifest.json"),
            manifest_json(kFirstEdition, {{"index.html", {0, sha256_hex("")}},
                                          {"items/整改-1.html", {10, sha256_hex("<p>一</p>")}}}));
  EXPECT_FALSE(fs::exists(staging));
  EXPECT_FALSE(fs::exists(previous));
}

TEST_F(SiteWriterTest, TheSiteIsReplacedWholeAndTheOneBeforeStaysBesideIt) {
  publish("one");
  put(output + "/stray.html", "");
  publish("two");
  EXPECT_EQ(get(output + "/index.html"), "two");
  EXPECT_FALSE(fs::exists(output + "/stray.html"));
  EXPECT_EQ(get(previous + "/index.html"), "one");
  EXPECT_TRUE(fs::exists(previous + "/stray.html"));
  publish("three");
  EXPECT_EQ(get(output + "/index.html"), "three");
  EXPECT_EQ(get(previous + "/index.html"), "two");
  EXPECT_FALSE(fs::exists(staging));
}

TEST_F(SiteWriterTest, AnEmptyFolderIsReplaced) {
  fs::create_directory(output);
  publish("one");
  EXPECT_EQ(get(output + "/index.html"), "one");
}

TEST_F(SiteWriterTest, ASymlinkStaysAndItsFolderIsReplaced) {
  fs::create_directories(temp / "srv/www");
  fs::create_directory_symlink(temp / "srv/www", output);
  publish("one");
  publish("two");
  EXPECT_TRUE(fs::is_symlink(output));
  EXPECT_EQ(get(temp / "srv/www/index.html"), "two");
  EXPECT_EQ(get(temp / "srv/.www.old/index.html"), "one");
  EXPECT_FALSE(fs::exists(staging));
}

TEST_F(SiteWriterTest, WithoutPublishNothingHappened) {
  publish("one");
  {
    const auto site = writer();
    site->write("a/b/c.html", "two");
    EXPECT_TRUE(fs::exists(staging));
  }
  EXPECT_FALSE(fs::exists(staging));
  EXPECT_EQ(get(output + "/index.html"), "one");
}

TEST_F(SiteWriterTest, WhatACrashLeftIsRemovedFirst) {
  put(staging + "/index.html", "half");
  put(previous + "/index.html", "older");
  put(temp / ".public.lock", "999999\n1970-01-01T00:00:00Z\n");
  publish("one");
  EXPECT_EQ(get(output + "/index.html"), "one");
  EXPECT_FALSE(fs::exists(staging));
  EXPECT_EQ(get(previous + "/index.html"), "older");
}

TEST_F(SiteWriterTest, ASymlinkInThePlaceOfStagingIsRemovedAndNotFollowed) {
  put(temp / "kept/file", "kept");
  fs::create_directory_symlink("kept", staging);
  fs::create_directory_symlink("kept", previous);
  publish("one");
  publish("two");
  EXPECT_EQ(get(temp / "kept/file"), "kept");
  EXPECT_FALSE(fs::exists(temp / "kept/index.html"));
  EXPECT_EQ(get(previous + "/index.html"), "one");
}

TEST_F(SiteWriterTest, ASecondWriterIsRefusedAndToldWhoIsAtWork) {
  const auto first = writer();
  first->write("index.html", "one");
  try {
    writer();
    FAIL();
  } catch (const OutputRefused& refused) {
    EXPECT_EQ(refused.finding().code(), "locked");
    EXPECT_EQ(refused.finding().arguments,
              (std::vector<Argument>{output, std::string("4711"), std::string("2026-06-30T08:00:00Z")}));
  }
  first->publish(kFirstEdition);
  EXPECT_EQ(get(output + "/index.html"), "one");
}

TEST_F(SiteWriterTest, ARefusalWritesNothing) {
  put(output + "/photo.jpg", "mine");
  EXPECT_THROW(writer(), OutputRefused);
  EXPECT_EQ(std::distance(fs::directory_iterator(temp.path()), {}), 2) << "content and public alone";
}

TEST_F(SiteWriterTest, BugsOfTheCallerAreTold) {
  const auto site = writer();
  site->write("a.html", "");
  EXPECT_THROW(site->write("a.html", ""), std::logic_error);
  EXPECT_THROW(site->write("/etc/x", ""), std::logic_error);
  EXPECT_THROW(site->write("../x", ""), std::logic_error);
  site->write("manifest.json", "not ours");
  EXPECT_THROW(site->publish(kFirstEdition), std::logic_error);
  EXPECT_FALSE(fs::exists(output));
}

TEST_F(SiteWriterTest, ASiteOfWhichAWriteFailedIsNotPublished) {
  const auto site = writer();
  put(staging + "/a.html", "in the way");
  EXPECT_THROW(site->write("a.html", ""), IoError);
  EXPECT_THROW(site->publish(kFirstEdition), std::logic_error);
  EXPECT_FALSE(fs::exists(output));
}

TEST_F(SiteWriterTest, AFileOfTheStoreIsTakenOverAsItIs) {
  publish("<p>一</p>");
  const auto site = writer();
  const auto page = site->store().put(output, "index.html", {10, sha256_hex("<p>一</p>")});
  ASSERT_TRUE(page);
  fs::remove_all(output);
  site->take_over(*page);
  const std::string stored = temp / ".public.kept/index.html";
  EXPECT_EQ(fs::hard_link_count(stored), 1U);  // nothing is done before it is published
  site->publish(kFirstEdition);
  EXPECT_EQ(get(output + "/index.html"), "<p>一</p>");
  EXPECT_EQ(get(output + "/manifest.json"),
            manifest_json(kFirstEdition, {{"index.html", {10, sha256_hex("<p>一</p>")}}}));
  EXPECT_EQ(disk.status(output + "/index.html")->version.inode, page->version.inode);
  EXPECT_EQ(fs::hard_link_count(stored), 2U);
  EXPECT_EQ(*site->find("index.html"), page->entry);
  EXPECT_EQ(site->find("other.html"), nullptr);
}

// As on a file system that has no hard links.
TEST_F(SiteWriterTest, WhereNothingCanBeLinkedTheFileIsCopied) {
  class Linkless : public Disk {
    void link_new(const std::string& from, const std::string&) override {
      throw IoError({"建立链接", "link"}, from, EPERM);
    }
  };
  publish("<p>一</p>");
  Linkless linkless;
  SiteWriter site(linkless, request(), kHolder);
  site.take_over(*site.store().put(output, "index.html", {10, sha256_hex("<p>一</p>")}));
  site.publish(kFirstEdition);
  EXPECT_EQ(get(output + "/index.html"), "<p>一</p>");
  EXPECT_EQ(fs::hard_link_count(output + "/index.html"), 1U);
}

TEST_F(SiteWriterTest, ManyThreadsWriteOneSite) {
  const auto site = writer();
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&site, t] {
      for (int i = 0; i < 100; ++i) {
        const std::string name = std::to_string(i) + "-" + std::to_string(t);
        site->write("folder" + std::to_string(i % 7) + "/below/" + name, name);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  site->publish(kFirstEdition);
  std::unordered_map<std::string, ManifestEntry> files;
  for (const auto& entry : fs::recursive_directory_iterator(output)) {
    const std::string path = entry.path().lexically_relative(output);
    if (!entry.is_regular_file() || path == kManifestName) continue;
    const std::string bytes = get(entry.path());
    EXPECT_EQ(bytes, entry.path().filename().string());
    files[path] = {bytes.size(), sha256_hex(bytes)};
  }
  EXPECT_EQ(files.size(), 400U);
  EXPECT_EQ(get(output + "/manifest.json"), manifest_json(kFirstEdition, files));
}

}  // namespace
}  // namespace gongshi
