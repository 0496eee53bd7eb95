// Writing the real disk: exact modes, nothing overwritten, nothing followed.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cerrno>

#include "files/disk.hpp"
#include "unit/files/refused_call.hpp"
#include "unit/temp_folder.hpp"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::get;
using testing::put;
using testing::refused;
using testing::TempFolder;

mode_t mode_of(const std::string& path) {
  struct stat found {};
  EXPECT_EQ(::lstat(path.c_str(), &found), 0) << path;
  return found.st_mode & 07777U;
}

class DiskWriteTest : public ::testing::Test {
 protected:
  TempFolder temp;
  Disk disk;
};

TEST_F(DiskWriteTest, ModesAreExactWhateverTheUmask) {
  for (const mode_t mask : {mode_t{0}, mode_t{022}, mode_t{077}}) {
    const std::string folder = temp / ("folder" + std::to_string(mask));
    const mode_t before = ::umask(mask);
    disk.make_folder(folder);
    disk.write_new(folder + "/file", "x");
    ::umask(before);
    EXPECT_EQ(mode_of(folder), 0755U);
    EXPECT_EQ(mode_of(folder + "/file"), 0644U);
  }
}

TEST_F(DiskWriteTest, AFolderInASetgidFolderHasTheSameMode) {
  fs::create_directory(temp / "group");
  ASSERT_EQ(::chmod((temp / "group").c_str(), 02775), 0);
  disk.make_folder(temp / "group/below");
  EXPECT_EQ(mode_of(temp / "group/below"), 0755U);
}

TEST_F(DiskWriteTest, WritesAllBytesToANewFileOnly) {
  std::string bytes;
  for (int i = 0; i < 300000; ++i) bytes.push_back(static_cast<char>(i * 7));
  disk.write_new(temp / "大.bin", bytes);
  EXPECT_EQ(get(temp / "大.bin"), bytes);
  disk.write_new(temp / "empty", "");
  EXPECT_EQ(fs::file_size(temp / "empty"), 0U);
  EXPECT_EQ(refused([&] { disk.write_new(temp / "empty", "x"); }), EEXIST);
  EXPECT_EQ(get(temp / "empty"), "");
  EXPECT_EQ(refused([&] { disk.write_new(temp / "none/file", "x"); }), ENOENT);
}

TEST_F(DiskWriteTest, ASymlinkIsNeverWrittenThrough) {
  fs::create_symlink("target", temp / "link");
  EXPECT_EQ(refused([&] { disk.write_new(temp / "link", "x"); }), EEXIST);
  EXPECT_FALSE(fs::exists(temp / "target"));
  fs::create_directory(temp / "real");
  fs::create_directory_symlink("real", temp / "folder-link");
  EXPECT_EQ(refused([&] { disk.make_folder(temp / "folder-link"); }), EEXIST);
}

TEST_F(DiskWriteTest, FoldersAreMadeOnceAndOneAtATime) {
  disk.make_folder(temp / "a");
  EXPECT_EQ(refused([&] { disk.make_folder(temp / "a"); }), EEXIST);
  EXPECT_EQ(refused([&] { disk.make_folder(temp / "b/c"); }), ENOENT);
}

TEST_F(DiskWriteTest, RenameReplacesNothing) {
  put(temp / "a/file", "a");
  fs::create_directory(temp / "empty");
  EXPECT_EQ(refused([&] { disk.rename_new(temp / "a", temp / "empty"); }), EEXIST);
  disk.rename_new(temp / "a", temp / "b");
  EXPECT_EQ(get(temp / "b/file"), "a");
  EXPECT_FALSE(fs::exists(temp / "a"));
  EXPECT_EQ(refused([&] { disk.rename_new(temp / "a", temp / "c"); }), ENOENT);
}

TEST_F(DiskWriteTest, ExchangeSwapsTwoFolders) {
  put(temp / "a/file", "a");
  put(temp / "b/other", "b");
  disk.exchange(temp / "a", temp / "b");
  EXPECT_EQ(get(temp / "b/file"), "a");
  EXPECT_EQ(get(temp / "a/other"), "b");
  EXPECT_EQ(refused([&] { disk.exchange(temp / "a", temp / "none"); }), ENOENT);
  EXPECT_EQ(get(temp / "a/other"), "b");
}

TEST_F(DiskWriteTest, SyncsWhatIsThere) {
  put(temp / "a/file", "a");
  disk.sync_all(temp / "a");
  disk.sync_folder(temp / "a");
  EXPECT_EQ(refused([&] { disk.sync_all(temp / "none"); }), ENOENT);
  EXPECT_EQ(refused([&] { disk.sync_folder(temp / "none"); }), ENOENT);
  EXPECT_EQ(refused([&] { disk.sync_folder(temp / "a/file"); }), ENOTDIR);
}

TEST_F(DiskWriteTest, RemovesATreeButNothingThatItLinksTo) {
  put(temp / "kept/file", "kept");
  put(temp / "tree/a/b/c/file", "x");
  put(temp / "tree/.hidden", "x");
  fs::create_directory_symlink(temp / "kept", temp / "tree/link");
  fs::create_directory_symlink(temp / "kept", temp / "tree/a/link");
  ASSERT_EQ(::mkfifo((temp / "tree/fifo").c_str(), 0600), 0);
  disk.remove_tree(temp / "tree");
  EXPECT_FALSE(fs::exists(temp / "tree"));
  EXPECT_EQ(get(temp / "kept/file"), "kept");
}

TEST_F(DiskWriteTest, RemovesALinkAndAFileThemselvesAndTakesNoneForDone) {
  put(temp / "kept/file", "kept");
  fs::create_directory_symlink("kept", temp / "link");
  disk.remove_tree(temp / "link");
  EXPECT_FALSE(fs::is_symlink(temp / "link"));
  EXPECT_EQ(get(temp / "kept/file"), "kept");
  disk.remove_tree(temp / "kept/file");
  EXPECT_FALSE(fs::exists(temp / "kept/file"));
  disk.remove_tree(temp / "none");
}

TEST_F(DiskWriteTest, WhatTheKernelRefusesIsAnErrorEvenForRoot) {
  EXPECT_NE(refused([&] { disk.make_folder("/proc/gongshi"); }), 0);
  EXPECT_NE(refused([&] { disk.write_new("/proc/gongshi", "x"); }), 0);
}

}  // namespace
}  // namespace gongshi
