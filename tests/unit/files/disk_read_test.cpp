// Reading the real disk: what is followed, what is refused, and that nothing waits or grows for ever.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "files/disk.hpp"
#include "unit/files/refused_call.hpp"
#include "unit/temp_folder.hpp"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::put;
using testing::refused;
using testing::TempFolder;

class DiskReadTest : public ::testing::Test {
 protected:
  int refused_read(const std::string& relative, std::uint64_t limit = 1000) {
    return refused([&] { disk.read(temp.path(), relative, limit); });
  }

  TempFolder temp;
  Disk disk;
};

TEST_F(DiskReadTest, StatusTellsKindsAndSizes) {
  put(temp / "文件.md", "12345");
  fs::create_symlink("文件.md", temp / "link");
  fs::create_symlink("nowhere", temp / "dangling");
  ASSERT_EQ(::mkfifo((temp / "fifo").c_str(), 0600), 0);
  EXPECT_EQ(disk.status(temp / "文件.md")->kind, FileKind::regular);
  EXPECT_EQ(disk.status(temp / "文件.md")->bytes, 5U);
  EXPECT_EQ(disk.status(temp.path())->kind, FileKind::folder);
  EXPECT_EQ(disk.status(temp / "link")->kind, FileKind::symlink);
  EXPECT_EQ(disk.status(temp / "dangling")->kind, FileKind::symlink);
  EXPECT_EQ(disk.status(temp / "fifo")->kind, FileKind::other);
  EXPECT_FALSE(disk.status(temp / "none").has_value());
  EXPECT_EQ(refused([&] { disk.status(temp / "文件.md/below"); }), ENOTDIR);
}

TEST_F(DiskReadTest, ResolveFollowsSymlinksAndAcceptsAMissingLastPart) {
  fs::create_directories(temp / "real/inner");
  fs::create_directory_symlink("real", temp / "alias");
  fs::create_symlink("gone", temp / "dangling");
  const std::string base = fs::canonical(temp.path());
  EXPECT_EQ(disk.resolve(temp / "alias"), base + "/real");
  EXPECT_EQ(disk.resolve(temp / "alias/"), base + "/real");
  EXPECT_EQ(disk.resolve(temp / "alias/inner/../inner"), base + "/real/inner");
  EXPECT_EQ(disk.resolve(temp / "alias/new"), base + "/real/new");
  EXPECT_EQ(disk.resolve(temp / "alias/new//"), base + "/real/new");
  EXPECT_EQ(disk.resolve("/"), "/");
  EXPECT_EQ(disk.resolve("/no-such-folder-at-all"), "/no-such-folder-at-all");
  EXPECT_EQ(refused([&] { disk.resolve(temp / "missing/new"); }), ENOENT);
  EXPECT_EQ(refused([&] { disk.resolve(temp / "missing/.."); }), ENOENT);
  EXPECT_EQ(refused([&] { disk.resolve(temp / "dangling"); }), ENOENT);
}

TEST_F(DiskReadTest, ListSortsByBytesAndTellsKinds) {
  for (const char* name : {"b", "a", "B", "甲", "z"}) put(temp / name, "");
  fs::create_directory(temp / "folder");
  fs::create_directory_symlink("folder", temp / "link");
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : disk.list(temp.path())) names.push_back(entry.name);
  EXPECT_EQ(names, (std::vector<std::string>{"B", "a", "b", "folder", "link", "z", "甲"}));
  const auto entries = disk.list(temp.path());
  EXPECT_EQ(entries[0].kind, FileKind::regular);
  EXPECT_EQ(entries[3].kind, FileKind::folder);
  EXPECT_EQ(entries[4].kind, FileKind::symlink);
  EXPECT_TRUE(disk.list(temp / "folder").empty());
  EXPECT_EQ(refused([&] { disk.list(temp / "none"); }), ENOENT);
  EXPECT_EQ(refused([&] { disk.list(temp / "a"); }), ENOTDIR);
}

TEST_F(DiskReadTest, ReadsWholeFilesUpToTheLimit) {
  const std::string bytes = std::string(998, 'x') + std::string("\0y", 2);
  put(temp / "items/甲.md", bytes);
  put(temp / "empty", "");
  EXPECT_EQ(disk.read(temp.path(), "items/甲.md", 1000), bytes);
  EXPECT_EQ(disk.read(temp.path(), "items/../items/甲.md", 1000), bytes);
  EXPECT_EQ(disk.read(temp.path(), "empty", 0), "");
  EXPECT_EQ(refused_read("items/甲.md", 999), EFBIG);
}

TEST_F(DiskReadTest, AFileThatTellsNoSizeIsReadToItsEndAndNoFurtherThanTheLimit) {
  EXPECT_GT(disk.read("/proc/self", "status", 100000).size(), 100U);
  EXPECT_EQ(refused([&] { disk.read("/proc/self", "status", 20); }), EFBIG);
}

TEST_F(DiskReadTest, NothingOutsideTheRootIsRead) {
  TempFolder outside;
  put(outside / "secret", "secret");
  put(temp / "inside/file", "fine");
  fs::create_symlink(outside / "secret", temp / "file-link");
  fs::create_directory_symlink(outside.path(), temp / "folder-link");
  fs::create_symlink("inside/file", temp / "link-inside");
  EXPECT_EQ(refused_read("file-link"), ELOOP);
  EXPECT_EQ(refused_read("folder-link/secret"), ELOOP);
  EXPECT_EQ(refused_read("link-inside"), ELOOP);
  EXPECT_EQ(refused_read("../" + fs::path(outside.path()).filename().string() + "/secret"), EXDEV);
  EXPECT_EQ(refused_read("inside/../../x"), EXDEV);
  EXPECT_EQ(refused_read(outside / "secret"), EXDEV);
  EXPECT_EQ(refused_read(std::string("inside/file\0x", 13)), ENOENT);
  EXPECT_EQ(refused_read("none"), ENOENT);
  EXPECT_EQ(refused_read(""), ENOENT);
}

TEST_F(DiskReadTest, TheRootItselfMayBeReachedThroughASymlink) {
  put(temp / "real/file", "fine");
  fs::create_directory_symlink("real", temp / "alias");
  EXPECT_EQ(disk.read(temp / "alias", "file", 10), "fine");
}

TEST_F(DiskReadTest, WhatIsNoRegularFileIsRefusedWithoutWaiting) {
  fs::create_directory(temp / "folder");
  ASSERT_EQ(::mkfifo((temp / "fifo").c_str(), 0600), 0);
  const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  fs::current_path(temp.path());  // a socket's name may have no more than 107 bytes
  std::string("socket").copy(address.sun_path, sizeof address.sun_path - 1);
  const int bound = ::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  fs::current_path(fs::path(temp.path()).parent_path());
  ASSERT_EQ(bound, 0);
  EXPECT_EQ(refused_read("folder"), EINVAL);
  EXPECT_EQ(refused_read("fifo"), EINVAL);
  EXPECT_EQ(refused_read("socket"), EINVAL);
  EXPECT_EQ(refused([&] { disk.read("/dev", "zero", 1000); }), EINVAL);
  ::close(listener);
}

TEST_F(DiskReadTest, AnErrorSaysWhatAndWhere) {
  try {
    disk.read(temp.path(), "none", 10);
    FAIL();
  } catch (const IoError& error) {
    EXPECT_EQ(error.operation().en, "read");
    EXPECT_EQ(error.path(), temp / "none");
    EXPECT_EQ(std::string(error.what()), "cannot read " + (temp / "none") + ": No such file or directory");
  }
}

}  // namespace
}  // namespace gongshi
