// One holder at a time, who is named, and none for ever.
#include "files/lock_file.hpp"

#include <gtest/gtest.h>

#include <cerrno>

#include "unit/temp_folder.hpp"

namespace gongshi {
namespace {

using testing::get;
using testing::put;
using testing::TempFolder;

class LockFileTest : public ::testing::Test {
 protected:
  std::unique_ptr<FolderLock> take(const std::string& process) {
    holder = {};
    return take_lock_file(path, {process, "2026-06-30T08:00:00Z"}, holder);
  }

  TempFolder temp;
  std::string path = temp / ".public.lock";
  LockHolder holder;
};

TEST_F(LockFileTest, TheSecondLearnsWhoTheFirstIs) {
  const auto first = take("4711");
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(get(path), "4711\n2026-06-30T08:00:00Z\n");
  EXPECT_EQ(take("4712"), nullptr);
  EXPECT_EQ(holder.process, "4711");
  EXPECT_EQ(holder.since, "2026-06-30T08:00:00Z");
  EXPECT_EQ(get(path), "4711\n2026-06-30T08:00:00Z\n");
}

TEST_F(LockFileTest, ItIsFreeWhenTheHolderIsDoneAndNamesNobodyThen) {
  take("4711").reset();
  EXPECT_EQ(get(path), "");
  EXPECT_NE(take("4712"), nullptr);
}

TEST_F(LockFileTest, WhatACrashLeftBehindHoldsNobodyUp) {
  put(path, "999999\n1970-01-01T00:00:00Z\nand a much longer text than the next holder will write\n");
  const auto lock = take("4711");
  ASSERT_NE(lock, nullptr);
  EXPECT_EQ(get(path), "4711\n2026-06-30T08:00:00Z\n");
}

TEST_F(LockFileTest, AHolderWhoHasNotYetWrittenItsNameIsUnknown) {
  const auto lock = take("4711");
  std::filesystem::resize_file(path, 0);
  EXPECT_EQ(take("4712"), nullptr);
  EXPECT_EQ(holder.process, "?");
  EXPECT_EQ(holder.since, "?");
}

TEST_F(LockFileTest, ASymlinkOrFolderOfThatNameIsRefused) {
  std::filesystem::create_symlink("elsewhere", path);
  EXPECT_THROW(take("4711"), IoError);
  EXPECT_FALSE(std::filesystem::exists(temp / "elsewhere"));
  std::filesystem::remove(path);
  std::filesystem::create_directory(path);
  EXPECT_THROW(take("4711"), IoError);
}

}  // namespace
}  // namespace gongshi
